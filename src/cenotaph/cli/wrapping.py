"""Words into lines of a width, counted in a terminal's cells (a Chinese sign takes two, an accent none)."""

import unicodedata
from collections.abc import Iterator

_WIDE = ("W", "F")
_NO_WIDTH = ("Mn", "Me", "Cf")


def cells(text: str) -> int:
    """How many cells of a terminal the text takes."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def wrapped(text: str, width: int, *, most: int = 0) -> list[str]:
    """The text in lines of at most `width` cells, broken between words where it can be; with `most`, what does not
    fit into so many lines is cut, and an ellipsis says so."""
    if cells(text) <= width:
        return [text]
    lines = _lines(text, max(width, 2))
    found: list[str] = []
    for line in lines:
        if most and len(found) == most:
            found[-1] = _head(found[-1], max(width, 2) - 1)[0].rstrip(" ,;") + "…"
            break
        found.append(line)
    return found


def _lines(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        joined = f"{line} {word}" if line else word
        if cells(joined) <= width:
            line = joined
            continue
        if line:
            yield line
        while cells(word) > width:
            head, word = _head(word, width)
            yield head
        line = word
    if line:
        yield line


def _head(word: str, width: int) -> tuple[str, str]:
    """As much of the word as fits, after a slash or a hyphen if one is near the end, and what is left."""
    taken = at = 0
    while at < len(word) and taken + _cells_of(word[at]) <= width:
        taken += _cells_of(word[at])
        at += 1
    if at == len(word):
        return word, ""
    stop = max(word.rfind(sign, 0, at) for sign in "/-_") + 1
    at = stop if stop > at // 2 else at
    return word[:at], word[at:]


def _cells_of(sign: str) -> int:
    if unicodedata.category(sign) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in _WIDE else 1
