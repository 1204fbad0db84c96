"""Who strikes whom, and what that tells of people whom nothing names, on sentences of our own."""

import pytest

from cenotaph.find.finder import find
from cenotaph.model import Report

MALI = "Gunmen of Boko Haram stormed a lodge in Maroua, Cameroon, and killed nine guests. "
CAMP = "An Israeli strike on a camp in Rafah killed nine people on Tuesday. "


@pytest.mark.parametrize(
    ("text", "side"),
    [
        (
            "Israeli jets struck Lebanon again. Three Lebanese drivers died. The raids killed six people at dawn.",
            "Lebanon",
        ),
        (
            "The Kenyan army and Ugandan troops clashed. Ugandan troops targeted a bus near the border, killing four people.",
            "Kenya",
        ),
        ("Syrian helicopters bombed Syria's north. The bombing left 12 people dead.", "Syria"),
        ("Russia launched an attack on Ukraine. Twelve people were killed overnight.", "Ukraine"),
        ("Two peacekeepers died when rebels attacked a MINUSMA convoy in Mali.", "United Nations"),
        ("A mine wounded six United Nations troops in Mali.", "United Nations"),
        ("Moscow refused to take back 300 bodies after the battle, an aide said.", "Russia"),
        (
            "Ann Roe, an American film maker of 50, was shot dead in the Ukrainian town of Irpin.",
            "United States",
        ),
        (CAMP + "Earlier, 90 people were killed in the Hamas-led attack.", "Israel"),
        ("Ninety people were killed in the Hamas-led attack.", None),
        (MALI + "Soldiers later killed two of the assailants.", "Boko Haram"),
        ("The war in Mali has killed thousands of civilians and fighters.", None),
    ],
)
def test_who_strikes_whom_tells_whose_the_dead_are(text: str, side: str | None) -> None:
    assert find(Report(id="r", text=text, published="2024-05-01")).claims[-1].side == side


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The shells killed two. They were identified as Ann Roe, 40, and Carl Dunn.",
            ["Ann Roe", "Carl Dunn"],
        ),
        (
            "The raid killed four people. The names of those killed:\n1. Ann Roe, 34\n2. Carl Dunn",
            ["Ann Roe", "Carl Dunn"],
        ),
        ("The raid killed four. The gunman was identified as Carl Dunn.", []),
    ],
)
def test_names_given_behind_a_count_are_claims(text: str, names: list[str]) -> None:
    claims = find(Report(id="r", text=text, published="2024-05-01")).claims
    assert [name for claim in claims for name in claim.names] == names


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed nine people in another massacre.",
        "One rebel was killed while two others shot at the guards.",
        "The war could leave a thousand dead.",
        "In a raid on Ayr and Tatta Dunn, one farmer was killed.",
    ],
)
def test_what_only_looks_like_a_count_of_people(text: str) -> None:
    found = find(Report(id="r", text=text, published="2024-05-01")).claims
    assert [claim.quantity_text for claim in found] in (["nine"], ["One"], ["one"], [])


def test_two_named_before_both_of_whom_are_one_claim() -> None:
    text = "The army said it had targeted two officials, Ann Roe and Carl Dunn, both of whom were killed."
    (claim,) = find(Report(id="r", text=text)).claims
    assert (claim.low, claim.high, claim.names) == (2, 2, ("Ann Roe", "Carl Dunn"))
