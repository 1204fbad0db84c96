"""Sorting by digits gives what comparing gives, and a sieve hands out what was put in."""

import numpy as np
import pytest

from cenotaph.trace.arrays import bases
from cenotaph.trace.library import Library
from cenotaph.trace.shelf import read_shelf
from cenotaph.trace.sieve import Sieve, often, pair_hashes
from cenotaph.trace.sorting import sorted_by_upper, stable_order

RANDOM = np.random.default_rng(5)


@pytest.mark.parametrize("sizes", [[], [0], [1], [3, 0, 900], [150_000, 70_000, 1], [1 << 18] * 3])
@pytest.mark.parametrize("bits", [36, 40, 64])
def test_parts_are_sorted_by_their_upper_bits_and_keep_their_order_below(sizes: list[int], bits: int) -> None:
    parts = [RANDOM.integers(0, 1 << 63, size, np.uint64) for size in sizes]
    for part in parts[1:]:
        part[: len(part) // 2] = parts[0][0] if len(parts[0]) else 0
    every = np.concatenate([np.zeros(0, np.uint64), *parts])
    order = np.argsort(every >> np.uint64(64 - bits), kind="stable")
    assert (sorted_by_upper(iter(parts), bits) == every[order]).all()


@pytest.mark.parametrize("size", [0, 1, 7, 5_000])
def test_the_order_is_that_of_a_comparing_sort(size: int) -> None:
    columns = [RANDOM.integers(-most, most, size) for most in (9, 1 << 40, 70_000)]
    assert (stable_order(*columns) == np.lexsort(columns)).all()


def test_a_sieve_hands_out_each_row_in_its_part() -> None:
    parts = [RANDOM.integers(0, 7, size) for size in (10, 300_000, 0, 40)]
    sieve = Sieve(7, 1 << 20, 1 << 40)
    at = bases([len(part) for part in parts])
    for part, base in zip(parts, at, strict=False):
        numbers = np.arange(len(part)) + base
        sieve.add(part, numbers, numbers << 10)
    every = np.concatenate(parts)
    for number, (numbers, wide) in enumerate(sieve.drain()):
        assert (numbers == np.flatnonzero(every == number)).all()
        assert (wide == numbers.astype(np.int64) << 10).all()


@pytest.mark.parametrize("size", [0, 1, 2, 400, 50_000])
def test_whatever_comes_often_is_kept(size: int) -> None:
    left, right = RANDOM.integers(0, 300, size), RANDOM.integers(0, 300, size)
    _, which, counts = np.unique(left * 300 + right, return_inverse=True, return_counts=True)
    kept = often(pair_hashes(left, right), 3)
    assert kept[counts[which] >= 3].all()
    assert kept.sum() <= (counts[which] >= 3).sum() + size // 5


def test_every_word_is_known_to_stand_in_its_report() -> None:
    texts = ["one two", "", "", "three " * 200, "four", "", *["five"] * 100, ""]
    shelf = read_shelf(texts, ("",) * len(texts), [-1] * len(texts))
    library = Library([shelf])
    words = np.tile(np.arange(len(shelf.hashes)), 2)
    assert (library.reports_of(words) == np.searchsorted(shelf.bounds, words, "right") - 1).all()
