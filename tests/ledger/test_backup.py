"""Backups as the documentation has them, restored: the same ledger."""

import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from shutil import copyfile

import pytest
from tests.ledger.test_journal import filed as filed  # noqa: PLC0414
from tests.ledger.test_journal import verified
from tests.postgresql import new_schema, programs

from cenotaph.ledger import LedgerName
from cenotaph.ledger.connection import open_to_read
from cenotaph.ledger.journal import Head, head


def end(name: LedgerName) -> Head:
    with closing(open_to_read(name)) as connection:
        return head(connection)


@pytest.mark.parametrize("ledger_name", ["sqlite"], indirect=True)
@pytest.mark.parametrize("way", ["copied", "vacuumed"])
def test_a_file(filed: Path, tmp_path: Path, way: str) -> None:
    backup = tmp_path / "backup.sqlite"
    if way == "copied":
        copyfile(filed, backup)
    else:
        with closing(sqlite3.connect(filed)) as connection:
            connection.execute("VACUUM INTO ?", (str(backup),))
    assert (end(backup), verified(backup)[1]) == (end(filed), None)


@pytest.mark.parametrize("ledger_name", ["postgresql"], indirect=True)
def test_a_database(filed: str, postgresql: str, tmp_path: Path) -> None:
    schema = filed.rpartition("%3D")[2]
    bin_ = programs()
    assert bin_ is not None
    dump: list[str | Path] = [
        bin_ / "pg_dump",
        "--no-owner",
        "--schema",
        schema,
        "--file",
        tmp_path / "backup.sql",
        postgresql,
    ]
    subprocess.run(dump, check=True)
    before = end(filed)
    import psycopg

    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute("CREATE DATABASE restored")
    restored = postgresql.replace("/postgres?", "/restored?")
    restore: list[str | Path] = [
        bin_ / "psql",
        "-q",
        "-v",
        "ON_ERROR_STOP=1",
        "--dbname",
        restored,
        "--file",
        tmp_path / "backup.sql",
    ]
    subprocess.run(restore, check=True, stdout=subprocess.DEVNULL)
    name = f"{restored}&options=-csearch_path%3D{schema}"
    assert (end(name), verified(name)[1]) == (before, None)
    assert new_schema(restored)
