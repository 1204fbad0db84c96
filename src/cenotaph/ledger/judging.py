"""Filing judgements: each adds a row of the claim or handling as it stands after it, and nothing is overwritten."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from cenotaph.judging import added, as_judged, digest
from cenotaph.ledger.batch import Batch, Set
from cenotaph.ledger.columns import (
    CLAIM_COLUMNS,
    HANDLING_COLUMNS,
    JUDGEMENT_COLUMNS,
    claim_columns,
    claim_of,
    handling_columns,
    handling_of,
    judgement_columns,
    judgement_of,
)
from cenotaph.ledger.database import Columns, Connection, marks
from cenotaph.ledger.filing import Filing
from cenotaph.model import Claim, Handling, Judgement
from cenotaph.problems import Problem

Found = TypeVar("Found", bound=Claim | Handling)


class _Table(Struct, Generic[Found], frozen=True):
    """A table of versions: how one becomes a row, and back."""

    name: str
    kind: type[Found]
    columns: tuple[str, ...]
    pack: Callable[[Found], Columns]
    unpack: Callable[[Columns], Found]


_CLAIM = _Table("claim", Claim, CLAIM_COLUMNS, claim_columns, claim_of)
_HANDLING = _Table("handling", Handling, HANDLING_COLUMNS, handling_columns, handling_of)
_TABLES = ("claim", "handling")
_NAMES = ", ".join(f'"{name}"' for name in JUDGEMENT_COLUMNS)
_STANDING = """SELECT {names} FROM {table} AS t JOIN finding AS f ON f.seq = t.finding JOIN report AS r ON r.seq = f.report
WHERE t.id = ? AND t.superseded_by IS NULL AND f.superseded_by IS NULL AND r.superseded_by IS NULL"""
_FINDING = """SELECT f.seq FROM finding AS f JOIN report AS r ON r.seq = f.report
WHERE r.id = ? AND f.superseded_by IS NULL AND r.superseded_by IS NULL"""


class Carried(Struct, frozen=True):
    """Earlier judgements on a report as they hold in a new finding: rows of versions, which rows those replace, and the
    judgements whose claim is found no more."""

    rows: list[tuple[str, Columns]]
    sets: list[Set]
    orphans: list[Problem]


class Judging:
    """Judgements through a connection on which a transaction is open."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows = connection.rows

    def file(self, judgement: Judgement) -> Problem | None:
        """File one judgement and what stands after it; the problem, with nothing filed, where it cannot be."""
        if judgement.subject == "claim":
            return self._file_on(_CLAIM, judgement)
        if judgement.subject == "handling":
            return self._file_on(_HANDLING, judgement)
        self._write(judgement, Batch(self._connection))
        return None

    def on_reports(self, reports: Sequence[str]) -> dict[str, list[tuple[int, Judgement]]]:
        """What was judged of claims and handlings of these reports, each with its number, oldest first."""
        found: dict[str, list[tuple[int, Judgement]]] = {}
        sql = f"SELECT seq, {_NAMES} FROM judgement WHERE report IN ({marks(len(reports))}) ORDER BY seq"
        for seq, *columns in self._rows(sql, reports) if reports else ():
            one = judgement_of(tuple(columns))
            if one.report is not None and one.subject in _TABLES:
                found.setdefault(one.report, []).append((seq, one))
        return found

    def _file_on(self, table: _Table[Found], judgement: Judgement) -> Problem | None:
        found = self._standing(table, judgement.one)
        if judgement.verdict == "add":
            finding = self._finding_of(judgement)
        else:
            finding = found[0] if found else None
        if finding is None:
            return _unknown(judgement)
        if found and judgement.seen is not None and judgement.seen != digest(found[1]):
            return self._stale(judgement)
        batch = Batch(self._connection)
        seq = batch.number("judgement")
        first = self._first_version(table, finding, judgement.one)
        new = _version(table, first, [*self._on(judgement), judgement])
        rows = [] if new is None else [_row(table, finding, self._next_position(table, finding), seq, new)]
        self._write(judgement, batch, finding, rows, self._sets(table, finding, judgement.one, seq), seq=seq)
        return None

    def _write(
        self,
        judgement: Judgement,
        batch: Batch,
        finding: int | None = None,
        rows: Sequence[tuple[str, Columns]] = (),
        sets: Sequence[Set] = (),
        *,
        seq: int = 0,
    ) -> None:
        seq = seq or batch.number("judgement")
        body = {"judgement": seq, "finding": finding, "verdict": judgement.verdict, "by": judgement.by}
        row = ("judgement", (seq, *judgement_columns(judgement)))
        batch.file("judgement", judgement.one, body, [row, *rows], sets)
        batch.write()

    def _sets(self, table: _Table[Found], finding: int, target: str, seq: int) -> list[Set]:
        """The version that stands steps aside for the judgement."""
        sql = f"SELECT position FROM {table.name} WHERE finding = ? AND id = ? AND superseded_by IS NULL ORDER BY position"
        positions = self._rows(sql, (finding, target))
        return [(table.name, [finding, position], "superseded_by", seq) for (position,) in positions]

    def _standing(self, table: _Table[Found], target: str) -> tuple[int, Found] | None:
        names = ", ".join(f't."{name}"' for name in ("finding", *table.columns))
        rows = self._rows(_STANDING.format(names=names, table=table.name), (target,))
        return (rows[0][0], table.unpack(rows[0][1:])) if rows else None

    def _first_version(self, table: _Table[Found], finding: int, target: str) -> Found | None:
        """What the finder itself found under that id."""
        names = ", ".join(f'"{name}"' for name in table.columns)
        sql = f"SELECT {names} FROM {table.name} WHERE finding = ? AND id = ? AND judgement IS NULL"
        rows = self._rows(sql, (finding, target))
        return table.unpack(rows[0]) if rows else None

    def _finding_of(self, judgement: Judgement) -> int | None:
        rows = self._rows(_FINDING, (judgement.report,))
        return int(rows[0][0]) if rows else None

    def _next_position(self, table: _Table[Found], finding: int) -> int:
        sql = f"SELECT coalesce(max(position), -1) + 1 FROM {table.name} WHERE finding = ?"
        return int(self._rows(sql, (finding,))[0][0])

    def _on(self, judgement: Judgement) -> list[Judgement]:
        """What was judged of the same thing before, oldest first."""
        sql = f"SELECT {_NAMES} FROM judgement WHERE one = ? AND subject = ? ORDER BY seq"
        return [judgement_of(row) for row in self._rows(sql, (judgement.one, judgement.subject))]

    def _stale(self, judgement: Judgement) -> Problem:
        last = self._on(judgement)[-1:]
        who = f"{last[0].by} judged it at {last[0].at} ({last[0].verdict}: {last[0].reason})" if last else (
            "it is read otherwise by a newer finder"
        )  # fmt: skip
        message = (
            f"The {judgement.subject} {judgement.one} is no longer what {judgement.by} saw: {who}; "
            f"look at it again (`cenotaph show {judgement.one}`) and judge it as it stands now."
        )
        return Problem("judge.stale", message, judgement.one, judgement.report)


