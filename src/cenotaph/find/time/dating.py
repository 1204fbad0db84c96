"""The dates of a claim: which of the times named in and around its sentence say when the harm was done."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from cenotaph.find.counts.numerals import lowered
from cenotaph.find.text.threads import threads
from cenotaph.find.time import context, dates
from cenotaph.find.time.times import TimeExpression, times
from cenotaph.model import Harm, Report, Scope, Span

_LOOK_AHEAD = 8  # Sentences that a headline or lead may stand before the one that names the day.
_HEAD_SENTENCES = 14  # Among these the main incident is named.
_HEADER_REACH = 24  # Characters behind a report's date in which its date of change stands.
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH = re.compile(r"(?i)\b(?:jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec)|\d[-/.]\d")
_NAMED_MONTH = re.compile(r"[A-Za-z]{3}")
_DAYS = ("day", "span")
_BESIDE = 60  # Characters.
_NAMED_REACH = 5  # Sentences.
_MANY_DAYS = 3  # So many days told of, and none of them is that of a sentence without one.
_DAYS_REACH = 20  # Sentences.
_FRESH = 2  # Days.
_RECENT = 31  # Days: what is older is background, not the news.
_AFTER_OTHER = re.compile(r"\b(?:hours?|days?|weeks?|months?|years?)\s+(?:after|before)\b", re.IGNORECASE)
_OF_THESE = re.compile(
    r"(?:these|those|of (?:them|these|those)|among (?:them|these|those)|they|the (?:dead|victims))\b",
    re.IGNORECASE,
)
_SIGNS = frozenset(".,;:")
_WHEN = re.compile(r",? when\b")
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


_NO_DATE = Dated(None, None, ())


class ReportTimes:
    """The times of one report, each sentence read when first asked for."""

    def __init__(self, report: Report, sentences: list[Span]) -> None:
        self.text, self.sentences = report.text, sentences
        self._header = context.header_day(report.text, report.published)
        self.published = self._header.until if self._header is not None else report.published
        self._named: dict[int, list[TimeExpression]] = {}
        self._read: dict[int, list[NamedTime]] = {}
        self._main: tuple[int, Dated] | None = None
        self._threads: list[int] | None = None

    def of(self, index: int) -> list[NamedTime]:
        """The times named in sentence `index`, less the report's own date in its head."""
        if index not in self._read:
            span = self.sentences[index]
            self._read[index] = [
                NamedTime(time, context.is_told(self.text, span, time))
                for time in self._in_the_year_told(self._times(index))
                if not (self._is_header(time) or context.is_no_time(self.text, span, time))
            ]
        return self._read[index]

    def _times(self, index: int) -> list[TimeExpression]:
        """The times as sentence `index` by itself tells them."""
        if index not in self._named:
            span = self.sentences[index]
            self._named[index] = times(self.text, span.start, span.end, self.published)
        return self._named[index]

    def _in_the_year_told(self, found: list[TimeExpression]) -> list[TimeExpression]:
        """The times, with those of a month that the report names with one year alone ("August 2014") in that year."""
        return [self._in_year(time) for time in found] if any(time.kind in _DAYS for time in found) else found

    def _in_year(self, time: TimeExpression) -> TimeExpression:
        if time.kind not in _DAYS or _YEAR.search(self.text, time.start, time.end) or not time.until:
            return time
        year = self._years.get(time.until[5:7])
        if year is None or not _NAMED_MONTH.search(self.text, time.start, time.end):
            return time
        first = time.from_ and year + time.from_[4:]
        return TimeExpression(time.start, time.end, first, year + time.until[4:], time.kind, time.offset)

    @cached_property
    def _years(self) -> dict[str, str]:
        """The months ("08") that the report names with a year, and always with the same."""
        told = dict[str, set[str]]()
        dated = (at for at, one in enumerate(self.sentences) if self._may_date(one))
        for time in (time for index in dated for time in self._times(index)):
            if time.until and len(time.until) >= 7 and _YEAR.search(self.text, time.start, time.end):
                told.setdefault(time.until[5:7], set()).add(time.until[:4])
        return {month: next(iter(years)) for month, years in told.items() if len(years) == 1}

    def _may_date(self, sentence: Span) -> bool:
        """Whether a sentence may name a month with its year; a quick look."""
        piece = self.text[sentence.start : sentence.end]
        return _YEAR.search(piece) is not None and _MONTH.search(piece) is not None

    def events(self, index: int) -> list[TimeExpression]:
        """The times of sentence `index` that may date an event."""
        return [one.time for one in self.of(index) if not one.told]

    def main(self, index: int) -> Dated:
        """The day of the report's main incident, where that dates sentence `index` too."""
        if self._thread(index):
            return _NO_DATE
        if self._main is None:
            self._main = self._find_main()
        place, day = self._main
        if index < place and place > 2 and self._opens_with_day(place):
            return _NO_DATE
        if len(self._days_between(place, index)) >= _MANY_DAYS:
            return _NO_DATE
        return day if place - index <= _LOOK_AHEAD and not self._turns_elsewhere(index) else _NO_DATE

    def _days_between(self, place: int, index: int) -> set[str]:
        """The days of events that the sentences from the main one to `index` name."""
        first, last = sorted((place, index))
        return {
            time.until
            for at in range(max(first, last - _DAYS_REACH), last + 1)
            for time in self.events(at)
            if time.kind == "day" and time.until
        }

    def _opens_with_day(self, index: int) -> bool:
        """ "On Sunday, two ...": a day of its own, told after another."""
        first = next(iter(self.events(index)), None)
        return first is not None and first.start - self.sentences[index].start <= len("On ")

    def day_before(self, index: int, *, close: bool = False) -> Dated:
        """The recent day of an event that one of the three sentences before names, the nearest first."""
        if self._turns_elsewhere(index):
            return _NO_DATE
        for place in range(index - 1, max(-1, index - 4), -1):
            if self._thread(place) != self._thread(index):
                break
            if close and "\n\n" in self.text[self.sentences[place].start : self.sentences[index].start]:
                break
            days = [time for time in self.events(place) if self._is_recent(time)]
            attacks = [time for time in days if context.names_attack(self.text, time)]
            for time in attacks or reversed(days):
                if attacks or not context.is_aside(self.text, self.sentences[place], time):
                    return _resolved(self, place, time)
        return _NO_DATE

    def day_of_named(self, index: int) -> Dated | None:
        """The day of "the bombing" where the sentence takes up an attack by its name, told with its day before."""
        span = self.sentences[index]
        match = context.cues().named.search(self.text, span.start, span.end)
        if match is None:
            return None
        for place in range(index - 1, max(-1, index - _NAMED_REACH), -1):
            at = self.sentences[place]
            if match.group(1).lower() not in lowered(self.text[at.start : at.end]):
                continue
            day = next((time for time in self.events(place) if self._is_recent(time)), None)
            if day is not None:
                return _resolved(self, place, day)
        return None

    def day_of_toll(self, index: int) -> Dated | None:
        """The time of the event told right before a sentence on "the toll"."""
        span = self.sentences[index]
        if not index or context.cues().toll.search(self.text, span.start, span.end) is None:
            return None
        before = self.sentences[index - 1]
        if "\n\n" in self.text[before.start : span.start] or self._thread(index) != self._thread(index - 1):
            return None
        if context.cues().violence.search(self.text, before.start, before.end) is None:
            return None
        event = next((time for time in self.events(index - 1) if time.kind in ("day", "month", "span")), None)
        return _resolved(self, index - 1, event) if event is not None else None

    def last_told(self, index: int, back: int) -> Dated:
        """The weekday or date of the last telling in sentence `index` or `back` before it ("said on Thursday")."""
        for place in range(index, max(-1, index - back - 1), -1):
            for one in reversed(self.of(place)):
                if one.told and one.time.until and not _TODAY.match(self.text, one.time.start, one.time.end):
                    return Dated(None, one.time.until, _words(one.time))
        return _NO_DATE

    def told_in_month(self, index: int) -> Dated | None:
        """The month of a telling that names no day ("claimed last month"): the harm was done by then."""
        month = next((one.time for one in self.of(index) if one.told and one.time.kind == "month"), None)
        return Dated(None, month.until, _words(month)) if month is not None and month.until else None

    def as_of(self, index: int) -> Dated:
        """The day for which the report speaks at sentence `index`: that of the last telling, else its own.

        None where the sentence leaves the day of the telling open.
        """
        told = self.last_told(index, back=1)
        if told.until is not None or context.is_undated_telling(self.text, self.sentences[index]):
            return told
        return Dated(None, context.iso_day(self.published), ())

    def _is_header(self, time: TimeExpression) -> bool:
        head = self._header
        if head is None or time.start >= head.end + _HEADER_REACH or head.start >= time.end:
            return False
        return time.start < head.end or (
            time.kind == "day" and _YEAR.search(self.text, time.start, time.end) is not None
        )

    def _thread(self, index: int) -> int:
        if self._threads is None:
            self._threads = threads(self.text, self.sentences, places=False)
        return self._threads[index]

    def _turns_elsewhere(self, index: int) -> bool:
        start = self.sentences[index].start
        return lowered(self.text[start : start + 24]).startswith(context.cues().elsewhere)

    def _find_main(self) -> tuple[int, Dated]:
        """The first recent day that is named close to a word of violence, with its sentence; else in a sentence with one."""
        loose: tuple[int, TimeExpression] | None = None
        for index, span in enumerate(self.sentences[:_HEAD_SENTENCES]):
            if not context.tells_violence(self.text[span.start : span.end]):
                continue
            for day in self._days(index):
                if self._is_by_violence(span, day):
                    return index, self._extended(index, day)
                loose = loose or (index, day)
        return (loose[0], self._extended(*loose)) if loose else (0, _NO_DATE)

    def _is_by_violence(self, span: Span, day: TimeExpression) -> bool:
        start, end = max(span.start, day.start - _BESIDE), min(span.end, day.end + _BESIDE)
        return context.cues().violence.search(self.text, start, end) is not None

    def _days(self, index: int) -> Iterator[TimeExpression]:
        """The recent days of a sentence, asides left out; at the head of a report "Tuesday's attack" comes first."""
        events = [time for time in self.events(index) if self._is_recent(time)]
        if index <= 1:
            yield from (time for time in events if context.names_attack(self.text, time))
        span = self.sentences[index]
        yield from (time for time in events if not context.is_aside(self.text, span, time))

    def _is_recent(self, time: TimeExpression) -> bool:
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

    def _extended(self, index: int, start: TimeExpression) -> Dated:
        """An incident that "began Friday night" ends on the next day that the following sentences name."""
        day = _resolved(self, index, start)
        if day.until is None or not context.is_start(self.text, start):
            return day
        for place in range(index, min(index + _LOOK_AHEAD, len(self.sentences))):
            for time in self.events(place):
                if time.kind == "day" and time.until and time.until > day.until:
                    return Dated(day.from_, time.until, day.evidence + _words(time))
        return day


