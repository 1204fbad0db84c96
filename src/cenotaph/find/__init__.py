"""Report in, claims and handlings out. Pure functions: no database, no network, no clock."""

from cenotaph.find.finder import find
from cenotaph.find.found import Found

__all__ = ["Found", "find"]
