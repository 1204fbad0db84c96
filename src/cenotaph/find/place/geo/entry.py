"""What the gazetteer holds on one place, and how exactly a place of each kind says where something happened."""

from typing import Literal

from msgspec import Struct

Kind = Literal["city", "site", "district", "region", "area", "country", "water", "world"]

# In the order in which the table file numbers them: append only.
KINDS: tuple[Kind, ...] = ("city", "site", "district", "region", "area", "country", "water", "world")

# UCDP's where_prec: 1 exact place, 2 near it, 3 second-level division, 4 first-level division, 5 a line or an area
# that is no division, 6 country, 7 sea, air or an international place. "Near" (2) is for the sentence to say.
PRECISION: dict[str, int] = {
    "city": 1, "site": 1, "district": 3, "region": 4, "area": 5, "country": 6, "water": 7, "world": 7,
}  # fmt: skip


class Entry(Struct, frozen=True):
    """One place as the table file keeps it.

    `number` is the GeoNames id, 0 where the place is not from GeoNames' files; `parent` is the place in the table
    that holds it (its division), by position, or None; `lat` and `lon` are degrees; `size` is log10 of
    the population, 0.0 where unknown.
    """

    number: int
    name: str
    kind: Kind
    country: str | None
    lat: float
    lon: float
    size: float = 0.0
    parent: int | None = None


class Name(Struct, frozen=True):
    """One folded name of the place at position `place`.

    `main` marks the name that the place goes by; `common` one that in capitals is more often an English word or a
    person's name; `noted` a place of our own packs: reports of war are likely to mean it.
    """

    folded: str
    place: int
    main: bool
    common: bool = False
    noted: bool = False


class Hit(Struct, frozen=True):
    """A place that bears a name: its position in the table, and how it bears it (see `Name`)."""

    place: int
    main: bool
    common: bool
    noted: bool
