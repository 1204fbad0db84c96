"""Statements: claims with the claimant that tracing found, the place's surroundings, and whose attack is spoken of."""

import re
from collections.abc import Iterable
from functools import lru_cache

from cenotaph.find.place.gazetteer import gazetteer
from cenotaph.find.whose.attackers import attackers
from cenotaph.model import Claim, Place, Report
from cenotaph.reconcile import Claimant, Profile, Statement
from cenotaph.run.places import place_of
from cenotaph.run.profiles import profiled
from cenotaph.run.tracing import Tracing
from cenotaph.trace import SourceRef, voice, without_opening_capital

_STEPS = 4
_REMEMBERED = 16_384


_SPEAKERS = ("party", "military", "official", "unknown")
"""Kinds of sources that may speak for a side by a name which only the dossier's profile knows."""


_UP_FROM = re.compile(r"\b(?:up|down|to (?:\w+ )?[\d,]*\d) from $")
_TO = re.compile(r"(?: \w+)? to (?!the\b)\w")
_NEAR = 24  # Characters before a figure.

_OF_NO_WAR = Profile("")


def statements_of(tracing: Tracing, profile: Profile = _OF_NO_WAR) -> list[Statement]:
    """The claims of traced reports, in the order of reading, as the profile understands them."""
    return [
        statement(one.claim, tracing.reports[one.claim.report], one.origin, one.testimony, order, profile)
        for order, one in enumerate(tracing.trace.claims)
    ]


def statement(
    claim: Claim, report: Report, origin: SourceRef, testimony: str, order: int, profile: Profile
) -> Statement:
    """One claim of a report, by the origin and the testimony that tracing gives it, as the profile understands it."""
    claim = profiled(claim, report, profile)
    place = place_of(claim)
    span = claim.sentence or claim
    return Statement(
        claim=claim,
        claimant=claimant_of(origin, profile),
        testimony=testimony,
        published=report.published,
        outlet=report.outlet,
        place=place,
        within=within(place),
        blamed=attackers(report.text[span.start : span.end]),
        order=order,
        former=_is_former(claim, report.text),
    )


def _is_former(claim: Claim, text: str) -> bool:
    """Whether a figure is told as the one before a newer one: "from | 52 | to 57", "57, up from | 52"."""
    before = text[max(0, claim.start - _NEAR) : claim.start]
    return _UP_FROM.search(before) is not None or (
        before.endswith("from ") and _TO.match(text, claim.end) is not None
    )


def claimant_of(origin: SourceRef, profile: Profile) -> Claimant:
    """Who stands behind an origin: the side whose authorities speak, by the register or by the profile; else the origin."""
    key = voice(origin)
    side = origin.side if key != origin.key else None
    if side is None and origin.kind in _SPEAKERS:
        side = profile.side_of(origin.name)
    name = origin.name if origin.named else without_opening_capital(origin.name)
    if side is not None:
        return Claimant(f"side:{side}", side if origin.named else name, "party", side, origin.named)
    if origin.kind == "document" and not origin.named:
        name = f"report {name}"
    return Claimant(key, name, origin.kind, None, origin.named)


def within(place: Place | None) -> tuple[str, ...]:
    """The keys of the divisions that hold a place, the smallest first; its country says too little and is left out."""
    return () if place is None or place.kind in ("country", "water", "world") else _within(place)


@lru_cache(_REMEMBERED)
def _within(place: Place) -> tuple[str, ...]:
    found: list[str] = []
    step = gazetteer().holder(place)
    while step is not None and step.kind != "country" and len(found) < _STEPS:
        found.append(step.key)
        step = gazetteer().holder(step)
    return tuple(found)


def by_claim(statements: Iterable[Statement]) -> dict[str, Statement]:
    """The statements by the ids of their claims."""
    return {one.claim.id: one for one in statements}
