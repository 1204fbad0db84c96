"""How good found rows are, measured against rows marked by hand."""

from cenotaph.scoring.agreement import Agreement, agreement
from cenotaph.scoring.match import Comparison, compare_claims, compare_handlings
from cenotaph.scoring.measure import Score, measured
from cenotaph.scoring.rows import ClaimMark, HandlingMark, RowsError, read_marks

__all__ = [
    "Agreement",
    "ClaimMark",
    "Comparison",
    "HandlingMark",
    "RowsError",
    "Score",
    "agreement",
    "compare_claims",
    "compare_handlings",
    "measured",
    "read_marks",
]
