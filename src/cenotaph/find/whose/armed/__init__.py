"""Whose fighters, soldiers and policemen they are of whom no noun tells it."""
