"""Quotations that two reports give in different words: as two translators would, or as reported speech.

A passage is a bag of stems with synonyms made one. Two passages are compared when they share two pairs of their
rarest stems, and at least one is a quotation; they match when the stems they share outweigh those they do not. Passages
that could not match whatever they shared, because they say too little, are left out before.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cenotaph.trace.arrays import first_of_each, group_starts, groups_of, pairs_within, ranges
from cenotaph.trace.library import Library
from cenotaph.trace.shelf import Shelf
from cenotaph.trace.sieve import Sieve, often, pair_hashes
from cenotaph.trace.sorting import sorted_by_upper
from cenotaph.trace.weights import Frequencies
from cenotaph.trace.words import Flags, Hashes, Numbers, Offsets

MIN_SHARED_STEMS = 6
ENOUGH_QUOTED, SHARE_QUOTED = 15.0, 0.42
ENOUGH_REPORTED, SHARE_REPORTED = 35.0, 0.6
SHARE_OF_LARGER = 0.33

_RAREST = 9
_MAX_PASSAGES = 50
_MIN_WEIGHT = 0.5
_MOSTLY = 0.5
_HASH_BITS = 40
_NUMBER_MASK = np.uint64((1 << 24) - 1)
_UPPER, _LOWER_MASK = np.uint64(32), np.uint64(0xFFFFFFFF)
_AT_ONCE = 1 << 13
_KEYS_AT_ONCE = 1 << 20
_PART_BITS = 10
_TOGETHER = 4
_SLACK = 1e-6
_MIX = np.uint64(0x9E3779B97F4A7C15)
_ODD = np.uint64(0xD6E8FEB86659FD93)

Evidence = NDArray[np.float64]
Worth = NDArray[np.uint8]


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
    blocks = range(0, len(shelf.firsts), _AT_ONCE)
    parts = (_pair_keys(*_rarest_stems(shelf, start, furniture, frequencies)) for start in blocks)
    return sorted_by_upper(parts, _HASH_BITS)


def find_retold(library: Library, frequencies: Frequencies) -> Iterator[Matches]:
    """The passages of new reports that tell what another report's passage tells, with the evidence, a part of them at a time."""
    for left, right in _candidates(library, frequencies):
        yield _matches(library, left, right, frequencies)


def _matches(library: Library, left: Offsets, right: Offsets, frequencies: Frequencies) -> Matches:
    keyed: list[Numbers] = []
    weights = []
    for passages in (left, right):
        sizes, hashes = library.passage_stems(passages)
        owners = np.repeat(np.arange(len(passages)), sizes)
        weights.append(np.bincount(owners, frequencies.weights(hashes), len(passages)).astype(np.float64))
        keyed.append((owners.astype(np.uint64) << _UPPER) | hashes)
    both = np.concatenate(keyed)
    both.sort()
    shared = both[:-1][~first_of_each(both)[1:]]
    owners = (shared >> _UPPER).astype(np.int64)
    common = frequencies.weights((shared & _LOWER_MASK).astype(np.uint32))
    return Matches(
        left,
        right,
        np.bincount(owners, common, len(left)).astype(np.float64),
        np.bincount(owners[common > _MIN_WEIGHT], minlength=len(left)).astype(np.int64),
        weights[0],
        weights[1],
        library.is_quoted(left) & library.is_quoted(right),
    )


def _pair_keys(passages: Numbers, stems: Hashes) -> Numbers:
    """The keys of passages, passage after passage, from a row of stems of each."""
    first, second = np.triu_indices(_RAREST, 1)
    one, two = stems[:, first].astype(np.uint64), stems[:, second].astype(np.uint64)
    mixed = (np.minimum(one, two) * _MIX + np.maximum(one, two)) * _ODD
    keys: Numbers = ((mixed & ~_NUMBER_MASK) | passages[:, None])[two > 0]
    return keys


def _rarest_stems(
    shelf: Shelf, start: int, furniture: Flags, frequencies: Frequencies
) -> tuple[Numbers, Hashes]:
    """Passages from number `start` on (reported ones if they are not mostly furniture), and a row of up to nine of their
    rarest stems (0 where there are fewer)."""
    part = slice(start, start + _AT_ONCE)
    bounds, firsts, lasts = shelf.stem_bounds[start : part.stop + 1], shelf.firsts[part], shelf.lasts[part]
    base = int(firsts.min())
    covered = np.concatenate(([0], np.cumsum(furniture[base : int(lasts.max())])))
    furnished = covered[lasts - base] - covered[firsts - base] > _MOSTLY * (lasts - firsts)
    furnished &= ~shelf.quoted[part]
    sizes, stems = np.diff(bounds), shelf.stems[bounds[0] : bounds[-1]]
    weights = frequencies.weights(stems)
    owners = np.repeat(np.arange(start, start + len(sizes), dtype=np.uint64), sizes)
    heavy = (weights > _MIN_WEIGHT) & ~np.repeat(furnished, sizes)
    owners, stems = owners[heavy], stems[heavy]
    ranked = (owners << _UPPER) | ((16.0 - weights[heavy]) * (1 << 24)).astype(np.uint64)
    order = np.argsort(ranked, kind="stable")
    owners, stems = owners[order], stems[order]
    starts = group_starts(owners)
    ranks = np.arange(len(owners)) - np.repeat(starts[:-1], np.diff(starts))
    rows = np.cumsum(first_of_each(owners)) - 1
    table = np.zeros((len(starts) - 1, _RAREST), np.uint32)
    top = ranks < _RAREST
    table[rows[top], ranks[top]] = stems[top]
    return owners[starts[:-1]], table


