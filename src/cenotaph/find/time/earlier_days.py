"""Days that an earlier sentence tells and a later one takes up: just before, by the attack's name, by its toll."""

import re

from cenotaph.find.counts.numerals import lowered
from cenotaph.find.text.small import small
from cenotaph.find.time import context
from cenotaph.find.time.named_times import NO_DATE, Dated, ReportTimes
from cenotaph.find.time.phrases import cues
from cenotaph.find.time.resolved import resolved
from cenotaph.find.time.times import TimeExpression
from cenotaph.model import Span

_NAMED_REACH = 5  # Sentences.
_BESIDE = 40  # Characters.
_OPENING = 24  # Characters before victims who open a sentence.
_IN_THAT = re.compile(
    r"\b(?:in|by|during|from) (?:that|the) (?:[\w-]+ )?(?:attack|incident|raid|blast|bombing|shooting|strike|ambush|massacre|clash|assault|explosion)\b"
)
_GOES_ON = re.compile(  # "They killed a teacher and took", "the group said it had killed".
    r"\W*(?:(?:they|it|the (?:\w+ )?(?:attacks?|bombings?|blasts?|explosions?|raids?|strikes?|shootings?|ambush|assault|massacre|gunmen|attackers?|bombers?|assailants?|militants|fighters|group|device|bombs?))\b"
    r"|[^.,;]{0,40}\b(?:said|says|say)(?: that)? (?:it|they)\b)"
)
_ATTACKED = re.compile(
    r"\b(?:attack\w*|bomb\w*|raid\w*|ambush\w*|blast|explo\w+|shooting|shootout|shot|opened fire|massacre\w*|struck|strike|airstrike|air raid|stormed|shell\w*|blew|siege|kill(?:ed|ing|s)|kidnap\w*|abduct\w*|seized|hijack\w*)\b"
)


def day_before(named: ReportTimes, index: int, *, close: bool = False) -> Dated:
    """The recent day of an event that one of the three sentences before names, the nearest first."""
    if named.turns_elsewhere(index):
        return NO_DATE
    for place in range(index - 1, max(-1, index - 4), -1):
        if named.thread(place) != named.thread(index):
            break
        if close and "\n\n" in named.text[named.sentences[place].start : named.sentences[index].start]:
            break
        days = [time for time in named.events(place) if named.is_recent(time)]
        attacks = [time for time in days if context.names_attack(named.text, time)]
        for time in attacks or reversed(days):
            if attacks or not context.is_aside(named.text, named.sentences[place], time):
                return resolved(named, place, time)
    return NO_DATE


def day_of_named(named: ReportTimes, index: int) -> Dated | None:
    """The day of "the bombing" where the sentence takes up an attack by its name, told with its day before."""
    span = named.sentences[index]
    match = cues().named.search(small(named.text), span.start, span.end)
    if match is None:
        return None
    noun = match.group(1) or match.group(2)
    for place in range(index - 1, max(-1, index - _NAMED_REACH), -1):
        at = named.sentences[place]
        any_attack = noun == "attack" and place == index - 1 and _tells_attack(named, place)
        if noun not in lowered(named.text[at.start : at.end]) and not any_attack:
            continue
        day = next((time for time in named.events(place) if named.is_recent(time)), None)
        if day is not None:
            return resolved(named, place, day)
    return None


def _tells_attack(named: ReportTimes, at: int) -> bool:
    """ "They hurled grenades on Tuesday, killing two", which the next sentence may call an attack."""
    span = named.sentences[at]
    return _ATTACKED.search(small(named.text), span.start, span.end) is not None


def day_of_next_blow(named: ReportTimes, index: int) -> Dated:
    """The day of what was told right before a sentence that goes on "hours later" or "at about 9.45 a.m."."""
    span = named.sentences[index]
    if not index or cues().same_day.search(small(named.text), span.start, span.end) is None:
        return NO_DATE
    for place in range(index - 1, max(-1, index - 4), -1):
        days = [time for time in named.events(place) if named.is_recent(time)]
        if days:
            return resolved(named, place, days[-1])
    return NO_DATE


def day_of_background(named: ReportTimes, index: int, quantity: Span) -> Dated | None:
    """The old time of an attack told right before a sentence that goes on with its victims ("In July 1989 they bombed a
    bus. Fifteen marines were hurt")."""
    own = named.sentences[index]
    if not index or named.thread(index) != named.thread(index - 1):
        return None
    goes_on = quantity.start - own.start <= _OPENING or _GOES_ON.match(
        small(named.text), own.start, quantity.start
    )
    if not goes_on and _IN_THAT.search(small(named.text), own.start, own.end) is None:
        return None
    before = named.sentences[index - 1]
    told = [
        time
        for time in named.events(index - 1)
        if time.until and (time.kind in ("day", "month", "year") or context.is_week(named.text, time))
    ]
    told = [time for time in told if _is_by_attack(named.text, before, time)] if len(told) > 1 else told
    if len(told) != 1 or named.is_recent(told[0]) or context.is_aside(named.text, before, told[0]):
        return None
    if "\n\n" in named.text[before.start : own.start] or _began_then(named.text, told[0]):
        return None
    if _ATTACKED.search(small(named.text), before.start, before.end) is None:
        return None
    return resolved(named, index - 1, told[0])


def _began_then(text: str, time: TimeExpression) -> bool:
    """Whether something began at a time, and not "began its campaign on May 7 after rebels attacked"."""
    return context.is_start(text, time) and not text.startswith(" after ", time.end)


def _is_by_attack(text: str, sentence: Span, time: TimeExpression) -> bool:
    start, end = max(sentence.start, time.start - _BESIDE), min(sentence.end, time.end + _BESIDE)
    return _ATTACKED.search(small(text), start, end) is not None


def day_of_toll(named: ReportTimes, index: int) -> Dated | None:
    """The time of the event told right before a sentence on "the toll"."""
    span = named.sentences[index]
    if not index or cues().toll.search(named.text, span.start, span.end) is None:
        return None
    before = named.sentences[index - 1]
    if "\n\n" in named.text[before.start : span.start] or named.thread(index) != named.thread(index - 1):
        return None
    if cues().violence.search(small(named.text), before.start, before.end) is None:
        return None
    event = next((time for time in named.events(index - 1) if time.kind in ("day", "month", "span")), None)
    return resolved(named, index - 1, event) if event is not None else None
