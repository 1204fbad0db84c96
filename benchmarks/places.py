"""How often the gazetteer finds the place that a name means: accuracy within 161 km on GeoVirus, given the name.

usage: places.py [--half A|B] [--errors N] [FILE]

FILE is GeoVirus.xml (default: ../shared/geo/GeoVirus.xml beside the project; nothing is measured where it is absent).
Half A is every first of two articles, half B every second; the rules were tuned on A alone. No answer counts as wrong.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import NamedTuple
from xml.etree import ElementTree

from cenotaph.find.place.gazetteer import gazetteer
from cenotaph.find.place.geo.distance import distance_km
from cenotaph.model import Place, Span

NEAR_KM = 161.0
DEFAULT = Path(__file__).parents[2] / "shared/geo/GeoVirus.xml"


class Named(NamedTuple):
    """One name of an article with the point that it means, and its page in the encyclopedia."""

    span: Span
    lat: float
    lon: float
    page: str


class Outcome(NamedTuple):
    """What the gazetteer made of one name."""

    half: str
    name: str
    page: str
    place: Place | None
    km: float


def articles(path: Path) -> Iterator[tuple[str, list[Named]]]:
    """Texts with their names, in the order of the text."""
    for article in ElementTree.parse(path).getroot().iter("article"):
        names = [_named(location) for location in article.iter("location")]
        yield article.findtext("text") or "", sorted(names)


def _named(location: ElementTree.Element) -> Named:
    start, end = int(location.findtext("start") or 0), int(location.findtext("end") or 0)
    lat, lon = float(location.findtext("lat") or 0), float(location.findtext("lon") or 0)
    return Named(Span(start - 1, end - 1), lat, lon, (location.findtext("page") or "").rsplit("/", 1)[-1])


def outcomes(path: Path) -> Iterator[Outcome]:
    """One outcome a name."""
    known = gazetteer()
    for number, (text, names) in enumerate(articles(path)):
        places = known.resolve_spans(text, [named.span for named in names])
        for named, place in zip(names, places, strict=True):
            km = distance_km(named.lat, named.lon, place.lat, place.lon) if place else float("inf")
            yield Outcome("AB"[number % 2], text[named.span.start : named.span.end], named.page, place, km)


def report(rows: list[Outcome], errors: int) -> None:
    """Accuracy of each half and of both, then the commonest errors."""
    for half in ("A", "B", "AB"):
        mine = [row for row in rows if row.half in half]
        if mine:
            right = sum(row.km <= NEAR_KM for row in mine)
            print(
                f"half {half}: {right} of {len(mine)} names within {NEAR_KM:.0f} km, {right / len(mine):.1%}"
            )
    wrong = Counter((row.name, row.page, row.place and f"{row.place.name} {row.place.kind} {row.place.country}",
                     row.place and round(row.km)) for row in rows if row.km > NEAR_KM)  # fmt: skip
    for (name, page, chosen, km), times in wrong.most_common(errors):
        print(
            f"{times:3} {name!r} means {page}; found {chosen} ({km} km away)"
            if chosen
            else f"{times:3} {name!r} means {page}; found nothing"
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("file", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--half", choices=("A", "B"), help="one half of the articles only")
    parser.add_argument("--errors", type=int, default=0, help="print the N commonest errors")
    args = parser.parse_args()
    if not args.file.exists():
        sys.exit(f"{args.file} is not there, so there is nothing to measure.")
    start = perf_counter()
    rows = [row for row in outcomes(args.file) if args.half in (None, row.half)]
    seconds = perf_counter() - start
    report(rows, args.errors)
    print(f"{len(rows) / seconds:,.0f} names a second")


if __name__ == "__main__":
    main()
