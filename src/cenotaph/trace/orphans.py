"""Orphan numbers: a report credits an outlet or body whose own report is at hand and holds no such figure."""

from collections.abc import Iterable, Iterator, Sequence

from cenotaph.model import Claim, Span
from cenotaph.problems import Problem
from cenotaph.trace.neighbours import Neighbours
from cenotaph.trace.reading import is_later
from cenotaph.trace.sameness import buckets
from cenotaph.trace.shipped import house_of
from cenotaph.trace.source import SourceRef
from cenotaph.trace.world import World


def orphans(
    reports: Iterable[str], world: World, neighbours: Neighbours
) -> Iterator[tuple[str, tuple[Problem, ...]]]:
    """For each report a problem for each of its figures that the credited source's own reports on the matter lack.

    Those are the source's reports that share something with the one that credits it, and are not later.
    """
    for report in reports:
        yield report, tuple(_of_report(report, world, neighbours))


def _of_report(report: str, world: World, neighbours: Neighbours) -> Iterator[Problem]:
    mine = world.credits[report]
    for claim in world.claims[report]:
        for source in mine.of_claims[claim.id].carriers:
            own = sorted(
                one for one in neighbours.others(report) if _is_of(one, source, mine.published, world)
            )
            if own and not any(_holds(world.claims[one], claim) for one in own):
                yield _orphan(claim, source, own)


def _is_of(other: str, source: SourceRef, published: str | None, world: World) -> bool:
    """Whether the source published the other report, and not later."""
    theirs = world.credits[other]
    outlet = theirs.outlet
    is_own = outlet is not None and house_of(outlet).key == house_of(source).key
    return is_own and not is_later(theirs.published, published)


def _holds(claims: Sequence[Claim], wanted: Claim) -> bool:
    """Whether one of the claims has the figure, exactly or rounded, for whatever harm."""
    return any(buckets(claim) & buckets(wanted) for claim in claims) or not buckets(wanted)


def _orphan(claim: Claim, source: SourceRef, own: Sequence[str]) -> Problem:
    message = (
        f'{claim.report} has "{claim.quantity_text}" from {source.name}, but no such figure was found in '
        f"{source.name}'s own report {', '.join(own[:3])}; check where the figure comes from."
    )
    return Problem("trace.orphan", message, claim.report, claim.report, Span(claim.start, claim.end))
