"""Comma-separated values (RFC 4180), or tabs, or semicolons: a report a row."""

import csv
import io
from collections.abc import Iterator
from pathlib import PurePath

from cenotaph.problems import Problem
from cenotaph.read.codes import trouble
from cenotaph.read.decode import decode
from cenotaph.read.document import Document, raw_of
from cenotaph.read.office.columns import columns_of
from cenotaph.read.office.rows import report_of_row
from cenotaph.read.source import MIB, Source

MAX_TABLE = 256 * MIB
_DELIMITERS = "\t;|,"


def looks_like_table(head: bytes, name: str) -> bool:
    """By its name alone: any text with a comma could be one."""
    return PurePath(name.lower().removesuffix(".gz")).suffix in (".csv", ".tsv")


def read_table(source: Source) -> Iterator[Document | Problem]:
    """One report a row, named by its line where it has no id. Its raw bytes are the header and the row."""
    data = source.take(MAX_TABLE)
    if isinstance(data, Problem):
        yield data
        return
    decoded = decode(data, source.charset)
    yield from decoded.problems(source.where, None)
    yield from _read(decoded.text, source)


def _read(text: str, source: Source) -> Iterator[Document | Problem]:
    csv.field_size_limit(MAX_TABLE)
    lines = io.StringIO(text, newline="").readlines()
    rows = csv.reader(lines, delimiter=_delimiter(lines[0]) if lines else ",")
    header = next(rows, [])
    columns = columns_of(header, source.columns)
    if "text" not in columns.of and "url" not in columns.of:
        yield trouble("read.columns", source.where, names=", ".join(filter(None, header)) or "none")
        return
    head, done = "".join(lines[: rows.line_num]), rows.line_num
    for row in rows:
        written, line, done = "".join(lines[done : rows.line_num]), done + 1, rows.line_num
        if any(cell.strip() for cell in row):
            where = f"{source.where}:{line}"
            raw = raw_of(
                (head + written).encode("utf-8", "surrogatepass"),
                media_type="text/csv",
                source=where,
                encoding="utf-8",
                reader="table/1",
            )
            yield from report_of_row(columns.values(row), raw, where, f"{source.ident}:{line}")


def _delimiter(header: str) -> str:
    """The one that parts the header most often."""
    return max(_DELIMITERS, key=header.count)
