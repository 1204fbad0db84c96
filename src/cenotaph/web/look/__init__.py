"""How things look: templates, words, addresses, drawings."""
