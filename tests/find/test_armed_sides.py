"""Whose the armed victims are, and that who strikes is not who dies, on reports of our own."""

import pytest

from cenotaph.find import find
from cenotaph.model import Report


def sides(text: str) -> list[str | None]:
    return [claim.side for claim in find(Report(id="r", text=text)).claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The army shelled Daesh posts near Hit, Iraq, inflicting dozens of casualties on the terrorists.",
            "Islamic State",
        ),
        ("Troops fought Boko Haram near Bama. Nine members of the group were killed.", "Boko Haram"),
        ("ELN rebels held a bridge in Colombia. The rebel group lost 14 men.", "ELN"),
        ("Six members of the self-styled Popular Liberation Army were killed near Cali in Colombia.", "EPL"),
        (
            "Abu Omar and six members of the terrorist group were shot. Troops fight Islamic State in Hit, Iraq.",
            "Islamic State",
        ),
        (
            "A blast in Rome, Italy, killed nine people and two of the attackers. Islamic State claimed responsibility.",
            "Islamic State",
        ),
        ("A blast in Rome, Italy, killed two bombers. No group claimed responsibility. ETA is quiet.", None),
        (
            "Clashes among Ahrar al-Sham and Jaish al-Islam fighters in Idlib, Syria, killed 50 militants.",
            None,
        ),
        ("The battle killed 15 men in the ranks of Ahrar al-Sham near Idlib, Syria.", "Ahrar al-Sham"),
        (
            "Russia's losses are a secret. Around 900 soldiers were killed or wounded in Ukraine in May.",
            "Russia",
        ),
        ("Kenya handed over 24 bodies of fallen soldiers to Somalia.", "Somalia"),
        (
            "The armies held a swap, with 300 bodies returned to Kenya and 40 bodies returned to Somalia.",
            "Somalia",
        ),
        (
            "Rebels stepped over a dozen bodies in northern Mali. This time the victims were Chileans.",
            "Chile",
        ),
        ("Jets killed 20 members of the so-called Free Syrian Army near Hama, Syria.", "Free Syrian Army"),
        (
            "Hezbollah has not yet confirmed the killing of Fuad Roe in Beirut. He was an adviser to the group's chief.",
            "Hezbollah",
        ),
        (
            'Carl Roe ("Pedro"), third in command of the FARC, died in a clash with police in Cali, Colombia.',
            "FARC",
        ),
        (
            "Liwa al-Saiqa lost a village. Troops killed 12 fighters of Liwa al-Saiqa in Aleppo, Syria.",
            "Liwa al-Saiqa",
        ),
        ("Two men were shot dead as they stormed a police post in Kazan, Russia.", None),
        ("One man died in Crimea and four were wounded in blasts at a Russian airbase.", "Russia"),
        (
            "Troops killed nine ISIS militants in Hit, Iraq, reportedly including one of Chilean nationality.",
            "Islamic State",
        ),
        (
            "Clashes in Sirte, Libya, with Islamic State wounded nine fighters from the GNA-backed brigades.",
            "Libya",
        ),
        ("Jets killed 20 opposition fighters in Douma near Damascus.", "Syrian rebels"),
        (
            "YPG fighters took a town near Hit, Iraq, killing 16 jihadists. Islamic State had held it for a year.",
            "Islamic State",
        ),
        (
            "The army of Syria struck the Islam Brigade in rural Damascus, killing one of its commanders.",
            "Islam Brigade",
        ),
        (
            "Lance Cpl. Carl Roe, 22, of Lewiston, Idaho, was killed by a bomb in Helmand, Afghanistan.",
            "United States",
        ),
        (
            "Israel announced the death of Omar Roe. A raid in Rafah had targeted another Hamas commander.",
            "Hamas",
        ),
        ("The army ambushed a terrorist group near Homs in Syria, killing 12 of its members.", None),
        ("Rebel losses in Colombia reached 14. The army suffered six dead. FARC said nothing.", "Colombia"),
        ("The Russian army in Ukraine lost 1,130 soldiers over the day.", "Russia"),
        (
            "Separatists said four of their fighters had been killed near Sloviansk, Ukraine.",
            "pro-Russian separatists",
        ),
        ("Kadyrov admitted that 23 Chechen fighters died in shelling near Kherson, Ukraine.", "Russia"),
        ("Islamic State beheaded three peshmerga fighters near Mosul, Iraq.", "Peshmerga"),
        (
            "Nine fighters and two soldiers of Iraq died near Baiji when Islamic State launched car bombs.",
            "Iraq",
        ),
        ("Six Hezbollah fighters were hit in the Bekaa, Lebanon, two of whom died.", "Hezbollah"),
        (
            "More than 50 insurgents were killed in battles against Islamic State in Hama, Syria.",
            "Syrian rebels",
        ),
        ("At least 29 fighters of the Western-armed Saiqa movement were killed in Aleppo, Syria.", "Saiqa"),
        (
            "Nine members of the Takfiri group were killed in Aleppo, Syria. The army fights Ahrar al-Sham.",
            "Ahrar al-Sham",
        ),
        (
            "Twenty Syrian opposition fighters fell near Marea. The clash in Syria killed another 30 moderate fighters.",
            "Syrian rebels",
        ),
        (
            "THE FMLN ATTACKED IN EL SALVADOR. THE BATTALION INFLICTED A LARGE NUMBER OF CASUALTIES ON THE COMMUNIST\nMURDERERS.",
            "FMLN",
        ),
        ("The army of El Salvador had inflicted 800 casualties on the FMLN.", "FMLN"),
        (
            "SAN SALVADOR -- THE ARMY REPORTED THAT 220 TERRORISTS WERE KILLED IN SOYAPANGO, EL SALVADOR. THE FMLN DENIED IT.",
            "FMLN",
        ),
        ("The downing brought the toll for Russian soldiers killed in the Syrian conflict to 18.", "Russia"),
        (
            "Daesh said that it killed 50 opposition fighters in a bombing near Atmeh in Syria.",
            "Syrian rebels",
        ),
        ("A notorious commander of al-Omari brigade was killed in Daraa, Syria.", "al-Omari"),
        ("Fighting in Aleppo, Syria, killed 50 Syrian rebels and 30 regime and allied fighters.", "Syria"),
        ("Jets hit posts on the Syrian side of the border, initially killing 50 terrorists.", None),
        (
            "Libyan forces fighting Islamic State in Sirte, Libya, said nine of their men were killed.",
            "Libya",
        ),
        (
            "The bodies of two Chilean soldiers killed in Mali are home. Sgt Carl Roe died in a blast near Gao, Mali.",
            "Chile",
        ),
        (
            "Eight Chilean soldiers were killed in Mali. All eight men died within a day of each other.",
            "Chile",
        ),
        (
            "The army killed 50 Al-Qaeda-linked terrorists in Daraa, Syria. Ahrar al-Sham fights there. Al-Qaeda is far.",
            "Ahrar al-Sham",
        ),
        ("Jets killed 120 Islamic State fighters and 60 foreign mercenaries in Syria.", None),
        ("Days of fighting for an airport in Syria have cost more than 300 lives.", None),
        ("27 killed as rival militias clash in Tripoli, Libya.", None),
        (
            "At least 35 fighters were killed in clashes between rival jihadist factions near Idlib, Syria.",
            None,
        ),
        ("Clashes between protesters and police in Minsk, Belarus, left dozens wounded.", "Belarus"),
        ("An Islamic State bomber killed 14 rebels at a checkpoint near Azaz in Syria.", "Syrian rebels"),
        (
            "A blast near Azaz, Syria. Islamic State did it. At least 14 of the dead were rebels.",
            "Syrian rebels",
        ),
        ("The Taliban had been pushed back near Ghazni, Afghanistan, with at least 40 killed.", "Taliban"),
        ("Al-Shabaab fighters ambushed a Kenyan convoy in Somalia and killed 12 soldiers.", "Kenya"),
        ("Two soldiers were killed in the West Bank town of Jenin.", "Israel"),
        ("Ukrainian drones struck a barracks in Ukraine's Makiivka, killing 89 soldiers.", "Russia"),
        ("Jets hit posts near Marib, killing 58 rebels, Yemeni officers said.", "Houthis"),
        ("Nigerian troops killed Boko Haram's men and lost four soldiers in Borno.", "Nigeria"),
        (
            "The rebels in Donetsk, eastern Ukraine, said seven of their fighters had been killed.",
            "pro-Russian separatists",
        ),
        (
            "AN FMLN UNIT HIT A BATTALION IN LISLIQUE IN CHALATENANGO. WE KILLED THREE.  AN FMLN UNIT IS IN BERLIN.",
            "El Salvador",
        ),
        (
            "THE ELN SHOT A MAYOR IN COLOMBIA. THESE THREE VICTIMS OF THE REBEL OFFENSIVE WERE TAKEN BY FORCE AND KILLED.",
            "Colombia",
        ),
        ("Some 30 people died near Homs, Syria. The dead include 19 rebels and 11 soldiers.", "Syria"),
        (
            "SAN SALVADOR -- THE ARMY LOST 12 MEN. ON THE GUERRILLA SIDE THERE WERE 40 DEAD. THE FMLN SAID NOTHING.",
            "FMLN",
        ),
        (
            "IN EL SALVADOR THE REBELS WERE HARD HIT BECAUSE MANY HAVE BEEN KILLED. THE FMLN SAID NOTHING.",
            "FMLN",
        ),
        (
            "Ukraine received 909 bodies of soldiers from Russia. On June 9, another 12 bodies were returned.",
            "Ukraine",
        ),
        (
            "In February Ukraine was receiving the bodies of 75 soldiers and Russia obtaining others.",
            "Ukraine",
        ),
        (
            "A jet hit Gao in Mali. Two people were killed, the governor said. 'A crime by the Russians,' he said.",
            "Mali",
        ),
        ("Ansar Dine holds Gao, Mali. The terrorist group kidnapped eight militants of another.", None),
        (
            "A blast near Idlib in Syria hit a post of Ahrar al-Sham, killing the groups leader Abu Roe.",
            "Ahrar al-Sham",
        ),
        ("Islamic State killed 27 popular fighters near Hama, Syria.", "Syria"),
        ("An attack on a Kenyan army convoy in Somalia left three people wounded.", "Kenya"),
        (
            "A gunman killed 80 people when he drove into a crowd in Nice, France. Islamic State claimed the attack.",
            "France",
        ),
    ],
)
def test_whom_fighters_belong_to_is_told_around_them(text: str, expected: str | None) -> None:
    assert sides(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nine people died in Israeli air strikes on a Yemeni port, a day after an attack on an Israeli city.",
            "Yemen",
        ),
        ("Nine killed as Russia hits power plants\n\nIn Ukraine the lights went out.", "Ukraine"),
        (
            "The Assad regime and Russian jets bombed Syria. The raids killed 90 people in Aleppo, Syria.",
            "Syria",
        ),
        ("THE U.S. AMBASSADOR IN EL SALVADOR ASKED WHO KILLED NINE STUDENTS.", "El Salvador"),
        (
            "The Russia-installed mayor of the Ukrainian city Lida said one civilian died in shelling by Ukrainian forces.",
            "Ukraine",
        ),
        (
            "THE SOCIALIST COMMITTEE OF LATIN AMERICA SAID NINE PEASANTS WERE KILLED IN CHINAUTLA, GUATEMALA.",
            "Guatemala",
        ),
        (
            "SAN JOSE (COSTA RICA), 12 SEP 89 (AFP) -- [TEXT] A GUATEMALAN GROUP BLAMED GUATEMALA'S ARMY FOR THE DEATH OF NINE STUDENTS. GUATEMALA IS SILENT.",
            "Guatemala",
        ),
    ],
)
def test_who_strikes_is_not_who_dies(text: str, expected: str) -> None:
    assert sides(text)[0] == expected


def test_the_two_told_again_are_of_the_nation_told_before() -> None:
    text = "Two Canadian women were stabbed in Lima, Peru. The attackers shot the two women in the chest."
    assert sides(text) == ["Canada", "Canada"]


def test_the_dead_of_two_sides_told_below_make_a_toll_nobodys() -> None:
    text = "A raid killed 18 in Syria. It hit an Islamic State camp, killing 17 militants and a child."
    assert sides(text) == [None, "Islamic State", "Syria"]
