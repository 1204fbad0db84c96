"""A first look at a text, at the speed of C: whether it holds a word of harm at all, and in which sentences.

Only ASCII letters count here, all else parts words. What is found is checked by whoever reads the sentence.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from cenotaph.find.text.letters import flattened
from cenotaph.find.text.lexicon import lexicon
from cenotaph.find.text.sentences import sentences_around
from cenotaph.find.value import Value
from cenotaph.language import load_pack
from cenotaph.model import Span


class FirstLook(Value, frozen=True):
    """A text as small ASCII letters and spaces, a byte a character; the words between its spaces in order, and without."""

    flat: bytes
    listed: list[bytes]
    words: frozenset[bytes]

    def asked(self, words: frozenset[bytes]) -> "FirstLook":
        """The same with no other words than those, which are all that somebody asks for."""
        return FirstLook(self.flat, self.listed, self.words & words)

    def words_in(self, span: Span) -> frozenset[bytes]:
        """The words of a part of the text."""
        return frozenset(self.flat[span.start : span.end].split())


class HarmWords(NamedTuple):
    """The lexicon's words of harm, the phrases that have no such word, by their longest word, and the words of both."""

    words: frozenset[bytes]
    phrases: dict[bytes, list["Phrase"]]
    parts: frozenset[bytes]


class Phrase(NamedTuple):
    """A phrase of harm: its first word, its words without order, and the whole of it."""

    first: bytes
    words: frozenset[bytes]
    whole: bytes


def first_look(text: str) -> FirstLook:
    """The letters and words of a text."""
    flat = flattened(text)
    listed = flat.split()
    return FirstLook(flat, listed, frozenset(listed))


def harm_places(seen: FirstLook) -> list[int]:
    """Where words of harm start, and words that a phrase of harm in the text starts with; none for a text without."""
    known = harm_words()
    present = known.parts & seen.words
    starts = [*(known.words & present), *_phrase_starts(present, seen)]
    if not starts:
        return []
    return list(word_places(seen.flat, starts))


def sentences_at(places: Iterable[int], spans: Sequence[Span]) -> list[int]:
    """The numbers of the sentences that hold the places, in order."""
    starts = [span.start for span in spans]
    return sorted({bisect_right(starts, at) - 1 for at in places} - {-1})


def harmed_sentences(text: str, places: Sequence[int]) -> Iterator[Span]:
    """The sentences that hold the places, without a look at the other paragraphs."""
    around = list(sentences_around(text, places))
    return (around[at] for at in sentences_at(places, around))


def _phrase_starts(present: frozenset[bytes], seen: FirstLook) -> Iterator[bytes]:
    """The first words of the phrases of harm in a text that has the words `present`."""
    known, joined = harm_words(), b""
    for key in known.phrases.keys() & present:
        for phrase in known.phrases[key]:
            if phrase.words <= present:
                joined = joined or b" ".join(seen.listed)
                if phrase.whole in joined:
                    yield phrase.first


def word_places(flat: bytes, words: Iterable[bytes]) -> Iterator[int]:
    """Where the words stand in a text of small ASCII letters and spaces."""
    padded = b" %b " % flat
    for word in words:
        needle = b" %b " % word
        at = padded.find(needle)
        while at >= 0:
            yield at
            at = padded.find(needle, at + 1)


@cache
def harm_words() -> HarmWords:
    """What the first look asks for, from the lexicon."""
    lex = lexicon()
    told = [word for word, entry in lex.words.items() if entry.harm]
    signs = [flattened(sign) for sign in (*load_pack("lexicon")["signs"], *_takings())]
    single = frozenset((*map(flattened, told), *(sign for sign in signs if b" " not in sign)))
    phrases: dict[bytes, list[Phrase]] = {}
    for told_by in (*_phrases_of_harm(), *(sign for sign in signs if b" " in sign)):
        words = told_by.split()
        if single.isdisjoint(words):
            phrase = Phrase(words[0], frozenset(words), b" ".join(words))
            phrases.setdefault(max(words, key=len), []).append(phrase)
    parts = (word for options in phrases.values() for phrase in options for word in phrase.words)
    return HarmWords(single, phrases, single.union(parts))


def _takings() -> Iterator[str]:
    """What may tell of people taken: each of the captors with each verb of holding ("the rebels took")."""
    pack = load_pack("lexicon")
    captors = (*pack["captors"], *load_pack("armed_groups")["members"])
    return (f"{group} {verb}" for group in captors for verb in pack["taking"])


def _phrases_of_harm() -> Iterator[bytes]:
    for first, seconds in lexicon().phrases.items():
        for options in seconds.values():
            for rest, entry in options:
                if entry.harm:
                    yield flattened(" ".join((first, *rest)))
