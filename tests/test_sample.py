"""The sample dossier: what is found in it against what we marked by hand, and what must not be found."""

import json
from pathlib import Path

import pytest

from cenotaph import api
from cenotaph.rows import ClaimRow, HandlingRow
from cenotaph.scoring import (
    ClaimMark,
    HandlingMark,
    Score,
    compare_claims,
    compare_handlings,
    measured,
    read_marks,
)

SAMPLE = Path(__file__).parents[1] / "sample"
CLAIMS = SAMPLE / "expected" / "claims.jsonl"
HANDLINGS = SAMPLE / "expected" / "handling.jsonl"
FORMATS = {".html", ".txt", ".md", ".pdf", ".jsonl"}


@pytest.fixture(scope="module")
def claims() -> api.Rows[ClaimRow]:
    """The claims found in the dossier."""
    return api.find(SAMPLE / "reports")


@pytest.fixture(scope="module")
def handlings() -> api.Rows[HandlingRow]:
    """The handlings found in the dossier."""
    return api.find_handlings(SAMPLE / "reports")


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The text of every report by its id."""
    from cenotaph.read import Document, read_paths

    found = read_paths([str(SAMPLE / "reports")])
    return {one.report.id: one.report.text for one in found if isinstance(one, Document)}


def written(rows: list[ClaimRow] | list[HandlingRow], folder: Path) -> Path:
    """The rows as a file of JSON lines."""
    path = folder / "found.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_the_dossier_has_every_format_and_enough_reports(texts: dict[str, str]) -> None:
    assert {path.suffix for path in (SAMPLE / "reports").iterdir()} == FORMATS
    assert len(texts) >= 12
    assert all(
        f"`{path.name}`" in (SAMPLE / "README.md").read_text() for path in (SAMPLE / "reports").iterdir()
    )


def test_reading_it_loses_nothing(claims: api.Rows[ClaimRow]) -> None:
    assert {problem.code for problem in claims.problems} == {"report.no-date"}


@pytest.mark.parametrize(("path", "words"), [(CLAIMS, "quantity_text"), (HANDLINGS, "quote")])
def test_expected_rows_stand_in_the_texts_where_they_say(
    path: Path, words: str, texts: dict[str, str]
) -> None:
    rows = [json.loads(line) for line in path.read_text().splitlines()]
    assert [row for row in rows if texts[row["report"]][row["start"] : row["end"]] != row[words]] == []
    assert len(rows) > 30


def test_claims_are_found_as_marked(claims: api.Rows[ClaimRow], tmp_path: Path) -> None:
    found = read_marks(written(claims, tmp_path), ClaimMark)
    score = measured(compare_claims(read_marks(CLAIMS, ClaimMark), found))
    assert shortfall(score, CLAIM_FLOORS) == {}


def test_handlings_are_found_as_marked(handlings: api.Rows[HandlingRow], tmp_path: Path) -> None:
    found = read_marks(written(handlings, tmp_path), HandlingMark)
    score = measured(compare_handlings(read_marks(HANDLINGS, HandlingMark), found))
    assert shortfall(score, HANDLING_FLOORS) == {}


CLAIM_FLOORS = {"detection_f1": 0.95, "strict_f1": 0.68, "low_high": 0.95, "stance": 0.90}
HANDLING_FLOORS = {"detection_f1": 0.64, "cargo": 0.90}


def shortfall(score: Score, floors: dict[str, float]) -> dict[str, float | None]:
    """The measures that lie below their floor."""
    values = {"detection_f1": score.detection_f1, "strict_f1": score.strict_f1, **score.fields}
    return {name: values[name] for name, floor in floors.items() if (values[name] or 0.0) < floor}


@pytest.mark.parametrize("report", ["refugees", "assembly-vote"])
def test_reports_without_a_claim_give_none(
    report: str, claims: api.Rows[ClaimRow], handlings: api.Rows[HandlingRow]
) -> None:
    assert [row["quantity_text"] for row in claims if row["report"] == report] == []
    assert [row["quote"] for row in handlings if row["report"] == report] == []


DISTRACTORS = [
    ("homel-trains", "50"), ("homel-trains", "41"), ("homel-trains", "Ten"), ("gomel-retold", "214"), ("gomel-retold", "37"),
    ("gomel-retold", "130"), ("naroulia", "8 000"), ("naroulia", "1,3 thousand"), ("mozyr-notes", "twenty"), ("mozyr-notes", "eleven"),
    ("mozyr-notes", "58"), ("mykolaiv-barracks", "200"), ("mykolaiv-barracks", "30"), ("mariupol-theatre", "1,300"),
    ("mariupol-theatre", "130"), ("mariupol-theatre", "400"), ("bucha", "five men"), ("bucha", "40"), ("dnipro-morgues", "739"),
    ("dnipro-morgues", "6,000"), ("cruiser", "396"), ("cruiser", "510"), ("moscow-second-count", "561"),
    ("kramatorsk-first-day", "4,000"), ("reporters", "180"), ("wire-yavoriv", "25"), ("monitoring-update", "4.1 million"),
]  # fmt: skip


@pytest.mark.parametrize(("report", "words"), DISTRACTORS)
def test_other_numbers_are_no_claims(report: str, words: str, claims: api.Rows[ClaimRow]) -> None:
    mine = [row["quantity_text"].split() for row in claims if row["report"] == report]
    assert [quantity for quantity in mine if words.split()[0] in quantity] == []


def one(claims: api.Rows[ClaimRow], report: str, quantity: str) -> ClaimRow:
    """The only claim of a report with these words."""
    (row,) = (row for row in claims if (row["report"], row["quantity_text"]) == (report, quantity))
    return row


def test_the_figure_that_drifts(claims: api.Rows[ClaimRow]) -> None:
    row = one(claims, "homel-trains", "more than 2,500")
    assert (row["harm"], row["low"], row["high"], row["side"], row["until"]) == (
        "bodies", 2500, None, "Russia", "2022-03-13"
    )  # fmt: skip
    assert row["sources"][-1] == "RFE/RL"
    assert row["stance"] == "doubted"


def test_a_range_of_one_source(claims: api.Rows[ClaimRow]) -> None:
    row = one(claims, "nato-range", "Between 7,000 and 15,000")
    assert (row["low"], row["high"], row["side"], row["role"], row["until"]) == (
        7000, 15000, "Russia", "combatants", "2022-03-23"
    )  # fmt: skip
    assert row["sources"] == ["a senior military official of NATO"]


def test_a_victim_by_name(claims: api.Rows[ClaimRow]) -> None:
    row = one(claims, "reporters", "Brent Renaud")
    assert (row["names"], row["low"], row["high"], row["place"], row["until"]) == (
        ["Brent Renaud"], 1, 1, "Irpin", "2022-03-13"
    )  # fmt: skip


def test_a_place_is_found_under_its_other_spelling(tmp_path: Path) -> None:
    ledger = tmp_path / "sample.sqlite"
    api.read(SAMPLE / "reports", ledger=ledger)
    assert "more than 2,500" in {row["quantity_text"] for row in api.claims(ledger, place="Gomel")}
