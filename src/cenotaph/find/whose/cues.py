"""Turns of phrase, as data: the pack `cues`, each pattern compiled when first asked for."""

import re
from functools import cache
from typing import NamedTuple

from cenotaph.language import load_pack


class Cue(NamedTuple):
    """A turn of phrase; `needs` are words of which a sentence must have one for it, empty where that is not known."""

    pattern: re.Pattern[str]
    needs: frozenset[str]

    def found(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first place of `text[start:end]` where the phrase stands; "^" and "$" bind to the whole of it."""
        return self.pattern.search(text[start:end])


@cache
def cue(name: str, language: str = "en") -> Cue:
    """The cue of that name; KeyError where the pack has none."""
    row = load_pack("cues", language)[name]
    return Cue(re.compile(row["pattern"], re.IGNORECASE), frozenset(row.get("needs", ())))
