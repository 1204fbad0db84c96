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
        ("Denmark and Norway have each seen at least 900 of their soldiers killed.", [None]),
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


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The Hamas-led October raid, which killed at least 1,200 people, began a war in Gaza.", ["Israel"]),
        (
            "Latif, of Afghan parents, killed 49 people in the deadliest shooting in modern U.S. history.",
            ["United States"],
        ),
        (
            "Bosnian police held a man for the killing of 51 non-Serb civilians near Prijedor in Bosnia.",
            ["Bosnia"],
        ),
        ("At least 60 people were killed in attacks in Burkina Faso and Niger on Tuesday.", [None]),
        (
            "Two people were killed in Mali and three people were killed in Niger on Tuesday.",
            ["Mali", "Niger"],
        ),
        (
            "Bombs at the British embassies in Nairobi, Kenya, and Kampala, Uganda, killed 200 people.",
            [None],
        ),
    ],
)
def test_lands_told_by_what_the_attack_is_called(text: str, sides: list[str | None]) -> None:
    assert [claim.side for claim in claims(text)] == sides


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Turkey's Kurd rebels kill four, take nine hostage.", ["Turkey", "Turkey"]),
        ("Boko Haram has taken more than 200 schoolgirls hostage in Chibok, Nigeria.", ["Nigeria"]),
        (
            "At least 15 gunmen died when al-Shabaab fighters clashed with militants of Islamic State in Puntland.",
            [None],
        ),
        (
            "A clash between ELN guerrillas and FARC dissidents left eight fighters dead in Arauca, Colombia.",
            [None],
        ),
        ("An Israeli strike killed nine pro-Iran fighters in eastern Syria.", [None]),
        ("A U.S. drone killed a senior intelligence officer for al-Shabaab in Somalia.", ["al-Shabaab"]),
        (
            "An attack on a Russian embassy convoy in Kabul, Afghanistan, killed two embassy staff.",
            ["Russia"],
        ),
        (
            "Armenia said 105 of its soldiers were killed; Azerbaijan reported 50 dead.",
            ["Armenia", "Azerbaijan"],
        ),
        (
            "Troops have shot dead 90 Palestinians, 40 of whom Israel has said were attackers.",
            ["Palestine"] * 2,
        ),
        ("Gunmen abducted four international aid workers in Marib, Yemen.", [None]),
        ("Police in Port-au-Prince, Haiti, killed 12 gang members.", [None]),
        (
            "Al-Shabaab stormed a base of Ugandan peacekeepers in Merca, Somalia, killing 54 soldiers.",
            ["Uganda"],
        ),
        ("An Argentine missile sank HMS Sheffield, killing 20 sailors.", ["United Kingdom"]),
        ("A Zambian student recruited to fight for Russia was killed in Ukraine.", ["Russia"]),
        ("Russian shelling killed at least 10 Ukrainians and wounded 20 others.", ["Ukraine"] * 2),
        ("The Sudanese army killed dozens of paramilitaries in Omdurman.", [None]),
        (
            "The militants beheaded a man identified as Erik Holm, a Swedish photographer, in Syria.",
            ["Sweden"],
        ),
    ],
)
def test_groups_backers_missions_and_foreigners(text: str, sides: list[str | None]) -> None:
    assert [claim.side for claim in claims(text)] == sides