def _candidates(library: Library, frequencies: Frequencies) -> Iterator[tuple[Offsets, Offsets]]:
    """Pairs of passages of different reports that share two keys."""
    first_new, behind = library.passage_bases[-2:].tolist()
    new = np.arange(first_new, behind)
    worth_new = _worth(library, new, frequencies)
    part = (library.reports_of_passages(new) - library.first_new_report) >> _PART_BITS
    sieve = Sieve(int(part.max(initial=0)) + 1, behind, behind)
    for hashes, passages in _shared_keys(library):
        keys, found = _of_few(hashes, passages)
        worth = _worths(library, found, worth_new, frequencies)
        for left, right in _pairs(keys[worth > 0], found[worth > 0], worth[worth > 0], first_new):
            sieve.add(part[right - first_new], left, right)
    for left, right in sieve.drain():
        twice = often(pair_hashes(left, right), 2)
        pairs = (left[twice].astype(np.uint64) << _UPPER) | right[twice].astype(np.uint64)
        pairs.sort()
        pairs = pairs[1:][~first_of_each(pairs)[1:]]
        pairs = pairs[first_of_each(pairs)]
        left, right = (pairs >> _UPPER).astype(np.int64), (pairs & _LOWER_MASK).astype(np.int64)
        apart = library.reports_of_passages(left) != library.reports_of_passages(right)
        yield left[apart], right[apart]


def _shared_keys(library: Library) -> Iterator[tuple[Numbers, Offsets]]:
    """The keys of new passages without the passage, and the passages that have them, older ones too, ordered by both; some of the keys at a time."""
    keys = library.shelves[-1].pair_keys
    start = 0
    while start < len(keys):
        stop = start + _KEYS_AT_ONCE
        if stop < len(keys):
            stop = int(np.searchsorted(keys, keys[stop] | _NUMBER_MASK, "right"))
        part = keys[start:stop]
        hashes = part & ~_NUMBER_MASK
        passages = (part & _NUMBER_MASK).astype(np.int64) + library.passage_bases[-2]
        yield _with_older(library, hashes, passages) if len(library.shelves) > 1 else (hashes, passages)
        start = stop


def _of_few(hashes: Numbers, passages: Offsets) -> tuple[Offsets, Offsets]:
    """The passages whose key two to fifty have, and the number of the key, ascending."""
    counts = np.diff(group_starts(hashes))
    few = (counts > 1) & (counts <= _MAX_PASSAGES)
    return np.repeat(np.arange(int(few.sum())), counts[few]), passages[np.repeat(few, counts)]


def _pairs(
    keys: Offsets, passages: Offsets, worth: Worth, first_new: int
) -> Iterator[tuple[Offsets, Offsets]]:
    """The pairs of one key that may match and whose right one is new; the keys' numbers ascend."""
    starts = group_starts(keys)
    counts = np.diff(starts)
    for size in np.unique(counts[counts > 1]).tolist():
        left, right = pairs_within(size, size)
        groups = groups_of(size, starts)
        members, worths = passages[groups], worth[groups]
        kept = worths[:, left] + worths[:, right] >= _TOGETHER
        kept &= (members >= first_new)[:, right]
        yield members[:, left][kept], members[:, right][kept]


def _worths(library: Library, passages: Offsets, new: Worth, frequencies: Frequencies) -> Worth:
    """What `_worth` says of passages, where it is known of the new ones."""
    first_new = int(library.passage_bases[-2])
    is_new = passages >= first_new
    found = np.zeros(len(passages), np.uint8)
    found[is_new] = new[passages[is_new] - first_new]
    older, places = np.unique(passages[~is_new], return_inverse=True)
    found[~is_new] = _worth(library, older, frequencies)[places]
    return found


def _worth(library: Library, passages: Offsets, frequencies: Frequencies) -> Worth:
    """What each passage can match; two may where they have four together. Reported speech has 1, a quotation 2, one
    that says as much as it must to match reported speech 3, and whatever says too little to match anything 0."""
    worth = np.zeros(len(passages), np.uint8)
    for start in range(0, len(passages), _AT_ONCE):
        part = passages[start : start + _AT_ONCE]
        sizes, stems = library.passage_stems(part)
        owners, weights = np.repeat(np.arange(len(part)), sizes), frequencies.weights(stems)
        weight = np.bincount(owners, weights, len(part)) + _SLACK
        enough = np.bincount(owners[weights > _MIN_WEIGHT], minlength=len(part)) >= MIN_SHARED_STEMS
        quoted = library.is_quoted(part)
        worth[start : start + _AT_ONCE] = np.where(
            quoted,
            np.where(weight >= ENOUGH_REPORTED, 3, np.where(weight >= ENOUGH_QUOTED, 2, 0)),
            weight >= ENOUGH_REPORTED,
        )
        worth[start : start + _AT_ONCE][~enough] = 0
    return worth


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
