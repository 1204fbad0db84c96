"""Reading: the claims and handlings that stand, each with its report, in the order the reports were read."""

import zlib
from collections.abc import Iterator, Sequence
from typing import Self

from cenotaph.ledger.columns import (
    CLAIM_COLUMNS,
    HANDLING_COLUMNS,
    JUDGEMENT_COLUMNS,
    PROBLEM_COLUMNS,
    claim_of,
    handling_of,
    judgement_of,
    problem_of,
)
from cenotaph.ledger.connection import open_to_read
from cenotaph.ledger.database import Columns
from cenotaph.ledger.filters import (
    ClaimFilter,
    Condition,
    HandlingFilter,
    JudgementFilter,
    claim_condition,
    handling_condition,
    judgement_condition,
    newest,
    speaks_of,
    stands,
)
from cenotaph.ledger.name import LedgerName
from cenotaph.ledger.provenance import Provenance
from cenotaph.model import Claim, Handling, Judgement, Place, Report
from cenotaph.problems import Problem


def _listed(table: str, columns: tuple[str, ...]) -> str:
    return ", ".join(f'{table}."{name}"' for name in columns)


_STANDING = """JOIN finding AS f ON f.seq = {0}.finding JOIN report AS r ON r.seq = f.report
WHERE f.superseded_by IS NULL AND r.superseded_by IS NULL"""
_CLAIMS = f"SELECT f.report, {_listed('c', CLAIM_COLUMNS)} FROM claim AS c {_STANDING.format('c')}"
_HANDLINGS = f"SELECT f.report, {_listed('h', HANDLING_COLUMNS)} FROM handling AS h {_STANDING.format('h')}"
_REPORT = "SELECT id, text, published, outlet, title, url FROM report WHERE seq = ?"
_PROVENANCE = f"""SELECT r.raw, w.size, r.source, r.media_type, r.encoding, r.reader, f.finder,
(SELECT count(*) FROM claim AS c WHERE c.finding = f.seq AND {stands("c")}),
(SELECT count(*) FROM handling AS h WHERE h.finding = f.seq AND {stands("h")}), r.seq
FROM report AS r JOIN raw AS w ON w.sha256 = r.raw
LEFT JOIN finding AS f ON f.report = r.seq AND f.superseded_by IS NULL
WHERE r.superseded_by IS NULL"""
_JUDGEMENTS = f"SELECT {_listed('j', JUDGEMENT_COLUMNS)} FROM judgement AS j WHERE 1 = 1"
_PROBLEMS = f"""SELECT {_listed("p", PROBLEM_COLUMNS)} FROM problem AS p LEFT JOIN finding AS f ON f.seq = p.finding
WHERE p.stands = 1 AND f.superseded_by IS NULL ORDER BY p.seq"""


