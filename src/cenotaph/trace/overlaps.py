"""From seeds to overlaps: which pairs of reports share enough words, in one run or scattered, to be echoes.

Two kinds of evidence count. Words that both reports have within twenty words of a seed, each weighed by how rare it is:
a retelling keeps half of its words in place, chance keeps the common ones alone. And one long run of the same words,
or a quotation that the other report has nearly whole.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cenotaph.trace.arrays import first_of_each, group_starts, ranges
from cenotaph.trace.library import Library
from cenotaph.trace.runs import RUN_WORDS
from cenotaph.trace.seeds import Seeds
from cenotaph.trace.weights import Frequencies
from cenotaph.trace.words import Flags, Numbers, Offsets

ENOUGH_NEARBY = 115.0
ENOUGH_RUN = 13
ENOUGH_RUN_NATS = 85.0
ENOUGH_QUOTED_RUN = 7
ENOUGH_QUOTED_NATS = 52.0
ENOUGH_QUOTED_SHARE = 0.8

_MIN_NATS = 55.0
_WINDOW = 20
_MAX_GAP = 25
_MIX = np.uint64(0x9E3779B97F4A7C15)
_ODD = np.uint64(0xD6E8FEB86659FD93)
_LOWER_HALF = np.uint64(0xFFFFFFFF)

Evidence = NDArray[np.float64]


class Overlaps(NamedTuple):
    """Pairs of reports that share words, one entry a pair; `clusters` says where.

    `nearby` is the evidence of shared words around seeds; `run` the longest run of the same words, in words that are
    no figures, `run_nats` its information; `run_left` and `run_right` its first words; `quoted` whether it is (nearly) a whole quotation.
    """

    left_report: Offsets
    right_report: Offsets
    nearby: Evidence
    run: Offsets
    run_nats: Evidence
    run_left: Offsets
    run_right: Offsets
    quoted: Flags
    clusters: "Clusters"

    def strength(self) -> Evidence:
        """How far each pair's best evidence goes, where 1 is just enough."""
        by_run = np.minimum(self.run / ENOUGH_RUN, self.run_nats / ENOUGH_RUN_NATS)
        whole = np.minimum(self.run / ENOUGH_QUOTED_RUN, self.run_nats / ENOUGH_QUOTED_NATS)
        by_quotation = np.where(self.quoted, whole, 0.0)
        return np.maximum(np.maximum(self.nearby / ENOUGH_NEARBY, by_run), by_quotation)


class Clusters(NamedTuple):
    """Places where a pair's seeds lie close together, sorted by pair: word ranges on both sides and words the same."""

    pair: Offsets
    left_first: Offsets
    left_last: Offsets
    right_first: Offsets
    right_last: Offsets
    same: Offsets


def find_overlaps(library: Library, seeds: Seeds, furniture: Flags, frequencies: Frequencies) -> Overlaps:
    """The pairs of reports whose seeds carry enough information to be looked at, with the evidence for each."""
    seeds, pair = _weighty(library, seeds, frequencies)
    starts = group_starts(pair)
    clusters = _clusters(seeds, pair)
    size, run_left, run_right = _longest_runs(seeds, pair, starts)
    return Overlaps(
        seeds.left_report[starts[:-1]].astype(np.int64),
        seeds.right_report[starts[:-1]].astype(np.int64),
        _nearby(library, clusters, len(starts) - 1, furniture, frequencies),
        _plain_words(library, run_left, size),
        _nats_of_runs(library, run_left, size, frequencies),
        run_left,
        run_right,
        _is_quotation(library, run_left, size) | _is_quotation(library, run_right, size),
        clusters,
    )


def _weighty(library: Library, seeds: Seeds, frequencies: Frequencies) -> tuple[Seeds, Offsets]:
    """The seeds of pairs with at least two and 55 nats, sorted by pair and place; and each one's pair, numbered."""
    seeds, keys = _of_pairs_seen_twice(seeds)
    starts = group_starts(keys)
    fresh = np.diff(seeds.left, prepend=0)
    fresh[starts[:-1]] = RUN_WORDS
    fresh = np.minimum(fresh, RUN_WORDS)
    nats = np.zeros(len(keys), np.float32)
    for step in range(RUN_WORDS):
        counted = np.flatnonzero(fresh > step)
        nats[counted] += frequencies.nats(library.hashes(seeds.left[counted] + RUN_WORDS - 1 - step))
    sums = np.add.reduceat(nats, starts[:-1]) if len(keys) else nats
    kept = np.repeat(sums >= _MIN_NATS, np.diff(starts))
    return seeds.chosen(kept), np.cumsum(first_of_each(keys[kept])) - 1


def _of_pairs_seen_twice(seeds: Seeds) -> tuple[Seeds, Numbers]:
    """The seeds of pairs that share at least two, sorted by pair and place; and each one's pair.

    Pairs are told apart by a hash in the upper half of a number, whose lower half is the seed's: sorting such numbers is
    many times faster than sorting by keys. One pair in some hundreds slips through with a single seed.
    """
    mixed = seeds.left_report.astype(np.uint64) << np.uint64(32)
    mixed |= seeds.right_report.astype(np.uint64)
    mixed *= _MIX
    mixed ^= mixed >> np.uint64(29)
    mixed *= _ODD
    mixed &= ~_LOWER_HALF
    mixed |= np.arange(len(mixed), dtype=np.uint64)
    mixed.sort()
    starts = group_starts(mixed >> np.uint64(32))
    sizes = np.diff(starts)
    chosen = (mixed[np.repeat(sizes > 1, sizes)] & _LOWER_HALF).astype(np.int64)
    del mixed
    seeds = seeds.chosen(chosen)
    keys = (seeds.left_report.astype(np.uint64) << np.uint64(32)) | seeds.right_report.astype(np.uint64)
    order = np.lexsort((seeds.left, keys))
    return seeds.chosen(order), keys[order]


