"""Listed outlets and bodies that a text names in its prose."""

import pytest

from cenotaph.trace.mentions import mentioned
from cenotaph.trace.naming import glosses

OUTLETS = [
    ("Der Spiegel has the whole tale of the raid.", "Der Spiegel"),
    ("A friend at the Guardian spoke to nine of them.", "The Guardian"),
    ("The Times of Israel had it first. Times of Israel readers knew.", "Times of Israel"),
    ("BBC's Ann Roe was there.", "BBC"),
    ("Radio Svaboda and Radio Free Europe are one house.", "Radio Free Europe/Radio Liberty"),
    ("Reuters and AFP were there.", None),
    ("Photo: Reuters\nNine men died.", None),
    ("A boy on a cart. REUTERS/Ann Roe", None),
    ("Reuters could not independently verify the number.", None),
    ("Read more: CNN on the price of grain", None),
    ("At dawn an independent observer saw a metro in the sun.", None),
]


@pytest.mark.parametrize(("text", "expected"), OUTLETS)
def test_the_only_outlet_that_a_text_names(text: str, expected: str | None) -> None:
    found = mentioned(text)
    assert (found and found.name) == expected


def test_the_only_body_of_a_kind() -> None:
    found = mentioned("MSF teams treated nine; Reuters was there.", "NGO")
    assert found is not None and found.name == "Médecins Sans Frontières"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Valley Resistance Tracker (VRT) and the army (AB)", {"VRT": "Valley Resistance Tracker"}),
        ("the Centre for Law and Peace (CLP)", {"CLP": "Centre for Law and Peace"}),
        ("He joined the Committee of Five Elders (COFE)", {"COFE": "Committee of Five Elders"}),
        ("nine men (ALL OF THEM) in the Black Fleet (RED)", {}),
    ],
)
def test_short_forms_that_a_text_explains(text: str, expected: dict[str, str]) -> None:
    assert glosses(text) == expected
