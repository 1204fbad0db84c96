"""Where harm was done, on sentences of our own."""

from collections.abc import Callable
from typing import Any

import pytest

from cenotaph.find.finder import find
from cenotaph.model import Report

Ask = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Shells killed [[two]] ((people)) in the eastern city of Kramatorsk.", "Kramatorsk"),
        ("In Kharkiv, a missile killed [[two]] ((people)) overnight.", "Kharkiv"),
        ("[[Two]] ((people)) died in Douma, the main town of the Eastern Ghouta area.", "Douma"),
        ("A blast near Aleppo University killed [[two]] ((students)).", "Aleppo University"),
        ("The army killed [[two]] ((men)) in eastern Ukraine.", "eastern Ukraine"),
        ("Rockets on the Yarmouk refugee camp killed [[two]] ((people)).", "Yarmouk refugee camp"),
        ("A mine killed [[two]] ((guards)) near the Algerian border.", "Algerian border"),
        ("Raids on Homs and Hama killed [[two]] ((people)).", "Homs and Hama"),
        ("A bomb killed [[two]] ((guards)) at Ankara's main bus station.", "Ankara's main bus station"),
        ("Raids on the Zabdiya area of western Aleppo killed [[two]] ((people)).", "Zabdiya area"),
        ("Rebels holed up in a Damascus hospital killed [[two]] ((people)).", "Damascus"),
        ("Mortars killed [[two]] ((people)) in the war-torn southern Philippines.", "southern Philippines"),
        ("Shells killed [[two]] ((people)) north of Homs.", "Homs"),
        ("A blast near the French Embassy annex in Kabul killed [[two]] ((people)).", "Kabul"),
        ("Syrian Army Advances in Latakia And Kills [[Nine]] ((Rebels)) At Dawn", "Latakia"),
        ("THE REBELS KILLED [[TWO]] ((SOLDIERS)) IN THE TOWN OF BERLIN, USULUTAN DEPARTMENT.", "BERLIN"),
        ("Shells killed [[two]] ((people)) in Sri Lanka’s north.", "Sri Lanka’s north"),
        ("Gunmen attacked Milis village of Idlib province and killed [[two]] ((people)).", "Milis village"),
        ("A mine killed [[two]] ((people)) in Kabul's mainly Shiite Dasht district.", "Dasht district"),
        ("Shells fell on the Red Sea port city of Mokha and killed [[two]] ((people)).", "Mokha"),
        ("An intelligence-based operation in Spinwam killed [[two]] ((gunmen)).", "Spinwam"),
        ("Rockets on the streets of Homs killed [[two]] ((people)) along Homs's avenues.", "Homs"),
        ("Raids on Homs, Hama and Idlib killed [[two]] ((people)).", "Homs, Hama and Idlib"),
        (
            "Rebels came to Nguida village, 15 km to the west, where they killed [[two]] ((people)).",
            "Nguida village",
        ),
        ("Rebels fired rockets into the northern city of Kilis and killed [[two]] ((men)).", "Kilis"),
        ("[[Two]] ((nurses)) were killed during an evacuation from Soledar.", "Soledar"),
        ("Raids killed [[two]] ((people)) in Homs, a day after a blast in Damascus.", "Homs"),
        ("[[Two]] ((men)) were killed in Homs as leaders convened in Damascus.", "Homs"),
        ("[[Two]] ((guards)) died in Tellin, one by stones in another attack in Sarmin.", "Tellin"),
        ("JUBA Guns fell silent in South Sudan's capital and [[two]] ((men)) were killed.", "JUBA"),
        (
            "A blast near the U.S. consulate in Saudi Arabia's second city of Jeddah killed [[two]] ((men)).",
            "Jeddah",
        ),
        (
            "[[Two]] ((men)) died in Kunduz on Monday, said the chief of the Aliabad district, where the attack occurred.",
            "Aliabad district",
        ),
        ("Shells killed [[two]] ((men)) in Homs Syrian state television said.", "Homs"),
        ("In Hama Province WASHINGTON (Sputnik) jets killed [[two]] ((men)).", "Hama Province"),
        ("Raids in the Aleppo district of Zantella killed [[two]] ((men)).", "Zantella"),
        ("Shells killed [[two]] ((guards)) at the Shaar oilfield.", "Shaar oilfield"),
        ("The village of Zantella suffered an air attack in which [[two]] ((men)) died.", "Zantella"),
        ("A blast tore the Orbo area in March. A raid there later killed [[two]] ((men)).", "Orbo area"),
        (
            "An air strike this morning against the market of Tellin village killed [[two]] ((men)).",
            "Tellin village",
        ),
        ("Rebels shot [[two]] ((men)) near the town of Homs along the Tellin highway.", "Homs"),
        (
            "Raids killed [[two]] ((men)) in Eastern Ghouta as the army shelled a stronghold near Damascus.",
            "Eastern Ghouta",
        ),
        (
            "Douma, the largest town in the Eastern Ghouta region, where raids killed [[two]] ((men)), burned.",
            "Douma",
        ),
        ("[[Two]] ((men)) were killed in the Eastern part of Homs province.", "Homs province"),
        (
            "According to the monitor airstrikes on wells near Kabiba village killed [[two]] ((men)).",
            "Kabiba village",
        ),
        ("Troops took the town of Orbo in rural Homs. They shot [[two]] ((men)) in the town.", "Orbo"),
        ("An ambush killed [[two]] ((rebels)) west of the city of Adra in Damascus countryside.", "Adra"),
        (
            "[[Two]] ((fighters)) from committees in Homs were killed when a drone hit Hadar village.",
            "Hadar village",
        ),
        ("[[Two]] ((men)) died in August shelling of Homs local authorities told reporters.", "Homs"),
        ("The army clashed with rebels in the surroundings of Zantella killing [[two]] ((men)).", "Zantella"),
        (
            "Syrian troops left. Aleppo near the Turkish border fell silent. Blasts trapped [[two]] ((men)) under rubble.",
            "Aleppo",
        ),
        (
            "Gunmen stormed through the town of Tellin near the Libyan border and killed [[two]] ((men)).",
            "Tellin",
        ),
        ("Shells on government-held areas of Homs killed [[two]] ((men)).", "Homs"),
        (
            "OUAGADOUGOU Troops in Burkina Faso retook a hotel in the capital where [[two]] ((men)) died.",
            "OUAGADOUGOU",
        ),
        (
            "A car bomb killed [[two]] ((men)) in Syria in the central city of Homs state television reported.",
            "Homs",
        ),
        (
            "Police went to Bali, the site of Indonesia's deadliest attack, which killed [[two]] ((men)).",
            "Bali",
        ),
        ("[[Two]] ((men)) died in a gas attack in Ghouta on the outskirts of Damascus.", "Ghouta"),
        ("Raids killed men in Raqqa Ten planes flew and [[two]] ((men)) died.", "Raqqa"),
        (
            "Raids killed [[nine]] ((men)) on the east bank of the Euphrates river near Raqqa on Monday.",
            "Raqqa",
        ),
        (
            "Raids killed 17 men including [[9]] ((men)) in the neighborhood Ansar and 8 in Kafr on Monday.",
            "Ansar",
        ),
        ("[[Nine]] ((men)) died at a Dhaka restaurant in an attack unprecedented in Bangladesh.", "Dhaka"),
        (
            "A raid on the only hospital in the town of Kafr in northern rural Aleppo killed [[three]] ((medics)).",
            "Kafr",
        ),
        (
            "A blast in Lahore, the heart of the minister's political base of Punjab, killed [[nine]] ((men)).",
            "Lahore",
        ),
        ("Many mourn after the strike Moscow Some [[120]] ((men)) were killed in a raid in Syria.", "Syria"),
        ("[[TWO]] ((MEN)) DIED IN THE MUNICIPALITY OF ARBOLETES, IT WAS REPORTED IN BOGOTA.", "ARBOLETES"),
        ("An air raid on a Yemeni port killed [[two]] ((people)).", "Yemen"),
        ("Headline\n\nKaduna, Nigeria – [[Two]] ((herders)) were killed in Zonkwa on Monday.", "Zonkwa"),
        (
            "[[Two]] ((cadets)) killed in a raid on Mogadishu were treated first at Erdogan Hospital.",
            "Mogadishu",
        ),
    ],
)
def test_the_narrowest_place_near_the_people_is_theirs(ask: Ask, text: str, place: str) -> None:
    assert ask(text).places == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine has claimed that [[20,000]] ((Russian troops)) were killed.",
        "Planes have killed [[4,000]] ((civilians)) since Moscow intervened in Syria.",
        "[[Two]] ((volunteers from Leeds)) were killed by shrapnel.",
        "[[Two]] ((soldiers)) killed in action were mourned at a cemetery in the town of Bucha.",
        "[[Two]] ((evacuees)) from the village of Foua in the province of Idlib were killed.",
        "58 dead in Suspected Gas Attack in the north that killed [[two]] ((men)) of 58.",
        "Shells fell on Homs. Rebels killed [[two]] ((men)) in an eastern province.",
        "The blasts killed [[two]] ((men)) in the deadliest bombing in modern U.S. history.",
        "The athlete competed at the Olympic Games. [[Two]] ((men)) died in it.",
        "A drone made in Turkey killed [[two]] ((men)).",
        "Shells fell on Homs. Earlier on Friday [[two]] ((boys)) were killed.",
        "Shells fell on Homs. The army said [[two]] ((guards)) died in separate attacks.",
        "Shells fell on Homs. The rebels did it in revenge for the death of [[two]] ((prisoners)).",
        "A doctor told reporters in Geneva that [[two]] ((nurses)) were killed.",
        "News of the day\n\nColombo : [[Two]] ((guards)) were killed, the ministry said.",
        "Moscow has given a figure once: [[498]] ((servicemen)) were killed.",
        "The governor of the Donetsk region spoke of [[two]] ((dead)).",
        "The General Staff in Kyiv wrote of [[two]] ((dead)).",
        "LIMA, 17 APR 89 (EFE) -- [TEXT] THE POLICE SAID [[TWO]] ((MEN)) WERE KILLED.",
        "A doctor at Nasser Hospital said that [[two]] ((people)) were killed.",
        "Strikes killed [[two]] ((people)), according to the health ministry in Gaza.",
        "A source at Homs Governorate said that [[two]] ((people)) were killed.",
        "[[Two]] ((guards)) were shot as police fought crowds in the streets of Dhaka and other cities.",
        "[[Two]] ((pilots)) were killed in Russia's war.",
        "[[Two]] ((people)) were killed as tensions rose between Moscow and the mayors.",
        "The Pentagon said [[two]] ((men)) were killed, the Washington Post reported.",
    ],
)
def test_speakers_wars_homes_and_datelines_are_no_places(ask: Ask, text: str) -> None:
    scope = "incident" if "[[Two]]" in text or "[[two]]" in text or "[[TWO]]" in text else "cumulative"
    assert ask(text, scope=scope).places == [None]


