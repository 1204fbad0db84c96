"""From seeds to overlaps: which pairs of reports share enough words, in one run or scattered, to be echoes.

Two kinds of evidence count. Words that both reports have within twenty words of a seed, each weighed by how rare it is:
a retelling keeps half of its words in place, chance keeps the common ones alone. And one long run of the same words,
or a quotation that the other report has nearly whole.
"""

from typing import NamedTuple

import numpy as np

from cenotaph.trace.arrays import bases, first_of_each, group_starts, ranges
from cenotaph.trace.library import Library
from cenotaph.trace.nearby import Clusters, Evidence, Surroundings
from cenotaph.trace.runs import RUN_WORDS
from cenotaph.trace.seeds import Seeds
from cenotaph.trace.sorting import stable_order
from cenotaph.trace.weights import Frequencies
from cenotaph.trace.words import Flags, Offsets

ENOUGH_NEARBY = 115.0
ENOUGH_RUN = 13
ENOUGH_RUN_NATS = 85.0
ENOUGH_QUOTED_RUN = 8
ENOUGH_QUOTED_NATS = 52.0
ENOUGH_QUOTED_SHARE = 0.8

_MIN_NATS = 55.0
_MAX_GAP = 25


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
    clusters: Clusters

    def strength(self) -> Evidence:
        """How far each pair's best evidence goes, where 1 is just enough."""
        by_run = np.minimum(self.run / ENOUGH_RUN, self.run_nats / ENOUGH_RUN_NATS)
        whole = np.minimum(self.run / ENOUGH_QUOTED_RUN, self.run_nats / ENOUGH_QUOTED_NATS)
        by_quotation = np.where(self.quoted, whole, 0.0)
        return np.maximum(np.maximum(self.nearby / ENOUGH_NEARBY, by_run), by_quotation)

    def chosen(self, which: Flags) -> "Overlaps":
        """Some of the pairs, numbered anew."""
        pairs = (column[which] for column in self[:-1])
        return Overlaps._make((*pairs, self.clusters.of_pairs(which)))


def find_overlaps(library: Library, seeds: Seeds, furniture: Flags, frequencies: Frequencies) -> Overlaps:
    """The pairs of reports that may have evidence enough, with that evidence. Of most that share some words by chance it is
    seen at once that what they have nearby cannot be enough: they are left out."""
    seeds, pair = _weighty(library, seeds, frequencies)
    starts = group_starts(pair)
    clusters = _clusters(seeds, pair)
    size, run_left, run_right = _longest_runs(seeds, pair)
    around = Surroundings(library, furniture, frequencies)
    most = Overlaps(
        seeds.left_report[starts[:-1]],
        seeds.right_report[starts[:-1]],
        around.most(clusters, len(starts) - 1),
        _plain_words(library, run_left, size),
        _nats_of_runs(library, run_left, size, frequencies),
        run_left,
        run_right,
        _is_quotation(library, run_left, size) | _is_quotation(library, run_right, size),
        clusters,
    )
    promising = most.chosen(most.strength() >= 1.0)
    exact = around.shared(promising.clusters, len(promising.run))
    return promising._replace(nearby=exact)


def _weighty(library: Library, seeds: Seeds, frequencies: Frequencies) -> tuple[Seeds, Offsets]:
    """The seeds of pairs with at least two and 55 nats, sorted by right report, left report and place; and each one's pair,
    numbered."""
    seeds = seeds.chosen(stable_order(seeds.right_report))
    starts = _pair_starts(seeds)
    twice = np.diff(starts) > 1
    seeds = seeds.chosen(np.repeat(twice, np.diff(starts)))
    starts = bases(np.diff(starts)[twice])
    fresh = np.diff(seeds.left, prepend=0)
    fresh[starts[:-1]] = RUN_WORDS
    fresh = np.minimum(fresh, RUN_WORDS)
    nats = np.zeros(len(fresh), np.float32)
    for step in range(RUN_WORDS):
        counted = np.flatnonzero(fresh > step)
        # The words are those on the left too, but on the right all seeds of a part lie close together.
        nats[counted] += frequencies.nats(library.hashes(seeds.right[counted] + RUN_WORDS - 1 - step))
    sums = np.add.reduceat(nats, starts[:-1]) if len(nats) else nats
    enough = sums >= _MIN_NATS
    sizes = np.diff(starts)
    return seeds.chosen(np.repeat(enough, sizes)), np.repeat(np.arange(int(enough.sum())), sizes[enough])


def _pair_starts(seeds: Seeds) -> Offsets:
    """Where each pair's seeds start, and behind the last one the number of all; reports ascend with their words."""
    first = first_of_each(seeds.left_report) | first_of_each(seeds.right_report)
    return np.append(np.flatnonzero(first), len(first))


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


def _longest_runs(seeds: Seeds, pair: Offsets) -> tuple[Offsets, Offsets, Offsets]:
    """For each pair the length of its longest run of the same words, and its first word on both sides."""
    order = stable_order(seeds.left - seeds.right, pair)
    left, right, owner = seeds.left[order], seeds.right[order], pair[order]
    broken = first_of_each(owner) | (np.diff(left, prepend=-9) != 1) | (np.diff(right, prepend=-9) != 1)
    run_starts = np.flatnonzero(broken)
    lengths = np.diff(np.append(run_starts, len(left))) + RUN_WORDS - 1
    best = stable_order(-lengths, owner[run_starts])
    best = best[first_of_each(owner[run_starts][best])]
    chosen = run_starts[best]
    return lengths[best], left[chosen], right[chosen]


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
