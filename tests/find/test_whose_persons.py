"""Whose people persons are by their home, their leader or what is told of them before, and lands by their towns."""

import pytest

from cenotaph.find import find
from cenotaph.model import Report


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Persons
        ("A Danish-born photographer was killed in Sanaa, Yemen.", ["Denmark"]),
        (
            "A Danish hostage was killed in Sanaa, Yemen. Carl Roe had been kidnapped there in May.",
            ["Denmark", "Denmark"],
        ),
        (
            "A Danish nurse and a Finn were killed in Sanaa, Yemen. Carl Roe was kidnapped there in May.",
            ["Denmark", "Finland", "Yemen"],
        ),
        ("Carl Roe, a Vienna development worker, was killed in Puno, Peru.", ["Austria"]),
        ("CARL ROE, A VIENNA DEVELOPMENT WORKER, WAS KILLED IN PUNO, PERU.", ["Austria"]),
        ("Carl Roe, a Puno farmer, was killed in Peru.", ["Peru"]),
        (
            "The ISIS leader Omar Roe is alive. A strike on Mosul, Iraq, killed Ali Berg, an aide to Omar Roe.",
            ["Islamic State"],
        ),
        (
            "The ISIS leader Omar Roe is alive. One of Roe's bodyguards was killed in Mosul, Iraq.",
            ["Islamic State"],
        ),
        ("A strike on Mosul in Iraq killed Ali Berg, an aide to the mayor.", ["Iraq"]),
        (
            "Three members of the Hamas group, including a guard, were killed in air strikes. The death of the three senior members was confirmed by an official.",
            ["Hamas", "Hamas", "Hamas"],
        ),
        (
            "Two Danish journalists were beheaded in Syria. Carl Roe was killed in May, and Ann Berg was killed in June.",
            ["Denmark", "Denmark", "Denmark"],
        ),
        (
            "Carl Roe shot a guard dead before running into the hall in Ottawa, Canada, where Roe was killed.",
            ["Canada", None],
        ),
        ("The daughter of the Danish ambassador to Mali, Ann Berg, was wounded in Bamako.", ["Denmark"]),
        ("Iran's ambassador to Lebanon, Ali Roe, was wounded when a bomb exploded in Beirut.", ["Iran"]),
        (
            "A foreigner named Ann Berg, presumably a Danish national, was killed in San Salvador.",
            ["Denmark"],
        ),
        (
            "Two hostages, Carl Roe, a Briton, and Ann Berg, an Italian, were killed in Nigeria.",
            [None, "United Kingdom", "Italy"],
        ),
        (
            "LIMA, 3 MAY 89 (AFP) -- THE FRONT BOMBED A BUS IN LIMA. POLICE ARRESTED FIVE SUSPECTS, INCLUDING JUAN SOTO.",
            [None, None],
        ),
        # Whom an armed group beheads is not its own, and without a place or a nation nobody's.
        (
            "The militant group ISIS beheaded Carl Roe, a Danish nurse, in Iraq. A leader of ISIS had asked a bank for money for Roe's body.",
            ["Denmark", "Denmark"],
        ),
        (
            "The killing of Carl Roe, a Danish nurse, came despite pleas aimed at ISIS's top leader.",
            ["Denmark"],
        ),
        ("Carl Roe was the first Danish captive to be killed by an ISIS fighter in Iraq.", ["Denmark"]),
        ("Two of the Danish ISIS captives were killed in Iraq.", ["Denmark"]),
        ("British officials are looking for the man who beheaded the nurse Carl Roe.", [None]),
        ("British officials say that the nurse Carl Roe was beheaded in Leeds, England.", ["United Kingdom"]),
        (
            "The parents of the Danish nurses Carl Roe and Ann Berg are in Oslo. Ann Berg was killed in Syria.",
            ["Denmark"],
        ),
        (
            "A Danish reporter was killed by militants. Carl Roe was kidnapped while reporting from Syria.",
            ["Denmark", "Denmark"],
        ),
        (
            "Two Nicaraguan guerrillas were arrested in Costa Rica. Carl Roe was kidnapped by armed men from a farm there.",
            ["Nicaraguan rebels", "Costa Rica"],
        ),
        (
            "Two British nurses were killed in Bakhmut, Ukraine. Carl Roe, 48, and Ann Berg, 28, went missing near it. Berg's family confirmed that both men had been killed.",
            ["United Kingdom"] * 2,
        ),
        # Those who attacked.
        (
            "Carl Roe fatally shot a guard in Ottawa, Canada. In the hall Roe was shot dead by police.",
            ["Canada", None],
        ),
        (
            "The shooter, who hurt two people in Ottawa, Canada, is Carl Roe. In the hall Roe was shot dead.",
            ["Canada", None],
        ),
        (
            "Police identified Carl Roe as the gunman who attacked a school. In Ottawa, Canada, police shot dead Carl Roe.",
            [None],
        ),
        ("The Australian, David Roe, was captured in Afghanistan.", ["Australia"]),
        ("Ali Roe, another terrorist leader, was killed by Syria's army in Qalamoun.", [None]),
        ("Osama bin Laden was killed in Pakistan by Navy SEALs.", ["al-Qaeda"]),
        # Leaders' men
        (
            "Two of Haniya's bodyguards were killed and one of his sons hurt in Gaza.",
            ["Hamas", "Palestine"],
        ),
        ("At least 14 of Machar's soldiers were killed in Malakal, South Sudan.", ["SPLM-IO"]),
        (
            "The army killed two civilians and 11 rebels loyal to the former vice-president Riek Machar in South Sudan.",
            ["South Sudan", "SPLM-IO"],
        ),
        ("Troops killed 12 fighters loyal to the Government of National Accord near Sirte.", ["Libya"]),
        ("Two rebels of the National Liberation Army were killed in Arauca, Colombia.", ["ELN"]),
        # Lands
        ("Rockets from Lebanon wounded three people in the Israeli town of Kiryat Shmona.", ["Israel"]),
        (
            "A bomb planted by Kurdish militants killed four soldiers in the Turkish province of Sirnak.",
            ["Turkey"],
        ),
        (
            "The Syrian Observatory, which is based in Britain, said nine children were killed.",
            ["Syria"],
        ),
        ("Several villagers were killed near the camps of Rwandan Hutu refugees in Zaire.", ["DR Congo"]),
        (
            "Jihadists fear Rehana, a Kurdish fighter in Kobani, who is said to have killed 100 jihadists of Islamic State.",
            ["Islamic State"],
        ),
        ("At least 15 people were killed in the Armenian district of the city of Homs, Syria.", ["Syria"]),
        (
            "Three civilians were killed in attacks on Aleppo residential neighborhoods.\n\nTwo others were killed in al-Sulaymaniyah neighborhood.",
            ["Syria", "Syria"],
        ),
        ("Bombardment of a quarter controlled by Syrian rebels killed five civilians.", ["Syria"]),
        # Craft
        ("5 killed as Russian military helicopter shot down in Syria", ["Russia"]),
        (
            "All five people on board a Russian helicopter died when it was shot down over Idlib, Syria. Moscow mourned the deaths of the five soldiers.",
            ["Russia", "Russia"],
        ),
        ("Russian helicopters bombed a ship off Syria, killing nine people.", ["Syria"]),
        (
            "Russian jets bombed Idlib, Syria, to avenge five crewmen who were killed when their helicopter was shot down.",
            ["Russia"],
        ),
        # Peoples
        ("The army remembered the deaths of 33 Nazi soldiers in an attack in Rome, Italy.", ["Germany"]),
        ("Turkish jets killed 17 Kurdish militants in northern Iraq.", ["PKK"]),
        ("Police killed 45 ethnic Albanians in the Kosovo village of Racak.", ["Kosovo"]),
        ("Some 800,000 Tutsis and moderate Hutus were killed in Rwanda in 1994.", ["Rwanda"]),
        ("A gunman shot dead two Jewish settlers near Hebron in the West Bank.", ["Israel"]),
        ("A gunman shot dead two Jewish shoppers in Paris, France.", ["France"]),
        ("Troops killed nine Indian peasants by mistake in Escuintla, Guatemala.", ["Guatemala"]),
        (
            "A video shows the killing of at least 18 men described as Syrian soldiers near Mosul, Iraq.",
            ["Syria"],
        ),
        # Those who are meant
        (
            "The army ambushed a group of terrorists in Qalamoun, Syria, killing 15 and injuring dozens of them.",
            [None, None],
        ),
        (
            "The Taliban militants shot her son in Farah, Afghanistan, and she fought them, killing 25 and injuring five of them.",
            ["Taliban", "Taliban"],
        ),
        (
            "Boko Haram raided Gwoza, Nigeria. Three of the terrorists fled the town, but community members say that seven were captured.",
            ["Boko Haram"],
        ),
        (
            "Six people including a German soldier were killed and 11 others were wounded in Kabul, Afghanistan.",
            ["Afghanistan", "Germany", "Afghanistan"],
        ),
        (
            "Ukrainian strikes have led to 292 deaths in Russia. Five children were killed in these attacks.",
            ["Russia", "Russia"],
        ),
        ("The 2002 Bali bombings killed 202 people, mostly Western holidaymakers.", [None]),
        (
            "One foreign oil worker was killed and another injured in a raid. They were among the seven oil workers kidnapped in south Nigeria.",
            [None, None, None],
        ),
        (
            "Six people were killed by a bomb in Wana, Pakistan. An officer said they were all believed to be foreigners and the six people were killed at once.",
            [None, None],
        ),
        ("Four people were killed in skirmishes between two local gangs in Nairobi, Kenya.", ["Kenya"]),
        (
            "Soldiers kill 25 in gun battle near border\n\nMONTERREY, Mexico - A shootout left 25 suspected cartel members dead, the army said.",
            [None, None],
        ),
        ("The gang killed 72 migrants, most from Central America, in San Fernando, Mexico.", [None]),
        (
            "The army clashed with fighters of two groups in Darfur, Sudan, in a four-hour fight that left 21 people dead.",
            [None],
        ),
        ("A clash in Yei, South Sudan, between the warring factions killed four soldiers.", [None]),
        (
            "Gunmen killed four UN peacekeepers in Darfur. The peacekeepers - all from Nigeria - were on patrol.",
            ["Nigeria"],
        ),
        ("Nine United Nations peacekeepers from Bangladesh were killed in Ituri, DR Congo.", ["Bangladesh"]),
        ("Insurgents in Iraq have seized at least 40 civilian hostages from 12 countries.", [None]),
        (
            "Seven hostages from Britain, Greece and Lebanon were kidnapped in Nigeria. The seven foreign hostages were killed.",
            [None, None],
        ),
        (
            "Nine foreigners, including three children, were kidnapped in Saada, Yemen. Two hostages were killed.",
            [None, None, None],
        ),
        (
            "Two Danish nurses and the Korean teacher were killed in Saada, Yemen.",
            ["Denmark"],
        ),
        (
            "Danish aid workers Carl Roe, 18, and Ann Berg, 34, and photographer Dora Lind, 32, were kidnapped in Iraq.",
            ["Denmark", "Denmark", "Denmark"],
        ),
        ("Police killed nine Albanians in the Kosovo town of Vucitrn.", ["Kosovo"]),
        (
            "Six Turkish soldiers were killed in northern Iraq, a day after another six were also killed. Ankara said 13 militants died in clashes. It fights the PKK.",
            ["Turkey", "Turkey", "PKK"],
        ),
        (
            "Turkish forces killed 11 members of the outlawed Kurdistan Workers' Party (PKK) in northern Iraq.",
            ["PKK"],
        ),
        (
            "Turkish forces killed 17 militants of the outlawed Kurdistan Workers Party (PKK) and the Syrian Kurdish YPG militia in northern Iraq.",
            [None],
        ),
        (
            "A Pakistani spokesman said one of its soldiers and three civilians were killed by Indian shelling in Kashmir.",
            ["Pakistan", "Pakistan"],
        ),
        # Missions and two sides
        ("At least 12 African Union soldiers were killed in El Baraf, Somalia.", ["African Union"]),
        ("Ten Burundian soldiers of the AU force were killed in Somalia.", ["Burundi"]),
        ("At least 150 soldiers from both factions of South Sudan's army were killed in Juba.", [None]),
        (
            "Twelve Egyptian soldiers and 15 militants were killed when Islamic State attacked a post in Egypt.",
            ["Egypt", "Islamic State"],
        ),
        (
            "Armenia said 49 of its soldiers were killed, and Azerbaijan reported 50 dead among its troops.",
            ["Armenia", "Azerbaijan"],
        ),
        (
            "Gunmen killed four Britons and two Canadians among others in Nairobi, Kenya. A bomb in Kampala, Uganda, left 74 dead.",
            ["United Kingdom", "Canada", "Uganda"],
        ),
    ],
)
def test_whose_they_are(text: str, expected: list[str | None]) -> None:
    claims = find(Report(id="r", text=text)).claims
    assert [claim.side for claim in claims] == expected


