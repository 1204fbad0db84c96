"""Narrower places: the village that is told below the province, the hospital below the town."""

from collections.abc import Callable
from typing import Any

import pytest

from cenotaph.find.finder import find
from cenotaph.model import Claim, Report

Ask = Callable[..., Any]


def _narrow(claim: Claim) -> str | None:
    """The place without the wider name behind it: "Qaa" of "Qaa (Homs province)"."""
    return claim.place and claim.place.partition(" (")[0]


@pytest.mark.parametrize(
    ("then", "place"),
    [
        ("The rockets landed in the village of Binnish, medics said.", "Binnish"),
        ("The rockets landed in the village of Binnish, killing four men.", "Idlib province"),
        ("The rockets landed in the village of Binnish, killing nine men.", "Binnish"),
        ("Elsewhere, rockets landed in the village of Binnish.", "Idlib province"),
        ("Last month rockets landed in the village of Binnish.", "Idlib province"),
        ("Officials in Binnish said the rockets had been seen.", "Idlib province"),
        ("The governor travelled from Binnish.", "Idlib province"),
    ],
)
def test_the_village_may_be_told_below_the_province(then: str, place: str) -> None:
    text = f"Rockets killed nine people in Syria's Idlib province on Monday. {then}"
    assert _narrow(find(Report(id="r", text=text, published="2024-05-01")).claims[0]) == place


def test_all_counts_of_an_incident_move_to_its_village() -> None:
    text = (
        "Gunmen killed nine people in Syria's Aleppo province. They fired on the town of Azaz. "
        "Doctors said 30 people were hurt in Aleppo province."
    )
    claims = find(Report(id="r", text=text, published="2024-05-01")).claims
    assert [_narrow(claim) for claim in claims] == ["Azaz", "Azaz"]


