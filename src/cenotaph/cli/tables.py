"""Tables that fit the terminal. The terminal library is loaded only when a table is printed."""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TextIO

from msgspec import Struct

from cenotaph.rows import Row

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

_WIDTH_OF_A_FILE = 140
"""Columns of a table that goes into a file or a pipe, unless COLUMNS says otherwise."""


class Column(Struct, frozen=True):
    """A table's column: its header, the text of a row in it, its share of the width, and how it is set.

    A `ratio` of 0 takes what its texts need and is never cut; others share what is left. A table narrower than `least`
    goes without the column.
    """

    header: str
    text: Callable[[Row], str]
    ratio: int = 0
    right: bool = False
    style: str | None = None
    least: int = 0


def console(file: TextIO | None = None) -> "Console":
    """A console on standard output, or on another file."""
    from rich.console import Console

    file = file or sys.stdout
    width = None if file.isatty() or "COLUMNS" in os.environ else _WIDTH_OF_A_FILE
    return Console(file=file, width=width, highlight=False, markup=False)


def print_table(rows: Iterable[Row], *, columns: Sequence[Column], empty: str) -> None:
    """Print the rows as a table with a line that counts them, or `empty` where there are none."""
    out = console()
    columns = [column for column in columns if out.width >= column.least]
    table, count = new_table(columns), 0
    for count, row in enumerate(rows, start=1):
        add_row(table, columns, row)
    if not count:
        print(empty)
        return
    out.print(table)
    out.print(f"{count:,} row{'s' if count != 1 else ''}", style="dim")


def new_table(columns: Sequence[Column], title: str | None = None) -> "Table":
    """An empty table with those columns."""
    from rich import box
    from rich.table import Table

    table = Table(
        title=title,
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        expand=any(c.ratio for c in columns),
    )
    for column in columns:
        table.add_column(
            column.header,
            ratio=column.ratio or None,
            no_wrap=not column.ratio,
            overflow="fold",
            justify="right" if column.right else "left",
            style=column.style,
        )
    return table


def add_row(table: "Table", columns: Sequence[Column], row: Row) -> None:
    """Append a row; its texts are shown as they are, without markup."""
    from rich.text import Text

    table.add_row(*(Text(column.text(row)) for column in columns))
