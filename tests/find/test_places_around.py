"""Where the people of one count were harmed by what stands around it: other counts, other sentences, speakers, persons."""

from collections.abc import Callable
from typing import Any

import pytest

from cenotaph.find.finder import find
from cenotaph.model import Report

Ask = Callable[..., Any]


def test_each_count_of_a_sentence_takes_its_own_place(ask: Ask) -> None:
    text = "Raids killed [[nine]] ((people)) in Idlib and [[four]] ((people)) in Saraqeb, medics said."
    assert ask(text).places == ["Idlib", "Saraqeb"]


@pytest.mark.parametrize(
    "speaker", ["officials in Abuja", "the foreign ministry in Paris", "an envoy in Geneva"]
)
def test_whoever_speaks_elsewhere_takes_no_place_from_the_dead(ask: Ask, speaker: str) -> None:
    assert ask(f"[[Nine]] ((people)) were killed in Kano, {speaker} said.").places == ["Kano"]


def test_where_a_person_held_office_is_not_outdone_by_a_wider_place(ask: Ask) -> None:
    text = (
        "Rebels shot the mayor of Tarma, [[Hugo Vela Roca]], at the town's market. "
        "[[Vela Roca]] is the fourth mayor killed in Junin department this year."
    )
    assert ask(text).places == ["Tarma", "Junin department"]


def test_who_acts_in_a_town_acts_there(ask: Ask) -> None:
    text = "After the attack in Herat, which killed [[40]] ((people)), police in Kandahar arrested [[six]] ((men))."
    assert ask(text).places == ["Herat", "Kandahar"]


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
        ("On 19 April, gunmen attacked a judge's home, killing nine.", None),
        ("On 29 April, gunmen attacked a judge's home, killing nine.", "Rafah"),
        (
            "It was the third bombing this spring. On 19 April, a bomb went off at a bank, killing nine.",
            "Rafah",
        ),
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
        ("Gunmen killed [[nine]] ((guards)) in Jordan. Soldiers paid respects at the funeral of their comrade in Tellin.", ["Jordan"]),
        ("Gunmen killed [[nine]] ((guards)) in Jordan. The raid hit the funeral of an elder in Tellin town.", ["Tellin town"]),
        ("Gunmen killed [[nine]] ((guards)). The president gave a speech to the nation in Tellin.", [None]),
        ("Gunmen killed [[nine]] ((guards)) in Jordan. The attack followed. (Reporting by Ann Li in Tellin)", ["Jordan"]),
        ("[[Nine]] ((men)) died. In Amman the interior ministry confirmed raids in Tellin province.", ["Tellin province"]),
        ("Gunmen shot [[one]] ((deputy)) dead in the Zorbin district. The body is at the Orbo Hospital in Tellin.", ["Zorbin district"]),
        ("A strike in Beirut killed [[two]] ((men)). [[Nine]] ((people)) died in the strike in Lebanon.", ["Beirut", "Beirut"]),
        ("A strike in Beirut killed [[two]] ((men)). [[Nine]] ((people)) died in a strike in Lebanon.", ["Beirut", "Lebanon"]),
        ("Buses were bombed outside Aleppo on Saturday. Others left Zabadani on Monday. Saturdays convoy attack killed [[nine]] ((people)).", ["Aleppo"]),
        ("Gunmen broke into a Dallas apartment and killed [[two]] ((men)).", ["Dallas"]),
        ("[[Two]] ((men)) died in Operation Tellin Freedom.", [None]),
        ("Raids killed [[nine]] ((men)) in Tellin and [[two]] ((others)) - including [[one]] ((child)) - died in the Orbo neighbourhood.", ["Tellin", "Orbo neighbourhood", "Orbo neighbourhood"]),
        ("Raids came after the arrest in Brussels of a man wanted for attacks in Paris that killed [[130]] ((people)).", ["Paris"]),
        ("[[Nine]] ((leaders)) were killed. Envoys will meet this week in Geneva to talk of the murders.", [None]),
        ("Police hold the man accused of killing Tellin synagogue president [[Anna]] ((Woll)) at home.", [None]),
        ("Raids killed [[nine]] ((men)) in Eastern Ghouta. The blasts shook the last stronghold near the capital Damascus.", ["Eastern Ghouta"]),
        ("Guards died in a raid. Two of them were buried on 16 May in Tellin and Orbo. The army killed [[six]] ((rebels)).", [None]),
        ("The crime must be solved, Arias stated at Comalapa airport. [[Six]] ((priests)) were murdered.", [None]),
        ("[[Nine]] ((men)) died in the Damascus suburb of Irbin.", ["Irbin"]),
        ("A man whom the Manchester suicide bomber visited is silent. The bomb killed [[22]] ((people)).", ["Manchester"]),
        ("The man held for the San Bernardino shooting killed [[14]] ((people)).", ["San Bernardino"]),
        ("Suicide bombers killed [[14]] ((people)). Pro-Assad gunmen fled.", [None]),
        ("Raids killed [[ten]] ((men)) in Orbo valley in Homs countryside. Others hit refineries in Raqqa countryside.", ["Orbo valley"]),
        ("Raids killed [[45]] ((people)) in and around Aleppo and [[22]] in neighbouring Idlib province.", ["Aleppo", "Idlib province"]),
        ("[[Eleven]] ((men)) were killed in barrel bomb attacks on a town in northern Syria. Helicopters dropped bombs on Al-Bab. Raids on Homs went on.", ["Al-Bab"]),
        ("Guerrillas ambushed a convoy on the Tellin highway at Orbo. The result was [[nine]] ((dead)).", ["Orbo"]),
        ("[[Two]] ((men)) died in a drone attack on Tel Aviv. The strikes hit oil tanks on Yemen’s coast, and killed [[nine]] ((men)).", ["Tel Aviv", "Yemen"]),
        ("The general, who is in Tellin, will speak soon. [[Nine]] ((men)) were killed.", [None]),
        ("There were attacks in Brussels on March 22. Raids in Tellin went on. He took the blame for March 22, when gunmen killed [[32]] ((people)).", ["Brussels"]),
        ("Talks were held in Caracas, but after the murder of [[ten]] ((leaders)) the rebels left.", [None]),
        ("Shells hit Homs. Rockets killed [[two]] ((men)) in the Tellin district. A mine at a school in another neighbourhood killed [[six]] ((boys)).", ["Tellin district", "Homs"]),
        ("Shells landed in Zantella area and killed [[six]] ((men)). Another mortar shell fell in the Orbo neighbourhood.", ["Zantella area"]),
        ("Air strikes that hit a school in Idlib province killed [[22]] ((pupils)). Six raids by jets hit Orbo village in Idlib province.", ["Orbo village"]),
        ("Bombs rocked Brussels, and hurt [[nine]] ((men)), Charleroi was shut.", ["Brussels"]),
        ("Gunmen stormed a university in northwestern Pakistan and killed [[19]] ((people)). They scaled the walls of the Bacha Khan University in Charsadda.", ["Bacha Khan University"]),
        ("He carried a rifle into the packed Orbo club and started shooting, killing [[50]] ((people)).", ["Orbo club"]),
        ("Orbo borders the Tellin area, where gunmen stormed a camp. [[Nine]] ((people)) were killed in that assault.", ["Tellin area"]),
    ],
)  # fmt: skip
def test_places_by_the_words_around_them(ask: Ask, text: str, places: list[str | None]) -> None:
    assert ask(text).places == places


