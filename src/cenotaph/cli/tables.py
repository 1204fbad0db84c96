"""Tables that fit the terminal: columns take what their words need, share what is left, and rows are printed as they come."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice, zip_longest
from typing import TYPE_CHECKING, TextIO

from msgspec import Struct

from cenotaph.cli.wrapping import cells, wrapped
from cenotaph.rows import Row

if TYPE_CHECKING:
    from rich.console import Console

_WIDTH_OF_A_FILE = 140
"""Columns of a table that goes into a file, unless COLUMNS says otherwise."""

_LOOKED_AT = 200
"""So many rows decide how wide the columns are; the others are set in the same widths."""

_GAP = "  "
_LEAST, _LEAST_CAPPED, _WANTED = 6, 9, 16
"""Cells: the least of a column that shares, the least of one with a `most`, and what the former asks of the latter."""

_STYLES = {"dim": "2", "bold": "1"}


class Column(Struct, frozen=True):
    """A table's column: its header, the text of a row in it, its share of the width, and how it is set.

    A `ratio` of 0 takes what its texts need, at most `most` if that is given; others share what is left. No cell is
    higher than `lines`. A table narrower than `least` goes without the column.
    """

    header: str
    text: Callable[[Row], str]
    ratio: int = 0
    right: bool = False
    style: str | None = None
    least: int = 0
    most: int = 0
    lines: int = 3


def width_of(file: TextIO) -> int:
    """The columns there are: of the terminal the output goes to, also through a pager; else of a file."""
    if os.environ.get("COLUMNS", "").isdigit():
        return int(os.environ["COLUMNS"])
    for stream in (file, sys.stderr) if is_pipe(file) else (file,):
        if stream.isatty():
            return os.get_terminal_size(stream.fileno()).columns or _WIDTH_OF_A_FILE
    return _WIDTH_OF_A_FILE


def console(width: int | None = None) -> "Console":
    """A console on standard output, as wide as it is or of another width."""
    from rich.console import Console

    return Console(
        width=width or width_of(sys.stdout), force_terminal=is_coloured(), highlight=False, markup=False
    )


def styled(text: str, style: str | None) -> str:
    """The text dim or bold, where the terminal shows it."""
    return text if not text or style is None or not is_coloured() else f"\x1b[{_STYLES[style]}m{text}\x1b[0m"


def is_coloured() -> bool:
    """Whether standard output shows styles: a terminal, unless NO_COLOR is set, or whatever FORCE_COLOR is set for."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")


def print_table(rows: Iterable[Row], *, columns: Sequence[Column], empty: str | None = None) -> None:
    """Print the rows as a table with a line that counts them, or `empty` where there are none. Without `empty` nothing is
    counted."""
    width, following = width_of(sys.stdout), iter(rows)
    columns = [column for column in columns if width >= column.least]
    first = list(islice(following, _LOOKED_AT))
    if not first:
        print(empty or "")
        return
    layout = Layout(columns, first, width)
    print(layout.head())
    count = 0
    for count, row in enumerate(chain(first, following), start=1):
        print(layout.row(row))
    if empty is not None:
        print(styled(f"\n{count:,} row{'' if count == 1 else 's'}", "dim"))


class Layout:
    """The widths of a table's columns, from some of its rows and the width there is; all of it stands `indent` cells in."""

    def __init__(
        self, columns: Sequence[Column], rows: Sequence[Row], width: int, *, indent: int = 0
    ) -> None:
        self.columns = columns
        self.indent = " " * indent
        needs = [
            max(cells(column.header), *(cells(clean(column.text(row))) for row in rows)) for column in columns
        ]
        self.widths = _widths(columns, needs, width - indent - len(_GAP) * (len(columns) - 1))

    def head(self) -> str:
        """The headers over a rule."""
        return styled(self._lines([[column.header] for column in self.columns]), "bold") + "\n" + self.rule()

    def rule(self) -> str:
        """A line across all columns."""
        return styled("─" * (len(self.indent) + sum(self.widths) + len(_GAP) * (len(self.widths) - 1)), "dim")

    def row(self, row: Row) -> str:
        """The lines of a row."""
        each = zip(self.columns, self.widths, strict=True)
        return self._lines(
            [wrapped(clean(c.text(row)), width, most=c.lines) for c, width in each], paint=True
        )

    def _lines(self, texts: list[list[str]], *, paint: bool = False) -> str:
        return "\n".join(self._line(line, paint=paint) for line in zip_longest(*texts, fillvalue=""))

    def _line(self, parts: Sequence[str], *, paint: bool) -> str:
        return self.indent + _GAP.join(self._padded(parts, paint=paint)).rstrip()

    def _padded(self, parts: Sequence[str], *, paint: bool) -> Iterator[str]:
        for column, width, part in zip(self.columns, self.widths, parts, strict=True):
            blank = " " * (width - cells(part))
            text = styled(part, column.style if paint else None)
            yield blank + text if column.right else text + blank


def clean(text: str) -> str:
    """One line of text, safe to print."""
    return text if text.isprintable() else printable(" ".join(text.split()))


def printable(text: str) -> str:
    """The text, with a mark for whatever would move the terminal's cursor or change its colours."""
    # Marks of direction (Cf) belong to right-to-left names and stay.
    return text if text.isprintable() else "".join(map(_shown, text))


def _shown(sign: str) -> str:
    hidden = (sign < " " and sign not in "\n\t") or "\x7f" <= sign < "\xa0"
    return "\N{REPLACEMENT CHARACTER}" if hidden else sign


def _widths(columns: Sequence[Column], needs: Sequence[int], width: int) -> list[int]:
    """Columns with a ratio share what the others leave, and where that is little, those with a `most` give way."""
    widths = [min(need, column.most or need) for column, need in zip(columns, needs, strict=True)]
    shared = [at for at, column in enumerate(columns) if column.ratio]
    left = width - sum(widths) + sum(widths[at] for at in shared)
    wanted = sum(min(needs[at], _WANTED) for at in shared)
    while left < wanted and (widest := _widest(columns, widths)) is not None:
        widths[widest] -= 1
        left += 1
    for at, given in _shares(left, {at: (needs[at], columns[at].ratio) for at in shared}).items():
        widths[at] = given
    return widths


def _widest(columns: Sequence[Column], widths: Sequence[int]) -> int | None:
    """The widest of the columns that can still give way."""
    able = [at for at, column in enumerate(columns) if column.most and widths[at] > _LEAST_CAPPED]
    return max(able, key=lambda at: widths[at], default=None)


def _shares(left: int, wishes: dict[int, tuple[int, int]]) -> dict[int, int]:
    """What each gets of `left` by its (need, ratio); one that needs less than its share leaves the rest to the others."""
    shares: dict[int, int] = {}
    while wishes:
        unit = left / sum(ratio for _, ratio in wishes.values())
        content = {at: need for at, (need, ratio) in wishes.items() if need <= unit * ratio}
        if not content:
            return shares | {
                at: max(min(_LEAST, need), int(unit * ratio)) for at, (need, ratio) in wishes.items()
            }
        shares |= content
        left -= sum(content.values())
        wishes = {at: wish for at, wish in wishes.items() if at not in content}
    return shares


def is_pipe(file: TextIO) -> bool:
    """Whether the file leads to another program, such as a pager."""
    import stat

    try:
        return stat.S_ISFIFO(os.fstat(file.fileno()).st_mode)
    except (OSError, ValueError):
        return False
