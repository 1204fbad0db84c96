"""Testimonies: claims of one origin about the same thing, however many reports carry it, and their drift."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import TypeVar

from msgspec import Struct

from cenotaph.model import Claim, Report, Span
from cenotaph.trace.credits import Credit, Credits
from cenotaph.trace.drift import Drift, drift
from cenotaph.trace.independence import Independence, independent
from cenotaph.trace.neighbours import Neighbours
from cenotaph.trace.origins import Origins, Path
from cenotaph.trace.reading import is_later
from cenotaph.trace.sameness import Linked, buckets, may_be_same, place_of, same_thing, speaks_for_itself
from cenotaph.trace.source import SourceRef

_MOST_GROUPS = 8
"""Of groups that have one number in one place, only so many are looked at, the latest ones."""

_ENDS = 3
"""Of a large group so many claims are looked at from either end: a story that everybody carries is told alike."""


class Traced(Struct, frozen=True):
    """A claim with its origin and the way to it, the testimony it belongs to, and what changed on the way."""

    claim: Claim
    origin: SourceRef
    path: Path
    testimony: str
    drift: tuple[Drift, ...]


class Thing(Struct, frozen=True):
    """Claims (by id) that tell the same, their testimonies, and how many independent origins these can have."""

    claims: tuple[str, ...]
    testimonies: tuple[str, ...]
    independence: Independence


_Item = TypeVar("_Item")


class _Told(Struct, frozen=True):
    claim: Claim
    credit: Credit
    path: Path


class Testimonies:
    """Gathers claims into testimonies, in the order of the reports."""

    def __init__(
        self,
        reports: Mapping[str, Report],
        credits: Mapping[str, Credits],
        neighbours: Neighbours,
        origins: Origins,
    ) -> None:
        self._reports = reports
        self._credits = credits
        self._neighbours = neighbours
        self._origins = origins

    def traced(self, claims: Mapping[str, Sequence[Claim]]) -> tuple[Traced, ...]:
        """Every claim of the reports, traced, in the order given."""
        told = [one for report in claims for one in self._told(report, claims[report])]
        groups = self._groups([(one.claim, one.path.origin.key, one) for one in told])
        found = {one.claim.id: traced for group in groups for one, traced in self._testimony(group)}
        return tuple(found[one.claim.id] for one in told)

    def _told(self, report: str, claims: Sequence[Claim]) -> Iterator[_Told]:
        """The claims with the way to their origin. A figure told again in the report's own voice has the origin that
        the report gives for it elsewhere."""
        of_claims = self._credits[report].of_claims
        stated = [claim for claim in claims if claim.sources]
        for claim in claims:
            teller = claim
            if not claim.sources:
                again = (one for one in stated if same_thing(claim, one, Linked(one_report=True)))
                teller = next(again, claim)
            credit = of_claims[teller.id]
            paths = (
                self._origins.of_credit(report, credit)
                if _has_source(credit)
                else self._unsourced(report, claim)
            )
            path = paths[0] if paths else self._own_voice(report, credit)
            if teller is not claim:
                path = Path(path.sources, f"The report repeats its own figure. {path.why}")
            yield _Told(claim, of_claims[claim.id], path)

    def _unsourced(self, report: str, claim: Claim) -> tuple[Path, ...]:
        where = claim.sentence or Span(claim.start, claim.end)
        return self._origins.of_credit(report, Credit(where))

    def _own_voice(self, report: str, credit: Credit) -> Path:
        """Nobody with a name stands behind the claim: its outlet does, or whoever the report describes, or the report."""
        own = self._credits[report].outlet
        if own is not None:
            return Path((own,), f"{own.name} says it in its own voice.")
        if credit.described:
            return Path(credit.described[:1], "The report names nobody, and its outlet is not known.")
        source = SourceRef(f"in:{report}", report, "document", named=False)
        return Path((source,), "The report says it in its own voice, and its outlet is not known.")

    def things(self, traced: Sequence[Traced]) -> tuple[Thing, ...]:
        """The claims that tell the same whatever their origin, with the number of independent origins behind them."""
        groups = self._groups([(one.claim, "", one) for one in traced])
        return tuple(
            Thing(
                tuple(one.claim.id for one in group),
                tuple(dict.fromkeys(one.testimony for one in group)),
                independent(one.origin for one in group),
            )
            for group in groups
        )

    def _groups(self, keyed: Iterable[tuple[Claim, str, _Item]]) -> list[list[_Item]]:
        """A claim joins the first group under its key none of whose claims says something else."""
        groups: list[list[tuple[Claim, _Item]]] = []
        index: dict[tuple[str, int, str], list[int]] = defaultdict(list)
        for claim, key, item in keyed:
            numbers = sorted(buckets(claim))
            wanted = {
                group for n in numbers for where in self._looked_up(claim) for group in index[key, n, where]
            }
            joined = next((at for at in sorted(wanted) if self._belongs(claim, groups[at])), len(groups))
            if joined == len(groups):
                groups.append([])
            groups[joined].append((claim, item))
            for number in numbers:
                for where in _entered(claim):
                    listed = index[key, number, where]
                    if joined not in listed[-_MOST_GROUPS:]:
                        listed.append(joined)
        return [[item for _, item in group] for group in groups]

    def _looked_up(self, claim: Claim) -> Iterator[str]:
        """Where claims of the same number may stand that tell the same: anywhere only if the number speaks for itself."""
        yield from _entered(claim)
        yield from (f"in {report}" for report in self._neighbours.others(claim.report))

    def _belongs(self, claim: Claim, group: Sequence[tuple[Claim, _Item]]) -> bool:
        return all(
            may_be_same(claim, other) and same_thing(claim, other, self._linked(claim, other))
            for other, _ in group
        )

    def _linked(self, one: Claim, two: Claim) -> Linked:
        if one.report == two.report:
            return Linked(one_report=True)
        where = two.sentence or Span(two.start, two.end)
        here = self._neighbours.at(one.report, one.sentence or Span(one.start, one.end))
        sentences = any(
            shared.other == two.report and shared.there.start < where.end and shared.there.end > where.start
            for shared in here
        )
        reports = sentences or self._neighbours.strength(one.report, two.report) > 0
        return Linked(reports, sentences)

    def _testimony(self, group: Sequence[_Told]) -> Iterator[tuple[_Told, Traced]]:
        id_ = sha256(f"testimony\0{group[0].claim.id}".encode()).hexdigest()[:16]
        for one in group:
            before = self._before(one, group)
            changes = drift(before.claim, before.credit, one.claim, one.credit) if before else ()
            yield one, Traced(one.claim, one.path.origin, one.path, id_, changes)

    def _before(self, one: _Told, group: Iterable[_Told]) -> _Told | None:
        """The claim of another report that this one goes back to: nearer to the origin, then the one that it credits,
        then the one that shares most with it."""
        nearer = [other for other in group if self._is_nearer(other, one)]
        if not nearer:
            return None
        carriers = {source.key for source in one.path.sources}

        def rank(other: _Told) -> tuple[bool, float, tuple[int, int]]:
            outlet = self._credits[other.claim.report].outlet
            credited = outlet is not None and outlet.key in carriers
            return (
                credited,
                self._neighbours.strength(one.claim.report, other.claim.report),
                _minus(self._depth(other)),
            )

        return max(nearer, key=rank)

    def _is_nearer(self, other: _Told, one: _Told) -> bool:
        mine, theirs = self._reports[one.claim.report], self._reports[other.claim.report]
        if mine.id == theirs.id or is_later(theirs, mine):
            return False
        return self._depth(other) < self._depth(one) or is_later(mine, theirs)

    def _depth(self, one: _Told) -> tuple[int, int]:
        """How far from its origin a claim is told: by the origin's own outlet, with its full chain, with half of it,
        with none; then by how many hands it went through."""
        credits = self._credits[one.claim.report]
        origin = one.path.origin
        if credits.outlet is not None and credits.outlet.key == origin.key:
            return 0, 0
        stated = {source.key for source in (*one.credit.carriers, *one.credit.named)}
        if stated:
            return 1, len(one.path.sources)
        return (2 if one.credit.described else 3), len(one.path.sources)


def _entered(claim: Claim) -> Iterator[str]:
    """The report, place and names of a claim, by which claims of the same number are looked up."""
    yield f"in {claim.report}"
    if speaks_for_itself(claim):
        yield "anywhere"
    place = place_of(claim)
    if place is not None:
        yield f"at {place}"
    yield from (f"of {name}" for name in claim.names)


def _minus(depth: tuple[int, int]) -> tuple[int, int]:
    return -depth[0], -depth[1]


def _has_source(credit: Credit) -> bool:
    return bool(credit.carriers or credit.named or credit.described)
