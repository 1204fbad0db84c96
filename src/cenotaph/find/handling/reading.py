"""A sentence as the grammar sees it: its tokens, each with the letter of its class."""

import re
from functools import lru_cache
from typing import NamedTuple

from cenotaph.find.handling.grammar import grammar
from cenotaph.find.handling.settling import settled
from cenotaph.find.text.lexicon import lexicon

_TOKEN = re.compile(
    r"\d[\d.,]*\d(?!\w)|[^\W_]+(?:[-'’.][^\W_]+)*|[,;:.!?…()\[\]|–—&]|(?<=\s)-{1,2}(?=\s)|\n\s*\n"
)
_ASCII_TOKEN = re.compile(_TOKEN.pattern, re.ASCII)  # The same for ASCII text, where it is quicker.
_REMEMBERED = 1 << 16
_GENITIVE = ("'", "’")
_CLOSING = ('"', "\u201d")
_TERM_WORDS = 3
_ABBREVIATED = 6  # No abbreviation of a title or a name has more letters.
_MARKS = {",": "comma", "(": "comma", ")": "comma", "[": "comma", "]": "comma", "-": "comma", "--": "comma", "–": "comma", "—": "comma"}  # fmt: skip
_LEXICON_CLASSES = {"V": "person", "v": "person", "Y": "demonym", "T": "demonym", "G": "name"}


class Reading(NamedTuple):
    """A sentence as tokens: `tags` has one class letter a token; `words` are lower case; offsets are the report's.

    `closed` numbers the tokens that a quotation of more than a few words ends behind, `owners` those in the genitive.
    """

    tags: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    closed: frozenset[int]
    owners: frozenset[int]


def read_sentence(text: str, start: int, end: int) -> Reading:
    """The tokens of `text[start:end]` with their classes; quotation marks are left out."""
    rules, piece = grammar(), text[start:end]
    spans = [
        match.span() for match in (_ASCII_TOKEN if piece.isascii() else _TOKEN).finditer(text, start, end)
    ]
    if "." in piece[:-1]:
        spans = [span for span in spans if not _is_abbreviating(text, span, start, end)]
    raw = [text[first:last] for first, last in spans]
    lows = _lows(raw, piece)
    tags: list[str] = []
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    caps, index = piece.isupper(), 0
    while index < len(lows):
        low, last = lows[index], index
        options = rules.phrases.get(low)
        length, tag = _phrase(options, lows, index) if options is not None else (0, "")
        if length:
            last = index + length - 1
            low = " ".join(lows[index : last + 1])
        elif low == "remains" and index and _is_owned(text, spans[index - 1][1], spans[index][0]):
            low, tag = "the remains", rules.letters["body"]
        tags.append(tag or _tag(low, raw[index][0], lowercase=caps or index == 0))
        words.append(low)
        starts.append(spans[index][0])
        ends.append(spans[last][1])
        index = last + 1
    return Reading(
        settled(rules, tags, words),
        words,
        starts,
        ends,
        _closed(text, starts, ends),
        _owners(text, start, ends),
    )


def _is_owned(text: str, end: int, start: int) -> bool:
    """Whether the word that ends at `end` owns what starts at `start`: "her son's remains", "the captives' remains"."""
    return text[end - 2 : end].lower() in ("'s", "’s") or text[end:start].strip() in ("'", "’")


def _owners(text: str, start: int, ends: list[int]) -> frozenset[int]:
    """The tokens in the genitive: "the dead man's brother", "the rebels' guns"."""
    if not ends or not any(mark in text[start : ends[-1] + 1] for mark in _GENITIVE):
        return frozenset()
    return frozenset(
        at
        for at, end in enumerate(ends)
        if text[end - 2 : end] in ("'s", "’s") or text[end - 1 : end + 1] in ("s'", "s’")
    )


def _is_abbreviating(text: str, span: tuple[int, int], start: int, end: int) -> bool:
    """Whether a token is the full stop of "Sgt." or of an initial, behind which the sentence goes on."""
    at, behind = span
    if text[at:behind] != "." or behind + 1 >= end or text[behind] not in " ,":
        return False
    word = text[max(start, at - _ABBREVIATED) : at].rpartition(" ")[2]
    return len(word) < _ABBREVIATED and word[:1].isupper()


def _lows(raw: list[str], piece: str) -> list[str]:
    """The tokens of a sentence in lower case, their genitive left out."""
    lows = [word.lower() for word in raw]
    if "'" in piece or "’" in piece:
        return [low.replace("’", "'").removesuffix("'s") for low in lows]
    return lows


def _closed(text: str, starts: list[int], ends: list[int]) -> frozenset[int]:
    """The tokens behind which a quotation ends; one of three words or fewer is a quoted term, not speech."""
    if not starts or not any(mark in text[starts[0] : ends[-1]] for mark in _CLOSING):
        return frozenset()
    closed: set[int] = set()
    opened = -_TERM_WORDS - 1
    for at in range(len(starts) - 1):
        gap = text[ends[at] : starts[at + 1]]
        if not gap.startswith(_CLOSING):
            opened = at + 1 if "\u201c" in gap or '"' in gap else opened
        elif at - opened >= _TERM_WORDS:
            closed.add(at)
    return frozenset(closed)


def _phrase(options: list[tuple[list[str], str]], lows: list[str], index: int) -> tuple[int, str]:
    """Length and letter of the longest phrase of `options` that starts at `index`; 0 where there is none."""
    for words, letter in options:
        if lows[index : index + len(words)] == words:
            return len(words), letter
    return 0, ""


@lru_cache(maxsize=_REMEMBERED)
def _tag(low: str, first: str, *, lowercase: bool) -> str:
    """The class of a token that starts with the letter or sign `first`, and is no phrase."""
    known, letters = grammar().words.get(low), grammar().letters
    if known is not None:
        return letters["name"] if low == "said" and first.isupper() and not lowercase else known
    if not first.isalnum():
        return letters[_MARKS.get(low, "break")]
    if first.isdigit():
        return letters["number"]
    entry = lexicon().words.get(low)
    if entry is not None and entry.tag in _LEXICON_CLASSES:
        return letters[_LEXICON_CLASSES[entry.tag]]
    if low.endswith("ly") and lexicon().common.get(low) == "a":
        return letters["adverb"]
    return letters["name" if first.isupper() and not lowercase else "word"]
