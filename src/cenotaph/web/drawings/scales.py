"""From days and figures to places on a drawing."""

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct


class Scale(Struct, frozen=True):
    """A stretch of numbers laid on a stretch of the drawing."""

    first: float
    last: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Where the number lies."""
        if self.last == self.first:
            return (self.start + self.end) / 2
        return self.start + (value - self.first) / (self.last - self.first) * (self.end - self.start)


def day_of(edtf: str | None) -> date | None:
    """The last day that a date means, None where its year is not known."""
    if not edtf or edtf.startswith("X"):
        return None
    parts = [int(part) for part in edtf[:10].split("-") if part.isdigit()]
    try:
        if len(parts) == 1:
            return date(parts[0], 12, 31)
        if len(parts) == 2:
            following = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
            return following - timedelta(days=1)
        return date(*parts)
    except (ValueError, TypeError):
        return None


def ticks(highest: float) -> list[int]:
    """Round figures from 0 to just above the highest."""
    if highest <= 0:
        return [0, 1]
    step = 10.0 ** (len(str(int(highest))) - 1)
    for factor in (0.2, 0.25, 0.5, 1, 2):
        if highest / (step * factor) <= 6:
            step *= factor
            break
    step = max(1, int(step))
    return list(range(0, int(highest) + step, step))


def days(first: date, last: date) -> list[tuple[date, str]]:
    """Days worth a mark between two: about six, with what to call them."""
    length = (last - first).days
    if length > 366 * 2:
        years = range(first.year, last.year + 1)
        return [(date(year, 1, 1), str(year)) for year in years if first <= date(year, 1, 1) <= last]
    if length > 120:
        months = list(_months(first, last))
        skip = -(-len(months) // 8)
        return [
            (one, f"{one:%b %Y}" if one.month == 1 or one is months[0] else f"{one:%b}")
            for one in months[::skip]
        ]
    step = max(1, length // 5)
    return [
        (day, f"{day.day} {day:%b}")
        for day in (first + timedelta(days=n) for n in range(0, length + 1, step))
    ]


def _months(first: date, last: date) -> Iterable[date]:
    at = date(first.year, first.month, 1)
    while at <= last:
        if at >= first:
            yield at
        at = (at + timedelta(days=32)).replace(day=1)