def test_each_count_of_a_sentence_takes_its_own_place(ask: Ask) -> None:
    text = "Raids killed [[nine]] ((people)) in Idlib and [[four]] ((people)) in Saraqeb, medics said."
    assert ask(text).places == ["Idlib", "Saraqeb"]


def test_counts_that_share_a_place_all_have_it(ask: Ask) -> None:
    assert ask("[[Two]] ((people)) were killed and [[nine]] hurt in Herat.").places == ["Herat", "Herat"]


def test_a_count_without_a_place_goes_on_where_the_last_was(ask: Ask) -> None:
    text = "A bomb killed [[two]] ((people)) in Herat on Monday. [[Nine]] ((others)) were in hospital."
    assert ask(text).places == ["Herat", "Herat"]


def test_the_sentence_after_says_where_a_headlines_dead_died(ask: Ask) -> None:
    text = "[[Six]] dead as rockets land\nThe rockets came down on Sunday in the town of Azaz, medics said."
    assert ask(text).places == ["Azaz"]


def test_the_city_means_the_last_one_named(ask: Ask) -> None:
    text = "Troops entered Mariupol in March. Officials say [[many]] ((people)) were killed in the city."
    assert ask(text).places == ["Mariupol"]


def test_the_protests_are_where_they_were_said_to_be(ask: Ask) -> None:
    text = "Protests spread across Bangladesh on Monday. [[Many]] ((people)) were killed in the protests."
    assert ask(text).places == ["Bangladesh"]


