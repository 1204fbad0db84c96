"""The gazetteer: which place a name in a report means.

Data: GeoNames (CC BY 4.0) and our own packs, in data/places.bin (tools/build_gazetteer.py builds it).
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path

from cenotaph.find.place.geo.candidates import candidates
from cenotaph.find.place.geo.distance import distance_km
from cenotaph.find.place.geo.entry import PRECISION, Entry
from cenotaph.find.place.geo.resolving import Asked, choose, holds, if_clear
from cenotaph.find.place.geo.spelling import unframed
from cenotaph.find.place.geo.table import PlaceTable
from cenotaph.find.text.folding import fold
from cenotaph.find.whose.parties import nations
from cenotaph.model import Place, Span

MAX_NAME_WORDS = 5
_LARGE = 5.0  # log10 of the people.
_AROUND = 40.0  # Kilometres.
_NAME = re.compile(r"\b[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*)*")
# What may stand between a place and the larger one that holds it: "Tripoli, Lebanon", "the village of X in Y province".
_HOLDER_GAP = re.compile(
    r"(?:\s+(?:city|town|village|district|province))?(?:\s*,\s*|\s*\(\s*|,?\s+(?:in|of)\s+)(?:(?:the|northern|southern|eastern|western|central|north|south|east|west)\s+)*"
)


class Gazetteer:
    """Places by name. Nothing is read before the first question; the file is mapped, not loaded."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or Path(str(files("cenotaph").joinpath("data", "places.bin")))

    @cached_property
    def _table(self) -> PlaceTable:
        return PlaceTable(self._path)

    def lookup(self, name: str, *, fuzzy: bool = False) -> tuple[Place, ...]:
        """The places that `name` may mean, the likeliest first; `fuzzy` also forgives one wrong letter."""
        return tuple(self._place(found.entry) for found in candidates(self._table, name, slipped=fuzzy))

    def resolve(self, name: str, context: Sequence[str] = ()) -> Place | None:
        """The place that `name` means in a report that also has the names in `context` (demonyms count); None where
        no place has the name."""
        asked = [Asked(candidates(self._table, other)) for other in (name, *context)]
        chosen = choose(asked, _countries(context))[0]
        return self._place(chosen.entry) if chosen else None

    def well_known(self, name: str) -> Place | None:
        """The large town or division that `name` means whatever the report is about; None where nothing large bears it
        or two countries have one."""
        clear = if_clear(Asked(candidates(self._table, name)))
        return self._place(clear.entry) if clear and clear.entry.size >= _LARGE else None

    def foremost(self, name: str, named: frozenset[str]) -> Place | None:
        """The largest town of a name that no land of these bears, if it is large: Manchester in a report on Spain."""
        found = self._abroad(name, named)
        large = bool(found) and found[0].size >= _LARGE and fold(found[0].name) == fold(name)
        return self._place(found[0]) if large else None

    def only(self, name: str, named: frozenset[str]) -> Place | None:
        """A place of any size that has its name in one land alone, and not in these."""
        found = self._abroad(name, named)
        return self._place(found[0]) if len({entry.country for entry in found}) == 1 else None

    def _abroad(self, name: str, named: frozenset[str]) -> list[Entry]:
        """The places of a name, the likeliest first; none where one of these lands has it."""
        found = [one.entry for one in candidates(self._table, name)]
        return [] if any(entry.country in named for entry in found) else found

    def is_larger(self, name: str, than: str) -> bool:
        """Whether the largest place of a name has more people than that of another: Damascus than Douma."""
        return self._largest(name) > self._largest(than)

    def _largest(self, name: str) -> float:
        return max((found.entry.size for found in candidates(self._table, name)), default=0.0)

    def resolve_spans(self, text: str, spans: Sequence[Span]) -> list[Place | None]:
        """The places that the names at `spans` of a report's text mean, decided together and from the whole text."""
        names = [text[span.start : span.end] for span in spans]
        known = {name: candidates(self._table, name) for name in dict.fromkeys(names)}
        times = Counter(names)
        asked = [
            Asked(known[name], _holder(text, spans, at), times[name]) for at, name in enumerate(names)
        ]  # fmt: skip
        chosen = choose(asked, _countries(_NAME.findall(text)))
        return [self._place(candidate.entry) if candidate else None for candidate in chosen]

    def is_place(self, words: str) -> bool:
        """True where capitalised `words` (five at most) are a place's name and hardly anything else."""
        folded = fold(words.removesuffix("'s").removesuffix("’s"))
        if folded.count(" ") >= MAX_NAME_WORDS:
            return False
        return self._is_bare_place(folded, words) or any(
            self._is_bare_place(name, words) for name in unframed(folded)
        )

    def _is_bare_place(self, folded: str, words: str) -> bool:
        party = nations().get(folded)
        if party and party.kind == "country":
            return not party.cased or words.removeprefix("the ").removeprefix("The ").isupper()
        return self._table.bears(folded)

    def holder(self, place: Place) -> Place | None:
        """The division or country that holds a place, None for a country or what lies in none."""
        position = self._position(place)
        parent = None if position is None else self._table.entry(position).parent
        return None if parent is None else self._place(self._table.entry(parent))

    def country_of(self, place: Place) -> Place | None:
        """The country of a place, itself where it is one."""
        step: Place | None = place
        while step and step.kind != "country":
            step = self.holder(step)
        return step

    def holds(self, outer: Place, inner: Place) -> bool:
        """True where `inner` lies in `outer`."""
        outer_at, inner_at = self._position(outer), self._position(inner)
        if outer_at is None or inner_at is None or outer_at == inner_at:
            return False
        return holds(self._table.entry(outer_at), outer_at, self._table.entry(inner_at))

    def are_apart(self, name: str, key: str, other: str, other_key: str) -> bool:
        """Whether two places, each by its name and key, lie farther from each other than a town and what is around it."""
        one, two = self._by_key(name, key), self._by_key(other, other_key)
        return one is not None and two is not None and kilometres(one, two) > _AROUND

    def _by_key(self, name: str, key: str) -> Place | None:
        return next((place for place in self.lookup(name) if place.key == key), None)

    def _position(self, place: Place) -> int | None:
        for hit in self._table.hits(fold(place.name)):
            if self._place(self._table.entry(hit.place)).key == place.key:
                return hit.place
        return None

    def _place(self, entry: Entry) -> Place:
        return Place(self._key(entry), entry.name, entry.kind, entry.country, entry.lat, entry.lon)

    def _key(self, entry: Entry) -> str:
        if entry.number:
            return f"geonames:{entry.number}"
        slug = fold(entry.name).replace(" ", "-")
        if entry.kind == "district" and entry.parent is not None:
            slug = f"{fold(self._table.entry(entry.parent).name).replace(' ', '-')}/{slug}"
        return f"{entry.kind}:{(entry.country or 'world').lower()}/{slug}"


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that ships with the package."""
    return Gazetteer()


def kilometres(one: Place, other: Place) -> float:
    """The distance between two places."""
    return distance_km(one.lat, one.lon, other.lat, other.lon)


def where_precision(place: Place) -> int:
    """UCDP's where_prec for something that happened in a place: 1 a town, 3 and 4 divisions, 5 an area, 6 a country,
    7 a sea or a part of the world. "Near" a place is 2, which is for the sentence to say."""
    return PRECISION[place.kind]


def _countries(names: Iterable[str]) -> Counter[str]:
    """How often the names speak of each country, by its name, people, capital or seat of government."""
    spoken: Counter[str] = Counter()
    for name in names:
        for word in (name, *name.split()) if " " in name else (name,):
            party = nations().get(fold(word.removesuffix("'s").removesuffix("’s")))
            if party and party.iso and (not party.cased or word.isupper()):
                spoken[party.iso] += 1
                break
    return spoken


def _holder(text: str, spans: Sequence[Span], at: int) -> int | None:
    """The position of the name right after the one at `at` where the text says that it holds it."""
    if at + 1 >= len(spans):
        return None
    gap = text[spans[at].end : spans[at + 1].start]
    return at + 1 if _HOLDER_GAP.fullmatch(gap) else None
