"""What tracing keeps in a ledger: rows in, rows out. What they mean is known where tracing is run."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from msgspec import Struct

from cenotaph.ledger import journal
from cenotaph.ledger.columns import CLAIM_COLUMNS, JUDGEMENT_COLUMNS, claim_of, judgement_of
from cenotaph.ledger.database import Columns, Connection, marks
from cenotaph.ledger.filters import stands
from cenotaph.model import Claim, Judgement, Report, Subject

_TABLES = ("trace_kept", "trace_echo", "trace_claim")
_ECHO = "a, b, relation, kind, a_start, a_end, b_start, b_end, score, why"
_TOLD = "claim, report, number, place, origin, way, testimony, thing, run"
_CLAIM = ", ".join(f'c."{name}"' for name in CLAIM_COLUMNS)
_CLAIMS_OF = f"""SELECT {_CLAIM} FROM report AS r JOIN finding AS f ON f.report = r.seq
JOIN claim AS c ON c.finding = f.seq
WHERE r.id = ? AND r.superseded_by IS NULL AND f.superseded_by IS NULL AND {stands("c")} ORDER BY c.position"""
_NEW = """SELECT f.seq, r.seq, r.id, r.text, r.published, r.outlet, r.title, r.url,
(SELECT count(*) FROM report AS o WHERE o.raw = r.raw AND o.superseded_by IS NOT NULL)
FROM finding AS f JOIN report AS r ON r.seq = f.report
WHERE f.seq > ? AND f.superseded_by IS NULL AND r.superseded_by IS NULL ORDER BY f.seq LIMIT ?"""
_SAVE = """INSERT INTO trace_kept (kind, name, body) VALUES (?, ?, ?)
ON CONFLICT (kind, name) DO UPDATE SET body = excluded.body"""
_TELL = f"""INSERT INTO trace_claim ({_TOLD}) VALUES ({marks(9)}) ON CONFLICT (claim) DO UPDATE SET
report = excluded.report, number = excluded.number, place = excluded.place, origin = excluded.origin,
way = excluded.way, testimony = excluded.testimony, thing = excluded.thing, run = excluded.run"""


class Filed(Struct, frozen=True):
    """A report of the ledger with its number, the number of its standing finding, and whether it took another's place."""

    finding: int
    number: int
    report: Report
    replaces: bool


