"""The land under a map: countries' outlines as far as they are in view, and their names."""

from collections.abc import Callable, Sequence

from cenotaph.web.drawings.svg import element, path
from cenotaph.web.drawings.view import HEIGHT, WIDTH, View, mercator
from cenotaph.web.drawings.world import Outline, outlines

_LEAST = 0.025
"""Of the drawing: a country that covers less of it is not named."""

Point = tuple[float, float]


def land(view: View) -> str:
    """The countries in view, and over them the names of those that cover enough of it."""
    seen = [one for one in outlines() if _meets(one, view)]
    names = (_name(one, view) for one in seen)
    return element("g", None, *(_land(one, view) for one in seen), class_="land") + element(
        "g", None, *(name for name in names if name), class_="countries", aria_hidden="true"
    )


def _meets(one: Outline, view: View) -> bool:
    return (
        one.east >= view.west
        and one.west <= view.east
        and mercator(one.north) >= view.south
        and mercator(one.south) <= view.north
    )


def _land(one: Outline, view: View) -> str:
    points = [view.at(lat, lon) for lon, lat in one.points]
    thinned = [
        point for number, point in enumerate(points)
        if number == 0 or abs(point[0] - points[number - 1][0]) + abs(point[1] - points[number - 1][1]) > 0.4
    ]  # fmt: skip
    kept = [(max(-900.0, min(1800.0, x)), max(-900.0, min(1500.0, y))) for x, y in thinned]
    return element("path", None, element("title", one.name), d=path(kept) + "Z")


def _name(one: Outline, view: View) -> str | None:
    """The country's name in the middle of what is in view of it."""
    points = [view.at(lat, lon) for lon, lat in one.points]
    for inside, cross in _EDGES:
        points = _cut(points, inside, cross)
    area, x, y = _middle(points)
    if abs(area) < _LEAST * WIDTH * HEIGHT:
        return None
    return element("text", one.name, x=x, y=y, text_anchor="middle")


def _across(x: float) -> Callable[[Point, Point], Point]:
    return lambda one, two: (x, one[1] + (two[1] - one[1]) * (x - one[0]) / (two[0] - one[0]))


def _along(y: float) -> Callable[[Point, Point], Point]:
    return lambda one, two: (one[0] + (two[0] - one[0]) * (y - one[1]) / (two[1] - one[1]), y)


_EDGES: tuple[tuple[Callable[[Point], bool], Callable[[Point, Point], Point]], ...] = (
    (lambda one: one[0] >= 0, _across(0.0)),
    (lambda one: one[0] <= WIDTH, _across(WIDTH)),
    (lambda one: one[1] >= 0, _along(0.0)),
    (lambda one: one[1] <= HEIGHT, _along(HEIGHT)),
)


def _cut(
    ring: Sequence[Point], inside: Callable[[Point], bool], cross: Callable[[Point, Point], Point]
) -> list[Point]:
    """What of a ring lies on one side of an edge (Sutherland and Hodgman 1974)."""
    found: list[Point] = []
    for before, here in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
        if inside(here) != inside(before):
            found.append(cross(before, here))
        if inside(here):
            found.append(here)
    return found


def _middle(ring: Sequence[Point]) -> tuple[float, float, float]:
    """A ring's area (its sign tells the direction) and its centre of gravity."""
    area = x = y = 0.0
    for one, two in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        cross = one[0] * two[1] - two[0] * one[1]
        area, x, y = area + cross / 2, x + (one[0] + two[0]) * cross, y + (one[1] + two[1]) * cross
    return (area, x / (6 * area), y / (6 * area)) if area else (0.0, 0.0, 0.0)
