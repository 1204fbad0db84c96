"""Small steps on numpy arrays that the search for echoes is made of."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cenotaph.trace.words import Flags, Hashes, Offsets


def ranges(firsts: Offsets, sizes: Offsets) -> Offsets:
    """firsts[0], firsts[0] + 1, ... (sizes[0] of them), firsts[1], ... as one array."""
    behind = np.cumsum(sizes)
    return np.arange(behind[-1] if len(behind) else 0) + np.repeat(firsts - behind + sizes, sizes)


def first_of_each(ordered: NDArray[Any]) -> Flags:
    """Which entries of a sorted array differ from the one before."""
    first = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return first


def group_starts(ordered: NDArray[Any]) -> Offsets:
    """Where each group of equal entries of a sorted array starts, and behind the last one the length of the array."""
    return np.append(np.flatnonzero(first_of_each(ordered)), len(ordered))


def bases(sizes: Sequence[int] | Offsets) -> Offsets:
    """The offset of each part where parts of these sizes stand behind one another, and the length of all."""
    return np.concatenate(([0], np.cumsum(np.asarray(sizes, np.int64))))


def joined_bounds(parts: Sequence[Offsets]) -> Offsets:
    """The bounds of groups, where the arrays that several bounds cut are put behind one another."""
    return bases(np.concatenate([np.diff(part) for part in parts]))


def pairs_within(size: int, reach: int) -> tuple[Offsets, Offsets]:
    """Two by two the numbers below `size` that are at most `reach` apart, the smaller one on the left."""
    left, right = np.triu_indices(size, 1)
    near = right - left <= reach
    return left[near], right[near]


def groups_of(size: int, starts: Offsets) -> Offsets:
    """The places of the groups of so many entries, a row each; `starts` says where groups start, and ends with the end."""
    chosen: Offsets = starts[:-1][np.diff(starts) == size]
    return chosen[:, None] + np.arange(size)


class HashSet:
    """Some hashes, to be looked for among very many: a table of the upper 16 bits sorts out nearly all of them."""

    def __init__(self, hashes: Hashes) -> None:
        self.hashes = np.unique(hashes)
        self._table = np.zeros(1 << 16, np.bool_)
        self._table[self.hashes >> np.uint32(16)] = True

    def places_in(self, hashes: Hashes) -> Offsets:
        """The places at which an array holds one of the set's hashes."""
        places = np.flatnonzero(self._table[hashes >> np.uint32(16)])
        found = self.hashes[np.minimum(np.searchsorted(self.hashes, hashes[places]), len(self.hashes) - 1)]
        chosen: Offsets = places[found == hashes[places]]
        return chosen
