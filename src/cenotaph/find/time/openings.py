"""Where the times of a report may start, looked for in the whole of it at once."""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from cenotaph.find.counts.numerals import digits_in, flattened, places_of
from cenotaph.find.time.words import lexicon
from cenotaph.model import Span

_FOUR_FIGURES = re.compile("[0-9]{4}")
_UNITS = frozenset(
    f"{unit}{ending}" for unit in ("hour", "day", "week", "month", "year", "decade") for ending in ("", "s")
)
_AHEAD = 64  # Characters: "in just under twenty-four" before "hours" has 26.


class Openings(NamedTuple):
    """Offsets of a text, each list in order: `makers` without one of which no time is named (head words, figures of four
    digits), `near` the same with units ("hours"), `starts` where a time can start."""

    makers: list[int]
    near: list[int]
    starts: list[int]

    def of(self, span: Span) -> list[int]:
        """Where a time may start in a part of the text: not further than `_AHEAD` before what makes it one."""
        first = bisect_left(self.makers, span.start)
        if first == len(self.makers) or self.makers[first] >= span.end:
            return []
        near, starts, found = self.near, self.starts, list[int]()
        reach = bisect_left(starts, span.start)
        for maker in near[bisect_left(near, span.start) : bisect_left(near, span.end)]:
            first = bisect_left(starts, maker - _AHEAD, reach)
            reach = bisect_right(starts, maker, first)
            found += starts[first:reach]
        return found


def openings(lower: str) -> Openings:
    """Where the times of a lower-case text may start."""
    flat = flattened(lower)
    words = frozenset(flat.split())
    makers = [match.start() for match in _FOUR_FIGURES.finditer(lower)]
    makers += places_of(words & lexicon().heads, flat)
    near = makers + list(places_of(words & _UNITS, flat))
    starts = [*digits_in(lower), *places_of(words & lexicon().starts, flat)]
    return Openings(sorted(makers), sorted(near), sorted(starts))
