"""Turns of phrase by which a sentence goes on counting the people of the sentence before ("two of them")."""

import re
from functools import cache

from cenotaph.find.text.alternation import any_of
from cenotaph.language import load_pack


@cache
def carriers() -> re.Pattern[str]:
    """One pattern for all of them, for lower-case text."""
    return any_of(load_pack("lexicon")["carriers"])
