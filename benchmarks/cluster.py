"""The finding stage on a Spark cluster of one worker and of two: articles a second, start-up apart.

usage: python benchmarks/cluster.py [--articles N] [--workers 1,2] [--rounds N]

A standalone master on loopback with as many workers of one core each as are asked for, all on this machine, which must have as many cores free.
Each task reads 1 MiB of JSON lines, finds in it and writes Parquet, as `cenotaph read --spark` has it done. Before the clock starts, every worker
has done two tasks of its own, so that neither Java nor the rules have still to be loaded. The time is the wall's; the busy share says how much of it the
workers had the processor, and where it is far below 1 other work was in the way. Needs the extra `spark` and Java.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import monotonic, sleep
from typing import TYPE_CHECKING

import msgspec
from news import MIXES, Newsroom

from cenotaph.read import Part, parts_of
from cenotaph.run.spark.reading import do_part
from cenotaph.run.spark.session import spark

if TYPE_CHECKING:
    from pyspark import SparkContext

_PART_BYTES = 1 << 20
_WARMING = 2
_STARTED = re.compile(r"Starting Spark master at (spark://\S+)")
_PATIENCE = 60.0


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=24_000)
    parser.add_argument("--workers", default="1,2")
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    counts = [int(one) for one in options.workers.split(",")]
    with tempfile.TemporaryDirectory() as scratch:
        parts = written(Path(scratch), options.articles)
        print(f"{options.articles:,} articles in {len(parts)} tasks")
        rates = {count: measure(Path(scratch), parts, count, options) for count in counts}
    for count in counts[1:]:
        print(f"{count} workers are {rates[count] / rates[counts[0]]:.2f} times as fast as {counts[0]}")


def written(folder: Path, articles: int) -> list[Part]:
    """The articles as JSON lines, cut into the parts that are tasks."""
    file = folder / "articles.jsonl"
    with file.open("wb") as out:
        for report in Newsroom(7).articles(articles, MIXES["general"]):
            out.write(msgspec.json.encode(report) + b"\n")
    return [part for part in parts_of([str(file)], size=_PART_BYTES) if isinstance(part, Part)]


def measure(folder: Path, parts: list[Part], workers: int, options: argparse.Namespace) -> float:
    """Articles a second with so many workers, the median of the rounds."""
    with cluster(folder, workers) as master, spark(master) as context:
        run(context, parts[: _WARMING * workers] * 2, folder / "warming")
        rates = []
        for number in range(options.rounds):
            start = monotonic()
            busy = run(context, parts, folder / f"{workers}-{number}")
            took = monotonic() - start
            rates.append(options.articles / took)
            print(
                f"  {workers} worker{'s' * (workers > 1)}: {rates[-1]:6,.0f} articles a second,"
                f" {took:5.1f} s, busy {busy / took / workers:.2f}",
                flush=True,
            )
    return median(rates)


def run(context: "SparkContext", parts: list[Part], work: Path) -> float:
    """Do the parts, one a task; the seconds of processor time that the tasks took."""
    folder = str(work)

    def done(part: Part) -> float:
        from time import process_time

        start = process_time()
        do_part(part, Path(folder))
        return process_time() - start

    return float(context.parallelize(parts, len(parts)).map(done).sum())


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[str]:
    """The address of a master with so many workers, which are stopped at the end."""
    import pyspark

    home = Path(pyspark.__file__).parent
    environment = os.environ | {
        "SPARK_HOME": str(home), "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable,
        "SPARK_WORKER_DIR": str(folder / "workers"), "SPARK_NO_DAEMONIZE": "1", "PYTHONPATH": os.pathsep.join(sys.path),
    }  # fmt: skip
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    running: list[subprocess.Popen[bytes]] = []

    def start(name: str, kind: str, *arguments: str) -> Path:
        log = folder / f"{workers}-{name}.log"
        command = [str(home / "bin" / "spark-class"), f"org.apache.spark.deploy.{kind}"]
        with log.open("wb") as out:
            running.append(subprocess.Popen([*command, *arguments], env=environment, stdout=out, stderr=out))
        return log

    try:
        log = start("master", "master.Master", "--host", "127.0.0.1", "--port", "0", "--webui-port", "0")
        master = address(log)
        for number in range(workers):
            start(f"worker{number}", "worker.Worker", "--host", "127.0.0.1", "--cores", "1", "--memory", "1g",
                  "--webui-port", "0", master)  # fmt: skip
        registered(log, workers)
        yield master
    finally:
        for process in running:
            process.kill()
            process.wait()


def address(log: Path) -> str:
    """The master's address, once its log tells it."""
    return next(found[1] for found in map(_STARTED.search, grown(log)) if found)


def registered(log: Path, workers: int) -> None:
    """Wait until the master knows all its workers."""
    next(text for text in grown(log) if text.count("Registering worker") >= workers)


def grown(log: Path) -> Iterator[str]:
    """A log as it grows, for a minute."""
    until = monotonic() + _PATIENCE
    while monotonic() < until:
        yield log.read_text()
        sleep(0.1)
    raise SystemExit(f"Spark did not start within a minute:\n{log.read_text()}")


if __name__ == "__main__":
    main()
