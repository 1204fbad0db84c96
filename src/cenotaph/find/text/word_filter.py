"""Which words of a text pass a test, where every word of every report is asked about: each word is tested once."""

from collections.abc import Callable

_REMEMBERED = 1 << 16


class WordFilter:
    """Remembers the words that passed a test and all that were tested; words are those of a first look."""

    def __init__(self, test: Callable[[str], bool]) -> None:
        self._test = test
        self._passed, self._tested = set[bytes](), set[bytes]()

    def of(self, words: frozenset[bytes]) -> frozenset[bytes]:
        """Those of the words that pass."""
        if len(self._tested) >= _REMEMBERED:
            self._passed, self._tested = set(), set()
        new = words - self._tested
        if new:
            self._passed.update(word for word in new if self._test(word.decode()))
            self._tested |= new
        return words & self._passed
