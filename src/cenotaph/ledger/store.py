"""Writing: reports and what was found in them go in by the batch, one transaction a batch."""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Self

import msgspec
from msgspec import Struct

from cenotaph.ledger.batch import Batch, Set
from cenotaph.ledger.columns import claim_columns, handling_columns, problem_columns
from cenotaph.ledger.connection import open_to_write
from cenotaph.ledger.database import Columns, marks
from cenotaph.ledger.filing import Filing, Known, Met
from cenotaph.ledger.judging import Carried, Judging, carried
from cenotaph.ledger.name import LedgerName
from cenotaph.ledger.reading_problems import ReadingProblems
from cenotaph.model import Judgement, Place
from cenotaph.problems import Problem

_WORTH_PACKING = 16_384
"""Shorter raw bytes stay as they are: of a few kB zlib saves a third, and takes longer than all the rest of filing."""


class _Filed(Struct):
    """A report of the ledger: its number, and the finding of it that stands."""

    report: int
    finding: int | None
    finder: str | None


class Store:
    """A ledger open for writing. Everything filed in one call stands or falls together."""

    def __init__(self, name: LedgerName) -> None:
        self.connection = open_to_write(name)
        self._reading = ReadingProblems(self.connection)
        self._places: set[str] = set()

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

    def file(self, items: Sequence[Filing | Problem | Met], finder: str) -> list[Filing]:
        """Add the reports that are new and the findings that `finder` had not made yet, in one transaction.

        The items come in the order of reading, and what they are filed as depends on that order alone, not on how they
        were divided among calls; after the last one, `finish`. Problems are those of reading.

        Gives back the filings that were left out since another writer filed other bytes under their id meanwhile.
        LedgerError, with nothing added, if the ledger cannot be written.
        """
        filings = [item for item in items if isinstance(item, Filing)]
        with self.connection.transaction():
            batch = Batch(self.connection)
            self._look_up(filings)
            crossed = [one for one in filings if self._crosses(one)]
            for item in items:
                if isinstance(item, Filing):
                    self._reading.passed(item.raw.source, batch)
                    if item not in crossed:
                        self._file(item, finder, batch)
                elif isinstance(item, Problem):
                    self._reading.file(item, batch)
                else:
                    self._reading.passed(item.source, batch)
            batch.write()
        return crossed

    def judge(self, judgements: Sequence[Judgement], places: Iterable[Place] = ()) -> dict[str, Problem]:
        """File what people decided, in one transaction; what they decided about stands accordingly from then on.
        `places` are those that corrected claims mean.

        A judgement on something that changed after its `seen`, or that is not there, is not filed: under its id the
        problem is given back. LedgerError, with nothing filed, if the ledger cannot be written.
        """
        meant = {place.key: place for place in places}
        with self.connection.transaction():
            batch = Batch(self.connection)
            self._look_up_places(meant)
            self._file_places(meant.values(), batch)
            batch.write()
            judging = Judging(self.connection)
            refused = {one.id: judging.file(one) for one in judgements}
        return {id_: problem for id_, problem in refused.items() if problem is not None}

    def finish(self) -> None:
        """All was read: what was wrong before with the last source, and is no longer, is settled too."""
        with self.connection.transaction():
            batch = Batch(self.connection)
            self._reading.settle(batch)
            batch.write()

    def _look_up(self, filings: Sequence[Filing]) -> None:
        """What the ledger has of the reports that are to be filed."""
        sql = """SELECT r.key, r.seq, f.seq, f.finder FROM report AS r
        LEFT JOIN finding AS f ON f.report = r.seq AND f.superseded_by IS NULL WHERE r.key IN ({0})"""
        found = self._select(sql, (filing.key for filing in filings))
        self._filed = {key: _Filed(*columns) for key, *columns in found}
        sql = "SELECT raw, seq FROM report WHERE raw IN ({0}) AND superseded_by IS NULL"
        self._of_bytes: dict[str, int] = dict(self._select(sql, (filing.raw.sha256 for filing in filings)))
        sql = "SELECT sha256, size, packing, body FROM raw WHERE sha256 IN ({0})"
        self._raws = {row[0]: row for row in self._select(sql, self._bytes_anew(filings))}
        self._named = self.named(filing.report.id for filing in filings)
        self._judged = Judging(self.connection).on_reports([filing.report.id for filing in filings])
        self._look_up_places(place.key for filing in filings for place in filing.places)

    def _look_up_places(self, keys: Iterable[str]) -> None:
        new = {key for key in keys if key not in self._places}
        self._places |= {key for (key,) in self._select("SELECT key FROM place WHERE key IN ({0})", new)}

    def _bytes_anew(self, filings: Sequence[Filing]) -> Iterator[str]:
        """The bytes of new reports: another reading of them may be there."""
        return (filing.raw.sha256 for filing in filings if filing.key not in self._filed)

    def _crosses(self, filing: Filing) -> bool:
        sha256 = filing.raw.sha256
        return filing.key not in self._filed and self._named.get(filing.report.id, sha256) != sha256

    def _file(self, filing: Filing, finder: str, batch: Batch) -> None:
        filed = self._filed.get(filing.key)
        if filed is None:
            filed = self._filed[filing.key] = self._file_report(filing, batch)
        elif filed.finder == finder:
            return
        self._file_places(filing.places, batch)
        older = filed.finding
        filed.finding, filed.finder = batch.number("finding"), finder
        sets: list[Set] = [("finding", older, "superseded_by", filed.finding)] if older is not None else []
        held = carried(filing, filed.finding, self._judged.get(filing.report.id, ()))
        problems = [*filing.problems, *held.orphans]
        rows = [("finding", (filed.finding, filed.report, finder)), *_found(filed.finding, filing, held)]
        for problem in problems:
            rows.append(("problem", (batch.number("problem"), filed.finding, *problem_columns(problem))))
        body = {
            "finding": filed.finding,
            "report": filed.report,
            "finder": finder,
            "claims": sum(table == "claim" for table, _ in rows),
            "handlings": sum(table == "handling" for table, _ in rows),
            "problems": len(problems),
        }
        batch.file("finding", filing.report.id, body, rows, [*sets, *held.sets])

    def _file_places(self, places: Iterable[Place], batch: Batch) -> None:
        for place in places:
            if place.key not in self._places:
                self._places.add(place.key)
                row = ("place", msgspec.structs.astuple(place))
                batch.file("place", place.name, {"place": place.key}, [row])

    def _file_report(self, filing: Filing, batch: Batch) -> _Filed:
        seq, sha256 = batch.number("report"), filing.raw.sha256
        older = self._of_bytes.get(sha256)
        self._of_bytes[sha256] = seq
        sets: list[Set] = [("report", older, "superseded_by", seq)] if older is not None else []
        raw = self._raws.setdefault(sha256, _raw_columns(sha256, filing.raw.data))
        rows = [("raw", raw), ("report", _report_columns(seq, filing))]
        batch.file("report", filing.report.id, {"report": seq, "raw": sha256}, rows, sets)
        return _Filed(seq, None, None)

    def _select(self, sql: str, values: Iterable[str]) -> list[Columns]:
        """The rows of a query with a list of values in it, each asked for once."""
        asked = tuple(dict.fromkeys(values))
        return self.connection.rows(sql.format(marks(len(asked))), asked) if asked else []


def _found(seq: int, filing: Filing, held: Carried) -> Iterator[tuple[str, Columns]]:
    """What was found, and behind it what people had made of it before; in the order of a part's rows."""
    for at, claim in enumerate(filing.claims):
        yield "claim", (seq, at, None, *claim_columns(claim))
    yield from (row for row in held.rows if row[0] == "claim")
    for at, handling in enumerate(filing.handlings):
        yield "handling", (seq, at, None, *handling_columns(handling))
    yield from (row for row in held.rows if row[0] == "handling")


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
