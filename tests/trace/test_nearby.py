"""What words near shared runs can weigh at most, which is seen at once, is never less than what they weigh."""

import numpy as np
import pytest

from cenotaph.trace.library import Library
from cenotaph.trace.nearby import Clusters, Surroundings
from cenotaph.trace.shelf import read_shelf
from cenotaph.trace.weights import word_frequencies

RANDOM = np.random.default_rng(11)
FEW = [f"w{number}" for number in range(60)]
MANY = [f"w{number}" for number in range(6_000)]


@pytest.mark.parametrize("vocabulary", [FEW, MANY])
@pytest.mark.parametrize("older", [0, 5])
def test_the_bound_holds_for_every_pair(vocabulary: list[str], older: int) -> None:
    texts = [" ".join(RANDOM.choice(vocabulary, RANDOM.integers(6, 300))) for _ in range(40)]
    parts = [texts[:older], texts[older:]] if older else [texts]
    library = Library([read_shelf(part, ("",) * len(part), [-1] * len(part)) for part in parts])
    furniture = RANDOM.random(len(library.shelves[-1].hashes)) < 0.2
    pairs = 2_500
    pair = np.sort(RANDOM.integers(0, pairs, 3 * pairs))
    firsts, lasts = library.report_words(RANDOM.integers(0, len(texts), 2 * len(pair)))
    lasts = np.minimum(lasts, firsts + RANDOM.integers(5, 60, len(firsts)))
    clusters = Clusters(pair, firsts[::2], lasts[::2], firsts[1::2], lasts[1::2], pair)
    frequencies = word_frequencies()
    around = Surroundings(library, furniture, frequencies)
    shared, most = around.shared(clusters, pairs), around.most(clusters, pairs)
    assert (shared <= most).all()
    assert shared.max() > 0
    for number in range(0, pairs, 50):
        rows = [
            row[1:5]
            for row in zip(*(column.tolist() for column in clusters), strict=True)
            if row[0] == number
        ]
        common = near(library, furniture, [row[:2] for row in rows]) & near(
            library, furniture, [row[2:] for row in rows]
        )
        assert shared[number] == pytest.approx(frequencies.weights(np.array([*common], np.uint32)).sum())


def near(library: Library, furniture: np.ndarray, places: list[tuple[int, int]]) -> set[int]:
    """The words around places, as a set."""
    found: set[int] = set()
    for first, last in places:
        begin, end = (int(one[0]) for one in library.report_words(library.reports_of(np.array([first]))))
        words = np.arange(max(first - 20, begin), min(last + 20, end))
        fresh = words - library.first_new_word
        found |= set(library.hashes(words[(fresh < 0) | ~furniture[np.maximum(fresh, 0)]]).tolist())
    return found
