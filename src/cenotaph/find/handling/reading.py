"""A sentence as the grammar sees it: its tokens, each with the letter of its class."""

import re
from functools import lru_cache
from typing import NamedTuple

from cenotaph.find.handling.grammar import Grammar, grammar
from cenotaph.find.text.lexicon import lexicon

_TOKEN = re.compile(
    r"\d[\d.,]*\d(?!\w)|[^\W_]+(?:[-'’.][^\W_]+)*|[,;:.!?…()\[\]|–—&]|(?<=\s)-{1,2}(?=\s)|\n\s*\n"
)
_ASCII_TOKEN = re.compile(_TOKEN.pattern, re.ASCII)  # The same for ASCII text, where it is quicker.
_REMEMBERED = 1 << 16
_CLOSING = ('"', "\u201d")
_TERM_WORDS = 3
_ADJECTIVES = ("ified", "human", "mortal", "skeletal", "partial")
_BEFORE_MONTHS = (
    "in",
    "since",
    "of",
    "until",
    "by",
    "from",
    "last",
    "early",
    "late",
    "during",
    "this",
    "next",
)
_EACH = ("all", "both", "each")
_COUNTING = (
    "number",
    "numeral",
    "handover",
    "taking",
    "contain",
    "returned",
    "return",
    "returning",
    "taken",
    "took",
    "got_back",
)
_OWNED = ("determiner", "owning", "name", "number", "numeral", "somebody")
_WOUND_REACH = 5
_ABBREVIATED = 6  # No abbreviation of a title or a name has more letters.
_MARKS = {",": "comma", "(": "comma", ")": "comma", "[": "comma", "]": "comma", "-": "comma", "--": "comma", "–": "comma", "—": "comma"}  # fmt: skip
_LEXICON_CLASSES = {"V": "person", "v": "person", "Y": "demonym", "T": "demonym", "G": "name"}


class Reading(NamedTuple):
    """A sentence as tokens: `tags` has one class letter a token; `words` are lower case; offsets are the report's.

    `closed` numbers the tokens that a quotation of more than a few words ends behind.
    """

    tags: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    closed: frozenset[int]


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
    return Reading(_settled(rules, tags, words), words, starts, ends, _closed(text, starts, ends))


def _is_owned(text: str, end: int, start: int) -> bool:
    """Whether the word that ends at `end` owns what starts at `start`: "her son's remains", "the captives' remains"."""
    return text[end - 2 : end].lower() in ("'s", "’s") or text[end:start].strip() in ("'", "’")


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


def _settled(rules: Grammar, tags: list[str], words: list[str]) -> str:
    """The classes that only the words around decide: remains and bodies of things, "wounded" as a verb."""
    letters = rules.letters
    body, wounded, word = letters["body"], letters["wounded"], letters["word"]
    if "remains" in words:
        for at, low in enumerate(words):
            if low == "remains" and not _is_thing(rules, tags, words, at):
                tags[at] = body
    hurt = letters["injury"] in tags or "hurt" in words
    for at, tag in enumerate(tags):
        if words[at] == "may" and (words[at - 1] in _BEFORE_MONTHS or _is_month(letters, tags, at)):
            tags[at] = word
        if words[at] in _EACH and tags[at - 1] == letters["be"]:
            tags[at] = letters["adverb"]  # "Were all taken".
        if words[at] == "over" and tags[at + 1 : at + 2] in ([letters["number"]], [letters["numeral"]]):
            tags[at] = letters["determiner"]
        if words[at] == "around" and tags[at + 1 : at + 2] in ([letters["number"]], [letters["numeral"]]):
            tags[at] = letters["determiner"]
        if hurt and _is_hurt(letters, tags, words, at):
            tags[at] = wounded
        if (tag == wounded and _is_verb(letters, tags, at)) or (
            tag == body and _is_thing(rules, tags, words, at)
        ):
            tags[at] = word
    return "".join(tags)


