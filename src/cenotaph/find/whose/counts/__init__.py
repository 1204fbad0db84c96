"""Counts of the same people, of a part of them, or of people of several sides."""
