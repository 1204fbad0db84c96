"""Where harm was done, on sentences of our own."""

from collections.abc import Callable
from typing import Any

import pytest

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
        "The General Staff in Kyiv wrote of [[two]] ((dead)).",
        "LIMA, 17 APR 89 (EFE) -- [TEXT] THE POLICE SAID [[TWO]] ((MEN)) WERE KILLED.",
        "A doctor at Nasser Hospital said that [[two]] ((people)) were killed.",
        "Strikes killed [[two]] ((people)), according to the health ministry in Gaza.",
        "A source at Homs Governorate said that [[two]] ((people)) were killed.",
        "[[Two]] ((guards)) were shot as police fought crowds in the streets of Dhaka and other cities.",
        "[[Two]] ((pilots)) were killed in Russia's war.",
        "[[Two]] ((people)) were killed as tensions rose between Moscow and the mayors.",
        "The Pentagon said [[two]] ((men)) were killed, the Washington Post reported.",
        "Bombs turned streets in two African capitals into rubble. At least [[75]] people were killed.",
        "In a war pitting Moslem rebels against the army [[nine]] people were killed.",
    ],
)
def test_speakers_wars_homes_and_datelines_are_no_places(ask: Ask, text: str) -> None:
    scope = "incident" if "[[Two]]" in text or "[[two]]" in text or "[[TWO]]" in text else "cumulative"
    assert ask(text, scope=scope).places == [None]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gunmen killed [[a]] ((judge)) in Quetta on Monday.", "Quetta"),
        ("Rebels abducted [[two]] ((correspondents)) in Mosul.", "Mosul"),
        ("The army killed [[nine]] ((rebels)), a spokesman told a reporter in Quetta.", None),
    ],
)
def test_whoever_is_harmed_speaks_from_nowhere(ask: Ask, text: str, place: str | None) -> None:
    assert ask(text).places == [place]
