"""What is a place's name at all, and which name a total has, on sentences of our own."""

from collections.abc import Callable
from typing import Any

import pytest

from cenotaph.find.finder import find
from cenotaph.model import Report, Scope

Ask = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] A BOMB WOUNDED [[TWO]] ((MEN)) IN HUARPACHA LAST NIGHT.", ["HUARPACHA"]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] THEY KILLED [[TWO]] ((MEN)) IN SAN SALVADOR TODAY.", ["SAN SALVADOR"]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] COSTA RICA TALKS ABOUT IT. [[TWO]] ((MEN)) WERE KILLED IN COSTA RICA TALK IS RIFE.", ["COSTA RICA"]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] THEY KILLED [[TWO]] ((MEN)) IN LA UNION TODAY.", ["LA UNION"]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] THEY KILLED [[TWO]] ((MEN)) IN THE TOWN OF COLON TODAY.", ["COLON"]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] THEY KILLED [[TWO]] ((MEN)) IN THE NORTHERN AREA OF THE CAPITAL.", ["LIMA"]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] THE MURDER OF HILARIO ZUNDEL WAS FOLLOWED BY THAT OF [[TWO]] ((MEN)).", [None]),
        ("A PRIEST REPORTED IN MANAGUA TODAY THAT [[TWO]] ((MEN)) WERE KILLED IN SAN SALVADOR.", ["SAN SALVADOR"]),
        ("Rebels killed [[two]] ((men)) in the Sinai town of Sheikh Zuweid.", ["Sheikh Zuweid"]),
        ("Khan Sheikhun suffered air strikes that killed [[two]] ((men)).", ["Khan Sheikhun"]),
        ("The Brussels bombings killed [[two]] ((men)) and the attacks in Paris killed [[nine]].", ["Brussels", "Paris"]),
        ("He is linked to the Manchester attack that killed [[two]] ((men)) and to a bombing in London that hurt [[nine]].", ["Manchester", "London"]),
        ("Air raids on Orboz killed [[two]] ((men)).", ["Orboz"]),
        ("A barrel bomb dropped on al-Orboz killed [[two]] ((men)).", ["al-Orboz"]),
        ("An attack on Zirkle killed [[two]] ((men)).", [None]),
        ("Shots at Zirkle's van wounded [[two]] ((men)).", [None]),
        ("Anger over Zirkle’s plan grew. [[Two]] ((men)) were killed.", [None]),
        ("Handing over Savtchenka, the guards said [[two]] ((men)) were killed in Homs.", ["Homs"]),
        ("[[Two]] ((men)) of the Tellin Police Department were killed in Orboz.", ["Orboz"]),
        ("[[Two]] ((men)) were killed, the Department of Justice said.", [None]),
        ("[[Two]] ((men)) fighting on Moscow's behalf were killed.", [None]),
        ("Zundel spoke. Zundels air force killed [[two]] ((men)) in Homs. They killed [[four]] ((men)) while warding off Zundels planes.", ["Homs", "Homs"]),
        ("Shells killed [[two]] ((men)) as rebels advanced towards their Raqqa stronghold.", [None]),
        ("Gunmen positioned in Orboz fired rockets and killed [[two]] ((men)) in Tellin.", ["Tellin"]),
        ("Raids on the Sheikh Tellin area killed [[two]] ((men)). Sheikh Tellin said [[four]] ((men)) were killed.", ["Sheikh Tellin area", "Sheikh Tellin area"]),
        ("Gunmen killed [[two]] ((men)) in Homs before they left Kurdish-held territory Abdel Zundel said.", ["Homs"]),
        ("Shells Kill [[Two]] ((Men)) in Aleppo SANA. The news was short.", ["Aleppo"]),
        ("One dead in raid on town Monitor One woman said. [[Two]] ((men)) were killed in Homs.", ["Homs"]),
        ("Raids killed [[two]] ((mercenaries)) in Syria Moscow AFP Monday.", ["Syria"]),
        ("Blasts that hit Tartus Homs and Hama killed [[two]] ((men)) in Syria.", ["Tartus Homs and Hama"]),
        ("Raids on a market in Idlib provinces Orbo Tags Syria Idlib airstrike killed [[two]] ((men)).", ["Orbo"]),
        ("A bomb killed [[two]] ((men)) in a crowded district in Homs known locally as Las Orbos.", ["Las Orbos"]),
        ("A lorry slammed into the Orboz market and killed [[two]] ((men)).", ["Orboz market"]),
        ("Walton said at noon that [[two]] ((men)) were killed.", [None]),
        ("[[Two]] ((men)) were killed, and the ministry in Moscow named its dead pilot.", [None]),
        ("An attacker like one in France who drove into a crowd, killing [[two]] ((men)), may come to the Zundel Convention site.", ["France"]),
        ("Shells killed [[two]] ((people)) in the Damascus suburb of Douma.", ["Douma"]),
        ("Shells killed [[two]] ((people)) in the Douma suburb of Damascus.", ["Douma suburb"]),
        ("A mine killed [[two]] ((people)) in the Pulwama district of Kashmir.", ["Pulwama district"]),
        ("A barrel dropped over Aleppo killed [[two]] ((people)) in Syria.", ["Aleppo"]),
        ("Shelling of El Fasher, the capital of North Darfur, killed [[two]] ((people)).", ["El Fasher"]),
        ("A blast at the Orboz metro station in Brussels killed [[two]] ((people)).", ["Orboz metro station"]),
        ("In Homs shells wounded a man, while in Hama [[two]] ((people)) were killed.", ["Hama"]),
        ("Rebels fought in Homs, and [[two]] ((people)) died at the UN base.", ["Homs"]),
        ("The army, in Ottawa, said [[two]] ((people)) were killed in Homs.", ["Homs"]),
        ("[[Two]] ((people)) were killed after a suicide bomber blew himself up in Kabul.", ["Kabul"]),
        ("[[Two]] ((people)) were killed after a rocket landed in Aleppo, as leaders met in Homs.", ["Aleppo"]),
        ("[[Two]] ((sailors)) died after the fire on the cruiser Moskva.", [None]),
        ("[[Two]] ((soldiers)) taken prisoner were executed in Avdiivka.", ["Avdiivka"]),
        ("Rescuers in Toretsk said [[two]] ((people)) had been killed when a shell fell.", ["Toretsk"]),
        ("Officials in Toretsk said [[two]] ((people)) had been killed when a shell fell.", [None]),
        ("[[Two]] ((rebels)) died southwest of the city of Adra. The rebels had posts in rural Damascus.", ["Adra"]),
        ("[[Two]] ((men)) were shot dead on the road to Apopa.", ["Apopa"]),
        ("[[Two]] ((men)) died in an ambush on the road from Kaya to Dori.", ["Kaya"]),
        ("A bus from Homs to Tartus was attacked and [[two]] ((men)) died.", [None]),
        ("Rebels fought in Aleppo. A blast in Aleppos Old City killed [[two]] ((men)).", ["Old City"]),
        ("A blast in Yola, the capital of Nigeria's Adamawa state, killed [[two]] ((men)).", ["Yola"]),
        ("Soldiers killed [[two]] ((men)) in a raid on Orbaq, north of Jerusalem.", ["Orbaq"]),
        ("Soldiers killed [[two]] ((men)) in an attack on Zirkle, a professor.", [None]),
        ("Raids hit Kyiv. Kharkiv's mayor said [[two]] ((men)) had been killed in his city.", ["Kharkiv"]),
        ("He burst into the Orboz club and started shooting, killing [[two]] ((men)).", ["Orboz club"]),
        ("Raiders took the village of Zorbin. [[Two]] ((residents)) of Zorbin were killed.", ["Zorbin"]),
        ("The army fought for the town of Zorbin. An attack by gunmen on Zorbin killed [[two]] ((men)).", ["Zorbin"]),
        ("[[Two]] ((fighters)) died as they tried to infiltrate towards Zorbin in Homs countryside.", ["Zorbin"]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] [[TWO]] ((MEN)) WERE INSIDE THE CAR WHEN THEY WERE KILLED.", [None]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] [[TWO]] ((MEN)) WERE KILLED IN THE SOUTHERN PART OF THIS CITY.", ["LIMA"]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] A BOMB HURT [[TWO]] ((MEN)) AND A GUARD NAMED BARROSO.", [None]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] GUNMEN KILLED [[TWO]] ((MEN)) AT THE CENTRAL AMERICAN ACADEMY.", ["CENTRAL AMERICAN ACADEMY"]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] A BOMB HURT [[TWO]] ((MEN)) ON THIRD AVENUE EAST.", ["THIRD AVENUE EAST"]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] GUNMEN KILLED [[TWO]] ((MEN)) IN A SECOND ATTACK, ON AN AMERICAN BASE.", [None]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] A BOMB HURT [[TWO]] ((MEN)) ON NORTH SECOND AVENUE.", ["NORTH SECOND AVENUE"]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] ALI, OF SAN MARCOS UNIVERSITY, SAID [[TWO]] ((MEN)) DIED WHEN TROOPS ENTERED THE UNIVERSITY.", ["SAN MARCOS UNIVERSITY"]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] A RAID STRUCK A POST LOCATED NEAR THE ARMY HEADQUARTERS, IN CALLAO. [[TWO]] ((MEN)) WERE HURT.", ["CALLAO"]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] [[TWO]] ((MEN)) WERE KILLED NEAR SAN JOSE ORBO, 30 KM NORTH OF LIMA.", ["SAN JOSE ORBO"]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] ACCORDING TO THE U.S. EMBASSY IN CALLAO, THE REBEL OFFENSIVE KILLED [[TWO]] ((MEN)).", [None]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] [[TWO]] ((MEN)) DIED IN CLASHES IN LIMA'S NORTH AND EASTERN AREAS.", ["LIMA"]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] REBELS ATTACKED TROOPS GUARDING THE TOLU AIRPORT, KILLING [[TWO]] ((MEN)).", ["TOLU AIRPORT"]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] [[A]] ((MAN)) WAS KILLED IN AN ATTACK ON A POST IN LIMA. THE ATTACK WAS LAUNCHED AGAINST TROOPS GUARDING THE TOLU SOSA NEIGHBORHOOD.", ["TOLU SOSA NEIGHBORHOOD"]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] [[TWO]] ((MEN)) DIED IN A RAID ON THE NATIONAL GUARD HEADQUARTERS.", ["NATIONAL GUARD HEADQUARTERS"]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] A RAID AGAINST THE ARMED FORCES GENERAL STAFF KILLED [[TWO]] ((MEN)).", ["ARMED FORCES GENERAL STAFF"]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] A BOMB WENT OFF AS MEMBERS OF THE ARMY HEADQUARTERS MET, KILLING [[TWO]] ((MEN)).", [None]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] [[TWO]] ((MEN)) DIED AS A GUARD FIRED AT BARROSO'S VEHICLE.", [None]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] [[TWO]] ((MEN)) FELL IN A CLASH WITH TROOPS THAT HAD ENTERED HONDURAN TERRITORY.", ["HONDURAN TERRITORY"]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] A BOMB HURT [[TWO]] ((MEN)) IN THE LIMA NEIGHBORHOOD OF QUILCORA.", ["QUILCORA"]),
        ("Shells hit Aleppos Zantella district and killed [[two]] ((men)) in Syria.", ["Zantella district"]),
        ("Related: group claims attack on Syrian town Double bomb attack kills [[two]] ((men)) in Qamishli.", ["Qamishli"]),
        ("A mine killed [[two]] ((men)) in Sector 12 of the capital.", ["Sector 12"]),
        ("Shots killed [[two]] ((men)) in Kabul's District 7.", ["District 7"]),
        ("[[Two]] ((men)) were shot dead at the notorious Army base in Tellin.", ["Tellin"]),
        ("[[40]] ((Men)) Were Killed in Homs in Last Three Days Activists said.", ["Homs"]),
        ("Raids on a Damascan suburb killed [[two]] ((men)). They hit a clinic in Orboz town.", ["Orboz town"]),
        ("Gunmen stormed the Orboz restaurant. [[Two]] ((men)) were killed at the restaurant.", ["Orboz restaurant"]),
        ("[[Two]] ((men)) were killed in raids... targeting a base in Homs.", ["Homs"]),
        ("[[Two]] ((children)) were killed in the rebel-held district of Zorbin in east Aleppo.", ["Zorbin"]),
        ("According to the SANA agency gunmen fired rockets on Zorbin neighborhood and hurt [[two]] ((men)).", ["Zorbin neighborhood"]),
        ("[[Two]] ((men)) were hurt in the attack. They had been on their way to Homs, where camps are, after the attack on Zorbin town.", ["Zorbin town"]),
        ("Raids killed [[two]] ((men)) on a market in Idlib provinces Maaret al-Numan.", ["Maaret al-Numan"]),
        ("Militants sneaked into the village of Zorbin and killed [[two]] ((men)).", ["Zorbin"]),
        ("Raids kill [[two]] ((men)) in Raqqa Ten Syrian civilians were hurt on Monday as the jets flew on.", ["Raqqa"]),
        ("A bomb went off in Zorbin. There were other attacks, in which [[two]] ((men)) were killed.", [None]),
        ("The army went into Gaza after gunmen attacked southern Israel. [[Two]] ((men)) were killed in the assault.", ["southern Israel"]),
        ("Raids hit Zorbin town in Hasaka province. Strikes in three other villages killed [[two]] ((men)).", ["Hasaka province"]),
        ("The consulate in the coastal city of Zorbin said [[two]] ((men)) had been killed.", [None]),
        ("Shells fell on Orbo town. Damascus lost [[two]] ((men)) in the battle.", ["Orbo town"]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] [[TWO]] ((MEN)) WERE KILLED IN THE LARGEST OFFENSIVE YET.", [None]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] A BOMB WENT OFF IN TARMA'S VEHICLE AND KILLED [[TWO]] ((MEN)).", [None]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] A BOMB WENT OFF IN TARMA'S QUILCORA SLUM AND KILLED [[TWO]] ((MEN)).", ["QUILCORA SLUM"]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] [[TWO]] ((MEN)) WERE KILLED IN THE WEALTHY QUILCORA NEIGHBORHOOD.", ["QUILCORA NEIGHBORHOOD"]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] [[TWO]] ((MEN)) WERE KILLED NEAR TOLU MUNICIPALITY.", ["TOLU MUNICIPALITY"]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] [[TWO]] ((MEN)) WERE KILLED ON THE BOULEVARD DE LOS HEROES.", ["BOULEVARD DE LOS HEROES"]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] [[TWO]] ((MEN)) WERE KILLED IN THE COMMUNITY OF \"CARLOS DEL ORBO,\" IN ZUNDEL DISTRICT.", ["CARLOS DEL ORBO"]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] M-19 REBELS FIRED AND KILLED [[TWO]] ((MEN)) IN THE COUNTRY'S NORTH.", ["Peru"]),
        ("LIMA, 3 MAY 90 (EFE) -- [TEXT] [[TWO]] ((MEN)) WERE KILLED AT AN OFFICE AT BARRIO ALTO.", ["BARRIO ALTO"]),
        ("A truck killed [[two]] ((men)) along the famed Promenade des Zundels.", ["Promenade des Zundels"]),
        ("Raids killed [[two]] ((men)) in Deir ez-Zor Syria on Monday.", ["Deir ez-Zor"]),
        ("Police seized [[two]] ((men)), one of them Zundel, a fifth-grade student at the Orboz School.", [None]),
        ("Fighting raged in Homs. Iran said [[two]] ((men)) were killed, which shows what role Tehran is playing.", ["Homs"]),
        ("The raid killed [[two]] ((men)), among them the leader of the movement in Sarmin.", [None]),
        ("Mines went off in Tellin. The senator is in a hospital in Bosa. [[Two]] ((men)) were wounded in the attack.", ["Tellin"]),
    ],
)  # fmt: skip
def test_names_that_only_look_like_places(ask: Ask, text: str, places: list[str | None]) -> None:
    assert ask(text).places == places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[[Ninety]] ((fighters)) have been killed since the campaign to retake Sirte began in May.", "Sirte"),
        ("[[Ninety]] ((fighters)) have been killed since they launched the offensive for Sirte.", "Sirte"),
        ("[[Ninety]] ((people)) have been killed since 2019 in eastern Ukraine.", "eastern Ukraine"),
        ("The group has fought since 2009 for a state in northeastern Nigeria, killing [[20,000]] ((people)).", "northeastern Nigeria"),
        ("[[900]] ((men)) have been killed in Lebanon since the war in Gaza began.", "Lebanon"),
        ("[[9,000]] ((people)) have been killed since the war in Syria began.", None),
        ("[[9,000]] ((people)) have been killed in Syria since the conflict began.", None),
        ("[[9,000]] ((people)) have been killed in Syria and 11 million displaced since the conflict began.", None),
        ("[[735]] ((people)) have been killed in raids on Syria and Iraq since 2014.", None),
        ("[[70,000]] ((soldiers)) were killed in May alone, as the army faced losses in the Kharkiv region.", None),
        ("Orboz has been ravaged by the war that began with protests in 2011 and which has since killed [[9,000]] ((people)).", None),
        ("Orboz has been ravaged by a war that has killed [[9,000]] ((people)).", None),
        ("Talks were held in Tellin. A conflict in eastern Ukraine that has killed [[9,000]] ((people)) goes on.", "eastern Ukraine"),
        ("The news is grave. The group said it had killed [[300]] ((soldiers)). An attack hit Orbo town on Monday.", None),
        ("Families have met in Haifa since [[200]] ((people)) were abducted.", None),
        ("A blast in Tellin killed four, the latest in a string of attacks that have left [[90]] ((people)) dead in the past year.", None),
        ("More than [[210000]] ((people)) have been killed in Syria since the countrys conflict began.", None),
    ],
)  # fmt: skip
def test_totals_are_of_the_region_and_not_of_the_war(ask: Ask, text: str, place: str | None) -> None:
    scope: Scope = "cumulative"
    assert ask(text, scope=scope).places == [place]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Bombs killed [[nine]] ((people)) in Homs in May. A suicide attack there two months earlier killed [[five]] ((people)).", ["Homs", "Homs"]),
        ("Bombs killed [[nine]] ((people)) in Homs. There were attacks two months earlier that killed [[five]] ((people)).", ["Homs", None]),
    ],
)  # fmt: skip
def test_an_attack_there_is_where_the_last_was(ask: Ask, text: str, places: list[str | None]) -> None:
    assert ask(text).places == places


