"""Reports go in once, in order, whatever happens to one of them on the way."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from cenotaph.ledger import ClaimFilter, Ledger
from cenotaph.problems import Problem
from cenotaph.run import Count, Outcome, Repeat, Result, find_reports, read_into
from cenotaph.run import local as local_run

pytestmark = pytest.mark.usefixtures("plain_finder")


def report(path: Path, number: int, *, text: str | None = None) -> Path:
    path.write_text(text or f"{number} soldiers were killed near Irpin, the mayor said.")
    return path


def lines(path: Path, *records: Mapping[str, object]) -> str:
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    return str(path)


def told(outcomes: Iterable[Outcome]) -> list[object]:
    """An outcome in one word each: a report's id with its lower bounds, a problem's code, or "again"."""
    short: list[object] = []
    for outcome in outcomes:
        if isinstance(outcome, Result):
            short.append((outcome.document.report.id, [claim.low for claim in outcome.found.claims]))
        else:
            short.append(outcome.code if isinstance(outcome, Problem) else "again")
    return short


def in_ledger(path: Path) -> list[tuple[str, int | None]]:
    with Ledger(path) as ledger:
        return [(claim.report, claim.low) for claim, _ in ledger.claims(ClaimFilter())]


def test_reports_and_problems_come_in_the_order_of_the_paths(tmp_path: Path) -> None:
    paths = [report(tmp_path / "b.txt", 7), tmp_path / "none.txt", report(tmp_path / "a.txt", 3)]
    assert told(find_reports([str(path) for path in paths])) == [("b", [7]), "read.missing", ("a", [3])]


def test_a_report_that_breaks_the_finder_is_a_problem_and_the_others_go_on(tmp_path: Path) -> None:
    for number, text in enumerate([None, "BREAK", None]):
        report(tmp_path / f"{number}.txt", number, text=text)
    results = [one for one in find_reports([str(tmp_path)]) if isinstance(one, Result)]
    assert [len(one.found.claims) for one in results] == [1, 0, 1]
    (problem,) = results[1].found.problems
    assert problem.code == "find.failed"
    assert "(ValueError: a rule went wrong)" in problem.message


def test_claims_without_a_date_are_a_problem_of_their_report(tmp_path: Path) -> None:
    text = "4 medics were killed near Izium, the mayor said."
    path = lines(tmp_path / "x.jsonl", {"id": "dated", "text": text, "published": "2022-03-13"},
                 {"id": "undated", "text": text}, {"id": "quiet", "text": "Nothing happened."})  # fmt: skip
    results = [one for one in find_reports([path]) if isinstance(one, Result)]
    assert [[problem.code for problem in one.found.problems] for one in results] == [
        [],
        ["report.no-date"],
        [],
    ]


def test_another_report_with_the_same_id_is_kept_under_its_own(tmp_path: Path) -> None:
    text = "{} soldiers were killed near Irpin, the mayor said."
    path = lines(tmp_path / "x.jsonl", *({"id": "a", "text": text.format(n)} for n in (5, 6, 5)))
    first, problem, second, again = find_reports([path])
    assert isinstance(first, Result) and isinstance(second, Result)
    assert isinstance(problem, Problem) and problem.code == "report.same-id"
    assert second.document.report.id == f"a@{second.document.raw.sha256[:8]}"
    assert second.document.report.id in problem.message
    assert [claim.report for claim in second.found.claims] == [second.document.report.id]
    assert isinstance(again, Repeat)


@pytest.mark.parametrize("at_once", [True, False])
def test_the_same_id_is_seen_across_runs_too(tmp_path: Path, *, at_once: bool) -> None:
    ledger = tmp_path / "l.sqlite"
    one = lines(tmp_path / "one.jsonl", {"id": "a", "text": "5 men were killed near Irpin, the mayor said."})
    two = lines(tmp_path / "two.jsonl", {"id": "a", "text": "6 men were killed near Irpin, the mayor said."})
    codes = [x for run in ([[one, two]] if at_once else [[one], [two]]) for x in told(read_into(ledger, run))]
    assert codes[1] == "report.same-id"
    (first, low), (second, other) = in_ledger(ledger)
    assert (first, low, other) == ("a", 5, 6)
    assert second.startswith("a@")
    assert told(read_into(ledger, [one, two])) == ["again", "again"]


def test_reading_again_adds_nothing(tmp_path: Path) -> None:
    ledger = tmp_path / "l.sqlite"
    source = str(report(tmp_path / "a.txt", 3))
    assert told(read_into(ledger, [source])) == [("a", [3])]
    assert told(read_into(ledger, [source])) == ["again"]
    assert in_ledger(ledger) == [("a", 3)]


def test_the_same_bytes_under_another_name_add_nothing_and_are_named(tmp_path: Path) -> None:
    ledger = tmp_path / "l.sqlite"
    one, two = report(tmp_path / "a.txt", 3), report(tmp_path / "b.txt", 3)
    assert told(read_into(ledger, [str(one), str(two)])) == [("a", [3]), "report.same-bytes"]
    assert in_ledger(ledger) == [("a", 3)]


def test_a_newer_finder_goes_over_the_reports_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = tmp_path / "l.sqlite"
    source = lines(tmp_path / "x.jsonl", *({"id": "a", "text": f"{n} men were killed near Irpin, the mayor said."}
                                           for n in (5, 6)))  # fmt: skip
    list(read_into(ledger, [source]))
    before = in_ledger(ledger)
    monkeypatch.setattr(local_run, "finder_version", lambda: "rules/next")
    assert told(read_into(ledger, [source])) == [(name, [low]) for name, low in before]
    assert in_ledger(ledger) == before
    with sqlite3.connect(ledger) as connection:
        assert connection.execute("SELECT count(*), count(superseded_by) FROM finding").fetchone() == (4, 2)


def test_batches_are_filed_one_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_run, "_BATCH_REPORTS", 2)
    paths = [str(report(tmp_path / f"{n}.txt", n)) for n in range(1, 6)]
    running = read_into(tmp_path / "l.sqlite", paths)
    next(running)
    assert in_ledger(tmp_path / "l.sqlite") == [("1", 1), ("2", 2)]
    running.close()
    assert told(read_into(tmp_path / "l.sqlite", paths)) == [
        "again",
        "again",
        ("3", [3]),
        ("4", [4]),
        ("5", [5]),
    ]


def test_counts(tmp_path: Path) -> None:
    count = Count()
    paths = [str(report(tmp_path / "a.txt", 3)), str(tmp_path / "none.txt")]
    for outcome in find_reports(paths):
        count.add(outcome)
    assert str(count) == "1 report, 1 claim, 0 handlings"
    assert (count.problems, count.lost) == (2, 1)
