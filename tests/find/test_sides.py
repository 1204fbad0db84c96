"""Whose people the victims are, on sentences of our own."""

from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Shells killed [[nine]] ((Kenyan soldiers)) on Monday.", "Kenya"),
        ("The strike killed [[six]] ((Hezbollah fighters)) in a valley.", "Hezbollah"),
        ("[[Two]] ((French nationals)) died when the truck hit a mine in Niger.", "France"),
        ("Norway said [[two]] of its ((citizens)) were killed in the raid.", "Norway"),
        ("Moscow admitted it had lost [[sixty-three]] men there.", "Russia"),
        ("Among the wounded was [[one]] ((officer)) from Ghana.", "Ghana"),
        ("A car bomb in Baghdad killed [[eleven]] ((people)) near a bakery.", "Iraq"),
        ("Russian shelling killed [[four]] ((people)) in the Ukrainian city of Nikopol.", "Ukraine"),
        ("The IDF announced the deaths of [[nine]] ((soldiers)) in the Gaza Strip.", "Israel"),
        ("Kenya's military confirmed that [[five]] ((troops)) died in Somalia.", "Kenya"),
        ("The Pentagon named [[three]] ((soldiers)) killed in Jordan.", "United States"),
        ("The Saudi army said it had killed [[nine]] ((soldiers)) in Sanaa, Yemen.", "Yemen"),
        ("Fighters of al-Shabaab said they shot [[six]] ((soldiers)) in Somalia.", "Somalia"),
        ("A medic told The Irish Times that [[nine]] ((people)) had died in Oran, Algeria.", "Algeria"),
        ("Troops shot [[twelve]] ((M23 rebels)) near Sake.", "M23"),
        ("[[Thirty]] ((members of the US military)) died in Iraq.", "United States"),
        (
            "More than [[nine hundred]] ((people)) died in Israeli strikes on Lebanon during the war.",
            "Lebanon",
        ),
        ("Fighters stand among [[nine]] ((bodies)) in Mali. This time the victims were Russians.", "Russia"),
        ("Shelling in Oran, Algeria, killed [[six]] ((people)) amid clashes between two clans.", "Algeria"),
        ("[[Six]] ((people)) died in blasts at a Russian airbase in Crimea, Ukraine.", "Russia"),
        ("An attack on aid workers in Mali hit a U.S. volunteer called {{Scott}}.", "United States"),
        ("All [[five]] ((people)) on board a Russian military helicopter died over Syria.", "Russia"),
        ("[[Nine]] ((members of IS)) died in a strike in Syria.", "Islamic State"),
        ("Jets struck Al-Bukamal in Syria near the Iraqi border and killed [[nine]] ((civilians)).", "Syria"),
        ("Protests in Uganda follow those in Kenya where [[fifty]] ((people)) were killed.", "Kenya"),
        ("A Baltimore police officer is charged with the murder of {{Fred Gay}}.", "United States"),
        ("Jets flown by Syrian and Russian forces killed [[9]] ((people)) in Ashara, Syria.", "Syria"),
        ("Shells hit a clinic in a Russian-held part of Georgia and killed [[six]] ((patients)).", "Georgia"),
        ("Fighting spread after a bombing that killed [[37]] ((people)) in Ankara, Turkey.", "Turkey"),
        ("Gunmen seized {{Ana Diaz}}, a secretary at the Cuban embassy in Chile.", "Cuba"),
        ("Masked men hold [[two]] ((diplomats)) in Chile. The Cuban embassy stays shut.", "Cuba"),
        ("The group said it had executed {{John Hale}} a US aid worker in Syria.", "United States"),
        (
            '{{Jose Rojas}} ("Lucho"), third in command of the Shining Path group, died in Peru.',
            "Shining Path",
        ),
        ("[[Thirty]] ((US-backed Somali troops)) were killed in the ambush.", "Somalia"),
        ("Guerrillas shot dead [[two]] ((policemen)) in Lurgan, Northern Ireland.", "United Kingdom"),
        ("The IRA shot dead [[two]] ((policemen)) in Lurgan, Northern Ireland.", "United Kingdom"),
        ("[[Ten]] ((members of Iran's Revolutionary Guards)) died in Damascus.", "Iran"),
        ("[[Eight]] ((soldiers of Peru's 2nd brigade)) surrendered.", "Peru"),
        ("Oman reported that a mine killed [[six]] ((soldiers)) on its coast.", "Oman"),
        ("[[Nine]] ((communist guerrillas)) were killed in the Philippines.", "NPA"),
        ("[[Nine]] ((Maoist guerrillas)) were killed in Peru.", "Shining Path"),
        ("[[Five]] ((people)) were hurt in Tripoli, Lebanon, in an hour.", "Lebanon"),
        ("[[Nine]] ((policemen)) died at the Danish embassy in Kabul, Afghanistan.", "Afghanistan"),
        ("[[Six]] ((people)) died in Sumy, Ukraine, after rockets from Russia hit a street.", "Ukraine"),
        ("[[Ten]] ((soldiers)) died in southern Niger near the Mali border.", "Niger"),
        ("The ambush brings the U.S. military toll to [[900]] since the invasion of Iraq.", "United States"),
        ("[[Four]] ((tribal fighters)) were killed by Boko Haram in Chad.", "Chad"),
        (
            "Israeli troops shot a boy in Jenin. The army said [[two]] of its ((soldiers)) were hurt.",
            "Israel",
        ),
        (
            "Haftar's LNA said a Turkish drone killed [[three]] of its ((soldiers)) in Libya.",
            "Libyan National Army",
        ),
        ("Pakistan said Indian missiles killed [[nine]] ((civilians)).", "Pakistan"),
        ("Officials in Chad put the number of Boko Haram militants killed at [[900]].", "Boko Haram"),
        ("Sandinista troops killed [[29]] ((contras)) in Jinotega, Nicaragua.", "Contras"),
        ("Shebab gunmen fled and [[nine]] ((Shebab fighters)) died in Somalia.", "al-Shabaab"),
        ("[[Nine]] ((fighters of the Islamic State in West Africa Province)) died.", "ISWAP"),
        (
            "A BOMB UNDER THE CAR OF THE DEPUTY KILLED [[TWO]] ((PEOPLE)) IN CALI, COLOMBIA, officials said.",
            "Colombia",
        ),
        ("[[Nine]] ((foreign soldiers)) died in Kabul, NATO said.", "NATO"),
        ("The ISAF (NATO) lost its [[nine]] ((servicemembers)) in Afghanistan.", "NATO"),
        ("The enemy lost [[30]] ((servicemen)), Ukraine's armed forces said.", "Russia"),
        ("[[Two]] ((Danish militants)) affiliated to Hezbollah were shot.", "Hezbollah"),
        ("[[One]] of the dead was a fighter of Hezbollah, a medic in Beirut said.", "Hezbollah"),
        (
            "“[[Five]] of my ((soldiers)) fell, we pursue the NPA,” a general said in the Philippines.",
            "Philippines",
        ),
        ("The Chilean Defence Ministry published the names of [[nine]] ((people)) in Iraq.", "Chile"),
    ],
)
def test_the_side_is_read_from_the_sentence(ask: Ask, text: str, side: str) -> None:
    assert ask(text).sides == [side]


