"""The figures of a comparison."""

from msgspec import Struct

from cenotaph.scoring.match import STRICT_FIELDS, Comparison, Row


class Score(Struct, frozen=True):
    """How many rows were marked, found and matched; shares are rounded to three places.

    `detection_f1` is the F1 of rows found; `strict_f1` of rows found with bounds, side and origin right (claims alone).
    `fields` gives, of the matched rows, the share in which each field is right; None where nothing matched.
    """

    gold: int
    predicted: int
    matched: int
    reports_with_gold: int
    precision: float
    recall: float
    detection_f1: float
    strict_f1: float | None
    fields: dict[str, float | None]


def measured(comparison: Comparison[Row]) -> Score:
    """The score of a comparison. `predicted` leaves out what was neither hit nor miss."""
    matched = len(comparison.matches)
    gold, predicted = matched + len(comparison.missed), matched + len(comparison.spurious)
    strict = sum(STRICT_FIELDS.isdisjoint(match.wrong) for match in comparison.matches)
    return Score(
        gold,
        predicted,
        matched,
        comparison.reports,
        _share(matched, predicted) or 0.0,
        _share(matched, gold) or 0.0,
        _share(2 * matched, gold + predicted) or 0.0,
        (_share(2 * strict, gold + predicted) or 0.0) if "low_high" in comparison.fields else None,
        {name: _share(_right(comparison, name), matched) for name in comparison.fields},
    )


def _right(comparison: Comparison[Row], field: str) -> int:
    return sum(field not in match.wrong for match in comparison.matches)


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None
