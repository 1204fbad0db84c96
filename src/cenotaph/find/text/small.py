"""A report in lower case, and as bare letters, with every character in its place: turns of phrase are found there in half the time
that reading without regard to case takes, and words by splitting."""

import re
from collections.abc import Iterator
from functools import lru_cache

from cenotaph.find.counts.numerals import lowered, places_of
from cenotaph.find.text.letters import letters_of

_REMEMBERED = 4  # Texts.
_SAMPLE = 600  # Characters.
_SMALL = dict.fromkeys(map(ord, "abcdefghijklmnopqrstuvwxyz"))
# The end of a full line of a text set in lines, as wire copy is.
_WRAPPED = re.compile(r"\n(?<=[^\n]{50}\n)(?=\S)")


@lru_cache(maxsize=_REMEMBERED)
def small(text: str) -> str:
    """A report's text in lower case and unwrapped, made once for all who ask."""
    return unwrapped(lowered(text))


@lru_cache(maxsize=_REMEMBERED)
def in_capitals(text: str) -> bool:
    """Whether a report is written in capitals, as wire copy was."""
    sample = text[:_SAMPLE]
    return len(sample) - len(sample.translate(_SMALL)) < len(sample) // 6


@lru_cache(maxsize=_REMEMBERED)
def unwrapped(text: str) -> str:
    """A report's text with a space at the end of each full line, where a phrase goes on in the next one."""
    return _WRAPPED.sub(" ", text)


@lru_cache(maxsize=_REMEMBERED)
def letters(text: str) -> str:
    """A report's text as small ASCII letters and spaces, made once for all who ask."""
    return letters_of(text)


@lru_cache(maxsize=_REMEMBERED)
def bag(text: str) -> frozenset[str]:
    """The words of a report in small ASCII letters, without order."""
    return frozenset(letters(text).split())


def opened(pattern: re.Pattern[str], text: str, words: frozenset[str]) -> Iterator[re.Match[str]]:
    """The matches of a pattern that opens with one of the words, tried only where these stand, in small letters or large."""
    reach = 0
    for at in sorted(places_of(words & bag(text), letters(text))):
        match = pattern.match(text, at) if at >= reach else None
        if match is not None:
            reach = match.end()
            yield match
