"""The gazetteer's place behind a claim's words."""

import re
from functools import lru_cache

from cenotaph.find.place.gazetteer import gazetteer
from cenotaph.model import Claim, Place

_REMEMBERED = 4096
_PARTS = re.compile(r" (?:in|of) |, | \(")


def place_of(claim: Claim) -> Place | None:
    """The place that the finder chose for the claim, or None where it chose none."""
    return None if claim.place is None or claim.place_key is None else _place(claim.place, claim.place_key)


def keys_of(name: str) -> tuple[str, ...]:
    """The keys of every place that goes by the name, in any spelling."""
    return tuple(place.key for place in gazetteer().lookup(name))


@lru_cache(_REMEMBERED)
def _place(name: str, key: str) -> Place | None:
    """The place of that key under the name, or under one of the names in it ("Orbo College in the Sarja district of
    Tellin", "Tellin (southern Orbia)")."""
    names = dict.fromkeys((name, *_PARTS.split(name)))
    found = (place for one in names for place in gazetteer().lookup(one, fuzzy=True))
    return next((place for place in found if place.key == key), None)


def likeliest(name: str, like: Claim | None = None) -> Place | None:
    """The place that a person most likely means by a name: in the country of the claim's present place, if it has one
    there. None where the gazetteer knows no such place."""
    found = gazetteer().lookup(name)
    here = place_of(like) if like else None
    at_home = (place for place in found if here and place.country == here.country)
    return next(at_home, found[0] if found else None)
