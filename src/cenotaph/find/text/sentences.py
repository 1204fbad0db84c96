"""Sentences of a report as spans; hard-wrapped wire copy and one-line-a-paragraph pages both work."""

import re
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from cenotaph.language import load_pack
from cenotaph.model import Span

# A full stop with what closes behind it, then space; the same glued to the next sentence ("Sunday.But"); line ends.
# Every break starts with one of few signs, so that `re` can skip from sign to sign.
_BREAK = re.compile(
    r"[.!?…\n](?:(?<=\n)(?:[ \t\r]*\n\s*)?"
    r"|(?<!\n)(?:[.!?…\"”’'»)\]*]*(?=\s)|(?<=[a-z)\]”\"][.!?])[\"”’]?(?=[“\"‘]?[A-Z][a-z]+[ ,’'])))"
)
_OPENERS = '"“‘(['
_WRAP_WIDTH = 100


class Abbreviations(NamedTuple):
    """The pack's lists: what ends in a full stop before a name, and anywhere; words that start a new sentence."""

    before_name: frozenset[str]
    anywhere: frozenset[str]
    starters: frozenset[str]


def sentences(text: str) -> list[Span]:
    """The sentences of a text in order, as spans without surrounding white space; pieces without a letter or figure are left out."""
    spans: list[Span] = []
    start, wrapped = 0, is_wrapped(text)
    for match in _BREAK.finditer(text):
        cut = match.end() if text[match.start()] != "\n" else match.start()
        if _ends_sentence(text, start, match, wrapped):
            _append(spans, text, start, cut)
            start = match.end()
    _append(spans, text, start, len(text))
    return spans


def is_wrapped(text: str) -> bool:
    """Whether single line ends stand inside sentences: short even lines, many of which go on in mid-sentence."""
    lines = [line for line in text[:6000].split("\n") if line.strip()]
    if len(lines) < 4 or max(map(len, lines)) > _WRAP_WIDTH:
        return False
    inner = sum(line.rstrip()[-1] not in '.!?:"”)' for line in lines[:-1])
    return inner * 2 > len(lines)


def paragraph_starts(text: str) -> list[int]:
    """Offsets at which paragraphs start (blank lines part them; each line is one where the text is not wrapped)."""
    pattern = r"\n[ \t\r]*\n\s*" if is_wrapped(text) else r"\n\s*"
    return [0, *(match.end() for match in re.finditer(pattern, text))]


def paragraph_of(starts: list[int], offset: int) -> int:
    """The number of the paragraph that holds an offset."""
    return bisect_right(starts, offset) - 1


def _ends_sentence(text: str, start: int, match: re.Match[str], wrapped: bool) -> bool:
    mark = match.group()
    if mark[0] == "\n":
        return not wrapped or mark.count("\n") > 1
    if mark != ".":
        return True
    stop = match.start()
    word = text[max(start, text.rfind(" ", start, stop) + 1, text.rfind("\n", start, stop) + 1) : stop]
    return not _is_abbreviation(word.lstrip(_OPENERS), text, match.end())


def _is_abbreviation(word: str, text: str, after: int) -> bool:
    """Whether the full stop behind `word` belongs to the word ("Gen.", "U.S.", "a.m.") and the sentence goes on."""
    following = text[after : after + 3].lstrip()[:1]
    low, known = word.lower(), _abbreviations()
    if low in known.before_name:
        return following.isalnum()
    if low in known.anywhere:
        return not following.isupper() or _goes_on(text, after)
    return (len(word) == 1 and word.isupper() and word != "I") or following.islower()


def _goes_on(text: str, after: int) -> bool:
    """ "U.S. Marines" goes on; "left the U.S. He said" does not: a function word starts a new sentence."""
    following = re.match(r"\s*(\w+)", text[after : after + 24])
    return following is not None and following.group(1).lower() not in _abbreviations().starters


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end].rstrip()
    bare = piece.lstrip()
    if bare[:1].isalnum() or any(map(str.isalnum, bare)):
        end = start + len(piece)
        spans.append(Span(end - len(bare), end))


@cache
def _abbreviations() -> Abbreviations:
    pack = load_pack("abbreviations")
    return Abbreviations(*(frozenset(pack[name]) for name in Abbreviations._fields))
