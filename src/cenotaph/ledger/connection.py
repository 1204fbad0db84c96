"""Opening a ledger file: telling it from other files, bringing it to this program's version."""

import sqlite3
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from cenotaph.ledger.errors import newer_ledger, no_ledger, of_sqlite, older_ledger, other_file

APPLICATION_ID = 0x43454E4F
"""The four bytes "CENO" in the header of every ledger."""

_BUSY_SECONDS = 30
_PAGE_BYTES = 16_384
"""Of a new ledger. Reports of a few kB fill SQLite's usual 4 kB badly: a fifth more space, and slower."""


def migrations() -> list[str]:
    """The SQL of each migration in order; the version of a ledger is how many were applied."""
    folder = files("cenotaph.ledger").joinpath("migrations")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return [folder.joinpath(name).read_text("utf-8") for name in names]


def open_to_write(path: Path) -> sqlite3.Connection:
    """The ledger at `path`, made if there is none and migrated if it is old. LedgerError if it cannot be."""
    try:
        connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
        try:
            _check_ours(connection, path)
            connection.execute(f"PRAGMA page_size = {_PAGE_BYTES}")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA foreign_keys = ON")
            _migrate(connection, path)
        except BaseException:
            connection.close()
            raise
    except sqlite3.Error as error:
        raise of_sqlite(error, path) from error
    return connection


def open_to_read(path: Path) -> sqlite3.Connection:
    """The ledger at `path`, which is not changed. LedgerError if there is none or it cannot be read."""
    if not path.exists():
        raise no_ledger(path)
    try:
        connection = _connect_read_only(path)
        try:
            _check_ours(connection, path)
            version, ours = _number(connection, "user_version"), len(migrations())
            if version == 0:
                raise other_file(path)
            if version < ours:
                raise older_ledger(path, version, ours)
        except BaseException:
            connection.close()
            raise
    except sqlite3.Error as error:
        raise of_sqlite(error, path) from error
    return connection


def _connect_read_only(path: Path) -> sqlite3.Connection:
    """A folder that cannot be written has no room for SQLite's side files; then the ledger is read as it stands."""
    address = path.resolve().as_uri()
    connection = sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=_BUSY_SECONDS, isolation_level=None)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError:
        connection.close()
        connection = sqlite3.connect(f"{address}?mode=ro&immutable=1", uri=True, isolation_level=None)
    return connection


def _check_ours(connection: sqlite3.Connection, path: Path) -> None:
    """LedgerError unless the file is a ledger of a version we know, or has nothing in it yet."""
    version, ours = _number(connection, "user_version"), len(migrations())
    if _number(connection, "application_id") != APPLICATION_ID:
        if _number_of_tables(connection) or version:
            raise other_file(path)
    elif version > ours:
        raise newer_ledger(path, version, ours)


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    if _number(connection, "user_version") == len(migrations()):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        _check_ours(connection, path)
        done = _number(connection, "user_version")
        for number, script in enumerate(migrations()[done:], start=done + 1):
            for statement in _statements(script):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _statements(script: str) -> Iterator[str]:
    """The statements one by one, since sqlite3's executescript would end our transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _number_of_tables(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