def test_several_attacks_have_no_one_village(ask: Ask) -> None:
    text = "Attacks killed [[nine]] ((people)) in Idlib province. A shell landed in the village of Binnish."
    assert ask(text).places == ["Idlib province"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A car bomb killed nine people in Herat. The blast occurred along the busy Tellin road.", "Tellin road"),
        ("Rockets killed nine people in Idlib province. The strike on Binnish also wounded 30.", "Binnish"),
        ("Raids killed nine people in Syria. The raids hit the town of Milis in Idlib province.", "Milis"),
        ("Gunmen killed nine people near the Mali border. They fired in Zantella department.", "Zantella department"),
        ("Rockets killed nine people in Homs. Police sealed off the scene in the Zantella district.", "Zantella district"),
        ("Rockets killed nine people in Homs. They landed in Zantella neighbourhood in Homs.", "Zantella neighbourhood in Homs"),
        ("Twin blasts killed nine people in Homs province. The blasts went off in the village of Qaa.", "Qaa"),
        ("Clashes killed nine people in Homs province. The deaths came in Qaa on the Euphrates River.", "Qaa"),
        ("Rockets killed nine people in Homs province. According to a paper jets bombed Qaa village.", "Qaa village"),
        ("Rockets killed nine people in Homs. Police said two men and seven boys died in the Orbo district of the city.", "Orbo district"),
        ("A rebel chief, Ali Zandar, was killed in Idlib province. The army spoke. The UN too. So did we. The strike on Zandar in Binnish hit a car.", "Binnish"),
        ("Rockets killed nine people on the outskirts of Homs. The attack took place in Orbo village.", "Orbo village"),
        ("Men left Nasser Hospital. A doctor said the hospital was treating nine wounded boys.", "Nasser Hospital"),
        ("Raids killed nine people in the town of Milis. The strikes on a town in northern Syria killed nine people.", "Milis"),
        ("A car bomb killed nine people in a Homs district. Nine died in a blast in the Orbo district.", "Orbo district"),
        ("Raids killed nine people in strikes in Syria. These people were targeted in the town of Milis.", "Milis"),
        ("A bomber killed nine people in Homs. The explosion occurred in the parking area of Orbo Park.", "Orbo Park in Homs"),
        ("Double blasts killed nine people in Homs. The blasts struck the Orbo neighbourhood.", "Orbo neighbourhood"),
        ("Raids killed nine people in a village in Idlib province. Planes struck a school in Haas village.", "Haas village"),
        ("Raids killed nine people in Idlib province. Aid stopped. Men wept. The UN spoke. Jets hit Haas village in Idlib province.", "Haas village"),
        ("Rockets killed nine people in the Shahba neighbourhood of Aleppo. A second attack hit the Orbo neighbourhood.", "Shahba neighbourhood in Aleppo"),
        ("Raids killed nine people in Syria near the Turkish border. The toll from the raid near Sarmada included women.", "Sarmada"),
        ("A car bomb killed nine people in Homs province. The blast was heard near the Orbo hotel.", "Homs province"),
        ("Rockets killed nine people in Sarmin. Jets flew deep inside Lebanese territory.", "Sarmin"),
        ("Raids on a Yemeni port killed nine people. The raids hit the port of Mokha in Yemen.", "Mokha"),
        ("A car bomb killed nine people in Herat. Traffic moved along the busy Tellin road.", "Herat"),
        ("Raiders killed nine people near the Ugandan border. They had come to a market in Tellin.", "Tellin"),
        ("Gunmen killed nine people in northern Mali. They were patrolling the Zantella area.", "Zantella area"),
        ("Shells killed nine people in Mali, the Tellin district governor said in the capital.", "Mali"),
        ("Gunmen killed nine people in a remote village of Butuan. They fired in Sitio Dugyanan.", "Sitio Dugyanan"),
        ("Gunmen killed nine people in Butuan. They had trained in Sitio Dugyanan.", "Butuan"),
        ("Soldiers clashed with rebels in Tellin village, also in Catubig town, where nine rebels died.", "Tellin village"),
        ("Gunmen killed nine people in Sarmin, in the eastern Homs province.", "Sarmin"),
        ("HERAT—Gunmen killed nine people in Kunduz.", "Kunduz"),
        ("Bombs killed nine people in Narathiwat. They went off in Narathiwat's Bacho district.", "Bacho district"),
        ("Gunmen killed nine people in Sumisip. They came to Orbo in Zantella village in Sumisip.", "Zantella village"),
        (
            "Bombs killed nine people in western Baghdad. The mayor left. Shops shut. Buses stopped. Night fell. "
            + "The blasts occurred at about ten in Zantella, a poor area.",
            "Zantella",
        ),
        (
            "Bombs killed nine people in western Baghdad. The mayor left. Shops shut. Buses stopped. Night fell. "
            + "The mayor lives in Zantella, a poor area.",
            "western Baghdad",
        ),
        ("A drone killed nine people in Ethiopia. The wounded of the strike lay in Zantella town.", "Zantella town"),
        ("A bomb killed nine people in Tellin district. It hit a truck in the district's Orbo area.", "Orbo area"),
        ("Raids killed nine people in Lebanon, Hebrew-language media said. They spoke in Hebrew-language news.", "Lebanon"),
        ("Herat: Gunmen killed nine people in Kunduz.", "Kunduz"),
        ("Gunmen attacked a village in Nigeria, killing nine people. They stormed Zantella-Daji.", "Zantella-Daji"),
        ("Nine people died in attacks against Sarmin, near Homs.", "Sarmin"),
        ("Gunmen killed nine people in Nigeria. It was in Zantella village in the Orbo area of Niger state.", "Zantella village"),
        ("Shells killed nine people in Idlib province, in the latest attacks. They fell on the town of Binnish.", "Binnish"),
        ("Soldiers drove over a mine near Azaz, in the centre of Syria. It killed nine people.", "Azaz"),
        (
            "Nine killed, five hurt in Aleppo province\n\nThe army was silent. It said little. People waited for "
            + "news. The mayor wrote. Rockets killed nine people in the town of Azaz.",
            "Azaz",
        ),
    ],
)  # fmt: skip
def test_what_the_text_says_of_the_attack_narrows_its_place(text: str, place: str) -> None:
    claims = find(Report(id="r", text=text, published="2024-05-01")).claims
    assert {_narrow(claim) for claim in claims} == {place}


