"""Claimants' running totals over time: bounds as bands, open bounds as arrows, disputes as what they are."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice

from markupsafe import Markup
from msgspec import Struct

from cenotaph.reconcile import Dispute, Series, Step
from cenotaph.rows import bounds
from cenotaph.web.drawings.scales import Scale, day_of, days, ticks
from cenotaph.web.drawings.svg import drawing, element, link, path
from cenotaph.web.look.addresses import claim_address

WIDTH, HEIGHT = 860.0, 360.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 62.0, 190.0, 16.0, 34.0
_MOST = 8
"""Claimants on one chart; the list under it has all."""


class _Point(Struct, frozen=True):
    day: date
    low: int
    high: int
    step: Step


class _Line(Struct, frozen=True):
    name: str
    points: tuple[_Point, ...]


def series_chart(shown: Sequence[Series], disputes: Iterable[Dispute], title: str) -> Markup | None:
    """The chart of some series on the same people and harm; None where none of their figures has a date."""
    lines = [line for line in map(_line, shown) if line.points][:_MOST]
    if not lines:
        return None
    every = [point for line in lines for point in line.points]
    first, last = min(point.day for point in every), max(point.day for point in every)
    x = Scale(first.toordinal(), last.toordinal(), _LEFT, WIDTH - _RIGHT)
    marks = ticks(max(point.high for point in every))
    y = Scale(0, marks[-1], HEIGHT - _BOTTOM, _TOP)
    heights = _label_heights([y(line.points[-1].high) for line in lines])
    parts = [
        *_axes(x, y, marks, first, last),
        *(_disputed(one, x, y) for one in _seen(disputes, shown[0], lines)),
        *(
            _drawn(number, line, x, y, height)
            for number, (line, height) in enumerate(zip(lines, heights, strict=True))
        ),
    ]
    words = "; ".join(f"{line.name}: {', '.join(_said(point) for point in line.points)}" for line in lines)
    return drawing(WIDTH, HEIGHT, title, words, *parts, class_="chart")


def has_days(one: Series) -> bool:
    """Whether a chart shows anything of it: a figure that has a day."""
    return bool(_line(one).points)


def _line(one: Series) -> _Line:
    found: list[_Point] = []
    for step in one.steps:
        day = day_of(step.date)
        if day is not None and (step.low is not None or step.high is not None):
            low = step.low if step.low is not None else 0
            found.append(_Point(day, low, step.high if step.high is not None else low, step))
    return _Line(one.claimant.name, tuple(found))


def _said(point: _Point) -> str:
    return f"{bounds(point.step.low, point.step.high)} on {point.day.isoformat()}"


def _axes(x: Scale, y: Scale, marks: Sequence[int], first: date, last: date) -> list[str]:
    parts = [element("line", None, class_="axis", x1=_LEFT, x2=WIDTH - _RIGHT, y1=y(0), y2=y(0))]
    for mark in marks:
        parts.append(
            element("line", None, class_="grid", x1=_LEFT, x2=WIDTH - _RIGHT, y1=y(mark), y2=y(mark))
        )
        parts.append(
            element("text", f"{mark:,}", class_="tick", x=_LEFT - 8, y=y(mark) + 4, text_anchor="end")
        )
    for day, label in days(first, last):
        at = x(day.toordinal())
        parts.append(element("text", label, class_="tick", x=at, y=HEIGHT - 10, text_anchor="middle"))
        parts.append(element("line", None, class_="axis", x1=at, x2=at, y1=y(0), y2=y(0) + 4))
    return parts


def _drawn(number: int, line: _Line, x: Scale, y: Scale, label_at: float) -> str:
    """A band from low to high, a line through the upper bounds, a point for each figure, the claimant at the end."""
    places = [(x(point.day.toordinal()), point) for point in line.points]
    upper = [(at, y(point.high)) for at, point in places]
    lower = [(at, y(point.low)) for at, point in places]
    parts = []
    if any(point.low != point.high for point in line.points) and len(places) > 1:
        parts.append(element("path", None, class_="band", d=path(upper + lower[::-1]) + "Z"))
    if len(places) > 1:
        parts.append(element("path", None, class_="line", d=path(upper)))
    parts += [_point(line.name, at, point, y) for at, point in places]
    end = upper[-1]
    parts.append(
        element(
            "path", None, class_="leader", d=path([(end[0] + 6, end[1]), (WIDTH - _RIGHT + 8, label_at - 4)])
        )
    )
    shown = line.name if len(line.name) <= 24 else f"{line.name[:23]}…"
    parts.append(element("text", shown, class_="name", x=WIDTH - _RIGHT + 12, y=label_at))
    return element("g", None, *parts, class_=f"claimant c{number}")


def _point(name: str, at: float, point: _Point, y: Scale) -> str:
    step = point.step
    parts = []
    if point.low != point.high:
        parts.append(element("line", None, class_="span", x1=at, x2=at, y1=y(point.low), y2=y(point.high)))
    if step.high is None:
        top = y(point.low)
        parts.append(element("path", None, class_="open", d=f"M{at:.1f},{top:.1f}v-16m-4,5l4,-5l4,5"))
    parts.append(element("circle", None, class_=f"dot {step.turn}", cx=at, cy=y(point.high), r=4.5))
    title = f"{name}: {bounds(step.low, step.high)} as of {step.date}. {step.why}"
    return link(claim_address(step.claims[0]), title, *parts)


def _seen(disputes: Iterable[Dispute], people: Series, lines: Sequence[_Line]) -> list[Dispute]:
    """The first few disputes on these people between claimants of the chart."""
    names = {line.name for line in lines}
    found = (
        one for one in disputes
        if one.harm == people.harm and one.place == people.place and one.side == people.side
        and one.role == people.role and sum(side.claimant.name in names for side in one.positions) > 1
    )  # fmt: skip
    return list(islice(found, 6))


def _disputed(one: Dispute, x: Scale, y: Scale) -> str:
    """A bracket between the lowest and the highest of the figures that cannot all hold."""
    sides = [
        (day, side)
        for side in one.positions
        if (day := day_of(side.date)) is not None and side.low is not None
    ]
    if len(sides) < 2:
        return ""
    values = [value for _, side in sides for value in (side.low, side.high) if value is not None]
    at = x(max(day for day, _ in sides).toordinal()) + 9
    top, bottom = y(max(values)), y(min(values))
    return link(
        f"/disputes/{one.id}",
        f"In dispute: {one.why}",
        element("path", None, class_="dispute", d=f"M{at - 5:.1f},{top:.1f}h5V{bottom:.1f}h-5"),
    )


def _label_heights(wanted: Sequence[float]) -> list[float]:
    """Places for the claimants' names, near the ends of their lines and not on one another."""
    order = sorted(range(len(wanted)), key=lambda number: wanted[number])
    found = [0.0] * len(wanted)
    last = _TOP - 6
    for number in order:
        last = max(wanted[number] + 4, last + 18)
        found[number] = last
    over = last - (HEIGHT - _BOTTOM)
    return [height - max(0.0, over) for height in found]
