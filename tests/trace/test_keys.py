"""Keys of many reports tie each to its neighbours only."""

import numpy as np
import pytest

from cenotaph.trace.keys import Keyed, pairs_of


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
