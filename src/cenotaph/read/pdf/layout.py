"""Lines of pages to paragraphs: what goes on, what begins anew, what is a running head."""

import re
from collections import Counter
from itertools import pairwise
from statistics import median

from cenotaph.read.offsets import OffsetMap, Runs
from cenotaph.read.pdf.glyphs import Line, Page, Sheets

# pdfium marks a hyphen at a line's end with U+FFFE (older versions with U+0002).
_HYPHENS = "\ufffe\x02\xad"
_UNSEEN = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\xad\ufffe\uffff\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_SENTENCE_END = re.compile(r"[.?!:…][\"'”’»)\]]*$")
# A dash or slash right behind a letter or digit binds what follows to it.
_BOUND = re.compile(r"\w[-–—/]$")
_ITEM = re.compile(r"(?:[•▪●–*·\uf000-\uf0ff-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_PAGE_NUMBER = re.compile(r"(?:page\s+)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_AT_ENDS = re.compile(r"^[0-9]{1,6}|[0-9]{1,6}$")
# A running head stands on this share of the pages, and on three at least.
_RUNNING = 0.5
# A paragraph begins after this many times the usual distance, indented by this share of the line's height, in a size
# that differs by this share, or after a line that had room for so many times the next line's first word.
_GAP = 1.6
_INDENT = 0.8
_OTHER_SIZE = 0.2
_ROOM = 1.4
_NEAR = 4


def text_of_sheets(sheets: Sheets) -> tuple[str, OffsetMap]:
    """The paragraphs of all pages with an empty line between them, and the map to the pages' characters."""
    starts, total = [], 0
    for page in sheets.pages:
        starts.append(total)
        total += page.glyphs
    writer = _Writer()
    running = _running_heads(sheets.pages)
    before: Line | None = None
    pitch, width = 0.0, 0.0
    for number, (page, start) in enumerate(zip(sheets.pages, starts, strict=True)):
        lines = [line for line in page.lines if not _is_running(line, number, page, running)]
        pitch = _pitch(lines) or pitch
        for line, column in zip(lines, _widths(lines), strict=True):
            if before is not None:
                writer.between(before, line, start, begins=_begins(before, line, pitch, width))
            writer.line(line, start)
            before, width = line, column
    return "".join(writer.parts).rstrip(), writer.finish(starts)


def _running_heads(pages: tuple[Page, ...]) -> frozenset[str]:
    """First and last lines, page numbers aside, that stand on many pages."""
    seen: Counter[str] = Counter()
    for number, page in enumerate(pages):
        seen.update({_bare(line, number) for line in (*page.lines[:2], *page.lines[-2:])})
    least = max(3, _RUNNING * len(pages))
    return frozenset(head for head, count in seen.items() if count >= least)


def _bare(line: Line, page: int) -> str:
    """The line with numbers at its ends counted from the page's own, so that a page number is the same everywhere."""
    return _AT_ENDS.sub(lambda number: str(int(number[0]) - page), line.text.strip().casefold())


def _is_running(line: Line, number: int, page: Page, running: frozenset[str]) -> bool:
    edge = line in page.lines[:2] or line in page.lines[-2:]
    return edge and (_bare(line, number) in running or bool(_PAGE_NUMBER.fullmatch(line.text.strip())))


def _pitch(lines: list[Line]) -> float:
    """The usual distance from one line to the next one below it."""
    steps = [one.bottom - two.bottom for one, two in pairwise(lines) if one.bottom - two.bottom > 1]
    return median(steps) if steps else 0.0


def _widths(lines: list[Line]) -> list[float]:
    """For each line, the width of the widest near it: its column's, as far as lines show it."""
    widths = [line.right - line.left for line in lines]
    return [max(widths[max(index - _NEAR, 0) : index + _NEAR + 1]) for index in range(len(lines))]


def _begins(before: Line, line: Line, pitch: float, width: float) -> bool:
    """Whether a line begins a paragraph, seen from the line before it in a column of that width."""
    if before.text[-1] in _HYPHENS:
        return False
    ended = bool(_SENTENCE_END.search(before.text))
    if not ended and line.text[0].islower():
        return False
    size, size_before = line.top - line.bottom, before.top - before.bottom
    room = width - (before.right - before.left) > _ROOM * _first_word(line)
    if line.bottom > before.bottom + 1:
        # The next column or page: a sentence that fills its line goes on there.
        return ended or room
    if _ITEM.match(line.text) or room:
        return True
    if before.bottom - line.bottom > _GAP * pitch or abs(size - size_before) > _OTHER_SIZE * max(
        size, size_before
    ):
        return True
    return ended and line.left - before.left > _INDENT * size


def _first_word(line: Line) -> float:
    """How wide the line's first word is with the space before it; one that fitted on the line before was put here."""
    letters = len(line.text.partition(" ")[0]) + 1
    return (line.right - line.left) * letters / max(len(line.text), letters)


class _Writer:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.runs = Runs()

    def between(self, before: Line, line: Line, page_start: int, *, begins: bool) -> None:
        """What joins two lines: nothing in a word that was cut, a space in a paragraph, an empty line between two."""
        at = page_start + line.first
        if begins:
            self.put("\n\n", at)
        elif before.text[-1] in _HYPHENS:
            stem = before.text.rstrip(_HYPHENS)
            if not line.text[0].islower() or stem[-1:].isdigit():
                self.put("-", at)
        elif not _BOUND.search(before.text):
            self.put(" ", at)

    def put(self, between: str, at: int) -> None:
        self.parts.append(between)
        self.runs.add(len(between), at, 0)

    def line(self, line: Line, page_start: int) -> None:
        """The line's characters, less what shows nothing; runs of spaces become one."""
        at = page_start + line.first
        done = 0
        for found in re.finditer(rf"[ \t]{{2,}}|{_UNSEEN.pattern}", line.text):
            self.copy(line.text[done : found.start()], at + done)
            done = found.end()
            if found[0].isspace():
                self.parts.append(" ")
                self.runs.add(1, at + found.start(), len(found[0]))
        self.copy(line.text[done:], at + done)

    def copy(self, text: str, at: int) -> None:
        self.parts.append(text)
        self.runs.add(len(text), at, 1)

    def finish(self, pages: list[int]) -> OffsetMap:
        text = "".join(self.parts)
        self.runs.drop(len(text) - len(text.rstrip()))
        return self.runs.done("glyph", pages)
