"""Words: sentences, tokens and chunks of a text, and the lexicon that tags them."""
