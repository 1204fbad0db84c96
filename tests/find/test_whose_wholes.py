"""Whose the victims are and whether they bore arms by the attack, the headline and the parts told, on reports of our own."""

import pytest

from cenotaph.find import find
from cenotaph.model import Report


def sides(text: str) -> list[str | None]:
    return [claim.side for claim in find(Report(id="r", text=text)).claims]


def roles(text: str) -> list[str]:
    return [claim.role for claim in find(Report(id="r", text=text)).claims]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Three crew were killed inside their tank near Goma.", "combatants"),
        ("Three people were killed in Lagos during clashes with riot police.", "civilians"),
        ("A shooting rampage in Ohio killed 14.", "civilians"),
        ("Rebels in Mali kidnapped six people near the border.", "civilians"),
        ("A truck bomb near the security headquarters in Aden killed nine people.", "unknown"),
    ],
)
def test_the_attack_tells_the_role(text: str, role: str) -> None:
    assert roles(text) == [role]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "7 troops die in Iraq\n\nOfficials said seven Danish troops died on Monday.",
            ["Denmark", "Denmark"],
        ),
        (
            "Nine killed in Sri Lanka fighting\n\nSix Tamil Tiger rebels and three soldiers were killed on Monday.",
            [None, "LTTE", "Sri Lanka"],
        ),
    ],
)
def test_a_headline_counts_those_told_below(text: str, sides: list[str | None]) -> None:
    assert [claim.side for claim in find(Report(id="r", text=text)).claims] == sides


def test_bodies_in_a_report_of_soldiers_alone_are_soldiers() -> None:
    text = (
        "Nine soldiers were killed near Basra, Iraq, on Monday. Troops found six more bodies in the valley."
    )
    assert roles(text) == ["combatants", "combatants"]
    text = "Nine soldiers were killed near Basra, Iraq, on Monday. Police found six bodies in a mass grave."
    assert roles(text) == ["combatants", "unknown"]


def test_a_report_that_names_no_land_is_of_the_land_of_its_places() -> None:
    text = "Bandits attacked Kanam in Plateau State. They killed nine people in Zamfara and Katsina."
    assert sides(text) == ["Nigeria"]
    assert sides("Serb forces killed nine men and boys at Srebrenica.") == ["Bosnia"]


def test_those_whom_a_list_includes_are_of_its_side() -> None:
    text = "The Danish Defence Ministry published the names of ten people killed in Iraq. They included eight soldiers and two policemen."
    assert sides(text) == ["Denmark"] * 3
    assert roles(text) == ["combatants"] * 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On the Chadian side, nine soldiers and two civilians have been killed in Niger.", ["Chad", "Chad"]),
        ("In Mosul, one strike on the Oak cafe killed nine people. They had fled Iran for Iraq.", ["Iraq"]),
        (
            "3 killed in raid in Lebanon\n\nTwo Hezbollah fighters and one civilian were killed on Monday.",
            [None, "Hezbollah", "Lebanon"],
        ),
        ("Chad's guerrilla conflicts have cost some 40,000 lives since 1966.", [None]),
    ],
)
def test_sides_of_whole_reports(text: str, expected: list[str | None]) -> None:
    assert sides(text) == expected


def test_a_headline_of_fighters_and_civilians_is_mixed() -> None:
    text = "3 killed in raid in Lebanon\n\nTwo Hezbollah fighters and one civilian were killed on Monday."
    assert roles(text) == ["mixed", "combatants", "civilians"]
    assert roles("Another man, described by the police as a militant, was shot dead in Gao, Mali.") == [
        "combatants"
    ]
