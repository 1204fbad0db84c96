"""The times named in a report, sentence by sentence, and whether each dates an event or the telling of one."""

import re
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from cenotaph.find.counts.numerals import lowered
from cenotaph.find.text.small import in_capitals, small
from cenotaph.find.text.threads import threads
from cenotaph.find.time import context, dates
from cenotaph.find.time.header import header_day, iso_day
from cenotaph.find.time.month_years import MonthYears
from cenotaph.find.time.phrases import cues
from cenotaph.find.time.times import TimeExpression, times
from cenotaph.model import Report, Span

_HEADER_REACH = 24  # Characters behind a report's date in which its date of change stands.
_YEAR = re.compile(r"(?:19|20)\d\d")
_FRESH = 2  # Days.
_RECENT = 31  # Days: what is older is background, not the news.
_LATE = re.compile(r"\blate\b|\b(?:night|evening)\b|overnight")
_HEAD, _LEAD = 14, 3  # Sentences.
_TODAY = re.compile(r"today|this|tonight", re.IGNORECASE)


class Dated(NamedTuple):
    """When a claim's harm was done: EDTF dates, and the words that say so."""

    from_: str | None
    until: str | None
    evidence: tuple[Span, ...]


class NamedTime(Struct, frozen=True):
    """A time of a sentence; `told` where it dates the telling and not the event."""

    time: TimeExpression
    told: bool


NO_DATE = Dated(None, None, ())


class ReportTimes:
    """The times of one report, each sentence read when first asked for."""

    def __init__(self, report: Report, sentences: list[Span]) -> None:
        self.text, self.sentences = report.text, sentences
        self._header = header_day(report.text, report.published)
        self.published = self._header.until if self._header is not None else report.published
        self.main: tuple[int, Dated] | None = None
        """The sentence and day of the main incident, kept once looked for."""
        self.main_days: dict[int, Dated] = {}
        """What that dates of the sentences asked for, see `main_day`."""
        self._named: dict[int, list[TimeExpression]] = {}
        self._read: dict[int, list[NamedTime]] = {}
        self._threads: list[int] | None = None
        self._years = MonthYears(report.text, sentences, self._times)

    def of(self, index: int) -> list[NamedTime]:
        """The times named in sentence `index`, less the report's own date in its head."""
        if index not in self._read:
            span = self.sentences[index]
            self._read[index] = [
                NamedTime(time, context.is_told(self.text, span, time))
                for time in self._years.placed(self._times(index))
                if not (self._is_header(time) or context.is_no_time(self.text, span, time))
            ]
        return self._read[index]

    def _times(self, index: int) -> list[TimeExpression]:
        """The times as sentence `index` by itself tells them."""
        if index not in self._named:
            span = self.sentences[index]
            self._named[index] = times(self.text, span.start, span.end, self.published)
        return self._named[index]

    def events(self, index: int) -> list[TimeExpression]:
        """The times of sentence `index` that may date an event."""
        return [one.time for one in self.of(index) if not one.told]

    def last_told(self, index: int, back: int) -> Dated:
        """The weekday or date of the last telling in sentence `index` or `back` before it ("said on Thursday")."""
        for place in range(index, max(-1, index - back - 1), -1):
            for one in reversed(self.of(place)):
                if one.told and one.time.until and not _TODAY.match(self.text, one.time.start, one.time.end):
                    return Dated(None, one.time.until, words_of(one.time))
        return NO_DATE

    def told_in_month(self, index: int) -> Dated | None:
        """The month of a telling that names no day ("claimed last month"): the harm was done by then."""
        month = next((one.time for one in self.of(index) if one.told and one.time.kind == "month"), None)
        return Dated(None, month.until, words_of(month)) if month is not None and month.until else None

    def as_of(self, index: int) -> Dated:
        """The day for which the report speaks at sentence `index`: that of the last telling, else its own.

        None where the sentence leaves the day of the telling open.
        """
        told = self.last_told(index, back=1)
        if told.until is not None or context.is_undated_telling(self.text, self.sentences[index]):
            return told
        return Dated(None, self._own_day, self._news_day)

    @cached_property
    def _own_day(self) -> str | None:
        news = self._day_of_news
        if news is not None:
            return news.until
        return self._header.until if self._header is not None else iso_day(self.published)

    @property
    def _news_day(self) -> tuple[Span, ...]:
        return words_of(self._day_of_news) if self._day_of_news is not None else ()

    @cached_property
    def _day_of_news(self) -> TimeExpression | None:
        """The day of the news where that was published a day later: the one that its first sentence tells or on which somebody told
        it, where no sentence at its head has the next ("on Sunday, police said", of a Monday). What was done late at night is told on the next day, and copy in capitals
        is filed at once."""
        own = dates.day_of(iso_day(self.published))
        if own is None or in_capitals(self.text):
            return None
        before, head = dates.moved(own, -1, "day").edtf(), range(min(_HEAD, len(self.sentences)))
        told = [one.time for index in head for one in self.of(index) if one.time.kind == "day"]
        if any(time.until == own.isoformat() for time in told):
            return None
        lead = [one for index in head[:_LEAD] for one in self.of(index) if index == 0 or one.told]
        days = (one.time for one in lead if one.time.kind == "day" and one.time.until == before)
        return next((time for time in days if not self._is_late(time)), None)

    def _is_late(self, time: TimeExpression) -> bool:
        words = small(self.text)[max(0, time.start - len("overnight ")) : time.end]
        return _LATE.search(words) is not None

    def thread(self, index: int) -> int:
        """The number of the thread of telling that sentence `index` is in."""
        if self._threads is None:
            self._threads = threads(self.text, self.sentences, places=False)
        return self._threads[index]

    def turns_elsewhere(self, index: int) -> bool:
        """Whether sentence `index` opens on another incident ("Meanwhile")."""
        span = self.sentences[index]
        opens = lowered(self.text[span.start : span.start + 24]).startswith(cues().elsewhere)
        return opens and cues().told_of.search(small(self.text), span.start, span.end) is None

    def is_recent(self, time: TimeExpression) -> bool:
        """Whether a time is a day of the report's last month."""
        if (
            time.until is None
            or time.from_ is None
            or time.kind not in ("day", "span")
            or len(time.until) < 10
        ):
            return False
        day, published = dates.day_of(time.until), dates.day_of(self.published)
        return published is None or day is None or 0 <= (published - day).days <= _RECENT

    def is_fresh(self, until: str) -> bool:
        """Whether a day is that of the report or one of the two before: who is held as of it is held as the report is filed."""
        day, published = dates.day_of(until), dates.day_of(self.published)
        return published is None or day is None or (published - day).days <= _FRESH

    def _is_header(self, time: TimeExpression) -> bool:
        head = self._header
        if head is None or time.start >= head.end + _HEADER_REACH or head.start >= time.end:
            return False
        return time.start < head.end or (
            time.kind == "day" and _YEAR.search(self.text, time.start, time.end) is not None
        )


def words_of(time: TimeExpression) -> tuple[Span, ...]:
    """The words of a time, as the evidence of a date."""
    return (Span(time.start, time.end),)
