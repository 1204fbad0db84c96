"""Read and find on a cluster, then file in the ledger in order: the ledger is the one that a single machine makes.

Each part of the input is one task, which writes what it found to a file of its own in the working folder. A task that
was lost is done again, also by a later run: what stands in the folder is not done twice.
"""

from collections.abc import Generator, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from cenotaph.find import Found
from cenotaph.ledger import LedgerName
from cenotaph.model import Report
from cenotaph.problems import Problem
from cenotaph.read import Document, Part, parts_of, read_part
from cenotaph.rows import claim_row, handling_row
from cenotaph.run.finder import find_safely, finder_version
from cenotaph.run.local import Outcome, file_into
from cenotaph.run.places import place_of
from cenotaph.run.spark.files import Item, packed, read_column, unpacked, write_table
from cenotaph.run.spark.session import spark

PART_BYTES = 8 << 20
"""Of JSON lines a task has so many bytes: some seconds of work, so that little is lost with a worker."""

_NUMBERS = {"start", "end", "low", "high"}
_REALS = {"lat", "lon"}
_LISTS = {"names", "sources", "rules", "means"}


def read_with_spark(
    ledger: LedgerName, paths: Sequence[str], master: str, work: Path, *, part_bytes: int = PART_BYTES
) -> Generator[Outcome]:
    """Read and find with the workers of a Spark master, and file in the ledger; see `run.read_into`.

    `work` is a folder that driver and workers see under one path. Claims and handlings stand there as Parquet
    (`claims/`, `handlings/`); what else is in it may be deleted afterwards. NoSpark where the master cannot be used.
    """
    parts = list(parts_of(paths, size=part_bytes))
    find_parts([part for part in parts if isinstance(part, Part)], master, work)
    known: dict[Report, Found] = {}
    items = _items(parts, work, known)
    yield from file_into(ledger, items, find=lambda report: known.pop(report, None) or find_safely(report))


def find_parts(parts: Sequence[Part], master: str, work: Path) -> list[Path]:
    """Read and find in parts with the workers of a master; the files that they wrote, in the order of the parts."""
    files = [found_file(part, work) for part in parts]
    left = [part for part, file in zip(parts, files, strict=True) if not file.exists()]
    if left:
        with spark(master) as context:
            folder = str(work.absolute())
            context.parallelize(left, len(left)).foreach(lambda part: do_part(part, Path(folder)))
    return files


def found_file(part: Part, work: Path) -> Path:
    """Where what was found in a part lies. Another part, other bytes of a file, and other rules have another file."""
    size = Path(part.path).stat() if Path(part.path).exists() else None
    stamp = (part, finder_version(), (size.st_size, size.st_mtime_ns) if size else None)
    return work / "found" / f"{sha256(msgspec.json.encode(stamp)).hexdigest()[:24]}.parquet"


def do_part(part: Part, work: Path) -> None:
    """One task: read a part, find in its reports, write both."""
    file = found_file(part, work)
    bodies: list[bytes] = []
    claims: list[dict[str, Any]] = []
    handlings: list[dict[str, Any]] = []
    for item in read_part(part):
        found = find_safely(item.report) if isinstance(item, Document) else None
        bodies.append(packed(item, found))
        if isinstance(item, Document) and found is not None:
            claims += [dict(claim_row(one, item.report, place_of(one))) for one in found.claims]
            handlings += [dict(handling_row(one, item.report)) for one in found.handlings]
    _write_rows(work / "claims" / file.name, claims)
    _write_rows(work / "handlings" / file.name, handlings)
    write_table(file, {"body": ("bytes", bodies)})


def _write_rows(path: Path, rows: list[dict[str, Any]]) -> None:
    if rows:
        write_table(path, {name: (_kind(name), [_cell(name, row[name]) for row in rows]) for name in rows[0]})


def _kind(name: str) -> str:
    if name in _NUMBERS:
        return "number"
    return "real" if name in _REALS else "flag" if name == "approx" else "texts" if name in _LISTS else "text"


def _cell(name: str, value: Any) -> Any:
    """A value as Arrow takes it; what is nested is JSON."""
    return msgspec.json.encode(value).decode() if isinstance(value, list) and name not in _LISTS else value


def _items(parts: Sequence[Part | Problem], work: Path, known: dict[Report, Found]) -> Iterator[Item]:
    """What was read, in the order of the input; what was found in it goes into `known`."""
    for part in parts:
        if isinstance(part, Problem):
            yield part
            continue
        for body in read_column(found_file(part, work), "body"):
            item, found = unpacked(body)
            if isinstance(item, Document) and found is not None:
                known[item.report] = found
            yield item
