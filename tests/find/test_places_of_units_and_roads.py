"""Towns that troops enter, that their brigade is of, that lie beside a road or in a land, and whose name is an English word."""

import pytest

from cenotaph.find.finder import find
from cenotaph.model import Report


def _place(text: str) -> str | None:
    (claim,) = find(Report("r", text, "2024-05-06")).claims
    return claim.place


@pytest.mark.parametrize("verb", ["entered", "penetrated", "stormed"])
@pytest.mark.parametrize("shouted", [False, True])
def test_a_town_that_is_entered_is_where_the_dead_fell(verb: str, *, shouted: bool) -> None:
    text = f"Guerrillas {verb} Quintara and killed two soldiers."
    assert (_place(text.upper() if shouted else text) or "").lower() == "quintara"


@pytest.mark.parametrize("unit", ["Third Brigade", "Orbo Battalion", "Fourth Detachment", "Sixth Regiment"])
@pytest.mark.parametrize("struck", ["attacked in", "attacked near", "ambushed outside"])
def test_the_home_of_a_unit_is_not_where_it_was_attacked(unit: str, struck: str) -> None:
    text = f"Troops of the {unit} of Usulutan were {struck} Quintara. Three soldiers were killed."
    assert _place(text) == "Quintara"


def test_a_town_that_was_attacked_is_still_where_it_was() -> None:
    assert _place("The town of Quintara was attacked at dawn. Three soldiers were killed.") == "Quintara"


@pytest.mark.parametrize("road", ["Orbo highway", "Orbo road", "Orbo freeway"])
def test_a_road_gives_way_to_the_town_that_it_passes(road: str) -> None:
    assert _place(f"Nine soldiers were killed on the {road}, near Quintara.") == "Quintara"


def test_a_land_gives_way_to_the_town_that_the_spot_is_measured_from() -> None:
    assert _place("Nine soldiers were killed in Honduras, 30 km from Quintara.") == "Quintara"


def test_a_province_does_not_give_way_to_a_town_far_off() -> None:
    assert (
        _place("Nine soldiers were killed in Kandahar province, 20 km from Spin Boldak.")
        == "Kandahar province"
    )


@pytest.mark.parametrize("lead", ["IN", "NEAR", "OUTSIDE"])
def test_in_capitals_a_rare_noun_without_an_article_is_a_town(lead: str) -> None:
    assert _place(f"TWO OFFICIALS WERE WOUNDED IN AN EXPLOSION {lead} TOLU.") == "TOLU"


@pytest.mark.parametrize("words", ["IN ABEYANCE", "IN UNISON", "IN UNCOVERING A PLOT", "IN MASSACRES"])
def test_in_capitals_other_nouns_are_none(words: str) -> None:
    assert _place(f"TWO OFFICIALS WERE WOUNDED {words}.") is None


def test_an_airport_that_is_surrounded_is_where_the_shooting_was() -> None:
    assert (
        _place("Police surrounded the Quintara airport. Two smugglers were killed in the clash.")
        == "Quintara airport"
    )


def test_departments_are_given_together() -> None:
    assert (
        _place("Nine soldiers were killed in the departments of Morazan and Usulutan.")
        == "Morazan and Usulutan"
    )


@pytest.mark.parametrize("opening", ["Meanwhile, in", "Meanwhile in", "Meanwhile, near"])
def test_what_is_told_of_another_town_meanwhile_places_nobody_above(opening: str) -> None:
    told = "Rebels murdered a clerk of Orbona last night."
    other = f"{opening} Quintara, the army fought rebels in a clash on Sunday."
    assert _place(f"{told} The men had come on foot. {other}") != "Quintara"
