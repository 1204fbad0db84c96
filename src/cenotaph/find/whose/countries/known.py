"""Lands (ISO 3166) that the names of places tell whatever a report is about, and those of its courts and police."""

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise

from cenotaph.find.place.gazetteer import gazetteer
from cenotaph.find.text.lexicon import lexicon
from cenotaph.find.whose.parties import land_marks

_OPENING = 1200
_SURNAME = re.compile(r" [A-Z]")
_NAME = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)*")


@lru_cache(maxsize=1 << 12)
def well_known(name: str) -> str | None:
    """The country (ISO 3166) of a well-known place."""
    place = gazetteer().well_known(name)
    return place.country if place else None


@lru_cache(maxsize=1 << 10)
def foremost(name: str, named: frozenset[str]) -> str | None:
    """The country (ISO 3166) of the largest town of a name, where the lands that a report names have none."""
    place = gazetteer().foremost(name, named)
    return place.country if place else None


@lru_cache(maxsize=1 << 10)
def only(name: str, named: frozenset[str]) -> str | None:
    """The one country (ISO 3166) that has a place of a name, where the lands that a report names have none."""
    place = gazetteer().only(name, named)
    return place.country if place else None


@lru_cache(maxsize=1 << 12)
def likeliest(name: str) -> str | None:
    """The country (ISO 3166) of the likeliest place of a name, however little known."""
    return next((place.country for place in gazetteer().lookup(name)), None)


@lru_cache(maxsize=1 << 10)
def lands_of(name: str) -> frozenset[str]:
    """The countries (ISO 3166) that have a place of a name."""
    return frozenset(place.country for place in gazetteer().lookup(name) if place.country)


def _is_common(word: str) -> bool:
    return word.lower() in lexicon().common


def of_well_known_names(text: str) -> str | None:
    """The country of most of the well-known towns and divisions that a report's opening names, be it in other names
    ("the Baltimore police"), for one that names no land."""
    found = Counter[str]()
    for match in _NAME.finditer(text, 0, _OPENING):
        words = match.group().split()
        pairs = [" ".join(pair) for pair in pairwise(words)]
        alone = [word for word, behind in zip(words, [*words[1:], "town"], strict=True) if _is_common(behind)]
        if _SURNAME.match(text, match.end()):
            alone = alone[:-1]  # "Nancy O´Malley".
        names = [*pairs, *alone]  # "Baltimore Police", but no town of "Stanislav Petrov".
        found.update([country for name in names if (country := well_known(name)) is not None][:1])
    return found.most_common(1)[0][0] if found else None


def of_marks(text: str) -> str | None:
    """The country whose courts, police and offices a report that names no land speaks of most."""
    told = Counter({iso: sum(mark in text for mark in marks) for iso, marks in land_marks().items()})
    iso, most = told.most_common(1)[0]
    return iso if most else None
