"""Quotations of a report: stretches of speech between quotation marks, over sentences and paragraphs."""

import re
from bisect import bisect_right
from operator import attrgetter
from typing import NamedTuple

from cenotaph.find.text.sentences import paragraph_starts

_MARK = re.compile(r"[“”\"„«»]")
# Single marks count only in texts that have no double ones; an apostrophe is none.
# Each alternative opens with the mark itself, so that `re` can skip from mark to mark.
_SINGLE = re.compile(r"['‘](?:(?<=\s.)|(?<![\s\S]{2}))(?=[A-Z])|['’](?<=[.,!?…].)(?=\s|$)")
_OPENING, _CLOSING = "“„«‘", "”»’"
# What tells speech from a quoted word or two: five words, or a stop before the closing mark.
_FIVE_WORDS = re.compile(r"(?:\S+\s+){4}\S")
_ENDS_SPEECH = re.compile(r"[.!?,][\"”’'»]?$")
_OPENING_CHARACTERS = 200
_FEW = 4  # Words that stand between marks of their own inside a quotation.
_LONGEST = 1500  # Characters over which a quotation of several paragraphs may run.
_ENDS = (".", "!", "?", "…")
_STOPS = ".,!?"


class Quotation(NamedTuple):
    """One stretch of speech, the marks included; one that its paragraph does not close ends with the paragraph."""

    start: int
    end: int


def quotations(text: str) -> list[Quotation]:
    """The quotations of a text that hold speech, not a quoted word or two, in order."""
    marks = list(_MARK.finditer(text))
    if not marks and ("'" in text or "‘" in text):
        marks = list(_SINGLE.finditer(text))
    found: list[Quotation] = []
    if not marks:
        return found
    bounds = [*paragraph_starts(text)[1:], len(text)]
    at = 0
    for end in bounds:
        first = at
        while at < len(marks) and marks[at].start() < end:
            at += 1
        if at < len(marks) and at > first and _runs_on(marks[at - 1], marks[at]):
            end, at = marks[at].end(), at + 1
        if at > first:
            _paired(found, text, marks[first:at], end)
    return found


def _runs_on(opening: re.Match[str], closing: re.Match[str]) -> bool:
    """Whether a quotation that its paragraph leaves open is closed further down with no new mark between."""
    near = closing.start() - opening.start() < _LONGEST
    return opening.group() == "“" and closing.group() == "”" and near


def _paired(found: list[Quotation], text: str, marks: list[re.Match[str]], end: int) -> None:
    """Pair the marks of one paragraph; what stays open runs to its end."""
    opened: int | None = None
    for match in _outermost(text, marks):
        mark = match.group()
        if opened is None:
            opened = None if mark in _CLOSING else match.start()
        elif mark in _OPENING or _opens_anew(text, match):
            _keep(found, text, opened, match.start())
            opened = match.start()
        else:
            _keep(found, text, opened, match.end())
            opened = None
    if opened is not None:
        _keep(found, text, opened, len(text[:end].rstrip()))


def _outermost(text: str, marks: list[re.Match[str]]) -> list[re.Match[str]]:
    """The marks of a paragraph without the pairs that stand inside a quotation of the same straight marks."""
    kept = list[re.Match[str]]()
    at, is_open = 0, False
    while at < len(marks):
        pair = marks[at : at + 2]
        if is_open and len(marks) - at > len(pair) and _opens(text, pair[0]) and _closes_words(text, *pair):
            at += len(pair)
            continue
        kept.append(marks[at])
        anew = not is_open or _opens_anew(text, marks[at])
        is_open = marks[at].group() in _OPENING or (marks[at].group() == '"' and anew)
        at += 1
    return kept


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Whether a straight mark stands as one that opens: behind a space and right before a letter."""
    return (
        mark.group() == '"'
        and text[mark.start() - 1].isspace()
        and text[mark.end() : mark.end() + 1].isalnum()
    )


def _opens_anew(text: str, mark: re.Match[str]) -> bool:
    """Whether a straight mark opens a paragraph of a quotation that the one before, now on the same line, has not closed."""
    return _opens(text, mark) and text[: mark.start()].rstrip()[-1:] in _ENDS


def _closes_words(text: str, first: re.Match[str], second: re.Match[str]) -> bool:
    """Whether two straight marks hold a word or a few, and no sentence's end."""
    words = text[first.end() : second.start()]
    closed = second.group() == '"' and not words[-1:].isspace() and words[-1:] not in _STOPS
    return closed and 0 < len(words.split()) <= _FEW


def _keep(found: list[Quotation], text: str, start: int, end: int) -> None:
    if _FIVE_WORDS.match(text, start, min(end, start + _OPENING_CHARACTERS)) or _ENDS_SPEECH.search(
        text[end - 3 : end]
    ):
        found.append(Quotation(start, end))


def holding(found: list[Quotation], start: int, end: int) -> int | None:
    """The number of the quotation that holds `start:end`, or None."""
    number = bisect_right(found, start, key=attrgetter("start")) - 1
    return number if number >= 0 and end <= found[number].end else None
