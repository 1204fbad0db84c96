"""Quotations that two reports give in different words: as two translators would, or as reported speech.

A passage is a bag of stems with synonyms made one. Two passages are compared when they share two pairs of their
rarest stems, and at least one is a quotation; they match when the stems they share outweigh those they do not.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cenotaph.trace.arrays import first_of_each, group_starts, pairs_within, ranges
from cenotaph.trace.library import Library
from cenotaph.trace.shelf import Shelf
from cenotaph.trace.weights import Frequencies
from cenotaph.trace.words import Flags, Hashes, Numbers, Offsets

MIN_SHARED_STEMS = 5
ENOUGH_QUOTED, SHARE_QUOTED = 15.0, 0.42
ENOUGH_REPORTED, SHARE_REPORTED = 35.0, 0.6
SHARE_OF_LARGER = 0.33

_RAREST = 9
_MAX_PASSAGES = 50
_MIN_WEIGHT = 0.5
_MOSTLY = 0.5
_NUMBER_BITS = np.uint64(24)
_NUMBER_MASK = np.uint64((1 << 24) - 1)
_MIX = np.uint64(0x9E3779B97F4A7C15)
_ODD = np.uint64(0xD6E8FEB86659FD93)

Evidence = NDArray[np.float64]


class Matches(NamedTuple):
    """Passages that may tell the same: their numbers, the weight and number of shared stems, the weight of each side."""

    left: Offsets
    right: Offsets
    shared: Evidence
    stems: Offsets
    left_weight: Evidence
    right_weight: Evidence
    both_quoted: Flags

    def strength(self) -> Evidence:
        """How far each match's evidence goes, where 1 is just enough; reported speech must share more than quotations."""
        smaller = np.maximum(np.minimum(self.left_weight, self.right_weight), _MIN_WEIGHT)
        larger = np.maximum(np.maximum(self.left_weight, self.right_weight), _MIN_WEIGHT)
        weight = np.where(self.both_quoted, ENOUGH_QUOTED, ENOUGH_REPORTED)
        share = np.where(self.both_quoted, SHARE_QUOTED, SHARE_REPORTED)
        parts = (self.shared / weight, self.shared / smaller / share, self.shared / larger / SHARE_OF_LARGER)
        stems = np.where(self.shared > _MOSTLY * larger, MIN_SHARED_STEMS, MIN_SHARED_STEMS + 1)
        return np.minimum(np.minimum.reduce(parts), self.stems / stems)


def pair_keys(shelf: Shelf, furniture: Flags, frequencies: Frequencies) -> Numbers:
    """The sorted keys under which a shelf's passages are looked up: hashes of two rare stems each, and the passage."""
    passages, stems = _rarest_stems(shelf, furniture, frequencies)
    keys = [np.zeros(0, np.uint64)]
    for first in range(_RAREST):
        for second in range(first + 1, _RAREST):
            owners = passages[stems[:, second] > 0]
            one, two = stems[stems[:, second] > 0][:, [first, second]].astype(np.uint64).T
            mixed = (np.minimum(one, two) * _MIX + np.maximum(one, two)) * _ODD
            keys.append((mixed & ~_NUMBER_MASK) | owners)
    found = np.concatenate(keys)
    found.sort()
    return found


def find_retold(library: Library, frequencies: Frequencies) -> Matches:
    """The passages of new reports that tell what another report's passage tells, with the evidence."""
    left, right = _candidates(library)
    keyed: list[Numbers] = []
    weights = []
    for passages in (left, right):
        firsts, sizes, stems = library.passage_stems(passages)
        hashes = stems[ranges(firsts, sizes)]
        owners = np.repeat(np.arange(len(passages)), sizes)
        weights.append(np.bincount(owners, frequencies.weights(hashes), len(passages)).astype(np.float64))
        keyed.append((owners.astype(np.uint64) << np.uint64(32)) | hashes)
    both = np.concatenate(keyed)
    both.sort()
    shared = both[:-1][~first_of_each(both)[1:]]
    owners = (shared >> np.uint64(32)).astype(np.int64)
    common = frequencies.weights((shared & np.uint64(0xFFFFFFFF)).astype(np.uint32))
    return Matches(
        left,
        right,
        np.bincount(owners, common, len(left)).astype(np.float64),
        np.bincount(owners[common > _MIN_WEIGHT], minlength=len(left)).astype(np.int64),
        weights[0],
        weights[1],
        library.is_quoted(left) & library.is_quoted(right),
    )


