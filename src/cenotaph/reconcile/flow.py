"""The path of the dead and wounded: places and facilities as stations, moves between them, and what happens at each.

Nothing is added together. Every move and stop carries the claims and handlings that tell of it, in their own words, and
how many independent origins these can have at the most.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cenotaph.model import Action, Cargo, Claim, Handling
from cenotaph.reconcile.flow_values import Evidence, Figure, Flow, Move, Stop, Told
from cenotaph.reconcile.stations import NOWHERE, Stations
from cenotaph.reconcile.values import Statement

_MOVED: tuple[Action, ...] = ("moved", "returned")
_CARGO: dict[str, Cargo] = {"bodies": "dead", "wounded": "wounded"}


class _Event(NamedTuple):
    """One mention on its way into a move or a stop."""

    action: Action
    cargo: Cargo
    from_: str | None
    to: str | None
    at: str | None
    told: Told | None
    claims: tuple[Statement, ...]
    inferred: str | None = None


def flow(told: Sequence[Told], statements: Sequence[Statement]) -> Flow:
    """The flow that handlings tell, with the claims on bodies and wounded that were held or moved."""
    stations, told_of = Stations(), _claims_of(told, statements)
    events = [_event(one, told_of[one.handling.id], stations) for one in told]
    used = {one.claim.id for claims in told_of.values() for one in claims}
    events += _of_claims_alone([one for one in statements if one.claim.id not in used], stations)
    moves = [event for event in events if event.action in _MOVED]
    stops = [event for event in events if event.action not in _MOVED]
    return Flow(
        stations.listed(),
        tuple(_move(members) for members in _grouped(moves)),
        tuple(_stop(members) for members in _grouped(stops)),
    )


def _claims_of(told: Sequence[Told], statements: Sequence[Statement]) -> dict[str, tuple[Statement, ...]]:
    """For each handling the claims that its clause counts: those whose words stand in it, else the only ones of its
    sentence where it is the only handling there."""
    of_report: dict[str, list[Statement]] = {}
    for one in statements:
        of_report.setdefault(one.claim.report, []).append(one)
    alone = Counter((one.handling.report, one.handling.sentence) for one in told)
    found: dict[str, tuple[Statement, ...]] = {}
    for handling in (one.handling for one in told):
        only = alone[handling.report, handling.sentence] == 1
        found[handling.id] = tuple(
            statement
            for statement in of_report.get(handling.report, ())
            if _counts(handling, statement.claim) or (only and _beside(handling, statement.claim))
        )
    return found


def _counts(handling: Handling, claim: Claim) -> bool:
    return claim.start < handling.end and claim.end > handling.start and _fits(handling, claim)


def _beside(handling: Handling, claim: Claim) -> bool:
    return claim.sentence is not None and claim.sentence == handling.sentence and _fits(handling, claim)


def _fits(handling: Handling, claim: Claim) -> bool:
    """Whether the claim counts what is handled: remains or wounded, or a number held or moved."""
    return claim.harm in ("bodies", "wounded") or claim.scope in ("holding", "flow") or (
        claim.harm == "killed" and handling.cargo == "dead" and claim.start < handling.end and claim.end > handling.start
    )  # fmt: skip


def _event(one: Told, claims: tuple[Statement, ...], stations: Stations) -> _Event:
    handling = one.handling
    out = stations.at(handling.from_place, one.out)
    into = stations.at(handling.to_place, one.into)
    at = stations.at(handling.place, one.at)
    if handling.action not in _MOVED:
        spot = at if at is not None else out if out is not None else into
        inferred, spot = (None, spot) if spot is not None else _from_claims(claims, stations)
        facility = stations.facility(handling.facility, spot)
        return _Event(
            handling.action, handling.cargo, None, None, facility or spot or NOWHERE, one, claims, inferred
        )
    inferred = None
    if out is None and at is None:
        inferred, out = _from_claims([c for c in claims if c.claim.scope == "flow"], stations)
        out = None if out == into else out
        inferred = None if out is None else inferred
    if handling.facility is not None:
        if into is not None and out is None:
            into = stations.facility(handling.facility, into)
        elif out is not None:
            out = stations.facility(handling.facility, out)
        else:
            at = stations.facility(handling.facility, at) or at
    return _Event(handling.action, handling.cargo, out, into, at, one, claims, inferred)


def _from_claims(claims: Sequence[Statement], stations: Stations) -> tuple[str | None, str | None]:
    """The place that a clause leaves out, from the figure that stands in it."""
    for one in claims:
        place = stations.at(one.claim.place, one.place)
        if place is not None:
            return (
                f"The clause names no place; “{one.claim.place}” is that of its figure “{one.claim.quantity_text}”.",
                place,
            )
    return None, None


def _of_claims_alone(statements: Sequence[Statement], stations: Stations) -> Iterator[_Event]:
    """Figures of bodies or wounded held or moved that no handling tells of."""
    for one in statements:
        claim = one.claim
        cargo = _CARGO.get(claim.harm)
        if cargo is not None and claim.scope in ("holding", "flow"):
            at = stations.at(claim.place, one.place)
            if claim.scope == "holding":
                yield _Event("held", cargo, None, None, at or NOWHERE, None, (one,))
            else:
                yield _Event("moved", cargo, at, None, None, None, (one,))


def _grouped(events: Iterable[_Event]) -> list[list[_Event]]:
    groups: dict[tuple[object, ...], list[_Event]] = {}
    for event in events:
        groups.setdefault((event.from_, event.to, event.at, event.action, event.cargo), []).append(event)
    return list(groups.values())


def _move(members: Sequence[_Event]) -> Move:
    first = members[0]
    means = tuple(dict.fromkeys(means for one in members if one.told for means in one.told.handling.means))
    inferred = next((one.inferred for one in members if one.inferred), None)
    ends = (first.from_, first.to)
    through = first.at if ends == (None, None) or first.at is not None else None
    return Move(*ends, through, first.cargo, first.action, means, _evidence(members), inferred)


def _stop(members: Sequence[_Event]) -> Stop:
    first = members[0]
    return Stop(first.at or NOWHERE, first.action, first.cargo, _evidence(members))


def _evidence(members: Sequence[_Event]) -> Evidence:
    told = [one.told for one in members if one.told is not None]
    claims = list({one.claim.id: one for event in members for one in event.claims}.values())
    figures = tuple(map(_figure, claims))
    claimants = (*(one.claimant for one in told), *(one.claimant for one in claims))
    voices = {claimant.key: claimant.name for claimant in claimants}
    reports = dict.fromkeys([one.handling.report for one in told] + [one.claim.report for one in claims])
    dates = sorted(
        filter(None, [*(figure.date for figure in figures), *((one.published or "")[:10] for one in told)])
    )
    return Evidence(
        tuple(one.handling.id for one in told),
        tuple(one.claim.id for one in claims),
        tuple(reports),
        tuple(dict.fromkeys(one.handling.quote for one in told)),
        figures,
        dates[0] if dates else None,
        dates[-1] if dates else None,
        len(voices),
        tuple(dict.fromkeys(voices.values())),
        any(one.handling.stance != "asserted" for one in told)
        or any(one.claim.stance != "asserted" for one in claims),
    )


def _figure(one: Statement) -> Figure:
    claim = one.claim
    date = claim.until or claim.from_ or (one.published or "")[:10] or None
    return Figure(
        claim.id, claim.quantity_text, claim.harm, claim.low, claim.high, claim.approx, one.claimant.name, claim.sources,
        date, claim.stance,
    )  # fmt: skip
