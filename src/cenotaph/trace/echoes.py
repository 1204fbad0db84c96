"""The index of reports in which echoes are found: built at once, added to report by report, kept in a folder."""

import shutil
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import msgspec
import numpy as np
from numpy.typing import NDArray

from cenotaph.model import Report, Span
from cenotaph.trace.echo import Echo
from cenotaph.trace.library import Library
from cenotaph.trace.links import Link, character_spans, copied_links, overlap_links, retold_links
from cenotaph.trace.overlaps import find_overlaps
from cenotaph.trace.retold import find_retold, pair_keys
from cenotaph.trace.runs import MAX_SHELF_WORDS
from cenotaph.trace.seeds import find_sharing
from cenotaph.trace.shelf import Shelf, load_shelf, read_shelf, save_shelf
from cenotaph.trace.weights import FixedFrequencies, Frequencies, stem_frequencies, word_frequencies
from cenotaph.trace.words import Numbers, Offsets


class Shelving(msgspec.Struct, frozen=True):
    """What of a saved index lies where: the folders of its shelves in order, the file of word frequencies, the outlets
    by number. Whoever saves an index keeps this; folders and files that it does not name are of no use any more."""

    shelves: tuple[str, ...] = ()
    frequencies: str = ""
    outlets: tuple[str, ...] = ()


class Known(NamedTuple):
    """What an index is told of reports that are not in it: how often words and stems stand in all reports (see `weights`),
    and the sorted hashes of the runs of five words that are frequent among all."""

    words: NDArray[np.float32]
    stems: NDArray[np.float32]
    frequent: Numbers


class EchoIndex:
    """Reports with what is needed to find echoes of them; no texts, about 10 kB a report of 430 words.

    A report that is added is traced against all that were added before and those added with it.
    """

    def __init__(self, known: Known | None = None) -> None:
        self._library = Library([])
        self._words = word_frequencies() if known is None else FixedFrequencies(known.words)
        self._stems = stem_frequencies() if known is None else FixedFrequencies(known.stems)
        self._frequent = None if known is None else known.frequent
        self._outlets: dict[str, int] = {}
        self._saved: list[tuple[Shelf, str]] = []

    def __len__(self) -> int:
        return sum(shelf.reports for shelf in self._library.shelves)

    def add(self, report: Report) -> tuple[Echo, ...]:
        """Add one report; the echoes between it and those added before."""
        return self.add_all([report])

    def add_all(self, reports: Iterable[Report]) -> tuple[Echo, ...]:
        """Add reports; the echoes that have at least one of them in it, in the order in which reports were added."""
        found: list[Echo] = []
        for part in _parts(reports):
            found += self._trace(part)
        return tuple(found)

    def save(self, folder: Path) -> Shelving:
        """Write what is new to a folder, under names that were not in use, and say where all of it lies. What was
        written is from now on read from there, so that memory does not grow with the reports."""
        folder.mkdir(parents=True, exist_ok=True)
        names = {id(shelf): name for shelf, name in self._saved}
        self._saved = [
            (shelf, names[id(shelf)]) if id(shelf) in names else _save_anew(shelf, folder)
            for shelf in self._library.shelves
        ]
        self._library = Library([shelf for shelf, _ in self._saved])
        frequencies = f"words-{uuid4().hex}.npy"
        np.save(folder / frequencies, np.stack((self._words.counts, self._stems.counts)))
        return Shelving(tuple(name for _, name in self._saved), frequencies, tuple(self._outlets))

    @classmethod
    def load(cls, folder: Path, shelving: Shelving) -> "EchoIndex":
        """Open an index that was saved; its arrays stay on disk until they are looked at. OSError or ValueError if
        they are not there."""
        index = cls()
        index._saved = [(load_shelf(folder / name), name) for name in shelving.shelves]
        index._library = Library([shelf for shelf, _ in index._saved])
        if shelving.frequencies:
            index._words, index._stems = map(Frequencies, np.load(folder / shelving.frequencies))
        index._outlets = {name: number for number, name in enumerate(shelving.outlets)}
        return index

    def _trace(self, reports: Sequence[Report]) -> list[Echo]:
        ids = tuple(report.id for report in reports)
        shelf = read_shelf([report.text for report in reports], ids, list(map(self._outlet, reports)))
        self._words.add(shelf.hashes)
        self._stems.add(shelf.stems)
        library = self._library
        library.append(shelf)
        outlets = np.concatenate([one.outlets for one in library.shelves])
        sharing = find_sharing(library, outlets, self._frequent)
        library.replace_last(shelf._replace(pair_keys=pair_keys(shelf, sharing.furniture, self._stems)))
        links: list[Link] = []
        for seeds in sharing.seeds:
            overlaps = find_overlaps(library, seeds, sharing.furniture, self._words)
            links += overlap_links(library, overlaps)
        links += copied_links(library, sharing.neighbours)
        for matches in find_retold(library, self._stems):
            links += retold_links(library, matches)
        echoes = self._echoes(_without_repeats(links))
        library.tidy()
        return echoes

    def _outlet(self, report: Report) -> int:
        return -1 if report.outlet is None else self._outlets.setdefault(report.outlet, len(self._outlets))

    def _echoes(self, links: Sequence[Link]) -> list[Echo]:
        a_starts, a_ends = self._spans([(link.left_first, link.left_last) for link in links])
        b_starts, b_ends = self._spans([(link.right_first, link.right_last) for link in links])
        return [
            Echo(
                self._library.id(link.left_report),
                self._library.id(link.right_report),
                "same-origin",
                link.kind,
                Span(int(a_starts[number]), int(a_ends[number])),
                Span(int(b_starts[number]), int(b_ends[number])),
                link.score,
                link.why,
            )
            for number, link in enumerate(links)
        ]

    def _spans(self, ranges: Sequence[tuple[int, int]]) -> tuple[Offsets, Offsets]:
        words = np.array(ranges, np.int64).reshape(-1, 2)
        return character_spans(self._library, words[:, 0], words[:, 1])


def echoes(reports: Iterable[Report]) -> tuple[Echo, ...]:
    """All echoes among some reports."""
    return EchoIndex().add_all(reports)


def _parts(reports: Iterable[Report]) -> Iterable[list[Report]]:
    """The reports in parts that one shelf can number; a word takes at least two characters with what parts it."""
    part: list[Report] = []
    room = MAX_SHELF_WORDS
    for report in reports:
        room -= len(report.text) // 2 + 1
        if room < 0 and part:
            yield part
            part, room = [], MAX_SHELF_WORDS
        part.append(report)
    if part:
        yield part


def sweep(folder: Path, shelving: Shelving) -> None:
    """Remove from an index's folder what is of no use any more."""
    for path in folder.iterdir():
        if path.name not in (*shelving.shelves, shelving.frequencies):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _save_anew(shelf: Shelf, folder: Path) -> tuple[Shelf, str]:
    name = f"shelf-{uuid4().hex}"
    save_shelf(shelf, folder / name)
    return load_shelf(folder / name), name


def _without_repeats(links: Iterable[Link]) -> list[Link]:
    """The links sorted, without those whose words another link of the same two reports has as well."""
    kept: list[Link] = []
    for _, members in groupby(sorted(links, key=lambda link: link[:2]), key=lambda link: link[:2]):
        chosen: list[Link] = []
        for link in members:
            if not any(other.covers(link) for other in chosen):
                chosen.append(link)
        kept += sorted(chosen, key=lambda link: (link.left_first, link.right_first))
    return kept
