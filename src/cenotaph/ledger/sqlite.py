"""A ledger in one SQLite file: telling it from other files, opening it, bringing it to this program's version."""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from cenotaph.ledger.adopting import adopt
from cenotaph.ledger.database import CHUNK, Columns
from cenotaph.ledger.errors import newer_ledger, no_ledger, of_sqlite, older_ledger, other_file
from cenotaph.ledger.migrating import Keep, keeps, migrations, statements
from cenotaph.ledger.plain import plain

APPLICATION_ID = 0x43454E4F
"""The four bytes "CENO" in the header of every ledger."""

_BUSY_SECONDS = 30
_PAGE_BYTES = 16_384
"""Of a new ledger. Reports of a few kB fill SQLite's usual 4 kB badly: a fifth more space, and slower."""
_CACHE_KIB = 32 * 1024
_CHECKPOINT_PAGES = 4_000
"""Hashes of reports come in no order, so that every batch touches pages all over their indexes: of a large ledger SQLite's
usual 2 MiB would hold none of them until the next batch, and its usual thousand pages be folded into the file too often."""


class SqliteConnection:
    """See `database.Connection`."""

    def __init__(self, raw: sqlite3.Connection, path: Path, *, writes: bool) -> None:
        self.name = os.fspath(path)
        self.raw = raw
        self._writes = writes
        raw.create_function("plain", 1, plain, deterministic=True)

    def execute(self, sql: str, values: Sequence[Any] = ()) -> int:
        """See Connection."""
        with self._explained():
            return self.raw.execute(sql, values).rowcount

    def many(self, sql: str, rows: Iterable[Columns]) -> None:
        """See Connection."""
        with self._explained():
            self.raw.executemany(sql, rows)

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Columns]:
        """See Connection."""
        with self._explained():
            return self.raw.execute(sql, values).fetchall()

    def select(self, sql: str, values: Sequence[Any] = ()) -> Iterator[Columns]:
        """See Connection."""
        with self._explained():
            cursor = self.raw.execute(sql, values)
        while rows := self._fetch(cursor):
            yield from rows

    def _fetch(self, cursor: sqlite3.Cursor) -> list[Columns]:
        with self._explained():
            return cursor.fetchmany(CHUNK)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """See Connection."""
        self.execute("BEGIN IMMEDIATE")
        try:
            self.execute("PRAGMA defer_foreign_keys = ON")
            yield
            self.execute("COMMIT")
        except BaseException:
            if self.raw.in_transaction:
                self.execute("ROLLBACK")
            raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """See Connection."""
        self.execute("BEGIN")
        try:
            yield
        finally:
            self.execute("ROLLBACK")

    def tables(self) -> list[str]:
        """See Connection."""
        sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
        return [name for (name,) in self.rows(sql)]

    def columns(self, table: str) -> list[str]:
        """See Connection."""
        return [name for _, name, *_ in self.rows(f"PRAGMA table_info({table})")]

    def close(self) -> None:
        """Fold SQLite's side files into the one ledger file and let go of it.

        Where another program holds the ledger too, the side files stay until that one closes it.
        """
        with self._explained(), closing(self.raw):
            if self._writes:
                self.raw.execute("PRAGMA busy_timeout = 0")
                with suppress(sqlite3.OperationalError):
                    self.raw.execute("PRAGMA journal_mode = DELETE")

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise of_sqlite(error, self.name) from error


def write_sqlite(path: Path) -> SqliteConnection:
    """The ledger at `path`, made if there is none and migrated if it is old. LedgerError if it cannot be."""
    try:
        raw = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
        try:
            _check_ours(raw, path)
            raw.execute(f"PRAGMA page_size = {_PAGE_BYTES}")
            raw.execute("PRAGMA journal_mode = WAL")
            raw.execute("PRAGMA synchronous = NORMAL")
            raw.execute("PRAGMA foreign_keys = ON")
            raw.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
            raw.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_PAGES}")
            connection = SqliteConnection(raw, path, writes=True)
            _migrate(connection, path)
        except BaseException:
            raw.close()
            raise
    except sqlite3.Error as error:
        raise of_sqlite(error, os.fspath(path)) from error
    return connection


def read_sqlite(path: Path) -> SqliteConnection:
    """The ledger at `path`, which is not changed. LedgerError if there is none or it cannot be read."""
    if not path.exists():
        raise no_ledger(os.fspath(path))
    try:
        raw = _connect_read_only(path)
        try:
            _check_ours(raw, path)
            version, ours = _number(raw, "user_version"), len(migrations())
            if version == 0:
                raise other_file(path)
            if version < ours:
                raise older_ledger(os.fspath(path), version, ours)
        except BaseException:
            raw.close()
            raise
    except sqlite3.Error as error:
        raise of_sqlite(error, os.fspath(path)) from error
    return SqliteConnection(raw, path, writes=False)


def _connect_read_only(path: Path) -> sqlite3.Connection:
    """A folder that cannot be written has no room for SQLite's side files; then the ledger is read as it stands."""
    address = path.resolve().as_uri()
    raw = sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=_BUSY_SECONDS, isolation_level=None)
    try:
        raw.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError:
        raw.close()
        raw = sqlite3.connect(f"{address}?mode=ro&immutable=1", uri=True, isolation_level=None)
    return raw


def _check_ours(raw: sqlite3.Connection, path: Path) -> None:
    """LedgerError unless the file is a ledger of a version we know, or has nothing in it yet."""
    version, ours = _number(raw, "user_version"), len(migrations())
    if _number(raw, "application_id") != APPLICATION_ID:
        if raw.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] or version:
            raise other_file(path)
    elif version > ours:
        raise newer_ledger(os.fspath(path), version, ours)


def _migrate(connection: SqliteConnection, path: Path) -> None:
    ours = len(migrations())
    if _number(connection.raw, "user_version") == ours:
        return
    with connection.transaction():
        _check_ours(connection.raw, path)
        done = _number(connection.raw, "user_version")
        has_journal = "journal" in connection.tables()
        for keep in keeps(done):
            _free(connection, keep)
        for script in migrations()[done:]:
            for statement in statements(script):
                connection.execute(statement)
        if not has_journal and "journal" in connection.tables():
            adopt(connection)
        for keep in keeps(ours):
            _keep(connection, keep)
        connection.execute(f"PRAGMA user_version = {ours}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _free(connection: SqliteConnection, keep: Keep) -> None:
    for deed in ("delete", "update", "once"):
        connection.execute(f"DROP TRIGGER IF EXISTS {keep.table}_no_{deed}")


def _keep(connection: SqliteConnection, keep: Keep) -> None:
    _free(connection, keep)
    for name, (deed, condition) in keep.refused(connection.columns(keep.table)).items():
        when = f"WHEN {condition}" if condition else ""
        connection.execute(
            f"CREATE TRIGGER {keep.table}_no_{name} BEFORE {deed} ON {keep.table} {when} "
            f"BEGIN SELECT RAISE(ABORT, 'rows of {keep.table} are kept as they are'); END"
        )


def _number(raw: sqlite3.Connection, pragma: str) -> int:
    return int(raw.execute(f"PRAGMA {pragma}").fetchone()[0])
