"""Places: the table of names, the ways to spell them, and the choice between places of one name."""
