"""The day of a report's main incident, and to which of its sentences that day carries over."""

import re
from collections.abc import Iterator

from cenotaph.find.text.small import in_capitals, small
from cenotaph.find.time import context
from cenotaph.find.time.dates import day_of
from cenotaph.find.time.named_times import NO_DATE, Dated, ReportTimes, words_of
from cenotaph.find.time.phrases import cues, tells_violence
from cenotaph.find.time.resolved import resolved
from cenotaph.find.time.spoken_deeds import is_spoken_of
from cenotaph.find.time.times import TimeExpression
from cenotaph.find.time.words import lexicon
from cenotaph.model import Span

_LOOK_AHEAD = 8  # Sentences that a headline or lead may stand before the one that names the day.
_HEAD_SENTENCES = 14  # Among these the main incident is named.
_BESIDE = 60  # Characters.
_NEAR = 3  # Sentences.
_LAST = 2  # Words of a quantity.
_SIGNS = "\"'(),.;:[]"
_VAGUE = frozenset(
    (
        "a",
        "an",
        "the",
        "de",
        "of",
        "one",
        "another",
        "several",
        "many",
        "some",
        "than",
        "least",
        "about",
        "approximately",
    )
    + ("nearly", "over", "around", "almost", "number", "other")
)
_MANY_DAYS = 3  # So many days told of, and none of them is that of a sentence without one.
_REMAINS = re.compile(r"\b(?:bodies|body|corpses?|remains|coffins?|caskets?|mass graves?)\b")
_WORD = re.compile(r"[a-z]+")
_LEAD = 2  # Sentences whose day is the news, should no word of violence stand right beside it.
_DATELINE = re.compile(r"\s*(?:\(|--|–|—)")  # "KABUL, August 14 – ".
_DAYS_REACH = 20  # Sentences.


def main_day(named: ReportTimes, index: int) -> Dated:
    """The day of the report's main incident, where that dates sentence `index` too."""
    if index not in named.main_days:
        named.main_days[index] = _main_day(named, index)
    return named.main_days[index]


def day_of_main(named: ReportTimes, index: int, quantity: Span) -> Dated:
    """The report's main day for a quantity of sentence `index`. Far above a deed that is only spoken of, and in copy in
    capitals, which has no headline, further below than what follows a lead, it must be told of the same person or figure."""
    day = main_day(named, index)
    if day.until is None or named.main is None:
        return day
    ahead = named.main[0] - index
    spoken_of = ahead < -_NEAR and is_spoken_of(named.text, named.sentences[index], quantity)
    far = spoken_of or (ahead > (1 if index else _LEAD) and in_capitals(named.text))
    return NO_DATE if far and not _tells_of(named, named.main[0], quantity) else day


def _tells_of(named: ReportTimes, index: int, quantity: Span) -> bool:
    """Whether a sentence has one of the last words of a quantity: a surname, a numeral."""
    span, text = named.sentences[index], small(named.text)
    told = {word.strip(_SIGNS) for word in text[quantity.start : quantity.end].split()[-_LAST:]} - _VAGUE
    return any(word.strip(_SIGNS) in told for word in text[span.start : span.end].split())


def day_of_remains(named: ReportTimes, index: int) -> Dated:
    """The report's main day for remains of which sentence `index` counts, where that is a day of remains."""
    day = main_day(named, index)
    if day.until is None or named.main is None:
        return NO_DATE
    span = named.sentences[named.main[0]]
    return day if _REMAINS.search(small(named.text), span.start, span.end) else NO_DATE


def _main_day(named: ReportTimes, index: int) -> Dated:
    if named.thread(index):
        return NO_DATE
    if named.main is None:
        named.main = _find_main(named)
    place, day = named.main
    if day == NO_DATE or place - index > _LOOK_AHEAD or named.turns_elsewhere(index):
        return NO_DATE
    if index < place and place > 2 and _opens_with_day(named, place):
        return NO_DATE
    if named.published is None and _names_another_weekday(named, index, day):
        return NO_DATE
    return NO_DATE if _has_many_days(named, place, index) else day


