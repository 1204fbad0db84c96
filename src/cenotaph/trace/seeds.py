"""Runs of five words that two reports share, found for all new reports at once by sorting the runs.

A run that stands in two to fifty places is a seed. More frequent runs are furniture: no seed may stand within five
words of one, nor touch a formula or what an outlet repeats on page after page, so that a notice with a changing name
in it does not tie together all the pages that carry it. No seed is left out by sampling: short quotations have few.
But of a run in more than sixteen places each is paired with the next four alone: what is in all of them is in those too.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cenotaph.trace.arrays import bases, group_starts, groups_of, pairs_within, ranges
from cenotaph.trace.boilerplate import repeated_by_outlet
from cenotaph.trace.library import Library
from cenotaph.trace.runs import PLACE_BITS, PLACE_MASK, RUN_WORDS, first_of_each_run
from cenotaph.trace.sieve import Sieve, often, pair_hashes
from cenotaph.trace.sorting import stable_order
from cenotaph.trace.words import Flags, Numbers, Offsets

MAX_PLACES = 50

_FEW_PLACES = 16
_REACH = 4
_MOSTLY = 0.6
_PART = 1 << 22
_PART_BITS = 10


class Seeds(NamedTuple):
    """Shared runs: word numbers of the run's first word on the left (older) and on the right, and the two reports."""

    left: Offsets
    right: Offsets
    left_report: Offsets
    right_report: Offsets

    def chosen(self, which: Flags | Offsets) -> "Seeds":
        """Some of the seeds, by flags or by number."""
        return Seeds(self.left[which], self.right[which], self.left_report[which], self.right_report[which])


class Sharing(NamedTuple):
    """What new reports share with others: seeds in parts, which are ordered by the place on the left and hold all seeds of
    their pairs of reports; neighbours in the lists of furniture; which new words are furniture."""

    seeds: Iterable[Seeds]
    neighbours: Seeds
    furniture: Flags


class _Places(NamedTuple):
    """Word numbers of the places of runs, run after run, and their reports; `starts` says where each run's places start,
    and all end; `runs` are the runs' hashes."""

    words: Offsets
    reports: NDArray[np.int32]
    starts: Offsets
    runs: Numbers

    def counts(self) -> Offsets:
        return np.diff(self.starts)

    def kept(self, keep: Flags) -> "_Places":
        counts = np.diff(np.concatenate(([0], np.cumsum(keep)))[self.starts])
        return _Places(self.words[keep], self.reports[keep], bases(counts[counts > 0]), self.runs[counts > 0])

    def spread(self, per_run: Flags) -> Flags:
        return np.repeat(per_run, self.counts())


def find_sharing(library: Library, outlets: Offsets, frequent_elsewhere: Numbers | None = None) -> Sharing:
    """What the new reports of a library share among themselves and with older ones; `outlets` numbers each report's outlet.

    `frequent_elsewhere` are sorted hashes of runs (see `runs`) that are known to be frequent in reports that are not here.
    """
    rare, frequent, repeated = [], [], [np.zeros(0, np.int64)]
    for places in _shared_places(library):
        is_rare = places.spread((places.counts() <= MAX_PLACES) & ~_among(places.runs, frequent_elsewhere))
        frequent.append(places.kept(~is_rare))
        rare.append(places.kept(is_rare))
        repeated.append(_outlet_furniture(library, rare[-1], outlets))
    furniture = _furniture(library, [places.words for places in frequent], repeated)
    neighbours = [_neighbours(library, places) for places in frequent]
    return Sharing(_seeds(library, rare, furniture), _joined(neighbours), furniture)


def _seeds(library: Library, rare: list[_Places], furniture: Flags) -> Iterator[Seeds]:
    """The seeds of pairs of reports that have two or more (and of a few that have one), some of the new reports at a time,
    ordered by the place on the left."""
    first_new, behind = library.report_bases[-2:].tolist()
    words = int(library.word_bases[-1])
    sieve = Sieve(((behind - first_new) >> _PART_BITS) + 1, words, words, 0)
    while rare:
        for left, right, left_report, right_report in _pairs(library, _open(library, rare.pop(0), furniture)):
            hashes = pair_hashes(left_report, right_report)
            sieve.add((right_report - first_new) >> _PART_BITS, left, right, hashes)
    for left, right, hashes in sieve.drain():
        twice = often(hashes, 2)
        left, right = left[twice].astype(np.int64), right[twice].astype(np.int64)
        order = stable_order(left)
        left, right = left[order], right[order]
        yield Seeds(left, right, library.reports_of(left), library.reports_of(right))


def _among(runs: Numbers, known: Numbers | None) -> Flags:
    if known is None or not len(known):
        return np.zeros(len(runs), np.bool_)
    found: Flags = known[np.minimum(np.searchsorted(known, runs), len(known) - 1)] == runs
    return found


def _joined(parts: list[Seeds]) -> Seeds:
    none = np.zeros(0, np.int64)
    return Seeds(
        np.concatenate([none, *(part.left for part in parts)]),
        np.concatenate([none, *(part.right for part in parts)]),
        np.concatenate([none, *(part.left_report for part in parts)]),
        np.concatenate([none, *(part.right_report for part in parts)]),
    )


