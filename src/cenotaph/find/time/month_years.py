"""Months that a report names once with a year: the same month without one is that year's."""

import re
from collections.abc import Callable
from functools import cached_property

from cenotaph.find.time.times import TimeExpression
from cenotaph.model import Span

_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH = re.compile(r"(?i)\b(?:jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec)|\d[-/.]\d")
_NAMED_MONTH = re.compile(r"[A-Za-z]{3}")
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
        if year is None or not _NAMED_MONTH.search(self._text, time.start, time.end):
            return time
        first = time.from_ and year + time.from_[4:]
        return TimeExpression(time.start, time.end, first, year + time.until[4:], time.kind, time.offset)

    @cached_property
    def _years(self) -> dict[str, str]:
        """The months ("08") that the report names with a year, and always with the same."""
        told = dict[str, set[str]]()
        dated = (at for at, one in enumerate(self._sentences) if self._may_date(one))
        for time in (time for index in dated for time in self._times_of(index)):
            if time.until and len(time.until) >= 7 and _YEAR.search(self._text, time.start, time.end):
                told.setdefault(time.until[5:7], set()).add(time.until[:4])
        return {month: next(iter(years)) for month, years in told.items() if len(years) == 1}

    def _may_date(self, sentence: Span) -> bool:
        """Whether a sentence may name a month with its year; a quick look."""
        piece = self._text[sentence.start : sentence.end]
        return _YEAR.search(piece) is not None and _MONTH.search(piece) is not None
