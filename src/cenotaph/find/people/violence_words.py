"""The words and phrases by which texts speak of armed violence, of accidents, of crime at home: the lists of the pack `violence`."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from cenotaph.find.text.alternation import any_of
from cenotaph.find.text.letters import flattened
from cenotaph.find.text.word_filter import WordFilter
from cenotaph.language import load_pack

LISTS = (
    "armed",
    "plain",
    "uniform",
    "other",
    "peace",
    "court",
    "camera",
    "violent",
    "crime",
    "theatre",
    "guns",
)
NEVER = "never"
"""The list of phrases that tell of no armed violence at all."""
_REMEMBERED = 1 << 16
_PARTS = re.compile(r"[a-z*?]+")
_OPEN = ("*", "?")


class Openings(NamedTuple):
    """The words that phrases open with; for each the lists that have such phrases, with the whole words of each phrase."""

    words: frozenset[bytes]
    phrases: dict[bytes, list[tuple[str, frozenset[bytes]]]]

    def of(self, words: frozenset[bytes]) -> dict[str, set[bytes]]:
        """The lists of which a text of these words may hold a phrase, with the words that such phrases open with."""
        found: dict[str, set[bytes]] = {}
        for first in self.words & words:
            for name, phrase in self.phrases[first]:
                if phrase <= words:
                    found.setdefault(name, set()).add(first)
        return found


@lru_cache(maxsize=_REMEMBERED)
def counted(name: str, phrase: str) -> int:
    """What a phrase of a list counts for: 1, less those of its words that are in the list themselves."""
    return 1 - sum(name in lists_of(word) for word in phrase.split())


@lru_cache(maxsize=_REMEMBERED)
def lists_of(word: str) -> frozenset[str]:
    """The lists that have a word."""
    if not _any_word().match(word):
        return frozenset()
    found = frozenset(name for name in LISTS if _words(name).match(word))
    return found | {"armed"} if "plain" in found else found


@cache
def listed() -> WordFilter[bytes]:
    """Sorts out the words that some list has."""
    return WordFilter(lambda word: bool(lists_of(word.decode())))


@lru_cache(maxsize=_REMEMBERED)
def is_violent(trigger: str) -> bool:
    """Whether words of harm speak of violence by themselves."""
    return any_word_of("violent").search(trigger.lower()) is not None


@cache
def any_word_of(name: str) -> re.Pattern[str]:
    """One pattern for a list of the pack, for lower-case text."""
    return any_of(load_pack("violence")[name])


@cache
def _words(name: str) -> re.Pattern[str]:
    return any_of(word for word in load_pack("violence")[name] if not _is_phrase(word))


@cache
def _any_word() -> re.Pattern[str]:
    """One pattern for the words of all lists."""
    return any_of(word for name in LISTS for word in load_pack("violence")[name] if not _is_phrase(word))


@cache
def phrases(name: str) -> re.Pattern[str]:
    """One pattern for the phrases of a list of the pack, for lower-case text."""
    return any_of(_phrases(name))


@cache
def openings() -> Openings:
    """The words that the phrases of all lists open with."""
    found: dict[bytes, list[tuple[str, frozenset[bytes]]]] = {}
    for name in (*LISTS, NEVER):
        for first, whole in map(_whole_words, _phrases(name)):
            found.setdefault(first, []).append((name, whole))
    return Openings(frozenset(found), found)


def _phrases(name: str) -> list[str]:
    return [entry for entry in load_pack("violence")[name] if _is_phrase(entry)]


def _whole_words(entry: str) -> tuple[bytes, frozenset[bytes]]:
    """The first word of a phrase, and its words that leave no letter open, of which the first must be one."""
    words = _PARTS.findall(entry)
    if words[0].endswith(_OPEN):
        raise ValueError(f"The phrase “{entry}” must open with a whole word.")
    whole = (word for word in words if not word.endswith(_OPEN))
    return flattened(words[0]), frozenset(flattened(word) for word in whole)


def _is_phrase(entry: str) -> bool:
    return not entry.replace("*", "").replace("?", "").isalpha()
