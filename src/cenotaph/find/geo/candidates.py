"""The places that a name may mean, each with how likely it is when nothing else is known."""

import re

from msgspec import Struct

from cenotaph.find.folding import fold
from cenotaph.find.geo.entry import Entry, Hit, Kind
from cenotaph.find.geo.spelling import slips, variants
from cenotaph.find.geo.table import PlaceTable

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

# What a word in the name says of the kind of place that is meant.
_TAILS: tuple[tuple[re.Pattern[str], tuple[Kind, ...]], ...] = (
    (re.compile(r" (?:region|oblast|province|governorate|state|krai|republic|department|prefecture)$"), ("region", "area")),
    (re.compile(r"^(?:province|region|department|state|governorate) of "), ("region", "area")),
    (re.compile(r" (?:district|county|raion|territory|municipality|agency|subdistrict)$"), ("district", "region", "area")),
    (re.compile(r" (?:city|town|village|neighbou?rhood|suburb)$"), ("city", "site")),
    (re.compile(r"^(?:city|town|village|port) of "), ("city", "site")),
)  # fmt: skip


class Candidate(Struct, frozen=True):
    """A place that a name may mean; `points` compare candidates of one name, higher is likelier."""

    position: int
    entry: Entry
    points: float


def candidates(table: PlaceTable, name: str, *, slipped: bool = False) -> list[Candidate]:
    """What `name` may mean, the likeliest first: as written, else by the spelling rules, else (where `slipped`) with
    one letter wrong."""
    folded = fold(name)
    hits = find_hits(table, folded, slipped=slipped)[:_MAX_CANDIDATES]
    kinds = next((kinds for tail, kinds in _TAILS if tail.search(folded)), ())
    found = [_candidate(table, hit, kinds) for hit in hits]
    return sorted(found, key=lambda candidate: -candidate.points)


def find_hits(table: PlaceTable, folded: str, *, slipped: bool = False) -> list[Hit]:
    """The places of the nearest spelling that any place has."""
    hits = table.hits(folded)
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


def _candidate(table: PlaceTable, hit: Hit, kinds: tuple[Kind, ...]) -> Candidate:
    entry = table.entry(hit.place)
    points = prior(entry, main=hit.main, noted=hit.noted) + (_TAIL_POINTS if entry.kind in kinds else 0)
    return Candidate(hit.place, entry, points)
