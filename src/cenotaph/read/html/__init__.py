"""HTML pages to reports: the article's own words, with furniture left out and every character mapped to its byte."""