@pytest.mark.parametrize(
    "text",
    [
        "The clashes killed [[forty]] ((people on both sides)).",
        "[[Twelve]] ((Malian and Nigerien soldiers)) died in the ambush.",
        "Eight died as fighting raged between Armenia and Azerbaijan and [[ninety]] ((people)) were hurt.",
        "The war has killed [[half a million]] ((people)).",
        "[[Five]] ((foreigners)) were found dead in Mali.",
        "Gunmen in Dhaka, Bangladesh, killed [[20]] ((customers)), including Italians and Indians.",
        "[[Two]] ((people)) were shot dead as they attacked a police station in Perm, Russia.",
        "In Quito, Ecuador, [[six]] ((Jesuits)) -- five Spaniards and one Peruvian -- were murdered.",
        "{{Omar Rashid}}, who was shot dead by police after a two-hour siege in Utah, United States, was ill.",
        "Fighting spread to Kabul, Afghanistan. [[Six]] ((people)) died. The dead include both Afghans and Nepalese.",
        "[[Five]] ((foreign contractors)) were found dead in Mali.",
        "[[Five]] ((soldiers)) from other nations died in Mali.",
        "[[Two]] ((militants)) died in Kashmir, India. Hizbul Mujahideen was silent; their affiliation was not known.",
        "Fighting between the army and MILF killed [[25]] ((combatants)) in the Philippines.",
    ],
)
def test_several_sides_or_none_are_nobody(ask: Ask, text: str) -> None:
    scope = "cumulative" if "war" in text else "incident"
    assert ask(text, scope=scope).sides == [None]


