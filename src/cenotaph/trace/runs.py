"""Runs of five words as sortable numbers: the upper 36 bits are the run's hash, the lower 28 the number of its first word."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from cenotaph.trace.words import Flags, Hashes, Numbers, Offsets

RUN_WORDS = 5
HASH_BITS = 36
PLACE_BITS = np.uint64(28)
PLACE_MASK = np.uint64((1 << 28) - 1)
MAX_SHELF_WORDS = 1 << 28

_STEP = np.uint64(0xD6E8FEB86659FD93)
_MIX = np.uint64(0x9E3779B97F4A7C15)
_HALF = np.uint64(32)
_BLOCK = 1 << 16
_PART = 1 << 18


class Runs(NamedTuple):
    """The runs that start at some words, from number `start` on: keys of those that lie within one report, by place; and
    for each word the hash of it and the next two."""

    start: int
    keys: Numbers
    threes: Hashes


def find_runs(hashes: Hashes, bounds: Offsets) -> Iterator[Runs]:
    """The runs of reports whose words are `hashes[bounds[i]:bounds[i + 1]]`, a part of the words at a time."""
    last = len(hashes) - RUN_WORDS + 1
    for start in range(0, last, _PART):
        size = min(_PART, last - start)
        keys, threes = np.empty(size, np.uint64), np.empty(size, np.uint32)
        for block in range(0, size, _BLOCK):
            part = slice(block, min(block + _BLOCK, size))
            words = hashes[start + block : start + part.stop + RUN_WORDS - 1]
            _fill(keys[part], threes[part], words, start + block)
        yield Runs(start, keys[_within(bounds, start, size)], threes)


def first_of_each_run(keys: Numbers) -> Flags:
    """Which of the sorted keys are of another run than the one before."""
    first = np.ones(len(keys), np.bool_)
    for start in range(1, len(keys), _BLOCK):
        stop = min(start + _BLOCK, len(keys))
        first[start:stop] = (keys[start:stop] ^ keys[start - 1 : stop - 1]) > PLACE_MASK
    return first


def three_word_hashes(hashes: Hashes) -> Hashes:
    """The hash of each three words in a row, as `find_runs` gives it."""
    padded = np.concatenate((hashes, np.zeros(RUN_WORDS - 3, np.uint32)))
    parts = [runs.threes for runs in find_runs(padded, np.array([0, len(padded)]))]
    return np.concatenate([padded[:0], *parts])


def _within(bounds: Offsets, start: int, size: int) -> Flags:
    """Which runs from word number `start` on do not reach into the next report."""
    first, last = np.searchsorted(bounds, (start, start + size + RUN_WORDS))
    crossing = (bounds[first:last, None] - np.arange(1, RUN_WORDS)).ravel() - start
    inside = np.ones(size, np.bool_)
    inside[crossing[(crossing >= 0) & (crossing < size)]] = False
    return inside


def _fill(keys: Numbers, threes: Hashes, hashes: Hashes, base: int) -> None:
    words = hashes.astype(np.uint64)
    words *= _MIX
    size = len(keys)
    total = np.zeros(size, np.uint64)
    for step in range(RUN_WORDS):
        total *= _STEP
        total += words[step : step + size]
        total ^= total >> _HALF
        if step == 2:
            threes[:] = total & np.uint64(0xFFFFFFFF)
    total *= _MIX
    total &= ~PLACE_MASK
    total |= np.arange(base, base + size, dtype=np.uint64)
    keys[:] = total
