"""What is filed comes back, once, and nothing is overwritten."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from cenotaph.ledger import ClaimFilter, Filing, HandlingFilter, Ledger, LedgerError, LedgerName, Store
from cenotaph.ledger.connection import open_to_read
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


def file(name: LedgerName, *filings: Filing, finder: str = "f/1", problems: tuple[Problem, ...] = ()) -> None:
    with Store(name) as store:
        store.file([*filings, *problems], finder)
        store.finish()


def rows(name: LedgerName, sql: str) -> list[tuple[Any, ...]]:
    with closing(open_to_read(name)) as connection:
        return connection.rows(sql)


def count(name: LedgerName, table: str) -> int:
    return int(rows(name, f"SELECT count(*) FROM {table}")[0][0])


def test_everything_comes_back_as_it_was_filed(ledger_name: LedgerName, filing: Make) -> None:
    homel = Place("geonames:627907", "Homyel'", "city", "BY", 52.43, 30.98)
    filed = replace(filing(), handlings=(HANDLING,), problems=(ODD,), places=(homel,))
    file(ledger_name, filed)
    with Ledger(ledger_name) as ledger:
        assert list(ledger.claims(ClaimFilter())) == [(filed.claims[0], filed.report)]
        assert list(ledger.handlings(HandlingFilter())) == [(HANDLING, filed.report)]
        assert list(ledger.problems()) == [ODD]
        assert ledger.place(filed.claims[0].place_key) == homel
        assert ledger.place("geonames:1") is ledger.place(None) is None
        assert ledger.raw(filed.raw.sha256) == filed.raw.data


def test_long_bytes_come_back_from_their_packed_form(ledger_name: LedgerName, filing: Make) -> None:
    filed = filing(text="A quiet day at the front. " * 900)
    file(ledger_name, filed)
    with Ledger(ledger_name) as ledger:
        assert ledger.raw(filed.raw.sha256) == filed.raw.data
    ((packing, size, packed),) = rows(ledger_name, "SELECT packing, size, length(body) FROM raw")
    assert (packing, packed < size) == ("zlib", True)


def test_filing_twice_adds_nothing(ledger_name: LedgerName, filing: Make) -> None:
    file(ledger_name, filing(), filing("b", "Other words."))
    file(ledger_name, filing(), filing("b", "Other words."))
    assert [count(ledger_name, table) for table in ("raw", "report", "finding", "claim")] == [2, 2, 2, 2]


def test_one_report_twice_in_a_batch_is_filed_once(ledger_name: LedgerName, filing: Make) -> None:
    file(ledger_name, filing(), filing())
    assert count(ledger_name, "report") == count(ledger_name, "claim") == 1


def test_a_newer_finder_supersedes_and_keeps_what_the_older_one_found(
    ledger_name: LedgerName, filing: Make
) -> None:
    file(ledger_name, filing(low=12))
    file(ledger_name, filing(low=13), finder="f/2")
    with Ledger(ledger_name) as ledger:
        assert [claim.low for claim, _ in ledger.claims(ClaimFilter())] == [13]
    sql = "SELECT c.low, f.finder, f.superseded_by FROM claim AS c JOIN finding AS f ON f.seq = c.finding ORDER BY f.seq"
    assert rows(ledger_name, sql) == [(12, "f/1", 2), (13, "f/2", None)]


def test_bytes_that_a_reader_now_reads_otherwise_supersede_the_report(
    ledger_name: LedgerName, filing: Make
) -> None:
    file(ledger_name, filing(text="Old reading.", data=b"<p>page</p>"))
    file(ledger_name, filing(text="New reading.", data=b"<p>page</p>"))
    with Ledger(ledger_name) as ledger:
        assert [report.text for report, _ in ledger.reports()] == ["New reading."]
        assert [report.text for _, report in ledger.claims(ClaimFilter())] == ["New reading."]
    assert count(ledger_name, "report") == 2
    assert count(ledger_name, "raw") == 1


def test_known_reports_are_named_with_the_finder_that_did_them(ledger_name: LedgerName, filing: Make) -> None:
    filed = filing()
    with Store(ledger_name) as store:
        store.file([filed], "f/1")
        known = store.known([filed.key, "0" * 64])
        assert {key: (one.id, one.finder) for key, one in known.items()} == {filed.key: ("a", "f/1")}
        assert store.named(["a", "z"]) == {"a": filed.raw.sha256}


def test_a_reading_problem_stands_until_its_source_is_read_without_it(
    ledger_name: LedgerName, filing: Make
) -> None:
    missing = Problem("read.missing", "a.txt does not exist; check the path.", "a.txt")
    file(ledger_name, problems=(missing, BROKEN))
    file(ledger_name, problems=(missing, BROKEN))
    with Ledger(ledger_name) as ledger:
        assert list(ledger.problems()) == [missing, BROKEN]
    file(ledger_name, filing("a"))
    with Ledger(ledger_name) as ledger:
        assert list(ledger.problems()) == [BROKEN]
    file(ledger_name, problems=(missing,))
    with Ledger(ledger_name) as ledger:
        assert list(ledger.problems()) == [missing, BROKEN]


def test_a_batch_that_does_not_fit_leaves_nothing_of_itself(path: Path, filing: Make) -> None:
    store = Store(path)
    store.file([filing("a")], "f/1")
    limit = store.connection.rows("PRAGMA page_count")[0][0] + 4
    store.connection.execute(f"PRAGMA max_page_count = {limit}")
    with pytest.raises(LedgerError, match="is full"):
        store.file([filing(f"r{i}", f"Report {i}. " + "x" * 900) for i in range(200)], "f/1")
    store.close()
    with Ledger(path) as ledger:
        assert [report.id for report, _ in ledger.reports()] == ["a"]


def test_a_closed_ledger_is_one_file(path: Path, filing: Make) -> None:
    file(path, filing())
    with Ledger(path) as ledger:
        assert len(list(ledger.reports())) == 1
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("text", ["A\x00B", "\ufdd0 and \ufdd00 and \x00", "'; -- \\ % ?", "🕯️ Мозырь"])
def test_any_text_comes_back_letter_by_letter(ledger_name: LedgerName, filing: Make, text: str) -> None:
    filed = filing(text=text, place=text, names=(text,))
    file(ledger_name, filed)
    with Ledger(ledger_name) as ledger:
        assert list(ledger.claims(ClaimFilter())) == [(filed.claims[0], filed.report)]
        assert len(list(ledger.claims(ClaimFilter(place=text)))) == 1