def test_the_capital_may_be_told_by_the_dateline_alone(ask: Ask) -> None:
    text = (
        "LIMA, 17 APR 89 (EFE) -- [TEXT] GUNMEN KILLED [[TWO]] ((GUARDS)) IN SOUTHERN PARTS OF THE CAPITAL."
    )
    assert ask(text).places == ["LIMA"]


def test_a_death_that_another_surpasses_is_elsewhere(ask: Ask) -> None:
    text = "Shots rang out in Orlando.\n[[Ninety]] ((people)) were hurt, which surpassed the [[four]] killed in Denver."
    assert ask(text).places[1] == "Denver" != ask(text).places[0]


def test_a_persons_place_is_found_where_the_person_is_named_again(ask: Ask) -> None:
    text = "{{Lena Roth}} will be buried today. Crowds gathered. Roth was shot on Monday in Kandahar."
    assert ask(text).places == ["Kandahar"]


def test_a_death_spoken_of_takes_no_place_from_around(ask: Ask) -> None:
    text = "Lawmakers met in Bogota. The debate turned to the murder of {{Lena Roth}}."
    assert ask(text).places == [None]


def test_bodies_are_where_they_lie_and_not_where_they_go(ask: Ask) -> None:
    text = "[[Ninety]] ((bodies)) were moved from Mazyr to Moscow by train."
    assert ask(text, harm="bodies", scope="flow").places == ["Mazyr"]


