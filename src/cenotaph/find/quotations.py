"""Quotations of a report: stretches of speech between quotation marks, over sentences and paragraphs."""

import re
from typing import NamedTuple

from cenotaph.model import Span

_MARK = re.compile(r"[“”\"„«»]|''|(?:(?<=\s)|^)['‘](?=[A-Z])|(?<=[.,!?…])['’](?=\s|$)")
_OPENING, _CLOSING = "“„«‘", "”»’"
_SPEECH = re.compile(r"(?:\S+\s+){4}\S|[.!?,][\"”’'»]?$")


class Quotation(NamedTuple):
    """One stretch of speech: the marks included. `runs_on` where its paragraph ends before it is closed."""

    start: int
    end: int
    runs_on: bool


def quotations(text: str, paragraphs: list[int]) -> list[Quotation]:
    """The quotations of a text that hold speech, not a quoted word or two; `paragraphs` are the paragraphs' starts."""
    if not any(mark in text for mark in "\"“„«‘'"):
        return []
    found: list[Quotation] = []
    for number, start in enumerate(paragraphs):
        end = paragraphs[number + 1] if number + 1 < len(paragraphs) else len(text)
        found.extend(_in_paragraph(text, start, end))
    return found


def _in_paragraph(text: str, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened: int | None = None
    single = False
    for match in _MARK.finditer(text, start, end):
        mark = match.group()
        if mark in "'‘’" and opened is not None and not single:
            continue
        if opened is None:
            if mark in _CLOSING and mark != "’":
                continue
            opened, single = match.start(), mark in "'‘"
            if mark == "’":
                opened = None
        elif mark in _OPENING:
            _keep(found, text, opened, match.start(), runs_on=True)
            opened, single = match.start(), mark in "'‘"
        elif not single or mark in "'’":
            _keep(found, text, opened, match.end(), runs_on=False)
            opened = None
    if opened is not None and not single:
        _keep(found, text, opened, len(text[:end].rstrip()), runs_on=True)
    return found


def _keep(found: list[Quotation], text: str, start: int, end: int, *, runs_on: bool) -> None:
    if _SPEECH.search(text[start:end]):
        found.append(Quotation(start, end, runs_on))


def holding(found: list[Quotation], start: int, end: int) -> int | None:
    """The number of the quotation that holds `start:end`, or None."""
    for number, quotation in enumerate(found):
        if quotation.start <= start and end <= quotation.end:
            return number
    return None


def span_of(quotation: Quotation) -> Span:
    """A quotation as a span of the report."""
    return Span(quotation.start, quotation.end)
