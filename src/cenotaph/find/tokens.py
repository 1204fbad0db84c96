"""A sentence as tokens and a string of tags, one letter a token, for the grammar to match at the speed of `re`."""

import re
from typing import NamedTuple

from cenotaph.find.lexicon import Entry, Lexicon, lexicon
from cenotaph.find.quantities import Quantity, quantities
from cenotaph.language import load_words
from cenotaph.model import Span

_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}|['’][sS]\b|[^\W\d_]+(?:[-'’](?![sS]\b)[^\W\d_]+)*|\d[\d.,:/-]*\d|\d|--+|[^\s\w]|\w+"
)
_PUNCTUATION = {
    ",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")", "-": "-", "–": "-", "—": "-", "--": "-",
    '"': '"', "“": '"', "”": '"', "‘": '"', "«": '"', "»": '"', ".": ".", "!": ".", "?": ".", "…": ".", "&": "&", "|": ".", "•": ".",
}  # fmt: skip
_LOWER_WORD = re.compile(r"\b[a-z]{4,}")
_CAPITAL_WORD = re.compile(r"\b[A-Z][\w'’-]+")
# Tags of words that a capital inside a sentence turns into part of a name ("Major General Hope").
_NAME_TAGS = frozenset("WwLNJaRPf")
_TITLES = frozenset("VJTM")
_BEHIND_GROUPS = frozenset("BSmnotPgicr&btRaeWOp+")
_ARABIC_NAME = re.compile(r"(?:al|el|an|as|ad|ar|at|ash|az|abu|bin|ibn|d|de|ul|ur)['’-]?[A-Z]")
_BEFORE_NOUNS = frozenset("DAJTQPo'")


class Tokens(NamedTuple):
    """The tokens of one sentence.

    `tags` has one letter a token; `words` are lower case, a merged phrase or quantity being one token; `starts`, `ends`
    are offsets in the report's text; `entries` holds what the lexicon says of a token; `quantities` token → quantity.
    """

    tags: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    entries: dict[int, Entry]
    quantities: dict[int, Quantity]
    caps: bool
    upper: list[bool]


def tokenize(text: str, span: Span) -> Tokens:
    """The tokens of the sentence at `span`."""
    piece = text[span.start : span.end]
    caps = piece.isupper() or _is_title_case(piece)
    found = quantities(text, span.start, span.end)
    builder = _Builder(lexicon(), text, caps, {quantity.start: quantity for quantity in found})
    skip = -1
    matches = list(_TOKEN.finditer(text, span.start, span.end))
    lows = [match.group().lower().replace("’", "'") for match in matches]
    for index, match in enumerate(matches):
        if index <= skip:
            continue
        skip = builder.take(index, match, matches, lows)
    return builder.tokens()


def _is_title_case(piece: str) -> bool:
    """Whether this is a headline with capitals throughout, where a capital tells nothing."""
    lower = len(_LOWER_WORD.findall(piece))
    return lower * 5 < len(_CAPITAL_WORD.findall(piece)) and len(piece) > 24