def test_a_place_has_its_key_country_and_words(ask: Ask) -> None:
    answers = ask("Shells killed [[two]] ((people)) in the city of Kramatorsk in Ukraine.")
    where = answers.where[0]
    assert (where.country, where.key is not None, where.rule) == ("UA", True, "place-sentence")
    assert answers.context.text[where.span.start : where.span.end] == "Kramatorsk"


def test_there_points_back_and_where_points_forth(ask: Ask) -> None:
    text = (
        "Gunmen struck in Kunduz, leaving [[nine]] ((guards)) dead there, and in Farah, where they killed "
        "[[four]] ((policemen))."
    )
    assert ask(text).places == ["Kunduz", "Farah"]


@pytest.mark.parametrize("opening", ["In another attack", "Elsewhere", "In a separate incident"])
def test_another_attack_is_not_where_the_first_was(ask: Ask, opening: str) -> None:
    text = f"A mine killed [[two]] ((people)) in Homs. {opening}, gunmen shot [[three]] ((herders))."
    assert ask(text).places == ["Homs", None]


def test_remains_lie_where_they_are_found_and_not_where_they_died(ask: Ask) -> None:
    text = "The bodies of [[nine]] ((men)) killed in Aleppo were found at a checkpoint in Homs."
    assert ask(text, harm="bodies").places == ["Homs"]


def test_a_town_comes_before_the_district_it_lies_in(ask: Ask) -> None:
    text = "A strike on the town of Ain Baal in Tyre wounded [[three]] ((scouts))."
    assert ask(text, harm="wounded").places == ["Ain Baal"]


