"""From readings and echoes to everything that tracing tells: chains, origins, testimonies, drift, problems."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from cenotaph.problems import Problem
from cenotaph.trace.credits import credits_of
from cenotaph.trace.directions import directed
from cenotaph.trace.echo import Echo
from cenotaph.trace.independence import Independence, independent
from cenotaph.trace.neighbours import Neighbours
from cenotaph.trace.origins import Origins, Path
from cenotaph.trace.orphans import orphans
from cenotaph.trace.reading import Reading
from cenotaph.trace.register import Register
from cenotaph.trace.source import SourceRef
from cenotaph.trace.testimony import Testimonies, Thing, Traced


class TracedReport(Struct, frozen=True):
    """Where one report comes from: the ways to its origins, the strongest first, and the reports that it echoes.

    `echo_of` leaves out reports that came out of this one.
    """

    report: str
    ways: tuple[Path, ...]
    echo_of: tuple[str, ...]

    @property
    def cites(self) -> tuple[SourceRef, ...]:
        """Whom the report goes back to, nearest first: every way's first source, then the sources behind those."""
        longest = max((len(way.sources) for way in self.ways), default=0)
        steps = (way.sources[step] for step in range(longest) for way in self.ways if step < len(way.sources))
        return tuple(dict.fromkeys(steps))

    @property
    def origins(self) -> tuple[SourceRef, ...]:
        """Where the ways lead."""
        return tuple(dict.fromkeys(way.origin for way in self.ways))


class Trace(Struct, frozen=True):
    """All that is known of how some reports hang together, in the order of the reports."""

    reports: tuple[TracedReport, ...]
    echoes: tuple[Echo, ...]
    claims: tuple[Traced, ...]
    things: tuple[Thing, ...]
    problems: tuple[Problem, ...]

    def independence(self) -> Independence:
        """How many independent origins the reports have at the most."""
        return independent(origin for report in self.reports for origin in report.origins)


def trace(readings: Iterable[Reading], echoes: Sequence[Echo]) -> Trace:
    """Trace reports that share what `echoes` say they share. Problems name what the reports leave open."""
    register = Register()
    known = {reading.report.id: reading for reading in readings}
    reports = {id_: reading.report for id_, reading in known.items()}
    credits = {id_: credits_of(reading, register) for id_, reading in known.items()}
    claims = {id_: reading.claims for id_, reading in known.items()}
    neighbours = Neighbours(echoes)
    origins = Origins(reports, credits, neighbours)
    ways = {id_: origins.of(id_).ways for id_ in known}
    houses = {id_: frozenset(way.origin for way in found) for id_, found in ways.items()}
    turned = tuple(directed(echoes, reports, credits, houses.__getitem__))
    testimonies = Testimonies(reports, credits, neighbours, origins)
    traced = testimonies.traced(claims)
    echo_of = _echo_of(turned)
    found = tuple(TracedReport(id_, ways[id_], tuple(echo_of.get(id_, ()))) for id_ in known)
    problems = (*origins.problems, *orphans(reports, claims, credits, neighbours))
    return Trace(found, turned, traced, testimonies.things(traced), problems)


def _echo_of(echoes: Iterable[Echo]) -> dict[str, list[str]]:
    """For each report the reports it shares something with, but for those that came out of it; surest first."""
    scores: dict[str, dict[str, float]] = {}
    for echo in echoes:
        pairs = [(echo.b, echo.a)] if echo.relation == "derived" else [(echo.a, echo.b), (echo.b, echo.a)]
        for one, other in pairs:
            found = scores.setdefault(one, {})
            found[other] = found.get(other, 0.0) + echo.score
    return {one: sorted(found, key=lambda other: (-found[other], other)) for one, found in scores.items()}
