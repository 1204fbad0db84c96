"""Sentences that name the dead or wounded and tell of no handling, or of one that must not be taken for another."""

import pytest

from cenotaph.find.handling.rows import handlings
from cenotaph.find.text.sentences import sentences
from cenotaph.model import Handling, Report

BEFORE = "Nine people were killed and 20 wounded when the army shelled the town of Varda on Monday. "


def rows(text: str) -> list[Handling]:
    return handlings(Report(id="r", text=text), sentences(text))


@pytest.mark.parametrize(
    "text",
    [
        "Medics took almost 20 minutes to reach the injured.",
        "The army is believed to have taken casualties.",
        "There's loads injured, a witness said.",
        "He referred to the war dead as losers.",
        "The nurse was hurt in the clinic bombing.",
        "The latest deaths bring the fatalities in the town to 61.",
        "The man had burns to 60 percent of his body and the doctor left in the hospital car.",
        "They'll move his body to Peru, the rebels said.",
        "No one who lived in the quarter has been treated at the hospital.",
        "None of the wounded were taken to hospital.",
        "Had he been treated sooner, he would have lived, the inquiry heard.",
        "Villagers were threatened with being thrown into the river.",
        "She believes bringing the body home will help her heal.",
        "The claims were of blasts that wounded 20 and sent shock waves through Peru.",
        "The rebels want money in exchange for the remains.",
        "Nine policemen were injured and residents have been evacuated.",
        "He accused the army of carrying it out to hide the dead.",
        "The boy had fallen out with his friend and rushed home, wounded.",
        "The guard was wounded and his pass was stolen.",
        "Nine people were injured in an attack which is being treated as terrorism.",
        "A march will be held on Friday before his body is moved to Peru.",
        "Diggers dug out a body from under a wall.",
        "The funeral of the mayor took place in Lens on Friday.",
        "At the meeting point the wounded were the first in line for the lorries.",
    ],
)
def test_words_of_handling_that_tell_of_none(text: str) -> None:
    assert rows(BEFORE + text) == []


@pytest.mark.parametrize(
    ("text", "action", "cargo"),
    [
        ("Helicopters took casualties to the coast.", "moved", "both"),
        ("The injured were referred to Kano for surgery.", "moved", "wounded"),
        ("People carried an injured man inside a field hospital.", "moved", "wounded"),
        ("The hospital, one of the largest in the land, has received about 50 dead.", "held", "dead"),
        ("Troops found a mass grave full of bodies.", "buried", "dead"),
        ("Four victims were taken to a clinic.", "moved", "wounded"),
        ("Doctors were treating victims.", "held", "wounded"),
        ("Some are being treated at the scene.", "held", "wounded"),
        ("The injured had to make their way to hospital on foot.", "moved", "wounded"),
        ("They buried him under an olive tree.", "buried", "dead"),
        ("Ambulances rushed to the square to take the injured to two clinics.", "moved", "wounded"),
        ("The body of the student has since been flown to Lens.", "moved", "dead"),
        ("Guards carried Said's body to his grave.", "moved", "dead"),
        ("The clinic was said to be overwhelmed with wounded.", "overflowing", "wounded"),
        ("Doctors could not keep up with the stream of wounded.", "overflowing", "wounded"),
    ],
)
def test_one_row_of_the_right_kind(text: str, action: str, cargo: str) -> None:
    assert [(row.action, row.cargo) for row in rows(BEFORE + text)] == [(action, cargo)]


def test_what_the_wounded_are_carried_out_of_does_not_carry_them() -> None:
    assert [row.means for row in rows(BEFORE + "Two of the wounded were carried out of a yellow bus.")] == [
        ()
    ]
    assert [row.means for row in rows(BEFORE + "Two of the wounded were taken from Lens by bus.")] == [
        ("bus",)
    ]


def test_a_report_of_a_natural_death_tells_of_no_handling() -> None:
    mourned = (
        "The former president, who died at age 93, was mourned in the capital by thousands of people. " * 6
    )
    assert rows(mourned + "His coffin was carried into the church by nine sailors.") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The wounded rebels were driven to the Islamic State's stronghold of Raqqa.", "Raqqa"),
        ("Nura Dali said the wounded were taken to a clinic.", None),
        ("The wounded were flown to the capital Lima after the raid.", "Lima"),
    ],
)
def test_groups_and_speakers_are_no_places(text: str, place: str | None) -> None:
    assert [row.to_place for row in rows(text)] == [place]
