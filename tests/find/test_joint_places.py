"""Several places that a sentence names in one breath are one answer, in the sentence's own words."""

import pytest

from cenotaph.find import find
from cenotaph.model import Report


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Raids on Kidal and Gao in Mali killed 12 people.", ["Kidal and Gao"]),
        ("Clashes in Helmand, Kandahar and Zabul provinces left 40 dead.", ["Helmand, Kandahar and Zabul provinces"]),
        ("Air strikes on Yemen's Saada and Hajjah provinces killed nine people.", ["Saada and Hajjah provinces"]),
        ("Bombers killed 60 people in Maiduguri and nearby Konduga in Nigeria.", ["Maiduguri and nearby Konduga"]),
        ("Bombs killed nine people in Jableh, north of Homs, and Tartus in Syria.", ["Jableh, north of Homs, and Tartus"]),
        ("Blasts in Baghdad and around Baquba killed nine Iraqis.", ["Baghdad and around Baquba"]),
        ("Six reporters were killed in central Somalia and Puntland.", ["central Somalia and Puntland"]),
        ("Bandits killed nine people in the villages of Orbo and Zarbin in Zamfara state, Nigeria.", ["Orbo and Zarbin in Zamfara state"]),
        # Each of its own.
        ("Two men were killed in Homs and in Tadmur five were wounded.", ["Homs", "Tadmur"]),
        ("Gunmen killed two guards in Kandahar, south of Kabul, and wounded five in Herat.", ["Kandahar", "Herat"]),
    ],
)  # fmt: skip
def test_places_named_in_one_breath_are_one_answer(text: str, places: list[str]) -> None:
    assert [claim.place for claim in find(Report(id="r", text=text)).claims] == places


def test_both_regions_are_those_told_before() -> None:
    text = "Rebels seized parts of the Donetsk and Luhansk regions of Ukraine. Dozens of soldiers died in both regions."
    assert find(Report(id="r", text=text)).claims[0].place == "Donetsk and Luhansk regions"