class TraceTables:
    """The tables of tracing in an open ledger."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def clear(self) -> None:
        """Forget everything."""
        for table in _TABLES:
            self._connection.execute(f"DELETE FROM {table}")

    def load(self, kind: str, name: str) -> bytes | None:
        """What is kept under a name."""
        rows = self._connection.rows("SELECT body FROM trace_kept WHERE kind = ? AND name = ?", (kind, name))
        return bytes(rows[0][0]) if rows else None

    def all(self, kind: str) -> Iterator[tuple[str, bytes]]:
        """All that is kept of a kind, by name."""
        sql = "SELECT name, body FROM trace_kept WHERE kind = ? ORDER BY name"
        return ((name, bytes(body)) for name, body in self._connection.select(sql, (kind,)))

    def names(self, kind: str) -> list[str]:
        """The names under which something of a kind is kept."""
        sql = "SELECT name FROM trace_kept WHERE kind = ? ORDER BY name"
        return [name for (name,) in self._connection.rows(sql, (kind,))]

    def save(self, kind: str, changes: Mapping[str, bytes | None]) -> None:
        """Keep values under their names; None removes one."""
        kept = ((kind, name, body) for name, body in changes.items() if body is not None)
        self._connection.many(_SAVE, kept)
        gone = [(kind, name) for name, body in changes.items() if body is None]
        self._connection.many("DELETE FROM trace_kept WHERE kind = ? AND name = ?", gone)

    def filed_since(self, finding: int, most: int) -> list[Filed]:
        """The reports with a standing finding later than that one, in order of finding."""
        rows = self._connection.rows(_NEW, (finding, most))
        return [Filed(row[0], row[1], Report(*row[2:8]), row[8] > 0) for row in rows]

    def filed(self, id_: str) -> Filed | None:
        """The standing report of that id."""
        sql = """SELECT f.seq, r.seq, r.id, r.text, r.published, r.outlet, r.title, r.url FROM report AS r
        JOIN finding AS f ON f.report = r.seq
        WHERE r.id = ? AND f.superseded_by IS NULL AND r.superseded_by IS NULL"""
        rows = self._connection.rows(sql, (id_,))
        return Filed(rows[0][0], rows[0][1], Report(*rows[0][2:]), replaces=False) if rows else None

    def claims_of(self, report: str) -> tuple[Claim, ...]:
        """The standing claims of a report, in their order."""
        return tuple(claim_of(row) for row in self._connection.rows(_CLAIMS_OF, (report,)))

    def judged_since(self, judgement: int) -> tuple[int, list[str]]:
        """The number of the last judgement, and the reports that are touched by those after that one: whose claims were
        judged, of which an echo was judged, or which tell a testimony that was judged."""
        (last,) = self._connection.rows("SELECT coalesce(max(seq), 0) FROM judgement")[0]
        sql = "SELECT subject, report, one, other FROM judgement WHERE seq > ? ORDER BY seq"
        touched: dict[str, None] = {}
        for subject, report, one, other in self._connection.rows(sql, (judgement,)):
            if report is not None:
                touched[report] = None
            elif subject == "echo":
                touched |= dict.fromkeys((one, other))
            elif subject == "testimony":
                touched |= dict.fromkeys(self._telling_the_same(one, other))
        return int(last), list(touched)

    def _telling_the_same(self, one: str, other: str) -> list[str]:
        """The reports of all claims in the testimonies of these two."""
        sql = """SELECT DISTINCT report FROM trace_claim
        WHERE testimony IN (SELECT testimony FROM trace_claim WHERE claim IN (?, ?)) ORDER BY report"""
        return [report for (report,) in self._connection.rows(sql, (one, other))]

    def judgements(self, subject: Subject) -> list[Judgement]:
        """What people judged of that subject, oldest first."""
        names = ", ".join(f'"{name}"' for name in JUDGEMENT_COLUMNS)
        sql = f"SELECT {names} FROM judgement WHERE subject = ? ORDER BY seq"
        return [judgement_of(row) for row in self._connection.rows(sql, (subject,))]

    def has_new(self, finding: int, judgement: int) -> bool:
        """Whether anything was found or judged after those."""
        sql = """SELECT (SELECT coalesce(max(seq), 0) FROM finding), (SELECT coalesce(max(seq), 0) FROM judgement)"""
        last = self._connection.rows(sql)[0]
        return bool(last[0] > finding or last[1] > judgement)

    def echoes_of(self, report: str) -> list[Columns]:
        """The echo rows of a report, in the order of finding."""
        sql = f"""SELECT {_ECHO} FROM (SELECT seq, {_ECHO} FROM trace_echo WHERE a = ?
        UNION ALL SELECT seq, {_ECHO} FROM trace_echo WHERE b = ?) AS e ORDER BY seq"""
        return self._connection.rows(sql, (report, report))

    def echoes(self) -> Iterator[Columns]:
        """All echo rows, in the order of finding."""
        return self._connection.select(f"SELECT {_ECHO} FROM trace_echo ORDER BY seq")

    def add_echoes(self, rows: Sequence[Columns]) -> None:
        """Add echo rows."""
        (last,) = self._connection.rows("SELECT coalesce(max(seq), 0) FROM trace_echo")[0]
        numbered = ((seq, *row) for seq, row in enumerate(rows, start=last + 1))
        self._connection.many(f"INSERT INTO trace_echo (seq, {_ECHO}) VALUES ({marks(11)})", numbered)

    def drop_claim_echoes(self, report: str) -> None:
        """Forget the echoes that rest on a report's claims."""
        sql = "DELETE FROM trace_echo WHERE kind = 'claim' AND (a = ? OR b = ?)"
        self._connection.execute(sql, (report, report))

    def told(self, report: str) -> list[Columns]:
        """The traced claims of a report."""
        sql = f"SELECT {_TOLD} FROM trace_claim WHERE report = ? ORDER BY place"
        return self._connection.rows(sql, (report,))

    def members(self, column: str, group: str) -> list[Columns]:
        """The traced claims of a testimony or thing, the first first."""
        sql = f"SELECT {_TOLD} FROM trace_claim WHERE {column} = ? ORDER BY number, place"
        return self._connection.rows(sql, (group,))

    def testimonies(self, prefix: str) -> list[str]:
        """The ids of testimonies that begin so."""
        sql = "SELECT DISTINCT testimony FROM trace_claim WHERE testimony >= ? AND testimony < ? ORDER BY testimony"
        return [id_ for (id_,) in self._connection.rows(sql, (prefix, prefix + "~"))]

    def claims_told(self, claims: Sequence[str]) -> list[Columns]:
        """The traced claims of these ids."""
        return self._connection.rows(
            f"SELECT {_TOLD} FROM trace_claim WHERE claim IN ({marks(len(claims))})", claims
        )

    def all_told(self, after_run: int = -1) -> Iterator[Columns]:
        """Every traced claim that changed after a run, in the order of the reports."""
        sql = f"SELECT {_TOLD} FROM trace_claim WHERE run > ? ORDER BY number, place"
        return self._connection.select(sql, (after_run,))

    def tell(self, rows: Iterable[Columns]) -> None:
        """Put traced claims in the place of what was known of them."""
        self._connection.many(_TELL, rows)

    def note(self, run: int, reports: int) -> None:
        """Enter in the journal what a run of tracing worked out: the SHA-256 of its claims with their testimonies and
        origins, by which a copy of the results can be told from others. The results themselves can be worked out again."""
        sql = "SELECT claim, testimony, origin FROM trace_claim WHERE run = ? ORDER BY claim"
        digest, claims = sha256(), 0
        for claims, row in enumerate(self._connection.select(sql, (run,)), start=1):
            digest.update("\t".join(row).encode() + b"\n")
        body = {"reports": reports, "claims": claims, "sha256": digest.hexdigest()}
        journal.append(self._connection, "trace", f"run {run}", body)

    def untell(self, claims: Iterable[str]) -> None:
        """Forget claims."""
        self._connection.many("DELETE FROM trace_claim WHERE claim = ?", ((claim,) for claim in claims))

    def counts_of_origins(self) -> dict[str, int]:
        """How many claims go back to each origin, by its key."""
        return {
            key: count
            for key, count in self._connection.rows(
                "SELECT origin, count(*) FROM trace_claim GROUP BY origin"
            )
        }
