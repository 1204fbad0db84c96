"""A ledger in a PostgreSQL database (13 or newer, UTF-8, with ICU), named by its URL. One schema holds one ledger."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import count
from typing import Any

from cenotaph.ledger.adopting import adopt
from cenotaph.ledger.database import CHUNK, Columns
from cenotaph.ledger.errors import (
    newer_ledger,
    no_driver,
    no_ledger,
    of_postgresql,
    older_ledger,
    other_database,
    unreachable,
)
from cenotaph.ledger.migrating import Keep, keeps, migrations, statements
from cenotaph.ledger.name import shown
from cenotaph.ledger.plain import plain_in_postgresql

try:
    import psycopg
except ImportError as error:
    raise no_driver() from error

from cenotaph.ledger.postgres_values import adapt

_ONE_WRITER = "SELECT pg_advisory_xact_lock(1128613455, hashtext(current_schema()))"
_SETTINGS = "SET lock_timeout = '5min'; SET client_min_messages = warning; SET TimeZone = 'UTC'"
_PRELUDE = (
    "CREATE TABLE ledger_version (application TEXT NOT NULL, version BIGINT NOT NULL)",
    "INSERT INTO ledger_version VALUES ('cenotaph', 0)",
    plain_in_postgresql(),
    "CREATE FUNCTION instr(text, text) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$SELECT strpos($1, $2)$$",
    """CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$BEGIN RAISE EXCEPTION 'rows of % are kept as they are', TG_TABLE_NAME; END$$""",
)
_TABLES = """SELECT table_name FROM information_schema.tables
WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY table_name COLLATE "C" """
_COLUMNS = """SELECT column_name FROM information_schema.columns
WHERE table_schema = current_schema() AND table_name = ? ORDER BY ordinal_position"""


class PostgresConnection:
    """See `database.Connection`."""

    def __init__(self, raw: "psycopg.Connection[Columns]", name: str) -> None:
        self.name = name
        self.raw = raw
        self._cursors = count()

    def execute(self, sql: str, values: Sequence[Any] = ()) -> int:
        """See Connection."""
        with self._explained():
            return self.raw.execute(_worded(sql), values).rowcount

    def many(self, sql: str, rows: Iterable[Columns]) -> None:
        """See Connection."""
        with self._explained(), self.raw.cursor() as cursor:
            cursor.executemany(_worded(sql), rows)

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Columns]:
        """See Connection."""
        with self._explained():
            return self.raw.execute(_worded(sql), values).fetchall()

    def select(self, sql: str, values: Sequence[Any] = ()) -> Iterator[Columns]:
        """See Connection."""
        cursor = self.raw.cursor(f"rows_{next(self._cursors)}", withhold=True)
        try:
            with self._explained():
                cursor.execute(_worded(sql), values)
            while rows := self._fetch(cursor):
                yield from rows
        finally:
            # One who stopped early may have let go of the ledger already, and the cursor is gone with it.
            if not self.raw.closed:
                cursor.close()

    def _fetch(self, cursor: "psycopg.ServerCursor[Columns]") -> list[Columns]:
        with self._explained():
            return cursor.fetchmany(CHUNK)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """See Connection."""
        with self._explained(), self.raw.transaction():
            self.raw.execute(_ONE_WRITER)
            yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """See Connection."""
        self.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        try:
            yield
        finally:
            self.execute("ROLLBACK")

    def tables(self) -> list[str]:
        """See Connection."""
        return [name for (name,) in self.rows(_TABLES)]

    def columns(self, table: str) -> list[str]:
        """See Connection."""
        return [name for (name,) in self.rows(_COLUMNS, (table,))]

    def close(self) -> None:
        """See Connection."""
        self.raw.close()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except psycopg.Error as error:
            raise of_postgresql(error, self.name) from error


def write_postgresql(url: str) -> PostgresConnection:
    """The ledger in that database, made if the schema is empty and migrated if it is old. LedgerError if it cannot be."""
    connection = _connect(url)
    try:
        if _version(connection) != len(migrations()):
            _migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def read_postgresql(url: str) -> PostgresConnection:
    """The ledger in that database, which is not changed. LedgerError if there is none."""
    connection, ours = _connect(url), len(migrations())
    try:
        connection.execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY")
        version = _version(connection)
        if version == 0:
            raise no_ledger(connection.name)
        if version < ours:
            raise older_ledger(connection.name, version, ours)
    except BaseException:
        connection.close()
        raise
    return connection


def translated(statement: str) -> str:
    """A statement of a migration as PostgreSQL takes it. Texts are compared by their code points, as in SQLite."""
    for pattern, words in _WORDS:
        statement = pattern.sub(words, statement)
    return statement


_WORDS = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"--[^\n]*", ""),
        (r"\) STRICT(, WITHOUT ROWID)?;", ");"),
        (r"\bINTEGER\b", "BIGINT"),
        (r"\bREAL\b", "DOUBLE PRECISION"),
        (r"\bBLOB\b", "BYTEA"),
        (r"\bTEXT\b", 'TEXT COLLATE "C"'),
        (r" COLLATE NOCASE", ""),
        (r"(REFERENCES \w+ \(\w+\))", r"\1 DEFERRABLE INITIALLY DEFERRED"),
        # A report's id may be longer than what a B-tree takes.
        (r"ON report \(id\)", "ON report USING hash (id)"),
    )
)


@cache
def _worded(sql: str) -> str:
    """A query with psycopg's marks for values."""
    return sql.replace("%", "%%").replace("?", "%s")