class _Builder:
    def __init__(self, lex: Lexicon, text: str, caps: bool, found: dict[int, Quantity]) -> None:
        self.lex, self.text, self.caps, self.found = lex, text, caps, found
        self.tags: list[str] = []
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.entries: dict[int, Entry] = {}
        self.numbers: dict[int, Quantity] = {}
        self.opened = True

    def take(self, index: int, match: re.Match[str], matches: list[re.Match[str]], lows: list[str]) -> int:
        """Add the token or phrase that starts at `index`; the index of the last match it used."""
        start = match.start()
        quantity = self.found.get(start)
        if quantity is not None:
            return self._take_quantity(index, quantity, matches)
        low = lows[index]
        options = self.lex.phrases.get(low)
        if options:
            for rest, entry in options:
                last = index + len(rest)
                if lows[index + 1 : last + 1] == list(rest) and (
                    entry.tag != "Z" or self._ends_group(last, lows)
                ):
                    self._add(entry.tag, " ".join([low, *rest]), start, matches[last].end(), entry)
                    return last
        word = match.group()
        entry = self.lex.cased.get(low) if word.isupper() and not self.caps else None
        entry = entry or self.lex.words.get(low)
        if entry is not None and not self._is_name(word, entry):
            self._add(entry.tag, low, start, match.end(), entry)
        else:
            self._take_other(index, word, low, match, len(matches) - 1)
        return index

    def _ends_group(self, last: int, lows: list[str]) -> bool:
        """Whether "the wounded" stands alone, and is not the start of "the wounded soldiers"."""
        if last + 1 == len(lows) or not lows[last + 1][0].isalpha():
            return True
        entry = self.lex.words.get(lows[last + 1])
        return entry is not None and entry.tag in _BEHIND_GROUPS

    def _take_other(self, index: int, word: str, low: str, match: re.Match[str], last: int) -> None:
        """A word no list knows, or a mark; quotation marks and full stops inside the sentence are no tokens."""
        tag = self._tag(word, low, match.start())
        if tag == '"':
            self.opened = True
            if self.tags and self.text[match.start() - 1] not in " \n(":
                self._add(tag, low, match.start(), match.end(), None)
                self.opened = False
        elif tag != "." or index == last:
            self._add(tag, low, match.start(), match.end(), None)

    def _take_quantity(self, index: int, quantity: Quantity, matches: list[re.Match[str]]) -> int:
        last = index
        while last + 1 < len(matches) and matches[last + 1].start() < quantity.end:
            last += 1
        end = max(quantity.end, matches[last].end())
        if self.text[end : end + 1] == "-" and last + 2 < len(matches):
            last, end = last + 2, matches[last + 2].end()
        elif (
            last + 1 < len(matches)
            and matches[last + 1].start() == end
            and matches[last + 1].group().isalpha()
        ):
            last, end = last + 1, matches[last + 1].end()
        self.numbers[len(self.tags)] = quantity
        text = self.text[quantity.start : quantity.end].lower()
        self._add("Q" if quantity.count and end == quantity.end else "U", text, quantity.start, end, None)
        return last

    def _add(self, tag: str, word: str, start: int, end: int, entry: Entry | None) -> None:
        if entry is not None:
            self.entries[len(self.tags)] = entry
        self.opened = tag in ":(-"
        self.tags.append(tag)
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(end)

    def _is_name(self, word: str, entry: Entry) -> bool:
        """Whether a capitalised word inside a mixed-case sentence is part of a name in spite of its lexicon entry."""
        return (
            not self.caps
            and not self.opened
            and word[0].isupper()
            and word[1:].islower()
            and entry.tag in _NAME_TAGS
        )

    def _tag(self, word: str, low: str, start: int) -> str:
        if not word[0].isalpha():
            return self._mark(word, start)
        common = self.lex.common.get(low)
        if low.endswith(("ed", "ing")) and (self.caps or word[0].islower()):
            return "W" if low.endswith("ed") else "w"
        if self.caps or (word[0].isupper() and self.opened):
            return "R" + common if common and low in self.lex.rare else common or "M"
        if word[0].isupper():
            return "CV" if common == "V" and not word.isupper() else ("v" if common == "v" else "M")
        return "M" if _ARABIC_NAME.match(word) else common or _shape(low)

    def _mark(self, word: str, start: int) -> str:
        if word in ("'", "’"):
            before = self.text[start - 1 : start]
            return "'" if before in "sSzZxX" and self.text[start + 1 : start + 2] == " " else '"'
        if word.lower() in ("'s", "’s"):
            return "'"
        return _PUNCTUATION.get(word, "U" if word[0].isdigit() else "-")

    def _uppers(self) -> list[bool]:
        return [self.text[start:end].isupper() for start, end in zip(self.starts, self.ends, strict=True)]

    def tokens(self) -> Tokens:
        tags = "".join(_settled(self.tags, self.words, self.lex.events))
        if self.caps:
            tags = _surnames(tags, self.words)
        return Tokens(
            tags, self.words, self.starts, self.ends, self.entries, self.numbers, self.caps, self._uppers()
        )


def _settled(tags: list[str], words: list[str], events: frozenset[str]) -> list[str]:
    """Tags with what only neighbours can tell: rare words in capitals beside a name are names, verbs behind a
    determiner or adjective are nouns."""
    out = list(tags)
    for index, tag in enumerate(tags):
        before, after = tags[index - 1] if index else "", tags[index + 1] if index + 1 < len(tags) else ""
        if len(tag) == 2:
            if tag[0] == "C":
                out[index] = "M" if out[index - 1 : index] == ["M"] and after not in ("M", "CV") else "V"
            else:
                out[index] = "M" if "M" in (before, after) or before[:1] == "R" else tag[1]
        if (
            tag in "xk"
            and words[index] in events
            and (before == "'" or tag == "x" and (before in _BEFORE_NOUNS or after == "o"))
        ):
            out[index] = "E"
        if (
            tag == "h"
            and before in ("Q", "A", "J", "T", "D")
            and words[index] in ("hostage", "prisoner", "captive")
        ):
            out[index] = "V"
        if out[index] == "f":
            out[index] = (
                "M"
                if after == "M" and before in _TITLES
                else ("N" if before in _BEFORE_NOUNS or (before == "M" and after == "N") else "W")
            )
    return out


def _surnames(tags: str, words: list[str]) -> str:
    """In capitals, up to two nouns behind a given name are its surname ("DIEGO MORALES")."""
    out, given = list(tags), load_words("given_names")
    for index, word in enumerate(words[:-1]):
        if word in given and tags[index] in "MGNV":
            out[index] = "M"
            for after in range(index + 1, min(index + 3, len(tags))):
                if tags[after] not in "MNfVGJ":
                    break
                out[after] = "M"
    return "".join(out)


def _shape(low: str) -> str:
    """The likeliest tag of a lower-case word that no list knows."""
    if low.endswith("ly"):
        return "a"
    if low.endswith("ed"):
        return "W"
    if low.endswith("ing"):
        return "w"
    return "J" if "-" in low else "N"
