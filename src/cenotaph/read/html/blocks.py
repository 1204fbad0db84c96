"""The blocks of text of a page: paragraphs, headings, captions, cells, list items, with how much of each is prose."""

import re
from collections.abc import Iterator
from html import unescape

from msgspec import Struct

from cenotaph.read.html.markup import Markup

_STOP = re.compile(r"[.?!…。][\"'”’»)\]]*(?:\s|$)")
_PROSE = 40

Piece = tuple[int, int, int]
"""A stretch of the page's text and its element, see `Markup.texts`."""


class Block(Struct, frozen=True):
    """Texts that make one line or paragraph.

    `element` is the block element around them; `pieces` are their stretches in the page (empty for a line break);
    `linked` of `letters` characters stand in links; `text` is a rough form to judge by.
    """

    element: int
    pieces: tuple[tuple[int, int], ...]
    letters: int
    linked: int
    text: str

    @property
    def prose(self) -> int:
        """How many characters of running text outside links; 0 for a label, a button, a list of links."""
        free = self.letters - self.linked
        if free < _PROSE or self.linked > free or not _STOP.search(self.text):
            return 0
        return free


class Blocks:
    """The blocks of a page, made once and made anew only where something was dropped out of one."""

    def __init__(self, markup: Markup) -> None:
        self._markup = markup
        self._in_link = _inside(markup, "a")
        self._whole = [
            (pieces, {element for _, _, element in pieces}, self._block(pieces)) for pieces in _lines(markup)
        ]

    def without(self, dropped: bytearray) -> list[Block]:
        """The blocks in order, leaving out the texts in `dropped` elements."""
        blocks: list[Block] = []
        for pieces, elements, block in self._whole:
            if any(map(dropped.__getitem__, elements)):
                kept = [piece for piece in pieces if not dropped[piece[2]]]
                block = self._block(kept) if kept else None
            if block is not None:
                blocks.append(block)
        return blocks

    def _block(self, pieces: list[Piece]) -> Block | None:
        markup, page = self._markup, self._markup.page
        texts = [page[start:end] if end > start else " " for start, end, _ in pieces]
        text = " ".join("".join(texts).split())
        if not text:
            return None
        if "&" in text:
            text = unescape(text)
        linked = sum(
            len(part.strip()) for part, piece in zip(texts, pieces, strict=True) if self._in_link[piece[2]]
        )
        spans = tuple((start, end) for start, end, _ in pieces)
        return Block(markup.owners[pieces[0][2]], spans, len(text), min(linked, len(text)), text)


def _lines(markup: Markup) -> Iterator[list[Piece]]:
    """The pieces of text between one beginning or end of a block and the next, where they are more than white space."""
    page = markup.page
    pieces: list[Piece] = []
    shown = False
    for piece in markup.texts:
        start, end, _ = piece
        if start >= 0:
            pieces.append(piece)
            shown = shown or not (start == end or page[start:end].isspace())
        else:
            if shown:
                yield pieces
            pieces, shown = [], False
    if shown:
        yield pieces


def _inside(markup: Markup, tag: str) -> bytearray:
    """For each element, whether it is or stands in a `tag`."""
    inside = bytearray(len(markup.tags))
    for element, name in enumerate(markup.tags):
        inside[element] = name == tag or inside[markup.parents[element]]
    return inside
