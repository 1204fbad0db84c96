"""The dates of a claim: which of the times named in and around its sentence say when the harm was done."""

import re

from cenotaph.find.text.small import small
from cenotaph.find.time import context
from cenotaph.find.time.earlier_days import (
    day_before,
    day_of_background,
    day_of_named,
    day_of_next_blow,
    day_of_toll,
)
from cenotaph.find.time.main_day import day_of_remains, main_day
from cenotaph.find.time.named_times import NO_DATE, Dated, ReportTimes, words_of
from cenotaph.find.time.nearness import nearest
from cenotaph.find.time.resolved import moved, resolved
from cenotaph.find.time.times import TimeExpression
from cenotaph.model import Harm, Scope, Span

_AFTER_OTHER = re.compile(r"\b(?:hours?|days?|weeks?|months?|years?)\s+(?:after|before)\b")
_OF_THESE = re.compile(
    r"(?:these|those|of (?:them|these|those)|among (?:them|these|those|the (?:dead|killed|victims|casualties))|they|the (?:dead|victims))\b",
    re.IGNORECASE,
)
_SIGNS = frozenset(".,;:")
_WHEN = re.compile(r",? when\b")
_SINCE = re.compile(r"\bsince\b[^,.;]{1,60}$")
_EVER_SINCE = re.compile(r"\bsince(?: then)?\W*$")


def claim_times(named: ReportTimes, index: int, quantity: Span, scope: Scope, harm: Harm) -> Dated:
    """The dates of the claim whose quantity stands in sentence `index`."""
    events = named.events(index)
    if scope == "incident" and context.is_before_attack(named.text, named.sentences[index]):
        return NO_DATE
    if scope == "incident":
        ours = [time for time in events if not context.is_parted(named.text, time, quantity)]
        days = [
            time
            for time in ours
            if time.kind == "day" and not context.is_aside(named.text, named.sentences[index], time)
        ]
        loose = days and all(time in days or context.is_loose(named.text, time) for time in ours)
        day = _incident(named, index, quantity, nearest(named.text, days if loose else ours, quantity))
        # Remains are found on another day than that of the attack, which only their own paragraph dates.
        if harm != "bodies" or ours:
            return day
        near = day_before(named, index, close=True)
        return near if near.until is not None else day_of_remains(named, index)
    ours = [
        time
        for time in events
        if not context.is_in_other_clause(named.text, time, quantity)
        and not context.is_behind_relative(named.text, time, quantity)
    ]
    event = nearest(named.text, ours, quantity)
    if scope == "cumulative":
        return _total(named, index, quantity, event)
    return _standing(named, index, event)


def _incident(named: ReportTimes, index: int, quantity: Span, event: TimeExpression | None) -> Dated:
    """The day named beside the quantity, else the report's main day, else that of the sentences before."""
    if event is not None and _opens_clause(named.text, event, quantity):
        return moved(named, index, event, -event.offset)
    if event is not None and event.kind == "since" and _WHEN.match(named.text, event.end, quantity.start):
        return Dated(
            event.from_, event.from_, words_of(event)
        )  # "The worst since 19 April, when eleven died".
    if event is not None:
        return _day_within(named, index, event) or resolved(named, index, event)
    if _AFTER_OTHER.search(small(named.text), named.sentences[index].start, quantity.start):
        return NO_DATE
    told = named.told_in_month(index)
    if told is not None:
        return told
    taken_up = (
        day_of_named(named, index) or day_of_toll(named, index) or day_of_background(named, index, quantity)
    )
    if taken_up is not None:
        return taken_up
    next_blow = day_of_next_blow(named, index)
    if next_blow.until is not None:
        return next_blow
    near, main = day_before(named, index, close=True), main_day(named, index)
    if near.until is not None and not (main.from_ and main.until and main.from_ <= near.until <= main.until):
        return near
    return main if main.until is not None else day_before(named, index)


def _day_within(named: ReportTimes, index: int, event: TimeExpression) -> Dated | None:
    """The main day, where a sentence says no more than "this week" or "in a weekend attack" of one attack."""
    if not context.is_loose(named.text, event) or not (event.from_ and event.until):
        return None
    if named.text[event.start : event.end].lower().startswith("earlier"):
        return None
    main = main_day(named, index)
    return main if main.until and event.from_ <= main.until <= event.until else None


def _total(named: ReportTimes, index: int, quantity: Span, time: TimeExpression | None) -> Dated:
    """The dates of a count that runs over days: to its as-of day, where no bounded stretch is named."""
    text, sentence, told = named.text, named.sentences[index], named.as_of(index)
    if time is None:
        before = named.events(index - 1) if index and _OF_THESE.match(text, sentence.start) else []
        return _total(named, index - 1, named.sentences[index - 1], before[-1]) if before else told
    words = words_of(time)
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
        or (time.end <= quantity.start and _EVER_SINCE.search(text, quantity.end, sentence.end))
    ):
        return Dated(time.from_, told.until, words + told.evidence)
    if time.kind == "year" and "last" in text[time.start : time.end].lower():
        return Dated(f"{time.from_}-01-01", f"{time.until}-12-31", words)
    return resolved(named, index, time)


def _standing(named: ReportTimes, index: int, time: TimeExpression | None) -> Dated:
    """The dates of people or bodies held or moved: as of the day named here or just before."""
    if time is not None and (
        time.kind == "since" or _SINCE.search(small(named.text), named.sentences[index].start, time.start)
    ):
        told = named.as_of(index)
        return Dated(time.from_, told.until, words_of(time) + told.evidence)
    if time is not None:
        return Dated(None, time.until, words_of(time))
    if context.is_earlier_than_told(named.text, named.sentences[index]):
        return NO_DATE
    for place in range(index, max(-1, index - 3), -1):
        for one in reversed(named.of(place)):
            if one.time.kind == "day" and one.time.until:
                return Dated(None, one.time.until, words_of(one.time))
    main = main_day(named, index)
    return main if main.until is not None and named.is_fresh(main.until) else NO_DATE


def _opens_clause(text: str, time: TimeExpression, quantity: Span) -> bool:
    """ "It came a day after nine people were killed": the harm was done a day before."""
    between = text[time.end : quantity.start]
    return (
        time.kind == "relative"
        and text[time.start : time.end].lower().endswith(("after", "before"))
        and time.end <= quantity.start
        and (not _SIGNS.intersection(between) or context.comes_after(text, time))
    )
