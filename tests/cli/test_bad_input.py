"""Whatever is wrong with what is given: one clear sentence, the right exit code, the other reports read."""

import ctypes
import io
import json
import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cenotaph.ledger.sqlite import APPLICATION_ID

Run = Callable[..., Any]
GOOD = "5 soldiers were killed near Irpin, the mayor said."


def test_a_missing_path(run: Run, reports: Path) -> None:
    done = run("find", "nowhere", reports, "--format", "jsonl")
    assert (done.code, done.said) == (1, ["cenotaph: nowhere does not exist; check the path."])
    assert len(done.rows) == 2


def test_an_empty_file(run: Run, reports: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    done = run("read", "empty.txt", reports, "--format", "jsonl")
    assert (done.code, len(done.said), len(done.rows)) == (1, 1, 2)
    assert "empty.txt is empty" in done.err


def test_a_broken_line_among_a_thousand(run: Run, tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(n), "text": GOOD, "published": "2022-03-13"}) for n in range(1000)]
    lines[612] = lines[612][:-9]
    (tmp_path / "days.jsonl").write_text("\n".join(lines))
    done = run("find", "days.jsonl", "--format", "jsonl")
    assert (done.code, len(done.rows), len(done.said)) == (1, 999, 1)
    assert "days.jsonl:613 is not valid JSON" in done.err
    assert run("read", "days.jsonl").code == 1
    assert [row["code"] for row in run("problems", "--format", "jsonl").rows] == ["read.json"]
    assert len(run("reports", "--format", "jsonl").rows) == 999


