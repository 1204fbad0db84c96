"""Attacks that go by their date have their own place, not that of what the sentence is about."""

import pytest

from cenotaph.find import find
from cenotaph.model import Report


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Troops in Kabul honoured the victims of the 9/11 attacks that killed nearly 3,000 people.", None),
        ("The war in Chad began after the May 3 raids, in which 190 people were killed.", None),
        ("Envoys met in Geneva over the May 3 raid on Kano that killed 12 people.", "Kano"),
        ("On May 3 gunmen raided Orbo village. People in Kano said the May 3 raid, which killed 12 people, was long.", "Orbo village"),
        ("In Kano, the May 3 attack which killed 12 people shocked the town.", "Kano"),
        ("Gunmen in Kano killed 12 people on May 3 in an attack that lasted for hours.", "Kano"),
    ],
)  # fmt: skip
def test_a_dated_attack_has_its_own_place(text: str, place: str | None) -> None:
    claims = find(Report(id="r", text=text)).claims
    assert [claim.place for claim in claims] == [place]
