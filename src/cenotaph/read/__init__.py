"""Bytes in, reports out: text, HTML, PDF and JSON lines, each with a map from clean text back to the raw page."""