@pytest.mark.parametrize(
    ("text", "side"),
    [
        (
            "Carl Lund — a Danish photographer seized in Syria — had two sons. Lund was killed in August.",
            "Denmark",
        ),
        (
            "Minister Joseph Kamau, who spoke of a visit of U.S. Secretary Cohen, was wounded in Nairobi, Kenya.",
            "Kenya",
        ),
        ("Abu Hajar, an aide to Abu Bakr al-Baghdadi, was killed in Mosul, Iraq.", "Islamic State"),
        ("The gunman was Omar Latif. Police in Liege, Belgium, shot dead Latif.", None),
        ("Suicide bomber Omar Latif struck a hall in Leeds, England. Latif died in the blast.", None),
        ("Police in Leeds, England, shot dead Omar Latif, the man who killed nine shoppers.", None),
        ("Kurdish soldier Rohat was killed by Islamic State near Kobani in Syria.", "YPG"),
        ("The two gunmen, Karim and Walid Haddad, were killed by police in Brussels, Belgium.", None),
        ("Ana Ruiz of Mexico and Omar Diallo of Senegal were kidnapped in Yemen.", "Senegal"),
        (
            "American nurse Peter Lund was shot by the Front in Mali. Lund's killers of al-Qaeda fled.",
            "United States",
        ),
        (
            "The army confirmed the death of the chief of the al-Shabab group, Adan Garar, who was the target of a U.S. drone.",
            "al-Shabaab",
        ),
        ("Captain Neil Marsh, 31, of Leeds, was killed by a mine in Helmand, Afghanistan.", "United Kingdom"),
        ("Greta Moser, a nurse from Vienna, was killed by shelling in Aleppo, Syria.", "Austria"),
        (
            "Captain Neil Marsh, of the Leeds Rifles, was killed by a mine near Kabul, Afghanistan.",
            "Afghanistan",
        ),
        (
            "Omar Roe, the alleged treasurer of Boko Haram, was captured by troops in Kano, Nigeria.",
            "Boko Haram",
        ),
        (
            "Omar Roe, a Dutch student, died while fighting for the Islamic State in Raqqa, Syria.",
            "Islamic State",
        ),
        (
            "Omar Roe, a Dutch nurse, was killed serving as a volunteer in the YPG near Kobani in Syria.",
            "YPG",
        ),
        (
            "Omar Roe, a Dutch nurse, was killed while serving with the army against the Islamic State in Raqqa, Syria.",
            "Netherlands",
        ),
        (
            "Rima Roe, daughter of the Syrian interior minister, was killed by a bomb in Beirut, Lebanon.",
            "Syria",
        ),
        (
            "Omar Roe, son-in-law of a former Syrian air force chief, was shot dead in Beirut, Lebanon.",
            "Syria",
        ),
        ("The guerrilla, who gave his name as Omar Roe, was captured by police in Lima, Peru.", None),
        ("Lebanon mourned the killing of anti-Syrian editor Jad Karam as crowds met.", "Lebanon"),
    ],
)
def test_what_is_told_of_a_person_tells_whose_he_is(text: str, side: str | None) -> None:
    found = [claim.side for claim in find(Report(id="r", text=text)).claims if claim.names]
    assert found[-1:] == [side]