class Ledger:
    """A ledger open for reading. LedgerError where it cannot be read."""

    def __init__(self, name: LedgerName) -> None:
        self.connection = open_to_read(name)
        self.name = self.connection.name
        self._last: tuple[int, Report] | None = None
        self._places: dict[str, Place | None] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    def claims(self, wanted: ClaimFilter) -> Iterator[tuple[Claim, Report]]:
        """The standing claims that meet every condition of the filter."""
        for seq, *columns in self._rows(
            _CLAIMS, claim_condition(wanted), "ORDER BY f.report, c.start, c.position"
        ):
            claim, report = claim_of(tuple(columns)), self.report(seq)
            if speaks_of(claim, report, wanted.text):
                yield claim, report

    def handlings(self, wanted: HandlingFilter) -> Iterator[tuple[Handling, Report]]:
        """The standing handlings that meet every condition of the filter."""
        for seq, *columns in self._rows(
            _HANDLINGS, handling_condition(wanted), "ORDER BY f.report, h.start, h.position"
        ):
            yield handling_of(tuple(columns)), self.report(seq)

    def reports(self, id_: str | None = None) -> Iterator[tuple[Report, Provenance]]:
        """The standing reports with where they came from; only those filed under `id_`, if it is given."""
        condition = Condition("AND r.id = ?", (id_,)) if id_ is not None else Condition("", ())
        for *provenance, seq in self._rows(_PROVENANCE, condition, "ORDER BY r.seq"):
            yield self.report(seq), Provenance(*provenance)

    def problems(self) -> Iterator[Problem]:
        """What could not be read or decided, as far as it still stands."""
        for columns in self._rows(_PROBLEMS, Condition("", ()), ""):
            yield problem_of(columns)

    def claims_by_id(self, prefix: str) -> list[tuple[Claim, Report]]:
        """The claims whose id begins so, also those that a person rejected."""
        condition = Condition(f"AND c.id >= ? AND c.id < ? AND {newest('c')}", (prefix, prefix + "~"))
        rows = self._rows(_CLAIMS, condition, "ORDER BY f.report, c.start, c.position")
        return [(claim_of(tuple(columns)), self.report(seq)) for seq, *columns in rows]

    def handlings_by_id(self, prefix: str) -> list[tuple[Handling, Report]]:
        """The handlings whose id begins so, also those that a person rejected."""
        condition = Condition(f"AND h.id >= ? AND h.id < ? AND {newest('h')}", (prefix, prefix + "~"))
        rows = self._rows(_HANDLINGS, condition, "ORDER BY f.report, h.start, h.position")
        return [(handling_of(tuple(columns)), self.report(seq)) for seq, *columns in rows]

    def parts_of(self, whole: Claim) -> list[Claim]:
        """The standing claims of its report that are a part of this one."""
        sql = f"AND c.part_of = ? AND c.report = ? AND {stands('c')}"
        rows = self._rows(_CLAIMS, Condition(sql, (whole.id, whole.report)), "ORDER BY c.start, c.position")
        return [claim_of(tuple(columns)) for _, *columns in rows]

    def judgements(self, wanted: JudgementFilter) -> Iterator[Judgement]:
        """What people decided, oldest first, also what was undone since."""
        for columns in self._rows(_JUDGEMENTS, judgement_condition(wanted), "ORDER BY j.seq"):
            yield judgement_of(columns)

    def spellings(self, key: str | None) -> list[str]:
        """The names under which claims, also older ones, mention the place with that key."""
        sql = """SELECT DISTINCT place FROM claim WHERE place_key = ? AND place NOT LIKE '% in %'
        AND place NOT LIKE '% (%' ORDER BY place"""
        return [] if key is None else [name for (name,) in self.connection.rows(sql, (key,))]

    def place(self, key: str | None) -> Place | None:
        """The place with that key, or None where no claim of the ledger means it."""
        if key is not None and key not in self._places:
            sql = "SELECT key, name, kind, country, lat, lon FROM place WHERE key = ?"
            found = self.connection.rows(sql, (key,))
            self._places[key] = Place(*found[0]) if found else None
        return None if key is None else self._places[key]

    def raw(self, sha256: str) -> bytes | None:
        """The bytes with that SHA-256 as they were found, or None where the ledger has none such."""
        for packing, body in self.connection.rows(
            "SELECT packing, body FROM raw WHERE sha256 = ?", (sha256,)
        ):
            return zlib.decompress(body) if packing == "zlib" else bytes(body)
        return None

    def select(self, sql: str, values: Sequence[str | int | None] = ()) -> list[Columns]:
        """The rows of a query of the module's own; question marks stand for the values."""
        return self.connection.rows(sql, values)

    def report(self, seq: int) -> Report:
        """The report of that number. The last one is kept, as the claims of a report come one after another."""
        if self._last is None or self._last[0] != seq:
            self._last = (seq, Report(*self.connection.rows(_REPORT, (seq,))[0]))
        return self._last[1]

    def _rows(self, sql: str, condition: Condition, order: str) -> Iterator[Columns]:
        return self.connection.select(f"{sql} {condition.sql} {order}", condition.values)
