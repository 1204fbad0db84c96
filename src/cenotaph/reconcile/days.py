"""EDTF dates as stretches of days, and how exactly a stretch is known."""

from calendar import monthrange
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from cenotaph.reconcile.values import Statement

_QUALIFIERS = "?~%"
_DAYS_OF_A_WEEK = 7
_DAYS_OF_A_MONTH = 31
_DAYS_BEFORE_A_REPORT = 3
"""An attack that a report does not date took place so many days before it came out, at the most."""


class Days(NamedTuple):
    """A stretch of days, both ends inclusive."""

    first: date
    last: date

    def meets(self, other: "Days", *, slack: int = 0) -> bool:
        """Whether some day is in both, give or take `slack` days."""
        gap = timedelta(days=slack)
        return self.first - gap <= other.last and other.first - gap <= self.last

    @property
    def length(self) -> int:
        """How many days there are."""
        return (self.last - self.first).days + 1


@lru_cache(20_000)
def days_of(edtf: str | None) -> Days | None:
    """The days that an EDTF date covers: a day, a month, a year; None where its year is not known ("XXXX-03-13")."""
    if not edtf:
        return None
    parts = edtf.rstrip(_QUALIFIERS)[:10].split("-")
    known = [int(part) for part in parts if part.isdigit()]
    if not known or not parts[0].isdigit():
        return None
    try:
        return _stretch(*known)
    except ValueError:
        return None


def _stretch(year: int, month: int | None = None, day: int | None = None) -> Days:
    if month is None:
        return Days(date(year, 1, 1), date(year, 12, 31))
    if day is None:
        return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
    return Days(date(year, month, day), date(year, month, day))


def covered(statement: Statement) -> Days | None:
    """The days that a claim says it covers, None where it gives none with a year."""
    start, end = days_of(statement.claim.from_), days_of(statement.claim.until)
    if start and end:
        return Days(min(start.first, end.first), max(start.last, end.last))
    return start or end


def happened(statement: Statement) -> Days | None:
    """When an attack took place: as the claim says, else in the days before its report came out."""
    own = covered(statement)
    if own is not None:
        return own
    out = days_of(statement.published)
    return Days(out.first - timedelta(days=_DAYS_BEFORE_A_REPORT), out.last) if out else None


def as_of(statement: Statement) -> Days | None:
    """The day up to which a figure counts: of a running total the claim's own, else that of its report."""
    if statement.claim.scope == "incident":
        return days_of(statement.published) or days_of(statement.claim.until)
    return days_of(statement.claim.until) or days_of(statement.published)


def is_later(one: Statement, other: Statement) -> bool:
    """Whether dates prove that `one` gives its figure as of a later time; by the clock where both reports tell it, and within
    a sentence where it says so ("risen from 52 to 57")."""
    if one.former != other.former and _are_in_one_sentence(one, other):
        return other.former
    mine, theirs = as_of(one), as_of(other)
    if mine is None or theirs is None:
        return False
    if mine.last == theirs.last and mine.length == theirs.length == 1:
        clocks = [_clock(statement) for statement in (one, other)]
        return clocks[0] is not None and clocks[1] is not None and clocks[0] > clocks[1]
    return mine.first > theirs.last


def _are_in_one_sentence(one: Statement, other: Statement) -> bool:
    return one.claim.report == other.claim.report and one.claim.sentence == other.claim.sentence


def _clock(statement: Statement) -> datetime | None:
    """When its report came out, as an instant: only where it tells the hour and the zone."""
    try:
        told = datetime.fromisoformat(statement.published or "")
    except ValueError:
        return None
    return told if told.tzinfo is not None else None


def date_precision(days: Days | None) -> int:
    """UCDP's date_prec: 1 the day, 2 a span of two to six days, 3 a week, 4 a month, 5 a year or not known.

    UCDP GED codebook, variable date_prec.
    """
    if days is None:
        return 5
    if days.length == 1:
        return 1
    if days.length < _DAYS_OF_A_WEEK:
        return 2
    if days.length == _DAYS_OF_A_WEEK:
        return 3
    return 4 if days.length <= _DAYS_OF_A_MONTH else 5