def test_a_new_attack_does_not_go_on_with_the_fighters_told_before(ask: Ask) -> None:
    text = "Tribesmen shot [[four]] ((Islamic State fighters)) near Hit. A suicide bomber in Erbil, Iraq, left [[six]] dead."
    assert ask(text).sides == ["Islamic State", "Iraq"]


def test_those_who_are_taken_back_are_the_takers(ask: Ask) -> None:
    text = "Armenia has received [[thirty]] ((bodies of soldiers)) from Azerbaijan."
    assert ask(text, harm="bodies").sides == ["Armenia"]


def test_others_share_the_side_of_those_before(ask: Ask) -> None:
    assert (
        ask("The blast killed [[two]] ((Turkish soldiers)) and wounded [[seven]] ((others)).").sides
        == ["Turkey"] * 2
    )


def test_a_part_is_of_its_wholes_side_unless_it_names_another(ask: Ask) -> None:
    text = "Gunmen killed [[nine]] ((tourists)) in Mali. [[Four]] ((of them)) were from Spain."
    assert ask(text).sides == ["Mali", "Spain"]


def test_a_whole_that_counts_foreigners_too_is_nobodys(ask: Ask) -> None:
    text = "Gunmen killed [[nine]] ((people)) at a lodge in Kenya. [[Two]] ((Danish nationals)) were among the dead."
    assert ask(text).sides == [None, "Denmark"]


def test_a_dead_foreigner_of_an_attack_elsewhere_is_none_of_them(ask: Ask) -> None:
    text = (
        "[[Six]] ((people)) died in Israeli air strikes on a Yemeni port, a day after an attack killed "
        "[[one]] ((Israeli)) in Tel Aviv."
    )
    assert ask(text).sides == ["Yemen", "Israel"]


def test_those_killed_beside_the_wounded_of_a_group_are_its_too(ask: Ask) -> None:
    text = "Troops killed [[28]] and wounded [[30]] ((Boko Haram fighters)) in Nigeria."
    assert ask(text).sides == ["Boko Haram", "Boko Haram"]


def test_rebels_are_of_the_group_that_the_sentence_names(ask: Ask) -> None:
    text = "Troops fought the Lord's Resistance Army near the river and killed [[eight]] ((rebels))."
    assert ask(text).sides == ["LRA"]


def test_rebels_of_many_groups_go_by_their_country(ask: Ask) -> None:
    assert ask("[[Nine]] ((rebel fighters)) died in an air strike near Idlib in Syria.").sides == [
        "Syrian rebels"
    ]


def test_attackers_whom_nothing_names_are_nobodys(ask: Ask) -> None:
    assert ask("Police in Nairobi shot [[two]] ((attackers)) dead.").sides == [None]


def test_soldiers_without_a_nation_are_of_the_place(ask: Ask) -> None:
    assert ask("A mine killed [[three]] ((soldiers)) near Maiduguri in northern Nigeria.").sides == [
        "Nigeria"
    ]


