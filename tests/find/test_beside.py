"""Whose people are counted beside others: foreigners, the beaten, groups in one breath, on reports of our own."""

import pytest

from cenotaph.find import find
from cenotaph.model import Report


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two Americans and three others were killed at a post in Amman, Jordan.", ["United States", None]),
        ("Two Israelis were killed and ten other people were wounded in Jerusalem.", ["Israel", "Israel"]),
        (
            "A rocket killed 11 children in Israel. It has rocked the town's Syrian Druze community.",
            ["Syria"],
        ),
        (
            "The guerrilla attack inflicted 48 casualties on the Danish troops and guerrillas in Denmark.",
            [None],
        ),
        (
            "A bomb killed 22 bystanders. The bomber had been in Libya, Britain's police in Leeds said.",
            ["United Kingdom"],
        ),
        (
            "Fighting between Syrian Democratic Forces and IS members near Tabqa, Syria, left 11 extremists dead.",
            ["Islamic State"],
        ),
        (
            "Ukrainian defenders eliminated 760 occupiers over the past day, the General Staff of the Armed Forces of Ukraine reported.",
            ["Russia"],
        ),
        ("Russia struck a market in Kupiansk. Two people were killed.", ["Ukraine"]),
        (
            "More than 400 bodies were exhumed from a mass grave in Izyum after the Russian retreat.",
            ["Ukraine"],
        ),
        ("Soldiers found the bodies of six hostages in Rafah, Gaza.", ["Israel"]),
        ("A child was killed in Aleppo in raids by Russian and Syrian jets.", ["Syria"]),
        ("Nusra, Daesh clash fiercely near Qara, Syria: 25 terrorists killed.", [None]),
        (
            "France prepares the feast. In 1996 a bomb killed one woman at the Atlanta Games.",
            ["United States"],
        ),
        ("Carla Henning was shot dead at her home, Lancashire's Chief Constable said.", ["United Kingdom"]),
        (
            "A raid hit Salma in Syria. At least six of those killed were Syrian rebel fighters.",
            ["Syrian rebels"],
        ),
        ("The rebel offensive launched on Saturday in El Salvador has left more than 600 dead.", [None]),
        ("Four people were killed in a clash between policemen and civilians in Lima, Peru.", ["Peru"]),
        ("Rebels hit a pro-regime militia's post in Homs, Syria, killing five militiamen.", ["Syria"]),
        (
            "In Hit, Syria, raids killed 70 ISIL terrorists. All is well. Jets hit posts of Jaish al-Islam. Seven terrorists died.",
            ["Islamic State", "Jaish al-Islam"],
        ),
        (
            "Raids in Hit, Syria, killed dozens of Daesh terrorists, especially from Denmark.",
            ["Islamic State"],
        ),
        ("The rebel offensive in El Salvador has already resulted in hundreds of casualties.", [None]),
        (
            "Three members of the MRTA died in Lima, Peru. A clash ensued, and Juan Roe, Cesar Poe, and Ernesto Doe were killed.",
            ["MRTA", "MRTA", "MRTA", "MRTA"],
        ),
        (
            "At least 12 people were killed when a rocket hit a village in the Israeli-controlled Golan Heights.",
            [None],
        ),
        (
            "Four Hezbollah members died in Syria. Dozens of fighters were killed in clashes outside Aleppo.",
            ["Hezbollah", None],
        ),
        (
            "The group hit neighbours Iraq and Syria. Those attacks killed 2,150 people, a report says.",
            [None],
        ),
        (
            "The Pakistani Taliban claimed the assault in Charsadda, Pakistan. It is over. Four gunmen were killed.",
            ["Pakistani Taliban"],
        ),
        (
            "Members of the Peruvian army died in this criminal attack: Captain Jose Roe and Carlos Poe.",
            ["Peru", "Peru"],
        ),
        ("Israel struck Rafah. Twelve people were killed.", ["Palestine"]),
        (
            "Syrian troops repelled a rebel offensive near Aleppo, Syria, killing 40 attackers.",
            ["Syrian rebels"],
        ),
        (
            "Islamic State claimed the attack in Jakarta, Indonesia. Seven people were killed, and five of them were the attackers.",
            [None, "Islamic State"],
        ),
        ("Israel killed the head of Hamas in Beirut, Saleh Roe, in a drone strike.", ["Hamas"]),
        (
            "CLANDESTINE (RADIO VENCEREMOS) -- THE ENEMY SUFFERED 120 CASUALTIES IN SAN MIGUEL IN EL SALVADOR.",
            ["El Salvador"],
        ),
        ("Al Shabaab overran a Kenyan base in Somalia. More than 100 soldiers were killed.", ["Kenya"]),
        (
            "Three Ukrainian soldiers were killed in the east, Kiev said. Rebels said two of their men were killed.",
            ["Ukraine", "pro-Russian separatists"],
        ),
        ("Gunmen killed a number of Western hostages in Raqqa, Syria.", [None]),
        ("Carl Roe, brother of Venezuela's first lady, was kidnapped in Colombia.", ["Venezuela"]),
        ("Ann Roe, a member of the Guatemalan Liberal Party, was killed in El Salvador.", ["Guatemala"]),
        ("Since then more than 250,000 people have been killed across Syria.", [None]),
        ("Syria denies a gas attack the United States says killed 1,400 people in Damascus.", ["Syria"]),
        (
            "A blow to the militant group Islamic State. Jets in Iraq killed Abu Roe, a senior leader, and Abu Poe.",
            ["Islamic State", "Islamic State"],
        ),
        (
            "A Dane was killed and nine other people were wounded in Oslo, Norway. Four of the wounded had burns.",
            ["Denmark", None, None],
        ),
        (
            "An ambush in Mali killed six Danish soldiers and left four others wounded.",
            ["Denmark", "Denmark"],
        ),
        ("A bomb exploded in Izmir, Turkey. Nine of the 31 wounded were Danes.", ["Denmark", None]),
        ("A bomb exploded in Izmir, Turkey. One of the wounded was a U.S. cook.", ["United States"]),
        ("A BOMB EXPLODED IN LIMA, PERU. ONE OF THE CLERKS WOUNDED WAS A U.S. COOK.", ["United States"]),
        (
            "A bomb exploded in Izmir, Turkey. The two wounded clerks are U.S. citizen Ann Roe and Swedish cook Eva Lind.",
            [None],
        ),
        ("The attack in Bamako killed 20 people. Seven of the dead were Danes.", [None, "Denmark"]),
        ("Sudan has been at war since 2023. Since then thousands of people have died.", [None]),
        ("After the attack in Manchester that killed 22 people, Spain raised its alert.", ["United Kingdom"]),
        ("Nine died in Dallas. The gunman was a veteran who had served in Iraq.", ["United States"]),
        ("IN PERU THREE MEMBERS OF THE SHINING PATH WERE KILLED.", ["Shining Path"]),
        ("An attack in Oslo killed nine people, among them citizens of Mali and Chad.", [None]),
        ("An attack in Oslo killed nine people. The dead were of Malian and Chadian origin.", [None]),
        ("An attack left 22 dead, 17 of them foreign tourists, in Tunis.", [None, None]),
        ("Gunmen ambushed a UN convoy in Darfur, killing seven peacekeepers.", ["United Nations"]),
        ("Iran executed three Kurdish prisoners on Sunday.", ["Iran"]),
        ("A Dutch F-16 killed 70 civilians in Hawija, the ministry said.", ["Iraq"]),
        ("The US-led coalition acknowledged killing 33 civilians in Raqqa, Syria.", ["Syria"]),
        ("A drone killed a Danish worker and his two sons in Lebanon.", ["Denmark", "Denmark"]),
        ("The 9/11 attacks killed nearly 3,000 people, and Chad denies any role.", ["United States"]),
        ("Danish hostage Kay Roe was killed in a raid on Raqqa in Syria.", ["Denmark"]),
        (
            "The Islamic State gave no details. The militant, Omar Roe, hid in Syria. Mr. Roe was killed there.",
            ["Islamic State"],
        ),
    ],
)
def test_whose_people_beside_others_are(text: str, expected: list[str | None]) -> None:
    assert [claim.side for claim in find(Report(id="r", text=text)).claims] == expected