def claim_times(named: ReportTimes, index: int, quantity: Span, scope: Scope, harm: Harm) -> Dated:
    """The dates of the claim whose quantity stands in sentence `index`."""
    events = named.events(index)
    if scope == "incident":
        ours = [time for time in events if not context.is_parted(named.text, time, quantity)]
        day = _incident(named, index, quantity, _nearest(named.text, ours, quantity))
        # Remains are found on another day than that of the attack, which only their own paragraph dates.
        return day if harm != "bodies" or ours else named.day_before(index, close=True)
    ours = [
        time
        for time in events
        if not context.is_in_other_clause(named.text, time, quantity)
        and not context.is_behind_relative(named.text, time, quantity)
    ]
    event = _nearest(named.text, ours, quantity)
    if scope == "cumulative":
        return _total(named, index, quantity, event)
    return _standing(named, index, event)


def _incident(named: ReportTimes, index: int, quantity: Span, event: TimeExpression | None) -> Dated:
    """The day named beside the quantity, else the report's main day, else that of the sentences before."""
    if event is not None and _opens_clause(named.text, event, quantity):
        return _moved(named, index, event, -event.offset)
    if event is not None:
        return _resolved(named, index, event)
    if _AFTER_OTHER.search(named.text, named.sentences[index].start, quantity.start):
        return _NO_DATE
    told = named.told_in_month(index)
    if told is not None:
        return told
    taken_up = named.day_of_named(index) or named.day_of_toll(index)
    if taken_up is not None:
        return taken_up
    near, main = named.day_before(index, close=True), named.main(index)
    if near.until is not None and not (main.from_ and main.until and main.from_ <= near.until <= main.until):
        return near
    return main if main.until is not None else named.day_before(index)


