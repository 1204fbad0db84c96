"""The gazetteer's place behind a claim's words."""

from functools import lru_cache

from cenotaph.find.place.gazetteer import gazetteer
from cenotaph.model import Claim, Place

_REMEMBERED = 4096


def place_of(claim: Claim) -> Place | None:
    """The place that the finder chose for the claim, or None where it chose none."""
    return None if claim.place is None or claim.place_key is None else _place(claim.place, claim.place_key)


def keys_of(name: str) -> tuple[str, ...]:
    """The keys of every place that goes by the name, in any spelling."""
    return tuple(place.key for place in gazetteer().lookup(name))


@lru_cache(_REMEMBERED)
def _place(name: str, key: str) -> Place | None:
    return next((place for place in gazetteer().lookup(name, fuzzy=True) if place.key == key), None)
