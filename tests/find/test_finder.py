"""The finder as a whole: whole claims from short reports, and what is no claim."""

import pytest

from cenotaph.find import find
from cenotaph.model import Claim, Report


def claims(text: str, published: str | None = "2024-05-15") -> tuple[Claim, ...]:
    return find(Report("r", text, published, "The Lake Gazette")).claims


def test_a_claim_has_every_field() -> None:
    text = (
        "Syria’s health ministry said on Tuesday that at least 12 civilians were killed in shelling of Idlib."
    )
    (claim,) = claims(text)
    assert text[claim.start : claim.end] == claim.quantity_text == "at least 12"
    assert (claim.harm, claim.low, claim.high, claim.approx) == ("killed", 12, None, False)
    assert (claim.side, claim.role, claim.place) == ("Syria", "civilians", "Idlib")
    assert (claim.scope, claim.until, claim.stance) == ("incident", None, "asserted")
    assert len(claim.sources) == 1 and "health ministry" in claim.sources[0]
    assert claim.place_key is not None
    assert {field for field, _ in claim.evidence} >= {"harm", "sources", "place"}
    assert claim.rules[0] == "mention:passive"


def test_a_part_knows_its_whole() -> None:
    whole, part = claims("The raid killed 30 people, including four children.")
    assert (part.low, part.harm, part.part_of) == (4, "killed", whole.id)


def test_a_part_was_harmed_when_and_where_its_whole_was() -> None:
    whole, part, _ = claims(
        "The office recorded 1,035 deaths, including 90 children, since February. A missile hit a bus in Sumy on Monday, "
        "killing four people."
    )
    assert (whole.scope, whole.from_, whole.place) == ("cumulative", "2024-02", None)
    assert (part.scope, part.from_, part.place) == (whole.scope, whole.from_, whole.place)


def test_killed_and_wounded_stand_apart() -> None:
    found = claims("A car bomb in Mosul killed 7 soldiers and wounded 20.")
    assert [(one.harm, one.low) for one in found] == [("killed", 7), ("wounded", 20)]


def test_killed_and_wounded_in_one_breath_are_casualties() -> None:
    (claim,) = claims("Scores of people were killed and injured in the bombing of Sanaa.")
    assert claim.harm == "casualties"


@pytest.mark.parametrize(
    "text",
    [
        "The storm killed 14 people and flooded the valley.",
        "An earthquake of magnitude 6 left 200 dead in the mountains.",
        "Twelve people died when two buses collided on the motorway.",
        "The council voted 93 to 24 for the embargo on the regime.",
        "A rocket hit a market 30 kilometres from the border; nobody was hurt.",
        "The army destroyed 45 tanks and 12 trucks of the rebels.",
        "The plan could kill thousands of soldiers, the general warned.",
        "Troops captured Kalynivka, a village of 400 houses, after a week of fighting.",
        "He was 42 and had fought in the war for three years before he was wounded.",
    ],
)
def test_what_is_no_claim(text: str) -> None:
    assert claims(text) == ()


def test_the_same_report_gives_the_same_rows() -> None:
    report = Report("r", "Gunmen kidnapped 9 nurses near Goma, the Red Cross said.", "2023-02-01")
    assert find(report) == find(report)


def test_a_text_without_harm_costs_no_claim() -> None:
    assert find(Report("r", "The orchestra played to a full house.")).claims == ()
