"""A PostgreSQL server of the tests' own: in a folder of its own, on a socket of its own, gone with the run."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
from urllib.parse import quote

import pytest

_NOBODY = ("postgres", "nobody")
_numbers = count(1)


def programs() -> Path | None:
    """The folder of initdb and pg_ctl, newest version first, or None where there is no server."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    on_path = shutil.which("initdb")
    return found[-1] if found else Path(on_path).resolve().parent if on_path else None


@contextmanager
def server() -> Iterator[str]:
    """The URL of a new server's database. Skips the test where none is installed."""
    try:
        import psycopg  # noqa: F401
    except ImportError:
        pytest.skip("psycopg is not installed")
    bin_ = programs()
    if bin_ is None:
        pytest.skip("PostgreSQL is not installed")
    home = Path(mkdtemp(prefix="cenotaph-pg-"))
    user = _somebody()
    if user:
        shutil.chown(home, user)
    settings = f"-k {home} -c listen_addresses= -c fsync=off -c max_connections=40"
    try:
        _run(user, bin_ / "initdb", "-D", home / "data", "-U", "cenotaph", "-A", "trust", "-E", "UTF8",
             "--locale=C.UTF-8", "--no-sync")  # fmt: skip
        _run(user, bin_ / "pg_ctl", "-D", home / "data", "-l", home / "log", "-w", "-o", settings, "start")
        try:
            yield f"postgresql://cenotaph@/postgres?host={quote(str(home), safe='')}"
        finally:
            _run(user, bin_ / "pg_ctl", "-D", home / "data", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


def new_schema(url: str) -> str:
    """The URL of an empty schema in the server's database."""
    import psycopg

    name = f"test_{os.getpid()}_{next(_numbers)}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
    return f"{url}&options=-csearch_path%3D{name}"


def _somebody() -> str | None:
    """PostgreSQL does not run as root: the user to run it as, None for ourselves."""
    if os.geteuid() != 0:
        return None
    import pwd

    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in _NOBODY if name in known)


def _run(user: str | None, *command: str | Path) -> None:
    subprocess.run(
        command, user=user, check=True, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
