"""Which words of a text pass a test, where every word of every report is asked about: each word is tested once."""

from collections.abc import Callable
from typing import Generic, TypeVar

_REMEMBERED = 1 << 16

Word = TypeVar("Word", str, bytes)


class WordFilter(Generic[Word]):
    """Remembers the words that passed a test and all that were tested."""

    def __init__(self, test: Callable[[Word], bool]) -> None:
        self._test: Callable[[Word], bool] = test
        self._passed: set[Word] = set()
        self._tested: set[Word] = set()

    def of(self, words: frozenset[Word]) -> frozenset[Word]:
        """Those of the words that pass."""
        if len(self._tested) >= _REMEMBERED:
            self._passed, self._tested = set(), set()
        new = words - self._tested
        if new:
            self._passed.update(filter(self._test, new))
            self._tested |= new
        return words & self._passed
