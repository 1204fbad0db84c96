"""Whether a report, or one sentence of it, speaks of armed violence rather than of accidents, illness or disaster."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from cenotaph.find.text.alternation import any_of
from cenotaph.find.text.first_look import flattened
from cenotaph.language import load_pack

_LISTS = ("armed", "uniform", "other", "violent")
_REMEMBERED = 1 << 16


class Tally(NamedTuple):
    """How many words and phrases of each list of the pack a text holds."""

    armed: int
    uniform: int
    other: int
    violent: int


class Phrases(NamedTuple):
    """The phrases of a list: how each begins, and one pattern for them all; they match lower-case text."""

    openings: tuple[str, ...]
    pattern: re.Pattern[str]


class Violence:
    """What a report speaks of, weighed once and only where asked; `armed(sentence, trigger)` decides for one claim."""

    def __init__(self, low: str) -> None:
        """Takes the lower-case text of a report; it is weighed when first asked about."""
        self._low = low

    @cached_property
    def _tally(self) -> Tally:
        return tally(self._low)

    @property
    def armed_words(self) -> float:
        """How many words speak of armed violence; those of uniforms count half."""
        return self._tally.armed + self._tally.uniform / 2

    @property
    def other_words(self) -> int:
        """How many words speak of accidents, illness and disaster."""
        return self._tally.other

    @cached_property
    def _never(self) -> bool:
        return _holds(_phrases("never"), self._low)

    def armed(self, sentence: str, trigger: str) -> bool:
        """Whether harm told in `sentence` with the words `trigger` is of armed violence."""
        return _is_violent(trigger) or self._is_armed(sentence.lower(), trigger.lower())

    def may_be_armed(self, sentence: str) -> bool:
        """Whether any harm told in `sentence` can be of armed violence, whatever its words."""
        low = sentence.lower()
        return tally(low).violent > 0 or self._is_armed(low, low)

    def _is_armed(self, sentence: str, trigger: str) -> bool:
        """As `armed`, where the words of harm do not tell by themselves; all in lower case."""
        armed, uniform, other, _ = tally(sentence)
        if not armed and self._never:
            return False
        if not other:
            armed += uniform
        if armed != other:
            return armed > other or self.armed_words > 3 * self.other_words + 3
        return self.armed_words > self.other_words or (not self.other_words and "kill" in trigger)


@lru_cache(maxsize=1 << 10)
def tally(low: str) -> Tally:
    """What a lower-case text holds; single words are looked up, each in all lists at once."""
    counted = Counter(map(_lists_of, flattened(low).split()))
    return Tally(*(_of_list(name, counted) + _of_phrases(name, low) for name in _LISTS))


def _of_list(name: str, counted: Counter[frozenset[str]]) -> int:
    return sum(number for lists, number in counted.items() if name in lists)


def _of_phrases(name: str, low: str) -> int:
    """The phrases of a list in a text, less those of their words that have counted alone."""
    known = _phrases(name)
    if not _may_hold(known, low):
        return 0
    return sum(1 - _alone(name, phrase.split()) for phrase in known.pattern.findall(low))


def _alone(name: str, words: Iterable[str]) -> int:
    return sum(name in _lists_of(word.encode()) for word in words)


def _holds(known: Phrases, low: str) -> bool:
    return _may_hold(known, low) and known.pattern.search(low) is not None


def _may_hold(known: Phrases, low: str) -> bool:
    return any(opening in low for opening in known.openings)


@lru_cache(maxsize=_REMEMBERED)
def _lists_of(word: bytes) -> frozenset[str]:
    """The lists that have a word."""
    return frozenset(name for name in _LISTS if _words(name).match(word.decode()))


@lru_cache(maxsize=_REMEMBERED)
def _is_violent(trigger: str) -> bool:
    """Whether words of harm speak of violence by themselves."""
    return _any_of("violent").search(trigger.lower()) is not None


@cache
def _any_of(name: str) -> re.Pattern[str]:
    """One pattern for a list of the pack, for lower-case text."""
    return any_of(load_pack("violence")[name])


@cache
def _words(name: str) -> re.Pattern[str]:
    return any_of(word for word in load_pack("violence")[name] if not _is_phrase(word))


@cache
def _phrases(name: str) -> Phrases:
    listed = [entry for entry in load_pack("violence")[name] if _is_phrase(entry)]
    return Phrases(tuple(entry.partition("*")[0] for entry in listed), any_of(listed))


def _is_phrase(entry: str) -> bool:
    return not entry.replace("*", "").replace("?", "").isalpha()