def _open(library: Library, places: _Places, furniture: Flags) -> _Places:
    new = places.words >= library.first_new_word
    open_ = ~new
    open_[new] = ~furniture[places.words[new] - library.first_new_word]
    return places.kept(open_)


def _shared_places(library: Library) -> Iterator[_Places]:
    """The places of all runs of the new reports that stand in more than one place, a part of the runs at a time."""
    keys = library.shelves[-1].keys
    start = 0
    while start < len(keys):
        stop = start + _PART
        if stop < len(keys):
            stop = int(np.searchsorted(keys, keys[stop] | PLACE_MASK, "right"))
        yield _places_of(library, keys[start:stop])
        start = stop


def _places_of(library: Library, keys: Numbers) -> _Places:
    first = first_of_each_run(keys)
    older = [
        _look_up(shelf.keys, keys[first] >> PLACE_BITS, int(base))
        for shelf, base in zip(library.shelves[:-1], library.word_bases)
    ]
    if not older:
        keys = keys[~(first & np.append(first[1:], np.ones(1, np.bool_)))]
    runs, words = keys >> PLACE_BITS, (keys & PLACE_MASK).astype(np.int64) + library.first_new_word
    if older:
        runs = np.concatenate([found for found, _ in older] + [runs])
        words = np.concatenate([found for _, found in older] + [words])
        order = stable_order(runs.astype(np.int64))
        runs, words = runs[order], words[order]
    starts = group_starts(runs)
    places = _Places(words, library.reports_of(words).astype(np.int32), starts, runs[starts[:-1]])
    return places.kept(places.spread(places.counts() > 1)) if older else places


def _look_up(keys: Numbers, wanted: Numbers, base: int) -> tuple[Numbers, Offsets]:
    lowest = np.searchsorted(keys, wanted << PLACE_BITS)
    counts = np.searchsorted(keys, (wanted << PLACE_BITS) | PLACE_MASK, "right") - lowest
    counts = np.minimum(counts, MAX_PLACES + 1)
    found = keys[ranges(lowest, counts)]
    return found >> PLACE_BITS, (found & PLACE_MASK).astype(np.int64) + base


def _outlet_furniture(library: Library, places: _Places, outlets: Offsets) -> Offsets:
    """The numbers of new words at which a run starts that its outlet repeats; a report that is little else is spared."""
    often = places.kept(places.spread(places.counts() > 3))
    if not (outlets[often.reports] >= 0).any():
        return np.zeros(0, np.int64)
    sizes = np.bincount(outlets[outlets >= 0])
    groups = np.repeat(np.arange(len(often.starts) - 1), often.counts())
    return often.words[
        repeated_by_outlet(groups, outlets[often.reports], often.reports.astype(np.int64), sizes)
    ]


def _furniture(library: Library, frequent: list[Offsets], repeated: list[Offsets]) -> Flags:
    """For each new word whether a seed may not start there."""
    shelf, base = library.shelves[-1], library.first_new_word
    flags = np.zeros(len(shelf.hashes) + 2 * RUN_WORDS, np.bool_)
    hot = np.zeros(len(shelf.hashes), np.bool_)
    for words in (*frequent, _partly(library, np.concatenate(repeated))):
        hot[words[words >= base] - base] = True
    for shift in range(2 * RUN_WORDS + 1):
        flags[shift : shift + len(hot)] |= hot
    flags = flags[RUN_WORDS : RUN_WORDS + len(hot)]
    for shift in range(min(RUN_WORDS, len(hot))):
        flags[: len(hot) - shift] |= shelf.formula[shift:]
    return flags


def _partly(library: Library, words: Offsets) -> Offsets:
    """The words but those of reports that consist of little else: a story told again is no furniture."""
    owners = library.reports_of(words)
    firsts, lasts = library.report_words(owners)
    counts = np.bincount(owners)[owners] if len(owners) else owners
    return words[counts < _MOSTLY * (lasts - firsts)]


def _pairs(library: Library, places: _Places) -> Iterator[Seeds]:
    """The places of runs two by two, where the second one is new and not in the first one's report."""
    counts = places.counts()
    for size in np.unique(counts[counts > 1]).tolist():
        left, right = pairs_within(size, _REACH if size > _FEW_PLACES else size)
        groups = groups_of(size, places.starts)
        words, owners = places.words[groups], places.reports[groups]
        kept = owners[:, left] != owners[:, right]
        kept &= (words >= library.first_new_word)[:, right]
        yield Seeds(*(sides[:, side][kept] for sides in (words, owners) for side in (left, right)))


def _neighbours(library: Library, frequent: _Places) -> Seeds:
    """For runs in more than fifty places each place with the next: enough to follow a story that everybody copied."""
    same = np.ones(max(len(frequent.words) - 1, 0), np.bool_)
    same[frequent.starts[1:-1] - 1] = False
    same &= frequent.reports[:-1] != frequent.reports[1:]
    same &= frequent.words[1:] >= library.first_new_word
    words, reports = frequent.words, frequent.reports.astype(np.int64)
    return Seeds(words[:-1][same], words[1:][same], reports[:-1][same], reports[1:][same])
