"""Months that a report names once with a year: the same month without one is that year's."""

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property

from cenotaph.find.text.small import small
from cenotaph.find.time.times import TimeExpression
from cenotaph.model import Span

_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec)|\d[-/.]\d")
_NAMED_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec)")
_DAYS = ("day", "span")


class MonthYears:
    """The years of a report's months; `times_of` tells the times of a sentence by its number."""

    def __init__(
        self, text: str, sentences: list[Span], times_of: Callable[[int], list[TimeExpression]]
    ) -> None:
        self._text, self._sentences, self._times_of = text, sentences, times_of

    def placed(self, found: list[TimeExpression]) -> list[TimeExpression]:
        """The times, with those of a month that the report names with one year alone ("August 2014") in that year."""
        return [self._in_year(time) for time in found] if any(time.kind in _DAYS for time in found) else found

    def _in_year(self, time: TimeExpression) -> TimeExpression:
        if time.kind not in _DAYS or _YEAR.search(self._text, time.start, time.end) or not time.until:
            return time
        year = self._years.get(time.until[5:7])
        if year is None or not _NAMED_MONTH.search(small(self._text), time.start, time.end):
            return time
        first = time.from_ and year + time.from_[4:]
        return TimeExpression(time.start, time.end, first, year + time.until[4:], time.kind, time.offset)

    @cached_property
    def _years(self) -> dict[str, str]:
        """The months ("08") that the report names with a year, and always with the same."""
        told = dict[str, set[str]]()
        for time in (time for index in self._dated for time in self._times_of(index)):
            if time.until and len(time.until) >= 7 and _YEAR.search(self._text, time.start, time.end):
                told.setdefault(time.until[5:7], set()).add(time.until[:4])
        return {month: next(iter(years)) for month, years in told.items() if len(years) == 1}

    @property
    def _dated(self) -> list[int]:
        """The sentences that may name a month with its year; a quick look."""
        starts = [sentence.start for sentence in self._sentences]
        years = {bisect_right(starts, match.start()) - 1 for match in _YEAR.finditer(self._text)}
        spans = ((at, self._sentences[at]) for at in sorted(years - {-1}))
        return [at for at, span in spans if _MONTH.search(small(self._text), span.start, span.end)]