def test_who_was_seized_in_one_place_and_killed_in_another_has_both() -> None:
    text = (
        "Robert Hall was killed on Jolo. Mr. Hall was abducted from a resort on Samal Island.\n"
        "Robert Hall was abducted in September. Also abducted at the time were John Ridsdel and Karl Sand."
    )
    found = find(Report(id="r", text=text, published="2016-06-14")).claims
    assert {(claim.names[0], claim.harm): claim.place for claim in found} == {
        ("Robert Hall", "killed"): "Jolo",
        ("Mr. Hall", "captured"): "Samal Island",
        ("Robert Hall", "captured"): "Samal Island",
        ("John Ridsdel", "captured"): "Samal Island",
        ("Karl Sand", "captured"): "Samal Island",
    }


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Shells killed two men in Nikopol. The mayor of the Ukrainian city Melitopol said a man was killed.", ["Nikopol", "Melitopol"]),
        ("Shells killed two men in Nikopol. The mayor of Nikopol said one man was killed.", ["Nikopol", "Nikopol"]),
        ("Shells killed two men in Orboz village. The mayor of Melitopol said one man was killed.", ["Orboz village", "Orboz village"]),
        # Where a deed is judged, looked into, protested or remembered.
        ("Prosecutors in Karlsruhe charged a man with the murder of nine people in a village near Damascus.", ["Damascus"]),
        ("A jury in Virginia convicted him over the deaths of nine hostages.", [None]),
        ("Investigators in Paris opened an inquiry into the deaths of nine men killed in Niger.", ["Niger"]),
        ("Crowds marched in Madrid to protest the deaths of nine reporters killed in a raid.", [None]),
        ("Hundreds came to a funeral in Tunis for the nine guards killed by a bomber.", [None]),
        ("A bomb killed nine people in Hama. Police in Homs arrested three men over the blast that killed the nine people.", ["Hama", "Homs", "Hama"]),
        ("Crowds marched in Madrid when a bomber killed nine people.", ["Madrid"]),
        ("Police in Homs killed nine people.", ["Homs"]),
        ("The airport of Dublin was closed hours after nine people were killed and 20 wounded in a blast in Brussels.", ["Brussels", "Brussels"]),
        ("Troops sealed off Homs hours after nine people were killed by a bomb.", ["Homs"]),
        # Who holds office where, and whose office tells.
        ("Gunmen kidnapped Omar Zand, the mayor of Melitopol.", ["Melitopol"]),
        ("Gunmen kidnapped Omar Zand, a former mayor of Melitopol.", [None]),
        ("The authorities of the eastern department of Orboz said that Omar Zand was murdered.", ["Orboz"]),
        ("Activists in Homs said five farmers were killed when shells hit the town.", ["Homs"]),
        ("Five farmers were killed by shelling, nurses in Homs said.", ["Homs"]),
        ("Gunmen shot dead Omar Zand, who was responsible for the party's work in Orboz.", [None]),
        ("A bomb wounded two men in Homs. The killing of Idlib province governor Omar Zand was remembered.", ["Homs", None]),
        ("Troops raided farms. Unofficial reports in Homs indicate that the raids go on. Two men were killed.", [None]),
        ("The engineer Omar Zand was kidnapped by rebels and resides in Homs.", [None]),
        ("Nineteen wounded were taken to hospitals in Safed and Haifa after rockets hit Acre.", ["Acre"]),
        # Where others were taken, are held, or died; what only tells how a road runs.
        ("Police arrested two men in Homs. Gunmen have killed the judge Omar Zand.", ["Homs", None]),
        ("A bomb wounded two men in Homs. The suspects are being held at the Orbo facilities. They are wanted for killing a judge.", ["Homs", "Homs"]),
        ("Omar Zand was shot dead in northern Orboz. Karim Tell was killed near his house in Orboz's Zantella district.", ["northern Orboz", "Zantella district"]),
        ("LIMA, 3 MAY 24 (EFE) -- [TEXT] A BUS WAS ATTACKED ON THE ROAD THAT LINKS TARMA WITH BARRANCA, ON THE PACIFIC COAST. ONE MAN WAS KILLED.", [None]),
        # Place nouns in capitals.
        ("LIMA, 3 MAY 24 (EFE) -- [TEXT] A BOMB KILLED TWO MEN IN THE ECUADORIAN CAPITAL.", ["ECUADORIAN CAPITAL"]),
        ("LIMA, 3 MAY 24 (EFE) -- [TEXT] A BOMB WENT OFF AT THE ZUNDEL STORE. TWO MEN WERE KILLED.", ["ZUNDEL STORE in Lima"]),
        ("LIMA, 3 MAY 24 (EFE) -- [TEXT] ANN ZAND, A TEACHER, WAS SHOT DEAD TODAY IN TARMA. GUNMEN STORMED HER HOUSE IN THE QUILCORA NEIGHBORHOOD.", ["QUILCORA NEIGHBORHOOD (TARMA)"]),
        # A name told by its letters.
        ("LIMA, 3 MAY 24 (EFE) -- [TEXT] TROOPS SHOT TWO PRIESTS FROM THE CENTRAL NATIONAL UNIVERSITY (CNU). THE ATTACK WAS NEAR THE CNU.", ["CENTRAL NATIONAL UNIVERSITY in Lima"]),
        # Copy without commas, and names of persons.
        ("Jets killed nine people in Homs province. They hit the Orbo district in Homs Ibrahim Abu Zand told Anadolu.", ["Orbo district in Homs"]),
        ("A gunman was killed by the sergeant at Arms Kevin Zand in Ottawa.", ["Ottawa"]),
    ],
)  # fmt: skip
def test_offices_courts_and_mourners(text: str, places: list[str | None]) -> None:
    claims = find(Report(id="r", text=text, published="2024-05-01")).claims
    assert [claim.place for claim in claims] == places
