"""A ledger that was read is verified to its texts; what its readers no longer read alike is told."""

import json
from contextlib import closing
from pathlib import Path

import pytest
from tests.ledger.test_journal import unlocked
from tests.run.newer_reader import newer

from cenotaph.ledger import LedgerName, is_url, journal
from cenotaph.ledger.connection import open_to_read, open_to_write
from cenotaph.ledger.evidence import Evidence, digest
from cenotaph.ledger.verifying import Broken
from cenotaph.run import read_into
from cenotaph.run.verifying import Verified, verify_ledger

pytestmark = pytest.mark.usefixtures("plain_finder")
PAGES = Path(__file__).parents[1] / "read" / "pages"
SAMPLE = Path(__file__).parents[2] / "sample" / "reports"


def last(ledger: LedgerName) -> Verified | Broken:
    *_, one = verify_ledger(ledger)
    return one


def test_pages_of_all_kinds_are_read_again_to_the_same_text(tmp_path: Path) -> None:
    ledger = tmp_path / "l.sqlite"
    list(read_into(ledger, [str(PAGES), str(SAMPLE)]))
    done = last(ledger)
    assert isinstance(done, Verified)
    assert done.entries == done.of
    assert done.reports == done.read_again > 20


def test_a_text_that_its_bytes_do_not_give_is_named(ledger_name: LedgerName, tmp_path: Path) -> None:
    """Also where everything else was made to fit: the row's digest and the whole chain."""
    (tmp_path / "a.txt").write_text("5 guards were killed near Irpin, the mayor said.")
    list(read_into(ledger_name, [str(tmp_path / "a.txt")]))
    with closing(open_to_write(ledger_name)) as connection:
        unlocked(connection)
        connection.execute("UPDATE report SET text = replace(text, 'the mayor', 'the major')")
        rows = connection.rows("SELECT kind, subject, body FROM journal ORDER BY seq")
        connection.execute("DELETE FROM journal")
        for kind, subject, body in rows:
            fields = json.loads(body)
            lines = Evidence(connection).lines(kind, [fields])[0]
            journal.append(connection, kind, subject, {**fields, "rows": digest(lines)})
    found = last(ledger_name)
    assert isinstance(found, Broken)
    assert "its bytes, read again by text/1, give another text" in found.sentence


def test_a_reader_that_changed_is_counted_and_not_held_against_the_ledger(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = tmp_path / "l.sqlite"
    list(read_into(ledger, [str(SAMPLE)]))
    monkeypatch.setattr("cenotaph.run.rereading.read_bytes", newer)
    done = last(ledger)
    assert isinstance(done, Verified)
    assert (done.read_again, done.other_reader) == (0, done.reports)


def test_what_is_written_meanwhile_does_not_disturb(ledger_name: LedgerName, tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"5 guards were killed near Irpin, the mayor said. {name}")
    list(read_into(ledger_name, [str(tmp_path / "a.txt")]))
    steps = verify_ledger(ledger_name)
    next(steps)
    if is_url(ledger_name):
        list(read_into(ledger_name, [str(tmp_path / "b.txt")]))
    done = [*steps][-1]
    assert isinstance(done, Verified)
    with closing(open_to_read(ledger_name)) as connection:
        assert connection.rows("SELECT count(*) FROM report") == [(2 if is_url(ledger_name) else 1,)]
