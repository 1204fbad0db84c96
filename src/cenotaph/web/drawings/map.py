"""Where the harm was and which way the dead were taken, on a map cut to what it has to show."""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import atan2, cos, degrees, radians, sin, sqrt

from markupsafe import Markup
from msgspec import Struct

from cenotaph.web.drawings.land import land
from cenotaph.web.drawings.svg import drawing, element, link
from cenotaph.web.drawings.view import HEIGHT, WIDTH, View, view_of

_LABELS = 26
_FIRST, _APART = -150.0, 40.0
"""Degrees at which arrows with one known end leave a place: the first, and between two; names stand on the right."""
_OPEN = (8.0, 46.0)


class Spot(Struct, frozen=True):
    """A place on the map: where, what it is called, how much is told of it, and the page behind it.

    `kind` is its class in the gazetteer: a town is drawn as a dot, a region as a ring.
    """

    name: str
    lat: float
    lon: float
    kind: str
    claims: int
    address: str


class Way(Struct, frozen=True):
    """A move from one place to another, both as latitude and longitude, with what is said of it and the page behind it. Of a
    move that is told only as leaving or as reaching a place, the other end is None."""

    start: tuple[float, float] | None
    end: tuple[float, float] | None
    said: str
    address: str
    cargo: str


def map_of(spots: Sequence[Spot], ways: Sequence[Way], title: str) -> Markup | None:
    """The map; None where there is nothing to put on it."""
    if not spots and not ways:
        return None
    view = view_of(
        [
            *((one.lat, one.lon) for one in spots),
            *(end for way in ways for end in (way.start, way.end) if end),
        ]
    )
    ranked = sorted(spots, key=lambda one: -one.claims)
    words = f"{len(spots)} places, {len(ways)} moves. " + "; ".join(
        f"{one.name}: {one.claims}" for one in ranked[:40]
    )
    return drawing(
        WIDTH,
        HEIGHT,
        title,
        words,
        element("rect", None, class_="sea", width=WIDTH, height=HEIGHT),
        land(view),
        element("g", None, *_ways(ways, view), class_="ways"),
        element("g", None, *(_spot(one, view) for one in ranked), class_="spots"),
        element("g", None, *_names(ranked, view), class_="names"),
        class_="map",
        # For the script that zooms, so that an address tells a part of the world and not of this drawing.
        data_west=view.west,
        data_east=view.east,
        data_south=view.south,
        data_north=view.north,
    )


def _ways(ways: Sequence[Way], view: View) -> Iterator[str]:
    """Moves between two places as curves; those with one known end as short arrows out of it or into it, side by side."""
    open_: Counter[tuple[float, float]] = Counter()
    for one in ways:
        known = one.start or one.end
        if known is None:
            continue
        if one.start and one.end:
            yield link(one.address, one.said, *_arrow(one, view.at(*one.start), view.at(*one.end)))
            continue
        x, y = view.at(*known)
        angle = radians(_FIRST + _APART * open_[known])
        open_[known] += 1
        near, far = ((x + r * cos(angle), y + r * sin(angle)) for r in _OPEN)
        arrow = _arrow(one, *((near, far) if one.start else (far, near)))
        # The script keeps its size about the place.
        shown = element("g", None, *arrow, class_="open-way", data_x=x, data_y=y)
        yield link(one.address, one.said, shown)


def _arrow(one: Way, start: tuple[float, float], end: tuple[float, float]) -> tuple[str, str]:
    """A curve, and its head at where they were taken."""
    (x, y), (to_x, to_y) = start, end
    bend_x, bend_y = (x + to_x) / 2 + (to_y - y) * 0.15, (y + to_y) / 2 - (to_x - x) * 0.15
    curve = f"M{x:.1f},{y:.1f}Q{bend_x:.1f},{bend_y:.1f} {to_x:.1f},{to_y:.1f}"
    turn = f"translate({to_x:.1f} {to_y:.1f}) rotate({degrees(atan2(to_y - bend_y, to_x - bend_x)):.1f})"
    return (
        element("path", None, class_=f"way {one.cargo}", d=curve),
        element("path", None, class_=f"way-head {one.cargo}", d="M-9,-4L0,0L-9,4", transform=turn),
    )


def _spot(one: Spot, view: View) -> str:
    x, y = view.at(one.lat, one.lon)
    radius = 3.5 + min(9.0, sqrt(one.claims) * 1.2)
    exact = one.kind in ("city", "site", "town", "village")
    title = f"{one.name}: {one.claims} {'claim' if one.claims == 1 else 'claims'}{'' if exact else f' (a {one.kind})'}"
    return link(one.address, title, element("circle", None, class_="exact" if exact else "wide", cx=x, cy=y,
                                            r=radius if exact else radius + 7))  # fmt: skip


def _names(ranked: Sequence[Spot], view: View) -> list[str]:
    """Names of the places, those most is told of first. Names that would lie on one another wait for a closer look."""
    taken: list[tuple[float, float, float, float]] = []
    found: list[str] = []
    for one in ranked:
        x, y = view.at(one.lat, one.lon)
        box = (x + 8, y - 8, x + 12 + 7.4 * len(one.name), y + 8)
        is_free = len(taken) < _LABELS and not any(_overlap(box, other) for other in taken)
        taken += [box] if is_free else []
        found.append(element("text", one.name, class_=None if is_free else "more", x=x + 10, y=y + 4))
    return found


def _overlap(one: tuple[float, float, float, float], two: tuple[float, float, float, float]) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
