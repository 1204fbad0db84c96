"""The verbs from Python."""

import json
from pathlib import Path

import pytest

from cenotaph import api
from cenotaph.problems import CenotaphError

pytestmark = pytest.mark.usefixtures("plain_finder")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two reports, and an empty file."""
    folder = tmp_path / "reports"
    folder.mkdir()
    folder.joinpath("a.txt").write_text("5 soldiers were killed near Irpin, the mayor said.")
    folder.joinpath("b.txt").write_text("9 medics were killed near Bucha, the governor said.")
    folder.joinpath("c.txt").touch()
    return folder


def test_find_gives_plain_rows_and_the_problems_beside_them(folder: Path) -> None:
    rows = api.find(folder)
    assert [(row["report"], row["low"], row["from"], row["sources"]) for row in rows] == [
        ("a", 5, None, ["the mayor"]),
        ("b", 9, None, ["the governor"]),
    ]
    assert all(type(row) is dict for row in rows)
    assert {problem.code for problem in rows.problems} == {"read.empty", "report.no-date"}
    assert api.find([folder / "b.txt", str(folder / "a.txt")])[0]["report"] == "b"
    assert api.find_handlings(folder) == []


def test_find_in_a_text() -> None:
    rows = api.find_in_text("7 men were killed near Sumy, the mayor said.", id="note", published="2022-03-13")
    assert [(row["report"], row["low"]) for row in rows] == [("note", 7)]
    assert rows.problems == []


def test_read_then_ask_the_ledger(folder: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "l.sqlite"
    count, problems = api.read(folder, ledger=ledger)
    assert (count.reports, count.claims, count.lost, len(problems)) == (2, 2, 1, 3)
    assert api.read(folder, ledger=ledger)[0].repeats == 2
    assert [row["report"] for row in api.claims(ledger, place="Bucha")] == ["b"]
    assert [row["report"] for row in api.claims(ledger, source="mayor", harm="killed")] == ["a"]
    assert api.handlings(ledger, cargo="dead") == []
    assert [row["claims"] for row in api.reports(ledger)] == [1, 1]
    assert len(api.problems(ledger)) == 3
    assert [(group.claimant, group.low) for group in api.summary(ledger)] == [
        ("the governor", 9),
        ("the mayor", 5),
    ]


def test_score(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in api.find(folder)))
    assert api.score(path, path).strict_f1 == 1.0
    path.write_text("")
    assert api.score_handlings(path, path).gold == 0


def test_a_ledger_that_is_not_there_raises(tmp_path: Path) -> None:
    with pytest.raises(CenotaphError, match="There is no ledger"):
        api.claims(tmp_path / "none.sqlite")
