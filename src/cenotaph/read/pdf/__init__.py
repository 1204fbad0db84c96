"""PDF files to reports: lines joined to paragraphs, each character mapped to its page and place there."""
