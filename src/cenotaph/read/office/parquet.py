"""A Parquet file to reports: a report a row, some rows at a time. Needs pyarrow (the extra `parquet`)."""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from tempfile import TemporaryFile
from typing import Any, BinaryIO

import msgspec

from cenotaph.problems import Problem
from cenotaph.read.codes import trouble
from cenotaph.read.document import Document, raw_of
from cenotaph.read.office.columns import Columns, columns_of
from cenotaph.read.office.rows import cell_text, report_of_row
from cenotaph.read.source import MIB, Source

MAGIC = b"PAR1"
_ROWS = 256


def looks_like_parquet(head: bytes, name: str) -> bool:
    """By the mark that every such file begins with."""
    return head.startswith(MAGIC)


def read_parquet(source: Source) -> Iterator[Document | Problem]:
    """One report a row, named by its number where it has no id. Its raw bytes are its fields as a JSON record, since the
    cells themselves lie packed and scattered in the file."""
    # Its table of contents stands at its end, so that a pipe is written down first.
    with TemporaryFile() as scratch:
        shutil.copyfileobj(source.stream, scratch, MIB)
        yield from read_groups(scratch, source)


def read_groups(
    file: BinaryIO | Any, source: Source, groups: Sequence[int] | None = None, first: int = 1
) -> Iterator[Document | Problem]:
    """The reports of some of a file's row groups, of all without `groups`; the first row of them has the number `first`."""
    try:
        from pyarrow import ArrowException, parquet
    except ImportError:
        yield trouble("read.parquet-needs", source.where)
        return
    try:
        table = parquet.ParquetFile(file)
        names = table.schema_arrow.names
        columns = columns_of(names, source.columns)
        if "text" not in columns.of and "url" not in columns.of:
            yield trouble("read.columns", source.where, names=", ".join(names) or "none")
            return
        wanted = [names[at] for at in columns.of.values()]
        chosen = range(table.num_row_groups) if groups is None else groups
        batches = table.iter_batches(_ROWS, row_groups=list(chosen), columns=wanted)
        yield from _rows(batches, wanted, Columns(dict(zip(columns.of, range(len(wanted))))), source, first)
    except (ArrowException, OSError, ValueError) as error:
        reason = str(error).partition("\n")[0].strip().rstrip(".") or type(error).__name__
        yield trouble("read.parquet-broken", source.where, reason=reason)


def row_groups(path: str) -> list[tuple[int, int]]:
    """The rows and the unpacked bytes of each row group; none where the file cannot be read or pyarrow is missing."""
    with suppress(Exception):
        from pyarrow import parquet

        told = parquet.ParquetFile(path).metadata
        held = [told.row_group(number) for number in range(told.num_row_groups)]
        return [(one.num_rows, one.total_byte_size) for one in held]
    return []


def _rows(
    batches: Iterable[Any], names: Sequence[str], columns: Columns, source: Source, first: int
) -> Iterator[Document | Problem]:
    number = first
    for batch in batches:
        for row in zip(*(batch.column(name).to_pylist() for name in names), strict=True):
            yield from _row(columns.values([cell_text(cell) for cell in row]), source, number)
            number += 1


def _row(values: dict[str, str], source: Source, number: int) -> Iterator[Document | Problem]:
    where = f"{source.where}:{number}"
    if not values:
        return
    raw = raw_of(
        msgspec.json.encode(values), media_type="application/json", source=where, encoding="utf-8", reader="parquet/1"
    )  # fmt: skip
    yield from report_of_row(values, raw, where, f"{source.ident}:{number}")
