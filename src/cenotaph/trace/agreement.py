"""Where a report comes from when those that tell of the same agree, and it credits whom they go back to as well.

A report may open with the figures of somebody else, or word its credit so oddly that no rule reads it. What its own words
lead to then gives way to the one source that clearly more of its neighbours go back to, if it credits that one by name too.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from cenotaph.trace.credits import Credits
from cenotaph.trace.neighbours import Neighbours
from cenotaph.trace.shipped import house_of
from cenotaph.trace.source import SourceRef
from cenotaph.trace.ways import Path, ReportOrigins

_FEWEST = 3
"""Fewer reports that share something with one, and have a figure, have no say."""

_AHEAD = 0.4
"""By such a share of them more must go back to a source than to the one that the report's own words lead to; at least two."""

_TWO = 2


def agreed(
    report: str,
    neighbours: Neighbours,
    credits: Mapping[str, Credits],
    known: Mapping[str, ReportOrigins],
) -> tuple[Path, ...]:
    """The ways of a report, that to the source on which its neighbours agree before the others.

    `credits` says whom it and its neighbours credit, `known` where their own words lead.
    """
    ways = known[report].ways
    others = [
        known[one].ways[0].origin
        for one in neighbours.nearest(report)
        if known[one].ways and credits[one].opening
    ]
    if len(others) < _FEWEST:
        return ways
    votes = Counter(others)
    first, most = votes.most_common(1)[0]
    mine = votes[ways[0].origin] if ways else 0
    if not first.named or most < _TWO or most - mine < _AHEAD * len(others):
        return ways
    way = next(_ways_to(first, known[report], credits[report]), None)
    if way is None:
        return ways
    why = f"{most} of the {len(others)} reports that share most with it go back to {first.name}, whom it credits too."
    return (Path(way, why), *(one for one in ways if one.origin != first))


def _ways_to(source: SourceRef, origins: ReportOrigins, credits: Credits) -> Iterator[tuple[SourceRef, ...]]:
    """The ways of a report on which a source stands, each up to it."""
    paths = [*origins.ways, *(path for found in origins.of_claims.values() for path in found)]
    for path in paths:
        if source in path.sources:
            yield path.sources[: path.sources.index(source) + 1]
    for credit in (*credits.credits, *credits.of_claims.values()):
        if source in map(house_of, credit.named):
            yield (*credit.carriers, source)
        if source in map(house_of, credit.carriers):
            yield (source,)