def carried(filing: Filing, finding: int, judgements: Iterable[tuple[int, Judgement]]) -> Carried:
    """Let judgements made on older findings of a report hold in a new one."""
    carried = Carried([], [], [])
    on: dict[tuple[str, str], list[tuple[int, Judgement]]] = {}
    for seq, one in judgements:
        on.setdefault((one.subject, one.one), []).append((seq, one))
    for (subject, target), filed in on.items():
        seq, held = filed[-1][0], [one for _, one in filed]
        there = (
            _carry(_CLAIM, filing.claims, finding, target, seq, held, carried)
            if subject == "claim"
            else _carry(_HANDLING, filing.handlings, finding, target, seq, held, carried)
        )
        if not there:
            carried.orphans.append(_orphan(held[-1]))
    return carried


def _carry(
    table: _Table[Found],
    found: Sequence[Found],
    finding: int,
    target: str,
    seq: int,
    judgements: Sequence[Judgement],
    carried: Carried,
) -> bool:
    """Put the version after these judgements beside what was found; whether there is one to judge."""
    positions = [at for at, one in enumerate(found) if one.id == target]
    new = _version(table, found[positions[0]] if positions else None, judgements)
    carried.sets.extend((table.name, [finding, at], "superseded_by", seq) for at in positions)
    if new is not None:
        position = len(found) + sum(name == table.name for name, _ in carried.rows)
        carried.rows.append(_row(table, finding, position, seq, new))
    return new is not None or any(one.verdict == "add" for one in judgements)


def _version(table: _Table[Found], first: Found | None, judgements: Sequence[Judgement]) -> Found | None:
    """What stands after the judgements, of what the finder found or a person added; None where neither did."""
    return added(judgements, table.kind) if first is None else as_judged(first, judgements)


def _row(table: _Table[Found], finding: int, position: int, seq: int, one: Found) -> tuple[str, Columns]:
    return table.name, (finding, position, seq, *table.pack(one))


def _unknown(judgement: Judgement) -> Problem:
    where = (
        f"report {judgement.report}" if judgement.verdict == "add" else f"{judgement.subject} {judgement.one}"
    )
    message = (
        f"There is no {where} in the ledger, so {judgement.by}'s judgement on it was not filed; check the id."
    )
    return Problem("judge.unknown", message, judgement.one, judgement.report)


def _orphan(judgement: Judgement) -> Problem:
    message = (
        f"The {judgement.subject} {judgement.one}, on which {judgement.by} judged ({judgement.verdict}: "
        f"{judgement.reason}), is no longer found in {judgement.report}; look whether another one stands in its place."
    )
    return Problem("judge.orphan", message, judgement.report or judgement.one, judgement.report)
