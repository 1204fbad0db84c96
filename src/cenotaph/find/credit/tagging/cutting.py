"""A sentence cut into words and marks, also where two are glued."""

import re

from cenotaph.model import Span

_BRACKETS = ("(", "[")

_WORD = re.compile(
    r"\d[\d,.]*\d(?![^\W\d_])"
    r"|[^\W_]+(?:[’'&/\-][^\W_]+|(?<![^\W_][^\W_])\.[^\W_](?![^\W_])|\.(?:com|net|NET|org|info|ru|ua|tv|co|kz|az|am|by|news)\b)*"
    r"(?:['’](?=\s))?"
    r"|[,;:“”\"|]|[–—]|\.(?=[A-Z“])|(?<=\s)-+(?=\s|[A-Za-z]{3})|(?<=\s)[‘'](?=\w)|\([^()]{1,40}\)|\[[^\[\]]{1,90}\]"
)
_ASCII_WORD = re.compile(_WORD.pattern, re.ASCII)  # The same for ASCII text, where it is quicker.
_EMPTY = re.compile("")
# Two words that a lost line end has glued ("reportsUkraine"): a break stands between them.
_GLUE = re.compile(
    r"(?<![^\W_])(?:[a-z]{4,}|[A-Z][a-z]+(?:ing|ed|tion|ment|ies)|[A-Z]{4,}-)(?=[A-Z][a-z]{2})"
)
_HUMP = re.compile(r"[a-z][A-Z][a-z]{3}")
# A dateline glued to its story: "AYRSHIRE-Chad says".
_GLUED_PLACE = re.compile(r"\s*[A-Z]{4,}-(?=[A-Z][a-z]{2})")


def word_matches(text: str, span: Span) -> list[re.Match[str]]:
    """The words and marks of a sentence without its glosses; an empty match stands between two words that are glued."""
    words = _ASCII_WORD if text[max(0, span.start - 1) : span.end + 1].isascii() else _WORD
    glued = _HUMP.search(text, span.start, span.end) and _GLUE.search(text, span.start, span.end)
    if span.start == 0 and glued is None:
        glued = _GLUED_PLACE.match(text)
    found: list[re.Match[str]] = []
    start = span.start
    while glued is not None:
        found += words.finditer(text, start, glued.end())
        start = glued.end()
        found += _EMPTY.finditer(text, start, start)
        glued = _GLUE.search(text, start, span.end)
    found += words.finditer(text, start, span.end)
    if text.find("(", span.start, span.end) < 0 and text.find("[", span.start, span.end) < 0:
        return found
    return [
        match
        for match in found
        if match.group()[:1] not in _BRACKETS or "/" in match.group() or "Photo" in match.group()
    ]
