"""Turns of phrase, as data: the pack `cues`, each pattern compiled when first asked for."""

import re
from functools import cache

from cenotaph.find.text.small import small, unwrapped
from cenotaph.find.text.turns import Turn
from cenotaph.language import load_pack

_CASED = ("(?-i:", "(?P")
_CAPITAL = re.compile(r"\\.|[A-Z]")


class Cue(Turn):
    """A turn of phrase; `needs` are words of which a sentence must have one for it, empty where that is not known."""

    def __init__(self, pattern: str, needs: frozenset[str]) -> None:
        """A pattern without signs that tell capitals apart is looked for in lower-case text, where it is found in half the time
        that reading without regard to case takes."""
        self.needs, self._small = needs, not any(sign in pattern for sign in _CASED)
        if self._small:
            super().__init__(_CAPITAL.sub(_lower, pattern))
        else:
            super().__init__(pattern, re.IGNORECASE)

    def found(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first place of `text[start:end]` where the phrase stands; "^" and "$" bind to the whole of it."""
        if self._small:
            text = text.lower() if end is None else small(text)
        elif end is not None:
            text = unwrapped(text)
        piece = text[start:end]
        return (self._plain if piece.isascii() else self._full).search(piece)  # As `search`, without a call.


@cache
def cue(name: str, language: str = "en") -> Cue:
    """The cue of that name; KeyError where the pack has none."""
    row = load_pack("cues", language)[name]
    return Cue(row["pattern"], frozenset(row.get("needs", ())))


def _lower(sign: re.Match[str]) -> str:
    """A capital made small; escaped signs as they are."""
    return sign.group() if sign.group().startswith("\\") else sign.group().lower()
