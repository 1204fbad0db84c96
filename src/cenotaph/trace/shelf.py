"""Reports as the search for echoes keeps them: their words as hashes, the word runs to look them up by, their speech.

A shelf holds no text. Arrays are plain numpy, written one file each and read back as memory maps.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

import msgspec
import numpy as np
from numpy.typing import NDArray

from cenotaph.trace.arrays import bases, first_of_each, joined_bounds, ranges
from cenotaph.trace.boilerplate import mark_formulas
from cenotaph.trace.runs import HASH_BITS, Runs, find_runs
from cenotaph.trace.sorting import sorted_by_upper
from cenotaph.trace.speech import Passages, find_speech
from cenotaph.trace.stems import canonical_stems
from cenotaph.trace.words import Flags, Hashes, Numbers, Offsets, batches

_SHORT_WORD = 2
_ROOM = 1 << 16
_MORE = 16

Number = TypeVar("Number", bound=np.generic)


class Shelf(NamedTuple):
    """Some reports. A word number counts the words of the shelf; a passage is a stretch of words in which people speak.

    `hashes`, `starts` (characters into the report), `lengths` (255 at most) go by word; `plain` says which words
    are no figures or single letters, `formula` which belong to formulas of the language pack; `bounds[i]:bounds[i + 1]` are the words of report i; `keys` are the sorted
    runs of five words (see `runs`); `firsts`, `lasts`, `quoted` go by passage (word numbers);
    `stems[stem_bounds[i]:stem_bounds[i + 1]]` are the stems of passage i, sorted, each once;
    `pair_keys` are the sorted pairs of rare stems (see `retold`), filled in when the shelf is indexed.
    `outlets` numbers each report's outlet (-1 for none), `ids` names the reports.
    """

    hashes: Hashes
    starts: Hashes
    lengths: NDArray[np.uint8]
    plain: Flags
    formula: Flags
    bounds: Offsets
    keys: Numbers
    firsts: Offsets
    lasts: Offsets
    quoted: Flags
    stems: Hashes
    stem_bounds: Offsets
    pair_keys: Numbers
    outlets: NDArray[np.int32]
    ids: tuple[str, ...]

    @property
    def reports(self) -> int:
        """How many reports stand on the shelf."""
        return len(self.bounds) - 1


def read_shelf(texts: Sequence[str], ids: tuple[str, ...], outlets: Sequence[int]) -> Shelf:
    """The shelf of some texts, with each one's id and the number of its outlet."""
    parts = _Parts()
    for batch in batches(texts):
        passages = find_speech(batch)
        parts.hashes.append(batch.hashes)
        sizes = np.diff(batch.bounds)
        parts.starts.append(batch.starts - np.repeat(batch.firsts, sizes))
        lengths = batch.ends - batch.starts
        parts.lengths.append(np.minimum(lengths, 255))
        parts.plain.append(batch.is_plain)
        parts.sizes.append(sizes)
        parts.add_passages(passages, batch.stems, lengths > _SHORT_WORD)
    return parts.shelf(ids, outlets)


def join_shelves(shelves: Sequence[Shelf]) -> Shelf:
    """One shelf in the place of several, in order."""
    word_base = bases([len(shelf.hashes) for shelf in shelves])
    passage_base = bases([len(shelf.firsts) for shelf in shelves])
    keys = np.concatenate([s.keys + np.uint64(base) for s, base in zip(shelves, word_base)])
    pairs = np.concatenate([s.pair_keys + np.uint64(base) for s, base in zip(shelves, passage_base)])
    # Each part is sorted, and a stable sort only merges them.
    keys.sort(kind="stable")
    pairs.sort(kind="stable")
    return Shelf(
        np.concatenate([shelf.hashes for shelf in shelves]),
        np.concatenate([shelf.starts for shelf in shelves]),
        np.concatenate([shelf.lengths for shelf in shelves]),
        np.concatenate([shelf.plain for shelf in shelves]),
        np.concatenate([shelf.formula for shelf in shelves]),
        joined_bounds([shelf.bounds for shelf in shelves]),
        keys,
        np.concatenate([shelf.firsts + base for shelf, base in zip(shelves, word_base)]),
        np.concatenate([shelf.lasts + base for shelf, base in zip(shelves, word_base)]),
        np.concatenate([shelf.quoted for shelf in shelves]),
        np.concatenate([shelf.stems for shelf in shelves]),
        joined_bounds([shelf.stem_bounds for shelf in shelves]),
        pairs,
        np.concatenate([shelf.outlets for shelf in shelves]),
        tuple(id_ for shelf in shelves for id_ in shelf.ids),
    )


