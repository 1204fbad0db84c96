"""What a ledger keeps of its reports, as finding once more needs it: text, bytes, and what was found the last time."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from cenotaph.ledger.checks import unpacked
from cenotaph.ledger.columns import CLAIM_COLUMNS, HANDLING_COLUMNS, claim_of, handling_of
from cenotaph.ledger.database import Columns, Connection, marks
from cenotaph.ledger.filing import Raw
from cenotaph.model import Claim, Handling, Report

_CHUNK = 64
_REPORTS = """SELECT r.seq, r.key, r.id, r.text, r.published, r.outlet, r.title, r.url,
r.raw, w.packing, w.body, r.source, r.media_type, r.encoding, r.reader, r.offsets, f.seq, f.finder
FROM report AS r JOIN raw AS w ON w.sha256 = r.raw JOIN finding AS f ON f.report = r.seq AND f.superseded_by IS NULL
WHERE r.superseded_by IS NULL AND r.seq > ? ORDER BY r.seq LIMIT ?"""


class Kept(Struct, frozen=True):
    """A report with its bytes, the finder whose work on it stands, what that found (before anybody judged it), and the
    ids of what was judged in it."""

    key: str
    report: Report
    raw: Raw
    finder: str
    claims: tuple[Claim, ...]
    handlings: tuple[Handling, ...]
    judged: frozenset[str]


def kept_reports(connection: Connection) -> Iterator[list[Kept]]:
    """The standing reports in the order of reading, by the chunk; new ones that come meanwhile are left out."""
    last = int(connection.rows("SELECT coalesce(max(seq), 0) FROM report")[0][0])
    after = 0
    while rows := connection.rows(_REPORTS, (after, _CHUNK)):
        yield list(_kept(connection, [row for row in rows if row[0] <= last]))
        after = rows[-1][0]
        if after > last:
            return


def _kept(connection: Connection, rows: Sequence[Columns]) -> Iterator[Kept]:
    findings = [row[16] for row in rows]
    claims = _found(connection, "claim", CLAIM_COLUMNS, findings)
    handlings = _found(connection, "handling", HANDLING_COLUMNS, findings)
    sql = f"SELECT DISTINCT report, one FROM judgement WHERE report IN ({marks(len(rows))})"
    judged = connection.rows(sql, [row[2] for row in rows])
    for row in rows:
        sha256, packing, body, *read = row[8:16]
        yield Kept(
            row[1],
            Report(*row[2:8]),
            Raw(sha256, unpacked(packing, body) or b"", *read),
            row[17],
            tuple(claim_of(columns) for columns in claims.get(row[16], ())),
            tuple(handling_of(columns) for columns in handlings.get(row[16], ())),
            frozenset(one for report, one in judged if report == row[2]),
        )


def _found(
    connection: Connection, table: str, columns: Sequence[str], findings: Sequence[int]
) -> dict[int, list[Columns]]:
    names = ", ".join(f'"{name}"' for name in columns)
    sql = f"""SELECT finding, {names} FROM {table} WHERE finding IN ({marks(len(findings))}) AND judgement IS NULL
    ORDER BY finding, position"""
    found: dict[int, list[Columns]] = {}
    for finding, *values in connection.rows(sql, findings):
        found.setdefault(finding, []).append(tuple(values))
    return found
