"""Which of the times of a sentence stands nearest to a quantity."""

import re

from cenotaph.find.time.named_times import NamedTime
from cenotaph.find.time.times import TimeExpression
from cenotaph.model import Span

# "Two died on Sunday and nine were killed on Monday": the day before the "and" is that of the clause before.
_CLAUSE = re.compile(r"(?:^|\s)(?:and|while|whereas) (?:(?:another|at least|some|about|the) )?$")
_NEXT_CLAUSE = 90  # Characters.


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
    return (
        len(between)
        + 60 * sum(between.count(sign) for sign in ";—–")
        + (_NEXT_CLAUSE if not behind and _CLAUSE.search(between) else 0)
    )
