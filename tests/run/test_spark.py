"""On a cluster of two workers the ledger is the one that this process makes, also when a worker is lost half-way."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import msgspec
import pytest

from cenotaph.ledger.connection import open_to_read
from cenotaph.read import Part, parts_of, read_part, read_paths
from cenotaph.run import read_into
from cenotaph.run.catching_up import catch_up

pytest.importorskip("pyarrow")
_STARTED = re.compile(r"Starting Spark master at (spark://\S+)")


def written(path: Path, reports: int) -> Path:
    """Reports, among them some that are none and two of one name."""
    rows = [
        {
            "id": f"r{number if number != 7 else 3}", "outlet": "Hill Weekly", "published": "2024-03-05",
            "text": f"At least {number + 20} soldiers were killed near Lyman on Monday, the mayor said.",
        }
        for number in range(reports)
    ]  # fmt: skip
    lines = [msgspec.json.encode(row) for row in rows]
    lines[2:2] = [b"", b"no record", b'{"id": 5}']
    path.write_bytes(b"\n".join(lines) + b"\n")
    return path


def tabled(path: Path, reports: int) -> Path:
    """The same as a Parquet file of several row groups, its columns in another order and some of them of no use."""
    import pyarrow
    from pyarrow import parquet

    rows = [
        {"note": number, "text": f"Shelling killed {number + 2} people in Lyman, the mayor said.", "id": f"p{number}",
         "published": date(2024, 3, 5), "outlet": None if number == 5 else f"Outlet {number % 3}"}
        for number in range(reports)
    ]  # fmt: skip
    rows[3] |= {"text": None}
    parquet.write_table(pyarrow.Table.from_pylist(rows), path, row_group_size=4)
    return path


@pytest.fixture(autouse=True)
def one_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The journal notes the time, which is the one thing in which two ledgers of the same reports differ."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


def rows_of(ledger: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables, the journal with its hashes among them."""
    book = open_to_read(ledger)
    return {table: book.rows(f"SELECT * FROM {table}") for table in book.tables()}


@pytest.mark.parametrize("size", [1, 200, 1 << 20])
def test_parts_give_what_the_whole_gives(tmp_path: Path, size: int) -> None:
    path = written(tmp_path / "a.jsonl", 40)
    (tmp_path / "b.txt").write_text("Nine people were killed in Osh.")
    tabled(tmp_path / "c.parquet", 40)
    parts = list(parts_of([str(tmp_path), str(tmp_path / "absent")], size=size))
    whole = list(read_paths([str(tmp_path), str(tmp_path / "absent")]))
    assert len(parts) > 30 if size == 1 else len(parts) == 4 if size > 10_000 else len(parts) > 4
    assert [
        item for part in parts for item in (read_part(part) if isinstance(part, Part) else [part])
    ] == whole
    assert path.stat().st_size == max(
        p.end or 0 for p in parts if isinstance(p, Part) and p.path == str(path)
    )


class Cluster:
    """A standalone master on loopback with two workers."""

    def __init__(self, folder: Path) -> None:
        import pyspark

        home = Path(pyspark.__file__).parent
        self._command = [str(home / "bin" / "spark-class")]
        self._environment = os.environ | {
            "SPARK_HOME": str(home), "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable,
            "SPARK_WORKER_DIR": str(folder / "workers"), "SPARK_NO_DAEMONIZE": "1",
        }  # fmt: skip
        self._folder = folder
        self.processes: list[subprocess.Popen[bytes]] = []
        log = self._start("master", "org.apache.spark.deploy.master.Master",
                          "--host", "127.0.0.1", "--port", "0", "--webui-port", "0")  # fmt: skip
        self.master = self._address(log)
        for number in range(2):
            self._start(f"worker{number}", "org.apache.spark.deploy.worker.Worker",
                        "--host", "127.0.0.1", "--cores", "1", "--memory", "1g", "--webui-port", "0", self.master)  # fmt: skip

    def _start(self, name: str, *arguments: str) -> Path:
        log = self._folder / f"{name}.log"
        with log.open("wb") as out:
            self.processes.append(
                subprocess.Popen([*self._command, *arguments], env=self._environment, stdout=out, stderr=out)
            )
        return log

    def _address(self, log: Path) -> str:
        until = monotonic() + 90
        while monotonic() < until:
            if found := _STARTED.search(log.read_text()):
                return found[1]
            sleep(0.2)
        raise AssertionError(log.read_text())

    def stop(self) -> None:
        for process in self.processes:
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    pytest.importorskip("pyspark")
    if shutil.which("java") is None:
        pytest.skip("Java is not installed")
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    running = Cluster(tmp_path_factory.mktemp("spark"))
    yield running
    running.stop()


