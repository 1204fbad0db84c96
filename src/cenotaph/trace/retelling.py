"""Which claim of its testimony each claim goes back to, and what changed between the two."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest

from msgspec import Struct

from cenotaph.model import Claim
from cenotaph.trace.credits import Credits
from cenotaph.trace.drift import Drift, drift
from cenotaph.trace.neighbours import Neighbours
from cenotaph.trace.reading import is_later
from cenotaph.trace.source import SourceRef
from cenotaph.trace.ways import Path
from cenotaph.trace.world import Telling

_NEAREST = 8
"""So many of a testimony's claims, those nearest to its origin, are looked at for each claim: of ten thousand copies
all but a few go back to the same ones."""


class Traced(Struct, frozen=True):
    """A claim with its origin and the way to it, the testimony it belongs to, and what changed on the way.

    `thing` is an id that it shares with the claims of whatever origin that tell the same.
    """

    claim: Claim
    origin: SourceRef
    path: Path
    testimony: str
    drift: tuple[Drift, ...]
    thing: str = ""


def traced(
    members: Sequence[tuple[Claim, Telling]], credits: Mapping[str, Credits], neighbours: Neighbours
) -> Iterator[Traced]:
    """The claims of one testimony, in the order given, with their drift."""
    told = [_Told(claim, telling.path, credits[claim.report]) for claim, telling in members]
    nearest = nsmallest(_NEAREST, told, key=lambda one: (one.depth, one.credits.order))
    by_report: dict[str, list[_Told]] = {}
    for one in told:
        by_report.setdefault(one.claim.report, []).append(one)
    for one, (claim, telling) in zip(told, members, strict=True):
        linked = (two for report in neighbours.others(claim.report) for two in by_report.get(report, ()))
        before = _before(one, {two.claim.id: two for two in (*nearest, *linked)}.values(), neighbours)
        changes = drift(before.claim, before.credit, claim, one.credit) if before is not None else ()
        yield Traced(claim, telling.path.origin, telling.path, telling.testimony, changes, telling.thing)


class _Told:
    """A claim as its report tells it. `depth` is how far from its origin: told by the origin's own outlet, with its
    full chain, with half of it, with none; then how many hands it went through."""

    def __init__(self, claim: Claim, path: Path, credits: Credits) -> None:
        self.claim, self.path, self.credits = claim, path, credits
        self.credit = credits.of_claims[claim.id]
        self.depth = self._depth()

    def _depth(self) -> tuple[int, int]:
        if self.credits.outlet is not None and self.credits.outlet.key == self.path.origin.key:
            return 0, 0
        if self.credit.carriers or self.credit.named:
            return 1, len(self.path.sources)
        return (2 if self.credit.described else 3), len(self.path.sources)


def _before(one: _Told, others: Iterable[_Told], neighbours: Neighbours) -> _Told | None:
    """The claim of another report that this one goes back to: nearer to the origin or dated earlier; among these the one
    that it credits, then the one that shares most with it."""
    nearer = [other for other in others if _is_nearer(other, one)]
    carriers = {source.key for source in one.path.sources}

    def rank(other: _Told) -> tuple[bool, float, int, int, int]:
        outlet = other.credits.outlet
        credited = outlet is not None and outlet.key in carriers
        shared = neighbours.strength(one.claim.report, other.claim.report)
        return credited, shared, -other.depth[0], -other.depth[1], -other.credits.order

    return max(nearer, key=rank, default=None)


def _is_nearer(other: _Told, one: _Told) -> bool:
    mine, theirs = one.credits, other.credits
    if mine.report == theirs.report or is_later(theirs.published, mine.published):
        return False
    return other.depth < one.depth or is_later(mine.published, theirs.published)
