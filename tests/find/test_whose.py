"""Whose the victims are and whether they bore arms where the report has to be read as a whole, on reports of our own."""

import pytest

from cenotaph.find import find
from cenotaph.model import Claim, Report


def claims(text: str) -> list[Claim]:
    return list(find(Report(id="r", text=text)).claims)


def sides(text: str) -> list[str | None]:
    return [claim.side for claim in claims(text)]


def roles(text: str) -> list[str]:
    return [claim.role for claim in claims(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fighting between the army and tribal militiamen in Kassala, Sudan, killed nine people.", [None]),
        ("Attacks in Mali, Niger and Burkina Faso killed 4,000 people in 2019, the UN said.", [None]),
        ("Separatist violence in Thailand has killed 3,100 people since 2004.", [None]),
        ("Some 2,900 people, mostly Taliban militants, were killed in Afghanistan this year.", [None]),
        ("The violence in Thailand killed 31 people on Monday.", ["Thailand"]),
        ("Israel's air force struck back at dawn. Six people were killed in Baalbek.", ["Lebanon"]),
        ("Armenia denied firing on Ganja. The missile killed 10 people.", ["Azerbaijan"]),
        (
            "A car bomb killed nine people in Qadisiya in Iraq. Another wounded two in Raqqa street.",
            ["Iraq"] * 2,
        ),
        (
            "Israel's offensive, launched to stop Hezbollah's rocket fire on northern Israel, killed 175 people.",
            ["Lebanon"],
        ),
        (
            "Doctors of the Iraqi capital's Yarmuk and Karama hospitals said six policemen were killed.",
            ["Iraq"],
        ),
        ("Israeli troops shot at three Hamas gunmen near the fence. Two were killed.", ["Hamas"]),
        (
            "The army attacked a FARC camp in Meta, Colombia. It killed six and captured two others.",
            ["FARC"] * 2,
        ),
        ("Four gunmen attacked a post in Quetta, Pakistan. Two of them were arrested.", [None]),
        ("Gunmen attacked a convoy of soldiers in Quetta, Pakistan. Two of them were killed.", ["Pakistan"]),
        (
            "Russian shelling killed four people in Kherson and Ukrainian drones killed two in Belgorod.",
            ["Ukraine", "Russia"],
        ),
        (
            "Israeli shelling in response to Hezbollah's attacks killed three Lebanese and wounded 36 others.",
            ["Lebanon"] * 2,
        ),
        (
            "Three British soldiers died in Helmand, Afghanistan. Six policemen were killed there.",
            ["United Kingdom", "Afghanistan"],
        ),
        ("A bomb in a club in Bali killed 202 people, 88 of them Australians.", [None, "Australia"]),
        ("A Turkish convoy was shelled in Idlib, Syria. Five soldiers were killed.", ["Turkey"]),
        ("The army and the rebels have sustained 20 casualties in San Salvador.", [None]),
        ("Reporters Without Borders counted 23 journalists killed since Syria's war began.", [None]),
        (
            "Indian shells killed three people in Pakistani-administered Kashmir, officials said.",
            ["Pakistan"],
        ),
        (
            "Boko Haram attacked Damasak, Nigeria. The army said it repelled them and killed 30.",
            ["Boko Haram"],
        ),
        (
            "The ambush killed nine men of the Israeli-backed South Lebanon Army militia.",
            ["South Lebanon Army"],
        ),
        (
            "Turkish troops pursued Kurdish rebels in northern Iraq; 20 were killed, the military said.",
            ["PKK"],
        ),
        ("Hezbollah confirmed that three members were killed in Lebanon.", ["Hezbollah"]),
        (
            "Palestinian gunmen opened fire at a checkpoint near Maale Adumim, killing one person. Two of the gunmen were shot dead.",
            ["Israel", "Palestine"],
        ),
        (
            "Turkey's defence ministry said 12 PKK militants had died in Iraq. It added that six soldiers had been killed.",
            ["PKK", "Turkey"],
        ),
        ("North Korean troops fighting in Kursk have lost 4,000 men.", ["North Korea"]),
        ("The TTP killed 16 soldiers at Makeen in Pakistan. Afghanistan condemned it.", ["Pakistan"]),
        (
            "In Iran's Gilan province nine people died in an Israeli strike on the town of Astaneh-ye Ashrafiyeh.",
            ["Iran"],
        ),
        (
            "Six men were arrested in Denmark over the blast in Newry, Northern Ireland, which hurt 11 people.",
            [None, "United Kingdom"],
        ),
        (
            "BOGOTA, 3 JUL 89 (RCN) -- THREE MASKED MEN BURNED A STATE BUS NEAR RIO NEGRO. TWO OF THEM WERE ARRESTED AFTER SHOOTING AT POLICEMEN.",
            [None],
        ),
        ("Some 40 hostages are held at a hotel in Bamako, Mali.", [None]),
        ("Malawi lost three soldiers, Uruguay one.", ["Malawi", "Uruguay"]),
        (
            "A soldier of the NATO-led force was shot in Afghanistan. A mine then killed two policemen.",
            ["NATO", "Afghanistan"],
        ),
        (
            "A child died in a Turkish hospital after shelling of Tadil village in Aleppo countryside. Two men were killed in Idlib.",
            ["Syria"] * 2,
        ),
        ("Bombardment by the regime and Russia killed nine people in Idlib.", ["Syria"]),
        ("Raids in Syria killed two people in the village of Sarja.", ["Syria"]),
        ("A South African aid worker was killed by gunmen in Yemen.", ["South Africa"]),
        ("Another hostage, French aid worker Luc Orb, was killed in the raid in Yemen.", ["France"]),
        (
            "Iraqi villagers attacked the militants and killed 19 of them. Islamic State had taken Hud.",
            ["Islamic State"],
        ),
        (
            "Ali Orb is a Mauritanian. He was kidnapped along with his colleague Sami Kass. Sami Kass, 29, a Lebanese national, filmed.",
            ["Lebanon"],
        ),
        (
            "Russia bombed a theatre in Mariupol. The city council said 2,400 people had been killed since then.",
            ["Ukraine"],
        ),
        (
            "The Observatory put the number of civilians killed since the offensive in Syria began at 71.",
            ["Syria"],
        ),
        ("Clashes over a well have left 14 people dead in eastern Chad.", [None]),
        ("Shelling on either side of the frontline in Ukraine killed nine people on Monday.", [None]),
        ("Six people were killed in Lagos, Nigeria, during clashes with police.", ["Nigeria"]),
        ("Dozens of soldiers on both sides of the main road were killed in Mali.", ["Mali"]),
        ("More than 40,000 people have been killed in Turkey since the group took up arms in 1984.", [None]),
        ("The war on Gaza has killed 40,000 people since October.", ["Palestine"]),
    ],
)
def test_dead_of_fighting_are_nobodys_those_of_an_attack_the_places(
    text: str, expected: list[str | None]
) -> None:
    assert sides(text) == expected


