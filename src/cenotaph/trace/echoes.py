"""The index of reports in which echoes are found: built at once, added to report by report, kept in a folder."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

import msgspec
import numpy as np

from cenotaph.model import Report, Span
from cenotaph.trace.echo import Echo
from cenotaph.trace.library import Library
from cenotaph.trace.links import Link, character_spans, copied_links, overlap_links, retold_links
from cenotaph.trace.overlaps import find_overlaps
from cenotaph.trace.retold import find_retold, pair_keys
from cenotaph.trace.runs import MAX_SHELF_WORDS
from cenotaph.trace.seeds import find_sharing
from cenotaph.trace.shelf import load_shelf, read_shelf, save_shelf
from cenotaph.trace.weights import Frequencies, stem_frequencies, word_frequencies
from cenotaph.trace.words import Offsets


class _Contents(msgspec.Struct, frozen=True):
    """What an index holds besides arrays: the reports' ids, each one's outlet (-1 for none), the outlets' names."""

    ids: tuple[str, ...] = ()
    outlets: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    shelves: int = 0


class EchoIndex:
    """Reports with what is needed to find echoes of them; no texts, about 10 kB a report of 430 words.

    A report that is added is traced against all that were added before and those added with it.
    """

    def __init__(self) -> None:
        self._library = Library([])
        self._words = word_frequencies()
        self._stems = stem_frequencies()
        self._ids: list[str] = []
        self._outlets: list[int] = []
        self._names: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, report: Report) -> tuple[Echo, ...]:
        """Add one report; the echoes between it and those added before."""
        return self.add_all([report])

    def add_all(self, reports: Iterable[Report]) -> tuple[Echo, ...]:
        """Add reports; the echoes that have at least one of them in it, in the order in which reports were added."""
        found: list[Echo] = []
        for part in _parts(reports):
            found += self._trace(part)
        return tuple(found)

    def save(self, folder: Path) -> None:
        """Write the index to a folder, as numpy arrays and one file of names."""
        folder.mkdir(parents=True, exist_ok=True)
        for number, shelf in enumerate(self._library.shelves):
            save_shelf(shelf, folder / f"shelf{number}")
        np.save(folder / "words.npy", self._words.counts)
        np.save(folder / "stems.npy", self._stems.counts)
        contents = _Contents(
            tuple(self._ids), tuple(self._outlets), tuple(self._names), len(self._library.shelves)
        )
        (folder / "contents.msgpack").write_bytes(msgspec.msgpack.encode(contents))

    @classmethod
    def load(cls, folder: Path) -> "EchoIndex":
        """Open an index that was saved; its arrays stay on disk until they are looked at."""
        contents = msgspec.msgpack.decode((folder / "contents.msgpack").read_bytes(), type=_Contents)
        index = cls()
        index._library = Library(
            [load_shelf(folder / f"shelf{number}") for number in range(contents.shelves)]
        )
        index._words = Frequencies(np.load(folder / "words.npy"))
        index._stems = Frequencies(np.load(folder / "stems.npy"))
        index._ids, index._outlets = list(contents.ids), list(contents.outlets)
        index._names = {name: number for number, name in enumerate(contents.names)}
        return index

    def _trace(self, reports: Sequence[Report]) -> list[Echo]:
        shelf = read_shelf([report.text for report in reports])
        self._ids += [report.id for report in reports]
        self._outlets += [self._outlet(report) for report in reports]
        self._words.add(shelf.hashes)
        self._stems.add(shelf.stems)
        library = self._library
        library.append(shelf)
        sharing = find_sharing(library, np.array(self._outlets, np.int64))
        library.replace_last(shelf._replace(pair_keys=pair_keys(shelf, sharing.furniture, self._stems)))
        overlaps = find_overlaps(library, sharing.seeds, sharing.furniture, self._words)
        links = [*overlap_links(library, overlaps), *copied_links(library, sharing.neighbours)]
        links += retold_links(library, find_retold(library, self._stems))
        echoes = self._echoes(_without_repeats(links))
        library.tidy()
        return echoes

    def _outlet(self, report: Report) -> int:
        return -1 if report.outlet is None else self._names.setdefault(report.outlet, len(self._names))

    def _echoes(self, links: Sequence[Link]) -> list[Echo]:
        a_starts, a_ends = self._spans([(link.left_first, link.left_last) for link in links])
        b_starts, b_ends = self._spans([(link.right_first, link.right_last) for link in links])
        return [
            Echo(
                self._ids[link.left_report],
                self._ids[link.right_report],
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