def _connect(url: str) -> PostgresConnection:
    try:
        raw = psycopg.connect(url, autocommit=True, application_name="cenotaph")
    except psycopg.Error as error:
        raise unreachable(error, shown(url)) from error
    adapt(raw)
    connection = PostgresConnection(raw, shown(url))
    connection.raw.execute(_SETTINGS)
    return connection


def _version(connection: PostgresConnection) -> int:
    """The version of the ledger, 0 where the schema is empty. LedgerError where it is none of ours or a newer one."""
    tables = connection.tables()
    if "ledger_version" not in tables:
        if tables:
            raise other_database(connection.name)
        return 0
    version, ours = int(connection.rows("SELECT version FROM ledger_version")[0][0]), len(migrations())
    if version > ours:
        raise newer_ledger(connection.name, version, ours)
    return version


def _migrate(connection: PostgresConnection) -> None:
    ours = len(migrations())
    with connection.transaction():
        done = _version(connection)
        has_journal = "journal" in connection.tables()
        if done == 0:
            for statement in _PRELUDE:
                connection.execute(statement)
        for keep in keeps(done):
            _free(connection, keep)
        for script in migrations()[done:]:
            for statement in statements(script):
                connection.execute(translated(statement))
        if not has_journal and "journal" in connection.tables():
            adopt(connection)
        for keep in keeps(ours):
            _keep(connection, keep)
        connection.execute("UPDATE ledger_version SET version = ?", (ours,))


def _free(connection: PostgresConnection, keep: Keep) -> None:
    for name in ("delete", "truncate", "update", "once"):
        connection.execute(f"DROP TRIGGER IF EXISTS {keep.table}_no_{name} ON {keep.table}")


def _keep(connection: PostgresConnection, keep: Keep) -> None:
    _free(connection, keep)
    for name, (deed, condition) in keep.refused(connection.columns(keep.table)).items():
        when = f"WHEN ({condition})" if condition else ""
        connection.execute(
            f"CREATE TRIGGER {keep.table}_no_{name} BEFORE {deed} ON {keep.table} FOR EACH ROW {when} EXECUTE FUNCTION refuse()"
        )
    connection.execute(
        f"CREATE TRIGGER {keep.table}_no_truncate BEFORE TRUNCATE ON {keep.table} EXECUTE FUNCTION refuse()"
    )
