"""Patterns by the rules of ASCII in ASCII text, and those tried only where the words stand that they open with."""

import re

import pytest

from cenotaph.find.text.small import opened
from cenotaph.find.text.turns import Turn

TEXTS = (
    "The village of Varda and the village of village of Orbo",
    "A subvillage of Varda. VILLAGE OF ORBO, the village’s",
    "No such noun",
    "Évillage of Varda, (village of Orbo)",
)
OF = re.compile(r"\b(?:village|VILLAGE) (?:of|OF) \w+(?: of \w+)?")


@pytest.mark.parametrize("text", ["killed nine", "killed nine in Málaga", "élan: killed nine"])
def test_a_turn_finds_the_same_in_any_text(text: str) -> None:
    found = Turn(r"\bkilled \w+").search(text)
    assert found is not None and found.group() == "killed nine"


def test_letters_outside_ascii_are_letters() -> None:
    assert Turn(r"\bkilled\b").search("ékilled") is None
    found = Turn(r"in \w+").search("in Málaga")
    assert found is not None and found.group() == "in Málaga"


def test_flags_hold_for_both() -> None:
    turn = Turn("killed", re.IGNORECASE)
    assert turn.search("KILLED") is not None
    assert turn.search("KILLED in Málaga") is not None


@pytest.mark.parametrize("text", TEXTS)
def test_what_opens_with_a_word_is_found_as_by_going_through(text: str) -> None:
    found = [match.span() for match in opened(OF, text, frozenset(("village",)))]
    assert found == [match.span() for match in OF.finditer(text)]
