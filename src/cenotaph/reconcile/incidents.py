"""Incidents: claims on one attack meet, in the order of reading, each with the reason why it belongs there."""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from hashlib import sha256
from typing import Protocol

from msgspec import Struct

from cenotaph.problems import Problem
from cenotaph.reconcile.days import Days, covered, happened
from cenotaph.reconcile.likeness import ENOUGH, TIE, Likeness, Pairs, likeness
from cenotaph.reconcile.values import Incident, Join, Statement

_LONGEST = 45
"""Days: a claim over a longer time is no attack that another claim can be dated to."""

_LOOKED_AT = 5
"""So many claims at either end of an incident are compared with a new one: an attack that everybody tells is told alike."""


class Met(Struct):
    """An incident while claims join it."""

    id: str
    statements: list[Statement]
    joins: list[Join]
    days: Days | None
    pending: bool = False

    def looked_at(self) -> Sequence[Statement]:
        """The first and the last claims."""
        if len(self.statements) <= 2 * _LOOKED_AT:
            return self.statements
        return (*self.statements[:_LOOKED_AT], *self.statements[-_LOOKED_AT:])


class Known(Protocol):
    """Where incidents are looked up: in memory here, in a ledger's tables elsewhere."""

    def near(self, statement: Statement, days: Days | None) -> Iterable[Met]:
        """The incidents that the statement may belong to, by its place and time, its report and its testimony."""
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
    days = happened(statement)
    ranked = sorted(
        ((likeness(statement, met.looked_at(), pairs), met) for met in known.near(statement, days)),
        key=lambda pair: (-pair[0].points, pair[1].id),
    )
    fitting = [(like, met) for like, met in ranked if like.points >= ENOUGH]
    if len(fitting) > 1 and fitting[0][0].points - fitting[1][0].points < TIE:
        known.keep(_new(statement, days, pending=True), statement)
        return (_tie(statement, [met for _, met in fitting]),)
    if fitting:
        like, met = fitting[0]
        _add(met, statement, like)
        known.keep(met, statement)
    else:
        known.keep(_new(statement, days), statement)
    return ()


def finished(met: Met) -> Incident:
    """The incident as a value: where it is told most exactly, and the days that its claims give."""
    told = [one for one in met.statements if one.claim.place is not None]
    where = max(told, key=lambda one: (len(one.within), -one.order), default=None)
    ids = {one.claim.id for one in met.statements}
    return Incident(
        id=met.id,
        place=where.claim.place if where else None,
        place_key=where.claim.place_key if where else None,
        from_=met.days.first.isoformat() if met.days else None,
        until=met.days.last.isoformat() if met.days else None,
        claims=tuple(one.claim.id for one in met.statements),
        joins=tuple(met.joins),
        parts=tuple((one.claim.id, one.claim.part_of) for one in met.statements if one.claim.part_of in ids),
        blamed=tuple(dict.fromkeys(side for one in met.statements for side in one.blamed)),
    )


def narrowed(statements: Sequence[Statement]) -> Days | None:
    """The days of an incident: of the claims that date it most exactly, from the first to the last."""
    stated = [days for one in statements if (days := covered(one)) is not None]
    found = stated or [days for one in statements if (days := happened(one)) is not None]
    if not found:
        return None
    exact = min(days.length for days in found)
    kept = [days for days in found if days.length == exact]
    return Days(min(days.first for days in kept), max(days.last for days in kept))


class InMemory:
    """Incidents looked up by place and day, by report, by testimony."""

    def __init__(self) -> None:
        self.all: list[Met] = []
        self._number: dict[str, int] = {}
        self._places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._told: dict[str, list[int]] = defaultdict(list)

    def near(self, statement: Statement, days: Days | None) -> list[Met]:
        """See `Known`."""
        found = {number for word in _words(statement) for number in self._told[word]}
        if days is not None and days.length <= _LONGEST:
            first = (days.first - timedelta(days=_LONGEST)).toordinal()
            last = (days.last + timedelta(days=1)).toordinal()
            for place in places_of(statement):
                listed = self._places[place]
                start, stop = bisect_left(listed, (first, -1)), bisect_right(listed, (last, len(self.all)))
                found.update(number for _, number in listed[start:stop])
        return [self.all[number] for number in sorted(found) if not self.all[number].pending]

    def keep(self, met: Met, statement: Statement) -> None:
        """See `Known`."""
        if met.id not in self._number:
            self._number[met.id] = len(self.all)
            self.all.append(met)
        number = self._number[met.id]
        for word in _words(statement):
            if number not in self._told[word]:
                self._told[word].append(number)
        if met.days is not None:
            for place in places_of(statement):
                entry = (met.days.first.toordinal(), number)
                if entry not in self._places[place][-_LONGEST:]:
                    insort(self._places[place], entry)


def places_of(statement: Statement) -> tuple[str, ...]:
    """The keys under which a statement's attack is looked up: its place, and the divisions that hold it."""
    own = statement.claim.place_key or (statement.claim.place or "").casefold()
    return (own, *statement.within) if own else ()


def _words(statement: Statement) -> tuple[str, ...]:
    """What else a statement is looked up by: its report and its testimony, and the whole of which it is a part."""
    claim = statement.claim
    whole = (f"whole:{claim.part_of}",) if claim.part_of else ()
    names = tuple(f"name:{name.casefold()}" for name in claim.names)
    return (f"in:{claim.report}", f"told:{statement.testimony}", f"whole:{claim.id}", *whole, *names)


def _new(statement: Statement, days: Days | None, *, pending: bool = False) -> Met:
    id_ = sha256(f"incident\0{statement.claim.id}".encode()).hexdigest()[:16]
    return Met(id_, [statement], [], days, pending)


def _add(met: Met, statement: Statement, like: Likeness) -> None:
    met.statements.append(statement)
    met.joins.append(Join(statement.claim.id, like.to, round(like.score, 2), like.why))
    met.days = narrowed(met.statements)


def _tie(statement: Statement, candidates: Sequence[Met]) -> Problem:
    claim = statement.claim
    ids = ", ".join(met.id[:8] for met in candidates[:3])
    message = (
        f"The claim {claim.id[:8]} (“{claim.quantity_text}”) fits several incidents equally well ({ids}); it stands alone "
        "until somebody judges which one it belongs to."
    )
    return Problem("reconcile.tie", message, claim.report, claim.report, claim.sentence)
