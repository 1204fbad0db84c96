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


@pytest.mark.parametrize(
    ("listed", "side"),
    [
        ("rebels, soldiers and clerks", None),
        ("guerrillas and policemen", None),
        ("soldiers and clerks", "Mali"),
    ],
)
def test_those_of_both_camps_counted_together_are_nobodys(listed: str, side: str | None) -> None:
    assert sides(f"The battle of Gao in Mali left 30 dead and 70 wounded, including {listed}.") == [
        side,
        side,
    ]


@pytest.mark.parametrize(
    ("said", "side"),
    [
        ("it has killed 80 fighters", None),
        ("80 fighters have been killed", "Chad"),
        ("80 of its soldiers died", "Chad"),
    ],
)
def test_whom_a_state_says_that_it_killed_is_not_its_own(said: str, side: str | None) -> None:
    assert sides(f"The war goes on. Chad says {said}.") == [side]


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Civilians and fighters of another side are counted together.
        (
            "Air strikes killed 70 people in Damascus, Syria. Nine children and eight rebel fighters were among the dead.",
            [None, "Syria", "Syrian rebels"],
        ),
        (
            "Nine children and eight rebels were among the dead of Friday in Damascus, Syria. On Monday air strikes killed 70 people in Homs.",
            ["Syria", "Syrian rebels", "Syria"],
        ),
        (
            "Air strikes killed 30 people in Raqqa, Syria. Nine civilians were among the dead, and the rest were Islamic State fighters.",
            [None, "Syria"],
        ),
        (
            "Three people - a policeman and two rebels - were killed in Gulu, Uganda.",
            [None, "Uganda", None],
        ),
        # Lists and times that only look like parts of those told before.
        ("Clashes kill nine Taliban, four policemen in Kunduz, Afghanistan.", ["Taliban", "Afghanistan"]),
        (
            "Two Danish soldiers were killed in Gao, Mali. 18:56 - At least nine people died in a raid on Kidal in Mali.",
            ["Denmark", "Mali"],
        ),
        # The hurt beside foreign dead, the dead of an army of no land, those whom a people mourns.
        (
            "A bomber killed nine German tourists in Izmir, Turkey. Sixteen people were also hurt in the attack.",
            ["Germany", None],
        ),
        (
            "A bomber killed nine tourists in Izmir, Turkey. Sixteen people were also hurt in the attack.",
            ["Turkey", "Turkey"],
        ),
        (
            "Cameroon and Chad sent troops against Boko Haram, which is believed to have killed 14,000 people.",
            [None],
        ),
        ("Ukrainians looked back at the war. They wept for their thousands of dead.", ["Ukraine"]),
        # Whose fighters they are.
        (
            "The army killed nine ISIL fighters in Homs, Syria. It killed six terrorists in Idlib and targeted ISIL posts in Raqqa.",
            ["Islamic State", None],
        ),
        ("Troops killed a dissident officer in Homs, Syria.", ["Syrian rebels"]),
        (
            "The army killed nine ISIL fighters in Homs, Syria. On Thursday it killed a dissident officer in Daraa.",
            ["Islamic State", "Syrian rebels"],
        ),
        ("Police shot dead four men in Kazan who began shooting at officers in Russia.", [None]),
        (
            "Sergeant Carl Roe of the 3rd Battalion, the Parachute Regiment, was killed in Syria.",
            ["United Kingdom"],
        ),
    ],
)
def test_sides_of_several_counts(text: str, expected: list[str | None]) -> None:
    assert sides(text) == expected
