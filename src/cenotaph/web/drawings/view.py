"""The part of the world that a map shows, and where its points lie on the drawing."""

from collections.abc import Iterable
from math import asinh, degrees, radians, tan

from msgspec import Struct

from cenotaph.web.drawings.scales import Scale

WIDTH, HEIGHT = 860.0, 520.0
_MARGIN = 0.12
_SMALLEST = 3.0
"""Degrees that a map shows at least."""


class View(Struct, frozen=True):
    """A box of Mercator's map, in degrees at the equator, and the scales that lay it on the drawing."""

    west: float
    east: float
    south: float
    north: float
    x: Scale
    y: Scale

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        """Where a point lies on the drawing."""
        return self.x(lon), self.y(mercator(lat))


def view_of(points: Iterable[tuple[float, float]]) -> View:
    """A box around the points with some room, of the drawing's own proportions."""
    every = list(points)
    south, north = min(lat for lat, _ in every), max(lat for lat, _ in every)
    west, east = min(lon for _, lon in every), max(lon for _, lon in every)
    width = max((east - west) * (1 + 2 * _MARGIN), _SMALLEST)
    low, high = mercator(max(south, -80)), mercator(min(north, 80))
    height = max((high - low) * (1 + 2 * _MARGIN), _SMALLEST)
    width, height = max(width, height * WIDTH / HEIGHT), max(height, width * HEIGHT / WIDTH)
    middle_x, middle_y = (west + east) / 2, (low + high) / 2
    left, right = middle_x - width / 2, middle_x + width / 2
    bottom, top = middle_y - height / 2, middle_y + height / 2
    return View(left, right, bottom, top, Scale(left, right, 0, WIDTH), Scale(bottom, top, HEIGHT, 0))


def mercator(lat: float) -> float:
    """The latitude as Mercator's map stretches it, in degrees at the equator."""
    return degrees(asinh(tan(radians(max(-84.0, min(84.0, lat))))))