def save_shelf(shelf: Shelf, folder: Path) -> None:
    """Write each array as FOLDER/NAME.npy, and the ids."""
    folder.mkdir(parents=True)
    for name in _ARRAYS:
        np.save(folder / f"{name}.npy", getattr(shelf, name))
    (folder / "ids.msgpack").write_bytes(msgspec.msgpack.encode(shelf.ids))


def load_shelf(folder: Path) -> Shelf:
    """Read a shelf back; its arrays stay on disk until they are looked at."""
    ids = msgspec.msgpack.decode((folder / "ids.msgpack").read_bytes(), type=tuple[str, ...])
    return Shelf._make((*(np.load(folder / f"{name}.npy", mmap_mode="r") for name in _ARRAYS), ids))


_ARRAYS = Shelf._fields[:-1]


class _Column(Generic[Number]):
    """An array that grows part by part, in place: the system gives a large one more room without copying it."""

    def __init__(self, kind: type[Number]) -> None:
        self._array: NDArray[Number] = np.zeros(_ROOM, kind)
        self._size = 0

    def append(self, part: NDArray[Any]) -> None:
        """Add a part behind the others, as numbers of the column's kind."""
        stop = self._size + len(part)
        if stop > len(self._array):
            self._array.resize(stop + stop // _MORE + _ROOM, refcheck=False)
        self._array[self._size : stop] = part
        self._size = stop

    def joined(self) -> NDArray[Number]:
        """All parts as one array; nothing can be added afterwards."""
        self._array.resize(self._size, refcheck=False)
        return self._array


class _Parts:
    """A shelf while it is being read, batch by batch."""

    def __init__(self) -> None:
        self.hashes = _Column(np.uint32)
        self.starts = _Column(np.uint32)
        self.lengths = _Column(np.uint8)
        self.plain = _Column(np.bool_)
        self.sizes = _Column(np.int64)
        self._firsts = _Column(np.int64)
        self._lasts = _Column(np.int64)
        self._quoted = _Column(np.bool_)
        self._stems = _Column(np.uint32)
        self._stem_counts = _Column(np.int64)
        self._words = 0

    def add_passages(self, passages: Passages, stems: Hashes, counted: Flags) -> None:
        """Add a batch's passages with their stems; words not `counted` (too short) are left out."""
        self._firsts.append(passages.firsts + self._words)
        self._lasts.append(passages.lasts + self._words)
        self._quoted.append(passages.quoted)
        sizes = passages.lasts - passages.firsts
        owners = np.repeat(np.arange(len(sizes), dtype=np.uint64), sizes)
        words = ranges(passages.firsts, sizes)
        kept = counted[words]
        keyed = (owners[kept] << np.uint64(32)) | canonical_stems(stems[words[kept]])
        keyed.sort()
        keyed = keyed[first_of_each(keyed)]
        self._stems.append(keyed & np.uint64(0xFFFFFFFF))
        self._stem_counts.append(np.bincount((keyed >> np.uint64(32)).astype(np.int64), minlength=len(sizes)))
        self._words += len(stems)

    def shelf(self, ids: tuple[str, ...], outlets: Sequence[int]) -> Shelf:
        """The shelf that has been read."""
        hashes = self.hashes.joined()
        bounds = bases(self.sizes.joined())
        formula = np.zeros(len(hashes), np.bool_)
        keys = sorted_by_upper((_keys(runs, formula) for runs in find_runs(hashes, bounds)), HASH_BITS)
        return Shelf(
            hashes,
            self.starts.joined(),
            self.lengths.joined(),
            self.plain.joined(),
            formula,
            bounds,
            keys,
            self._firsts.joined(),
            self._lasts.joined(),
            self._quoted.joined(),
            self._stems.joined(),
            bases(self._stem_counts.joined()),
            np.zeros(0, np.uint64),
            np.array(outlets, np.int32),
            ids,
        )


def _keys(runs: Runs, formula: Flags) -> Numbers:
    mark_formulas(formula[runs.start :], runs.threes)
    return runs.keys