def _names_another_weekday(named: ReportTimes, index: int, day: Dated) -> bool:
    """Whether sentence `index` tells of a weekday that `day` is not: without a report's date "on Tuesday" is of no week."""
    told, span = day_of(day.until), named.sentences[index]
    words = _WORD.findall(small(named.text), span.start, span.end)
    numbers = {lexicon().weekdays[word] for word in words if word in lexicon().weekdays}
    return told is not None and bool(numbers) and told.weekday() not in numbers


def _has_many_days(named: ReportTimes, place: int, index: int) -> bool:
    """Whether the sentences from the main one to `index` name several days of events; no more of them are read than
    it takes to tell."""
    first, last = sorted((place, index))
    days = set[str]()
    for at in range(last, max(first, last - _DAYS_REACH) - 1, -1):
        days.update(time.until for time in named.events(at) if time.kind == "day" and time.until)
        if len(days) >= _MANY_DAYS:
            return True
    return False


def _opens_with_day(named: ReportTimes, index: int) -> bool:
    """ "On Sunday, two ...": a day of its own, told after another."""
    first = next(iter(named.events(index)), None)
    if first is not None and context.names_attack(named.text, first):
        return False  # "Sunday's attack" takes up what was told.
    return first is not None and first.start - named.sentences[index].start <= len("On ")


def _find_main(named: ReportTimes) -> tuple[int, Dated]:
    """The first recent day that is named close to a word of violence, with its sentence; else in a sentence with one."""
    loose: tuple[int, TimeExpression] | None = None
    for index, span in enumerate(named.sentences[:_HEAD_SENTENCES]):
        led = loose is not None and loose[0] <= _LEAD < index - 1
        if not (
            tells_violence(named.text[span.start : span.end])
            or _tells_when(named, span)
            or context.names_operation(named.text, span)
        ):
            continue
        for day in _days(named, index):
            if led and not context.names_attack(named.text, day):
                continue
            told = _tells_when(named, span) or context.names_operation(named.text, span)
            if told or _is_by_violence(named, span, day):
                return index, _extended(named, index, day)
            if _DATELINE.match(named.text, day.end) is None:
                loose = loose or (index, day)
    loose = loose or _weekend(named)
    return (loose[0], _extended(named, *loose)) if loose else (0, NO_DATE)


def _weekend(named: ReportTimes) -> tuple[int, TimeExpression] | None:
    """ "The weekend shooting" of a lead, where the report tells no closer."""
    for index in range(min(_LEAD, len(named.sentences))):
        for time in named.events(index):
            if context.is_loose(named.text, time) and not context.is_week(named.text, time):
                return index, time
    return None


def _is_by_violence(named: ReportTimes, span: Span, day: TimeExpression) -> bool:
    start, end = max(span.start, day.start - _BESIDE), min(span.end, day.end + _BESIDE)
    return cues().violence.search(small(named.text), start, end) is not None


def _tells_when(named: ReportTimes, span: Span) -> bool:
    """ "The incident took place on the road to the port on Sunday"."""
    return cues().took_place.match(small(named.text), span.start, span.end) is not None


def _is_week(time: TimeExpression) -> bool:
    """Whether a time is a stretch of some days ("the past week"), and no day, night or "over the weekend"."""
    first, last = day_of(time.from_), day_of(time.until)
    return first is not None and last is not None and (last - first).days > 1


def _days(named: ReportTimes, index: int) -> Iterator[TimeExpression]:
    """The recent days of a sentence, asides left out; at the head of a report "Tuesday's attack" comes first."""
    events = [
        time
        for time in named.events(index)
        if named.is_recent(time) and not _is_week(time) and not context.is_loose(named.text, time)
    ]
    if index <= 1:
        yield from (time for time in events if context.names_attack(named.text, time))
    span = named.sentences[index]
    yield from (time for time in events if not context.is_aside(named.text, span, time))


def _extended(named: ReportTimes, index: int, start: TimeExpression) -> Dated:
    """An incident that "began Friday night" ends on the next day that the following sentences name."""
    day = resolved(named, index, start)
    if day.until is None or not context.is_start(named.text, start):
        return day
    for place in range(index, min(index + _LOOK_AHEAD, len(named.sentences))):
        for time in named.events(place):
            if time.kind == "day" and time.until and time.until > day.until:
                return Dated(day.from_, time.until, day.evidence + words_of(time))
    return day