def _places(text: str) -> list[str | None]:
    return [_narrow(claim) for claim in find(Report(id="r", text=text, published="2024-05-01")).claims]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # Provinces that share a town's name.
        ("Nine gunmen were killed in a clash in Sulu. Troops met them at Sitio Tandu, Patikul, Sulu.", ["Sitio Tandu"]),
        ("Jets killed nine people in Idlib. They hit a quarter of Orbo town in rebel-held Idlib.", ["Orbo town"]),
        ("Gunmen killed nine people in Kunduz. Hours before they had fled to Orbo town.", ["Kunduz"]),
        ("Nine people were killed in Yemen's northern Saada province. Clashes were heard in Hodeida.", ["northern Saada province"]),
        ("Nine soldiers were killed in Anbar province. Families wept in Baghdad.", ["Anbar province"]),
        # From the province over the township to the village, in the next sentences.
        (
            "Soldiers killed nine people in central Myanmar. They attacked a village in Monywa township. "
            + "They stormed Zantella village at dawn.",
            ["Zantella village"],
        ),
        # In none, or in the headline.
        ("Raiders killed nine people in an ambush. They were patrolling close to the Zantella forest.", ["Zantella forest"]),
        ("Nine people have been killed this month. The mines lie in Zantella village.", [None]),
        ("Two police killed in Kabul blast\n\nA bomb at Kabul's main police headquarters killed two officers.", ["main police headquarters in Kabul"] * 2),
        ("Nine killed in Somali hotel\n\nGunmen killed nine people in the Zantella Hotel.", ["Zantella Hotel"] * 2),
        ("Strike on Gaza camp kills nine\n\nA strike killed nine people in the Zantella camp.", ["Zantella camp"] * 2),
        ("Nine killed in ambush\n\nA mourner in Zantella town.\n(AP Photo / Ali)\n\nBAMAKO (AP) - Nine soldiers were killed on Monday.", [None, None]),
        # From a town to its districts, from near a town to the village, from "a village" to its name.
        ("A strike killed nine people in the city of Taiz. Monday's airstrike hit a house in Orbo district.", ["Orbo district"]),
        ("A strike killed nine people in the city of Taiz. People fled fighting in Orbo district.", ["Taiz"]),
        ("Gunmen killed nine people near Maiduguri. They attacked Zantella village.", ["Zantella village"]),
        ("Nine killed in Borno village\n\nGunmen killed nine people in Zantella village.", ["Zantella village"] * 2),
        ("ZAMBOANGA CITY -- Nine Abu Sayyaf gunmen were killed in Sulu.", ["Sulu"]),
        ("Gunmen of the Islamic State in the Greater Sahara killed nine people in Gao.", ["Gao"]),
        ("A bomber killed nine people in a mosque in the town of Herat. Hundreds prayed in the Zantella mosque.", ["Zantella mosque in Herat"]),
        ("A bomber killed nine people in the town of Herat. Hundreds prayed in the Zantella mosque.", ["Herat"]),
        ("Nine killed in North Kivu\n\nRebels killed nine people in Lubero Territory, North Kivu.", ["Lubero Territory"] * 2),
        ("Soldiers killed nine gunmen in Kandahar province. The group is blamed for attacks in Arghandab district.", ["Kandahar province"]),
        ("Raiders killed nine people in Borno state. The wounded were taken to Zantella Hospital.", ["Borno state"]),
        ("Soldiers killed nine people in northern Mali. Men in uniform came to the village of Zantella.", ["Zantella"]),
        ("A mine killed nine people when their convoy was 30 km from Tessalit.", ["Tessalit"]),
        ("Nine months of violence on the Lebanese border have left at least 451 people dead in Lebanon.", ["Lebanon"]),
        ("Gunmen killed nine people in Zantella village. The war has killed tens of thousands.", ["Zantella village", None]),
        ("Nine soldiers were killed in Thailand's far south. The first was shot in Rueso, the others later.", ["Thailand's far south"]),
        ("Nine people were killed in fighting for Azaz.", ["Azaz"]),
        ("A bomber killed nine recruits at the General Zantella training camp.", ["General Zantella training camp"]),
        # Several attacks, or one told as several.
        ("Air strikes killed nine people in Idlib province. The jets fired on Orbo village.", ["Orbo village"]),
        ("Air strikes killed nine people in Idlib province. They hit Orbo village. Others struck Zantella village.", ["Idlib province"]),
        ("Two air strikes killed nine people in Idlib province. The jets fired on Orbo village.", ["Idlib province"]),
        ("Strikes killed nine people in Yemen. The ministry said jets hit a bus in Orbo village, killing nine people.", ["Orbo village"] * 2),
        # More exact figures, and fewer elsewhere.
        ("Gunmen killed dozens of people in Nigeria. They stormed Zantella village. At least 31 people were killed in Zantella village.", ["Zantella village"] * 2),
        ("Soldiers found nine bodies in Sulu. Nine others died in the fighting that broke out in Zantella town.", ["Zantella town"] * 2),
        ("Shells killed nine people in Idlib province. The shells killed four in Orbo village.", ["Idlib province", "Orbo village"]),
        # People told place by place, and what is no longer about them.
        ("Nine people were killed in Donetsk region: four in Lyman and five in Dachne. Thirty more people were wounded in the shelling.", ["Donetsk region", "Lyman", "Dachne", "Donetsk region"]),
        ("Nine people were killed in Donetsk region. Meanwhile, people fled from shelling in Lyman.", ["Donetsk region"]),
        ("Nine people died in Kunduz province. The attack came as troops fought in Imam Sahib district.", ["Kunduz province"]),
        # Where the attack was, by a town that only helps to find it.
        ("A mine killed nine people in Mali. The incident took place on a road north of Kidal.", ["Kidal"]),
        ("A mine killed nine people in Mali. Their leader comes from a village north of Kidal.", ["Mali"]),
    ],
)  # fmt: skip
def test_incidents_move_to_the_narrowest_place_told_for_them(text: str, places: list[str | None]) -> None:
    assert _places(text) == places