def _clusters(seeds: Seeds, pair: Offsets) -> Clusters:
    moved = np.abs(np.diff(seeds.left - seeds.right, prepend=0)) > _MAX_GAP
    starts = np.flatnonzero(first_of_each(pair) | moved | (np.diff(seeds.left, prepend=0) > _MAX_GAP))
    if not len(starts):
        return Clusters(*(np.zeros(0, np.int64) for _ in Clusters._fields))
    fresh = np.minimum(np.diff(seeds.left, prepend=0), RUN_WORDS)
    fresh[starts] = RUN_WORDS
    return Clusters(
        pair[starts],
        seeds.left[starts],
        np.maximum.reduceat(seeds.left, starts) + RUN_WORDS,
        np.minimum.reduceat(seeds.right, starts),
        np.maximum.reduceat(seeds.right, starts) + RUN_WORDS,
        np.add.reduceat(fresh, starts),
    )


def _longest_runs(seeds: Seeds, pair: Offsets, starts: Offsets) -> tuple[Offsets, Offsets, Offsets]:
    """For each pair the length of its longest run of the same words, and its first word on both sides."""
    order = np.lexsort((seeds.left, seeds.left - seeds.right, pair))
    left, right, owner = seeds.left[order], seeds.right[order], pair[order]
    broken = first_of_each(owner) | (np.diff(left, prepend=-9) != 1) | (np.diff(right, prepend=-9) != 1)
    run_starts = np.flatnonzero(broken)
    lengths = np.diff(np.append(run_starts, len(left))) + RUN_WORDS - 1
    best = np.lexsort((-lengths, owner[run_starts]))
    best = best[first_of_each(owner[run_starts][best])]
    chosen = run_starts[best]
    return lengths[best], left[chosen], right[chosen]


def _nearby(
    library: Library, clusters: Clusters, pairs: int, furniture: Flags, frequencies: Frequencies
) -> Evidence:
    """For each pair the summed weight of the different words that both sides have near the seeds."""
    evidence = np.zeros(pairs, np.float64)
    block = 50_000
    for start in range(0, len(clusters.pair), block):
        part = Clusters(*(column[start : start + block] for column in clusters))
        left = _words_near(library, part.pair, part.left_first, part.left_last, furniture)
        right = _words_near(library, part.pair, part.right_first, part.right_last, furniture)
        both = np.concatenate((left, right))
        both.sort()
        shared = both[:-1][~first_of_each(both)[1:]]
        owners = (shared >> np.uint64(32)).astype(np.int64)
        weights = frequencies.weights((shared & np.uint64(0xFFFFFFFF)).astype(np.uint32))
        evidence += np.bincount(owners, weights, pairs)
    return evidence


def _words_near(
    library: Library, pair: Offsets, firsts: Offsets, lasts: Offsets, furniture: Flags
) -> Numbers:
    """The different words around places, each with its pair in the upper half."""
    reports = library.reports_of(firsts)
    lowest, highest = library.report_words(reports)
    begins = np.maximum(firsts - _WINDOW, lowest)
    sizes = np.minimum(lasts + _WINDOW, highest) - begins
    words = ranges(begins, sizes)
    owners = np.repeat(pair, sizes).astype(np.uint64) << np.uint64(32)
    keyed = owners | library.hashes(words)
    fresh = words >= library.first_new_word
    fresh[fresh] = furniture[words[fresh] - library.first_new_word]
    keyed = keyed[~fresh]
    keyed.sort()
    return keyed[first_of_each(keyed)]


def _plain_words(library: Library, firsts: Offsets, sizes: Offsets) -> Offsets:
    plain = library.is_plain(ranges(firsts, sizes))
    return np.bincount(np.repeat(np.arange(len(sizes)), sizes)[plain], minlength=len(sizes)).astype(np.int64)


def _nats_of_runs(library: Library, firsts: Offsets, sizes: Offsets, frequencies: Frequencies) -> Evidence:
    nats = frequencies.nats(library.hashes(ranges(firsts, sizes)))
    return np.bincount(np.repeat(np.arange(len(sizes)), sizes), nats, len(sizes)).astype(np.float64)


def _is_quotation(library: Library, firsts: Offsets, sizes: Offsets) -> Flags:
    """Which runs make up at least four fifths of a quotation."""
    passages = library.quotations_at(firsts + sizes // 2)
    inside = np.flatnonzero(passages >= 0)
    begins, ends = library.passage_words(passages[inside])
    common = np.minimum(ends, (firsts + sizes)[inside]) - np.maximum(begins, firsts[inside])
    flags = np.zeros(len(firsts), np.bool_)
    flags[inside] = common >= ENOUGH_QUOTED_SHARE * (ends - begins)
    return flags
