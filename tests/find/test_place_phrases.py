"""Where the people of a count were harmed: turns of phrase by which desks name a place, or name none."""

from collections.abc import Callable
from typing import Any

import pytest

from cenotaph.find.finder import find
from cenotaph.model import Report

Ask = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The toll of the strike on Urum al-Tellin rose as [[three]] ((men)) died.", ["Urum al-Tellin"]),
        ("The strike on al-Orbani killed [[three]] ((men)). Ali al-Orbani led a group.", [None]),
        ("Fighters infiltrated Zantella in Aleppo province, killing [[18]] ((men)).", ["Zantella"]),
        ("A jet dropped two bombs on Zantella, killing [[two]] ((men)).", ["Zantella"]),
        ("Troops retook Zantella, killing [[two]] ((men)).", ["Zantella"]),
        ("Guards died in the blast, which killed [[ten]] ((men)). That cut off ISs main road.", [None]),
        ("[[Two]] ((men)) were shot dead near 5th Avenue.", ["5th Avenue"]),
        ("[[TWO]] ((BODIES)) WERE FOUND SHOT IN THE UNITED NATIONS PARK, 22 KM SOUTH OF GUATEMALA CITY.", ["UNITED NATIONS PARK"]),
        ("Rebels ambushed a patrol near Zantella village, on the border of Sukma district, killing [[two]] ((men)).", ["Zantella village"]),
        ("A bomb ripped through Quetta's Zantella market, killing [[two]] ((men)).", ["Zantella market"]),
        ("The bombing of Aleppo Encouraged by silence killed [[two]] ((men)).", ["Aleppo"]),
        ("Mines killed [[two]] ((men)) in Dantewada district of Chhattisgarh state.", ["Dantewada district"]),
        ("Mines killed [[two]] ((men)) near the Line of Control in Baramulla.", ["Baramulla"]),
        ("[[Two]] ((men)) died in an air raid, residents of Khost said.", ["Khost"]),
        ("A bomb killed [[two]] ((men)) in the Afghan capital on Monday.", ["Afghan capital"]),
        ("QUETTA, Pakistan — A bomb killed [[two]] ((men)) in the provincial capital.", ["QUETTA"]),
        ("PESHAWAR: A blast inside a mosque killed [[59]] ((people)).", ["PESHAWAR"]),
        ("PESHAWAR: A blast in Hangu killed [[59]] ((people)).", ["Hangu"]),
        ("A sniper shot [[five]] ((Dallas police officers)) in July.", ["Dallas"]),
        ("The murder of {{Ann Li}}, head of the Orbo party, in Kandahar on 12 May.", ["Kandahar"]),
        ("Clashes in different parts of the country killed [[29]] ((rebels)). [[One]] ((man)) died in Herat.", [None, "Herat"]),
        ("A school bombing in Homs killed [[39]] ((people)). A like one in Raqqa killed [[twelve]] in May. The mayor gave a toll of [[31]] ((dead)) for the attack.", ["Homs", "Raqqa", "Homs"]),
        ("A raid killed [[18]] ((men)) in Idlib province. Earlier this week a raid hit Zantella town in Idlib province.", ["Idlib province"]),
        ("Jets bombed Douma district, killing [[13]] ((men)). Planes hit homes in the neighbourhoods of Orbo al-Bab and Zantella.", ["Douma district"]),
        ("A bomb killed [[two]] ((men)) near the Zantella border crossing.", ["Zantella border crossing"]),
        ("The group, which relies on activists inside Syria, said a raid on Zantella town killed [[two]] ((men)).", ["Zantella town"]),
        ("The rebels, formed in Uganda before the war, killed [[two]] ((men)).", [None]),
        ("Work by the Centre for Orbo Studies at King's College in London, which counts fighters, suggests that [[two]] ((men)) died.", [None]),
        ("The decade-long conflict has killed [[36,000]] ((people)) and driven others from homes in northeast Nigeria.", ["northeast Nigeria"]),
        ("Rebels shot [[four]] ((men)) in the south of Thailand. [[One]] trader died in Songkhla. Gunmen shot [[one]] ((man)) dead in Narathiwat. They killed [[two]] ((men)) in Yala province.", ["Thailand", "Songkhla", "Narathiwat", "Yala province"]),
        ("A [[guard]] was hurt in southern Bogota. The blast took place in Olaya neighbourhood on the corner of 14th Avenue in southern Bogota.", ["Olaya neighbourhood"]),
        ("A suicide bomber killed [[four]] ((people)) in the Assad clans hometown.", [None]),
        ("The toll of a blast in Blast Targeting Evacuees rose: [[two]] ((men)) died.", [None]),
        ("Raids in the Zantella region of central Syrias besieged Homs province killed [[two]] ((men)).", ["Zantella region"]),
        ("Patrols in Tellin should counter a push that has killed [[two]] ((men)) in several actions throughout the country.", [None]),
        ("[[Two]] ((men)) were killed 50km Northeast of Aleppo city.", ["Aleppo city"]),
        ("Rockets hit Orbo al-Zahra and al-Tellin neighborhoods in Aleppo city, killing [[two]] ((men)).", ["Orbo al-Zahra and al-Tellin neighborhoods"]),
        ("[[Two]] ((men)) died on the bank of the Euphrates river. Others hid in Iraq.", ["Euphrates river"]),
        ("A crowd that watched Bastille Day fireworks was hit in Nice, killing [[two]] ((men)).", ["Nice"]),
        ("[[Nineteen]] ((people)) were killed near the Syrian capital, after gas left [[dozens]] dead in the town of Khan Sheikhun.", ["Syrian capital", "Khan Sheikhun"]),
        ("A raid on the Japanese ambassador's residence ended. Later [[two]] ((men)) were killed in the raid, Lima said.", ["Japanese ambassador's residence"]),
        ("They were freed from the Japanese ambassador's residence in Lima. [[Two]] ((men)) died on a floor of the residence.", ["Japanese ambassador's residence"]),
        ("Guns killed [[two]] ((men)) in a town near Fallujah. The attack took place in Ameriyat al-Fallujah town.", ["Ameriyat al-Fallujah town"]),
        ("Bombs killed [[seven]] ((people)) in southeastern Chittagong and northeastern Gazipur.", ["southeastern Chittagong and northeastern Gazipur"]),
        ("A bomb at Chittagong court building killed [[two]] ((men)).", ["Chittagong court building"]),
        ("A bomb exploded in Pakistan's tribal region and killed [[two]] ((men)).", ["Pakistan's tribal region"]),
        ("A boy died, said a report in the Orbo Zantella daily. [[Two]] ((men)) were killed.", [None]),
        ("[[One]] ((man)) died in an attack on civilians in al- Zantella. The attack was said to be grave.", ["al- Zantella"]),
        ("The toll has since risen in Herat, where [[two]] ((men)) died.", ["Herat"]),
    ],
)  # fmt: skip
def test_phrases_that_name_a_place(ask: Ask, text: str, places: list[str | None]) -> None:
    assert ask(text).places == places


def test_who_is_held_by_a_countrys_police_is_held_there() -> None:
    text = "Two women detained by Lebanese authorities are sisters of men convicted of bombings in Iraq."
    assert [claim.place for claim in find(Report(id="r", text=text)).claims] == ["Lebanon"]


def test_a_person_did_not_die_where_others_of_the_sentence_did() -> None:
    text = "The execution of Ali Omar was wrong. Hours after Omar's hanging a bomb killed 31 people in Kufa."
    assert [claim.place for claim in find(Report(id="r", text=text)).claims] == [None, "Kufa"]


def test_a_figure_of_no_place_has_that_of_the_same_told_above() -> None:
    text = "The owner of a cinema in Aurora where 12 people were killed spoke. Last summer he was found guilty of killing 12 people."
    assert [claim.place for claim in find(Report(id="r", text=text)).claims] == ["Aurora", "Aurora"]
