"""The evidence of words that two reports share near the places where they share a run: rare words weigh, common ones do not.

A retelling keeps half of its words in place, chance keeps the common ones alone. Most pairs that share a few words by
chance are told from the others by a table of some bits of each word, which no word that is shared can escape.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cenotaph.trace.arrays import first_of_each, group_starts, ranges
from cenotaph.trace.library import Library
from cenotaph.trace.weights import Frequencies
from cenotaph.trace.words import Flags, Hashes, Numbers, Offsets

_WINDOW = 20
_AT_ONCE = 2_000
_CELL_BITS = 10
_CELL_MASK = np.uint32((1 << _CELL_BITS) - 1)
_SLACK = 1e-3
_UPPER, _LOWER_MASK = np.uint64(32), np.uint64(0xFFFFFFFF)

Evidence = NDArray[np.float64]


class Clusters(NamedTuple):
    """Places where a pair's seeds lie close together, sorted by pair: word ranges on both sides and words the same."""

    pair: Offsets
    left_first: Offsets
    left_last: Offsets
    right_first: Offsets
    right_last: Offsets
    same: Offsets

    def of_pairs(self, which: Flags) -> "Clusters":
        """Those of some of the pairs, which are numbered anew."""
        chosen = which[self.pair]
        left = Clusters(*(column[chosen] for column in self))
        return left._replace(pair=(np.cumsum(which) - 1)[left.pair])


class Surroundings:
    """The words around the clusters of some pairs of reports; words flagged as furniture are left out."""

    def __init__(self, library: Library, furniture: Flags, frequencies: Frequencies) -> None:
        self._library, self._furniture, self._frequencies = library, furniture, frequencies

    def most(self, clusters: Clusters, pairs: int) -> Evidence:
        """For each pair a weight that the different words that both sides have near the clusters do not go beyond."""
        most = np.zeros(pairs, np.float64)
        for part in _parts(clusters):
            first = int(part.pair[0])
            count = int(part.pair[-1]) - first + 1
            owners, hashes = self._near(part.pair - first, part.right_first, part.right_last)
            table = np.zeros(count << _CELL_BITS, np.bool_)
            table[_cells(owners, hashes)] = True
            owners, hashes = self._near(part.pair - first, part.left_first, part.left_last)
            met = table[_cells(owners, hashes)]
            weights = self._frequencies.weights(hashes[met])
            most[first : first + count] = np.bincount(owners[met], weights, count)
        return most + _SLACK

    def shared(self, clusters: Clusters, pairs: int) -> Evidence:
        """For each pair the summed weight of the different words that both sides have near the clusters."""
        evidence = np.zeros(pairs, np.float64)
        for part in _parts(clusters):
            left = _different(*self._near(part.pair, part.left_first, part.left_last))
            right = _different(*self._near(part.pair, part.right_first, part.right_last))
            both = np.concatenate((left, right))
            both.sort()
            shared = both[:-1][~first_of_each(both)[1:]]
            owners = (shared >> _UPPER).astype(np.int64)
            weights = self._frequencies.weights((shared & _LOWER_MASK).astype(np.uint32))
            first, last = int(part.pair[0]), int(part.pair[-1])
            evidence[first : last + 1] = np.bincount(owners - first, weights, last + 1 - first)
        return evidence

    def _near(self, pair: Offsets, firsts: Offsets, lasts: Offsets) -> tuple[Offsets, Hashes]:
        """The words around places, and the pair of each."""
        lowest, highest = self._library.report_words(self._library.reports_of(firsts))
        begins = np.maximum(firsts - _WINDOW, lowest)
        sizes = np.minimum(lasts + _WINDOW, highest) - begins
        words = ranges(begins, sizes)
        plain = words < self._library.first_new_word
        plain[~plain] = ~self._furniture[words[~plain] - self._library.first_new_word]
        return np.repeat(pair, sizes)[plain], self._library.hashes(words[plain])


def _parts(clusters: Clusters) -> Iterator[Clusters]:
    """The clusters, a few thousand at a time, those of one pair together."""
    starts = group_starts(clusters.pair)
    start = 0
    while start < len(clusters.pair):
        stop = int(starts[np.searchsorted(starts, min(start + _AT_ONCE, len(clusters.pair)))])
        yield Clusters(*(column[start:stop] for column in clusters))
        start = stop


def _cells(owners: Offsets, hashes: Hashes) -> Offsets:
    cells: Offsets = (owners << _CELL_BITS) + (hashes & _CELL_MASK)
    return cells


def _different(owners: Offsets, hashes: Hashes) -> Numbers:
    """The different words of each pair, each with its pair in the upper half."""
    keyed = (owners.astype(np.uint64) << _UPPER) | hashes
    keyed.sort()
    different: Numbers = keyed[first_of_each(keyed)]
    return different
