"""A place on its way into the gazetteer, and the rule for when two descriptions mean one place."""

from dataclasses import dataclass, field
from math import log10

from cenotaph.find.place.geo.distance import distance_km
from cenotaph.find.place.geo.entry import Kind
from cenotaph.find.text.folding import fold

MAX_WORDS = 6
SAME_TOWN_KM = 30.0


@dataclass(eq=False)
class Draft:
    """`names` are spellings as written; `written` marks a place of our own packs, which the stop list spares."""

    number: int
    name: str
    kind: Kind
    country: str | None
    lat: float
    lon: float
    population: int = 0
    names: list[str] = field(default_factory=list)
    parent: "Draft | None" = None
    code: str = ""
    written: bool = False

    def spellings(self) -> dict[str, bool]:
        """Folded names, each with whether it is the main one."""
        keys = {fold(name): False for name in self.names}
        keys[fold(self.name)] = True
        return {
            key: main for key, main in keys.items() if key.isascii() and 0 < len(key.split()) <= MAX_WORDS
        }

    def size(self) -> float:
        """log10 of the population, 0 where it is not known."""
        return log10(self.population) if self.population > 1 else 0.0

    def is_near(self, other: "Draft") -> bool:
        """True where the two points are close enough to be one town."""
        return distance_km(self.lat, self.lon, other.lat, other.lon) <= SAME_TOWN_KM
