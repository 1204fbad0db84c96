"""Where the times of a sentence may start: a look at its words before the pattern of times is tried."""

import re
from bisect import bisect_left, bisect_right

from cenotaph.find.counts.numerals import digits_in, places_of
from cenotaph.find.text.small import letters
from cenotaph.find.time.words import lexicon
from cenotaph.model import Span

_FIGURES = re.compile(r"[0-9]{4}|[0-9]{2}\.[0-9]{2}\.[0-9]{2}")  # Of a year, or of a date with a short one.
_AHEAD = 64  # Characters: "in just under twenty-four" before "hours" has 26.


def may_name_time(text: str, span: Span) -> bool:
    """Whether a part of a text has something without which no time is named: a head word or the figures of a year."""
    words = letters(text)[span.start : span.end].split()
    return (
        not lexicon().plain_heads.isdisjoint(words) or _FIGURES.search(text, span.start, span.end) is not None
    )


def openings(text: str, span: Span) -> list[int]:
    """Where a time may start in a part of a text, counted from its start: not further than `_AHEAD` before what makes it one,
    a head, a unit or the figures of a year."""
    piece, flat, known = text[span.start : span.end], letters(text)[span.start : span.end], lexicon()
    words = frozenset(flat.split())
    digits = list(digits_in(piece))
    years = (at for at in digits if _FIGURES.match(piece, at))
    makers = sorted([*years, *places_of(words & known.makers, flat)])
    starts = sorted([*digits, *places_of(words & known.plain_starts, flat)])
    found, reach = list[int](), 0
    for maker in makers:
        first = bisect_left(starts, maker - _AHEAD, reach)
        reach = bisect_right(starts, maker, first)
        found += starts[first:reach]
    return found
