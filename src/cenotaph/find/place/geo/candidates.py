"""The places that a name may mean, each with how likely it is when nothing else is known."""

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct, structs

from cenotaph.find.place.geo.entry import Entry, Hit, Kind
from cenotaph.find.place.geo.spelling import slips, variants
from cenotaph.find.place.geo.table import PlaceTable
from cenotaph.find.text.folding import fold
from cenotaph.find.whose.parties import nations

# Points added to log10 of the population: a country's name means the country, a division's rather its capital.
_KIND_POINTS: dict[Kind, float] = {
    "country": 4.0, "world": 9.0, "water": 6.0, "area": 5.5, "region": -1.0, "district": -1.5, "city": 0.0, "site": 3.0,
}  # fmt: skip
# log10 of the people in a place whose number is not known.
_UNKNOWN_SIZE: dict[Kind, float] = {"city": 3.5, "district": 4.5, "region": 6.0}
_VARIANT_POINTS = -0.8
_NOTED_POINTS = 0.6
_TAIL_POINTS = 3.0
_MAX_CANDIDATES = 24
# A town counts as a division's seat from this size (log10 of its people) and this share of the division's (log10).
_SEAT_SIZE = 4.5
_SEAT_SHARE = 1.1
_SEAT_LEAD = 0.5

# What a word in the name says of the kind of place that is meant.
_TAILS: tuple[tuple[re.Pattern[str], tuple[Kind, ...]], ...] = (
    (re.compile(r" (?:region|oblast|province|governorate|state|krai|republic|department|prefecture)$"), ("region", "area")),
    (re.compile(r"^(?:province|region|department|state|governorate) of "), ("region", "area")),
    (re.compile(r" (?:district|county|raion|territory|municipality|agency|subdistrict)$"), ("district", "region", "area")),
    (re.compile(r" (?:city|town|village|neighbou?rhood|suburb)$"), ("city", "site")),
    (re.compile(r"^(?:city|town|village|port) of "), ("city", "site")),
)  # fmt: skip


class Candidate(Struct, frozen=True):
    """A place that a name may mean; `points` compare candidates of one name, higher is likelier.

    `sure` is False where the name had to be spelled another way to meet the place, which is no place of our packs.
    """

    position: int
    entry: Entry
    points: float
    sure: bool = True


@lru_cache(maxsize=4096)
def candidates(table: PlaceTable, name: str, *, slipped: bool = False) -> tuple[Candidate, ...]:
    """What `name` may mean, the likeliest first: as written, else by the spelling rules, else (where `slipped`) with
    one letter wrong."""
    folded = fold(name.removesuffix("'s").removesuffix("’s"))
    exact = table.hits(folded)
    hits = (exact or other_hits(table, folded, slipped=slipped))[:_MAX_CANDIDATES]
    kinds = next((kinds for tail, kinds in _TAILS if tail.search(folded)), ())
    found = [_candidate(table, hit, kinds, exact=bool(exact)) for hit in hits]
    return tuple(sorted((_behind_its_seat(one, found, kinds) for one in found), key=lambda one: -one.points))


def other_hits(table: PlaceTable, folded: str, *, slipped: bool = False) -> list[Hit]:
    """The places of the nearest other spelling that any place has; none for the name of a people."""
    party = nations().get(folded.removeprefix("the "))
    if party and party.kind in ("demonym", "people"):
        return []
    hits: list[Hit] = []
    levels = variants(folded)
    while not hits and (level := next(levels, None)):
        hits = [hit for variant in level for hit in table.hits(variant)]
    if not hits and slipped:
        hits = [hit for variant in slips(folded) for hit in table.hits(variant)]
    return list({hit.place: hit for hit in reversed(hits)}.values())[::-1]


def prior(entry: Entry, *, main: bool, noted: bool) -> float:
    """How likely a name that stands alone means this place: its size and kind, and how it bears the name."""
    size = entry.size or _UNKNOWN_SIZE.get(entry.kind, 0.0)
    points = size + _KIND_POINTS[entry.kind] + (0 if main else _VARIANT_POINTS)
    return points + (_NOTED_POINTS if noted else 0)


def _candidate(table: PlaceTable, hit: Hit, kinds: tuple[Kind, ...], *, exact: bool) -> Candidate:
    entry = table.entry(hit.place)
    points = prior(entry, main=hit.main, noted=hit.noted) + (_TAIL_POINTS if entry.kind in kinds else 0)
    framed = exact or entry.kind in ("country", "world", "water", "area")
    return Candidate(hit.place, entry, points, sure=framed or hit.noted)


def _behind_its_seat(one: Candidate, found: Sequence[Candidate], kinds: tuple[Kind, ...]) -> Candidate:
    """A division ranked behind the large town it is named after ("Kherson"), unless the name says that it is meant."""
    if one.entry.kind != "region" or "region" in kinds:
        return one
    seats = (
        other.points
        for other in found
        if other.entry.kind == "city"
        and other.entry.country == one.entry.country
        and other.entry.size >= max(_SEAT_SIZE, one.entry.size - _SEAT_SHARE)
    )
    return structs.replace(
        one, points=min(one.points, max(seats, default=one.points + _SEAT_LEAD) - _SEAT_LEAD)
    )
