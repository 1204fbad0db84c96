"""Keys of many reports tie each to its neighbours only."""

import numpy as np
import pytest
from tests.trace.copies import copies

from cenotaph.trace.keys import ENOUGH_KEYS, Keyed, frequent_runs, keys_of, ordered, pairs_of
from cenotaph.trace.weights import stem_frequencies
from cenotaph.trace.words import Numbers


@pytest.mark.parametrize(
    ("reports", "pairs"), [(2, 1), (16, 120), (17, 58), (50, 190), (51, 50), (10_000, 9_999)]
)
def test_a_key_costs_no_more_than_its_reports(reports: int, pairs: int) -> None:
    """An agency's copy in ten thousand outlets makes a chain of 9,999 pairs and not fifty million."""
    keyed = Keyed(
        np.full(reports, 7, np.uint64), np.arange(reports, dtype=np.uint64), np.zeros(reports, np.uint32)
    )
    left, right = pairs_of(keyed)
    assert len(left) == pairs
    assert (left < right).all()
    assert {*zip(range(reports - 1), range(1, reports), strict=True)} <= {
        *zip(left.tolist(), right.tolist(), strict=True)
    }


def test_an_agencys_story_in_ten_thousand_outlets_ties_each_copy_to_the_next() -> None:
    """Texts of 120 words, a thousand at a time as tasks read them: every pair shares a hundred keys, and no report has
    more than two others to be looked at with."""
    texts = [report.text for report in copies(10_000)]
    stems = stem_frequencies().counts
    parts = [
        keys_of(texts[at : at + 1_000], numbers(at, 1_000), numbers(at + 1, 1_000).astype(np.uint32), stems)
        for at in range(0, 10_000, 1_000)
    ]
    keyed = ordered(Keyed(*(np.concatenate(column) for column in zip(*parts, strict=True))))
    left, right = pairs_of(keyed)
    assert len(left) < len(keyed.keys)
    pairs, shared = np.unique(np.stack((left, right), axis=1), axis=0, return_counts=True)
    looked_at = pairs[shared >= ENOUGH_KEYS]
    assert looked_at.tolist() == [[at, at + 1] for at in range(9_999)]
    assert len(frequent_runs(keyed, {})) >= 90


def numbers(first: int, count: int) -> Numbers:
    return np.arange(first, first + count, dtype=np.uint64)
