"""Turns of phrase by which a sentence goes on counting the people of the sentence before ("two of them")."""

import re
from functools import cache

from cenotaph.find.text.alternation import any_of
from cenotaph.language import load_pack


@cache
def carriers() -> re.Pattern[str]:
    """One pattern for all of them, for lower-case text."""
    pack = load_pack("lexicon")
    return any_of([*pack["carriers"], *pack["figures"]])


@cache
def figures() -> re.Pattern[str]:
    """One pattern for those of them that give another figure for all of those people ("put the figure at")."""
    return any_of(load_pack("lexicon")["figures"])
