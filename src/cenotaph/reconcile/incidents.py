"""Incidents: claims on one attack meet, in the order of reading, each with the reason why it belongs there."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from math import floor
from typing import NamedTuple, Protocol

from msgspec import Struct

from cenotaph.judging import Pairs
from cenotaph.model import Claim
from cenotaph.problems import Problem
from cenotaph.reconcile.days import Days, covered, happened
from cenotaph.reconcile.likeness import ENOUGH, SMALL, TIE, Likeness, likeness
from cenotaph.reconcile.values import Incident, Join, Statement

LONGEST = 45
"""Days: a claim over a longer time is no attack that another claim can be dated to."""

LOOKED_AT = 3
"""So many claims at either end of an incident are compared with a new one: an attack that everybody tells is told alike."""


_CELL = 0.3
"""Degrees: a square of the map is wider than towns are apart that may be meant by one another's name, up to 60° north."""


class Dated(NamedTuple):
    """When an attack took place: the days, and how exactly they are told (stated by a claim before taken from a report's
    date; then few days before many)."""

    days: Days
    grade: tuple[bool, int]


class Placed(NamedTuple):
    """Where an attack took place: how many divisions hold the place, its name, its key."""

    exactness: int
    name: str
    key: str | None


class Met(Struct):
    """An incident while claims join it. `statements` are its claims in the order of reading, or of many the first and
    the last ones."""

    id: str
    statements: list[Statement]
    joins: list[Join]
    dated: Dated | None
    placed: Placed | None
    pending: bool = False

    @property
    def days(self) -> Days | None:
        """The days on which it took place."""
        return self.dated.days if self.dated else None

    def looked_at(self) -> Sequence[Statement]:
        """The first and the last claims."""
        if len(self.statements) <= 2 * LOOKED_AT:
            return self.statements
        return (*self.statements[:LOOKED_AT], *self.statements[-LOOKED_AT:])


class Known(Protocol):
    """Where incidents are looked up: in memory here, in a ledger's tables elsewhere."""

    def near(self, statement: Statement, days: Days | None) -> Iterable[Met]:
        """The incidents that the statement may belong to, by its place and time, its report and its testimony."""
        ...

    def of(self, claims: Sequence[str]) -> Iterable[Met]:
        """The incidents to which these claims belong."""
        ...

    def keep(self, met: Met, statement: Statement) -> None:
        """Remember that the statement belongs to the incident, which may be new."""
        ...


class Incidents(Struct, frozen=True):
    """Incidents in the order of their first claims, and what could not be decided."""

    incidents: tuple[Incident, ...]
    problems: tuple[Problem, ...]


def incidents(statements: Iterable[Statement], pairs: Pairs | None = None) -> Incidents:
    """The attacks that claims of scope `incident` tell of. `pairs` are what persons have judged to be one or not."""
    known = InMemory()
    problems = [
        problem
        for one in statements
        if one.claim.scope == "incident"
        for problem in join(one, known, pairs or Pairs())
    ]
    return Incidents(tuple(map(finished, known.all)), tuple(problems))


def join(statement: Statement, known: Known, pairs: Pairs) -> tuple[Problem, ...]:
    """Put a statement into the incident that it fits best, or into a new one; a tie is a problem and a new one."""
    when = dated(statement)
    days = when.days if when else None
    judged = [other for pair in pairs.together if statement.claim.id in pair for other in pair]
    near = {met.id: met for met in (*known.near(statement, days), *known.of(judged))}
    ranked = sorted(
        ((likeness(statement, met.looked_at(), pairs), met) for met in near.values()),
        key=lambda pair: (-pair[0].points, pair[1].id),
    )
    fitting = [(like, met) for like, met in ranked if like.points >= ENOUGH]
    if len(fitting) > 1 and fitting[0][0].points - fitting[1][0].points < TIE:
        known.keep(_new(statement, when, pending=True), statement)
        return (tie(statement.claim, [met for _, met in fitting]),)
    if fitting:
        like, met = fitting[0]
        _add(met, statement, like)
        known.keep(met, statement)
    else:
        known.keep(_new(statement, when), statement)
    return ()


def finished(met: Met) -> Incident:
    """The incident as a value."""
    ids = {one.claim.id for one in met.statements}
    return Incident(
        id=met.id,
        place=met.placed.name if met.placed else None,
        place_key=met.placed.key if met.placed else None,
        from_=met.days.first.isoformat() if met.days else None,
        until=met.days.last.isoformat() if met.days else None,
        claims=tuple(one.claim.id for one in met.statements),
        joins=tuple(met.joins),
        parts=tuple((one.claim.id, one.claim.part_of) for one in met.statements if one.claim.part_of in ids),
        blamed=tuple(dict.fromkeys(side for one in met.statements for side in one.blamed)),
    )


def placed(statement: Statement) -> Placed | None:
    """Where one claim says that the attack took place."""
    claim = statement.claim
    return (
        None
        if claim.place is None
        else Placed(len(statement.within) + (claim.spot is not None), claim.place, claim.place_key)
    )


def _narrower(known: Placed | None, new: Placed | None) -> Placed | None:
    """The more exact of two places; among equals the one that was told first."""
    if known is None or new is None:
        return known or new
    return new if new.exactness > known.exactness else known


