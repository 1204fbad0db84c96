"""Lists under a lead: lines behind a colon that each open with a bullet, a dash, a number, or a name and its count."""

import re
from collections.abc import Sequence

from cenotaph.model import Span

# A bullet, or a name whose count the line gives: "Ayr – 41 dead".
_BULLET = re.compile(r"\s*(?:(?:[-–—•*·▪◦●]|\d{1,2}[.)])\s|(?:[A-Z][\w’'-]+ ){0,2}[A-Z][\w’'-]+ ?[:–—-] ?\d)")
_NUMBER = re.compile(r"\d{1,2}[.)]")
_LONGEST = 40
"""Lines that a list may have before the one asked about."""


def opens_item(text: str, sentences: Sequence[Span], at: int) -> bool:
    """Whether a sentence opens a line of a list; its number may stand as a sentence of its own before it ("1.")."""
    span = sentences[at]
    if at and _goes_on(text, sentences, at):
        before = sentences[at - 1]
        return _NUMBER.fullmatch(text, before.start, before.end) is not None
    return _BULLET.match(text, span.start, span.end) is not None


def opens_list(text: str, span: Span) -> bool:
    """Whether a sentence ends on the colon behind which a list may follow."""
    return text[span.start : span.end].rstrip().endswith(":")


def lead_of(text: str, sentences: Sequence[Span], index: int) -> int | None:
    """The sentence under whose colon the list stands that sentence `index` is in; None where it is in none.

    A line may hold several sentences: the ones behind its first belong to the list as well.
    """
    seen = False
    for at in range(index, max(-1, index - _LONGEST), -1):
        if opens_item(text, sentences, at):
            seen = True
        elif opens_list(text, sentences[at]):
            return at if seen else None
        elif not _goes_on(text, sentences, at):
            return None
    return None


def _goes_on(text: str, sentences: Sequence[Span], at: int) -> bool:
    """Whether a sentence stands on the same line as the one before it."""
    return at > 0 and "\n" not in text[sentences[at - 1].end : sentences[at].start]
