"""Rows to a CSV file."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, BinaryIO


def write_csv(
    out: BinaryIO, columns: Sequence[str], rows: Iterable[Mapping[str, Any]], *, tags: Sequence[str] = ()
) -> None:
    """A header, perhaps a row of tags under it, and the rows; lists are joined with "; ", nothing is an empty cell."""
    text = io.TextIOWrapper(out, "utf-8", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(columns)
    if tags:
        writer.writerow(tags)
    for row in rows:
        writer.writerow([cell(row.get(column)) for column in columns])
    text.detach()


def cell(value: Any) -> Any:
    """A value as a cell; text that a spreadsheet would run as a formula is quoted (OWASP, CSV injection)."""
    if isinstance(value, list | tuple):
        value = "; ".join(map(str, value))
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{value}"
    return "" if value is None else value
