"""What a word is by itself, whatever stands beside it: remembered, since a report repeats its words."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from cenotaph.find.text.lexicon import Entry, Seconds, lexicon
from cenotaph.language import load_words

Case = Literal["capitals", "opening", "inside"]

PUNCTUATION = {
    ",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")", "-": "-", "–": "-", "—": "-", "--": "-",
    '"': '"', "“": '"', "”": '"', "‘": '"', "«": '"', "»": '"', ".": ".", "!": ".", "?": ".", "…": ".", "&": "&", "|": ".", "•": ".",
    "'s": "'", "´s": "'", "`s": "'", "’s": "'", "'S": "'", "’S": "'",
}  # fmt: skip
# Tags of words that a capital inside a sentence turns into part of a name ("Major General Hope").
_NAME_TAGS = frozenset("WwLNJaRPf")
_ARABIC_NAME = re.compile(r"(?:al|el|an|as|ad|ar|at|ash|az|abu|bin|ibn|d|de|ul|ur)['’-]?[A-Z]")
_MONTHS = frozenset(("May", "March"))  # In capitals or at a sentence's head they are verbs as often.
_MONTH = Entry("e")
_NO_NAME = re.compile(
    r"(?:(?P<quality>able|ible)|(?P<thing>(?:tion|cycle|bomb)s?)|(?P<people>(?:ist|owner|breeder|worker|holder|dealer)s|rymen)|(?P<manner>(?:ical|ous|ful|less|ive|ent|ant|ed)ly))$"
)
_LEANING = ("pro-", "anti-", "non-", "semi-")
_SHAPES = {"quality": "J", "thing": "N", "people": "v", "manner": "a"}
_REMEMBERED = 1 << 16


class Word(NamedTuple):
    """A word: its tag, its lower-case form, its lexicon entry, and the phrases of the lexicon that start with it,
    by their second word.

    A tag of two letters waits for the neighbours (see text/neighbours.py): before the tag that the word has unless it is part
    of a name stands "R" for rare words in capitals, "O" for rare words that open a sentence, "C" for titles, "G" for words
    that are given names as well.
    """

    tag: str
    low: str
    entry: Entry | None
    phrases: Seconds | None


@lru_cache(maxsize=_REMEMBERED)
def word_of(word: str, case: Case) -> Word:
    """The word as it stands in capitals throughout, opening a sentence or quotation, or inside one."""
    lex = lexicon()
    low = word.lower().replace("’", "'")
    entry = lex.cased.get(low) if case != "capitals" and word.isupper() else None
    entry = entry or (_MONTH if case == "inside" and word in _MONTHS else lex.words.get(low))
    phrases = lex.phrases.get(low)
    if entry is not None and not (case == "inside" and _is_part_of_name(word, entry)):
        waits = entry.harm is None and case != "capitals" and _may_be_given(word, low)
        return Word("G" + entry.tag if waits else entry.tag, low, entry, phrases)
    return Word(_tag(word, low, case), low, None, phrases)


def _is_part_of_name(word: str, entry: Entry) -> bool:
    return word[0].isupper() and word[1:].islower() and entry.tag in _NAME_TAGS


def _may_be_given(word: str, low: str) -> bool:
    """Whether a word with a capital is one that people are named with as well ("Grace", "Mark", "Prince")."""
    return word[0].isupper() and word[1:].islower() and low in load_words("word_names")


def _tag(word: str, low: str, case: Case) -> str:
    if not word[0].isalpha():
        return PUNCTUATION.get(word, "U" if word[0].isdigit() else "-")
    if word[-1].isdigit():
        return "G"  # "M-19", "Su-25".
    lex = lexicon()
    common = lex.common.get(low)
    if low.endswith(("ed", "ing")) and (case == "capitals" or word[0].islower()):
        return "W" if low.endswith("ed") else "w"
    if case == "opening" and common == "N" and word[0].isupper() and low in load_words("given_names"):
        return "O" + common
    if common and (case == "opening" or (case == "inside" and common == "V")) and _may_be_given(word, low):
        return "G" + common
    if case == "capitals" or (word[0].isupper() and case == "opening"):
        waiting = "R" if case == "capitals" else "O"
        return waiting + common if common and low in lex.rare else common or _loud_shape(low)
    if word[0].isupper():
        return _capital_tag(word, common)
    return "M" if _ARABIC_NAME.match(word) else common or _shape(low)


def _loud_shape(low: str) -> str:
    """The likeliest tag of a word in capitals that no list knows: a name's, unless it ends as no name does."""
    if low.startswith(_LEANING):
        return "J"  # "PRO-CUBAN".
    match = _NO_NAME.search(low)
    return _SHAPES[match.lastgroup or ""] if match is not None else "M"


def _capital_tag(word: str, common: str | None) -> str:
    """A capitalised word inside a sentence: a person noun may be a title or a surname, all else is a name."""
    if common == "V" and not word.isupper():
        return "CV"
    return "v" if common == "v" else "M"


def _shape(low: str) -> str:
    """The likeliest tag of a lower-case word that no list knows."""
    if low.endswith("ly"):
        return "a"
    return _hyphened(low) if "-" in low else "N"


def _hyphened(low: str) -> str:
    """ "A sub-commander", "two ex-soldiers" are people, what else has a hyphen is an adjective."""
    entry = lexicon().words.get(low.rpartition("-")[2])
    return entry.tag if entry is not None and entry.tag in ("V", "v") else "J"