def _is_hurt(letters: dict[str, str], tags: list[str], words: list[str], at: int) -> bool:
    """Whether somebody is one "with a leg wound", "with burns", or "hurt" is what befell those named right before it."""
    people = [letters[name] for name in ("person", "fighter", "kin", "number", "numeral", "name", "somebody")]
    if words[at] == "hurt":
        return (
            at > 0 and tags[at - 1] in people and tags[at + 1 : at + 2] in ([letters["in"]], [letters["by"]])
        )
    if tags[at] not in people or words[at + 1 : at + 2] != ["with"]:
        return False
    behind = tags[at + 2 : at + 2 + _WOUND_REACH]
    joined = next(
        (
            i
            for i, tag in enumerate(behind)
            if tag not in (letters["word"], letters["determiner"], letters["number"])
        ),
        None,
    )
    return joined is not None and behind[joined] == letters["injury"]


def _is_thing(rules: Grammar, tags: list[str], words: list[str], at: int) -> bool:
    """Whether "remains" are of a thing ("a rocket"), "a body" is one of people ("experts"), or what something came from."""
    letters = rules.letters
    of = tags[at + 1 : at + 2] == [letters["of"]]
    if words[at] == "remains" and at and _is_plural(letters, tags[at - 1], words[at - 1]):
        return False  # "the soldiers' remains": of one soldier "remains" may be the verb.
    if words[at] == "remains" and words[at + 1 : at + 2] in (["are"], ["were"], ["have"]):
        return False  # Of the verb it would be "remain".
    if words[at] == "remains" and _is_noun(letters, tags, words, at):
        return False
    if words[at] == "remains" and not of and _is_counted(letters, tags, words, at):
        return False
    if words[at].endswith("remains"):
        return (of and rules.human.isdisjoint(tags[at + 2 : at + 7])) or (words[at] == "remains" and not of)
    if words[at] != "body":
        return False
    if of and words[at - 1 : at] == ["a"]:
        return tags[at + 2 : at + 3] not in [[letters[name]] for name in _OWNED]
    return letters["from"] in tags[max(0, at - 2) : at]


def _is_noun(letters: dict[str, str], tags: list[str], words: list[str], at: int) -> bool:
    """ "Sets of remains", "the soldier remains returned", "remains unearthed in June": no verb "remains" stands so."""
    if words[at - 1 : at] == ["of"] or words[at - 1 : at] == ["human"]:
        return True
    behind = tags[at + 1 : at + 2]
    handled = [letters[name] for name in ("returned", "returning", "exhumed", "found")]
    return bool(behind) and behind[0] in handled or words[at + 1 : at + 2] in (["recovered"], ["repatriated"])


def _is_plural(letters: dict[str, str], tag: str, word: str) -> bool:
    """Whether a noun is of several, whose "remains" can be no verb: "the captives' remains"."""
    several = word.endswith(("s", "men")) and not word.endswith(("ss", "is", "us"))
    return several and tag not in (letters["name"], letters["determiner"])


def _is_counted(letters: dict[str, str], tags: list[str], words: list[str], at: int) -> bool:
    """ "Received 45 remains", "accepted 41 Russian remains", "the exchange of remains"."""
    before = at - 1
    while before > 0 and (
        tags[before] in [letters[name] for name in ("demonym", "dead", "fighter", "person")]
        or words[before].endswith(_ADJECTIVES)
    ):
        before -= 1
    counts = [letters[name] for name in _COUNTING]
    if before < at - 1:  # "The Palestinian remains".
        counts.append(letters["determiner"])
    return before >= 0 and tags[before] in counts


def _is_month(letters: dict[str, str], tags: list[str], at: int) -> bool:
    """Whether "May" stands beside the number of a day or a year."""
    return letters["number"] in (*tags[at - 1 : at], *tags[at + 1 : at + 2])


def _is_verb(letters: dict[str, str], tags: list[str], at: int) -> bool:
    """Whether "wounded" is what somebody did: right before a number or behind "have"."""
    return tags[at + 1 : at + 2] in ([letters["number"]], [letters["numeral"]]) or (
        at > 0 and tags[at - 1] == letters["have"]
    )


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
        return known
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
