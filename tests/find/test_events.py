"""Which attack a count is of, where a report tells of several: it has the place of its own and not of the one told last."""

from collections.abc import Callable
from typing import Any

import pytest

from cenotaph.find.finder import find
from cenotaph.model import Report

Ask = Callable[..., Any]

OPENING = "A bomb killed [[nine]] ((people)) at a market in Herat on Monday, police said.\n\n"


@pytest.mark.parametrize(
    "behind",
    [
        "It came two days after gunmen killed [[four]] ((policemen)) in Ghazni.\n\n[[Three]] ((women)) were among the dead.",
        "It came two days after gunmen killed [[four]] ((policemen)) in Ghazni.\n\n[[Two]] of the wounded died later.",
        "The blast was the worst since a raid on Ghazni killed [[four]] ((people)) in May. The bomb also hurt [[two]] ((boys)).",
        "In March, [[four]] ((people)) were shot dead in Ghazni. A doctor said [[six]] ((people)) hurt at the market were in a coma.",
        "Last month [[four]] ((people)) were killed in Ghazni. The explosion tore down stalls and injured [[thirty]] ((people)).",
        "On Friday, [[four]] ((people)) were killed by gunmen in Ghazni. [[Thirty]] ((people)) were hurt by the bomb in the market.",
    ],
)
def test_behind_an_attack_told_in_passing_a_count_goes_back_to_its_own(ask: Ask, behind: str) -> None:
    assert ask(OPENING + behind).places == ["Herat", "Ghazni", "Herat"]


@pytest.mark.parametrize(
    ("behind", "last"),
    [
        ("In Ghazni gunmen killed [[four]] ((policemen)). [[Two]] ((boys)) were also shot dead.", "Ghazni"),
        ("Gunmen killed [[four]] ((policemen)) in Ghazni. [[One]] of them was a woman.", "Ghazni"),
        (
            "It came a day after [[four]] ((men)) died in Ghazni. On that occasion [[two]] ((men)) were hurt.",
            "Ghazni",
        ),
        (
            "In Ghazni gunmen killed [[four]] ((policemen)). At the market in the west [[two]] ((boys)) died later.",
            "Herat",
        ),
    ],
)
def test_an_attack_told_for_itself_goes_on_until_another_is_named(ask: Ask, behind: str, last: str) -> None:
    assert ask(OPENING + behind).places == ["Herat", "Ghazni", last]


def test_what_was_before_takes_no_place_from_the_news(ask: Ask) -> None:
    text = OPENING + "In May, suicide bombers killed [[a hundred]] ((worshippers)) during prayers."
    assert ask(text).places == ["Herat", None]


def test_a_scene_told_before_is_where_the_earlier_attack_was_too(ask: Ask) -> None:
    text = OPENING + "In May, bombs near the market killed [[eleven]] ((people))."
    assert ask(text).places == ["Herat", "Herat"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("BUNIA (Reuters) - Rebels killed [[nine]] ((people)) in Banande on Monday. [[Six]] ((men)) were also taken from homes in the village.", ["Banande", "Banande"]),
        ("Gunmen stormed the village of Egba on Sunday, killing [[nine]] ((people)). Police in Makurdi confirmed that [[thirty]] ((people)) had been killed in the village.", ["Egba", "Egba"]),
        ("A bomb hurt [[two]] ((men)) in Cali on Monday. In less than 1 month, [[eleven]] ((teachers)) have been kidnapped.", ["Cali", None]),
        ("[[Two]] ((people)) were shot dead in Mainz. Germany suffered a spate of attacks over the summer. [[Ten]] ((people)) were killed in them.", ["Mainz", "Germany"]),
    ],
)  # fmt: skip
def test_totals_and_unnamed_villages_take_no_place_of_what_stands_beside(
    ask: Ask, text: str, places: list[str | None]
) -> None:
    assert ask(text).places == places


def test_a_total_of_the_year_takes_no_place_whatever_it_is_compared_to() -> None:
    text = (
        "A strike killed five men in Panjwayi on Saturday. "
        "Some 4,000 people have died in rebel violence this year, the bloodiest since 2001."
    )
    claims = find(Report(id="r", text=text, published="2006-12-17")).claims
    assert [claim.place for claim in claims] == ["Panjwayi", None]