def _rarest_stems(shelf: Shelf, furniture: Flags, frequencies: Frequencies) -> tuple[Numbers, Hashes]:
    """Passages (reported ones if they are not mostly furniture), and a row of up to nine of their rarest stems (0 where there are fewer)."""
    covered = np.concatenate(([0], np.cumsum(furniture)))
    sizes = np.diff(shelf.stem_bounds)
    furnished = covered[shelf.lasts] - covered[shelf.firsts] > _MOSTLY * (shelf.lasts - shelf.firsts)
    furnished &= ~shelf.quoted
    weights = frequencies.weights(shelf.stems)
    owners = np.repeat(np.arange(len(sizes), dtype=np.uint64), sizes)
    heavy = (weights > _MIN_WEIGHT) & ~np.repeat(furnished, sizes)
    ranked = (owners[heavy] << np.uint64(32)) | ((16.0 - weights[heavy]) * (1 << 24)).astype(np.uint64)
    order = np.argsort(ranked)
    owners, stems = owners[heavy][order], shelf.stems[heavy][order]
    starts = group_starts(owners)
    ranks = np.arange(len(owners)) - np.repeat(starts[:-1], np.diff(starts))
    rows = np.cumsum(first_of_each(owners)) - 1
    table = np.zeros((len(starts) - 1, _RAREST), np.uint32)
    top = ranks < _RAREST
    table[rows[top], ranks[top]] = stems[top]
    return owners[starts[:-1]], table


def _candidates(library: Library) -> tuple[Offsets, Offsets]:
    keys = library.shelves[-1].pair_keys
    hashes, passages = (
        keys & ~_NUMBER_MASK,
        (keys & _NUMBER_MASK).astype(np.int64) + library.passage_bases[-2],
    )
    if len(library.shelves) > 1:
        hashes, passages = _with_older(library, hashes, passages)
    starts = group_starts(hashes)
    counts = np.diff(starts)
    first_new = int(library.passage_bases[-2])
    quoted = library.is_quoted(passages)
    found = [np.zeros(0, np.uint64)]
    for size in np.unique(counts[(counts > 1) & (counts <= _MAX_PASSAGES)]).tolist():
        left, right = pairs_within(starts[:-1][counts == size], size, size)
        kept = (quoted[left] | quoted[right]) & (passages[right] >= first_new)
        pairs = passages[left[kept]].astype(np.uint64) << np.uint64(32)
        found.append(pairs | passages[right[kept]].astype(np.uint64))
    pairs = np.concatenate(found)
    pairs.sort()
    pairs = pairs[1:][~first_of_each(pairs)[1:]]
    pairs = pairs[first_of_each(pairs)]
    left, right = (pairs >> np.uint64(32)).astype(np.int64), (pairs & np.uint64(0xFFFFFFFF)).astype(np.int64)
    apart = library.reports_of_passages(left) != library.reports_of_passages(right)
    return left[apart], right[apart]


def _with_older(library: Library, hashes: Numbers, passages: Offsets) -> tuple[Numbers, Offsets]:
    wanted = hashes[first_of_each(hashes)]
    runs, numbers = [hashes], [passages]
    for shelf, base in zip(library.shelves[:-1], library.passage_bases):
        lowest = np.searchsorted(shelf.pair_keys, wanted)
        counts = np.searchsorted(shelf.pair_keys, wanted | _NUMBER_MASK, "right") - lowest
        found = shelf.pair_keys[ranges(lowest, np.minimum(counts, _MAX_PASSAGES + 1))]
        runs.append(found & ~_NUMBER_MASK)
        numbers.append((found & _NUMBER_MASK).astype(np.int64) + base)
    runs_joined, numbers_joined = np.concatenate(runs), np.concatenate(numbers)
    order = np.lexsort((numbers_joined, runs_joined))
    return runs_joined[order], numbers_joined[order]
