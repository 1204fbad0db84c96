"""Writing: reports and what was found in them go in by the batch, one transaction a batch."""

import re
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Self

import msgspec

from cenotaph.ledger.columns import (
    CLAIM_COLUMNS,
    HANDLING_COLUMNS,
    PROBLEM_COLUMNS,
    Columns,
    claim_columns,
    handling_columns,
    problem_columns,
    problem_key,
)
from cenotaph.ledger.connection import open_to_write
from cenotaph.ledger.errors import of_sqlite
from cenotaph.ledger.filing import Filing, Known
from cenotaph.problems import Problem

_WORTH_PACKING = 16_384
"""Shorter raw bytes stay as they are: of a few kB zlib saves a third, and takes longer than all the rest of filing."""

_RECORD = re.compile(r":\d+$|\[\d+\]$")
"""The line or record within a file, at the end of a source."""


def _insert(table: str, columns: Sequence[str]) -> str:
    names = ", ".join(f'"{name}"' for name in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"


_REPORT_COLUMNS = (
    *("seq", "key", "id", "text", "published", "outlet", "title", "url"),
    *("raw", "source", "media_type", "encoding", "reader", "offsets"),
)
_ADD_RAW = "INSERT OR IGNORE INTO raw (sha256, size, packing, body) VALUES (?, ?, ?, ?)"
_ADD_REPORT = _insert("report", _REPORT_COLUMNS)
_ADD_FINDING = _insert("finding", ("seq", "report", "finder"))
_ADD_CLAIM = _insert("claim", ("finding", "position", *CLAIM_COLUMNS))
_ADD_HANDLING = _insert("handling", ("finding", "position", *HANDLING_COLUMNS))
_ADD_PLACE = "INSERT OR IGNORE INTO place (key, name, kind, country, lat, lon) VALUES (?, ?, ?, ?, ?, ?)"
_ADD_PROBLEM = _insert("problem", ("finding", *PROBLEM_COLUMNS))


class Store:
    """A ledger open for writing. Everything filed in one call stands or falls together."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = open_to_write(path)
        self._stale = self._standing_problems()
        self._met: set[str] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Fold SQLite's side files into the one ledger file and let go of it.

        Where another program holds the ledger too, the side files stay until that one closes it.
        """
        with self._explained(), closing(self._connection):
            self._connection.execute("PRAGMA busy_timeout = 0")
            with suppress(sqlite3.OperationalError):
                self._connection.execute("PRAGMA journal_mode = DELETE")

    def known(self, keys: Iterable[str]) -> dict[str, Known]:
        """Those of the report keys that the ledger has."""
        rows = self._select(
            """SELECT r.key, r.id, r.raw, f.finder FROM json_each(?) AS j JOIN report AS r ON r.key = j.value
            LEFT JOIN finding AS f ON f.report = r.seq AND f.superseded_by IS NULL""",
            keys,
        )
        return {key: Known(id_, raw, finder) for key, id_, raw, finder in rows}

    def named(self, ids: Iterable[str]) -> dict[str, str]:
        """Those of the report ids that the ledger has, with the SHA-256 of the bytes each stands for."""
        sql = (
            "SELECT r.id, r.raw FROM json_each(?) AS j JOIN report AS r ON r.id = j.value ORDER BY r.seq DESC"
        )
        return dict(self._select(sql, ids))

    def file(self, filings: Sequence[Filing], problems: Sequence[Problem], finder: str) -> None:
        """Add the reports that are new and the findings that `finder` had not made yet, in one transaction.

        `problems` are those of reading. LedgerError, with nothing added, if the ledger cannot be written.
        """
        with self._explained(), self._transaction():
            self._file_findings(filings, finder)
            self._file_reading_problems(filings, problems)

    def _file_findings(self, filings: Sequence[Filing], finder: str) -> None:
        known = self.known(filing.key for filing in filings)
        fresh = {filing.key: filing for filing in filings}
        fresh = {key: one for key, one in fresh.items() if key not in known or known[key].finder != finder}
        self._add_reports([filing for key, filing in fresh.items() if key not in known])
        self._add_findings(list(fresh.values()), finder)

    def _add_reports(self, filings: Sequence[Filing]) -> None:
        run = self._connection.executemany
        run(_ADD_RAW, (_raw_columns(filing.raw.sha256, filing.raw.data) for filing in filings))
        older: dict[str, int] = dict(self._select("""SELECT r.raw, r.seq FROM json_each(?) AS j JOIN report AS r ON r.raw = j.value
            WHERE r.superseded_by IS NULL""", [filing.raw.sha256 for filing in filings]))  # fmt: skip
        first = self._next("report")
        run(_ADD_REPORT, (_report_columns(seq, filing) for seq, filing in enumerate(filings, start=first)))
        again = [
            (s, older[f.raw.sha256]) for s, f in enumerate(filings, start=first) if f.raw.sha256 in older
        ]
        run("UPDATE report SET superseded_by = ? WHERE seq = ?", again)

    def _add_findings(self, filings: Sequence[Filing], finder: str) -> None:
        run = self._connection.executemany
        reports: dict[str, int] = dict(self._select("""SELECT r.key, r.seq FROM json_each(?) AS j JOIN report AS r
            ON r.key = j.value""", [filing.key for filing in filings]))  # fmt: skip
        numbered = list(enumerate(filings, start=self._next("finding")))
        # The old finding steps aside first: only one of a report may stand. Its foreign key is checked at commit.
        run(
            "UPDATE finding SET superseded_by = ? WHERE report = ? AND superseded_by IS NULL",
            [(seq, reports[filing.key]) for seq, filing in numbered],
        )
        run(_ADD_FINDING, [(seq, reports[filing.key], finder) for seq, filing in numbered])
        run(_ADD_PLACE, (msgspec.structs.astuple(place) for filing in filings for place in filing.places))
        run(_ADD_CLAIM, ((s, at, *claim_columns(c)) for s, f in numbered for at, c in enumerate(f.claims)))
        run(
            _ADD_HANDLING,
            ((s, at, *handling_columns(h)) for s, f in numbered for at, h in enumerate(f.handlings)),
        )
        run(_ADD_PROBLEM, ((seq, *problem_columns(p)) for seq, filing in numbered for p in filing.problems))

    def _file_reading_problems(self, filings: Sequence[Filing], problems: Sequence[Problem]) -> None:
        """A problem met again is not added again; one whose source is now read without it no longer stands."""
        new = {problem_key(problem): problem for problem in problems}
        for key in [key for key in new if key not in self._met]:
            already = self._connection.execute(
                "UPDATE problem SET stands = 1 WHERE key = ? AND finding IS NULL", (key,)
            )
            if not already.rowcount:
                self._connection.execute(_ADD_PROBLEM, (None, *problem_columns(new[key])))
        self._met |= new.keys()
        if self._stale:
            self._settle({filing.raw.source for filing in filings})

    def _settle(self, sources: set[str]) -> None:
        read = sources | {_RECORD.sub("", source) for source in sources}
        gone = {key for source in read & self._stale.keys() for key in self._stale[source]} - self._met
        self._connection.executemany(
            "UPDATE problem SET stands = 0 WHERE key = ? AND finding IS NULL",
            [(key,) for key in sorted(gone)],
        )

    def _standing_problems(self) -> dict[str, list[str]]:
        """Keys of the reading problems that stand from earlier runs, by their source."""
        rows = self._connection.execute('SELECT "where", key FROM problem WHERE finding IS NULL AND stands')
        standing: dict[str, list[str]] = {}
        for where, key in rows:
            standing.setdefault(where, []).append(key)
        return standing

    def _select(self, sql: str, values: Iterable[str]) -> list[Columns]:
        return self._connection.execute(sql, (msgspec.json.encode(list(values)).decode(),)).fetchall()

    def _next(self, table: str) -> int:
        return int(self._connection.execute(f"SELECT coalesce(max(seq), 0) + 1 FROM {table}").fetchone()[0])

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            self._connection.execute("PRAGMA defer_foreign_keys = ON")
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise of_sqlite(error, self.path) from error


def _raw_columns(digest: str, data: bytes) -> Columns:
    if len(data) >= _WORTH_PACKING:
        packed = zlib.compress(data, level=1)
        if len(packed) < len(data):
            return digest, len(data), "zlib", packed
    return digest, len(data), "plain", data


def _report_columns(seq: int, filing: Filing) -> Columns:
    report, raw = filing.report, filing.raw
    return (
        *(seq, filing.key, report.id, report.text, report.published, report.outlet, report.title, report.url),
        *(raw.sha256, raw.source, raw.media_type, raw.encoding, raw.reader, raw.offsets),
    )
