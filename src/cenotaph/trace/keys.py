"""Echoes among more reports than one machine holds: what reports share is found by keys, then looked at pair by pair.

A report's keys are hashes of its runs of five words, and of pairs of rare stems of its passages of speech. Reports that
share two keys are a candidate pair. A key of two to sixteen reports makes all their pairs, one of up to fifty each with
the next four, and one of more each with the next alone: of a story in ten thousand outlets every copy is tied to its
neighbours, and no key costs more than its reports. Candidates are looked at by the index itself (`EchoIndex`).
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cenotaph.trace.arrays import first_of_each, group_starts, groups_of, pairs_within
from cenotaph.trace.boilerplate import MIN_PAGES, least_pages
from cenotaph.trace.retold import pair_keys
from cenotaph.trace.runs import PLACE_BITS, PLACE_MASK, RUN_WORDS
from cenotaph.trace.seeds import MAX_PLACES
from cenotaph.trace.shelf import Shelf, read_shelf
from cenotaph.trace.weights import FixedFrequencies, stem_frequencies, word_frequencies
from cenotaph.trace.words import Flags, Hashes, Numbers, Offsets

ENOUGH_KEYS = 2
_FEW, _REACH = 16, 4
_PASSAGE_BITS = np.uint64(24)
_PASSAGE_MASK = np.uint64((1 << 24) - 1)
_SPEECH = np.uint64(1 << 63)


class Keyed(NamedTuple):
    """Keys with the report that each stands in and the hash of its outlet (0 for none), ordered by key and report, each
    once."""

    keys: Numbers
    reports: Numbers
    outlets: Hashes

    def chosen(self, which: Flags | Offsets) -> "Keyed":
        """Some of the keys."""
        return Keyed(self.keys[which], self.reports[which], self.outlets[which])


def counts_of(texts: Sequence[str]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """How often words and stems stand in some texts, by hash, without what the language gives beforehand."""
    shelf = read_shelf(texts, ("",) * len(texts), (-1,) * len(texts))
    words, stems = word_frequencies(), stem_frequencies()
    before = words.counts.copy(), stems.counts.copy()
    words.add(shelf.hashes)
    stems.add(shelf.stems)
    return words.counts - before[0], stems.counts - before[1]


def keys_of(texts: Sequence[str], reports: Numbers, outlets: Hashes, stems: NDArray[np.float32]) -> Keyed:
    """The keys of some texts, whose reports are numbered and whose outlets hashed so; `stems` are the counts of stems in
    all reports."""
    shelf = read_shelf(texts, ("",) * len(texts), (-1,) * len(texts))
    runs, places = shelf.keys >> PLACE_BITS, (shelf.keys & PLACE_MASK).astype(np.int64)
    plain = ~_in_formula(shelf)[places]
    furniture = np.zeros(len(shelf.hashes), np.bool_)
    pairs = pair_keys(shelf, furniture, FixedFrequencies(stems))
    passages = shelf.firsts[(pairs & _PASSAGE_MASK).astype(np.int64)]
    speech = (pairs >> _PASSAGE_BITS) | _SPEECH
    keys = np.concatenate((runs[plain], speech))
    owners = np.searchsorted(shelf.bounds, np.concatenate((places[plain], passages)), "right") - 1
    return ordered(Keyed(keys, reports[owners], outlets[owners]))


def ordered(keyed: Keyed) -> Keyed:
    """The keys in order, each once for a report."""
    keyed = keyed.chosen(np.lexsort((keyed.reports, keyed.keys)))
    return keyed.chosen(first_of_each(keyed.keys) | first_of_each(keyed.reports))


def frequent_runs(keyed: Keyed, sizes: Mapping[int, int]) -> Numbers:
    """The runs that stand in more than fifty reports, or that one outlet repeats; `sizes` are the reports of each outlet."""
    runs = keyed.chosen(keyed.keys < _SPEECH)
    starts = group_starts(runs.keys)
    many = runs.keys[starts[:-1][np.diff(starts) > MAX_PLACES]]
    of_outlets = runs.chosen(np.lexsort((runs.outlets, runs.keys)))
    starts = np.flatnonzero(first_of_each(of_outlets.keys) | first_of_each(of_outlets.outlets))
    pages = np.diff(np.append(starts, len(of_outlets.keys)))
    often = np.flatnonzero((pages >= MIN_PAGES) & (of_outlets.outlets[starts] > 0))
    enough = [
        at for at in often.tolist() if pages[at] >= least_pages(sizes[int(of_outlets.outlets[starts[at]])])
    ]
    found: Numbers = np.unique(np.concatenate((many, of_outlets.keys[starts[enough]])))
    return found


def pairs_of(keyed: Keyed) -> tuple[Numbers, Numbers]:
    """The pairs of reports that ordered keys make, a pair once for each key: the earlier and the later report."""
    starts = group_starts(keyed.keys)
    counts = np.diff(starts)
    lefts: list[Offsets] = [np.zeros(0, np.int64)]
    rights: list[Offsets] = [np.zeros(0, np.int64)]
    for size in np.unique(counts[(counts > 1) & (counts <= MAX_PLACES)]).tolist():
        left, right = pairs_within(size, size if size <= _FEW else _REACH)
        groups = groups_of(size, starts)
        lefts.append(groups[:, left].ravel())
        rights.append(groups[:, right].ravel())
    many = np.repeat(counts > MAX_PLACES, counts)
    following = np.flatnonzero(many[:-1] & ~first_of_each(keyed.keys)[1:])
    lefts.append(following)
    rights.append(following + 1)
    return keyed.reports[np.concatenate(lefts)], keyed.reports[np.concatenate(rights)]


def _in_formula(shelf: Shelf) -> NDArray[np.bool_]:
    """Whether a run that starts at each word touches a formula of the language pack."""
    flags = shelf.formula.copy()
    for step in range(1, RUN_WORDS):
        flags[:-step] |= shelf.formula[step:]
    return flags
