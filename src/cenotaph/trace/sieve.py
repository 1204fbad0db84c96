"""Pairs that are kept until all have come, then handed out part by part, so that each part fits the processor's cache.

What two reports share comes in the order of what is shared. To count how much two of them share it must come together:
the parts are stretches of the reports on the right.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cenotaph.trace.sorting import split_by
from cenotaph.trace.words import Flags, Hashes, Offsets

_MIX = np.uint64(0x9E3779B97F4A7C15)
_HALF = np.uint64(32)
_CELLS_EACH = 4
_AT_ONCE = 1 << 18

Columns = tuple[NDArray[Any], ...]


class Sieve:
    """Rows of numbers, held in columns no wider than they need to be.

    `parts` says how many parts there are, `largest` for each column what its numbers do not go beyond.
    """

    def __init__(self, parts: int, *largest: int) -> None:
        self._parts = parts
        self._kinds = [np.uint32 if most < 1 << 32 else np.int64 for most in largest]
        self._waiting: list[Columns] = []
        self._held: list[tuple[Offsets, Columns]] = []

    def add(self, part: Offsets, *columns: NDArray[Any]) -> None:
        """Keep rows; `part` says for each which part it belongs to."""
        narrow = (column.astype(kind) for column, kind in zip(columns, self._kinds, strict=True))
        self._waiting.append((part.astype(np.uint16), *narrow))
        if sum(len(rows[0]) for rows in self._waiting) >= _AT_ONCE:
            self._put_by()

    def drain(self) -> Iterator[Columns]:
        """The rows, part by part; within a part in the order in which they came."""
        self._put_by()
        for part in range(self._parts):
            places = [slice(starts[part], starts[part + 1]) for starts, _ in self._held]
            yield tuple(
                np.concatenate(
                    [
                        np.zeros(0, kind),
                        *(rows[at][of] for (_, rows), of in zip(self._held, places, strict=True)),
                    ]
                )
                for at, kind in enumerate(self._kinds)
            )

    def _put_by(self) -> None:
        if self._waiting:
            part, *columns = (np.concatenate(column) for column in zip(*self._waiting, strict=True))
            self._waiting.clear()
            order, starts = split_by(part, self._parts)
            self._held.append((starts, tuple(column[order] for column in columns)))


def pair_hashes(left: NDArray[Any], right: NDArray[Any]) -> Hashes:
    """A hash of each pair of numbers below 2**32."""
    mixed = left.astype(np.uint64) << _HALF
    mixed |= right.astype(np.uint64)
    mixed *= _MIX
    mixed ^= mixed >> _HALF
    mixed *= _MIX
    return (mixed >> _HALF).astype(np.uint32)


def often(hashes: Hashes, least: int) -> Flags:
    """Which hashes come at least so often; a few that do not are among them, and none that does is missing."""
    cells = hashes >> np.uint32(max(32 - (_CELLS_EACH * len(hashes)).bit_length(), 0))
    flags: Flags = np.bincount(cells)[cells] >= least
    return flags