def test_a_report_with_no_date(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    done = run("read", "a.txt", "--format", "jsonl")
    assert (done.code, len(done.rows), len(done.said)) == (0, 1, 1)
    assert "a has claims but no date" in done.err


def test_two_reports_with_one_id(run: Run, tmp_path: Path) -> None:
    lines = [json.dumps({"id": "a", "text": GOOD + end, "published": "2022-03-13"}) for end in ("", " More.")]
    (tmp_path / "two.jsonl").write_text("\n".join(lines))
    done = run("read", "two.jsonl")
    assert (done.code, len(done.said)) == (0, 1)
    assert "two.jsonl:2 has the id a of another report with other bytes" in done.err
    ids = [row["report"] for row in run("claims", "--format", "jsonl").rows]
    assert len(set(ids)) == 2


def test_a_report_that_breaks_the_finder(run: Run, reports: Path, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("BREAK")
    done = run("read", "x.txt", reports, "--format", "jsonl")
    assert (done.code, len(done.rows), len(done.said)) == (1, 2, 1)


def test_many_problems_are_counted_not_listed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text("{\n" * 50)
    (tmp_path / "y.txt").touch()
    said = run("find", "x.jsonl", "y.txt").said
    assert said[-2:] == [
        "cenotaph: y.txt is empty, so there is nothing to read in it.",
        "cenotaph: and 45 more problems (45 × read.json).",
    ]
    assert len(said) == 7


def test_an_empty_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    done = run("find", "-")
    assert (done.code, done.said) == (
        1,
        ["cenotaph: standard input is empty, so there is nothing to read in it."],
    )


@pytest.mark.parametrize(
    ("verb", "content", "sentence"),
    [
        ("read", b"Twelve were killed. " * 100, "is not a Cenotaph ledger"),
        ("claims", b"Twelve were killed. " * 100, "is not a Cenotaph ledger"),
        ("claims", None, "There is no ledger at other.sqlite"),
        ("show", None, "There is no ledger at other.sqlite"),
    ],
)
def test_a_file_that_is_no_ledger(
    run: Run, reports: Path, tmp_path: Path, verb: str, content: bytes | None, sentence: str
) -> None:
    path = tmp_path / "other.sqlite"
    if content:
        path.write_bytes(content)
    arguments: dict[str, list[object]] = {"read": [reports], "claims": [], "show": ["abc"]}
    done = run(verb, *arguments[verb], "--ledger", "other.sqlite")
    assert (done.code, len(done.said), done.out) == (2, 1, "")
    assert sentence in done.err
    assert not content or path.read_bytes() == content


@pytest.mark.parametrize("verb", ["read", "claims"])
def test_a_ledger_of_a_newer_version(run: Run, reports: Path, verb: str) -> None:
    with sqlite3.connect("new.sqlite") as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 99")
        connection.execute("CREATE TABLE report (x)")
    arguments = [verb, reports] if verb == "read" else [verb]
    done = run(*arguments, "--ledger", "new.sqlite")
    assert (done.code, len(done.said)) == (2, 1)
    assert "is a ledger of version 99" in done.err
    assert "update Cenotaph" in done.err


def test_a_ledger_in_no_folder(run: Run, reports: Path) -> None:
    done = run("read", reports, "--ledger", "nowhere/l.sqlite")
    assert (done.code, len(done.said)) == (2, 1)
    assert "check that its folder exists" in done.err


def without_powers() -> None:
    """The superuser's process must ask for permission like any other (PR_CAPBSET_DROP of CAP_DAC_OVERRIDE)."""
    if os.geteuid() == 0:
        ctypes.CDLL(None).prctl(24, 1, 0, 0, 0)


def test_an_unwritable_ledger(run: Run, reports: Path, tmp_path: Path) -> None:
    run("read", reports)
    (tmp_path / "more.txt").write_text(GOOD)
    (tmp_path / "cenotaph.sqlite").chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        for arguments, code, sentence in (
            (["read", "more.txt"], 2, "cannot be written; check the permissions"),
            (
                ["read", "more.txt", "--ledger", "new.sqlite"],
                2,
                "cannot be opened; check that its folder exists",
            ),
            (["claims", "--format", "jsonl"], 0, ""),
        ):
            command = [sys.executable, "-m", "cenotaph", *arguments]
            done = subprocess.run(
                command, capture_output=True, text=True, check=False, preexec_fn=without_powers
            )
            assert (done.returncode, len(done.stderr.splitlines())) == (code, int(code > 0)), done.stderr
            assert sentence in done.stderr
            assert len(done.stdout.splitlines()) == (0 if code else 2)
    finally:
        tmp_path.chmod(0o755)


def small_files() -> None:
    """No file of this process grows beyond 2 MB: the disk is full."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))


def test_a_full_disk(run: Run, tmp_path: Path) -> None:
    lines = (json.dumps({"id": str(n), "text": f"{'Quiet day. ' * 300} {n}"}) for n in range(800))
    (tmp_path / "days.jsonl").write_text("\n".join(lines))
    command = [sys.executable, "-m", "cenotaph", "read", "days.jsonl", "--format", "jsonl"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=small_files)
    said = [line for line in done.stderr.splitlines() if "no date" not in line]
    assert (done.returncode, len(said)) == (2, 1), done.stderr
    assert "free some space and run the same command again" in said[0]
    assert "Traceback" not in done.stderr
    again = subprocess.run(command, capture_output=True, text=True, check=False)
    assert again.returncode == 0
    assert len(run("reports", "--format", "jsonl").rows) == 800


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("format_", ["table", "jsonl", "csv"])
def test_output_onto_a_full_disk(run: Run, reports: Path, format_: str) -> None:
    run("read", reports)
    with open("/dev/full", "w") as full:
        command = [sys.executable, "-m", "cenotaph", "claims", "--format", format_]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
    assert "the output could not be written (No space left on device)" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["find"], "Missing argument"),
        (["claims", "--harm", "killd"], "is not one of"),
        (["claims", "--from", "March"], "is not a date; write it as"),
        (["claims", "--until", "2022-13"], "is not a date; write it as"),
        (["fnid", "x"], "No such command"),
        (["score", "none.jsonl", "none.jsonl"], "none.jsonl could not be opened"),
    ],
)
def test_wrong_use(run: Run, arguments: list[str], sentence: str) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert sentence in done.err
