"""Several processes give what one gives; a killed run leaves a whole ledger that the next run completes."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from cenotaph.run import Result, find_reports

COMMAND = [sys.executable, "-m", "cenotaph"]


def war_news(path: Path, count: int) -> Path:
    """`count` short reports; each tenth has a claim."""
    with path.open("w") as file:
        for number in range(count):
            line = "The market opened late and closed early. " * 8
            if number % 10 == 0:
                line += f"Shelling killed {number + 2} soldiers near Kharkiv on Friday, the governor said. "
            file.write(
                json.dumps({"id": f"r{number}", "text": line + str(number), "published": "2022-03-13"}) + "\n"
            )
    return path


def test_the_output_does_not_depend_on_the_number_of_processes(tmp_path: Path) -> None:
    source = str(war_news(tmp_path / "news.jsonl", 600))
    one, three = (
        [msgspec.json.encode(x.found) for x in find_reports([source], jobs=jobs) if isinstance(x, Result)]
        for jobs in (1, 3)
    )
    assert len(one) == 600
    assert one == three


def dump(ledger: Path) -> list[str]:
    connection = sqlite3.connect(ledger)
    try:
        # Where tracing keeps its index has a name of chance.
        return [line for line in connection.iterdump() if "VALUES('state'," not in line]
    finally:
        connection.close()


def whole(ledger: Path) -> int:
    """How many reports are in the ledger, having looked that each has its finding and nothing is damaged."""
    connection = sqlite3.connect(ledger)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        reports, findings, raws = (
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("report", "finding", "raw")
        )
        assert reports == findings == raws
        return int(reports)
    except sqlite3.OperationalError:
        return 0
    finally:
        connection.close()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_killed_again_and_again_the_ledger_stays_whole_and_is_completed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1647180000")
    source = war_news(tmp_path / "news.jsonl", 1200)
    ledger, undisturbed = tmp_path / "killed.sqlite", tmp_path / "undisturbed.sqlite"
    command = [*COMMAND, "read", str(source), "--jobs", jobs, "--ledger"]
    counts = []
    for delay in (0.3, 0.6, 0.9):
        running = subprocess.Popen([*command, str(ledger)], stdout=subprocess.DEVNULL, start_new_session=True)
        try:
            running.wait(delay)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            running.wait()
        counts.append(whole(ledger))
    assert counts == sorted(counts)
    for path in (ledger, undisturbed):
        subprocess.run([*command, str(path)], stdout=subprocess.DEVNULL, check=True)
    assert whole(ledger) == 1200
    assert dump(ledger) == dump(undisturbed)


def _heed_interrupts() -> None:
    """A shell starts what runs behind it with interrupts ignored; the tests may run there."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_keeps_what_was_filed_and_exits_130(tmp_path: Path) -> None:
    source = war_news(tmp_path / "news.jsonl", 300)
    ledger = tmp_path / "l.sqlite"
    command = [*COMMAND, "read", str(source), "-", "--ledger", str(ledger)]
    pipe = subprocess.PIPE
    running = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, preexec_fn=_heed_interrupts)  # noqa: PLW1509
    for _ in range(200):
        if ledger.exists() and whole(ledger) >= 256:
            break
        try:
            running.wait(0.05)
        except subprocess.TimeoutExpired:
            continue
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=30)
    assert running.returncode == 130
    assert b"what was filed stands" in said
    assert b"Traceback" not in said
    assert whole(ledger) == 256