def test_a_toll_goes_on_with_the_dead_told_before(ask: Ask) -> None:
    text = "Kyiv put the number of ((Russian troops)) killed at [[9,000]]. An analyst puts the toll at [[4,000]]."
    first = text.replace(
        "the number of ((Russian troops)) killed at [[9,000]]", "the Russian dead at [[9,000]]"
    )
    assert ask(first, scope="cumulative").sides == ["Russia", "Russia"]


def test_a_person_whom_a_group_mourns_is_its_own(ask: Ask) -> None:
    text = (
        "A drone killed {{Karim Rashid}} in Tyre, Lebanon. Hezbollah declined to confirm the death of Rashid."
    )
    assert ask(text).sides == ["Hezbollah"]


def test_a_named_person_is_of_the_group_led(ask: Ask) -> None:
    text = "{{Omar Haddad}}, a Lebanese citizen and a leader of Hamas, died in a strike. The group mourned {{Haddad}}."
    assert ask(text).sides == ["Hamas", "Hamas"]


def test_capitals_and_lost_apostrophes_are_read_too(ask: Ask) -> None:
    assert ask("BOGOTA, 3 MAY 90 (EFE) -- [TEXT] [[TWO]] ((SALVADORAN NUNS)) WERE KILLED.").sides == [
        "El Salvador"
    ]
    assert ask("Shelling killed [[two]] ((children)) in Syrias Damascus on Friday.").sides == ["Syria"]


def test_a_turn_of_phrase_is_read_across_the_end_of_a_line(ask: Ask) -> None:
    lines = (
        "GUATEMALA CITY, 3 MAY 90 (XYZ) -- [TEXT] THE POLICE HAVE REPORTED THAT",
        "UNIDENTIFIED GUNMEN IN THE CAPITAL TODAY KIDNAPPED {{ERIC HALE JR}}, A",
        "U.S.  CITIZEN WHO HAD LIVED IN THE COUNTRY FOR TEN YEARS AND WHOSE WIFE",
        "OWNS A SHOP NEAR THE CATHEDRAL.  NOBODY HAS CLAIMED THE KIDNAPPING SO FAR.",
    )
    assert ask("\n".join(lines)).sides == ["United States"]


def test_a_given_name_is_no_country(ask: Ask) -> None:
    text = "Deputy {{Jordan Whitfield}} was shot dead near Dallas, police in the United States said."
    assert ask(text).sides == ["United States"]


def test_the_words_that_tell_the_side_are_kept(ask: Ask) -> None:
    answers = ask("Shells killed [[nine]] ((Kenyan soldiers)) on Monday.")
    span = answers.whose[0].span
    assert answers.context.text[span.start : span.end] == "Kenyan"
    assert answers.whose[0].rule == "side-said"


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Troops fought the ADF, which pledged allegiance to Islamic State, in Congo. [[12]] ((rebels)) died.",
            ["ADF"],
        ),
        (
            "A mine killed [[four]] ((Chadian peacekeepers)) and wounded [[nine]] ((other peacekeepers)).",
            ["Chad"] * 2,
        ),
        ("The UN said [[two]] ((blue helmets)) died. The Kenyan peacekeepers were on patrol.", ["Kenya"]),
        (
            "[[Two]] ((volunteers)) from Chile, {{Ann Roe}} and a friend, were killed in Ukraine.",
            ["Chile"] * 2,
        ),
        (
            "The attack on the camp in Mali left [[nine]] dead and [[four]] dead on the enemy's side, the army said.",
            ["Mali", None],
        ),
        (
            "[[Four]] ((Danish contractors)) died in Iraq. A mob burned the cars of [[two]] ((contractors)).",
            ["Denmark"] * 2,
        ),
        (
            "[[Four]] ((people)) died in Haifa, Israel said. In Iran's Gilan province [[nine]] ((people)) died in an Israeli strike on the town of Orboyeh.",
            ["Israel", "Iran"],
        ),
    ],
)
def test_the_sides_of_several_counts_are_read_together(ask: Ask, text: str, sides: list[str | None]) -> None:
    assert ask(text).sides == sides
