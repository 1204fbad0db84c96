"""Turns of phrase, as data: the pack `cues`, each pattern compiled when first asked for."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from cenotaph.find.text.needs import stems
from cenotaph.language import load_pack

_REMEMBERED = 1 << 8


class Cue(NamedTuple):
    """A turn of phrase; `needs` are words of which a sentence must have one for it, `stems` pieces of words of which a text must,
    in small letters; both empty where that is not known."""

    pattern: re.Pattern[str]
    needs: frozenset[str]
    stems: frozenset[str]

    def found(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first place of `text[start:end]` where the phrase stands; "^" and "$" bind to the whole of it."""
        # Of many parts of one text the whole is looked through once.
        if end is not None and self.stems and not _holds(text, self.stems):
            return None
        return self.pattern.search(text[start:end])


@cache
def cue(name: str, language: str = "en") -> Cue:
    """The cue of that name; KeyError where the pack has none."""
    row = load_pack("cues", language)[name]
    return Cue(
        re.compile(row["pattern"], re.IGNORECASE), frozenset(row.get("needs", ())), stems(row["pattern"])
    )


@lru_cache(maxsize=_REMEMBERED)
def _holds(text: str, pieces: frozenset[str]) -> bool:
    lower = _lower(text)
    return any(piece in lower for piece in pieces)


@lru_cache(maxsize=1)
def _lower(text: str) -> str:
    return text.lower()
