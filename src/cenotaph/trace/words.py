"""Texts → words as numbers: a 32-bit hash of each folded word and of its first letters, with their offsets.

A word is a run of letters and figures, compared without case and accents. Nothing here loops over words in Python:
hundreds of texts at a time go through numpy as one array of characters.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.uint64]
Hashes = NDArray[np.uint32]
Offsets = NDArray[np.int64]
Flags = NDArray[np.bool_]
Codes = NDArray[np.uint8] | NDArray[np.uint16]

STEM_LETTERS = 5
_END = "\0\0\0"
_BATCH_CHARACTERS = 1 << 17
_BASE = 0x5851F42D4C957F2D
_MIX = np.uint64(0x9E3779B97F4A7C15)


class Batch(NamedTuple):
    """Some texts as one array of characters, and their words.

    `codes` are the code points (a 0 behind each text, three behind the last; 65535 stands for those beyond the basic plane); `firsts[i]` is the offset in `codes` at which text i starts;
    `starts` and `ends` are the words' offsets in `codes`; `is_plain` says which
    are of two letters or more and no figures; `bounds[i]:bounds[i + 1]` are the words of text i.
    """

    codes: Codes
    firsts: Offsets
    starts: Offsets
    ends: Offsets
    hashes: Hashes
    stems: Hashes
    is_plain: Flags
    bounds: Offsets


def batches(texts: Sequence[str]) -> Iterator[Batch]:
    """The texts in order, in batches that fit a processor's cache."""
    held: list[str] = []
    size = 0
    for text in texts:
        if held and size + len(text) >= _BATCH_CHARACTERS:
            yield read_words(held)
            held, size = [], 0
        held.append(text)
        size += len(text) + 1
    if held:
        yield read_words(held)


def read_words(texts: Sequence[str]) -> Batch:
    """The words of some texts, which are taken together."""
    codes = _characters("\0".join(texts) + _END)
    folded = _folding()[codes]
    is_word = np.zeros(len(folded) + 1, np.bool_)
    np.not_equal(folded, 0, out=is_word[1:])
    edges = np.flatnonzero(is_word[1:] != is_word[:-1])
    starts, ends = edges[0::2], edges[1::2]
    powers, inverses = _powers(1 << (len(folded) - 1).bit_length())
    sums = np.zeros(len(folded) + 1, np.uint64)
    np.multiply(folded, powers[: len(folded)], out=sums[1:])
    np.cumsum(sums, out=sums)
    before, scale = sums[starts], inverses[starts]
    lasts = np.cumsum(np.fromiter(map(len, texts), np.int64, len(texts)) + 1)
    return Batch(
        codes,
        np.concatenate(([0], lasts[:-1])),
        starts,
        ends,
        _mixed((sums[ends] - before) * scale),
        _mixed((sums[np.minimum(ends, starts + STEM_LETTERS)] - before) * scale),
        (ends - starts > 1) & ((folded[starts] < ord("0")) | (folded[starts] > ord("9"))),
        np.concatenate(([0], np.searchsorted(starts, lasts))),
    )


def word_hashes(phrase: str) -> Hashes:
    """The hashes of a phrase's words, as a text that holds them would have them."""
    return read_words([phrase]).hashes


def stem_hashes(words: Sequence[str]) -> Hashes:
    """The stem hash of each word of a list; every entry must be a single word."""
    batch = read_words([" ".join(words)])
    if len(batch.stems) != len(words):
        raise ValueError(f"Every entry must be one word; {len(words)} entries hold {len(batch.stems)} words.")
    return batch.stems


def _characters(text: str) -> Codes:
    if text.isascii():
        return np.frombuffer(text.encode("ascii"), np.uint8)
    pairs = text.encode("utf-16-le", "surrogatepass")
    if len(pairs) == 2 * len(text):
        return np.frombuffer(pairs, np.uint16)
    wide = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return np.minimum(wide, 0xFFFF).astype(np.uint16)


def _mixed(sums: Numbers) -> Hashes:
    sums ^= sums >> np.uint64(32)
    sums *= _MIX
    return (sums >> np.uint64(32)).astype(np.uint32)


@cache
def _folding() -> NDArray[np.uint16]:
    """For each code point of the basic plane the one it is compared as; 0 for whatever is no letter or figure."""
    table = np.zeros(0x10000, np.uint16)
    for code in range(0x10000):
        letter = chr(code)
        if letter.isalnum():
            table[code] = ord(unicodedata.normalize("NFKD", letter)[0].lower()[0]) & 0xFFFF or 1
    return table


@cache
def _powers(size: int) -> tuple[Numbers, Numbers]:
    """The powers of the hash's base and of its inverse modulo 2**64: a word's hash must not depend on its place."""
    return _power_table(_BASE, size), _power_table(pow(_BASE, -1, 1 << 64), size)


def _power_table(base: int, size: int) -> Numbers:
    table = np.full(size + 1, base, np.uint64)
    table[0] = 1
    return np.multiply.accumulate(table)
