"""In copy in capitals the one town of which a report tells is where its dead fell, however many sentences above it is told."""

import pytest

from cenotaph.find.finder import find
from cenotaph.model import Report

_ATTACK = "On 5 May the police base in Quintara was attacked by gunmen."
_FILLING = (
    "The group was made up of men from the hills.",
    "They came in trucks.",
    "The trucks had been stolen.",
    "They fled on foot.",
    "The weapons were of a kind that the army does not use.",
    "They also had mortars.",
    "The minister will speak today.",
)


def _places(*sentences: str) -> list[str | None]:
    return [claim.place for claim in find(Report("r", " ".join(sentences), "2024-05-06")).claims]


@pytest.mark.parametrize(
    "told", ["Three policemen died in combat.", "The following policeman died in combat: Major Juan Orbo."]
)
def test_the_only_town_far_above_is_where_it_was_in_capitals(told: str) -> None:
    sentences = (_ATTACK, *_FILLING, told)
    assert _places(*map(str.upper, sentences)) == ["QUINTARA"]
    assert _places(*sentences) == [None]


def test_of_two_towns_far_above_none_is_taken() -> None:
    other = "The barracks in Soluta were attacked by gunmen."
    told = (_ATTACK, other, *_FILLING, "Three policemen died in combat.")
    assert _places(*map(str.upper, told)) == [None]


def test_those_arrested_may_have_been_taken_anywhere() -> None:
    told = (_ATTACK, *_FILLING, "Three gunmen were arrested.")
    assert _places(*map(str.upper, told)) == [None]
