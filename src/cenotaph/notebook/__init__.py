"""Rows that show themselves in a notebook: a claim with its words marked, a list as a table, and both as data frames."""

from cenotaph.notebook.frames import frame
from cenotaph.notebook.pages import claim_page, table_page

__all__ = ["claim_page", "frame", "table_page"]
