"""Dates of whatever precision, as EDTF, and the arithmetic of "last Thursday" and "the past two weeks"."""

from datetime import date, timedelta
from typing import NamedTuple


class Partial(NamedTuple):
    """A date of which the year, the month or the day may be unknown (None)."""

    year: int | None
    month: int | None = None
    day: int | None = None
    decade: bool = False

    def edtf(self) -> str:
        """The date as EDTF: "2022-03-13", "2022-03", "2022", "XXXX-03-13", "199X"."""
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        if self.decade:
            return f"{year[:3]}X"
        parts = [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join([year, *parts])


def partial(day: date) -> Partial:
    """A whole date."""
    return Partial(day.year, day.month, day.day)


def day_of(published: str | None) -> date | None:
    """The day of an ISO date or date-time, None where there is none or it is no date."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def is_day(year: int | None, month: int, day: int) -> bool:
    """Whether such a day exists (in some year, where the year is unknown)."""
    try:
        date(2000 if year is None else year, month, day)
    except ValueError:
        return False
    return True


def last_such(anchor: date | None, month: int, day: int | None = None) -> Partial:
    """The last such month or day up to `anchor`, the year unknown where there is no anchor.

    The day after `anchor` counts too: a clock elsewhere may be past midnight.
    """
    if anchor is None:
        return Partial(None, month, day)
    limit = anchor + timedelta(days=1 if day else 0)
    year = limit.year - ((month, day or 1) > (limit.month, limit.day if day else 1))
    while day and not is_day(year, month, day):
        year -= 1
    return Partial(year, month, day)


def weekday(anchor: date, number: int, *, strictly: bool = False) -> date:
    """The last such weekday on or before `anchor`, or before it where `strictly`; Monday is 0."""
    back = (anchor.weekday() - number) % 7
    return anchor - timedelta(days=7 if strictly and back == 0 else back)


def nth_weekday(year: int, month: int, number: int, nth: int) -> date:
    """The nth such weekday of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(number - first.weekday()) % 7 + 7 * (nth - 1))


def moved(anchor: date, count: int, unit: str) -> Partial:
    """`anchor` moved by `count` days, weeks, months or years; months and years keep no day."""
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + count
        return Partial(months // 12, months % 12 + 1)
    if unit in ("year", "decade"):
        return Partial(anchor.year + count * (10 if unit == "decade" else 1))
    return partial(anchor + timedelta(days=count * {"minute": 0, "hour": 0, "day": 1, "week": 7}[unit]))


def opening(anchor: date, count: int, unit: str) -> Partial:
    """The day on which "the past `count` units" began; hours count as started days."""
    if unit in ("minute", "hour"):
        return partial(anchor - timedelta(days=-(-count // 24) if unit == "hour" else 0))
    days = {"day": 1, "week": 7, "month": 30, "year": 365, "decade": 3652}[unit]
    return partial(anchor - timedelta(days=count * days))
