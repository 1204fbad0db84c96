"""Stations: each place once under all its spellings, and its facilities within it."""

import re
from collections import Counter
from functools import cache

from msgspec import Struct

from cenotaph.language import load_pack
from cenotaph.model import Place

NOWHERE = "?"
"""The station of all that is told without a place."""


class Station(Struct, frozen=True):
    """A place or a facility. `spellings` are all names under which reports have it, in the order of reading; `within` is the place of a
    facility, whose `kind` is "morgue", "hospital", "railway station", ...; `mentions` counts what is told of it."""

    id: str
    name: str
    kind: str
    spellings: tuple[str, ...]
    within: str | None = None
    place_key: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    mentions: int = 0


class _Known:
    """A station while its mentions come by."""

    def __init__(self, id_: str, name: str, kind: str, place: Place | None, within: str | None) -> None:
        self.id, self.name, self.kind, self.place, self.within = id_, name, kind, place, within
        self.spellings: Counter[str] = Counter()


class Stations:
    """Finds the station of a name, making it when it is met first."""

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}

    def at(self, name: str | None, place: Place | None) -> str | None:
        """The station of a place; by its gazetteer key where there is one, so that all spellings are one."""
        if name is None:
            return None
        id_ = place.key if place else f"name:{_plain(name)}"
        kind = place.kind if place else "place"
        return self._met(_Known(id_, place.name if place else name, kind, place, None), name)

    def facility(self, name: str | None, at: str | None) -> str | None:
        """The station of a facility within a place, by its kind; that of the place where no facility is named."""
        if name is None:
            return at
        kind = facility_kind(name)
        known = self._known.get(at) if at else None
        place = known.place if known else None
        id_ = f"{at or NOWHERE}/{kind or _plain(name)}"
        return self._met(
            _Known(id_, kind or name, kind or "facility", place, at or NOWHERE), name.strip("“”‘’\"'")
        )

    def listed(self) -> tuple[Station, ...]:
        """All stations, those with most mentions first."""
        order = sorted(self._known.values(), key=lambda one: -one.spellings.total())
        return tuple(_station(one) for one in order)

    def _met(self, one: _Known, spelling: str) -> str:
        known = self._known.setdefault(one.id, one)
        known.spellings[spelling] += 1
        return known.id


def _station(one: _Known) -> Station:
    place = one.place
    return Station(
        one.id, _name(one), one.kind, tuple(one.spellings), one.within, place.key if place else None,
        place.country if place else None, place.lat if place else None, place.lon if place else None, one.spellings.total(),
    )  # fmt: skip


def _name(one: _Known) -> str:
    """The gazetteer's name where reports write it, else the name that they write most; of a facility, its kind."""
    return one.name if one.within or one.name in one.spellings else one.spellings.most_common(1)[0][0]


def facility_kind(name: str) -> str | None:
    """What a facility is by its words, None where none tells."""
    plain = _plain(name)
    return next((kind for kind, words in _kinds() if words.search(plain)), None)


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (row["kind"], re.compile(rf"\b(?:{'|'.join(map(re.escape, row['words']))})\b"))
        for row in load_pack("facilities")["kinds"]
    )


def _plain(name: str) -> str:
    words = re.findall(r"\w+", name.casefold())
    return " ".join(word for word in words if word not in ("the", "a", "an"))