def test_a_camp_or_hotel_may_have_letters_in_its_name(ask: Ask) -> None:
    text = "The strike hit the Dedebit IDP camp, killing [[nine]] ((people))."
    assert ask(text).places == ["Dedebit IDP camp"]


def test_victims_do_not_speak(ask: Ask) -> None:
    text = "Shells killed [[five]] ((soldiers)) and [[five]] ((medics)) in Irpin, the mayor said."
    assert ask(text).places == ["Irpin", "Irpin"]


def test_an_office_that_reports_is_no_place_of_harm(ask: Ask) -> None:
    text = "The Mazyr Operations Centre reported that [[two]] ((medics)) were killed in Kupiansk."
    assert ask(text).places == ["Kupiansk"]


def test_where_a_spokesman_serves_is_no_place_of_harm(ask: Ask) -> None:
    text = "Gunmen attacked Kunduz. The spokesperson for the police in Herat, A. Musa, said [[four]] ((men)) were killed."
    assert ask(text).places == ["Kunduz"]


def test_an_attack_that_they_died_after_is_where_they_died(ask: Ask) -> None:
    text = "Soldiers killed [[three]] ((men)) on Thursday following a raid in Jenin, not after the visit to Nablus."
    assert ask(text).places == ["Jenin"]


@pytest.mark.parametrize(
    ("then", "place"),
    [
        ("About 90 people were killed in an attack on 7 October.", None),
        ("About 90 people were killed in an attack on Sderot on 7 October.", "Sderot"),
        ("Another nine people were killed on 28 April.", "Rafah"),
    ],
)
def test_a_day_long_before_the_news_takes_no_place_from_it(then: str, place: str | None) -> None:
    text = f"A strike on a camp in Rafah killed 21 people on Tuesday. {then}"
    assert find(Report(id="r", text=text, published="2024-05-01")).claims[-1].place == place


def test_a_list_of_names_has_one_place() -> None:
    names = "\n\n".join(
        f"Sgt. Ivan {name}, 30, from Homel" for name in ("Musa", "Orlov", "Petrov", "Sidor", "Tiko", "Uman")
    )
    text = f"Six soldiers were killed in a bombing in Kunduz. The dead were identified as follows:\n\n{names}"
    claims = find(Report(id="r", text=text, published="2024-05-01")).claims
    assert {claim.place for claim in claims} == {"Kunduz"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A mine killed [[two]] ((men)) in Upper Sarmin village.", "Upper Sarmin village"),
        ("A gunfight in the Tellin locality of Sarmin town killed [[two]] ((men)).", "Tellin locality"),
        ("A drone struck the Saudi Hospital in Mazyr, killing [[two]] ((nurses)).", "Saudi Hospital"),
        ("A car blew up outside the Ambassador Hotel, killing [[two]] ((guards)).", "Ambassador Hotel"),
        ("[[Two]] ((men)) were killed in eastern Democratic Republic of Congo.", "eastern Democratic Republic of Congo"),
        ("A gang killed [[two]] ((men)) in the capital, Port-au-Prince.", "Port-au-Prince"),
        ("The ministry said jets targeted the town of Qoryoley, killing [[two]] ((men)).", "Qoryoley"),
        ("An attack had taken place on Monday in Sarmin, killing [[two]] ((men)).", "Sarmin"),
        ("Soldiers on patrol near the Tellin forest lost [[two]] ((men)).", "Tellin forest"),
        ("Raiders stormed the villages of Tellin, Orbo and Sarmin and killed [[two]] ((men)).", "Tellin, Orbo and Sarmin"),
        ("HERAT: Gunmen killed [[two]] ((men)) in Kunduz.", "Kunduz"),
        ("The mayor of the Homel region Ivan Petrov said [[two]] ((men)) were killed in Mazyr.", "Mazyr"),
    ],
)  # fmt: skip
def test_names_of_places_are_read_whole(ask: Ask, text: str, place: str) -> None:
    assert ask(text).places == [place]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A bomb killed [[nine]] ((men)) in Herat. Among them were [[four]] ((guards)).", ["Herat", "Herat"]),
        ("A bomb killed [[nine]] ((men)) in Herat. Police killed [[two]] ((men)), without saying where.", ["Herat", None]),
        ("Raiders came close to the Tellin forest. They killed [[two]] ((men)).", ["Tellin forest"]),
        ("Jets struck Sarmin village in Idlib Township. [[Two]] ((men)) died in the village.", ["Sarmin village"]),
        ("Fighting raged in Gaza near Rafah. [[Two]] ((men)) died in the territory.", ["Gaza"]),
        ("Mines killed [[two]] ((men)) in the Tellin area in Sarmin.", ["Tellin area"]),
        ("The Emergency Center of the ministry reported [[two]] ((men)) killed in Mazyr.", ["Mazyr"]),
        ("Shells killed [[two]] ((men)) in Israel on Israeli border communities.", ["Israel"]),
    ],
)  # fmt: skip
def test_who_stands_where(ask: Ask, text: str, places: list[str | None]) -> None:
    assert ask(text).places == places


