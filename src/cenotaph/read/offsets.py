"""A map from every character of a report's text back to the raw page it was read from."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from cenotaph.model import Span

Unit = Literal["byte", "field", "part", "glyph"]


class OffsetMap(Struct, frozen=True, array_like=True):
    """Runs of characters that lie evenly in the raw page.

    `unit` says what a raw offset counts: "byte" bytes of the raw data; "field" characters of the JSON string `text`
    in the raw record (for Word, a feed or a table, of the text that it holds); "part" bytes of the part of a mail that has
    the text, decoded; "glyph" characters of a PDF's pages laid end to end. Run `i` begins at character `starts[i]`,
    which lies at raw offset `raws[i]`; each of its characters is `steps[i]` raw units wide, 0 for a character
    that reading put in (a paragraph break). `pages` has the raw offset at which each page of a PDF begins.
    """

    unit: Unit
    length: int
    starts: tuple[int, ...]
    raws: tuple[int, ...]
    steps: tuple[int, ...]
    pages: tuple[int, ...] = ()

    def to_raw(self, offset: int) -> int:
        """The raw offset of a character; of `length`, the raw end. IndexError outside the text."""
        run = self._run(offset)
        return self.raws[run] + self.steps[run] * (offset - self.starts[run])

    def raw_span(self, span: Span) -> Span:
        """The raw stretch that holds all characters of a span (a headline may be written below what it heads)."""
        start = end = self.to_raw(span.start)
        at = span.start
        for run in range(self._run(at), len(self.starts)):
            stop = min(span.end, self.starts[run + 1] if run + 1 < len(self.starts) else self.length)
            if at >= stop:
                break
            raw = self.raws[run] + self.steps[run] * (at - self.starts[run])
            start, end = min(start, raw), max(end, raw + self.steps[run] * (stop - at))
            at = stop
        return Span(start, end)

    def page(self, offset: int) -> tuple[int, int]:
        """The page of a PDF (from 0) that a character stands on, and its index among that page's characters."""
        raw = self.to_raw(offset)
        page = max(bisect_right(self.pages, raw) - 1, 0)
        return page, raw - (self.pages[page] if self.pages else 0)

    def _run(self, offset: int) -> int:
        if not 0 <= offset <= self.length:
            raise IndexError(f"Offset {offset} lies outside a text of {self.length} characters.")
        return bisect_right(self.starts, offset) - 1


def identity(unit: Unit, length: int) -> OffsetMap:
    """The map of a text whose every character is one raw unit wide."""
    return OffsetMap(unit, length, (0,), (0,), (1,))


class Runs:
    """Builds an `OffsetMap` piece by piece, joining pieces that go on evenly."""

    def __init__(self) -> None:
        self.length = 0
        self._starts: list[int] = []
        self._raws: list[int] = []
        self._steps: list[int] = []
        self._next_raw = -1

    def add(self, count: int, raw: int, step: int) -> None:
        """Append `count` characters, the first at raw offset `raw`, each `step` raw units wide."""
        if count <= 0:
            return
        if not self._steps or step != self._steps[-1] or raw != self._next_raw:
            self._starts.append(self.length)
            self._raws.append(raw)
            self._steps.append(step)
        self.length += count
        self._next_raw = raw + step * count

    def drop(self, count: int) -> None:
        """Take back the last `count` characters."""
        self.length -= count
        while self._starts and self._starts[-1] >= self.length:
            for column in (self._starts, self._raws, self._steps):
                column.pop()
        self._next_raw = -1

    def extend(self, pieces: OffsetMap, start: int, end: int) -> None:
        """Append the characters `start` to `end` of another map's text."""
        run = bisect_right(pieces.starts, start) - 1
        while start < end:
            stop = pieces.starts[run + 1] if run + 1 < len(pieces.starts) else pieces.length
            until = min(stop, end)
            step = pieces.steps[run]
            self.add(until - start, pieces.raws[run] + step * (start - pieces.starts[run]), step)
            start, run = until, run + 1

    def done(self, unit: Unit, pages: Iterable[int] = ()) -> OffsetMap:
        """The finished map."""
        if not self._starts:
            return OffsetMap(unit, 0, (0,), (0,), (1,), tuple(pages))
        starts, raws, steps = tuple(self._starts), tuple(self._raws), tuple(self._steps)
        return OffsetMap(unit, self.length, starts, raws, steps, tuple(pages))


def compose(outer: OffsetMap, inner: OffsetMap) -> OffsetMap:
    """Follow `outer` (text to decoded page), then `inner` (decoded page to bytes)."""
    runs = Runs()
    for run, start in enumerate(outer.starts):
        stop = outer.starts[run + 1] if run + 1 < len(outer.starts) else outer.length
        at, step, count = outer.raws[run], outer.steps[run], stop - start
        if step == 1:
            runs.extend(inner, at, at + count)
        else:
            for _ in range(count):
                raw = inner.to_raw(at)
                runs.add(1, raw, inner.to_raw(at + step) - raw)
                at += step
    return runs.done(inner.unit)
