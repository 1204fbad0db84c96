"""The benchmark of what a ledger stands, with small numbers: killed, changed by single bytes, written by several at once."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "benchmarks" / "evidence"
RUNS = {
    "kill": (["--rounds", "6"], "nothing lost, nothing doubled, all completed"),
    "change": (["--places", "24"], "single-byte changes found"),
    "write": (["--writers", "3", "--claims", "1200"], "holds"),
}


@pytest.mark.parametrize("what", RUNS)
def test_nothing_is_lost_doubled_or_passed_over(what: str) -> None:
    numbers, sentence = RUNS[what]
    run = subprocess.run(
        [sys.executable, SCRIPT, what, *numbers], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert sentence in run.stdout or "is not installed" in run.stdout
