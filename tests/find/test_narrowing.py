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


def test_a_university_is_the_next_one_with_a_name(ask: Ask) -> None:
    text = (
        "Gunmen stormed a university in northwestern Pakistan, killing [[nine]] ((students)).\n"
        "Soldiers came at noon.\nThe men climbed the walls of Khyber University before dawn."
    )
    assert ask(text).places == ["Khyber University"]


def test_the_same_number_tells_of_the_same_attack(ask: Ask) -> None:
    text = "[[Nineteen]] ((people)) killed in Ukraine\nA missile killed [[nineteen]] ((people)) in Kramatorsk on Monday."
    assert ask(text, low=19).places == ["Kramatorsk", "Kramatorsk"]


def test_bodies_counted_alike_are_not_one_attack(ask: Ask) -> None:
    text = "[[Nineteen]] ((bodies)) lie in Ukraine. A morgue in Kramatorsk holds [[nineteen]] ((bodies))."
    assert ask(text, harm="bodies", low=19).places == ["Ukraine", "Kramatorsk"]
