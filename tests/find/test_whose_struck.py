"""Whose the victims are, and whether they bore arms, where another phrase than their own tells it."""

import pytest

from cenotaph.find import find
from cenotaph.model import Claim, Report


def claims(text: str) -> list[Claim]:
    return list(find(Report(id="r", text=text)).claims)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A bomber attacked Chinese engineers on a road in Pakistan, killing three and wounding five.",
            [("China", "civilians")] * 2,
        ),
        (
            "A roadside bomb hit a patrol of Danish soldiers in Helmand, Afghanistan, killing one and wounding two.",
            [("Denmark", "combatants")] * 2,
        ),
        (
            "A suicide bomber struck a convoy of Georgian troops outside Kandahar, Afghanistan. Three were killed.",
            [("Georgia", "combatants")],
        ),
        (
            "A blast tore through a minibus taking Japanese nurses to a clinic in Jalalabad, Afghanistan. Four of them died.",
            [("Japan", "civilians")],
        ),
        (
            "Gunmen ambushed a group of teachers in Narathiwat, Thailand, wounding two.",
            [("Thailand", "civilians")],
        ),
        (
            "A bomb went off near a market used by German tourists in Bamako, Mali, killing five.",
            [("Mali", "civilians")],
        ),
    ],
)
def test_a_bare_count_is_of_those_told_to_be_struck(
    text: str, expected: list[tuple[str | None, str]]
) -> None:
    assert [(claim.side, claim.role) for claim in claims(text)] == expected


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Soldiers killed two attackers who stormed a police station in Lahore, Pakistan, killing one.",
            [None, "Pakistan"],
        ),
        (
            "Police in Lahore, Pakistan, buried 12 farmers who were attacked by raiders. Two were children.",
            ["Pakistan", "Pakistan"],
        ),
        (
            "Iraq said it repelled an Iranian assault near Basra, inflicting hundreds of casualties on the attackers.",
            ["Iran"],
        ),
        ("Iranian troops fled the field near Basra, leaving 220 men dead, Baghdad said.", ["Iran"]),
        ("Thirty soldiers and guerrillas were killed in fighting near Ayacucho in Peru.", [None]),
        ("Russia and Ukraine have each seen at least 90,000 of their soldiers killed.", [None]),
    ],
)
def test_whom_attackers_killed_and_who_lost_them(text: str, sides: list[str | None]) -> None:
    assert [claim.side for claim in claims(text)] == sides


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Four Danes, including Ambassador Carl Roe, were killed in Benghazi, Libya.",
            ["Denmark", "Denmark"],
        ),
        (
            "Bombings killed 224 people, including 12 Americans, and wounded over 4,000.",
            [None, "United States", None],
        ),
        ("ISIL executed nine men, eight of them rebels, in Deir Hafer, Syria.", ["Syria", "Syrian rebels"]),
        (
            "A bomb in a hotel in Dhaka, Bangladesh, killed 20 people. Many of the dead were foreigners.",
            [None],
        ),
        ("The war in Sri Lanka, in which around 100,000 people died, ended in 2009.", [None]),
    ],
)
def test_parts_and_wholes_of_several_nations(text: str, sides: list[str | None]) -> None:
    assert [claim.side for claim in claims(text)] == sides


@pytest.mark.parametrize(
    ("text", "side"),
    [
        (
            "Security was tightened in the United States after attacks in Brussels killed 32 people.",
            "Belgium",
        ),
        ("The Brussels bombings killed 32 people, and police raided flats in Paris on Friday.", "Belgium"),
        ("Soldiers found Adi Levin, a hostage seized at a party in Israel, in Rafah, Gaza.", "Israel"),
        ("Two Zionist soldiers were captured near Naqoura in Lebanon.", "Israel"),
    ],
)
def test_the_land_of_an_event(text: str, side: str | None) -> None:
    assert [claim.side for claim in claims(text)] == [side]
