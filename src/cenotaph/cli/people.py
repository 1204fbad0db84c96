"""What `cenotaph persons` does: the named dead, wounded, missing and captured, or who of them may be one person."""

import sys
from collections.abc import Iterator, Sequence
from itertools import islice

from cenotaph.cli.output import print_rows
from cenotaph.cli.progress import watched
from cenotaph.cli.tables import Column
from cenotaph.ledger import LedgerName
from cenotaph.reconcile import People
from cenotaph.rows import Row
from cenotaph.run import Count, find_reports
from cenotaph.run.persons import match_rows, people_of_ledger, people_of_outcomes, person_rows
from cenotaph.run.wanted import filter_of

_PERSONS = (
    Column("id", lambda row: _short(row["id"]), style="dim"),
    Column("name", lambda row: _named(row), ratio=3),
    Column("rank", lambda row: row["rank"] or "", most=18),
    Column("age", lambda row: ", ".join(map(str, row["ages"]))),
    Column("side", lambda row: ", ".join(row["sides"]), most=14),
    Column("harm", lambda row: ", ".join(row["harms"])),
    Column("unit, who", lambda row: "; ".join((*row["units"], *row["descriptions"])), ratio=3, least=100),
    Column("place", lambda row: ", ".join(row["places"]), most=16, least=80),
    Column("reports", lambda row: f"{len(row['reports']):,}", right=True),
    Column("origins", lambda row: f"≤ {row['origins']}", right=True, least=90),
    Column("may be", lambda row: ", ".join(map(_match, row["matches"])), most=20, least=110),
)
_MATCHES = (
    Column("one", lambda row: f"{row['one_name']} {_short(row['one'])}", ratio=2),
    Column("other", lambda row: f"{row['other_name']} {_short(row['other'])}", ratio=2),
    Column("score", lambda row: f"{row['score']:.2f}", right=True),
    Column("why", lambda row: " ".join(row["reasons"]), ratio=5, lines=0),
)
_EMPTY = {"persons": "Nobody is named.", "matches": "No two of those named look like one person."}


def print_persons(
    paths: Sequence[str],
    ledger: LedgerName,
    wanted: dict[str, str | None],
    *,
    what: str,
    limit: int | None,
    format_: str,
    jobs: int,
) -> int:
    """The persons, or the matches among them; the exit code is 1 if some input was lost."""
    count, condition = Count(), filter_of(wanted)
    if paths:
        outcomes = find_reports(paths, stdin=sys.stdin.buffer, jobs=jobs)
        found = people_of_outcomes(watched(outcomes, paths, count), condition)
    else:
        found = people_of_ledger(ledger, condition)
    columns = _PERSONS if what == "persons" else _MATCHES
    print_rows(islice(_rows(found, what), limit), format_=format_, columns=columns, empty=_EMPTY[what])
    return 1 if count.lost else 0


def _rows(found: People, what: str) -> Iterator[Row]:
    return person_rows(found) if what == "persons" else match_rows(found)


def _named(row: Row) -> str:
    also = [name for name in row["spellings"] if name != row["name"]]
    return f"{row['name']} ({', '.join(also)})" if also else str(row["name"])


def _match(match: str) -> str:
    id_, _, score = match.rpartition(" ")
    return f"{_short(id_)} ({score})"


def _short(id_: str) -> str:
    """The beginning of the id, with the number of the name in its claim."""
    claim, sign, number = id_.partition("#")
    return f"{claim[:8]}{sign}{number}"
