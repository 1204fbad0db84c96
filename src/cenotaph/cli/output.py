"""Rows to standard output, in the format a person or a program asked for."""

import csv
import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Any

import msgspec

from cenotaph.cli.tables import Column, print_table
from cenotaph.rows import Row


def print_rows(rows: Iterable[Row], *, format_: str, columns: Sequence[Column], empty: str) -> None:
    """Print the rows as they come (a table: when all are there). `columns` are the table's; other formats have all
    fields. `empty` is what a person reads where there are no rows."""
    if format_ == "table":
        print_table(rows, columns=columns, empty=empty)
    else:
        _WRITERS[format_](rows)


def _print_jsonl(rows: Iterable[Row]) -> None:
    encode = msgspec.json.Encoder().encode
    for row in rows:
        sys.stdout.write(encode(row).decode() + "\n")


def _print_json(rows: Iterable[Row]) -> None:
    encode = msgspec.json.Encoder().encode
    before = "["
    for row in rows:
        sys.stdout.write(f"{before}\n  {encode(row).decode()}")
        before = ","
    sys.stdout.write("\n]\n" if before == "," else "[]\n")


def _print_csv(rows: Iterable[Row]) -> None:
    """The header comes with the first row; a list becomes its parts with "; " between them."""
    following = iter(rows)
    first = next(following, None)
    if first is None:
        return
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(first)
    for row in chain([first], following):
        writer.writerow([_cell(value) for value in row.values()])


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return "; ".join(
            part if isinstance(part, str) else msgspec.json.encode(part).decode() for part in value
        )
    if isinstance(value, bool):
        return "true" if value else "false"
    return value


_WRITERS: dict[str, Callable[[Iterable[Row]], None]] = {
    "json": _print_json,
    "jsonl": _print_jsonl,
    "csv": _print_csv,
}
