"""Orphan numbers: a report credits an outlet or body whose own report is at hand and holds no such figure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from cenotaph.model import Claim, Report, Span
from cenotaph.problems import Problem
from cenotaph.trace.credits import Credits
from cenotaph.trace.neighbours import Neighbours
from cenotaph.trace.reading import is_later
from cenotaph.trace.register import house_of
from cenotaph.trace.sameness import buckets
from cenotaph.trace.source import SourceRef


def orphans(
    reports: Mapping[str, Report],
    claims: Mapping[str, Sequence[Claim]],
    credits: Mapping[str, Credits],
    neighbours: Neighbours,
) -> Iterator[Problem]:
    """A problem for each figure that the credited source's own reports on the matter lack.

    Those are its reports that share something with the one that credits it, and are not later.
    """
    published = _published(credits.values())
    for report, found in claims.items():
        linked = {shared.other for shared in neighbours.of(report)}
        for claim in found:
            for source in credits[report].of_claims[claim.id].carriers:
                own = sorted(linked & published[house_of(source).key])
                own = [one for one in own if not is_later(reports[one], reports[report])]
                if own and not any(_holds(claims[one], claim) for one in own):
                    yield _orphan(claim, source, own)


def _published(credits: Iterable[Credits]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one in credits:
        if one.outlet is not None:
            found[house_of(one.outlet).key].add(one.report)
    return found


def _holds(claims: Sequence[Claim], wanted: Claim) -> bool:
    """Whether one of the claims has the figure, exactly or rounded, for whatever harm."""
    return any(buckets(claim) & buckets(wanted) for claim in claims) or not buckets(wanted)


def _orphan(claim: Claim, source: SourceRef, own: Sequence[str]) -> Problem:
    message = (
        f'{claim.report} has "{claim.quantity_text}" from {source.name}, but no such figure was found in '
        f"{source.name}'s own report {', '.join(own[:3])}; check where the figure comes from."
    )
    return Problem("trace.orphan", message, claim.report, claim.report, Span(claim.start, claim.end))
