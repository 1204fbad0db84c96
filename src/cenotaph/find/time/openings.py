"""Where the times of a sentence may start: a look at its words before the pattern of times is tried."""

import re
from bisect import bisect_left, bisect_right

from cenotaph.find.counts.numerals import digits_in, flattened, places_of
from cenotaph.find.text.small import letters
from cenotaph.find.time.words import lexicon
from cenotaph.model import Span

_FOUR_FIGURES = re.compile("[0-9]{4}")
_UNITS = frozenset(
    f"{unit}{ending}" for unit in ("hour", "day", "week", "month", "year", "decade") for ending in ("", "s")
)
_AHEAD = 64  # Characters: "in just under twenty-four" before "hours" has 26.


def may_name_time(text: str, span: Span) -> bool:
    """Whether a part of a text has something without which no time is named: a head word or a figure of four digits."""
    words = letters(text)[span.start : span.end].split()
    return (
        not lexicon().plain_heads.isdisjoint(words)
        or _FOUR_FIGURES.search(text, span.start, span.end) is not None
    )


def openings(lower: str) -> list[int]:
    """Where a time may start in a lower-case text: not further than `_AHEAD` before what makes it one, a head, a unit or a
    figure of four digits."""
    flat, known = flattened(lower), lexicon()
    words = frozenset(flat.split())
    makers = [match.start() for match in _FOUR_FIGURES.finditer(lower)]
    if not makers and known.heads.isdisjoint(words):
        return []
    makers = sorted([*makers, *places_of(words & (known.heads | _UNITS), flat)])
    starts = sorted([*digits_in(lower), *places_of(words & known.starts, flat)])
    found, reach = list[int](), 0
    for maker in makers:
        first = bisect_left(starts, maker - _AHEAD, reach)
        reach = bisect_right(starts, maker, first)
        found += starts[first:reach]
    return found
