"""Runs of five words that two reports share, found for all new reports at once by one sort.

A run that stands in two to fifty places is a seed. More frequent runs are furniture: no seed may stand within five
words of one, nor touch a formula or what an outlet repeats on page after page, so that a notice with a changing name
in it does not tie together all the pages that carry it. No seed is left out by sampling: short quotations have few.
"""

from typing import NamedTuple

import numpy as np

from cenotaph.trace.arrays import first_of_each, group_starts, pairs_within, ranges
from cenotaph.trace.boilerplate import repeated_by_outlet
from cenotaph.trace.library import Library
from cenotaph.trace.runs import PLACE_BITS, PLACE_MASK, RUN_WORDS
from cenotaph.trace.words import Flags, Numbers, Offsets

MAX_PLACES = 50

_MOSTLY = 0.6
_BUCKET_BITS = 24
_MIX = np.uint64(0x9E3779B97F4A7C15)
_ODD = np.uint64(0xD6E8FEB86659FD93)


class Seeds(NamedTuple):
    """Shared runs: word numbers of the run's first word on the left (older) and on the right, and the two reports."""

    left: Offsets
    right: Offsets
    left_report: Offsets
    right_report: Offsets


class Sharing(NamedTuple):
    """What new reports share with others: seeds; neighbours in the lists of furniture; which new words are furniture."""

    seeds: Seeds
    neighbours: Seeds
    furniture: Flags


class _Places(NamedTuple):
    """Places of runs, sorted by run: `runs` tells runs apart, `words` are word numbers, `starts` where each run starts."""

    runs: Numbers
    words: Offsets
    starts: Offsets

    def kept(self, keep: Flags) -> "_Places":
        runs = self.runs[keep]
        return _Places(runs, self.words[keep], group_starts(runs))

    def spread(self, per_run: Flags) -> Flags:
        return np.repeat(per_run, np.diff(self.starts))


def find_sharing(library: Library, outlets: Offsets) -> Sharing:
    """What the new reports of a library share among themselves and with older ones; `outlets` numbers each report's outlet."""
    places = _shared_places(library)
    counts = np.diff(places.starts)
    rare = counts <= MAX_PLACES
    frequent = places.kept(places.spread(~rare))
    places = places.kept(places.spread(rare))
    reports = library.reports_of(places.words)
    furniture = _furniture(library, frequent.words, _outlet_furniture(library, places, reports, outlets))
    new = places.words >= library.first_new_word
    open_ = ~new
    open_[new] = ~furniture[places.words[new] - library.first_new_word]
    seeds = _pairs(places.kept(open_), reports[open_], library.first_new_word)
    return Sharing(_of_pairs_seen_twice(seeds), _neighbours(library, frequent), furniture)


def _shared_places(library: Library) -> _Places:
    keys = library.shelves[-1].keys
    runs = keys >> PLACE_BITS
    words = (keys & PLACE_MASK).astype(np.int64) + library.first_new_word
    if len(library.shelves) > 1:
        wanted = runs[first_of_each(runs)]
        older = [
            _look_up(shelf.keys, wanted, int(base))
            for shelf, base in zip(library.shelves[:-1], library.word_bases)
        ]
        runs = np.concatenate([found for found, _ in older] + [runs])
        words = np.concatenate([found for _, found in older] + [words])
        order = np.argsort(runs, kind="stable")
        runs, words = runs[order], words[order]
    starts = group_starts(runs)
    shared = np.repeat(np.diff(starts) > 1, np.diff(starts))
    return _Places(runs, words, starts).kept(shared)


def _look_up(keys: Numbers, wanted: Numbers, base: int) -> tuple[Numbers, Offsets]:
    lowest = np.searchsorted(keys, wanted << PLACE_BITS)
    counts = np.searchsorted(keys, (wanted << PLACE_BITS) | PLACE_MASK, "right") - lowest
    counts = np.minimum(counts, MAX_PLACES + 1)
    found = keys[ranges(lowest, counts)]
    return found >> PLACE_BITS, (found & PLACE_MASK).astype(np.int64) + base


def _outlet_furniture(library: Library, places: _Places, reports: Offsets, outlets: Offsets) -> Offsets:
    """The numbers of new words at which a run starts that its outlet repeats; a report that is little else is spared."""
    counts = np.diff(places.starts)
    often = places.spread(counts > 3) & (outlets[reports] >= 0)
    if not often.any():
        return np.zeros(0, np.int64)
    sizes = np.bincount(outlets[outlets >= 0])
    groups = np.repeat(np.arange(len(counts)), counts)[often]
    repeated = repeated_by_outlet(groups, outlets[reports[often]], reports[often], sizes)
    words = places.words[often][repeated]
    owners = reports[often][repeated]
    firsts, lasts = library.report_words(owners)
    runs_of_owner = np.bincount(owners, minlength=len(outlets))[owners]
    return words[(words >= library.first_new_word) & (runs_of_owner < _MOSTLY * (lasts - firsts))]


def _furniture(library: Library, frequent: Offsets, repeated: Offsets) -> Flags:
    """For each new word whether a seed may not start there."""
    shelf, base = library.shelves[-1], library.first_new_word
    flags = np.zeros(len(shelf.hashes) + 2 * RUN_WORDS, np.bool_)
    centres = np.concatenate((frequent[frequent >= base], repeated)) - base
    hot = np.zeros(len(shelf.hashes), np.bool_)
    hot[centres] = True
    for shift in range(2 * RUN_WORDS + 1):
        flags[shift : shift + len(hot)] |= hot
    flags = flags[RUN_WORDS : RUN_WORDS + len(hot)]
    for shift in range(min(RUN_WORDS, len(hot))):
        flags[: len(hot) - shift] |= shelf.formula[shift:]
    return flags


def _pairs(places: _Places, reports: Offsets, first_new: int) -> Seeds:
    counts = np.diff(places.starts)
    lefts, rights = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for size in np.unique(counts[counts > 1]).tolist():
        left, right = pairs_within(places.starts[:-1][counts == size], size)
        kept = (reports[left] != reports[right]) & (places.words[right] >= first_new)
        lefts.append(left[kept])
        rights.append(right[kept])
    left, right = np.concatenate(lefts), np.concatenate(rights)
    return Seeds(places.words[left], places.words[right], reports[left], reports[right])


def _of_pairs_seen_twice(seeds: Seeds) -> Seeds:
    """The seeds of pairs of reports that share at least two (and of a few that only look so)."""
    left, right = seeds.left_report.astype(np.uint64), seeds.right_report.astype(np.uint64)
    buckets = ((left * _MIX + right * _ODD) >> np.uint64(64 - _BUCKET_BITS)).astype(np.int64)
    counts = np.bincount(buckets, minlength=1 << _BUCKET_BITS)
    kept = counts[buckets] > 1
    return Seeds(*(column[kept] for column in seeds))


def _neighbours(library: Library, frequent: _Places) -> Seeds:
    """For runs in more than fifty places each place with the next: enough to follow a story that everybody copied."""
    same = ~first_of_each(frequent.runs)[1:]
    left, right = frequent.words[:-1][same], frequent.words[1:][same]
    kept = right >= library.first_new_word
    left, right = left[kept], right[kept]
    left_report, right_report = library.reports_of(left), library.reports_of(right)
    kept = left_report != right_report
    return Seeds(left[kept], right[kept], left_report[kept], right_report[kept])