def _total(named: ReportTimes, index: int, quantity: Span, time: TimeExpression | None) -> Dated:
    """The dates of a count that runs over days: to its as-of day, where no bounded stretch is named."""
    text, sentence, told = named.text, named.sentences[index], named.as_of(index)
    if time is None:
        before = named.events(index - 1) if index and _OF_THESE.match(text, sentence.start) else []
        return _total(named, index - 1, named.sentences[index - 1], before[-1]) if before else told
    words = _words(time)
    if time.kind == "since" and _WHEN.match(text, time.end, quantity.start):
        return Dated(time.from_, time.from_, words)
    if time.kind == "as-of":  # "As of 1990 we have ..." opens the year.
        whole = time.until is not None and len(time.until) > 4
        return (
            Dated(None, time.until, words) if whole else Dated(time.until, told.until, words + told.evidence)
        )
    if (
        time.kind == "since"
        or context.is_start(text, time)
        or context.closes_since(text, sentence, time, quantity)
    ):
        return Dated(time.from_, told.until, words + told.evidence)
    if time.kind == "year" and "last" in text[time.start : time.end].lower():
        return Dated(f"{time.from_}-01-01", f"{time.until}-12-31", words)
    return _resolved(named, index, time)


def _standing(named: ReportTimes, index: int, time: TimeExpression | None) -> Dated:
    """The dates of people or bodies held or moved: as of the day named here or just before."""
    if time is not None:
        return Dated(time.from_ if time.kind == "since" else None, time.until, _words(time))
    if context.is_earlier_than_told(named.text, named.sentences[index]):
        return _NO_DATE
    for place in range(index, max(-1, index - 3), -1):
        for one in reversed(named.of(place)):
            if one.time.kind == "day" and one.time.until:
                return Dated(None, one.time.until, _words(one.time))
    main = named.main(index)
    return main if main.until is not None and named.is_fresh(main.until) else _NO_DATE