def test_what_its_claimant_did_elsewhere_gives_an_attack_no_place() -> None:
    text = (
        "Gunmen ambushed a convoy near the town of Fada N'Gourma on Monday, leaving 17 soldiers dead. "
        "The attack was claimed by the Falcons, which killed more than 90 people in Barsalogho."
    )
    found = find(Report("r", text, published="2024-11-05")).claims
    assert [_narrow(claim) for claim in found] == ["Fada N'Gourma", "Barsalogho"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Gunmen kidnapped two engineers from the Orboz complex on Monday.", ["Orboz complex"]),
        ("Gunmen abducted two citizens from Jordan on Monday.", [None]),
        (
            "Police seek Ali Zundel, who was kidnapped by rebels. The kidnapping was carried out in the town of Orboz.",
            ["Orboz"],
        ),
        (
            "Police seek Ali Zundel, who was kidnapped by rebels. The murder took place in the town of Orboz.",
            [None],
        ),
        (
            "Shells killed two people in the capital of Yemen on Monday. Aid groups left Sanaa in the night.",
            ["Sanaa"],
        ),
        (
            "Raids hit two villages Orbo and Zorbin. The villages are near the town of Homs. Nine people were killed in the strikes on the villages.",
            ["Orbo and Zorbin"],
        ),
        (
            "Raids in northern Syria killed nine people. Raids that hit the town of Azaz left another 30 injured.",
            ["Azaz", "Azaz"],
        ),
        (
            "A bomb killed 19 people in Aleppo. Fifteen died in a district of the city. The other four died in the town of Orboz.",
            ["Aleppo", "Aleppo", "Orboz"],
        ),
        (
            "Rebels fought soldiers in Hama province. Nine rebels were killed. Homs In the neighbouring province jets hit the village of Orbo.",
            ["Hama province"],
        ),
        (
            "US jets hit Syrias eastern Deir ezzor province. At least 23 people died on the bank of the Euphrates River, in US airstrikes on it.",
            ["Euphrates River"],
        ),
        (
            "Rebels fled near the villages of Orbo Zorbin Kadush Ash al-Lami and Sarkul, and soldiers killed 35 of the rebels.",
            ["Orbo Zorbin Kadush Ash al-Lami and Sarkul"],
        ),
        (
            "A bomb killed nine people in the town of Douma. Among those killed were five rebels who had long fought the army before the unrest of past years.",
            ["Douma", "Douma"],
        ),
        (
            "15 die as raid hits market\n\nRebels attacked the town of Orbo. Jets killed 15 people in the town of Zorbin.",
            ["Zorbin", "Zorbin"],
        ),
        (
            "A bomb near a tourist district in Istanbul killed nine people. It went off as a bus passed through the old heart of the Beyazit district.",
            ["Beyazit district"],
        ),
        (
            "A suicide bomber killed nine people in Istanbul's most popular shopping district. Police closed the Orboz district.",
            ["Istanbul"],
        ),
        ("A gunman killed nine people at a club in Orlando. He had worked in Fort Pierce.", ["Orlando"]),
        (
            "A lorry hit a crowd, killing nine people. The attack came eight months after gunmen killed 130 people in Paris.",
            [None, "Paris"],
        ),
        (
            "The hospital in the town of Orboz was hit by two rockets. Doctors said four patients were killed.",
            ["Orboz"],
        ),
        (
            "Four soldiers died in Cizre. The army said 20 rebels were killed in the town and three in Sur, a district of Diyarbakir.",
            ["Cizre", "Cizre", "Sur"],
        ),
        (
            "Attacks killed two people in the Donetsk region and wounded six, while one person was killed in the Kharkiv region.",
            ["Donetsk region", "Donetsk region", "Kharkiv region"],
        ),
        (
            "Jets hit Yemen, killing nine people. Israel said they struck the Orboz port in a direct response to the killing of two men in Tel Aviv.",
            ["Orboz port", "Tel Aviv"],
        ),
        (
            "A cell in Syria killed nine captives. Relatives seek a review at the Royal Courts of Justice.",
            ["Syria"],
        ),
        ("Soldiers fought in the town of Orboz. They killed 33 rebels and arrested six.", ["Orboz", "Orboz"]),
        (
            "Raids killed nine people in Homs. A car bomb exploded on the road south of Hama. Four guards died.",
            ["Homs", "Hama"],
        ),
        (
            "Kenya said nine guards were hurt. In Somalia's Orbo Meal province an official said four herders were killed. A rocket hit a shop in Garissa, in Kenya.",
            ["Garissa", "Orbo Meal province"],
        ),
        (
            "Two men were killed in a bombing in Lebanon, the latest in a wave of attacks on critics of Damascus.",
            ["Lebanon"],
        ),
        (
            "Fighting between Kenya and Somalia left at least 16 people dead. Kenya said 14 civilians had been killed. Most of the dead were at a petrol station in Garissa, where a rocket struck a shop.",
            [None, "Garissa"],
        ),
    ],
)
def test_the_place_of_a_deed_told_around_it(text: str, places: list[str | None]) -> None:
    claims = find(Report(id="r", text=text, published="2024-05-01")).claims
    assert [_narrow(claim) for claim in claims] == places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # A town's quarter, street or building where the blow fell.
        ("Shells killed nine people in Aleppo. Rockets landed on the Orbo neighbourhood.", "Orbo neighbourhood (Aleppo)"),
        ("Twin car bombs killed nine people in Homs. A monitor said the blasts hit the suburb of Orboz.", "Orboz in Homs"),
        ("A bomber killed nine people in Mogadishu. He blew himself up at a cafe in the Orboz Weyn district.", "Orboz Weyn district (Mogadishu)"),
        ("Gunmen killed a judge in Quetta. The attackers shot him on Orbo Road as he drove home.", "Orbo Road (Quetta)"),
        ("A gunman killed two policemen in Medellin. They were on patrol in the Orbo quarter.", "Orbo quarter (Medellin)"),
        ("A blast killed nine people in Lahore. The victims were sitting in a park in Orboz-e-Zarin when it went off.", "Orboz-e-Zarin (Lahore)"),
        ("A family of nine was killed in Gaza City. Their home in the Orboz neighbourhood was bombed.", "Orboz neighbourhood (Gaza City)"),
        # Of another attack, another town, no attack, or with others counted.
        ("A blast killed nine people in Mogadishu. In a separate incident gunmen shot a man in the Orbo district.", "Mogadishu"),
        ("A bomb killed nine people in Baghdad. Last week a bomber struck in the Orbo district.", "Baghdad"),
        ("A bomb killed nine people in Baghdad. The minister opened a school in the Orbo district.", "Baghdad"),
        ("Rockets killed nine people in Homs. Shells landed in the Orbo neighbourhood in Damascus.", "Homs"),
        ("Rockets killed nine people in Homs. Shells landed in the village of Orboz.", "Homs"),
        ("A bomb killed nine people in Karachi. The wounded were taken to a clinic in the Orbo district.", "Karachi"),
        ("Clashes killed nine people in northern Syria. The fighting hit Azaz. Mortars fell on Orboz.", "Azaz (northern Syria)"),
    ],
)  # fmt: skip
def test_the_blow_fell_in_a_quarter_of_the_town(text: str, place: str) -> None:
    assert find(Report(id="r", text=text, published="2024-05-01")).claims[0].place == place


