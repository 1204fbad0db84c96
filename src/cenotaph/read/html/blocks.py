"""The blocks of text of a page: paragraphs, headings, captions, cells, list items, with how much of each is prose."""

import re
from html import unescape

from msgspec import Struct

from cenotaph.read.html.markup import Markup

_STOP = re.compile(r"[.?!…。][\"'”’»)\]]*(?:\s|$)")
_PROSE = 40


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


def blocks_of(markup: Markup, dropped: bytearray) -> list[Block]:
    """The blocks in order, leaving out the texts in `dropped` elements."""
    blocks: list[Block] = []
    in_link = _inside(markup, "a")
    pieces: list[tuple[int, int, int]] = []
    for piece in markup.texts:
        if piece[0] >= 0:
            if not dropped[piece[2]]:
                pieces.append(piece)
        elif pieces:
            _close(markup, pieces, in_link, blocks)
            pieces = []
    if pieces:
        _close(markup, pieces, in_link, blocks)
    return blocks


def _inside(markup: Markup, tag: str) -> bytearray:
    """For each element, whether it is or stands in a `tag`."""
    inside = bytearray(len(markup.tags))
    for element, name in enumerate(markup.tags):
        inside[element] = name == tag or inside[markup.parents[element]]
    return inside


def _close(
    markup: Markup, pieces: list[tuple[int, int, int]], in_link: bytearray, blocks: list[Block]
) -> None:
    page = markup.page
    texts = [page[start:end] if end > start else " " for start, end, _ in pieces]
    text = " ".join("".join(texts).split())
    if not text:
        return
    if "&" in text:
        text = unescape(text)
    linked = sum(len(part.strip()) for part, piece in zip(texts, pieces, strict=True) if in_link[piece[2]])
    spans = tuple((start, end) for start, end, _ in pieces)
    blocks.append(Block(markup.owners[pieces[0][2]], spans, len(text), min(linked, len(text)), text))
