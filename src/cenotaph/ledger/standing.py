"""The standing claims as figures are made of them: rows in, rows out. What they mean is known where claims are reckoned."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from cenotaph.ledger.columns import CLAIM_COLUMNS, claim_of
from cenotaph.ledger.database import CHUNK, Columns, Connection, marks
from cenotaph.ledger.filters import ClaimFilter, stands
from cenotaph.ledger.plain import plain
from cenotaph.model import Claim, Report

_CLAIM = ", ".join(f'c."{name}"' for name in CLAIM_COLUMNS)
_PLACES_OF_A_REPORT = 1 << 20
_CLAIMS = f"""SELECT f.report, c.position, r.id, r.text, r.published, r.outlet, r.title, r.url, {_CLAIM}
FROM claim AS c JOIN finding AS f ON f.seq = c.finding JOIN report AS r ON r.seq = f.report
WHERE f.superseded_by IS NULL AND r.superseded_by IS NULL AND {stands("c")} AND c.id IN ({{0}}) ORDER BY f.report, c.position"""
_COLUMNS = (
    *("number", "claim", "report", "side", "harm", "role", "scope", "stance", "place", "place_key"),
    *("first", "last", "claimant", "testimony", "incident", "body", "joined"),
)
_ADD = f"INSERT INTO standing ({', '.join(_COLUMNS)}) VALUES ({marks(len(_COLUMNS))})"
_WHEN_WHERE = "first_day, last_day, inferred, span, place, place_key, exactness, pending"
_MEET = f"""INSERT INTO incident (id, {_WHEN_WHERE}) VALUES ({marks(9)})
ON CONFLICT (id) DO UPDATE SET {", ".join(f"{name} = excluded.{name}" for name in _WHEN_WHERE.split(", "))}"""

_LOOK_UP = """INSERT INTO incident_key (word, day, last, incident) VALUES (?, ?, ?, ?)
ON CONFLICT (word, day, incident) DO UPDATE SET last = excluded.last WHERE incident_key.last < excluded.last"""


class StandingRow(Struct, frozen=True):
    """A row of `standing`; see the migration."""

    number: int
    claim: str
    report: str
    side: str | None
    harm: str
    role: str
    scope: str
    stance: str
    place: str | None
    place_key: str | None
    first: str | None
    last: str | None
    claimant: str
    testimony: str
    body: bytes
    incident: str | None = None
    joined: bytes | None = None


class Done(Struct, frozen=True):
    """Up to where `standing` is worked out."""

    finding: int
    judgement: int
    run: int
    rules: str


class StandingTables:
    """The tables of what stands in an open ledger."""

    def __init__(self, connection: Connection) -> None:
        self._rows = connection.rows
        self._connection = connection

    def done(self) -> Done | None:
        """Up to where it is worked out; None where it never was."""
        rows = self._rows("SELECT finding, judgement, run, rules FROM standing_done")
        return Done(*rows[0]) if rows else None

    def newest(self, run: int, rules: str) -> Done:
        """Up to where it can be worked out, by those rules and the traces of that run."""
        (finding,) = self._rows("SELECT coalesce(max(seq), 0) FROM finding")[0]
        (judgement,) = self._rows("SELECT coalesce(max(seq), 0) FROM judgement")[0]
        return Done(finding, judgement, run, rules)

    def mark(self, done: Done) -> None:
        """It is worked out up to there."""
        self._connection.execute("DELETE FROM standing_done")
        sql = "INSERT INTO standing_done (finding, judgement, run, rules) VALUES (?, ?, ?, ?)"
        self._connection.execute(sql, (done.finding, done.judgement, done.run, done.rules))

    def clear(self) -> None:
        """Forget everything."""
        for table in ("standing", "incident", "incident_key", "standing_done"):
            self._connection.execute(f"DELETE FROM {table}")

    def claims_judged_since(self, judgement: int) -> list[str]:
        """The claims that were judged after that judgement."""
        sql = "SELECT DISTINCT one FROM judgement WHERE seq > ? AND subject = 'claim' ORDER BY one"
        return [one for (one,) in self._rows(sql, (judgement,))]

    def pairs_judged_since(self, judgement: int) -> list[str]:
        """The claims of which somebody said after that judgement that they are of one incident, or not."""
        sql = "SELECT one, other FROM judgement WHERE seq > ? AND subject = 'incident' ORDER BY seq"
        return [claim for both in self._rows(sql, (judgement,)) for claim in both if claim is not None]

    def claims(self, ids: Sequence[str]) -> Iterator[tuple[int, Claim, Report]]:
        """The claims of these ids that stand, each with its number in the order of reading and its report."""
        for at in range(0, len(ids), CHUNK):
            some = ids[at : at + CHUNK]
            last: Report | None = None
            for report, position, *columns in self._rows(_CLAIMS.format(marks(len(some))), some):
                if last is None or last.id != columns[0]:
                    last = Report(*columns[:6])
                yield report * _PLACES_OF_A_REPORT + position, claim_of(tuple(columns[6:])), last

    def gone_since(self, done: Done) -> set[str]:
        """The claims here that are traced no more, since they were rejected, or since what they were found in was found
        in or read anew."""
        reports = [
            *self._rows("SELECT r.id FROM finding AS f JOIN report AS r ON r.seq = f.report WHERE f.superseded_by > ?", (done.finding,)),
            *self._rows("SELECT r.id FROM finding AS f JOIN report AS r ON r.superseded_by = f.report WHERE f.seq > ?", (done.finding,)),
        ]  # fmt: skip
        judged = self.claims_judged_since(done.judgement)
        return {
            *self._untold("report", list(dict.fromkeys(id_ for (id_,) in reports))),
            *self._untold("claim", judged),
        }

    def _untold(self, column: str, values: Sequence[str]) -> Iterator[str]:
        sql = f"""SELECT s.claim FROM standing AS s LEFT JOIN trace_claim AS t ON t.claim = s.claim
        WHERE t.claim IS NULL AND s.{column} IN ({{0}})"""
        for at in range(0, len(values), CHUNK):
            some = values[at : at + CHUNK]
            yield from (claim for (claim,) in self._rows(sql.format(marks(len(some))), some))

    def add(self, rows: Iterable[StandingRow]) -> None:
        """Add rows."""
        self._connection.many(_ADD, (tuple(getattr(one, name) for name in _COLUMNS) for one in rows))

    def drop(self, claims: Iterable[str]) -> None:
        """Take rows out."""
        self._connection.many("DELETE FROM standing WHERE claim = ?", ((claim,) for claim in claims))

    def bodies(self, wanted: ClaimFilter) -> Iterator[tuple[bytes, str | None]]:
        """The body and the incident of each row that meets what the filter asks of columns here, in the order of
        reading. What it asks of sources and sentences is left to the reader."""
        condition, values = _condition(wanted)
        sql = f"SELECT body, incident FROM standing WHERE {condition} ORDER BY number"
        return ((bytes(body), incident) for body, incident in self._connection.select(sql, values))

    def bodies_of(self, claims: Sequence[str]) -> Iterator[bytes]:
        """The bodies of these claims."""
        for at in range(0, len(claims), CHUNK):
            some = claims[at : at + CHUNK]
            sql = f"SELECT body FROM standing WHERE claim IN ({marks(len(some))}) ORDER BY number"
            yield from (bytes(body) for (body,) in self._rows(sql, some))

    def incidents_of(self, claims: Sequence[str]) -> list[str]:
        """The incidents to which these claims belong."""
        found: dict[str, None] = {}
        for at in range(0, len(claims), CHUNK):
            some = claims[at : at + CHUNK]
            sql = (
                f"SELECT incident FROM standing WHERE claim IN ({marks(len(some))}) AND incident IS NOT NULL"
            )
            found.update(dict.fromkeys(one for (one,) in self._rows(sql, some)))
        return list(found)

    def members(self, incident: str, *, most: int | None = None) -> list[tuple[bytes, bytes | None]]:
        """Body and reason of the claims of an incident, in the order of reading; with `most`, so many at either end."""
        sql = "SELECT number, body, joined FROM standing WHERE incident = ? ORDER BY number"
        if most is None:
            rows = self._rows(sql, (incident,))
        else:
            head = self._rows(f"{sql} LIMIT ?", (incident, most))
            tail = self._rows(f"{sql} DESC LIMIT ?", (incident, most)) if len(head) == most else []
            rows = list({row[0]: row for row in (*head, *reversed(tail))}.values())
        return [(bytes(body), None if joined is None else bytes(joined)) for _, body, joined in rows]

    def incidents(self, ids: Sequence[str]) -> Iterator[Columns]:
        """Of each incident its id, first and last day, whether these were inferred, their span, its place, the place's
        key and exactness, and whether it is pending."""
        for at in range(0, len(ids), CHUNK):
            some = ids[at : at + CHUNK]
            yield from self._rows(
                f"SELECT id, {_WHEN_WHERE} FROM incident WHERE id IN ({marks(len(some))})", some
            )

    def near(
        self,
        places: Sequence[str],
        days: tuple[int, int, int],
        names: Sequence[str],
        *,
        report: str,
        testimony: str,
    ) -> list[str]:
        """The incidents in any of the places that began between the first two days and had not ended on the third; those
        with victims of any of the names; those of the report and of the testimony."""
        sql = f"""SELECT incident FROM incident_key WHERE word IN ({marks(len(places))}) AND day BETWEEN ? AND ? AND last >= ?
        UNION SELECT incident FROM incident_key WHERE word IN ({marks(len(names))})
        UNION SELECT incident FROM standing WHERE report = ? AND incident IS NOT NULL
        UNION SELECT incident FROM standing WHERE testimony = ? AND incident IS NOT NULL ORDER BY 1"""
        return [one for (one,) in self._rows(sql, (*places, *days, *names, report, testimony))]

    def meet(self, incident: Columns, words: Iterable[tuple[str, int, int]]) -> None:
        """Put an incident down as `incidents` gives it, and what it is looked up by."""
        self._connection.execute(_MEET, incident)
        id_ = incident[0]
        self._connection.many(_LOOK_UP, [(*word, id_) for word in words])

    def join(self, claim: str, incident: str, joined: bytes | None) -> None:
        """Put a claim into an incident."""
        sql = "UPDATE standing SET incident = ?, joined = ? WHERE claim = ?"
        self._connection.execute(sql, (incident, joined, claim))

    def dissolve(self, incidents: Sequence[str]) -> list[str]:
        """Forget incidents; the claims that are now in none."""
        freed = []
        for id_ in incidents:
            freed += [one for (one,) in self._rows("SELECT claim FROM standing WHERE incident = ?", (id_,))]
            self._connection.execute(
                "UPDATE standing SET incident = NULL, joined = NULL WHERE incident = ?", (id_,)
            )
            self._connection.execute("DELETE FROM incident WHERE id = ?", (id_,))
            self._connection.execute("DELETE FROM incident_key WHERE incident = ?", (id_,))
        return freed


def _condition(wanted: ClaimFilter) -> tuple[str, list[str]]:
    parts, values = ["1 = 1"], []
    if wanted.side is not None:
        sides = [name for name in map(plain, (wanted.side, *wanted.sides)) if name is not None]
        parts.append(f"side IN ({marks(len(sides))})")
        values += sides
    for column in ("harm", "role", "scope", "stance", "report"):
        value = getattr(wanted, column)
        if value is not None:
            parts.append(f"{column} = ?")
            values.append(value)
    if wanted.place is not None:
        name = plain(wanted.place) or ""
        parts.append(f"""(place = ? OR place_key IN ({marks(len(wanted.place_keys))})
            OR place_key IN (SELECT place_key FROM standing WHERE place = ?))""")
        values += [name, *wanted.place_keys, name]
    if wanted.from_ is not None:
        parts.append("last || '~' >= ?")
        values.append(wanted.from_)
    if wanted.until is not None:
        parts.append("first <= ?")
        values.append(f"{wanted.until}~")
    return " AND ".join(parts), values
