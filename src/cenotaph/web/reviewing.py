"""What waits for a person, in the order of what it matters: the effect on a figure, doubt, dispute."""

from math import log10

from msgspec import Struct

from cenotaph.reconcile import Statement, Tally
from cenotaph.rows import bounds
from cenotaph.web.standing import Picture


class Waiting(Struct, frozen=True):
    """A claim that nobody has judged: how much it matters, from 0, and why, in words."""

    statement: Statement
    weight: float
    why: tuple[str, ...]
    tally: Tally | None


def queue(picture: Picture) -> list[Waiting]:
    """The claims that nobody has judged, those first that matter most. Worked out once a picture."""
    return picture.kept("queue", _queue)


def _queue(picture: Picture) -> list[Waiting]:
    open_ = (one for one in picture.reckoning.statements if one.claim.id not in picture.judged)
    return sorted(
        (_weighed(picture, one) for one in open_), key=lambda one: (-one.weight, one.statement.order)
    )


def _weighed(picture: Picture, one: Statement) -> Waiting:
    tally = picture.tally_of.get(one.claim.id)
    reasons = [
        *_effect(one, tally),
        *_disputed(picture, one),
        *_unsure(picture, one),
    ]
    return Waiting(one, sum(weight for weight, _ in reasons), tuple(why for _, why in reasons), tally)


def _effect(one: Statement, tally: Tally | None) -> list[tuple[float, str]]:
    """A claim that bounds a figure moves it when it falls; the more people, the more."""
    if tally is None:
        return []
    figure = one.claim.high or one.claim.low or 0
    moves = figure > 0 and figure in (tally.low, tally.best, tally.high)
    weight = log10(figure + 1)
    if moves and len(tally.used) == 1:
        return [(2 + 2 * weight, f"the only claim behind {bounds(tally.low, tally.high)}")]
    if moves:
        return [(1 + weight, f"bounds the figure {bounds(tally.low, tally.high)}")]
    return [(0.2 * weight, "one of the claims behind a figure")]


def _disputed(picture: Picture, one: Statement) -> list[tuple[float, str]]:
    return [(2.0, "stands in a dispute")] if one.claim.id in picture.disputed else []


def _unsure(picture: Picture, one: Statement) -> list[tuple[float, str]]:
    """What the finder leaves open is what it is most often wrong about."""
    claim = one.claim
    found: list[tuple[float, str]] = []
    if claim.side is None:
        found.append((0.8, "no side was found"))
    if claim.place is None and claim.scope == "incident":
        found.append((0.6, "no place was found"))
    if claim.until is None and claim.from_ is None:
        found.append((0.4, "no date was found"))
    if not claim.sources:
        found.append((0.3, "no source was found"))
    if claim.stance != "asserted":
        found.append((0.5, f"is {claim.stance}"))
    traced = picture.traced.get(claim.id)
    if traced is not None and traced.drift:
        found.append((0.8, "changed on the way from its origin"))
    return found
