"""The reading room: a report's text with what was found marked in place."""
