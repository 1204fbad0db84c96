"""The benchmark runs, finds the planted copies, and its traps are none too easy to fall into."""

import subprocess
import sys
from pathlib import Path

BENCHMARK = Path(__file__).parents[2] / "benchmarks/echo"


def test_the_benchmark_prints_recall_and_precision(tmp_path: Path) -> None:
    command = [
        sys.executable,
        str(BENCHMARK),
        "--reports",
        "400",
        "--pairs",
        "4",
        "--tools",
        "cenotaph,absent",
    ]
    done = subprocess.run([*command, "--corpus", str(tmp_path)], capture_output=True, text=True, check=True)
    head, ours, absent = done.stdout.splitlines()
    recall = dict(zip(head.split()[6:], ours.split()[6:], strict=False))
    assert [float(recall[level]) for level in ("copy90", "copy60", "copy30", "claim")] == [1, 1, 1, 1]
    assert float(ours.split()[5]) > 0.8
    assert absent.startswith("absent")
    kinds = {
        line.split(b'"kind":"')[1].split(b'"')[0]
        for line in (tmp_path / "corpus.jsonl").read_bytes().splitlines()
    }
    assert {b"brief", b"spliced", b"real", b"source"} <= kinds
