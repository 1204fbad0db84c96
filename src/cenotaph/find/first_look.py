"""A first look at a text, at the speed of C: whether it holds a word of harm at all, and in which sentences.

Only ASCII letters count here, all else parts words. What is found is checked by whoever reads the sentence.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from cenotaph.find.lexicon import lexicon
from cenotaph.model import Span

_FLAT = bytes(ord(chr(byte).lower()) if byte < 128 and chr(byte).isalpha() else 32 for byte in range(256))


class FirstLook(NamedTuple):
    """A text as small ASCII letters and spaces, a byte a character, and the words between its spaces, in order."""

    flat: bytes
    words: list[bytes]


class HarmWords(NamedTuple):
    """The lexicon's words of harm, and the phrases that have no such word, by their last word."""

    words: frozenset[bytes]
    phrases: dict[bytes, tuple[bytes, ...]]


def first_look(text: str) -> FirstLook:
    """The letters and words of a text."""
    flat = _flattened(text)
    return FirstLook(flat, flat.split())


def tells_of_harm(seen: FirstLook) -> bool:
    """Whether a text holds a word of harm."""
    known = harm_words()
    return not known.words.isdisjoint(seen.words) or any(_phrases_in(seen))


def harmed_sentences(seen: FirstLook, spans: Sequence[Span]) -> list[int]:
    """The numbers of the sentences that hold a word of harm, in order."""
    starts = [span.start for span in spans]
    return sorted({bisect_right(starts, at) - 1 for at in _harm_at(seen)} - {-1})


def _harm_at(seen: FirstLook) -> Iterator[int]:
    """Where words of harm start, and where words start that may start a phrase of harm."""
    padded = b" %b " % seen.flat
    for word in harm_words().words.intersection(seen.words):
        yield from _places(padded, word)
    for phrase in _phrases_in(seen):
        yield from _places(padded, phrase.split(b" ")[0])


def _phrases_in(seen: FirstLook) -> Iterator[bytes]:
    keys = harm_words().phrases.keys() & seen.words
    if keys:
        joined = b" ".join(seen.words)
        for key in keys:
            yield from (phrase for phrase in harm_words().phrases[key] if phrase in joined)


def _places(padded: bytes, word: bytes) -> Iterator[int]:
    needle = b" %b " % word
    at = padded.find(needle)
    while at >= 0:
        yield at
        at = padded.find(needle, at + 1)


def _flattened(text: str) -> bytes:
    return text.encode("latin-1", "replace").translate(_FLAT)


@cache
def harm_words() -> HarmWords:
    """What the first look asks for, from the lexicon."""
    single = frozenset(_flattened(word) for word, entry in lexicon().words.items() if entry.harm)
    phrases: dict[bytes, tuple[bytes, ...]] = {}
    for phrase in _phrases_of_harm():
        words = phrase.split()
        if single.isdisjoint(words):
            phrases[words[-1]] = (*phrases.get(words[-1], ()), b" ".join(words))
    return HarmWords(single, phrases)


def _phrases_of_harm() -> Iterator[bytes]:
    for first, seconds in lexicon().phrases.items():
        for options in seconds.values():
            for rest, entry in options:
                if entry.harm:
                    yield _flattened(" ".join((first, *rest)))
