"""How much a shared word says: rare words weigh, common ones do not.

A word's weight is its information in nats, -ln(its share of all words), less what any word of running text gives away.
The share blends what the ledger's own reports show with the frequencies of `packs/en/word_frequencies.toml`, so that
four reports can be compared as well as fifty thousand.
"""

from collections.abc import Mapping
from functools import cache

import numpy as np
from numpy.typing import NDArray

from cenotaph.language import load_pack
from cenotaph.trace.words import STEM_LETTERS, Hashes, word_hashes

Weights = NDArray[np.float32]

_BITS = 20
_MASK = np.uint32((1 << _BITS) - 1)
_PRIOR_WORDS = 2_000_000
_RARE_SHARE = 3e-6
_FLOOR = 4.5
_CEILING = 14.0
_AT_ONCE = 1 << 22


class Frequencies:
    """Counts of words by hash, started from the language's own frequencies. Memory is fixed (8 MiB)."""

    def __init__(self, counts: NDArray[np.float32]) -> None:
        self.counts = counts
        self._nats = self._information()

    def add(self, hashes: Hashes) -> None:
        """Count the words of new reports."""
        total = np.zeros(1 << _BITS, np.int64)
        for start in range(0, len(hashes), _AT_ONCE):
            total += np.bincount(hashes[start : start + _AT_ONCE] & _MASK, minlength=1 << _BITS)
        np.add(self.counts, total, out=self.counts, casting="unsafe")
        self._nats = self._information()

    def nats(self, hashes: Hashes) -> Weights:
        """The information of each word in nats, 14 at most."""
        nats: Weights = self._nats[hashes & _MASK]
        return nats

    def weights(self, hashes: Hashes) -> Weights:
        """The weight of each word as evidence: 0 for words as common as "of", 9.5 for the rarest."""
        weights: Weights = np.maximum(self.nats(hashes) - np.float32(_FLOOR), np.float32(0))
        return weights

    def _information(self) -> Weights:
        counts = self.counts + np.float32(_PRIOR_WORDS * _RARE_SHARE)
        total = np.float32(self.counts.sum(dtype=np.float64))
        nats: Weights = np.minimum(np.log(total / counts), np.float32(_CEILING))
        return nats


class FixedFrequencies(Frequencies):
    """Counts of all reports, of which those at hand are a part: they are not counted again."""

    def add(self, hashes: Hashes) -> None:
        """Count nothing."""


def word_frequencies() -> Frequencies:
    """Frequencies of whole words, before any report is read."""
    return Frequencies(_prior(_rates()))


def stem_frequencies() -> Frequencies:
    """Frequencies of words cut to their first letters, before any report is read."""
    stems: dict[str, float] = {}
    for word, rate in _rates().items():
        stems[word[:STEM_LETTERS]] = stems.get(word[:STEM_LETTERS], 0.0) + rate
    return Frequencies(_prior(stems))


@cache
def _rates() -> Mapping[str, float]:
    bands = load_pack("word_frequencies")["band"]
    return {word: float(band["per_million"]) for band in bands for word in band["words"].split()}


def _prior(rates: Mapping[str, float]) -> NDArray[np.float32]:
    counts = np.zeros(1 << _BITS, np.float32)
    places = word_hashes(" ".join(rates)) & _MASK
    np.add.at(counts, places, np.array(list(rates.values()), np.float32) * np.float32(_PRIOR_WORDS / 1e6))
    return counts
