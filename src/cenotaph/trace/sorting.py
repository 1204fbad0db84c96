"""Sorting whole numbers by their digits, at a cost that grows as the numbers do.

A comparing sort takes longer for each number the more there are, and longer still where they do not fit the processor's
cache. Here numbers are split by their upper bits into buckets that fit, and these are put in order sixteen bits at a
time by numpy's stable sort of 16-bit numbers, which counts instead of comparing.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from cenotaph.trace.arrays import bases
from cenotaph.trace.words import Numbers, Offsets

_DIGIT = 16
_BUCKET = 1 << 17
_MAX_SPLIT = 12


def sorted_by_upper(parts: Iterable[Numbers], bits: int) -> Numbers:
    """The numbers of all parts as one array, sorted by their upper `bits` bits; those that have these in common stay in
    the order in which they came. A part should fit the processor's cache."""
    held = list(parts)
    size = sum(map(len, held))
    split = min((size // _BUCKET).bit_length(), _MAX_SPLIT, bits)
    cut = [_split(held.pop(0), split) for _ in range(len(held))]
    whole = np.empty(size, np.uint64)
    stop = 0
    for bucket in range(1 << split):
        pieces = [numbers[bounds[bucket] : bounds[bucket + 1]] for numbers, bounds in cut]
        start, stop = stop, stop + sum(map(len, pieces))
        whole[start:stop] = _by_digits(np.concatenate([whole[:0], *pieces]), 64 - bits, 64 - split)
    return whole


def stable_order(*columns: Offsets) -> Offsets:
    """As `np.lexsort` (the last column counts most), for whole numbers that do not lie far apart."""
    order = np.arange(len(columns[0]))
    for column in columns if len(order) else ():
        above = column - column.min()
        for shift in range(0, int(above.max()).bit_length(), _DIGIT):
            order = order[np.argsort((above[order] >> shift).astype(np.uint16), kind="stable")]
    return order


def split_by(digits: NDArray[np.uint16], groups: int) -> tuple[Offsets, Offsets]:
    """The order that puts numbers below `groups` (65,536 at most) side by side, and where each group of them starts."""
    order = np.argsort(digits, kind="stable")
    return order, bases(np.bincount(digits, minlength=groups))


def _split(numbers: Numbers, bits: int) -> tuple[Numbers, Offsets]:
    if not bits:
        return numbers, bases([len(numbers)])
    order, starts = split_by((numbers >> np.uint64(64 - bits)).astype(np.uint16), 1 << bits)
    return numbers[order], starts


def _by_digits(numbers: Numbers, low: int, high: int) -> Numbers:
    for shift in range(low, high, _DIGIT):
        digits = (numbers >> np.uint64(shift)).astype(np.uint16)
        numbers = numbers[np.argsort(digits, kind="stable")]
    return numbers
