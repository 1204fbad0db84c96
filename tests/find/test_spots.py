"""A quarter, street, building or camp is told with its town, where the report tells the town of that very spot."""

import pytest

from cenotaph.find import find
from cenotaph.model import Report

BAGHDAD = "geonames:98182"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gunmen shot three students dead at Orbo College, Baghdad.", "Orbo College in Baghdad"),
        ("A bomb killed six people in the Orbo neighbourhood of Baghdad.", "Orbo neighbourhood in Baghdad"),
        ("A car bomb in Baghdad's Orbo district killed six people.", "Orbo district in Baghdad"),
        ("A blast at the Orbo Hotel in central Baghdad killed six people.", "Orbo Hotel in Baghdad"),
        (
            "A blast at the Orbo Hotel in Baghdad killed six people. In Mosul four were wounded.",
            "Orbo Hotel in Baghdad",
        ),
        ("Six people were killed at the Orbo Hotel. The Orbo Hotel in Baghdad was full.", "Orbo Hotel in Baghdad"),
        ("A blast at the Orbo Hotel in the Sarja district of Baghdad killed six people.", "Orbo Hotel in Sarja district of Baghdad"),
        ("Six people were killed at Baghdad's Orbo Hotel. The hotel was full.", "Orbo Hotel in Baghdad"),
        ("A bomb killed six people at the Orbo Hotel, a popular place in Baghdad.", "Orbo Hotel in Baghdad"),
        # Told in the sentences of the same attack, or by the dateline.
        ("Bombers struck the Iraqi city of Baghdad on Friday. Six people were killed at the Orbo Hotel.", "Orbo Hotel in Baghdad"),
        ("Rockets were fired on a hospital in Baghdad on Friday. Six people were killed at the Orbo hospital.", "Orbo hospital in Baghdad"),
        ("The Baghdad massacre shocked Iraq. A gunman killed six people at the Orbo Hotel.", "Orbo Hotel in Baghdad"),
        ("BAGHDAD, Iraq (AP) — A bomber killed six people at the Orbo Hotel on Friday.", "Orbo Hotel in Baghdad"),
        ("BAGHDAD, Iraq (AP) — A bomber killed six people at the Orbo Hotel. The town of Ramadi was sealed off.", "Orbo Hotel"),
        ("Gunmen attacked a market in Baghdad. In May 2003 six people were killed at the Orbo Hotel.", "Orbo Hotel"),
        ("A bomb exploded in Baghdad on Friday. A raid on Orbo base killed six soldiers.", "Orbo base"),
        ("Bombers struck Baghdad on Friday. Six people were killed at the Orbo Hotel in Anbar province.", "Orbo Hotel"),
        ("BAGHDAD, Iraq (AP) — Rebels raided the Orbo Hotel in the capital. Six people were killed. They also struck in Ramadi on Friday.", "Orbo Hotel in Baghdad"),
        # Not of that very spot, or no spot at all.
        ("Six people died in Baghdad, while four were killed at the Orbo Hotel.", "Baghdad"),
        ("Four people were killed at the Orbo Hotel.", "Orbo Hotel"),
        ("A blast at Baghdad University killed four people.", "Baghdad University"),
        ("A bomb killed four people in Abu Ghraib, west of Baghdad.", "Abu Ghraib"),
        ("A bomb killed four people in Ramadi in Anbar province.", "Ramadi"),
    ],
)  # fmt: skip
def test_spots_are_told_with_their_town(text: str, place: str) -> None:
    claim = find(Report(id="r", text=text)).claims[0]
    assert claim.place == place
    if claim.spot is not None or place == "Baghdad University":
        assert claim.place_key == BAGHDAD


def test_a_town_that_no_gazetteer_knows_is_told_right_beside_its_spot() -> None:
    claim = find(Report(id="r", text="A blast at the Orbo Hotel in Zorbin killed six people.")).claims[0]
    assert (claim.place, claim.place_key) == ("Orbo Hotel in Zorbin", None)


def test_a_namesake_far_from_the_town_is_not_the_spot() -> None:
    text = "A blast outside the Imam Rida mosque in Hofuf, Saudi Arabia, killed six people."
    claim = find(Report(id="r", text=text)).claims[0]
    assert (claim.place, claim.place_key) == ("Imam Rida mosque in Hofuf", "geonames:109571")


@pytest.mark.parametrize(
    ("text", "place", "where"),
    [
        ("Gunmen killed six people in Anbar province on Friday. The attack took place in Orbo village.", "Orbo village (Anbar province)", "orbo village"),
        ("Gunmen killed six people in western Iraq on Friday. The attack took place in the town of Ramadi.", "Ramadi (western Iraq)", None),
        ("Gunmen killed six people in Iraq on Friday. The attack took place in Orbo village.", "Orbo village", "orbo village"),
    ],
)  # fmt: skip
def test_a_place_told_below_keeps_the_wider_name_of_the_claim(
    text: str, place: str, where: str | None
) -> None:
    claim = find(Report(id="r", text=text)).claims[0]
    assert (claim.place, claim.where) == (place, where or claim.place_key)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Bomb kills six in Baghdad suburb\n\nA bomb killed six people in the Baghdad suburb of Abu Ghraib.", "Abu Ghraib (Baghdad suburb)"),
        ("Rebels fought in Iraq's divided northern city of Mosul. A shell killed six people at the Orbo clinic.", "Orbo clinic in Mosul"),
    ],
)  # fmt: skip
def test_a_town_told_elsewhere_is_that_of_the_spot(text: str, place: str) -> None:
    assert find(Report(id="r", text=text)).claims[0].place == place


@pytest.mark.parametrize(
    ("text", "place", "key"),
    [
        ("Gunmen stormed the Orbo Hotel in the Libyan capital, killing five people.", "Orbo Hotel in Libyan capital", "geonames:2210247"),
        ("Gunmen stormed the Orbo Hotel in the Libyan capital, killing five people. Medics in Tripoli said so.", "Orbo Hotel in Tripoli", "geonames:2210247"),
        ("NAIROBI (AP) - A bomb killed nine people at the Orbo Hotel in Libya's capital.", "Orbo Hotel in Libya's capital", "geonames:2210247"),
        ("A bomb killed nine people in Libya's capital.", "Libya's capital", "geonames:2210247"),
    ],
)  # fmt: skip
def test_a_capital_without_its_name_is_found_on_the_map(text: str, place: str, key: str) -> None:
    claim = find(Report(id="r", text=text)).claims[0]
    assert (claim.place, claim.place_key) == (place, key)
