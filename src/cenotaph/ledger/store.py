"""Writing: reports and what was found in them go in by the batch, one transaction a batch."""

import re
import zlib
from collections.abc import Iterable, Sequence
from typing import Self

import msgspec

from cenotaph.ledger.columns import (
    CLAIM_COLUMNS,
    HANDLING_COLUMNS,
    PROBLEM_COLUMNS,
    claim_columns,
    handling_columns,
    problem_columns,
    problem_key,
)
from cenotaph.ledger.connection import open_to_write
from cenotaph.ledger.database import Columns, marks
from cenotaph.ledger.filing import Filing, Known
from cenotaph.ledger.judging import Judging
from cenotaph.ledger.name import LedgerName
from cenotaph.model import Judgement, Place
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
_ADD_RAW = f"{_insert('raw', ('sha256', 'size', 'packing', 'body'))} ON CONFLICT DO NOTHING"
_ADD_REPORT = _insert("report", _REPORT_COLUMNS)
_ADD_FINDING = _insert("finding", ("seq", "report", "finder"))
_ADD_CLAIM = _insert("claim", ("finding", "position", *CLAIM_COLUMNS))
_ADD_HANDLING = _insert("handling", ("finding", "position", *HANDLING_COLUMNS))
_ADD_PLACE = f"{_insert('place', ('key', 'name', 'kind', 'country', 'lat', 'lon'))} ON CONFLICT DO NOTHING"
_ADD_PROBLEM = _insert("problem", ("seq", "finding", *PROBLEM_COLUMNS))


class Store:
    """A ledger open for writing. Everything filed in one call stands or falls together."""

    def __init__(self, name: LedgerName) -> None:
        self.connection = open_to_write(name)
        self._stale = self._standing_problems()
        self._met: set[str] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the ledger."""
        self.connection.close()

    def known(self, keys: Iterable[str]) -> dict[str, Known]:
        """Those of the report keys that the ledger has."""
        rows = self._select(
            """SELECT r.key, r.id, r.raw, f.finder FROM report AS r
            LEFT JOIN finding AS f ON f.report = r.seq AND f.superseded_by IS NULL WHERE r.key IN ({0})""",
            keys,
        )
        return {key: Known(id_, raw, finder) for key, id_, raw, finder in rows}

    def named(self, ids: Iterable[str]) -> dict[str, str]:
        """Those of the report ids that the ledger has, with the SHA-256 of the bytes each stands for."""
        return dict(self._select("SELECT id, raw FROM report WHERE id IN ({0}) ORDER BY seq DESC", ids))

    def file(self, filings: Sequence[Filing], problems: Sequence[Problem], finder: str) -> None:
        """Add the reports that are new and the findings that `finder` had not made yet, in one transaction.

        `problems` are those of reading. LedgerError, with nothing added, if the ledger cannot be written.
        """
        with self.connection.transaction():
            self._file_findings(filings, finder)
            self._file_reading_problems(filings, problems)

    def judge(self, judgements: Sequence[Judgement], places: Iterable[Place] = ()) -> dict[str, Problem]:
        """File what people decided, in one transaction; what they decided about stands accordingly from then on.
        `places` are those that corrected claims mean.

        A judgement on something that changed after its `seen`, or that is not there, is not filed: under its id the
        problem is given back. LedgerError, with nothing filed, if the ledger cannot be written.
        """
        with self.connection.transaction():
            self.connection.many(_ADD_PLACE, map(msgspec.structs.astuple, places))
            judging = Judging(self.connection)
            refused = {one.id: judging.file(one) for one in judgements}
            return {id_: problem for id_, problem in refused.items() if problem is not None}

    def _file_findings(self, filings: Sequence[Filing], finder: str) -> None:
        known = self.known(filing.key for filing in filings)
        fresh = {filing.key: filing for filing in filings}
        fresh = {key: one for key, one in fresh.items() if key not in known or known[key].finder != finder}
        self._add_reports([filing for key, filing in fresh.items() if key not in known])
        self._add_findings(list(fresh.values()), finder)

    def _add_reports(self, filings: Sequence[Filing]) -> None:
        run = self.connection.many
        run(_ADD_RAW, (_raw_columns(filing.raw.sha256, filing.raw.data) for filing in filings))
        older: dict[str, int] = dict(self._select(
            "SELECT raw, seq FROM report WHERE raw IN ({0}) AND superseded_by IS NULL",
            (filing.raw.sha256 for filing in filings),
        ))  # fmt: skip
        first = self._next("report")
        run(_ADD_REPORT, (_report_columns(seq, filing) for seq, filing in enumerate(filings, start=first)))
        again = [
            (s, older[f.raw.sha256]) for s, f in enumerate(filings, start=first) if f.raw.sha256 in older
        ]
        run("UPDATE report SET superseded_by = ? WHERE seq = ?", again)

    def _add_findings(self, filings: Sequence[Filing], finder: str) -> None:
        run = self.connection.many
        reports: dict[str, int] = dict(
            self._select("SELECT key, seq FROM report WHERE key IN ({0})", (filing.key for filing in filings))
        )
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
        self._add_problems([(seq, problem) for seq, filing in numbered for problem in filing.problems])
        self._add_problems(list(Judging(self.connection).carry_over(numbered)))

    def _add_problems(self, problems: Iterable[tuple[int | None, Problem]]) -> None:
        """Each with the finding that met it, None for one of reading."""
        numbered = enumerate(problems, start=self._next("problem"))
        self.connection.many(_ADD_PROBLEM, ((s, of, *problem_columns(one)) for s, (of, one) in numbered))

    def _file_reading_problems(self, filings: Sequence[Filing], problems: Sequence[Problem]) -> None:
        """A problem met again is not added again; one whose source is now read without it no longer stands."""
        new = {problem_key(problem): problem for problem in problems}
        for key in [key for key in new if key not in self._met]:
            again = "UPDATE problem SET stands = 1 WHERE key = ? AND finding IS NULL"
            if not self.connection.execute(again, (key,)):
                self._add_problems([(None, new[key])])
        self._met |= new.keys()
        if self._stale:
            self._settle({filing.raw.source for filing in filings})

    def _settle(self, sources: set[str]) -> None:
        read = sources | {_RECORD.sub("", source) for source in sources}
        gone = {key for source in read & self._stale.keys() for key in self._stale[source]} - self._met
        self.connection.many(
            "UPDATE problem SET stands = 0 WHERE key = ? AND finding IS NULL",
            [(key,) for key in sorted(gone)],
        )

    def _standing_problems(self) -> dict[str, list[str]]:
        """Keys of the reading problems that stand from earlier runs, by their source."""
        rows = self.connection.rows('SELECT "where", key FROM problem WHERE finding IS NULL AND stands = 1')
        standing: dict[str, list[str]] = {}
        for where, key in rows:
            standing.setdefault(where, []).append(key)
        return standing

    def _select(self, sql: str, values: Iterable[str]) -> list[Columns]:
        """The rows of a query with a list of values in it, each asked for once."""
        asked = tuple(dict.fromkeys(values))
        return self.connection.rows(sql.format(marks(len(asked))), asked) if asked else []

    def _next(self, table: str) -> int:
        return int(self.connection.rows(f"SELECT coalesce(max(seq), 0) + 1 FROM {table}")[0][0])


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
