"""The English words around place names, and what is known of a name."""

from collections.abc import Callable
from functools import cache

from cenotaph.find.value import Value
from cenotaph.find.whose.parties import nations
from cenotaph.language import load_pack


class Known(Value, frozen=True):
    """What the gazetteer knows of a name: its rank (see the pack `places`), country (ISO 3166 alpha-2) and key.

    `country` is None where the name is that of places in several countries of which the report names none; `sure` is
    True where the report names the country.
    """

    rank: int
    country: str | None
    key: str | None
    sure: bool = True


class PlaceWords(Value, frozen=True):
    """The pack `places` as sets."""

    nouns: dict[str, int]
    before: frozenset[str]
    toward: frozenset[str]
    directions: frozenset[str]
    connectors: frozenset[str]
    reference: frozenset[str]
    bodies: frozenset[str]
    incident: frozenset[str]
    leads: frozenset[str]
    reached: frozenset[str]
    hits: frozenset[str]
    between: frozenset[str]
    titles: frozenset[str]
    vast: frozenset[str]
    faiths: frozenset[str]
    times: frozenset[str]
    apart: frozenset[str]
    offices: frozenset[str]
    taken: frozenset[str]
    slain: frozenset[str]
    violent: frozenset[str]
    national: frozenset[str]
    shift: frozenset[str]
    several: frozenset[str]
    called: frozenset[str]
    premises: frozenset[str]
    seats: frozenset[str]
    outlying: frozenset[str]
    outlets: frozenset[str]


Gazetteer = Callable[[str], Known | None]


@cache
def place_words() -> PlaceWords:
    """The English words around place names."""
    pack = load_pack("places")
    nouns = {noun: int(rank) for rank, words in pack["nouns"].items() for noun in words}
    listed = {field: frozenset(pack[field]) for field in PlaceWords.__struct_fields__[1:-1]}
    return PlaceWords(nouns=nouns, outlets=_outlets(), **listed)


def _outlets() -> frozenset[str]:
    """The names of outlets and agencies, in lower case and without their article."""
    rows = [row for kind in ("agency", "outlet") for row in load_pack("sources")[kind]]
    names = (name for row in rows for name in (row["name"], *row.get("names", ())))
    return frozenset(name.lower().removeprefix("the ") for name in names)


def known_nation(folded: str) -> Known | None:
    """What the names of states and their capitals tell about a place."""
    party = nations().get(folded)
    if party is None or party.kind not in ("country", "capital", "metonym"):
        return None
    if party.kind == "metonym" and party.side != "Palestine":
        return None
    return Known({"capital": 4, "metonym": 2}.get(party.kind, 1), party.iso, None)
