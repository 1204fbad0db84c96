"""Attacks in a ledger's tables: looked up there while claims join them, and kept there."""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from cenotaph.ledger import StandingTables
from cenotaph.ledger.database import Columns
from cenotaph.reconcile import Join, Statement
from cenotaph.reconcile.days import Days
from cenotaph.reconcile.incidents import LONGEST, LOOKED_AT, Dated, Met, Placed, kept_under, looked_up
from cenotaph.run.packing import unpacked

_NEVER = 0
"""The day under which an attack without a date is looked up by its victims' names."""

_encode = msgspec.msgpack.Encoder().encode
_joins = msgspec.msgpack.Decoder(Join)


class LedgerIncidents:
    """Attacks looked up in a ledger's tables; see `reconcile.Known`."""

    def __init__(self, tables: StandingTables) -> None:
        self._tables = tables
        self._held: dict[str, Met | None] = {}

    def near(self, statement: Statement, days: Days | None) -> Iterator[Met]:
        """See Known."""
        claim = statement.claim
        first, last = (days.first.toordinal() - 1, days.last.toordinal() + 1) if days else (0, -1)
        found = self._tables.near(
            looked_up(statement),
            (first - LONGEST, last, first),
            list(map(_of, claim.names)),
            report=claim.report,
            testimony=statement.testimony,
        )
        for met in map(self._known, found):
            if met is not None and not met.pending:
                yield met

    def of(self, claims: Sequence[str]) -> Iterator[Met]:
        """See Known."""
        for met in map(self._known, self._tables.incidents_of(claims) if claims else ()):
            if met is not None:
                yield met

    def keep(self, met: Met, statement: Statement) -> None:
        """See Known."""
        self._held[met.id] = met
        self._tables.meet(_columns(met), _words(statement, met.days))
        joined = next((each for each in reversed(met.joins) if each.claim == statement.claim.id), None)
        self._tables.join(statement.claim.id, met.id, None if joined is None else _encode(joined))
        del met.statements[LOOKED_AT:-LOOKED_AT]

    def _known(self, id_: str) -> Met | None:
        if id_ not in self._held:
            row = next(iter(self._tables.incidents([id_])), None)
            members = self._tables.members(id_, most=LOOKED_AT)
            self._held[id_] = (
                None if row is None else met_of(row, [unpacked(body) for body, _ in members], [])
            )
        return self._held[id_]


def _columns(met: Met) -> Columns:
    """The row from which `_met` makes the attack again."""
    when: tuple[int | bool | None, ...] = (None, None, None, None)
    if met.dated is not None:
        first, last = met.dated.days
        when = (first.toordinal(), last.toordinal(), *met.dated.grade)
    where = (met.placed.name, met.placed.key, met.placed.exactness) if met.placed else (None, None, None)
    return (met.id, *when, *where, met.pending)


def _words(statement: Statement, days: Days | None) -> list[tuple[str, int, int]]:
    """What an attack is looked up by, with its days: its places if it is dated, its victims' names in any case."""
    names = [(_of(name), _NEVER, _NEVER) for name in statement.claim.names]
    if days is None or days.length > LONGEST:
        return names
    first, last = days.first.toordinal(), days.last.toordinal()
    return [*names, *((word, first, last) for word in kept_under(statement))]


def _of(name: str) -> str:
    return f"of {name.casefold()}"


def met_of(row: Columns, statements: list[Statement], joins: list[Join]) -> Met:
    """An attack from its row and its claims."""
    id_, first, last, inferred, span, place, key, exactness, pending = row
    days = None if first is None else Days(date.fromordinal(first), date.fromordinal(last))
    dated = None if days is None else Dated(days, (bool(inferred), span))
    placed = None if place is None else Placed(exactness, place, key)
    return Met(id_, statements, joins, dated, placed, bool(pending))


def join_of(joined: bytes) -> Join:
    """Why a claim belongs to its attack, from its row."""
    return _joins.decode(joined)
