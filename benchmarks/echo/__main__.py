"""Echo finding, side by side: recall a level, precision, reports a CPU-second and peak memory, each tool in its own process.

usage: python benchmarks/echo [--reports N] [--pairs N] [--texts FOLDER] [--corpus FOLDER] [--rounds N] [--tools A,B] [--growth N,N]

Without --texts the articles come from a grammar; with it from the .txt and .jsonl files of a folder. --corpus keeps the
corpus there (and takes one that already stands there). Times and memory are medians over the rounds (A B C, A B C, ...).
Memory is each process's peak, the texts included; kB a report is that peak over the reports. Beside each tool stands how many times
as fast Cenotaph was in the same run. Needs rensa, datasketch and gaoya (dependency group `bench`). The tool datasketch-3-words is left out by
default: it takes a quarter of an hour. --growth traces the first N reports of the corpus for each N and tells how time and memory grow.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from math import log
from pathlib import Path
from statistics import median
from typing import Any

import msgspec
from corpus import LEVELS, Planter, Row, write_corpus

TOOLS = "cenotaph,rensa,rensa-3-words,datasketch,gaoya,scan"


def main() -> None:
    """Make the corpus, run the tools, print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reports", type=int, default=50_000)
    parser.add_argument("--pairs", type=int, default=500)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--tools", default=TOOLS)
    parser.add_argument("--growth", metavar="N,N")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.corpus or Path(scratch)
        if not (folder / "corpus.jsonl").exists():
            write_corpus(
                Planter(options.seed, options.texts).build(options.reports, options.pairs),
                folder,
                options.seed,
            )
        if options.growth:
            grow(folder, [int(one) for one in options.growth.split(",")])
        else:
            compare(folder, options.tools.split(","), options.rounds)


def grow(folder: Path, sizes: list[int]) -> None:
    """Trace ever more reports, each number in a process of its own; the exponents of time and memory since the first."""
    first: dict[str, Any] | None = None
    for size in sizes:
        result = run("cenotaph", folder, size)
        if result is None:
            return
        peak = result["peak_kib"] - result["texts_kib"]
        print(
            f"{result['reports']:8,} reports {result['cpu_s']:8.1f} CPU-s {peak / 1024:7.0f} MiB beside the texts",
            end="",
        )
        if first is None:
            first = result | {"peak": peak}
        else:
            steps = log(result["reports"] / first["reports"])
            of_time, of_memory = log(result["cpu_s"] / first["cpu_s"]), log(peak / first["peak"])
            told = (
                f"  exponent since the first {of_time / steps:.2f} of time, {of_memory / steps:.2f} of memory"
            )
            print(told, end="")
        print(flush=True)


def compare(folder: Path, tools: list[str], rounds: int) -> None:
    """Run each tool in turn, so often, and print a line for each."""
    runs: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for _ in range(rounds):
        for tool in tools:
            if (result := run(tool, folder)) is not None:
                runs[tool].append(result)
    print(
        f"{'tool':19}{'reports/CPU-s':>14}{'cenotaph':>10}{'MiB':>7}{'kB/report':>10}{'precision':>10}",
        *(f"{level[:11]:>12}" for level in LEVELS),
    )
    for tool in tools:
        if not runs[tool]:
            print(f"{tool:19} did not run; is it installed?")
            continue
        precision, recall, false = score(folder, tool)
        reports = runs[tool][0]["reports"]
        speed = reports / median(one["cpu_s"] for one in runs[tool])
        peak = median(one["peak_kib"] for one in runs[tool])
        ours = median(one["cpu_s"] for one in runs.get("cenotaph") or runs[tool])
        ratio = median(one["cpu_s"] for one in runs[tool]) / ours
        row = f"{tool:19}{speed:14.0f}{ratio:9.2f}x{peak / 1024:7.0f}{peak / reports:10.1f}{precision:10.3f}"
        print(row, *(f"{recall[level]:12.3f}" for level in LEVELS), " false:", dict(false.most_common(3)))


def run(tool: str, folder: Path, reports: int | None = None) -> dict[str, Any] | None:
    """What the tool's process printed; None where it failed, with its last words on stderr."""
    script = Path(__file__).with_name("tools.py")
    done = subprocess.run(
        [sys.executable, str(script), tool, str(folder), *([str(reports)] if reports else [])],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        print(done.stderr[-300:], file=sys.stderr)
        return None
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def score(folder: Path, tool: str) -> tuple[float, dict[str, float], Counter[str]]:
    """Precision over all pairs, recall of each level, and what the false pairs are."""
    rows = [
        msgspec.json.decode(line, type=Row) for line in (folder / "corpus.jsonl").read_bytes().splitlines()
    ]
    kinds = {row.id: row.kind for row in rows}
    truth = {(a, b): level for a, b, level in map(str.split, (folder / "truth.tsv").read_text().splitlines())}
    found = [tuple(line.split()) for line in (folder / f"{tool}.pairs.tsv").read_text().splitlines()]
    hits = Counter(truth[pair] for pair in found if pair in truth)
    false = Counter("-".join(sorted(kinds[one] for one in pair)) for pair in found if pair not in truth)
    planted = Counter(truth.values())
    recall = {level: hits[level] / max(1, planted[level]) for level in LEVELS}
    return sum(hits.values()) / max(1, len(found)), recall, false


if __name__ == "__main__":
    main()
