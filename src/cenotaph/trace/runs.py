"""Runs of five words as sortable numbers: the upper 36 bits are the run's hash, the lower 28 the number of its first word."""

import numpy as np

from cenotaph.trace.words import Flags, Hashes, Numbers, Offsets

RUN_WORDS = 5
PLACE_BITS = np.uint64(28)
PLACE_MASK = np.uint64((1 << 28) - 1)
MAX_SHELF_WORDS = 1 << 28

_STEP = np.uint64(0xD6E8FEB86659FD93)
_MIX = np.uint64(0x9E3779B97F4A7C15)
_HALF = np.uint64(32)
_BLOCK = 1 << 16


def run_keys(hashes: Hashes, bounds: Offsets) -> tuple[Numbers, Hashes]:
    """The sorted keys of all runs of five words that lie within one report; and the hash of three words from each word on."""
    last = len(hashes) - RUN_WORDS + 1
    if last < 1:
        return np.zeros(0, np.uint64), np.zeros(0, np.uint32)
    keys = np.empty(last, np.uint64)
    threes = np.empty(last, np.uint32)
    for start in range(0, last, _BLOCK):
        stop = min(start + _BLOCK, last)
        _fill(keys[start:stop], threes[start:stop], hashes[start : stop + RUN_WORDS - 1], start)
    crossing = (bounds[1:-1, None] - np.arange(1, RUN_WORDS)).ravel()
    inside = np.ones(last, np.bool_)
    inside[crossing[(crossing >= 0) & (crossing < last)]] = False
    keys = keys[inside]
    keys.sort()
    return keys, threes


def first_of_each_run(keys: Numbers) -> Flags:
    """Which of the sorted keys are of another run than the one before."""
    first = np.ones(len(keys), np.bool_)
    for start in range(1, len(keys), _BLOCK):
        stop = min(start + _BLOCK, len(keys))
        first[start:stop] = (keys[start:stop] ^ keys[start - 1 : stop - 1]) > PLACE_MASK
    return first


def three_word_hashes(hashes: Hashes) -> Hashes:
    """The hash of each three words in a row, as `run_keys` gives it."""
    padded = np.concatenate((hashes, np.zeros(RUN_WORDS - 3, np.uint32)))
    return run_keys(padded, np.array([0, len(padded)]))[1]


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
