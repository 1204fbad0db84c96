"""Filing judgements: each adds a row of the claim or handling as it stands after it, and nothing is overwritten."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from cenotaph.judging import added, as_judged, digest
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
_NAMES = ", ".join(f'"{name}"' for name in JUDGEMENT_COLUMNS)
_ADD = f"INSERT INTO judgement (seq, {_NAMES}) VALUES ({marks(1 + len(JUDGEMENT_COLUMNS))})"
_STANDING = """SELECT {names} FROM {table} AS t JOIN finding AS f ON f.seq = t.finding JOIN report AS r ON r.seq = f.report
WHERE t.id = ? AND t.superseded_by IS NULL AND f.superseded_by IS NULL AND r.superseded_by IS NULL"""
_FINDING = """SELECT f.seq FROM finding AS f JOIN report AS r ON r.seq = f.report
WHERE r.id = ? AND f.superseded_by IS NULL AND r.superseded_by IS NULL"""


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
        self._add(judgement)
        return None

    def carry_over(self, filings: Iterable[tuple[int, Filing]]) -> Iterator[tuple[int, Problem]]:
        """Let judgements made on older findings hold in new ones, each with its number; yields, also with it, the
        judgements whose claim is found no more."""
        judged = {row[0] for row in self._rows("SELECT DISTINCT report FROM judgement")}
        for finding, filing in filings:
            if filing.report.id in judged:
                for problem in self._carry_into(finding, filing):
                    yield finding, problem

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
        before = self._on(judgement)
        seq = self._add(judgement)
        self._replace(table, finding, judgement.one, seq, [*before, judgement])
        return None

    def _carry_into(self, finding: int, filing: Filing) -> Iterator[Problem]:
        rows = self._rows(
            f"SELECT seq, {_NAMES} FROM judgement WHERE report = ? ORDER BY seq", (filing.report.id,)
        )
        on: dict[tuple[str, str], list[tuple[int, Judgement]]] = {}
        for seq, *columns in rows:
            one = judgement_of(tuple(columns))
            on.setdefault((one.subject, one.one), []).append((seq, one))
        for (subject, target), filed in on.items():
            seq, judgements = filed[-1][0], [one for _, one in filed]
            there = (
                self._replace(_CLAIM, finding, target, seq, judgements)
                if subject == "claim"
                else self._replace(_HANDLING, finding, target, seq, judgements)
            )
            if not there:
                yield _orphan(judgements[-1])

    def _replace(
        self, table: _Table[Found], finding: int, target: str, seq: int, judgements: Sequence[Judgement]
    ) -> bool:
        """Put the version after these judgements in the place of the one that stands; whether there is one to judge."""
        found = self._first_version(table, finding, target)
        self._connection.execute(
            f"UPDATE {table.name} SET superseded_by = ? WHERE finding = ? AND id = ? AND superseded_by IS NULL",
            (seq, finding, target),
        )
        new = added(judgements, table.kind) if found is None else as_judged(found, judgements)
        if new is not None:
            names = ", ".join(f'"{name}"' for name in ("finding", "position", "judgement", *table.columns))
            values = (finding, self._next_position(table, finding), seq, *table.pack(new))
            self._connection.execute(
                f"INSERT INTO {table.name} ({names}) VALUES ({marks(len(values))})", values
            )
        return new is not None or any(one.verdict == "add" for one in judgements)

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

    def _add(self, judgement: Judgement) -> int:
        seq = int(self._rows("SELECT coalesce(max(seq), 0) + 1 FROM judgement")[0][0])
        self._connection.execute(_ADD, (seq, *judgement_columns(judgement)))
        return seq

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
