"""The narrower place that a report gives for an attack, on sentences of our own."""

from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "A bomb killed [[nine]] ((people)) in Ankara on Friday.\nThe blast hit a bus stop in the Kizilay quarter.",
            "Kizilay quarter",
        ),
        (
            "Shells killed [[nine]] ((people)) in eastern Ukraine.\nThe shelling struck the town of Kramatorsk at noon.",
            "Kramatorsk",
        ),
        (
            "Gunmen killed [[nine]] ((people)) in Aleppo.\nThe attack was in the town of Manbij in Aleppo province.",
            "Manbij",
        ),
        (
            "A bomb killed [[nine]] ((people)) in Ankara.\nThe blast broke windows near the Iranian border.",
            "Ankara",
        ),
        (
            "Two raids killed [[nine]] ((people)) in three towns in Ukraine.\nThe raid on Kramatorsk came at noon.",
            "Ukraine",
        ),
    ],
)
def test_the_attack_taken_up_says_where(ask: Ask, text: str, place: str) -> None:
    assert ask(text).places == [place]


def test_other_peoples_place_is_not_taken(ask: Ask) -> None:
    text = (
        "Air raids killed [[nine]] ((people)) in Ukraine.\nRaids killed [[four]] ((people)) in Kramatorsk.\n"
        "The raids on Kramatorsk began at dawn."
    )
    assert ask(text).places == ["Ukraine", "Kramatorsk"]


def test_the_same_words_mean_the_same_place_for_all(ask: Ask) -> None:
    text = (
        "A bomb killed [[nine]] ((people)) in Ankara. [[Four]] ((people)) were hurt.\n"
        "The blast hit a bus stop in the Kizilay quarter."
    )
    assert ask(text).places == ["Kizilay quarter", "Kizilay quarter"]
