"""What is filed comes back, once, and nothing is overwritten."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from cenotaph.ledger import ClaimFilter, Filing, HandlingFilter, Ledger, LedgerError, Store
from cenotaph.model import Handling, Place, Span
from cenotaph.problems import Problem

Make = Callable[..., Filing]
HANDLING = Handling(
    id="beef01",
    report="a",
    quote="the dead were taken to the morgue by train",
    start=0,
    end=12,
    cargo="dead",
    action="moved",
    facility="the morgue",
    place=None,
    from_place=None,
    to_place="Homel",
    means=("train",),
    sources=("a guard", "Radio Polonia"),
    stance="doubted",
    rules=("handling.moved",),
)
ODD = Problem("find.odd", "The figure is odd; look at it.", "a", "a", Span(3, 5))
BROKEN = Problem("read.json", "days.jsonl:3 is not JSON; mend it.", "days.jsonl:3")


def file(path: Path, *filings: Filing, finder: str = "f/1", problems: tuple[Problem, ...] = ()) -> None:
    with Store(path) as store:
        store.file(filings, problems, finder)


def count(path: Path, table: str) -> int:
    with sqlite3.connect(path) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_everything_comes_back_as_it_was_filed(path: Path, filing: Make) -> None:
    homel = Place("geonames:627907", "Homyel'", "city", "BY", 52.43, 30.98)
    filed = replace(filing(), handlings=(HANDLING,), problems=(ODD,), places=(homel,))
    file(path, filed)
    with Ledger(path) as ledger:
        assert list(ledger.claims(ClaimFilter())) == [(filed.claims[0], filed.report)]
        assert list(ledger.handlings(HandlingFilter())) == [(HANDLING, filed.report)]
        assert list(ledger.problems()) == [ODD]
        assert ledger.place(filed.claims[0].place_key) == homel
        assert ledger.place("geonames:1") is ledger.place(None) is None
        assert ledger.raw(filed.raw.sha256) == filed.raw.data


def test_long_bytes_come_back_from_their_packed_form(path: Path, filing: Make) -> None:
    filed = filing(text="A quiet day at the front. " * 900)
    file(path, filed)
    with Ledger(path) as ledger:
        assert ledger.raw(filed.raw.sha256) == filed.raw.data
    with sqlite3.connect(path) as connection:
        packed = connection.execute("SELECT packing, length(body) < size FROM raw").fetchone()
    assert packed == ("zlib", 1)


def test_filing_twice_adds_nothing(path: Path, filing: Make) -> None:
    file(path, filing(), filing("b", "Other words."))
    before = path.read_bytes()
    file(path, filing(), filing("b", "Other words."))
    assert [count(path, table) for table in ("raw", "report", "finding", "claim")] == [2, 2, 2, 2]
    assert len(path.read_bytes()) == len(before)


def test_one_report_twice_in_a_batch_is_filed_once(path: Path, filing: Make) -> None:
    file(path, filing(), filing())
    assert count(path, "report") == count(path, "claim") == 1


def test_a_newer_finder_supersedes_and_keeps_what_the_older_one_found(path: Path, filing: Make) -> None:
    file(path, filing(low=12))
    file(path, filing(low=13), finder="f/2")
    with Ledger(path) as ledger:
        assert [claim.low for claim, _ in ledger.claims(ClaimFilter())] == [13]
    with sqlite3.connect(path) as connection:
        kept = connection.execute(
            "SELECT c.low, f.finder, f.superseded_by FROM claim AS c JOIN finding AS f ON f.seq = c.finding"
        ).fetchall()
    assert kept == [(12, "f/1", 2), (13, "f/2", None)]


def test_bytes_that_a_reader_now_reads_otherwise_supersede_the_report(path: Path, filing: Make) -> None:
    file(path, filing(text="Old reading.", data=b"<p>page</p>"))
    file(path, filing(text="New reading.", data=b"<p>page</p>"))
    with Ledger(path) as ledger:
        assert [report.text for report, _ in ledger.reports()] == ["New reading."]
        assert [report.text for _, report in ledger.claims(ClaimFilter())] == ["New reading."]
    assert count(path, "report") == 2
    assert count(path, "raw") == 1


def test_known_reports_are_named_with_the_finder_that_did_them(path: Path, filing: Make) -> None:
    filed = filing()
    with Store(path) as store:
        store.file([filed], [], "f/1")
        known = store.known([filed.key, "0" * 64])
        assert {key: (one.id, one.finder) for key, one in known.items()} == {filed.key: ("a", "f/1")}
        assert store.named(["a", "z"]) == {"a": filed.raw.sha256}


def test_a_reading_problem_stands_until_its_source_is_read_without_it(path: Path, filing: Make) -> None:
    missing = Problem("read.missing", "a.txt does not exist; check the path.", "a.txt")
    file(path, problems=(missing, BROKEN))
    file(path, problems=(missing, BROKEN))
    with Ledger(path) as ledger:
        assert list(ledger.problems()) == [missing, BROKEN]
    file(path, filing("a"))
    with Ledger(path) as ledger:
        assert list(ledger.problems()) == [BROKEN]
    file(path, problems=(missing,))
    with Ledger(path) as ledger:
        assert list(ledger.problems()) == [missing, BROKEN]


def test_a_batch_that_does_not_fit_leaves_nothing_of_itself(path: Path, filing: Make) -> None:
    store = Store(path)
    store.file([filing("a")], [], "f/1")
    limit = store._connection.execute("PRAGMA page_count").fetchone()[0] + 4
    store._connection.execute(f"PRAGMA max_page_count = {limit}")
    with pytest.raises(LedgerError, match="is full"):
        store.file([filing(f"r{i}", f"Report {i}. " + "x" * 900) for i in range(200)], [], "f/1")
    store.close()
    with Ledger(path) as ledger:
        assert [report.id for report, _ in ledger.reports()] == ["a"]


def test_a_closed_ledger_is_one_file(path: Path, filing: Make) -> None:
    file(path, filing())
    with Ledger(path) as ledger:
        assert len(list(ledger.reports())) == 1
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
