"""One tool over a corpus in a process of its own: usage tools.py TOOL CORPUS_FOLDER [REPORTS]; prints one JSON line.

Tools: cenotaph; rensa, datasketch and gaoya, MinHash over whole reports (5-word shingles at Jaccard 0.5; 3-word ones at 0.2);
passim, alignment of passages: the variable PASSIM names the file seriatim.py of a checkout of it, which needs Java 17, pyspark,
graphframes-py, intervaltree, xxhash and pyarrow; scan, one pattern over the same bytes, which is the limit.
"""

import importlib.util
import json
import os
import re
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import groupby, islice
from pathlib import Path
from time import process_time

import msgspec
from corpus import Row

from cenotaph.model import Claim, Report

Pairs = set[tuple[str, str]]
_WORD = re.compile(r"[a-z0-9]+")
_REPORTING = re.compile(rb"(?i)\b(?:said|told|wrote|according|reported|quoted|added|claimed)\b")
_BATCH = 500


def cenotaph(rows: list[Row], folder: Path) -> Pairs:
    """The index of this project, and the comparison of claims."""
    from cenotaph.trace.echoes import echoes
    from cenotaph.trace.same_claims import claim_echoes, enter
    from cenotaph.trace.world import Alike

    claims = [
        msgspec.json.decode(line, type=Claim) for line in (folder / "claims.jsonl").read_bytes().splitlines()
    ]
    grouped = [(report, list(found)) for report, found in groupby(claims, key=lambda claim: claim.report)]
    found = echoes(Report(id=row.id, text=row.text, outlet=row.outlet) for row in rows)
    numbers: dict[str, Alike] = {}
    same: Pairs = set()
    for report, found_claims in grouped:
        same |= {_pair(echo.a, echo.b) for echo in claim_echoes(report, found_claims, numbers)}
        enter(report, found_claims, numbers)
    return {_pair(echo.a, echo.b) for echo in found} | same


def rensa(rows: list[Row], folder: Path, *, size: int = 5, threshold: float = 0.5) -> Pairs:
    """MinHash in Rust."""
    from rensa import RMinHash, RMinHashLSH

    bands = 32 if threshold > 0.4 else 64
    hashes = []
    for part in _batches(rows):
        hashes += RMinHash.from_token_sets(
            [list(_shingles(row.text, size)) for row in part], num_perm=128, seed=42
        )
    index = RMinHashLSH(threshold=threshold, num_perm=128, num_bands=bands)
    index.insert_pairs(enumerate(hashes))
    return {
        _pair(rows[one].id, rows[two].id)
        for one, others in enumerate(index.query_all(hashes))
        for two in others
        if two > one and hashes[one].jaccard(hashes[two]) >= threshold
    }


def datasketch(rows: list[Row], folder: Path, *, size: int = 5, threshold: float = 0.5) -> Pairs:
    """MinHash in numpy."""
    from datasketch import MinHash, MinHashLSH

    hashes = []
    for part in _batches(rows):
        hashes += MinHash.bulk(
            [[one.encode() for one in _shingles(row.text, size)] for row in part], num_perm=128
        )
    index = MinHashLSH(threshold=threshold, num_perm=128)
    with index.insertion_session() as session:
        for row, value in zip(rows, hashes, strict=True):
            session.insert(row.id, value)
    known = {row.id: value for row, value in zip(rows, hashes, strict=True)}
    return {
        _pair(row.id, other)
        for row, value in zip(rows, hashes, strict=True)
        for other in index.query(value)
        if other > row.id and value.jaccard(known[other]) >= threshold
    }


def gaoya(rows: list[Row], folder: Path, *, size: int = 5, threshold: float = 0.5) -> Pairs:
    """MinHash in Rust, with its own splitting into words."""
    from gaoya.minhash import MinHashStringIndex

    index = MinHashStringIndex(
        hash_size=32, jaccard_threshold=threshold, num_bands=32, band_size=4, num_hashes=128, analyzer="word",
        lowercase=True, ngram_range=(size, size), id_container="vec",
    )  # fmt: skip
    texts = [" ".join(_WORD.findall(row.text.lower())) for row in rows]
    index.par_bulk_insert_docs(list(range(len(rows))), texts)
    return {
        _pair(rows[one].id, rows[two].id)
        for one, text in enumerate(texts)
        for two in index.query(text)
        if two > one
    }


