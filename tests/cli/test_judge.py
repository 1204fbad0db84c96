"""`cenotaph judge`: one judgement, a sheet, the history, and what the page of a claim tells of them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]
WHO = ("--by", "A. Lenz", "--reason", "four on the page")


def test_a_correction_is_shown_with_what_was_found(run: Run, reports: Path) -> None:
    run("read", reports)
    done = run("judge", "a-0", "correct", "--low", "4", *WHO, "--format", "jsonl")
    assert (done.code, done.rows[0]["fields"]) == (0, {"low": 4})
    page = run("show", "a-0").out
    for words in ("4–5", "corrected", "found was 5: four on the page", "correct by A. Lenz"):
        assert words in page
    assert "a-0 ✎" in run("claims").out
    assert [row["id"] for row in run("claims", "--verdict", "corrected", "--format", "jsonl").rows] == ["a-0"]


def test_the_history_is_read_oldest_first_with_what_was_undone_in_brackets(run: Run, reports: Path) -> None:
    run("read", reports)
    assert "Nobody has judged anything" in run("judge", "--history").out
    run("judge", "a-0", "reject", *WHO)
    run("judge", "a-0", "undo", *WHO)
    lines = run("judge", "--history", "a-0").out.splitlines()
    assert ["(reject)" in lines[2], " undo " in lines[3], "undoes" in lines[3]] == [True] * 3


def test_a_sheet_says_what_it_could_not_file(run: Run, reports: Path, tmp_path: Path) -> None:
    run("read", reports)
    (tmp_path / "s.csv").write_text("id,verdict,reason,low\na-0,correct,four,4\nb-11,correct,none,some\n")
    done = run("judge", "--sheet", "s.csv", "--by", "A. Lenz")
    assert (done.code, done.said) == (
        1,
        ["cenotaph: s.csv:3: 'some' is no number of people for low; write digits, or null for open."],
    )
    assert "low 4" in done.out


def test_wrong_use_is_told(run: Run, reports: Path) -> None:
    run("read", reports)
    for arguments, words in {
        ("a-0",): "Name an ID and a VERDICT",
        ("a-0", "keep", *WHO): "'keep' is no verdict",
        ("a-0", "accept", "--by", "A"): "needs a reason",
        ("a-0", "accept", *WHO, "--seen", "0"): "no longer what A. Lenz saw",
        ("--sheet", "nowhere.csv"): "cannot be read",
    }.items():
        done = run("judge", *arguments)
        assert done.code == 2
        assert words in done.err
