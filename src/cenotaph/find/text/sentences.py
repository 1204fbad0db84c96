"""Sentences of a report as spans; hard-wrapped wire copy and one-line-a-paragraph pages both work."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from cenotaph.language import load_pack
from cenotaph.model import Span

# A full stop with what closes behind it, then space; the same glued to the next sentence ("Sunday.But") or to its heading ("Sunday.DiplomacyThe"); line ends.
# Every break starts with one of few signs, so that `re` can skip from sign to sign.
_BREAK = re.compile(
    r"[.!?…\n](?:(?<=\n)(?:[ \t\r]*\n\s*)?"
    r"|(?<!\n)(?:[.!?…\"”’'»)\]*]*(?=\s)|(?<=[a-z)\]”\"][.!?])[\"”’]?(?=[“\"‘]?[A-Z][a-z]+[ ,’'A-Z])))"
)
_OPENERS = '"“‘(['
_CLOSED = (".)", ".]")
# The broadest line, in letters, and the share of lines that must go on: of plain copy, and of lines that are all set in alike behind the first, as markup is printed.
_PLAIN, _INDENTED = (100, 0.5), (140, 0.25)
_OF_A_TABLE = re.compile(r"\s*[A-Z][\w’' -]{2,40}(?::| [–—-]) ?\d")  # "Ayr region: 88 killed".
_NARROWEST = 44  # Letters: a column of names is narrower than wire copy.
_FULL = 0.8  # Of the width: a word may have been moved to the next line with its neighbour, and widths vary by a few letters.
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n")
_REMEMBERED = 1 << 14

Kind = Literal["before a name", "anywhere", "initial", "none"]


class Abbreviations(NamedTuple):
    """The pack's lists: what ends in a full stop before a name, and anywhere; words that start a new sentence; what
    stands in brackets behind a soldier's rank."""

    before_name: frozenset[str]
    anywhere: frozenset[str]
    starters: frozenset[str]
    after_rank: frozenset[str]


def sentences(text: str) -> list[Span]:
    """The sentences of a text in order, as spans without surrounding white space; pieces without a letter or figure are left out."""
    return _sentences(text, 0, len(text), wrapped=is_wrapped(text))


def sentences_around(text: str, places: Iterable[int]) -> Iterator[Span]:
    """The sentences of the paragraphs that hold some of the places, as `sentences` has them: a blank line ends every sentence."""
    reach, wrapped = 0, is_wrapped(text)
    for place in sorted(places):
        if place >= reach:
            start = text.rfind("\n\n", 0, place) + 1
            stop = text.find("\n\n", place)
            reach = len(text) if stop < 0 else stop + 2
            yield from _sentences(text, start, reach, wrapped=wrapped)


def _sentences(text: str, start: int, end: int, *, wrapped: bool) -> list[Span]:
    spans: list[Span] = []
    for match in _BREAK.finditer(text, start, end):
        cut = match.end() if text[match.start()] != "\n" else match.start()
        if _ends_sentence(text, start, match, wrapped):
            _append(spans, text, start, cut)
            start = match.end()
    _append(spans, text, start, end)
    return spans


def is_wrapped(text: str) -> bool:
    """Whether single line ends stand inside sentences: short even lines, many of which go on in mid-sentence."""
    lines = [line for line in text[:6000].split("\n") if line.strip()]
    if len(lines) < 4 or sum(map(bool, map(_OF_A_TABLE.match, lines))) * 2 >= len(lines):
        return False
    indent = min(len(line) - len(line.lstrip()) for line in lines[1:])
    lines[1:] = [line[indent:] for line in lines[1:]]
    width, broadest, share = max(map(len, lines)), *(_INDENTED if indent > 1 else _PLAIN)
    if not _NARROWEST < width <= broadest:
        return False
    inner = [at for at, line in enumerate(lines[:-1]) if line.rstrip()[-1] not in '.!?:"”)']
    if len(inner) <= (len(lines) - _PARAGRAPH.subn("", text[:6000].strip())[1]) * share:
        return False  # The last line of a paragraph goes on nowhere.
    return sum(_is_full(lines[at], lines[at + 1], width) for at in inner) * 2 > len(inner)


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether a line had no room left for the next one's first word, as the lines of a list of names have."""
    return len(line.rstrip()) + 1 + len(following.split(None, 1)[0]) > width * _FULL


def paragraph_starts(text: str) -> list[int]:
    """Offsets at which paragraphs start (blank lines part them; each line is one where the text is not wrapped)."""
    pattern = r"\n[ \t\r]*\n\s*" if is_wrapped(text) else r"\n\s*"
    return [0, *(match.end() for match in re.finditer(pattern, text))]


def paragraph_of(starts: list[int], offset: int) -> int:
    """The number of the paragraph that holds an offset."""
    return bisect_right(starts, offset) - 1


_ON_X = ("on X", "via X", "platform X", "network X", "to X")
"""The network, which is nobody's initial."""


def _ends_sentence(text: str, start: int, match: re.Match[str], wrapped: bool) -> bool:
    stop, after = match.span()
    if text[stop] == "\n":
        if text.count("\n", stop, after) > 1:
            return True
        return not wrapped and not _runs_on(text[stop - 1], text[after : after + 1])
    if text.startswith(("...", "…"), stop) and text[after : after + 2].lstrip()[:1].islower():
        return False  # "In air strikes... targeting a base".
    word = text[max(start, text.rfind(" ", start, stop) + 1, text.rfind("\n", start, stop) + 1) : stop]
    following = text[after : after + 3].lstrip()[:1]
    if text[stop:after] in _CLOSED and _kind_of(word) == "anywhere":
        return _ends_on(word, following, text, after)  # "Officials of Orbotel [Orbian Telephone, Inc.] were".
    if text[stop] != "." or after - stop > 1:
        return not (text.startswith(".)", stop) and is_rank_note(text[max(start, stop - 5) : stop]))
    if following.islower():
        return False
    if word == "X" and text[max(start, stop - 12) : stop].endswith(_ON_X):
        return True
    return _ends_on(word, following, text, after)


def _runs_on(last: str, following: str) -> bool:
    """Whether a line breaks in mid-sentence: "on Friday, killing" and "three soldiers" below it."""
    return (last.islower() or last == ",") and following.islower()


def _ends_on(word: str, following: str, text: str, after: int) -> bool:
    """Whether the full stop behind `word` ends the sentence, and does not belong to the word ("Gen.", "U.S.", "a.m.")."""
    kind = _kind_of(word)
    if kind == "before a name":
        return not following.isalnum() and following != "("
    return kind == "none" or (kind == "anywhere" and following.isupper() and not _goes_on(text, after))


def is_rank_note(text: str) -> bool:
    """Whether a text ends on an opened "(res" or "(ret", as behind a soldier's rank."""
    return text.rpartition("(")[2].lower() in _abbreviations().after_rank if "(" in text else False


@lru_cache(maxsize=_REMEMBERED)
def _kind_of(word: str) -> Kind:
    """What kind of abbreviation a word is; a single capital is an initial."""
    bare = word.lstrip(_OPENERS)
    low, known = bare.lower(), _abbreviations()
    if low in known.before_name:
        return "before a name"
    if low in known.anywhere:
        return "anywhere"
    return "initial" if len(bare) == 1 and bare.isupper() and bare != "I" else "none"


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
