"""Wire copy in capitals tells item after item: what keeps the place of one from those of another."""

import pytest

from cenotaph.find.finder import find
from cenotaph.model import Report

_ATTACK = "On 5 May gunmen attacked the police post in Quintara, killing two policemen."


def _places(*sentences: str) -> list[str | None]:
    return [claim.place for claim in find(Report("r", " ".join(sentences).upper(), "1989-05-06")).claims]


@pytest.mark.parametrize(
    ("then", "place"),
    [
        ("The gunmen also wounded nine soldiers.", "QUINTARA"),
        ("Meanwhile, gunmen wounded nine soldiers.", None),
        ("In addition, gunmen wounded nine soldiers.", None),
        ("In addition to them, the gunmen wounded nine soldiers.", "QUINTARA"),
        ("Moreover, gunmen wounded nine soldiers in Soluta.", "SOLUTA"),
        (
            "Moreover, gunmen wounded nine soldiers. The clash took place at the town of Soluta, where they fired.",
            "SOLUTA",
        ),
    ],
)
def test_the_next_item_takes_no_place_from_the_one_before(then: str, place: str | None) -> None:
    assert _places(_ATTACK, then)[-1] == place


def test_who_was_seized_is_not_where_the_sentences_below_tell_of_something_else() -> None:
    told = "The police reported the seizure of arms in the town of Quintara, and the attack was condemned."
    assert _places("Nine students have been kidnapped.", told) == [None]
    assert _places("Nine students have been killed.", told) == ["QUINTARA"]


def test_only_the_lead_is_told_again_far_below() -> None:
    filling = ("The trucks had been stolen.", "They came from the hills.", "The minister will speak.")
    opening = ("This is a statement.", "It was read on the radio.", "It has two parts.")
    clash, post = "Two men were wounded in a clash.", "The attack was on the police post in Quintara."
    assert _places(clash, *filling, post) == ["QUINTARA"]
    assert _places(*opening, clash, *filling, post) == [None]


_BOMB = "Managua (Nicaragua), 5 May 89 (EFE) -- [Text] A bomb at the Sheraton Hotel killed nine men. "
_JUDGES = "Gunmen killed nine judges in the town of Quintara."


@pytest.mark.parametrize(
    ("then", "place"),
    [
        ("Death hangs over Soluta. A court investigates the killing of the nine judges.", "QUINTARA"),
        ("Death hangs over Soluta. A court investigates the killing of the seven judges.", "QUINTARA"),
        ("Fear reigns in Soluta, where the gunmen killed seven judges.", "SOLUTA"),
        ("The funeral of [name indistinct] was held in Soluta. The nine judges were killed by men in masks.", "QUINTARA"),
    ],
)  # fmt: skip
def test_a_deed_spoken_of_as_known_takes_no_place_from_the_sentence_before(then: str, place: str) -> None:
    assert _places(_JUDGES, then)[-1] == place


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("The meeting of the unions in Caracas was called off after the killing of nine men at the Sheraton Hotel.", False),
        ("The men were seized in Caracas before the killing of nine men at the Sheraton Hotel.", True),
        (_BOMB + "El Salvador, the government of El Salvador and the FMLN condemned it.", False),
        (_BOMB + "Nicaragua and the government of Nicaragua condemned it.", True),
    ],
)  # fmt: skip
def test_a_building_is_not_in_the_town_of_talks_or_of_a_dateline_abroad(text: str, town: bool) -> None:
    (place,) = _places(text)
    assert (place or "").startswith("SHERATON HOTEL")
    assert (" in " in (place or "")) == town


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("SIX NUNS WERE MURDERED ON THURSDAY.  GOOD EVENING CORRESPONDENT ANNA ROE IN ZARBO.", [None]),
        ("SIX NUNS WERE MURDERED ON THURSDAY.  THE MURDER WAS COMMITTED IN ZARBO.", ["ZARBO"]),
        ("SIX REBELS WERE CAPTURED AND FLOWN BY HELICOPTER TO THE 2D BRIGADE HEADQUARTERS IN ZARBO.", [None]),
        ("SIX REBELS WERE CAPTURED NEAR THE BRIDGE IN ZARBO.", ["ZARBO"]),
        ("SIX REBELS TRAINED IN ANTIRIOT TACTICS WERE KILLED.", [None]),
        ("OMAR ROE WAS KILLED BY A COMMANDO TRAINED IN ZARBO.", [None]),
        ("OMAR ROE, THE CONSUL IN ZARBO, WAS KIDNAPPED IN MAY.", [None]),
    ],
)
def test_where_somebody_speaks_is_held_or_learns_is_no_place_of_harm(
    text: str, places: list[str | None]
) -> None:
    assert _places(text) == places


def test_each_deed_of_a_list_has_its_own_place() -> None:
    told = "He spoke following the murder on 2 May of Mayor Diana Orbo and {}six peasants in the town of Quintara."
    assert _places(told.format("the murder on 3 May of ")) == [None, "QUINTARA"]
    assert _places(told.format("")) == ["QUINTARA", "QUINTARA"]
