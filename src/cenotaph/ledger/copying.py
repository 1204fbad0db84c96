"""Copying a ledger entry by entry, from one database to another: the copy has the same chain.

The journal is replayed: each entry with the rows that it brought and the changes that it made. So at every moment the
copy is a ledger itself, whole up to some entry of the other one; stopped, it goes on where it was, and copied again
later it only gets what came since. What is worked out from the rest (traces, figures) is not copied, but worked out.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from cenotaph.ledger.database import Columns, Connection, marks
from cenotaph.ledger.errors import LedgerError
from cenotaph.ledger.evidence import CHANGING, KEYS, PARTS, Evidence
from cenotaph.ledger.journal import ADD, START, Entry, Head, head

CARRIED = ("protection",)
"""Tables that no entry vouches for and that go along all the same."""

_CHUNK = 64
_SHARED = {"raw"}
"""Rows that several entries name: the first of them brings them."""

_ENTRIES = "SELECT seq, at, kind, subject, body, hash FROM journal WHERE seq > ? ORDER BY seq"
Key = tuple[str, tuple[Any, ...]]


def copy(source: Connection, target: Connection) -> Iterator[int]:
    """Copy what the target lacks; yields the number of each entry that is safely there, by the chunk.

    LedgerError where the target holds something else than the beginning of the source.
    """
    with source.snapshot():
        done = head(target)
        _check_beginning(source, target, done)
        evidence, chunk = Evidence(source), list[Entry]()
        for columns in source.select(_ENTRIES, (done.seq,)):
            chunk.append(Entry(*columns))
            if len(chunk) == _CHUNK:
                done = _copy_entries(evidence, target, done, chunk)
                yield done.seq
                chunk = []
        if chunk:
            yield _copy_entries(evidence, target, done, chunk).seq
        for table in CARRIED:
            _carry(source, target, table)


def _check_beginning(source: Connection, target: Connection, done: Head) -> None:
    there = source.rows("SELECT hash FROM journal WHERE seq = ?", (done.seq,)) if done.seq else [(START,)]
    if not there or there[0][0] != done.hash:
        raise LedgerError(
            f"{target.name} holds entries that {source.name} does not have and was left as it is; copy into a new ledger."
        )


def _copy_entries(evidence: Evidence, target: Connection, done: Head, entries: Sequence[Entry]) -> Head:
    bodies = [msgspec.json.decode(entry.body) for entry in entries]
    sets = {(table, _key(key)): value for body in bodies for table, key, _, value in body.get("sets", ())}
    rows = _rows(evidence, entries, bodies)
    with target.transaction():
        if head(target) != done:
            raise LedgerError(
                f"Another program wrote to {target.name} meanwhile; let it finish, then copy again."
            )
        fresh = {(table, _key_of(table, evidence, row)) for table, of in rows.items() for row in of}
        _change(target, {key: value for key, value in sets.items() if key not in fresh})
        for table in KEYS:
            _insert(evidence, target, table, rows[table], sets)
        target.many(ADD, map(msgspec.structs.astuple, entries))
    return Head(entries[-1].seq, entries[-1].hash)


def _rows(
    evidence: Evidence, entries: Sequence[Entry], bodies: Sequence[Mapping[str, Any]]
) -> dict[str, list[Columns]]:
    """All rows that these entries brought, by table."""
    found: dict[str, list[Columns]] = {table: [] for table in KEYS}
    for kind, parts in PARTS.items():
        of = [body for entry, body in zip(entries, bodies, strict=True) if entry.kind == kind]
        for part in parts if of else ():
            for rows in evidence.rows(part, of):
                found[part.table] += rows
    return found


def _insert(
    evidence: Evidence, target: Connection, table: str, rows: Sequence[Columns], sets: Mapping[Key, Any]
) -> None:
    """The rows as they were filed, and what these entries themselves changed in them."""
    if not rows:
        return
    columns, changing = evidence.form(table).columns, CHANGING.get(table)
    at = columns.index(changing) if changing else None
    usual = 1 if changing == "stands" else None
    made = (
        tuple(
            sets.get((table, _key_of(table, evidence, row)), usual) if index == at else value
            for index, value in enumerate(row)
        )
        for row in rows
    )
    names = ", ".join(f'"{name}"' for name in columns)
    again = " ON CONFLICT DO NOTHING" if table in _SHARED else ""
    target.many(f"INSERT INTO {table} ({names}) VALUES ({marks(len(columns))}){again}", made)


def _change(target: Connection, sets: Mapping[Key, Any]) -> None:
    """What these entries changed in rows that were there before."""
    for (table, key), value in sets.items():
        where = " AND ".join(f'"{name}" = ?' for name in KEYS[table])
        target.execute(f"UPDATE {table} SET {CHANGING[table]} = ? WHERE {where}", (value, *key))


def _carry(source: Connection, target: Connection, table: str) -> None:
    columns = source.columns(table)
    names = ", ".join(f'"{name}"' for name in columns)
    sql = f"INSERT INTO {table} ({names}) VALUES ({marks(len(columns))}) ON CONFLICT DO NOTHING"
    with target.transaction():
        target.many(sql, source.rows(f"SELECT {names} FROM {table}"))


def _key_of(table: str, evidence: Evidence, row: Columns) -> tuple[Any, ...]:
    columns = evidence.form(table).columns
    return tuple(row[columns.index(name)] for name in KEYS[table])


def _key(key: Any) -> tuple[Any, ...]:
    return tuple(key) if isinstance(key, list) else (key,)
