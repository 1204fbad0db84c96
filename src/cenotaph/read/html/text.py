"""Chosen blocks to clean text, with the map from each character to the page."""

import re
from html import unescape

from cenotaph.read.html.blocks import Block
from cenotaph.read.html.markup import Markup
from cenotaph.read.offsets import OffsetMap, Runs

# White space but for single blanks, entities, and characters that show nothing or turn the direction of writing (Unicode
# bidi controls).
_SPECIAL = re.compile(
    r"[ \t\n\r\f]{2,}|[\t\n\r\f]|&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});?"
    "|[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_UNSEEN = re.compile(
    "[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_SPACE = frozenset(" \t\n\r\f")


def text_of(markup: Markup, blocks: list[Block]) -> tuple[str, OffsetMap]:
    """Paragraphs with an empty line between them, table rows on lines of their own with tabs between their cells."""
    writer = _Writer(markup.page)
    row = None
    for block in blocks:
        cell_row = _row(markup, block.element)
        if writer.parts:
            table = (
                cell_row is not None and row is not None and markup.parents[cell_row] == markup.parents[row]
            )
            writer.gap("\t" if table and cell_row == row else "\n" if table else "\n\n", block.pieces[0][0])
        row = cell_row
        for start, end in block.pieces:
            if start == end:
                writer.line_break(start)
            else:
                writer.piece(start, end)
    writer.trim()
    return "".join(writer.parts), writer.runs.done("byte")


def _row(markup: Markup, element: int) -> int | None:
    """The table row a block's cell stands in."""
    for _ in range(4):
        if markup.tags[element] in ("td", "th"):
            return markup.parents[element]
        element = markup.parents[element]
    return None


class _Writer:
    """Text so far, and a white space that is written only when a word follows it on the same line."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.parts: list[str] = []
        self.runs = Runs()
        self.space: tuple[int, int] | None = None
        self.fresh = True

    def gap(self, between: str, at: int) -> None:
        """What stands between two blocks; it has no place in the page but where the second begins."""
        self.space = None
        self.parts.append(between)
        self.runs.add(len(between), at, 0)
        self.fresh = True

    def line_break(self, at: int) -> None:
        """A <br>: a new line, but no empty ones."""
        if not self.fresh:
            self.gap("\n", at)

    def piece(self, start: int, end: int) -> None:
        """A stretch of the page, its white space joined and its entities resolved."""
        at = start
        for found in _SPECIAL.finditer(self.page, start, end):
            self._words(at, found.start())
            at = found.end()
            first = self.page[found.start()]
            if first in _SPACE:
                self._note_space(found.start(), at)
            elif first == "&":
                self._entity(found[0], found.start())
        self._words(at, end)

    def trim(self) -> None:
        """Take back line breaks at the end, and blanks with nothing but hard blanks behind them."""
        while self.parts and self.parts[-1].isspace():
            self.runs.drop(len(self.parts.pop()))
        if self.parts:
            last = self.parts[-1]
            blank = last.find(" ", len(last.rstrip()))
            if blank >= 0:
                self.parts[-1] = last[:blank]
                self.runs.drop(len(last) - blank)

    def _words(self, start: int, end: int) -> None:
        """Words with single blanks between them; one at either end may be no more than the beginning of a longer gap."""
        if start < end and self.page[start] == " ":
            self._note_space(start, start + 1)
            start += 1
        ends = start < end and self.page[end - 1] == " "
        self._copy(start, end - ends)
        if ends:
            self._note_space(end - 1, end)

    def _note_space(self, start: int, end: int) -> None:
        if not self.fresh:
            self.space = (start if self.space is None else self.space[0], end)

    def _copy(self, start: int, end: int) -> None:
        if start < end:
            self._flush_space()
            self.parts.append(self.page[start:end])
            self.runs.add(end - start, start, 1)

    def _entity(self, written: str, at: int) -> None:
        """The first character stands for all that the others do not."""
        said = unescape(written)
        kept = _UNSEEN.sub("", said)
        if not kept:
            return
        if kept.isspace() and "\xa0" not in kept:
            self._note_space(at, at + len(written))
            return
        self._flush_space()
        self.parts.append(kept)
        width = len(written) - len(kept) + 1
        self.runs.add(1, at, width)
        self.runs.add(len(kept) - 1, at + width, 1)

    def _flush_space(self) -> None:
        if self.space is not None:
            start, end = self.space
            self.parts.append(" ")
            self.runs.add(1, start, end - start)
            self.space = None
        self.fresh = False
