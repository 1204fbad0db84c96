"""Shelves in a row, addressed as one: words, reports and passages are numbered through, in the order of arrival."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from cenotaph.trace.arrays import bases, ranges
from cenotaph.trace.shelf import Shelf, join_shelves
from cenotaph.trace.words import Flags, Hashes, Offsets

_MAX_JOINED_REPORTS = 65_536
_STRIDE_BITS = 6


class Library:
    """The shelves of an index. The last one holds the reports that are being traced: those are "new"."""

    def __init__(self, shelves: list[Shelf]) -> None:
        self.shelves = shelves
        self._renumber()

    def _renumber(self) -> None:
        self._owners: dict[int, NDArray[np.int32]] = {}
        self.word_bases = bases([len(shelf.hashes) for shelf in self.shelves])
        self.report_bases = bases([shelf.reports for shelf in self.shelves])
        self.passage_bases = bases([len(shelf.firsts) for shelf in self.shelves])

    @property
    def first_new_word(self) -> int:
        """The number of the first word of the new reports."""
        return int(self.word_bases[-2])

    @property
    def first_new_report(self) -> int:
        """The number of the first new report."""
        return int(self.report_bases[-2])

    def append(self, shelf: Shelf) -> None:
        """Put the new reports' shelf behind the others."""
        self.shelves.append(shelf)
        self._renumber()

    def replace_last(self, shelf: Shelf) -> None:
        """Put a completed shelf in the place of the last one."""
        self.shelves[-1] = shelf

    def tidy(self) -> None:
        """Join small shelves, so that their number grows with the logarithm of the reports added one by one."""
        while len(self.shelves) > 1:
            last, before = self.shelves[-1], self.shelves[-2]
            if before.reports > 2 * last.reports or before.reports + last.reports > _MAX_JOINED_REPORTS:
                break
            self.shelves[-2:] = [join_shelves([before, last])]
        self._renumber()

    def id(self, report: int) -> str:
        """The id of a report, by number."""
        number = int(np.searchsorted(self.report_bases, report, "right")) - 1
        return self.shelves[number].ids[report - int(self.report_bases[number])]

    def hashes(self, words: Offsets) -> Hashes:
        """The hashes of words, by number."""
        return self._look_up("hashes", words, self.word_bases)

    def is_plain(self, words: Offsets) -> Flags:
        """Which words are no figures and no single letters."""
        return self._look_up("plain", words, self.word_bases)

    def characters(self, words: Offsets) -> tuple[Offsets, Offsets]:
        """Where words start and end in their reports' text, in characters."""
        starts = self._look_up("starts", words, self.word_bases).astype(np.int64)
        return starts, starts + self._look_up("lengths", words, self.word_bases)

    def reports_of(self, words: Offsets) -> Offsets:
        """The numbers of the reports that words stand in."""
        if len(self.shelves) == 1:
            return self._owners_on(0, words)
        which = self._shelf_of(words, self.word_bases)
        found = np.zeros(len(words), np.int64)
        for number in np.unique(which).tolist():
            chosen = which == number
            local = words[chosen] - self.word_bases[number]
            found[chosen] = self._owners_on(number, local) + self.report_bases[number]
        return found

    def _owners_on(self, number: int, words: Offsets) -> Offsets:
        """The report on a shelf that each word stands in: of many words that of the first in sixty-four, then on from there."""
        bounds = self.shelves[number].bounds
        if len(words) < len(bounds):
            return np.searchsorted(bounds, words, "right") - 1
        if number not in self._owners:
            every = np.arange(0, int(bounds[-1]), 1 << _STRIDE_BITS)
            self._owners[number] = (np.searchsorted(bounds, every, "right") - 1).astype(np.int32)
        found: Offsets = self._owners[number][words >> _STRIDE_BITS].astype(np.int64)
        beyond = np.flatnonzero(bounds[found + 1] <= words)
        while len(beyond):
            found[beyond] += 1
            beyond = beyond[bounds[found[beyond] + 1] <= words[beyond]]
        return found

    def report_words(self, reports: Offsets) -> tuple[Offsets, Offsets]:
        """The numbers of the first word of reports, and of the first behind them."""
        return self._bounds("bounds", reports, self.report_bases, self.word_bases)

    def passage_words(self, passages: Offsets) -> tuple[Offsets, Offsets]:
        """The numbers of the first word of passages, and of the first behind them."""
        base = self.word_bases[self._shelf_of(passages, self.passage_bases)]
        firsts = self._look_up("firsts", passages, self.passage_bases)
        return firsts + base, self._look_up("lasts", passages, self.passage_bases) + base

    def reports_of_passages(self, passages: Offsets) -> Offsets:
        """The numbers of the reports that passages stand in."""
        return self.reports_of(self.passage_words(passages)[0])

    def is_quoted(self, passages: Offsets) -> Flags:
        """Which passages stand in quotation marks."""
        return self._look_up("quoted", passages, self.passage_bases)

    def quotations_at(self, words: Offsets) -> Offsets:
        """The number of the quotation that each word stands in, -1 where in none."""
        which = self._shelf_of(words, self.word_bases)
        found = np.full(len(words), -1, np.int64)
        for number in np.unique(which):
            shelf, chosen = self.shelves[number], np.flatnonzero(which == number)
            if not len(shelf.firsts):
                continue
            local = words[chosen] - self.word_bases[number]
            passage = np.searchsorted(shelf.firsts, local, "right") - 1
            inside = (passage >= 0) & (shelf.lasts[passage] > local) & shelf.quoted[passage]
            found[chosen[inside]] = passage[inside] + self.passage_bases[number]
        return found

    def passage_stems(self, passages: Offsets) -> tuple[Offsets, Hashes]:
        """How many stems each passage has, and the stems, passage after passage."""
        firsts, sizes = np.zeros(len(passages), np.int64), np.zeros(len(passages), np.int64)
        which = self._shelf_of(passages, self.passage_bases)
        numbers = np.unique(which).tolist()
        for number in numbers:
            chosen, bounds = which == number, self.shelves[number].stem_bounds
            local = passages[chosen] - self.passage_bases[number]
            firsts[chosen] = bounds[local]
            sizes[chosen] = bounds[local + 1] - firsts[chosen]
        stems = np.zeros(int(sizes.sum()), np.uint32)
        owners, places = np.repeat(which, sizes), ranges(firsts, sizes)
        for number in numbers:
            chosen = owners == number
            stems[chosen] = self.shelves[number].stems[places[chosen]]
        return sizes, stems

    def _shelf_of(self, numbers: Offsets, numbering: Offsets) -> Offsets:
        return np.searchsorted(numbering, numbers, "right") - 1

    def _look_up(self, name: str, numbers: Offsets, numbering: Offsets) -> NDArray[Any]:
        if len(self.shelves) == 1:
            return np.asarray(getattr(self.shelves[0], name)[numbers])
        which = self._shelf_of(numbers, numbering)
        found = np.zeros(len(numbers), getattr(self.shelves[0], name).dtype)
        for shelf in np.unique(which):
            chosen = which == shelf
            found[chosen] = getattr(self.shelves[shelf], name)[numbers[chosen] - numbering[shelf]]
        return found

    def _bounds(
        self, name: str, numbers: Offsets, numbering: Offsets, target: Offsets
    ) -> tuple[Offsets, Offsets]:
        which = self._shelf_of(numbers, numbering)
        firsts, lasts = np.zeros(len(numbers), np.int64), np.zeros(len(numbers), np.int64)
        for shelf in np.unique(which):
            chosen = which == shelf
            bounds = getattr(self.shelves[shelf], name)
            local = numbers[chosen] - numbering[shelf]
            firsts[chosen] = bounds[local] + target[shelf]
            lasts[chosen] = bounds[local + 1] + target[shelf]
        return firsts, lasts
