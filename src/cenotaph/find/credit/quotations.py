"""Quotations of a report: stretches of speech between quotation marks, over sentences and paragraphs."""

import re
from bisect import bisect_right
from operator import attrgetter
from typing import NamedTuple

from cenotaph.find.text.sentences import paragraph_starts

_MARK = re.compile(r"[“”\"„«»]")
# Single marks count only in texts that have no double ones; an apostrophe is none.
_SINGLE = re.compile(r"(?:(?<=\s)|^)['‘](?=[A-Z])|(?<=[.,!?…])['’](?=\s|$)")
_OPENING, _CLOSING = "“„«‘", "”»’"
# What tells speech from a quoted word or two: five words, or a stop before the closing mark.
_FIVE_WORDS = re.compile(r"(?:\S+\s+){4}\S")
_ENDS_SPEECH = re.compile(r"[.!?,][\"”’'»]?$")
_OPENING_CHARACTERS = 200


class Quotation(NamedTuple):
    """One stretch of speech, the marks included; one that its paragraph does not close ends with the paragraph."""

    start: int
    end: int


def quotations(text: str) -> list[Quotation]:
    """The quotations of a text that hold speech, not a quoted word or two, in order."""
    marks = list(_MARK.finditer(text)) or list(_SINGLE.finditer(text))
    found: list[Quotation] = []
    if not marks:
        return found
    bounds = [*paragraph_starts(text)[1:], len(text)]
    at = 0
    for end in bounds:
        first = at
        while at < len(marks) and marks[at].start() < end:
            at += 1
        if at > first:
            _paired(found, text, marks[first:at], end)
    return found


def _paired(found: list[Quotation], text: str, marks: list[re.Match[str]], end: int) -> None:
    """Pair the marks of one paragraph; what stays open runs to its end."""
    opened: int | None = None
    for match in marks:
        mark = match.group()
        if opened is None:
            opened = None if mark in _CLOSING else match.start()
        elif mark in _OPENING:
            _keep(found, text, opened, match.start())
            opened = match.start()
        else:
            _keep(found, text, opened, match.end())
            opened = None
    if opened is not None:
        _keep(found, text, opened, len(text[:end].rstrip()))


def _keep(found: list[Quotation], text: str, start: int, end: int) -> None:
    if _FIVE_WORDS.match(text, start, min(end, start + _OPENING_CHARACTERS)) or _ENDS_SPEECH.search(
        text[end - 3 : end]
    ):
        found.append(Quotation(start, end))


def holding(found: list[Quotation], start: int, end: int) -> int | None:
    """The number of the quotation that holds `start:end`, or None."""
    number = bisect_right(found, start, key=attrgetter("start")) - 1
    return number if number >= 0 and end <= found[number].end else None
