"""Rows and the entries that vouch for them, gathered in the order of filing and written all at once."""

from collections.abc import Sequence
from typing import Any

from cenotaph.ledger import journal
from cenotaph.ledger.columns import CLAIM_COLUMNS, HANDLING_COLUMNS, JUDGEMENT_COLUMNS, PROBLEM_COLUMNS
from cenotaph.ledger.database import Columns, Connection
from cenotaph.ledger.evidence import CHANGING, KEYS, Form, digest

Set = tuple[str, int | list[int], str, int]
"""A change of a row that was there before: table, key, column, value."""

COLUMNS: dict[str, tuple[str, ...]] = {
    "raw": ("sha256", "size", "packing", "body"),
    "place": ("key", "name", "kind", "country", "lat", "lon"),
    "report": (
        *("seq", "key", "id", "text", "published", "outlet", "title", "url"),
        *("raw", "source", "media_type", "encoding", "reader", "offsets"),
    ),
    "finding": ("seq", "report", "finder"),
    "claim": ("finding", "position", "judgement", *CLAIM_COLUMNS),
    "handling": ("finding", "position", "judgement", *HANDLING_COLUMNS),
    "problem": ("seq", "finding", *PROBLEM_COLUMNS),
    "judgement": ("seq", *JUDGEMENT_COLUMNS),
    "profile": ("seq", "name", "text", "reason", "by", "at"),
}
"""The columns that filing fills, table by table in the order of writing."""

_FORMS = {table: Form(table, columns) for table, columns in COLUMNS.items()}


def _insert(table: str, columns: Sequence[str]) -> str:
    names = ", ".join(f'"{name}"' for name in columns)
    once = " ON CONFLICT DO NOTHING" if table == "raw" else ""
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))}){once}"


class Batch:
    """What one transaction files. `number` gives the next row's number, `file` takes rows with what vouches for them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: dict[str, list[Columns]] = {table: [] for table in COLUMNS}
        self._sets: list[Set] = []
        self._events: list[journal.Event] = []
        self._next: dict[str, int] = {}

    def number(self, table: str) -> int:
        """The number of the next row of a table."""
        if table not in self._next:
            last = self._connection.rows(f"SELECT coalesce(max(seq), 0) FROM {table}")[0][0]
            self._next[table] = int(last)
        self._next[table] += 1
        return self._next[table]

    def file(
        self,
        kind: str,
        subject: str,
        body: dict[str, Any],
        rows: Sequence[tuple[str, Columns]] = (),
        sets: Sequence[Set] = (),
    ) -> None:
        """Rows, each with its table, and changes of older rows, under one entry."""
        for table, values in rows:
            self._rows[table].append(values)
        self._sets += sets
        vouched = {"rows": digest(_FORMS[table].line(values) for table, values in rows)} if rows else {}
        changed = {"sets": [list(one) for one in sets]} if sets else {}
        self._events.append(journal.Event(kind, subject, {**body, **vouched, **changed}))

    def write(self) -> None:
        """Write everything; within a transaction."""
        # The old finding steps aside first: only one of a report may stand. Its foreign key is checked at commit.
        self._change("finding")
        for table, rows in self._rows.items():
            if rows:
                self._connection.many(_insert(table, COLUMNS[table]), rows)
        for table in CHANGING.keys() - {"finding"}:
            self._change(table)
        if self._events:
            journal.append_all(self._connection, self._events)

    def _change(self, table: str) -> None:
        where = " AND ".join(f"{key} = ?" for key in KEYS[table])
        for of, key, column, value in self._sets:
            if of == table:
                keys = key if isinstance(key, list) else [key]
                self._connection.execute(f"UPDATE {table} SET {column} = ? WHERE {where}", (value, *keys))