@pytest.mark.parametrize(
    ("office", "place"),
    [
        ("Lebanese health authorities", "Lebanon"),
        ("the health ministry in Lebanon", "Lebanon"),
        ("Lebanese army officers", None),
    ],
)
def test_a_health_office_counts_the_dead_of_its_land(office: str, place: str | None) -> None:
    text = f"More than 3,100 people have been killed since October, according to {office}."
    assert find(Report(id="r", text=text, published="2024-12-01")).claims[0].place == place


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Mines killed [[two]] ((men)) in Orbo village of Tellin township.", ["Orbo village"]),
        ("Mines killed [[two]] ((men)) in the mainly Turkomen city of Tal Afar.", ["Tal Afar"]),
        ("Mines killed [[two]] ((men)) on the road between Abu Ghraib and Fallujah.", ["Abu Ghraib and Fallujah"]),
        ("A bomb went off in front of the town hall of Orbo town and killed [[two]] ((men)).", ["Orbo town"]),
        ("Mines killed [[two]] ((men)) at Kabul's interior ministry compound.", ["Kabul's interior ministry compound"]),
        ("Mines killed [[two]] ((men)) in Pulwama district of south Kashmir.", ["Pulwama district"]),
        ("Mines killed [[two]] ((men)) in Amran province near the capital, Sanaa.", ["Amran province"]),
        ("Mines killed [[two]] ((men)) in the Orbo town of the restless North Waziristan district.", ["Orbo town"]),
        ("Guns killed [[two]] ((men)) and wounded [[six]] ((others)) in Sadr City, and [[ten]] ((people)) died in Kazimiyah.", ["Sadr City", "Sadr City", "Kazimiyah"]),
        ("Zantella hospital was struck by a shell, killing [[two]] ((nurses)).", ["Zantella hospital"]),
        ("Rebels killed [[six]] ((soldiers)) in Deraa province and [[eight]] ((others)) in clashes in Damascus.", ["Deraa province", "Damascus"]),
        ("Guns killed [[two]] ((men)) in Herat. [[Ten]] ((people)) died on the way to a hospital in Tellin.", ["Herat", "Herat"]),
        ("Guns killed [[two]] ((men)) in Herat. They killed [[four]] ((men)), said Ali, a nurse at a clinic in Kabul.", ["Herat", "Herat"]),
        ("[[Four]] ((men)) were killed, said Ali, a nurse at a clinic in Kabul.", ["Kabul"]),
        ("Orbo borders the Tellin area, where gunmen stormed a camp. [[Nine]] ((people)) were killed in that assault.", ["Tellin area"]),
    ],
)  # fmt: skip
def test_places_by_the_words_around_them(ask: Ask, text: str, places: list[str | None]) -> None:
    assert ask(text).places == places
