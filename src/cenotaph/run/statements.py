"""Statements: claims with the claimant that tracing found, the place's surroundings, and whose attack is spoken of."""

from collections.abc import Iterable
from functools import lru_cache

from cenotaph.find.place.gazetteer import gazetteer
from cenotaph.find.whose.attackers import attackers
from cenotaph.model import Claim, Place, Report
from cenotaph.reconcile import Claimant, Statement
from cenotaph.run.places import place_of
from cenotaph.run.tracing import Tracing
from cenotaph.trace import SourceRef, voice

_STEPS = 4
_REMEMBERED = 16_384


def statements_of(tracing: Tracing) -> list[Statement]:
    """The claims of traced reports, in the order of reading."""
    return [
        statement(one.claim, tracing.reports[one.claim.report], one.origin, one.testimony, order)
        for order, one in enumerate(tracing.trace.claims)
    ]


def statement(claim: Claim, report: Report, origin: SourceRef, testimony: str, order: int) -> Statement:
    """One claim of a report, by the origin and the testimony that tracing gives it."""
    place = place_of(claim)
    span = claim.sentence or claim
    return Statement(
        claim=claim,
        claimant=claimant_of(origin),
        testimony=testimony,
        published=report.published,
        outlet=report.outlet,
        place=place,
        within=within(place),
        blamed=attackers(report.text[span.start : span.end]),
        order=order,
    )


def claimant_of(origin: SourceRef) -> Claimant:
    """Who stands behind an origin: the side whose authorities speak, else the origin itself."""
    key = voice(origin)
    if key == origin.key or origin.side is None:
        name = f"report {origin.name}" if origin.kind == "document" and not origin.named else origin.name
        return Claimant(key, name, origin.kind, None, origin.named)
    return Claimant(key, origin.side if origin.named else origin.name, "party", origin.side, origin.named)


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
