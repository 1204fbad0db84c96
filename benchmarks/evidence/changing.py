"""Single bytes changed in a ledger, each in a transaction that is taken back: verify must find every one."""

import json
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from ledgers import PADDING, SENTENCE, databases, start

from cenotaph.ledger import ClaimFilter, Ledger, LedgerError, LedgerName, is_url
from cenotaph.ledger.checks import SpanCheck, check_bytes
from cenotaph.ledger.connection import open_to_write
from cenotaph.ledger.database import Connection
from cenotaph.ledger.evidence import KEYS
from cenotaph.ledger.migrating import keeps, migrations
from cenotaph.ledger.verifying import Broken, verify


def change(places: int, seed: int) -> bool:
    """Change one byte after another, each in a transaction that is taken back; whether verify found all."""
    random, right = Random(seed), True
    with TemporaryDirectory() as scratch, databases() as made:
        share = -(-places // len(made))
        for database, new in made.items():
            ledger = _evidence(Path(scratch) / f"{database}.jsonl", new("changed"))
            missed = _missed(ledger, share, random)
            for one in missed:
                print(f"{database}: not found: {one}")
            print(f"{database}: {share - len(missed)} of {share} single-byte changes found", flush=True)
            right = right and not missed
    return right


def _evidence(source: Path, ledger: LedgerName) -> LedgerName:
    """A ledger with rows in all tables of evidence."""
    lines = [{"id": f"r{n}", "text": f"{SENTENCE.format(n + 2)} Two bodies lie in the morgue in Homel. {PADDING * (60 if n == 3 else 1)}"}
             for n in range(12)]  # fmt: skip
    source.write_text("".join(json.dumps(line) + "\n" for line in lines) + "{broken\n")
    sheet = source.with_suffix(".sheet.jsonl")
    for arguments in (
        ["read", str(source)],
        ["profile", "sudan", "--set", "--reason", "It is.", "--by", "A"],
    ):
        os.waitpid(start([*arguments, "--ledger", str(ledger)]), 0)
    with Ledger(ledger) as book:
        ids = [claim.id for claim, _ in book.claims(ClaimFilter())][:3]
    sheet.write_text(
        "".join(
            json.dumps({"id": id_, "verdict": "accept", "reason": "Seen.", "by": "A"}) + "\n" for id_ in ids
        )
    )
    os.waitpid(start(["judge", "--sheet", str(sheet), "--ledger", str(ledger)]), 0)
    return ledger


def _missed(ledger: LedgerName, places: int, random: Random) -> list[str]:
    missed: list[str] = []
    with closing(open_to_write(ledger)) as connection:
        tables = {**KEYS, "journal": ("seq",)}
        rows = {table: connection.rows(f"SELECT count(*) FROM {table}")[0][0] for table in tables}
        filled = [table for table in tables if rows[table]]
        print(f"  rows: {', '.join(f'{rows[table]} {table}' for table in tables)}")
        done = 0
        while done < places:
            table = random.choice(filled)
            column = random.choice(connection.columns(table))
            with _taken_back(connection):
                told = _change_one(connection, table, tables[table], column, random)
                if told is None:
                    continue
                done += 1
                *_, last = verify(connection, [check_bytes, SpanCheck(connection)])
                if not isinstance(last, Broken):
                    missed.append(told)
    return missed


@contextmanager
def _taken_back(connection: Connection) -> Iterator[None]:
    """A transaction without the database's own rules, which leaves nothing."""
    if is_url(connection.name):
        connection.execute("BEGIN")
        connection.execute("SET LOCAL session_replication_role = replica")
    else:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN")
        for keep in keeps(len(migrations())):
            for deed in ("delete", "update", "once"):
                connection.execute(f"DROP TRIGGER IF EXISTS {keep.table}_no_{deed}")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")


def _change_one(
    connection: Connection, table: str, keys: tuple[str, ...], column: str, random: Random
) -> str | None:
    """Change one byte of one value; where, or None where there is none to change."""
    names = ", ".join(f'"{key}"' for key in keys)
    found = connection.rows(f'SELECT {names}, "{column}" FROM {table} ORDER BY {names}')
    *key, value = random.choice(found)
    new = _other(value, random)
    if new is None or new == value:
        return None
    where = " AND ".join(f'"{one}" = ?' for one in keys)
    try:
        connection.execute(f'UPDATE {table} SET "{column}" = ? WHERE {where}', (new, *key))
    except LedgerError:
        # Two rows would have one key: the database itself refuses.
        return None
    return f"{table}.{column} of {key}: {str(value)[:60]!r} → {str(new)[:60]!r}"


def _other(value: object, random: Random) -> object:
    """The value with one byte changed: of text and bytes one of them, of a number one of its eight."""
    if isinstance(value, int):
        return value ^ (random.randint(1, 127) << 8 * random.randrange(7))
    if isinstance(value, float):
        return value + random.choice((1e-9, 1.0, 64.0))
    if isinstance(value, bytes) and value:
        at = random.randrange(len(value))
        return value[:at] + bytes([value[at] ^ random.randint(1, 255)]) + value[at + 1 :]
    if isinstance(value, str) and value:
        at = random.randrange(len(value))
        return value[:at] + chr((ord(value[at]) ^ random.randint(1, 31)) or 1) + value[at + 1 :]
    return None
