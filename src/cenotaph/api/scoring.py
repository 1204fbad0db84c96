"""How good found rows are."""

from pathlib import Path

from cenotaph.api.rows import PathLike
from cenotaph.scoring import (
    ClaimMark,
    HandlingMark,
    Score,
    compare_claims,
    compare_handlings,
    measured,
    read_marks,
)


def score(gold: PathLike, predicted: PathLike) -> Score:
    """How good the claim rows of one JSON-lines file are, measured against the rows marked by hand in another."""
    return measured(compare_claims(read_marks(Path(gold), ClaimMark), read_marks(Path(predicted), ClaimMark)))


def score_handlings(gold: PathLike, predicted: PathLike) -> Score:
    """The same for handling rows."""
    found = read_marks(Path(predicted), HandlingMark)
    return measured(compare_handlings(read_marks(Path(gold), HandlingMark), found))
