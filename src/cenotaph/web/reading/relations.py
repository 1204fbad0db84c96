"""How one claim hangs together with others: its testimony, the road from its origin, what it agrees or disputes with."""

from collections.abc import Sequence

from msgspec import Struct

from cenotaph.model import Report
from cenotaph.reconcile import Dispute, Incident, Statement, Tally
from cenotaph.trace import Drift, Traced
from cenotaph.web.standing import Picture


class Stop(Struct, frozen=True):
    """One claim on the road from the origin: the report that tells it, what it changed, and how far it is from the origin."""

    told: Traced
    report: Report
    drift: tuple[Drift, ...]
    depth: int
    is_this: bool


class Relations(Struct, frozen=True):
    """`road` is the testimony as a tree, in the order of its branches; `agreeing` are claims of other testimonies that
    tell the same; `disputes`, `incident` and `tally` are what the claim stands in."""

    told: Traced
    road: Sequence[Stop]
    agreeing: Sequence[Traced]
    disputes: Sequence[Dispute]
    incident: Incident | None
    tally: Tally | None
    statement: Statement | None


def relations(picture: Picture, id_: str) -> Relations | None:
    """What the picture tells of the claim; None where it is not in it (yet)."""
    told = picture.traced.get(id_)
    if told is None:
        return None
    agreeing = [
        one for one in picture.things.get(told.thing, ()) if one.testimony != told.testimony and told.thing
    ]
    return Relations(
        told=told,
        road=_road(picture, told),
        agreeing=agreeing,
        disputes=[one for one in picture.disputes if any(id_ in side.claims for side in one.positions)],
        incident=picture.incident_of.get(id_),
        tally=picture.tally_of.get(id_),
        statement=picture.statements.get(id_),
    )


def _road(picture: Picture, told: Traced) -> list[Stop]:
    """Each claim of the testimony under the one that its drift names as the one before."""
    members = picture.same_testimony(told.claim.id)
    first_of: dict[str, Traced] = {}
    for one in members:
        first_of.setdefault(one.claim.report, one)
    children: dict[str | None, list[Traced]] = {}
    for one in members:
        before = first_of.get(one.drift[0].via) if one.drift else None
        parent = before.claim.id if before and before.claim.id != one.claim.id else None
        children.setdefault(parent, []).append(one)
    road: list[Stop] = []
    seen: set[str] = set()

    def walk(parent: str | None, depth: int) -> None:
        for one in children.get(parent, ()):
            if one.claim.id not in seen:
                seen.add(one.claim.id)
                report = picture.tracing.reports[one.claim.report]
                road.append(Stop(one, report, one.drift, depth, one.claim.id == told.claim.id))
                walk(one.claim.id, depth + 1)

    walk(None, 0)
    return road
