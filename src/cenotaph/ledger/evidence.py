"""Which rows an entry of the journal stands for, and the digest by which it vouches for them.

The body of such an entry names its rows by the fields of its parts (`{"report": 12}`), has their digest under `rows`,
and under `sets` what it changed in rows that were there before, as `[table, key, column, value]`: mostly that they are
superseded. Columns that may change (`migrating.Keep`) are not in the digest; the journal tells what they must hold.
"""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any

import msgspec
from msgspec import Struct

from cenotaph.ledger.database import Columns, Connection, marks

KEYS: dict[str, tuple[str, ...]] = {
    "raw": ("sha256",),
    "report": ("seq",),
    "place": ("key",),
    "finding": ("seq",),
    "claim": ("finding", "position"),
    "handling": ("finding", "position"),
    "problem": ("seq",),
    "judgement": ("seq",),
    "profile": ("seq",),
}
"""The tables of evidence with their keys, in an order in which each may refer to those before it."""

CHANGING = {
    "report": "superseded_by",
    "finding": "superseded_by",
    "claim": "superseded_by",
    "handling": "superseded_by",
    "problem": "stands",
    "profile": "superseded_by",
}
"""The columns that may change once a row is filed."""


class Part(Struct, frozen=True):
    """Rows of a table that belong to an entry: those whose columns equal the named fields of its body, by key; with
    `first`, as many of them as that field says, since others came later."""

    table: str
    where: tuple[tuple[str, str], ...]
    first: str | None = None


PARTS: dict[str, tuple[Part, ...]] = {
    "place": (Part("place", (("key", "place"),)),),
    "report": (Part("raw", (("sha256", "raw"),)), Part("report", (("seq", "report"),))),
    "finding": (
        Part("finding", (("seq", "finding"),)),
        Part("claim", (("finding", "finding"),), "claims"),
        Part("handling", (("finding", "finding"),), "handlings"),
        Part("problem", (("finding", "finding"),)),
    ),
    "judgement": (
        Part("judgement", (("seq", "judgement"),)),
        Part("claim", (("judgement", "judgement"), ("finding", "finding"))),
        Part("handling", (("judgement", "judgement"), ("finding", "finding"))),
    ),
    "problem": (Part("problem", (("seq", "problem"),)),),
    "profile": (Part("profile", (("seq", "profile"),)),),
}
"""The rows of each kind of entry. Other kinds stand for no rows: all they say is in the entry itself."""


class Form:
    """The canonical form of a table's rows: a JSON object with the columns in order of name.

    Columns that are null or an empty list are left out, so that a column added later changes no row's form; of bytes
    stands their SHA-256; columns that may change are not part of it.
    """

    def __init__(self, table: str, columns: Sequence[str]) -> None:
        self.table = table
        self.columns = tuple(columns)
        order = sorted((name, at) for at, name in enumerate(columns) if name != CHANGING.get(table))
        self._order = tuple(order)

    def line(self, values: Columns) -> bytes:
        """The form of a row with these values, in the order of `columns`."""
        row: dict[str, Any] = {}
        for name, at in self._order:
            value = values[at]
            if value is None or value == "[]":
                continue
            row[name] = sha256(value).hexdigest() if isinstance(value, bytes) else value
        return msgspec.json.encode((self.table, row))


def digest(lines: Iterable[bytes]) -> str:
    """The digest of rows in their canonical form, those of one part after those of another, each part by key."""
    found = sha256()
    for line in lines:
        found.update(line + b"\n")
    return found.hexdigest()


class Evidence:
    """The rows of a ledger as its entries name them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._forms: dict[str, Form] = {}

    def form(self, table: str) -> Form:
        """The form of a table's rows, with the columns the table has."""
        if table not in self._forms:
            self._forms[table] = Form(table, self._connection.columns(table))
        return self._forms[table]

    def rows(self, part: Part, bodies: Sequence[Mapping[str, Any]]) -> list[list[Columns]]:
        """The rows of one part for each of several bodies, by key."""
        form = self.form(part.table)
        wanted = [tuple(body.get(field) for _, field in part.where) for body in bodies]
        found: dict[Columns, list[Columns]] = {one: [] for one in wanted}
        at = [form.columns.index(column) for column, _ in part.where]
        first = tuple(dict.fromkeys(one[0] for one in wanted))
        sql = f"""SELECT {_listed(form.columns)} FROM {part.table}
        WHERE {part.where[0][0]} IN ({marks(len(first))}) ORDER BY {_listed(KEYS[part.table])}"""
        for row in self._connection.rows(sql, first):
            key = tuple(row[index] for index in at)
            if key in found:
                found[key].append(row)
        counts = [body.get(part.first, 0) if part.first else None for body in bodies]
        return [found[one][:count] for one, count in zip(wanted, counts, strict=True)]

    def lines(self, kind: str, bodies: Sequence[Mapping[str, Any]]) -> list[list[bytes]]:
        """The forms of the rows of each of several entries of one kind."""
        lines: list[list[bytes]] = [[] for _ in bodies]
        for part in PARTS[kind]:
            line = self.form(part.table).line
            for of, rows in zip(lines, self.rows(part, bodies), strict=True):
                of += map(line, rows)
        return lines


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)