def test_a_count_with_its_attacker_is_nobodys_and_the_wounded_are_the_places() -> None:
    text = (
        "Seven people including a suicide bomber were killed and 20 wounded in Quetta, Pakistan, on Sunday."
    )
    assert sides(text) == [None, None, "Pakistan"]


def test_the_wounded_with_foreigners_among_them_are_nobodys() -> None:
    text = "A bomb wounded 30 people in Nairobi, Kenya. Four of the wounded were foreigners, a doctor said."
    assert sides(text) == [None, None]


def test_a_whole_whose_parts_are_told_by_nation_is_nobodys() -> None:
    text = (
        "A blast in Izmir, Turkey, killed 10 tourists on Monday. The bomber killed nine German and one Peruvian "
        "tourists at a cafe."
    )
    assert sides(text) == [None, "Germany", "Peru"]


def test_a_whole_whose_nations_are_told_below_is_nobodys() -> None:
    text = (
        "Gunmen killed 20 people at a cafe in Dhaka, Bangladesh. The army stormed it at dawn. They killed nine "
        "Italians and seven Japanese citizens."
    )
    assert sides(text) == [None, "Italy", "Japan"]


def test_suspects_are_nobodys_and_protesters_their_countrys() -> None:
    assert sides("Police in Madrid, Spain, arrested five people in connection with the bombing.") == [None]
    text = "Four students were killed and 50 people were arrested in protests in Caracas, Venezuela."
    assert sides(text) == ["Venezuela", "Venezuela"]


def test_recruits_of_a_group_are_the_groups() -> None:
    found = claims(
        "After the bombing police in Oslo arrested three men who they suspect were recruited by Boko Haram."
    )
    assert [(one.side, one.role) for one in found] == [("Boko Haram", "combatants")]


def test_a_gunman_named_is_nobodys_and_armed() -> None:
    text = "The gunman, identified as Peter Maddox, was killed by police in Denver, United States."
    assert [(one.side, one.role) for one in claims(text)] == [(None, "combatants")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops killed 12 insurgents in Idlib, Syria, on Friday.", ["Syrian rebels"]),
        ("Troops killed 12 terrorists in Idlib, Syria, on Friday.", [None]),
        (
            "The Nusra Front stormed a village. Troops killed 12 militants in Idlib, Syria.",
            ["al-Nusra Front"],
        ),
        ("Insurgents killed eight pro-government gunmen in Hama, Syria.", ["Syria"]),
        ("Jets killed 20 regime fighters in Syria after mistaking them for Islamic State.", ["Syria"]),
        (
            "Snipers killed nine Kurdish fighters of the YPG in Syria. The Kurds also lost four fighters.",
            ["YPG"] * 2,
        ),
        ("Gunmen shot five Alawite villagers near Homs in Syria.", ["Syria"]),
        ("A Texan was killed in a bombing in Rome, Italy.", ["United States"]),
    ],
)
def test_fighters_are_of_the_group_fought_and_peoples_of_their_country(
    text: str, expected: list[str | None]
) -> None:
    assert sides(text) == expected


def test_a_leaders_fighters_are_his_groups() -> None:
    text = "The founder of the Wagner Group accused Russia of letting dozens of his fighters be killed."
    assert sides(text) == ["Wagner"]


def test_strikes_of_a_state_do_not_kill_its_own() -> None:
    text = "Rockets killed two people in Haifa, Israel, and a raid killed six people in Gaza. Since then Israeli strikes have killed 90 people."
    assert sides(text) == ["Israel", "Palestine", "Palestine"]


def test_an_unnamed_country_takes_a_large_town() -> None:
    assert sides("A raid on Milis in Idlib, Syria, killed two children.") == ["Syria"]
    assert sides("Police in Denmark met. A bomb killed three people in Brussels in March.") == ["Belgium"]


def test_a_headline_tells_of_those_below_it() -> None:
    text = "Seventeen killed near Gao\n\nSeventeen Malian soldiers were killed near Gao on Monday."
    assert roles(text) == ["combatants", "combatants"]


def test_parts_of_both_kinds_in_a_list_make_a_mixed_whole() -> None:
    assert roles("Rebels in Mali killed 19 people, including nurses, guards and a clerk.")[0] == "mixed"
    text = "The raid killed at least 30 people in Mali. It killed 10 civilians and 15 soldiers."
    assert roles(text) == ["mixed", "civilians", "combatants"]
