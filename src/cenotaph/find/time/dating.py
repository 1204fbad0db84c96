"""The dates of a claim: which of the times named in and around its sentence say when the harm was done."""

import re

from cenotaph.find.text.small import small
from cenotaph.find.time import context, dates, parted
from cenotaph.find.time.dates import day_of
from cenotaph.find.time.earlier_days import (
    day_before,
    day_of_background,
    day_of_named,
    day_of_next_blow,
    day_of_toll,
)
from cenotaph.find.time.elsewhere import day_of_deed, day_of_place, day_within
from cenotaph.find.time.main_day import day_of_main, day_of_remains, main_day
from cenotaph.find.time.named_times import NO_DATE, Dated, ReportTimes, words_of
from cenotaph.find.time.nearness import nearest
from cenotaph.find.time.phrases import cues
from cenotaph.find.time.resolved import moved, resolved
from cenotaph.find.time.spoken_deeds import is_spoken_of
from cenotaph.find.time.times import TimeExpression
from cenotaph.find.time.totals import standing_times, total_times
from cenotaph.model import Harm, Scope, Span

_SIGNS = frozenset(".,;:")
_IS_OF_SINCE = re.compile(r",? when\b| (?:\w+ )?(?:killings?|deaths?|murders?|shootings?) of\b")


def claim_times(
    named: ReportTimes, index: int, quantity: Span, scope: Scope, harm: Harm, place: str | None = None
) -> Dated:
    """The dates of the claim whose quantity stands in sentence `index`; `place` is where the harm was done."""
    if scope == "cumulative":
        return total_times(named, index, quantity)
    if scope != "incident":
        return standing_times(named, index, quantity, harm)
    if context.is_of_unknown_day(named.text, named.sentences[index]):
        return NO_DATE
    ours = [
        time
        for time in named.events(index)
        if not parted.is_parted(named.text, named.sentences[index], time, quantity)
    ]
    # Remains are found on another day than that of the attack, which only their own paragraph dates.
    if harm == "bodies" and not ours:
        near = day_before(named, index, close=True)
        return near if near.until is not None else day_of_remains(named, index)
    event = nearest(named.text, _own_days(named, index, ours), quantity)
    return (
        _told_here(named, index, quantity, event, place) if event else _carried(named, index, quantity, place)
    )


def _own_days(named: ReportTimes, index: int, ours: list[TimeExpression]) -> list[TimeExpression]:
    """The times that may date the quantity; where days stand beside a mere "this week", the days."""
    sentence = named.sentences[index]
    days = [time for time in ours if time.kind == "day" and not context.is_aside(named.text, sentence, time)]
    loose = days and all(time in days or context.is_loose(named.text, time) for time in ours)
    return days if loose else ours


def _told_here(
    named: ReportTimes, index: int, quantity: Span, event: TimeExpression, place: str | None
) -> Dated:
    """What the time named beside the quantity stands for."""
    if event.kind == "relative":
        sign = -1 if _opens_clause(named.text, event, quantity) else 1
        return _moved(named, index, event, sign * event.offset)
    if event.kind == "since" and _IS_OF_SINCE.match(named.text, event.end, quantity.start):
        return Dated(
            event.from_, event.from_, words_of(event)
        )  # "The worst since 19 April, when eleven died", "since the 2014 killing of two".
    return (
        _day_within(named, index, event)
        or day_within(named, index, event, place)
        or resolved(named, index, event)
    )


def _moved(named: ReportTimes, index: int, event: TimeExpression, days: int) -> Dated:
    """So many days from the day named last, else from the main one."""
    day, main = moved(named, index, event, days), main_day(named, index)
    start = day_of(main.until)
    if day.until is not None or start is None:
        return day
    there = dates.moved(start, days, "day").edtf()
    return Dated(there, there, words_of(event) + main.evidence)


def _carried(named: ReportTimes, index: int, quantity: Span, place: str | None) -> Dated:
    """The day of an incident whose sentence names none: that of the attack taken up, the main day, else that before."""
    words = parted.apart(named.text, named.sentences[index], quantity)
    if words is not None:
        return _apart(named, index, words, place)
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
    known = is_spoken_of(named.text, named.sentences[index], quantity) or _is_definite(named, quantity)
    deed = day_of_deed(named, index, quantity) if known else None
    if deed is not None:
        return deed
    main = day_of_main(named, index, quantity)
    if is_spoken_of(named.text, named.sentences[index], quantity):
        return main  # "He spoke of the murder of nine priests": on no day that is told of something else.
    near = day_before(named, index, close=True)
    if near.until is not None and not (main.from_ and main.until and main.from_ <= near.until <= main.until):
        return near
    return main if main.until is not None else day_before(named, index)


def _is_definite(named: ReportTimes, quantity: Span) -> bool:
    """ "The six priests", "these two": people told of before, or known."""
    return small(named.text).endswith((" the ", " these ", " those "), 0, quantity.start)


def _apart(named: ReportTimes, index: int, words: re.Match[str], place: str | None) -> Dated:
    """The day of people set apart: that of the attack on their place, where the report tells it."""
    if words["hours"]:
        return main_day(named, index)
    there = day_of_place(named, index, place)
    if there is not None:
        return there
    main = main_day(named, index)
    news = named.main is not None and named.main[0] == index
    return main if words["blamed"] and not news else NO_DATE


def _day_within(named: ReportTimes, index: int, event: TimeExpression) -> Dated | None:
    """The main day, where a sentence says no more than "this week" or "in a weekend attack" of one attack."""
    if not context.is_loose(named.text, event) or not (event.from_ and event.until):
        return None
    if named.text[event.start : event.end].lower().startswith("earlier"):
        return None
    main = main_day(named, index)
    return main if main.until and event.from_ <= main.until <= event.until else None


def _opens_clause(text: str, time: TimeExpression, quantity: Span) -> bool:
    """ "It came a day after nine people were killed": the harm was done a day before."""
    between = text[time.end : quantity.start]
    return (
        time.kind == "relative"
        and text[time.start : time.end].lower().endswith(("after", "before"))
        and time.end <= quantity.start
        and "anniversary" not in between
        and not (" who " in between and len(cues().violence.findall(between.lower())) > 1)
        and (not _SIGNS.intersection(between) or context.comes_after(text, time))
    )
