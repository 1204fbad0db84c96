"""From readings and echoes to everything that tracing tells: chains, origins, testimonies, drift, problems.

Reports are added to what was traced before, and only what they change is worked out again: themselves, the reports
that share something with them, and those whose ways lead through a report that changed.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cenotaph.model import Claim
from cenotaph.problems import Problem
from cenotaph.trace.akin import akin_to, join, part
from cenotaph.trace.choice import Choice
from cenotaph.trace.directions import directed
from cenotaph.trace.echo import Echo
from cenotaph.trace.grouping import Groups
from cenotaph.trace.independence import Independence, independent
from cenotaph.trace.neighbours import Neighbours
from cenotaph.trace.origins import Origins
from cenotaph.trace.orphans import orphans
from cenotaph.trace.other_names import under_one_name
from cenotaph.trace.reading import Reading, days_between
from cenotaph.trace.register import Register
from cenotaph.trace.retelling import Traced, traced
from cenotaph.trace.safe_credits import safe_credits
from cenotaph.trace.same_claims import echoes_of, enter, leave_out, likenesses
from cenotaph.trace.source import SourceRef
from cenotaph.trace.tellings import tellings_of
from cenotaph.trace.ways import Path
from cenotaph.trace.world import Grouping, Memory, Telling, World

_GROUPINGS: tuple[Grouping, Grouping] = ("testimony", "thing")


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


class Thing(Struct, frozen=True):
    """Claims (by id) that tell the same, their testimonies, and how many independent origins these can have."""

    claims: tuple[str, ...]
    testimonies: tuple[str, ...]
    independence: Independence


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


class Tracer:
    """Adds reports to a world of traced ones. The world must have their claims already."""

    def __init__(self, world: World, register: Register) -> None:
        self._world = world
        self._register = register
        self._neighbours = Neighbours(world.shared, world.akin_to)
        self._groups = [Groups(world, self._neighbours, grouping) for grouping in _GROUPINGS]

    def add(self, readings: Iterable[tuple[int, Reading]], echoes: Iterable[Echo]) -> None:
        """Trace reports, each with its number, of which `echoes` says what they share with each other and with older ones."""
        new = self._read(readings)
        same = [echo for report in new for echo in self._same_claims(report)]
        order = {report: self._world.credits[report].order for report in new}
        found = sorted((*echoes, *same), key=lambda echo: (order[echo.b], echo.a, echo.a_span))
        self._world.add_echoes(found)
        touched = dict.fromkeys(new)
        for echo in found:
            for report in (echo.a, echo.b):
                self._neighbours.forget(report)
                touched[report] = None
        self.renew(touched)

    def renew(self, reports: Iterable[str]) -> None:
        """Work out again where reports come from, and whatever changes with that."""
        touched = dict.fromkeys(reports)
        changed = self._follow(touched)
        self._regroup([move for report in self._in_order(changed) for move in self._moves(report)])
        self._world.orphans.update(orphans(self._in_order(touched), self._world, self._neighbours))

    def forget(self, reports: Iterable[str]) -> None:
        """Forget the claims of reports that were traced, which are about to be added again with others."""
        touched: dict[str, None] = {}
        for report in reports:
            touched |= dict.fromkeys((report, *self._neighbours.others(report)))
            leave_out(report, self._world.entered.pop(report, ()), self._world.numbers)
            part(report, self._world.akin)
            self._world.drop_claim_echoes(report)
            self._untell(report)
        for report in touched:
            self._neighbours.forget(report)

    def _untell(self, report: str) -> None:
        told = tuple(self._world.told(report).values())
        waiting = [groups.leave(told) for groups in self._groups]
        for telling in told:
            self._world.untell(telling)
        for groups, others in zip(self._groups, waiting, strict=True):
            groups.put_in(one for one in others if one.report != report)

    def _same_claims(self, report: str) -> list[Echo]:
        claims, numbers = self._world.claims[report], self._world.numbers
        published, credits = self._world.credits[report].published, self._world.credits
        found = likenesses(claims, numbers, lambda other: days_between(published, credits[other].published))
        self._world.entered[report] = enter(report, claims, numbers)
        join(report, akin_to(credits[report], found, credits), self._world.akin)
        return echoes_of(report, found)

    def _read(self, readings: Iterable[tuple[int, Reading]]) -> list[str]:
        new = []
        for number, reading in readings:
            self._world.credits[reading.report.id] = safe_credits(reading, self._register, number)
            new.append(reading.report.id)
        return new

    def _in_order(self, reports: Iterable[str]) -> list[str]:
        return sorted(reports, key=lambda report: self._world.credits[report].order)

    def _follow(self, touched: Iterable[str]) -> dict[str, None]:
        """Work out the origins of reports, and then of those that retell one whose origins changed; all of them."""
        done: dict[str, None] = {}
        pending = self._in_order(touched)
        known = self._world.origins
        while pending:
            before = {report: known.pop(report, None) for report in pending}
            origins = Origins(self._world.credits, self._neighbours, known)
            again: dict[str, None] = {}
            for report, old in before.items():
                new = origins.of(report)
                done[report] = None
                if old is not None and (old.ways, old.retold) != (new.ways, new.retold):
                    again |= dict.fromkeys(self._neighbours.others(report))
            pending = [one for one in self._in_order(again) if set(known[one].retold) & before.keys()]
        return done

    def _moves(self, report: str) -> Iterator[tuple[Telling, Telling | None]]:
        """The claims of a report that are told otherwise now, each with how it was told before."""
        before = self._world.told(report)
        now = tellings_of(
            self._world.claims[report], self._world.credits[report], self._world.origins[report]
        )
        for telling in now:
            old = before.get(telling.claim)
            if old is None or old.path != telling.path:
                yield telling, old

    def _regroup(self, moves: Sequence[tuple[Telling, Telling | None]]) -> None:
        """Put claims where they belong now. A thing does not depend on the origin, so claims stay in theirs."""
        testimonies, things = self._groups
        moved = [old for now, old in moves if old is not None and old.path.origin.key != now.path.origin.key]
        waiting = {one.claim: one for one in testimonies.leave(moved)}
        for now, old in moves:
            held = self._world.told(now.report).get(now.claim)
            if held is None:
                self._world.tell(now)
            else:
                self._world.tell(replace(held, path=now.path))
        for one in moved:
            held = self._world.told(one.report)[one.claim]
            if held.testimony:
                testimonies.take_out(held)
        new = [now for now, old in moves if old is None]
        testimonies.put_in({one.claim: one for one in (*new, *moved, *waiting.values())}.values())
        things.put_in(new)


def trace(readings: Iterable[Reading], echoes: Sequence[Echo]) -> Trace:
    """Trace reports that share what `echoes` say they share. Problems name what the reports leave open."""
    known = {reading.report.id: reading for reading in readings}
    world = Memory({id_: reading.claims for id_, reading in known.items()})
    order = {id_: number for number, id_ in enumerate(known)}
    turned = [echo if order[echo.a] < order[echo.b] else _swapped(echo) for echo in echoes]
    Tracer(world, Register()).add(enumerate(known.values()), turned)
    found = sorted(world.echoes, key=lambda echo: (order[echo.a], order[echo.b], echo.a_span))
    return traced_world(
        world, list(known), found, ((id_, c.id) for id_, one in known.items() for c in one.claims)
    )


def traced_world(
    world: World, reports: Sequence[str], echoes: Sequence[Echo], claims: Iterable[tuple[str, str]]
) -> Trace:
    """What is known of some reports, echoes and claims (each with its report) of a world, in the order given."""
    turned = tuple(directed(echoes, world.credits, lambda report: _houses(world, report)))
    echo_of = _echo_of(turned)
    neighbours = Neighbours(world.shared, world.akin_to)
    found = tuple(
        TracedReport(
            id_,
            under_one_name(
                id_,
                Choice(id_, neighbours, world.credits, world.origins).ways(),
                neighbours,
                world.credits,
                world.origins,
            ),
            tuple(echo_of.get(id_, ())),
        )
        for id_ in reports
    )
    problems = [p for id_ in reports for p in (*world.origins[id_].problems, *world.orphans.get(id_, ()))]
    told = tuple(_with_drift(world, neighbours, claims))
    return Trace(found, turned, told, tuple(_things(told)), tuple(problems))


def _with_drift(world: World, neighbours: Neighbours, claims: Iterable[tuple[str, str]]) -> Iterator[Traced]:
    """The claims in their order; each testimony is worked out once, with all its claims."""
    wanted = [(claim, world.told(report)[claim].testimony) for report, claim in claims]
    found: dict[str, Traced] = {}
    for testimony in dict.fromkeys(testimony for _, testimony in wanted):
        told = world.members("testimony", testimony)
        members = [(_claim(world, one), one) for one in told]
        found |= {one.claim.id: one for one in traced(members, world.credits, neighbours)}
    return (found[claim] for claim, _ in wanted)


def _claim(world: World, telling: Telling) -> Claim:
    claims = world.claims[telling.report]
    place = telling.order[1]
    return (
        claims[place]
        if claims[place].id == telling.claim
        else next(c for c in claims if c.id == telling.claim)
    )


def _things(told: Iterable[Traced]) -> Iterator[Thing]:
    groups: dict[str, list[Traced]] = {}
    for one in told:
        groups.setdefault(one.thing, []).append(one)
    for group in groups.values():
        yield Thing(
            tuple(one.claim.id for one in group),
            tuple(dict.fromkeys(one.testimony for one in group)),
            independent(one.origin for one in group),
        )


def _houses(world: World, report: str) -> frozenset[SourceRef]:
    return frozenset(way.origin for way in world.origins[report].ways)


def _swapped(echo: Echo) -> Echo:
    return replace(echo, a=echo.b, b=echo.a, a_span=echo.b_span, b_span=echo.a_span)


def _echo_of(echoes: Iterable[Echo]) -> dict[str, list[str]]:
    """For each report the reports it shares something with, but for those that came out of it; surest first."""
    scores: dict[str, dict[str, float]] = {}
    for echo in echoes:
        pairs = [(echo.b, echo.a)] if echo.relation == "derived" else [(echo.a, echo.b), (echo.b, echo.a)]
        for one, other in pairs:
            found = scores.setdefault(one, {})
            found[other] = found.get(other, 0.0) + echo.score
    return {one: sorted(found, key=lambda other: (-found[other], other)) for one, found in scores.items()}
