"""Where: the gazetteer, place names in a text, and the place of a claim."""
