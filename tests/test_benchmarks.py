"""The benchmarks run, on little: what they measure is not tested here, only that they still can."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def printed(script: str, *arguments: str) -> str:
    """What a benchmark prints."""
    command = [sys.executable, str(ROOT / script), *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def test_accuracy_measures_the_sample_and_names_what_is_absent(tmp_path: Path) -> None:
    told = printed("benchmarks/accuracy.py", "--gold", str(tmp_path))
    assert "found, F1" in told
    assert "seeds is left out" in told
    assert "muc4 is left out" in told


@pytest.mark.parametrize("arguments", [("--articles", "4", "--rounds", "1"), ("--memory", "20")])
def test_throughput_measures_find_and_read(arguments: tuple[str, ...]) -> None:
    told = printed("benchmarks/throughput.py", *arguments)
    assert "find" in told
    assert "read" in told


def test_reckoning_makes_a_ledger_and_tallies_it() -> None:
    told = printed("benchmarks/reckoning.py", "--claims", "60", "--last", "2")
    assert "ms a report" in told
    assert "filtered tally" in told


def test_the_committed_pdf_is_what_the_tool_writes(tmp_path: Path) -> None:
    printed("tools/sample_pdf.py", str(tmp_path / "made.pdf"))
    committed = ROOT / "sample/reports/monitoring-update.pdf"
    assert (tmp_path / "made.pdf").read_bytes() == committed.read_bytes()
