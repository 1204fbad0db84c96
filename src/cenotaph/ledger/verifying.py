"""Verifying: whether the chain is whole, and whether each row still is what its entry vouches for.

`verify` goes over the journal in order and stops at the first entry that does not hold.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from cenotaph.ledger.database import Columns, Connection
from cenotaph.ledger.errors import LedgerError
from cenotaph.ledger.evidence import CHANGING, KEYS, PARTS, Evidence, digest
from cenotaph.ledger.journal import START, Entry

_CHUNK = 64
"""Entries that are looked at together, with their rows in memory."""

_ENTRIES = "SELECT seq, at, kind, subject, body, hash FROM journal ORDER BY seq"
_UNTOUCHED: dict[str, int | None] = {"superseded_by": None, "stands": 1}
"""What the columns that may change hold when a row is filed."""


class Broken(Struct, frozen=True):
    """The first entry that does not hold, and why in one sentence. `entry` is None where rows belong to no entry."""

    entry: int | None
    sentence: str


class Vouched(Struct, frozen=True):
    """An entry that holds, its body decoded, and its rows under their tables."""

    entry: Entry
    body: Mapping[str, Any]
    rows: Mapping[str, Sequence[Mapping[str, Any]]]


Check = Callable[[Vouched], str | None]
"""A further check of an entry and its rows: None, or what is wrong as a part of a sentence."""


def verify(connection: Connection, checks: Sequence[Check] = ()) -> Iterator[Entry | Broken]:
    """Each entry that holds, one after another; at the first that does not, what is wrong, and nothing after it."""
    checking = _Checking(connection, checks)
    before, chunk = Entry(0, "", "", "", "", START), list[Entry]()
    try:
        for columns in connection.select(_ENTRIES):
            entry = Entry(*columns)
            broken = _link(before, entry)
            if broken:
                yield from checking.held(chunk)
                yield broken
                return
            before = entry
            chunk.append(entry)
            if len(chunk) == _CHUNK:
                yield from checking.held(chunk)
                chunk = []
        yield from checking.held(chunk)
        yield from checking.in_the_end()
    except _Stop as stop:
        yield stop.broken
    except LedgerError as error:
        yield Broken(before.seq, f"After entry {before.seq:,} the journal cannot be read ({error}).")


class _Stop(Exception):
    def __init__(self, broken: Broken) -> None:
        super().__init__(broken.sentence)
        self.broken = broken


def _link(before: Entry, entry: Entry) -> Broken | None:
    """What is wrong with an entry as the one that follows another."""
    if entry.seq != before.seq + 1:
        return Broken(
            before.seq + 1, f"Entry {before.seq + 1:,} is missing; entry {entry.seq:,} comes in its place."
        )
    try:
        holds = entry.hash == entry.expected_hash(before.hash)
    except (msgspec.MsgspecError, UnicodeError, TypeError):
        holds = False
    return None if holds else _broken(entry, "was changed: its hash is not the one that its words give")


def _broken(entry: Entry, what: str) -> Broken:
    return Broken(entry.seq, f"Entry {entry.seq:,} ({entry.kind} of {entry.subject}, {entry.at}) {what}.")


class _Checking:
    """What is known of the rows while the entries come by."""

    def __init__(self, connection: Connection, checks: Sequence[Check]) -> None:
        self._connection = connection
        self._evidence = Evidence(connection)
        self._checks = checks
        self._count: Counter[str] = Counter()
        self._raws: set[str] = set()
        self._set: dict[str, dict[Any, tuple[Any, Entry]]] = {table: {} for table in CHANGING}

    def held(self, entries: Sequence[Entry]) -> Iterator[Entry]:
        """The entries whose rows hold; _Stop at the first whose do not."""
        try:
            bodies = [msgspec.json.decode(entry.body) for entry in entries]
            rows = self._rows(entries, bodies)
        except LedgerError as error:
            if len(entries) == 1:
                reason = str(error).rstrip(".")
                raise _Stop(
                    _broken(entries[0], f"does not hold: its rows cannot be read ({reason})")
                ) from error
            for entry in entries:
                yield from self.held([entry])
            return
        for entry, body, parts in zip(entries, bodies, rows, strict=True):
            wrong = self._wrong(entry, body, parts)
            if wrong:
                raise _Stop(_broken(entry, wrong))
            yield entry

    def _rows(
        self, entries: Sequence[Entry], bodies: Sequence[Mapping[str, Any]]
    ) -> list[dict[str, list[Columns]]]:
        found: list[dict[str, list[Columns]]] = [{} for _ in entries]
        for kind, parts in PARTS.items():
            of = [at for at, entry in enumerate(entries) if entry.kind == kind]
            for part in parts if of else ():
                for at, rows in zip(of, self._evidence.rows(part, [bodies[at] for at in of]), strict=True):
                    found[at][part.table] = rows
        return found

    def _wrong(self, entry: Entry, body: Mapping[str, Any], rows: Mapping[str, list[Columns]]) -> str | None:
        """What is wrong with the rows of an entry."""
        lines = (self._evidence.form(table).line(row) for table, of in rows.items() for row in of)
        if rows and digest(lines) != body.get("rows"):
            return (
                "does not hold: the rows it vouches for were changed, or some of them are missing or too many"
            )
        for table, of in rows.items():
            self._count[table] += len(of) if table != "raw" else 0
        self._raws.update(row[0] for row in rows.get("raw", ()))
        for table, key, _, value in body.get("sets", ()):
            self._set[table][tuple(key) if isinstance(key, list) else key] = (value, entry)
        named = {table: [self._named(table, row) for row in of] for table, of in rows.items()}
        vouched = Vouched(entry, body, named)
        return next(filter(None, (check(vouched) for check in self._checks)), None)

    def _named(self, table: str, row: Columns) -> dict[str, Any]:
        return dict(zip(self._evidence.form(table).columns, row, strict=True))

    def in_the_end(self) -> Iterator[Broken]:
        """What only shows when all entries have come by: rows that nobody vouches for, and changes in them."""
        self._count["raw"] = len(self._raws)
        for table in KEYS:
            there = int(self._connection.rows(f"SELECT count(*) FROM {table}")[0][0])
            if there != self._count[table]:
                more = there - self._count[table]
                yield Broken(
                    None,
                    f"There are {more:,} rows in the table {table} that no entry of the journal vouches for.",
                )
                return
        for table, column in CHANGING.items():
            broken = self._changed(table, column)
            if broken:
                yield broken
                return

    def _changed(self, table: str, column: str) -> Broken | None:
        """A row of which a changing column does not hold what the journal says."""
        keys, usual = KEYS[table], _UNTOUCHED[column]
        names = ", ".join(f'"{key}"' for key in keys)
        unusual = f"{column} IS NOT NULL" if usual is None else f"{column} <> {usual}"
        expected = {key: one for key, one in self._set[table].items() if one[0] != usual}
        for *key, value in self._connection.select(f"SELECT {names}, {column} FROM {table} WHERE {unusual}"):
            said = expected.pop(key[0] if len(key) == 1 else tuple(key), None)
            if said is None:
                number = ", ".join(map(str, key))
                return Broken(
                    None,
                    f"The {table} {number} was changed ({column} is {value}), and no entry of the journal says so.",
                )
            if said[0] != value:
                return _broken(
                    said[1], f"does not hold: it set {column} of a {table} to {said[0]}, and it is {value}"
                )
        if expected:
            said = min(expected.values(), key=lambda one: one[1].seq)
            return _broken(
                said[1], f"does not hold: it set {column} of a {table} to {said[0]}, and it is not so"
            )
        return None
