"""Turns of phrase, as data: the pack `cues`, each pattern compiled when first asked for."""

import re
from functools import cache

from cenotaph.find.text.small import small, unwrapped
from cenotaph.find.value import Value
from cenotaph.language import load_pack

_CASED = ("(?-i:", "(?P")
_CAPITAL = re.compile(r"\\.|[A-Z]")


class Cue(Value, frozen=True):
    """A turn of phrase; `needs` are words of which a sentence must have one for it, empty where that is not known.

    `small` where the pattern is for lower-case text, in which it is found in half the time that reading without regard to case takes.
    """

    pattern: re.Pattern[str]
    needs: frozenset[str]
    small: bool

    def found(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first place of `text[start:end]` where the phrase stands; "^" and "$" bind to the whole of it."""
        if self.small:
            text = text.lower() if end is None else small(text)
        elif end is not None:
            text = unwrapped(text)
        return self.pattern.search(text[start:end])


@cache
def cue(name: str, language: str = "en") -> Cue:
    """The cue of that name; KeyError where the pack has none."""
    row = load_pack("cues", language)[name]
    pattern, needs = row["pattern"], frozenset(row.get("needs", ()))
    if any(sign in pattern for sign in _CASED):
        return Cue(re.compile(pattern, re.IGNORECASE), needs, small=False)
    return Cue(re.compile(_CAPITAL.sub(_lower, pattern)), needs, small=True)


def _lower(sign: re.Match[str]) -> str:
    """A capital made small; escaped signs as they are."""
    return sign.group() if sign.group().startswith("\\") else sign.group().lower()