def passim(rows: list[Row], folder: Path) -> Pairs:
    """Aligned passages, by its own script in a Spark of its own, up to the pairs: grouping them needs a jar more."""
    from pyarrow.parquet import ParquetDataset
    from xxhash import xxh64

    script, out = os.environ["PASSIM"], folder / "passim"
    source = folder / "passim.json"
    source.write_bytes(
        b"".join(
            msgspec.json.encode({"id": row.id, "series": row.outlet, "text": row.text}) + b"\n"
            for row in rows
        )
    )
    shutil.rmtree(out, ignore_errors=True)
    submit = Path(importlib.util.find_spec("pyspark").origin).with_name("bin") / "spark-submit"  # type: ignore[union-attr, arg-type]
    subprocess.run(
        [submit, "--master", "local[2]", "--driver-memory", "8G", "--conf", "spark.ui.enabled=false", script, "--all-pairs",
         "--to-extents", source, out],
        env=os.environ | {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"},
        check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    # Spark's hash of an id, which is signed.
    names = {
        int.from_bytes(xxh64(row.id.encode(), seed=42).digest(), "big", signed=True): row.id for row in rows
    }
    extents = ParquetDataset(out / "tmp/extents.parquet").read(columns=["uid", "uid2"]).to_pydict()
    return {_pair(names[a], names[b]) for a, b in zip(extents["uid"], extents["uid2"], strict=True)}


def scan(rows: list[Row], folder: Path) -> Pairs:
    """The limit: one compiled pattern over the same bytes, which finds nothing and which nothing that reads them can beat."""
    for row in rows:
        _REPORTING.findall(row.text.encode())
    return set()


TOOLS: dict[str, Callable[[list[Row], Path], Pairs]] = {
    "cenotaph": cenotaph,
    "rensa": rensa,
    "rensa-3-words": lambda rows, folder: rensa(rows, folder, size=3, threshold=0.2),
    "datasketch": datasketch,
    "gaoya": gaoya,
    "passim": passim,
    "scan": scan,
    "datasketch-3-words": lambda rows, folder: datasketch(rows, folder, size=3, threshold=0.2),
}


def main() -> None:
    """Run the tool and write its pairs beside the corpus."""
    name, folder = sys.argv[1], Path(sys.argv[2])
    most = int(sys.argv[3]) if len(sys.argv) > 3 else None
    with (folder / "corpus.jsonl").open("rb") as file:
        rows = [msgspec.json.decode(line, type=Row) for line in islice(file, most)]
    texts_kib = own_peak()
    start = process_time()
    pairs = TOOLS[name](rows, folder)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = process_time() - start + children.ru_utime + children.ru_stime
    peak_kib = max(own_peak(), children.ru_maxrss)
    (folder / f"{name}.pairs.tsv").write_text("".join(f"{a}\t{b}\n" for a, b in sorted(pairs)))
    print(json.dumps({"reports": len(rows), "cpu_s": seconds, "peak_kib": peak_kib, "texts_kib": texts_kib}))


def own_peak() -> int:
    """The most memory that this process has held, in KiB. Linux counts into `ru_maxrss` what the process that started this one
    held then, which may have made the corpus; the status file does not."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    lines = status.read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))


def _batches(rows: list[Row]) -> Iterator[list[Row]]:
    for start in range(0, len(rows), _BATCH):
        yield rows[start : start + _BATCH]


def _shingles(text: str, size: int) -> set[str]:
    words = _WORD.findall(text.lower())
    return {" ".join(words[at : at + size]) for at in range(max(1, len(words) - size + 1))}


def _pair(one: str, two: str) -> tuple[str, str]:
    return (one, two) if one < two else (two, one)


if __name__ == "__main__":
    main()