@pytest.mark.parametrize(
    ("before", "place"),
    [
        ("A strike in Beirut on Monday killed the movement's top commander.", "Beirut"),
        ("A strike in Beirut on Monday hit a house.", None),
    ],
)
def test_who_is_named_after_the_deed_died_there(before: str, place: str | None) -> None:
    text = f"{before} The assassination of Omar Zaydoun was the gravest blow in years."
    claims = [claim for claim in find(Report(id="r", text=text)).claims if claim.names]
    assert [claim.place for claim in claims] == [place]


def test_palestinians_that_gazas_offices_count_died_in_gaza() -> None:
    text = "Talks on Gaza went on. More than 39,000 people have been killed since October, according to the Palestinian health ministry."
    assert find(Report(id="r", text=text, published="2024-07-01")).claims[0].place == "Gaza"
    text = "Talks on Gaza went on. The war has killed more than 39,000 Palestinians."
    assert find(Report(id="r", text=text, published="2024-07-01")).claims[0].place == "Gaza"


def test_who_is_held_for_an_attack_was_not_seized_there(ask: Ask) -> None:
    text = "Police detained [[two]] ((men)) over a bomb attack in Zorbin town."
    assert ask(text, harm="captured").places == [None]


def test_millions_did_not_die_in_one_town() -> None:
    text = "In total, some 8.5 million soldiers died between 1914 and 1918, many of them in Verdun."
    assert [claim.place for claim in find(Report(id="r", text=text)).claims] == [None]


def test_fighting_that_killed_as_many_as_a_war_has_no_place() -> None:
    text = "Powers negotiate an end to the fighting in Syria, which has killed {} people."
    told = {n: find(Report(id="r", text=text.format(n))).claims[0].place for n in ("250,000", "40")}
    assert told == {"250,000": None, "40": "Syria"}
