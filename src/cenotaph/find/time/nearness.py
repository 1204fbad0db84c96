"""Which of the times of a sentence stands nearest to a quantity."""

import re

from cenotaph.find.time.named_times import NamedTime
from cenotaph.find.time.times import TimeExpression
from cenotaph.model import Span

# "Two died on Sunday and nine were killed on Monday": the day before the "and" is that of the clause before.
_CLAUSE = re.compile(r"(?:^|\s)(?:and|while|whereas) (?:(?:another|at least|some|about|the) )?$")
_NEXT_CLAUSE = 90  # Characters.
# "Eight were killed, and in April two blasts killed thirty": the time behind the "and" opens a clause of its own.
_OPENS_NEXT = re.compile(
    r"(?:,|\s)\s?(?:and|but|while),? (?:(?:in|on|during|over|earlier) )?(?:early |late |mid-)?$"
)
_ITS_CLAUSE = re.compile(
    r",? (?:(?:an?|the|two|three|several|another|at least|more than|some|gunmen|militants|rebels|suicide|troops)\b|\d)"
)
_BESIDE = 12  # Characters.
_DEEDS = "killed|dead|died|wounded|injured|shot|slain|murdered|executed|beheaded|captured|kidnapped|abducted|arrested|detained|assassinated"
_HARMED = re.compile(rf"\b(?:{_DEEDS})\b")
_HARMED_ON = re.compile(rf"\b(?:{_DEEDS}) (?:(?:on|in|last|early|late) )?$")
_COMMA = 8  # Characters.


def nearest(text: str, events: list[TimeExpression], quantity: Span) -> TimeExpression | None:
    """The time nearest to the quantity."""
    return min(events, key=lambda time: _distance(text, time, quantity), default=None)


def times_by_distance(text: str, named: list[NamedTime], quantity: Span) -> list[NamedTime]:
    """The times, the nearest to the quantity first."""
    return sorted(named, key=lambda one: _distance(text, one.time, quantity))


def _distance(text: str, time: TimeExpression, quantity: Span) -> int:
    """Characters between a time and a quantity; a semicolon or dash between them counts as sixty, the start of a clause as ninety."""
    behind = time.start >= quantity.end
    between = text[quantity.end : time.start] if behind else text[time.end : quantity.start]
    if behind and time.kind != "relative" and _harmed_then(between):
        return min(len(between), _BESIDE)
    other = _opens_next(text, between, time) if behind else _CLAUSE.search(between) is not None
    return (
        len(between)
        + 60 * sum(between.count(sign) for sign in ";—–")
        + (_NEXT_CLAUSE if other else 0)
        + (_COMMA if not behind and "," in between else 0)
    )


def _harmed_then(between: str) -> bool:
    """ "Omar Said, who took the port in May, was killed on Sunday": the verb of the harm itself takes the time behind."""
    return _HARMED_ON.search(between) is not None and len(_HARMED.findall(between)) == 1


def _opens_next(text: str, between: str, time: TimeExpression) -> bool:
    return _OPENS_NEXT.search(between) is not None and _ITS_CLAUSE.match(text, time.end) is not None
