"""Whose people the words around a count say that they are."""
