"""What the tasks of a run write for each other and for the driver: Parquet files in a folder that all of them see."""

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec

from cenotaph.find import Found
from cenotaph.problems import CenotaphError, Problem
from cenotaph.read import Document

Item = Document | Problem


class _Kept(msgspec.Struct):
    document: Document | None = None
    problem: Problem | None = None
    found: Found | None = None


def write_table(path: Path, columns: Mapping[str, tuple[str, Sequence[Any]]]) -> None:
    """A Parquet file of columns, each with its Arrow type. It stands whole or not at all: of two tasks that write the
    same file the later one puts the same bytes in its place."""
    arrow, parquet = _arrow()
    types = {
        "text": arrow.string(),
        "number": arrow.int64(),
        "bytes": arrow.binary(),
        "real": arrow.float64(),
    }
    types |= {"flag": arrow.bool_(), "texts": arrow.list_(arrow.string())}
    table = arrow.table({name: arrow.array(values, types[kind]) for name, (kind, values) in columns.items()})
    path.parent.mkdir(parents=True, exist_ok=True)
    scratch = path.with_name(f".{path.name}.{uuid4().hex}")
    parquet.write_table(table, scratch, compression="zstd")
    os.replace(scratch, path)


def read_column(path: Path, name: str) -> Iterator[Any]:
    """The values of a column, some at a time."""
    _, parquet = _arrow()
    for batch in parquet.ParquetFile(path).iter_batches(256, columns=[name]):
        yield from batch.column(0).to_pylist()


def packed(item: Item, found: Found | None) -> bytes:
    """A document with what was found in it, or a problem."""
    kept = _Kept(problem=item) if isinstance(item, Problem) else _Kept(document=item, found=found)
    return msgspec.msgpack.encode(kept)


def unpacked(body: bytes) -> tuple[Item, Found | None]:
    """What `packed` was given."""
    kept = msgspec.msgpack.decode(body, type=_Kept)
    item = kept.problem or kept.document
    if item is None:
        raise ValueError("A row of the working files holds neither a report nor a problem.")
    return item, kept.found


def _arrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise CenotaphError(
            "Parquet needs pyarrow; install it with pip install 'cenotaph[spark]'."
        ) from error
    return pyarrow, parquet
