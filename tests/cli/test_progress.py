"""What is on the terminal while reports are read, and what is not."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

FIND = [sys.executable, "-m", "cenotaph", "find", "news.jsonl", "--format", "jsonl"]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with one report that has one claim."""
    report = {
        "id": "a",
        "text": "Shelling killed five soldiers near Sumy, the mayor said.",
        "published": "2022-03-13",
    }
    (tmp_path / "news.jsonl").write_text(json.dumps(report))
    return tmp_path


def on_a_terminal(folder: Path, *, stdout: int | None) -> tuple[bytes, bytes]:
    """What `find` wrote to its output (a pipe or, if given, a file), and what to a terminal as its standard error."""
    ours, theirs = pty.openpty()
    try:
        done = subprocess.run(
            FIND, cwd=folder, stdout=subprocess.PIPE if stdout is None else stdout, stderr=theirs, check=True
        )
        os.write(theirs, b"end")
        return done.stdout or b"", os.read(ours, 100_000)
    finally:
        os.close(ours)
        os.close(theirs)


def test_rows_go_to_the_file_and_the_bar_to_the_terminal(news: Path) -> None:
    with (news / "rows.jsonl").open("wb") as file:
        _, shown = on_a_terminal(news, stdout=file.fileno())
    assert json.loads((news / "rows.jsonl").read_text())["low"] == 5
    assert b"1 report, 1 claim" in shown
    assert b"quantity_text" not in shown


def test_a_pager_has_the_terminal_to_itself(news: Path) -> None:
    rows, shown = on_a_terminal(news, stdout=None)
    assert json.loads(rows)["low"] == 5
    assert shown == b"end"
