"""Whose people persons are whom a report names."""