def _resolved(named: ReportTimes, index: int, time: TimeExpression) -> Dated:
    """The dates that a time of an event stands for, reckoned from the day of telling where the sentence has one."""
    if time.kind == "relative":
        return _moved(named, index, time, time.offset)
    if time.kind == "since":
        told = named.as_of(index)
        return Dated(time.from_, told.until, _words(time) + told.evidence)
    if context.is_week(named.text, time):
        return Dated(None, None, _words(time))
    told_on = next((one.time.until for one in named.of(index) if one.told and one.time.until), None)
    if time.kind == "span" and told_on is not None:
        time = next(iter(times(named.text, time.start, time.end, told_on)), time)
    return Dated(time.from_, time.until, _words(time))


def _opens_clause(text: str, time: TimeExpression, quantity: Span) -> bool:
    """ "It came a day after nine people were killed": the harm was done a day before."""
    between = text[time.end : quantity.start]
    return (
        time.kind == "relative"
        and text[time.start : time.end].lower().endswith(("after", "before"))
        and time.end <= quantity.start
        and not _SIGNS.intersection(between)
    )


def _moved(named: ReportTimes, index: int, time: TimeExpression, days: int) -> Dated:
    """ "The previous day": so far from the day named last."""
    for place in range(index, max(-1, index - 4), -1):
        for one in reversed(named.of(place)):
            day = (
                dates.day_of(one.time.until)
                if one.time.start < time.start and one.time.kind == "day"
                else None
            )
            if day is not None:
                moved = dates.moved(day, days, "day").edtf()
                return Dated(moved, moved, _words(time) + _words(one.time))
    return Dated(None, None, _words(time))


def _nearest(text: str, events: list[TimeExpression], quantity: Span) -> TimeExpression | None:
    """The time nearest to the quantity."""
    return min(events, key=lambda time: _distance(text, time, quantity), default=None)


def times_by_distance(text: str, named: list[NamedTime], quantity: Span) -> list[NamedTime]:
    """The times, the nearest to the quantity first."""
    return sorted(named, key=lambda one: _distance(text, one.time, quantity))


def _distance(text: str, time: TimeExpression, quantity: Span) -> int:
    """Characters between a time and a quantity; a semicolon or dash between them counts as sixty."""
    behind = time.start >= quantity.end
    between = text[quantity.end : time.start] if behind else text[time.end : quantity.start]
    return len(between) + 60 * sum(between.count(sign) for sign in ";—–")


def _words(time: TimeExpression) -> tuple[Span, ...]:
    return (Span(time.start, time.end),)
