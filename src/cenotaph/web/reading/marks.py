"""A report's text as HTML: cut where a mark begins or ends, never changed, every character where it was."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from html import escape
from typing import Literal

from markupsafe import Markup
from msgspec import Struct

from cenotaph.web.look.bidi import HIDDEN, name_of


class Mark(Struct, frozen=True):
    """A stretch of the text (characters, end exclusive) with the id of the claim or handling that stands there.

    `label` is what a screen reader says after the words; `state` is the judgement on it.
    """

    kind: Literal["claim", "handling"]
    id: str
    start: int
    end: int
    label: str
    state: str = "open"


class Piece(Struct, frozen=True):
    """A stretch with the marks that cover it, claims before handlings."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def paragraphs(text: str, marks: Sequence[Mark], start: int = 0, end: int | None = None) -> Iterator[Markup]:
    """The lines of text[start:end] as paragraphs with their marks; each carries the offset at which it begins."""
    end = len(text) if end is None else end
    named: set[str] = set()
    pieces = _pieces(marks, start, end)
    at = start
    piece = next(pieces, None)
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop + 1
        parts: list[str] = []
        while piece is not None and piece.start < stop:
            parts.append(_html(text, piece, at, stop, named))
            if piece.end > stop:
                break
            piece = next(pieces, None)
        yield Markup(f'<p dir="auto" data-at="{at}">{"".join(parts)}</p>')
        at = stop


def _pieces(marks: Sequence[Mark], start: int, end: int) -> Iterator[Piece]:
    """The whole stretch, cut at the ends of the marks."""
    inside = sorted((m for m in marks if m.start < end and m.end > start), key=lambda m: (m.start, m.end))
    cuts = sorted({start, end, *(max(m.start, start) for m in inside), *(min(m.end, end) for m in inside)})
    covering: list[list[Mark]] = [[] for _ in cuts]
    for mark in inside:
        first, last = bisect_right(cuts, max(mark.start, start)) - 1, bisect_left(cuts, min(mark.end, end))
        for at in range(first, last):
            covering[at].append(mark)
    for at in range(len(cuts) - 1):
        ordered = sorted(covering[at], key=lambda mark: mark.kind)
        yield Piece(cuts[at], cuts[at + 1], tuple(ordered))


def _html(text: str, piece: Piece, start: int, stop: int, named: set[str]) -> str:
    words = _escaped(text[max(piece.start, start) : min(piece.end, stop)])
    if not piece.marks:
        return words
    first = piece.marks[0]
    ids = " ".join(mark.id for mark in piece.marks if mark.kind == first.kind)
    classes = " ".join(dict.fromkeys(mark.kind for mark in piece.marks))
    anchors = "".join(_anchor(mark, named) for mark in piece.marks)
    return (
        f'{anchors}<a class="mark {classes} is-{first.state}" href="?{first.kind}={escape(first.id)}'
        f'#{escape(first.id)}" data-{first.kind}="{escape(ids)}" title="{escape(first.label)}">{words}</a>'
    )


def _anchor(mark: Mark, named: set[str]) -> str:
    """Where an address that names the mark leads; only at its beginning."""
    if mark.id in named:
        return ""
    named.add(mark.id)
    return f'<span id="{escape(mark.id)}" class="anchor"></span>'


def _escaped(words: str) -> str:
    """The words as HTML. A character that turns the text's direction stays, shut into an element of its own."""
    if HIDDEN.isdisjoint(words):
        return escape(words)
    return "".join(
        f'<bdi class="turn" data-name="{name_of(letter)}">{letter}</bdi>'
        if letter in HIDDEN
        else escape(letter)
        for letter in words
    )