def dated(statement: Statement) -> Dated | None:
    """When one claim says that the attack took place, or its report's date."""
    days = happened(statement)
    return None if days is None else Dated(days, (covered(statement) is None, days.length))


def narrowed(known: Dated | None, new: Dated | None) -> Dated | None:
    """The days of an attack with one more claim: of the claims that date it most exactly, from the first to the last."""
    if known is None or new is None:
        return known or new
    if new.grade != known.grade:
        return min(known, new, key=lambda one: one.grade)
    both = Days(min(known.days.first, new.days.first), max(known.days.last, new.days.last))
    return Dated(both, known.grade)


class InMemory:
    """Incidents looked up by place and day, by report, by testimony."""

    def __init__(self) -> None:
        self.all: list[Met] = []
        self._number: dict[str, int] = {}
        self._places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._told: dict[str, list[int]] = defaultdict(list)
        self._of: dict[str, int] = {}

    def near(self, statement: Statement, days: Days | None) -> list[Met]:
        """See `Known`."""
        found = {number for word in _words(statement) for number in self._told[word]}
        if days is not None and days.length <= LONGEST:
            first, last = days.first.toordinal() - 1 - LONGEST, days.last.toordinal() + 1
            for word in looked_up(statement):
                listed = self._places[word]
                start, stop = bisect_left(listed, (first, -1)), bisect_right(listed, (last, len(self.all)))
                found.update(number for _, number in listed[start:stop] if _may_meet(self.all[number], days))
        return [met for met in map(self.all.__getitem__, sorted(found)) if not met.pending]

    def of(self, claims: Sequence[str]) -> list[Met]:
        """See `Known`."""
        return [self.all[self._of[claim]] for claim in claims if claim in self._of]

    def keep(self, met: Met, statement: Statement) -> None:
        """See `Known`."""
        if met.id not in self._number:
            self._number[met.id] = len(self.all)
            self.all.append(met)
        number = self._of[statement.claim.id] = self._number[met.id]
        for word in _words(statement):
            if number not in self._told[word]:
                self._told[word].append(number)
        if met.days is not None:
            for word in kept_under(statement):
                entry = (met.days.first.toordinal(), number)
                listed = self._places[word]
                at = bisect_left(listed, entry)
                if listed[at : at + 1] != [entry]:
                    listed.insert(at, entry)


def _may_meet(met: Met, days: Days) -> bool:
    """Whether the attack had not ended before these days."""
    return met.days is None or met.days.meets(days, slack=1)


def kept_under(statement: Statement) -> list[str]:
    """The words under which a statement's attack is found: its place, what holds that, and where it lies on the map."""
    own = _own(statement)
    if own is None:
        return []
    return [f"at {own}", *(f"in {place}" for place in statement.within), *(_cells(statement, reach=0))]


def looked_up(statement: Statement) -> list[str]:
    """The words under which attacks may be found that a statement belongs to: in its place, in what holds that as far as
    nothing is said more exactly, and in the neighbourhood."""
    own = _own(statement)
    if own is None:
        return []
    held = (f"at {place}" for place in statement.within)
    return [f"at {own}", f"in {own}", *held, *_cells(statement, reach=1)]


def _own(statement: Statement) -> str | None:
    claim = statement.claim
    return claim.where


def _cells(statement: Statement, *, reach: int) -> Iterator[str]:
    """The squares of the map around a town or site, larger than a neighbourhood is wide."""
    place = statement.place
    if place is None or place.kind not in SMALL:
        return
    north, east = floor(place.lat / _CELL), floor(place.lon / _CELL)
    for up in range(-reach, reach + 1):
        for right in range(-reach, reach + 1):
            yield f"on {north + up} {east + right}"


def _words(statement: Statement) -> tuple[str, ...]:
    """What else a statement is looked up by: its report and its testimony, and the whole of which it is a part."""
    claim = statement.claim
    whole = (f"whole:{claim.part_of}",) if claim.part_of else ()
    names = tuple(f"name:{name.casefold()}" for name in claim.names)
    return (f"in:{claim.report}", f"told:{statement.testimony}", f"whole:{claim.id}", *whole, *names)


def _new(statement: Statement, when: Dated | None, *, pending: bool = False) -> Met:
    id_ = sha256(f"incident\0{statement.claim.id}".encode()).hexdigest()[:16]
    return Met(id_, [statement], [], when, placed(statement), pending)


def _add(met: Met, statement: Statement, like: Likeness) -> None:
    met.statements.append(statement)
    met.joins.append(Join(statement.claim.id, like.to, round(like.score, 2), like.why))
    met.dated = narrowed(met.dated, dated(statement))
    met.placed = _narrower(met.placed, placed(statement))


def tie(claim: Claim, candidates: Sequence[Met] = ()) -> Problem:
    """What somebody is asked where a claim fits several incidents equally well."""
    ids = f" ({', '.join(met.id[:8] for met in candidates[:3])})" if candidates else ""
    message = (
        f"The claim {claim.id[:8]} (“{claim.quantity_text}”) fits several incidents equally well{ids}; it stands alone "
        "until somebody judges which one it belongs to."
    )
    return Problem("reconcile.tie", message, claim.report, claim.report, claim.sentence)
