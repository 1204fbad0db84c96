"""A ledger from before there was a journal: its rows get their entries when it is brought to this version.

Such entries say `"adopted": true`: they vouch for the rows from the day of adopting on, and for nothing before it.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cenotaph.ledger.database import Connection
from cenotaph.ledger.evidence import Evidence, digest
from cenotaph.ledger.journal import Event, append_all

_CHUNK = 256
_OLDER = "(SELECT min(o.seq) FROM {0} AS o WHERE o.superseded_by = t.seq)"
_COUNT = "(SELECT count(*) FROM {0} AS c WHERE c.finding = t.seq)"
_PLACES = "SELECT name, key FROM place ORDER BY key"
_REPORTS = f"SELECT t.id, t.seq, t.raw, {_OLDER.format('report')} FROM report AS t ORDER BY t.seq"
_FINDINGS = f"""SELECT r.id, t.seq, t.report, t.finder, {_OLDER.format("finding")}, {_COUNT.format("claim")},
{_COUNT.format("handling")} FROM finding AS t JOIN report AS r ON r.seq = t.report ORDER BY t.seq"""
_VERSIONS = "SELECT finding, position, superseded_by FROM {0} WHERE superseded_by IS NOT NULL ORDER BY finding, position"
_JUDGEMENTS = "SELECT one, seq FROM judgement ORDER BY seq"
_PROBLEMS = 'SELECT "where", seq FROM problem WHERE finding IS NULL ORDER BY seq'
_PROFILES = f"SELECT t.name, t.seq, {_OLDER.format('profile')} FROM profile AS t ORDER BY t.seq"
_SETTLED = 'SELECT "where", seq FROM problem WHERE stands = 0 ORDER BY seq'

_Named = tuple[str, dict[str, Any]]


def adopt(connection: Connection) -> None:
    """Vouch for all rows there are."""
    evidence = Evidence(connection)
    for kind, named in (
        ("place", [(name, {"place": key}) for name, key in connection.rows(_PLACES)]),
        ("report", list(_reports(connection))),
        ("finding", list(_findings(connection))),
        ("problem", [(where, {"problem": seq}) for where, seq in connection.rows(_PROBLEMS)]),
        # What a judgement made of a claim was vouched for with the claim's finding.
        (
            "judgement",
            [(one, {"judgement": seq, "finding": None}) for one, seq in connection.rows(_JUDGEMENTS)],
        ),
        (
            "profile",
            [
                (name, {"profile": seq, **_sets("profile", older, seq)})
                for name, seq, older in connection.rows(_PROFILES)
            ],
        ),
    ):
        for start in range(0, len(named), _CHUNK):
            append_all(connection, _vouched(evidence, kind, named[start : start + _CHUNK]))
    settled = [("problem", seq, "stands", 0, where) for where, seq in connection.rows(_SETTLED)]
    append_all(connection, [_event("settled", where, {"sets": [list(one)]}) for *one, where in settled])


def _reports(connection: Connection) -> Iterator[_Named]:
    for id_, seq, raw, older in connection.rows(_REPORTS):
        yield id_, {"report": seq, "raw": raw, **_sets("report", older, seq)}


def _findings(connection: Connection) -> Iterator[_Named]:
    stepped_aside: dict[int, list[list[Any]]] = {}
    for table in ("claim", "handling"):
        for finding, position, by in connection.rows(_VERSIONS.format(table)):
            one = [table, [finding, position], "superseded_by", by]
            stepped_aside.setdefault(finding, []).append(one)
    for id_, seq, report, finder, older, claims, handlings in connection.rows(_FINDINGS):
        sets = [*_sets("finding", older, seq).get("sets", []), *stepped_aside.get(seq, [])]
        body = {"finding": seq, "report": report, "finder": finder, "claims": claims, "handlings": handlings}
        yield id_, {**body, "sets": sets} if sets else body


def _sets(table: str, older: int | None, seq: int) -> dict[str, Any]:
    return {} if older is None else {"sets": [[table, older, "superseded_by", seq]]}


def _vouched(evidence: Evidence, kind: str, named: Iterable[_Named]) -> list[Event]:
    chunk = list(named)
    lines = evidence.lines(kind, [body for _, body in chunk])
    return [
        _event(kind, subject, {**body, "rows": digest(of)})
        for (subject, body), of in zip(chunk, lines, strict=True)
    ]


def _event(kind: str, subject: str, body: Mapping[str, Any]) -> Event:
    return Event(kind, subject, {**body, "adopted": True})
