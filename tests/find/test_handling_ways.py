"""Handling told in every construction: whoever is handled and whatever is done, the sentence around them may be built in many ways."""

import pytest

from cenotaph.find.handling.rows import handlings
from cenotaph.find.text.sentences import sentences
from cenotaph.model import Handling, Report

WAR = " The war has killed thousands."
CARGO = ("the bodies of nine rowers", "the remains of the pilot", "nine coffins")
DEEDS = {
    "moved": "taken to the capital",
    "returned": "handed over to the families",
    "buried": "buried in Varda",
    "abandoned": "left in the street",
}
TOLD = [
    "{X}, some of them burned, were {v}.",
    "{X} were, according to officials, {v}.",
    "{X} were on Monday {v}.",
    "{X} which had lain there since May were {v}.",
    "{X} from the battle for Varda that began in May were {v}.",
    "{X}, {v} on Monday, had no names.",
    "{X} were counted, photographed and {v}.",
    "{X} were found near Varda before being {v}.",
    "{X} were found near Varda after nine days, and {v}.",
    "Villagers found {X} near Varda. They were {v}.",
    "Before being {v}, {X} lay near the ford.",
    "Officials said that {X} were {v}, and that the road was open.",
    "With {X} {v}, the road was opened.",
    "Most of {X} – the mayor said – were {v}.",
]
NOT_TOLD = [
    "Neither side said where {X} had been {v}.",
    "Nobody knows if {X} were {v}.",
    "{X} will now be {v}.",
    "{X} were not {v}.",
    "{X} lay near the ford when the guns were {v}.",
    "{X} lay near the ford. The guns were {v}.",
]


def actions(template: str, cargo: str, deed: str) -> list[str]:
    told = template.format(X=cargo, v=deed)
    told = told[0].upper() + told[1:]
    return [row.action for row in _rows(told + WAR) if row.start < len(told)]


def _rows(text: str) -> list[Handling]:
    return handlings(Report(id="r", text=text), sentences(text))


@pytest.mark.parametrize("template", TOLD)
def test_deed_is_told(template: str) -> None:
    missed = [
        (cargo, action)
        for cargo in CARGO
        for action, deed in DEEDS.items()
        if action not in actions(template, cargo, deed)
    ]
    assert missed == []


@pytest.mark.parametrize("template", NOT_TOLD)
def test_deed_is_not_told(template: str) -> None:
    wrong = [
        (cargo, action)
        for cargo in CARGO
        for action, deed in DEEDS.items()
        if action in actions(template, cargo, deed)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "which", ["badly burned", "decomposed", "frozen", "charred and mutilated", "flag-draped", "some 300"]
)
@pytest.mark.parametrize("bodies", ["bodies", "remains"])
@pytest.mark.parametrize(
    ("template", "action"),
    [
        ("Porters were removing {X} from the hall.", "moved"),
        ("Villagers buried {X}.", "buried"),
        ("The rebels handed over {X}.", "returned"),
    ],
)
def test_what_the_bodies_are_like_hides_no_deed(which: str, bodies: str, template: str, action: str) -> None:
    text = template.format(X=f"{which} {bodies}") + WAR
    assert action in [row.action for row in _rows(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The shelling keeps residents from burying the bodies of nine rowers.",
        "They spoke of the cost of bringing the coffins home.",
        "The sides held talks on handing over the bodies of nine rowers.",
        "Nobody could put the bodies of nine rowers in a morgue.",
        "They want to keep the bodies of nine rowers in a morgue.",
        "It was impossible to bury the bodies of nine rowers.",
        "The dead man's brother was taken for questioning.",
        "The rebels took the boots of the dead.",
        "The rebels took the weapons of the dead rowers and fled.",
        "The dead included three women who were travelling to Lens.",
        "The general promised to bring the coffins home.",
        "The mother of the dead rower travelled to Lens to protest.",
        "The coffins were draped in flags and prayers were held.",
        "The battalion inflicted nine casualties and proceeded to the ford.",
        "The number of people displaced remains high in the port.",
        "The injured pupil remains at the clinic, and body parts lay about.",
        "Police said three victims of a stabbing were taken to hospital. Detectives arrested a suspect, a court heard.",
    ],
)
def test_what_is_thought_of_is_no_deed_of_the_dead(text: str) -> None:
    war = "" if "Police" in text else WAR
    assert [row.action for row in _rows(text + war) if row.cargo != "wounded" or "Police" in text] == []


@pytest.mark.parametrize(
    "text",
    [
        "The rebels managed to ferry the bodies of nine rowers across.",
        "Rebels swap the bodies of nine rowers.",
        "Officials resorted to storing the bodies of nine rowers in a freezer.",
        "Witnesses saw the bodies of nine rowers in a clearing.",
        "The streets of the port were littered with bodies.",
        "Thirty-two bodies have not been claimed and remain at the mortuary.",
        "The dead pilot's body was taken to Lens.",
        "The blast wounded nine. Six were flown to the capital.",
        "Slain mayor buried after raid\n\nThe mayor died on Friday.",
        "Hospitals flooded with wounded",
        "Officials opened a pit where the bodies of nine rowers were tossed.",
        "She had to bury her husband, killed by a shell, under an apple tree.",
    ],
)
def test_deed_is_told_by_words_of_two_kinds(text: str) -> None:
    assert _rows(text + WAR)
