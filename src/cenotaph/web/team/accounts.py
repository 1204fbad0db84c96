"""Accounts in a file beside the ledger, and not in it: a ledger is handed on, and passwords must not travel along."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from secrets import token_urlsafe
from time import monotonic
from typing import cast

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error
from msgspec import Struct

from cenotaph.problems import CenotaphError
from cenotaph.web.team.roles import Person, Role

SHORTEST = 10
"""Characters of the shortest password."""

_SESSION = timedelta(hours=12)
_TRIES = 5
_PAUSE_SECONDS = 30.0
_TABLES = """
CREATE TABLE IF NOT EXISTS account (name TEXT PRIMARY KEY, hash TEXT NOT NULL, role TEXT NOT NULL, made TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS session (digest TEXT PRIMARY KEY, name TEXT NOT NULL, until TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS act (seq INTEGER PRIMARY KEY, at TEXT NOT NULL, name TEXT NOT NULL, what TEXT NOT NULL) STRICT;
CREATE TRIGGER IF NOT EXISTS act_kept BEFORE UPDATE ON act BEGIN SELECT raise(ABORT, 'the log is never changed'); END;
CREATE TRIGGER IF NOT EXISTS act_stays BEFORE DELETE ON act BEGIN SELECT raise(ABORT, 'the log is never changed'); END;
"""


class Account(Struct, frozen=True):
    """Somebody who may log in."""

    name: str
    role: Role
    made: str


class Act(Struct, frozen=True):
    """An entry of the log: when, who, what."""

    at: str
    name: str
    what: str


class Accounts:
    """The accounts of one file, which is made if there is none. CenotaphError where it cannot be."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._hasher = PasswordHasher()
        self._nobody = self._hasher.hash(token_urlsafe(12))
        self._failures: dict[str, tuple[int, float]] = {}
        try:
            with closing(sqlite3.connect(path)) as connection:
                connection.executescript(_TABLES)
        except sqlite3.Error as error:
            raise CenotaphError(
                f"The accounts in {path} cannot be used ({error}); name another file with --accounts."
            ) from error

    def all(self) -> list[Account]:
        """Everybody who may log in, by name."""
        with self._open() as run:
            rows = run.execute("SELECT name, role, made FROM account ORDER BY name").fetchall()
        return [Account(name, cast(Role, role), made) for name, role, made in rows]

    def put(self, name: str, role: Role, password: str | None = None) -> None:
        """Add an account, or give one another role or password; whoever it belongs to has to log in again.

        CenotaphError where the name or the password cannot be one.
        """
        known = {one.name: one for one in self.all()}
        _check(name, password, is_new=name not in known)
        with self._open() as run:
            if password is not None:
                row = (name, self._hasher.hash(password), role, _now())
                run.execute("INSERT INTO account VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET "
                            "hash = excluded.hash, role = excluded.role", row)  # fmt: skip
            else:
                run.execute("UPDATE account SET role = ? WHERE name = ?", (role, name))
            run.execute("DELETE FROM session WHERE name = ?", (name,))

    def remove(self, name: str) -> None:
        """Take an account away; what was judged under its name stays."""
        with self._open() as run:
            if not run.execute("DELETE FROM account WHERE name = ?", (name,)).rowcount:
                raise CenotaphError(f"There is no account {name!r} in {self.path}.")
            run.execute("DELETE FROM session WHERE name = ?", (name,))

    def log_in(self, name: str, password: str) -> str | None:
        """The secret of a new session, None where name and password do not belong together.

        CenotaphError after too many wrong passwords in a row.
        """
        tries, since = self._failures.get(name, (0, 0.0))
        if tries >= _TRIES and monotonic() - since < _PAUSE_SECONDS:
            raise CenotaphError(f"Too many wrong passwords for {name!r}; wait half a minute, then try again.")
        with self._open() as run:
            found = run.execute("SELECT hash FROM account WHERE name = ?", (name,)).fetchone()
            if not self._is_right(found[0] if found else self._nobody, password) or found is None:
                self._failures[name] = (tries + 1, monotonic())
                return None
            self._failures.pop(name, None)
            secret = token_urlsafe(32)
            until = (datetime.now(UTC) + _SESSION).isoformat(timespec="seconds")
            run.execute("DELETE FROM session WHERE until < ?", (_now(),))
            run.execute("INSERT INTO session VALUES (?, ?, ?)", (_digest(secret), name, until))
        return secret

    def person(self, secret: str) -> Person | None:
        """Whoever is in the session of that secret, None where it is over."""
        sql = """SELECT a.name, a.role FROM session AS s JOIN account AS a ON a.name = s.name
        WHERE s.digest = ? AND s.until >= ?"""
        with self._open() as run:
            found = run.execute(sql, (_digest(secret), _now())).fetchone()
        return Person(found[0], cast(Role, found[1]), secret) if found else None

    def log_out(self, secret: str) -> None:
        """End a session."""
        with self._open() as run:
            run.execute("DELETE FROM session WHERE digest = ?", (_digest(secret),))

    def note(self, name: str, what: str) -> None:
        """Add an entry to the log."""
        with self._open() as run:
            run.execute("INSERT INTO act (at, name, what) VALUES (?, ?, ?)", (_now(), name, what))

    def log(self, most: int = 500) -> list[Act]:
        """The newest entries of the log."""
        with self._open() as run:
            rows = run.execute("SELECT at, name, what FROM act ORDER BY seq DESC LIMIT ?", (most,)).fetchall()
        return [Act(*row) for row in rows]

    def _is_right(self, hash_: str, password: str) -> bool:
        try:
            return self._hasher.verify(hash_, password)
        except Argon2Error:
            return False

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self.path, timeout=10)) as connection, connection:
            yield connection


def _check(name: str, password: str | None, *, is_new: bool) -> None:
    if not name.strip() or name != name.strip() or len(name) > 60 or not name.isprintable():
        raise CenotaphError(f"{name!r} is no name for an account; take letters, up to 60.")
    if is_new and password is None:
        raise CenotaphError(f"A new account needs a password; {name!r} has none.")
    if password is not None and len(password) < SHORTEST:
        raise CenotaphError(f"A password has at least {SHORTEST} characters.")


def _digest(secret: str) -> str:
    """What is kept of a session's secret: whoever reads the file cannot enter with it."""
    return sha256(secret.encode()).hexdigest()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