def test_a_cluster_makes_the_same_ledger_though_a_worker_is_lost(cluster: Cluster, tmp_path: Path) -> None:
    from cenotaph.run.spark import read_with_spark

    source, work = written(tmp_path / "a.jsonl", 3000), tmp_path / "work"

    def lose_a_worker() -> None:
        while not list(work.glob("found/*.parquet")):
            sleep(0.02)
        cluster.processes[1].kill()

    Thread(target=lose_a_worker, daemon=True).start()
    outcomes = list(
        read_with_spark(tmp_path / "s.sqlite", [str(source)], cluster.master, work, part_bytes=12_000)
    )
    assert cluster.processes[1].wait(timeout=10) != 0
    assert outcomes == list(read_into(tmp_path / "l.sqlite", [str(source)]))
    assert rows_of(tmp_path / "s.sqlite") == rows_of(tmp_path / "l.sqlite")
    assert len(list(work.glob("claims/*.parquet"))) == len(list(work.glob("found/*.parquet"))) > 20


def test_a_traced_ledger_and_its_echoes_are_the_same_too(cluster: Cluster, tmp_path: Path) -> None:
    """A story that every second outlet carries, in three files and many parts: Parquet, a web archive, JSON lines."""
    from tests.read.containers import warc
    from tests.trace import texts

    from cenotaph.run.spark import read_with_spark, write_echoes
    from cenotaph.run.spark.files import read_column

    source, work = tmp_path / "in", tmp_path / "work"
    source.mkdir()
    tabled(source / "a.parquet", 12)
    (source / "b.warc.gz").write_bytes(warc())
    story = f"{texts.HARBOUR} {texts.ORCHARD}"
    told = [story if at % 2 else f"{texts.TUNNEL} Report {at}." for at in range(200)]
    rows = [{"id": f"r{at}", "outlet": f"Outlet {at}", "text": text} for at, text in enumerate(told)]
    (source / "c.jsonl").write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows))
    list(read_with_spark(tmp_path / "s.sqlite", [str(source)], "local[2]", work, part_bytes=40_000))
    list(read_into(tmp_path / "l.sqlite", [str(source)]))
    for name in ("s.sqlite", "l.sqlite"):
        catch_up(tmp_path / name)
    write_echoes(tmp_path / "s.sqlite", work)
    one, other = (rows_of(tmp_path / name) for name in ("s.sqlite", "l.sqlite"))
    # Where the index of echoes lies is told by names that are made anew.
    kept = [[row for row in tables.pop("trace_kept") if row[0] != "state"] for tables in (one, other)]
    assert kept[0] == kept[1]
    assert one == other
    assert len(list(work.glob("found/*.parquet"))) > 4
    found = list(read_column(work / "echoes" / "ledger.parquet", "a"))
    assert 99 <= len(found) == len(one["trace_echo"]) < 100 * 51


def test_workers_of_one_process_and_a_second_run(tmp_path: Path, cluster: Cluster) -> None:
    """What stands in the working folder is not done again: no cluster is needed."""
    from cenotaph.run.spark import find_parts, read_with_spark

    source, work = written(tmp_path / "a.jsonl", 60), tmp_path / "work"
    parts = [part for part in parts_of([str(source)], size=4_000) if isinstance(part, Part)]
    files = find_parts(parts, "local-cluster[2,1,1024]", work)
    assert all(file.exists() for file in files)
    list(read_with_spark(tmp_path / "s.sqlite", [str(source)], "spark://nowhere:1", work, part_bytes=4_000))
    list(read_into(tmp_path / "l.sqlite", [str(source)]))
    assert rows_of(tmp_path / "s.sqlite") == rows_of(tmp_path / "l.sqlite")


def test_echoes_across_partitions(tmp_path: Path, cluster: Cluster) -> None:
    """The planted ones are found; a brief in seventy outlets ties each copy to the next and makes no more pairs."""
    from tests.trace import texts

    from cenotaph.run.spark import echoes_with_spark, find_parts
    from cenotaph.run.spark.files import read_column

    brief = f"{texts.HARBOUR} {texts.ORCHARD}"
    told = [texts.TOLD_IN_QUOTES, texts.TUNNEL, texts.RETOLD, *[brief] * 70]
    rows = [{"id": f"r{at}", "outlet": f"Outlet {at}", "text": text} for at, text in enumerate(told)]
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows))
    parts = [part for part in parts_of([str(path)], size=40_000) if isinstance(part, Part)]
    files = find_parts(parts, "local[2]", tmp_path / "work")
    found = echoes_with_spark(files, "local[2]", tmp_path / "work")
    pairs = {
        pair for file in found for pair in zip(read_column(file, "a"), read_column(file, "b"), strict=True)
    }
    assert len(files) >= 2
    assert ("r0", "r2") in pairs
    assert pairs - {("r0", "r2")} == {(f"r{at}", f"r{at + 1}") for at in range(3, 72)}
