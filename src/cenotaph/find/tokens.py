"""A sentence as tokens and a string of tags, one letter a token, for the grammar to match at the speed of `re`."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from cenotaph.find.lexicon import Entry
from cenotaph.find.neighbours import settled, with_surnames
from cenotaph.find.quantities import Quantity, quantities
from cenotaph.find.word_tags import Case, Word, word_of
from cenotaph.model import Span

_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}(?:-[a-z]+)?|['’][sS]\b|[^\W\d_]+(?:[-'’](?![sS]\b)[^\W\d_]+)*|\d[\d.,:/-]*\d|\d|--+|[^\s\w]|\w+"
)
_LOWER_WORD = re.compile(r"\b[a-z]{4,}")
_CAPITAL_WORD = re.compile(r"\b[A-Z][\w'’-]+")
_TITLE_LENGTH = 24  # A shorter line with capitals is a name as likely as a headline.
# Tags of words that go on with a noun phrase: "the wounded soldiers" is not "the wounded".
_CONTINUES_GROUP = frozenset(("J", "T", "V", "v", "Y", "G", "N", "M", "CV", "H", "C", "Q", "U"))
_OPENING = frozenset(":(-")


class Tokens(NamedTuple):
    """The tokens of one sentence.

    `tags` has one letter a token; `words` are lower case, a merged phrase or quantity being one token; `starts`, `ends`
    are offsets in the report's text; `entries` holds what the lexicon says of a token; `quantities` token → quantity.
    """

    text: str
    tags: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    entries: dict[int, Entry]
    quantities: dict[int, Quantity]
    caps: bool

    def is_upper(self, index: int) -> bool:
        """Whether the token is written in capitals."""
        return self.text[self.starts[index] : self.ends[index]].isupper()


def tokenize(text: str, span: Span) -> Tokens:
    """The tokens of the sentence at `span`. Full stops inside it and opening quotation marks are no tokens."""
    caps = _is_capitals(text[span.start : span.end])
    found = {quantity.start: quantity for quantity in quantities(text, span.start, span.end)}
    tokenizer = _Tokenizer(
        text, [(match.start(), match.group()) for match in _TOKEN.finditer(text, span.start, span.end)]
    )
    tokenizer.read(found, caps=caps)
    tags = settled(tokenizer.tags, tokenizer.words)
    tags = with_surnames(tags, tokenizer.words) if caps else tags
    return Tokens(
        text,
        tags,
        tokenizer.words,
        tokenizer.starts,
        tokenizer.ends,
        tokenizer.entries,
        tokenizer.numbers,
        caps,
    )


def _is_capitals(piece: str) -> bool:
    """Whether a sentence is in capitals, or a headline with capitals throughout: there a capital tells nothing."""
    if len(piece) <= _TITLE_LENGTH or piece.isupper():
        return piece.isupper()
    return len(_LOWER_WORD.findall(piece)) * 5 < len(_CAPITAL_WORD.findall(piece))


class _Tokenizer:
    """Reads the pieces of a sentence, left to right, into parallel lists."""

    def __init__(self, text: str, pieces: list[tuple[int, str]]) -> None:
        self.text, self.pieces = text, pieces
        self.tags: list[str] = []
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.entries: dict[int, Entry] = {}
        self.numbers: dict[int, Quantity] = {}

    def read(self, found: dict[int, Quantity], *, caps: bool) -> None:
        """Take all pieces; `found` holds the quantities by their start."""
        at, last, opened = 0, len(self.pieces) - 1, True
        while at <= last:
            start, piece = self.pieces[at]
            if start in found:
                at, opened = self._take_quantity(at, found[start]), False
                continue
            case: Case = "capitals" if caps else "opening" if opened else "inside"
            word = word_of(piece, case)
            options = word.phrases.get(self.pieces[at + 1][1].lower()) if word.phrases and at < last else None
            behind = self._take_phrase(at, word.low, options) if options else at
            if behind > at:
                at, opened = behind, False
                continue
            opened = self._take_word(at, word, is_last=at == last, opened=opened)
            at += 1

    def _take_word(self, at: int, word: Word, *, is_last: bool, opened: bool) -> bool:
        """Take one piece; whether the next one opens a sentence or quotation."""
        start, piece = self.pieces[at]
        tag = self._apostrophe(start) if piece in ("'", "’") else word.tag
        if tag == '"' and (not self.tags or self.text[start - 1] in " \n("):
            return True
        if tag == "." and not is_last:
            return opened
        self._add(tag, word.low, start, start + len(piece), word.entry)
        return tag in _OPENING

    def _apostrophe(self, start: int) -> str:
        """A possessive mark behind a plural ("the soldiers' bodies"), or a quotation mark."""
        before, after = self.text[start - 1 : start], self.text[start + 1 : start + 2]
        return "'" if before in tuple("sSzZxX") and after == " " else '"'

    def _take_phrase(self, at: int, low: str, options: Sequence[tuple[tuple[str, ...], Entry]]) -> int:
        """Take the longest phrase of the lexicon that starts here; the number of the piece behind it, or `at`."""
        for rest, entry in options:
            end = at + 1 + len(rest)
            lows = tuple(piece.lower() for _, piece in self.pieces[at + 1 : end])
            if lows == rest and (entry.tag != "Z" or self._stands_alone(end)):
                start, last = self.pieces[end - 1]
                self._add(entry.tag, " ".join((low, *rest)), self.pieces[at][0], start + len(last), entry)
                return end
        return at

    def _stands_alone(self, behind: int) -> bool:
        """Whether "the wounded" is all, and not the start of "the wounded soldiers"."""
        if behind == len(self.pieces) or not self.pieces[behind][1][0].isalpha():
            return True
        word = word_of(self.pieces[behind][1], "inside")
        return word.tag not in _CONTINUES_GROUP

    def _take_quantity(self, at: int, quantity: Quantity) -> int:
        """Take a quantity with what is glued to it ("7-year-old", "1st"); the number of the piece behind it."""
        end, behind = quantity.end, at + 1
        while behind < len(self.pieces) and self.pieces[behind][0] < end:
            behind += 1
        start, piece = self.pieces[behind - 1]
        end = max(end, start + len(piece))
        if self.text[end : end + 1] == "-" and behind + 1 < len(self.pieces):
            start, piece = self.pieces[behind + 1]
            behind, end = behind + 2, start + len(piece)
        elif behind < len(self.pieces) and self.pieces[behind][0] == end and self.pieces[behind][1].isalpha():
            behind, end = behind + 1, end + len(self.pieces[behind][1])
        self.numbers[len(self.tags)] = quantity
        tag = "Q" if quantity.count and end == quantity.end else "U"
        self._add(tag, self.text[quantity.start : quantity.end].lower(), quantity.start, end, None)
        return behind

    def _add(self, tag: str, word: str, start: int, end: int, entry: Entry | None) -> None:
        if entry is not None:
            self.entries[len(self.tags)] = entry
        self.tags.append(tag)
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(end)