def test_one_of_a_whole_is_not_told_again_by_any_other_single_count() -> None:
    text = (
        "In Damascus [three] women, one of them a girl, were hurt by a shell. On Saturday four men, one of "
        "them a boy, were hurt by shells that fell on the Orbo neighbourhood."
    )
    assert find(Report(id="r", text=text, published="2024-05-01")).claims[0].place == "Damascus"


def test_a_town_told_for_another_day_of_the_week_is_no_place_of_those_above() -> None:
    text = (
        "Shelling killed five clerks in Kharkiv on Monday, the governor said. "
        "Anna Roe, a nurse, was killed in Chuhuiv on Tuesday."
    )
    told = find(Report(id="page", text=text, published="2022-03-16")).claims
    assert [claim.place for claim in told] == ["Kharkiv", "Chuhuiv"]


def test_a_town_told_with_another_land_is_no_place_of_those_above() -> None:
    text = (
        "A drone hit a bus near the town of Marhanets in Ukraine, killing nine weavers.\n\n"
        "Two of the weavers died later in hospital.\n\n"
        "In Orbo Town, Pakistan, a bomb went off beside a police van, killing two officers."
    )
    told = find(Report(id="page", text=text, published="2022-03-16")).claims
    assert [claim.place for claim in told] == ["Marhanets", "Marhanets", "Orbo Town"]


def test_a_quarter_called_a_town_is_told_with_its_city() -> None:
    text = (
        "A bomb killed six clerks in Karachi on Monday, police said. "
        "The car had been parked beside a bank in the Orbo Town area, the police chief said."
    )
    (claim,) = find(Report(id="page", text=text, published="2022-03-16")).claims
    assert claim.place is not None
    assert claim.place.startswith("Orbo Town")
    assert "Karachi" in claim.place
