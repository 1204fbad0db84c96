"""The measure: what matches, what is right, and the same figures as the reference script."""

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from cenotaph.scoring import (
    ClaimMark,
    HandlingMark,
    RowsError,
    Score,
    compare_claims,
    compare_handlings,
    measured,
    read_marks,
)
from cenotaph.scoring.names import same_name, same_origin, same_side

REFERENCE = Path(__file__).parents[3] / "shared"


def claim(**fields: Any) -> ClaimMark:
    """Five Ukrainians killed in Irpin on the mayor's word, but for the fields given."""
    given: dict[str, Any] = {"report": "a", "start": 10, "end": 14, "harm": "killed", "low": 5, "high": 5,
                             "side": "Ukraine", "place": "Irpin", "sources": ("the mayor",)}  # fmt: skip
    return ClaimMark(**(given | fields))


def score(gold: list[ClaimMark], found: list[ClaimMark]) -> Score:
    return measured(compare_claims(gold, found))


def test_all_right() -> None:
    result = score([claim()], [claim(side="ukraine", sources=("Mayor",), start=12)])
    assert (result.detection_f1, result.strict_f1) == (1.0, 1.0)
    assert set(result.fields.values()) == {1.0}


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"low": None}, "low_high"),
        ({"side": None}, "side"),
        ({"sources": ()}, "origin"),
        ({"sources": ("a medic", "the mayor")}, "origin"),
    ],
)
def test_a_wrong_bound_side_or_origin_is_found_but_not_strictly(wrong: dict[str, Any], field: str) -> None:
    result = score([claim()], [claim(**wrong)])
    assert (result.detection_f1, result.strict_f1) == (1.0, 0.0)
    assert result.fields[field] == 0.0


def test_a_wrong_place_does_not_count_against_strict() -> None:
    result = score([claim()], [claim(place=None)])
    assert (result.strict_f1, result.fields["place"]) == (1.0, 0.0)


@pytest.mark.parametrize("other", [{"harm": "wounded"}, {"start": 14, "end": 18}, {"report": "b"}])
def test_another_harm_stretch_or_report_is_a_miss_and_a_false_alarm(other: dict[str, Any]) -> None:
    comparison = compare_claims([claim()], [claim(**other)])
    assert (comparison.matches, len(comparison.missed), len(comparison.spurious)) == ([], 1, 1)


def test_each_row_matches_once_and_the_longer_overlap_wins() -> None:
    comparison = compare_claims([claim()], [claim(start=13, low=1), claim(start=11, low=2)])
    assert [match.found.low for match in comparison.matches] == [2]
    assert [row.low for row in comparison.spurious] == [1]


def test_what_overlaps_an_optional_row_is_neither_hit_nor_miss() -> None:
    result = score([claim(optional=True)], [claim(harm="captured")])
    assert (result.gold, result.predicted, result.matched) == (0, 0, 0)


def test_an_optional_row_that_nobody_found_is_no_miss() -> None:
    assert score([claim(optional=True), claim(report="b")], [claim(report="b")]).detection_f1 == 1.0


def test_nothing_marked_and_nothing_found() -> None:
    result = score([], [])
    assert (result.precision, result.recall, result.fields["side"]) == (0.0, 0.0, None)


def test_handlings_match_on_half_of_the_shorter_clause() -> None:
    gold = [HandlingMark("a", 0, 40, "moved", means=("train", "plane"))]
    near = HandlingMark("a", 30, 50, "moved", means=("plane", "train"))
    far = HandlingMark("a", 31, 51, "moved")
    comparison = compare_handlings(gold, [far, near])
    assert [match.found for match in comparison.matches] == [near]
    assert "means" not in comparison.matches[0].wrong
    assert comparison.spurious == [far]
    assert measured(comparison).strict_f1 is None


def test_names() -> None:
    assert same_name("the Mazyr hospital", "“Mazyr” hospital")
    assert same_name("Governor Oleh Synehubov of the region", "Synehubov")
    assert not same_name("a medic", "a soldier")
    assert not same_name(None, "Kherson")
    assert same_side("ISIS", "Islamic State")
    assert not same_side(None, "Russia")
    assert same_origin((), None)


@pytest.mark.parametrize(
    "line", ["{", '{"report": "a"}', '{"report": "a", "start": "x", "end": 1, "harm": "killed"}']
)
def test_a_line_that_is_no_row_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"report": "a", "start": 0, "end": 1, "harm": "killed"}\n\n' + line + "\n")
    with pytest.raises(RowsError, match="line 3, is not a row"):
        read_marks(path, ClaimMark)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(RowsError, match="could not be opened"):
        read_marks(tmp_path / "none.jsonl", ClaimMark)


SETS = (
    ("score.py", "seeds/claims.jsonl", ClaimMark),
    ("score.py", "open/re3d.claims.jsonl", ClaimMark),
    ("score.py", "open/muc.claims.jsonl", ClaimMark),
    ("score.py", "news/claims.jsonl", ClaimMark),
    ("score_handling.py", "seeds/handling.jsonl", HandlingMark),
)


def shaken(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Rows as a middling finder would give them: some lost, some moved, some with wrong fields, some made up."""
    dice = random.Random(7)
    for row in rows:
        row.pop("optional", None)
        if dice.random() < 0.15:
            continue
        row["start"] += dice.choice([0, 0, 1, 3])
        for field in ("side", "place", "stance", "until", "facility", "cargo"):
            if field in row and dice.random() < 0.15:
                row[field] = None
        if dice.random() < 0.2:
            row["sources"] = row["sources"][1:]
        yield row
        if dice.random() < 0.1:
            yield row | {"start": row["start"] + 9000, "end": row["end"] + 9000}


@pytest.mark.skipif(
    not REFERENCE.joinpath("score.py").is_file(), reason="the reference script is not beside us"
)
@pytest.mark.parametrize(("script", "gold", "kind"), SETS)
def test_the_same_figures_as_the_reference(
    tmp_path: Path, script: str, gold: str, kind: type[ClaimMark] | type[HandlingMark]
) -> None:
    marked = REFERENCE / "gold" / gold
    predicted = tmp_path / "predicted.jsonl"
    rows = [json.loads(line) for line in marked.read_text("utf-8").splitlines()]
    predicted.write_text("".join(json.dumps(row) + "\n" for row in shaken(rows)), "utf-8")
    command = [sys.executable, str(REFERENCE / script), str(marked), str(predicted), "--json"]
    theirs = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    if kind is ClaimMark:
        ours = measured(compare_claims(read_marks(marked, ClaimMark), read_marks(predicted, ClaimMark)))
    else:
        ours = measured(
            compare_handlings(read_marks(marked, HandlingMark), read_marks(predicted, HandlingMark))
        )
    figures = msgspec.to_builtins(ours)
    assert {name: figures[name] for name in theirs} == theirs
