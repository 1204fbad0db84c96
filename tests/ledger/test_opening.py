"""Files that are no ledger, or not one of ours, are told apart and left alone."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from cenotaph.ledger import Filing, Ledger, LedgerError, Store
from cenotaph.ledger.migrating import migrations
from cenotaph.ledger.sqlite import APPLICATION_ID

Make = Callable[..., Filing]


def text_file(path: Path) -> None:
    path.write_text("Twelve were killed, the governor said. " * 100)


def other_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")


def other_program(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA application_id = 42")
        connection.execute("PRAGMA user_version = 3")


@pytest.mark.parametrize("write", [text_file, other_database, other_program])
@pytest.mark.parametrize("opened", [Store, Ledger])
def test_another_kind_of_file_is_refused_and_left_as_it_was(
    path: Path, write: Callable[[Path], None], opened: Callable[[Path], object]
) -> None:
    write(path)
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="is not a Cenotaph ledger and was left as it is"):
        opened(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("opened", [Store, Ledger])
def test_a_newer_version_is_named(path: Path, opened: Callable[[Path], object]) -> None:
    newer = len(migrations()) + 1
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {newer}")
        connection.execute("CREATE TABLE report (x)")
    with pytest.raises(LedgerError, match=f"version {newer}.*update Cenotaph"):
        opened(path)


def test_nothing_there_to_look_at(path: Path) -> None:
    with pytest.raises(LedgerError, match=r"There is no ledger at .*make one with"):
        Ledger(path)


def test_no_folder_to_make_it_in(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="check that its folder exists"):
        Store(tmp_path / "nowhere" / "x.sqlite")


def test_an_empty_file_becomes_a_ledger(path: Path, filing: Make) -> None:
    path.touch()
    with Store(path) as store:
        store.file([filing()], "f/1")
    with Ledger(path) as ledger:
        assert len(list(ledger.reports())) == 1


def test_a_ledger_whose_making_was_cut_off_is_made_again(path: Path, filing: Make) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    with pytest.raises(LedgerError, match="is not a Cenotaph ledger"):
        Ledger(path)
    with Store(path) as store:
        store.file([filing()], "f/1")
    with Ledger(path) as ledger:
        assert len(list(ledger.reports())) == 1


def test_a_ledger_is_read_while_another_program_writes_it(path: Path, filing: Make) -> None:
    with Store(path) as store:
        store.file([filing()], "f/1")
        store.connection.execute("BEGIN IMMEDIATE")
        with Ledger(path) as ledger:
            assert len(list(ledger.reports())) == 1
        store.connection.execute("ROLLBACK")


def test_damage_is_a_sentence(path: Path, filing: Make) -> None:
    with Store(path) as store:
        store.file([filing(f"r{i}", f"Report {i}. " + "x" * 3000) for i in range(40)], "f/1")
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(LedgerError, match="is damaged"), Ledger(path) as ledger:
        list(ledger.reports())
