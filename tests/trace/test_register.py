"""Who is who among sources: the shipped entries on their examples, and what is learned from a report."""

import pytest

from cenotaph.language import load_pack
from cenotaph.model import Report
from cenotaph.trace.bylines import byline
from cenotaph.trace.register import Register
from cenotaph.trace.shipped import house_of, outlet_of
from cenotaph.trace.source import SourceRef

EMPTY = Report("r", "")
BYLINES = load_pack("sources")["bylines"]
EXAMPLES = load_pack("sources")["examples"]


def identify(name: str, text: str = "") -> SourceRef:
    return Register().identify(name, Report("r", text), at=len(text))


@pytest.mark.parametrize("example", EXAMPLES["same"])
def test_a_name_leads_to_its_entry(example: str) -> None:
    name, _, expected = example.partition(" => ")
    found = identify(name)
    state = "protected" if found.protected else "named" if found.named else "unnamed"
    assert " | ".join((found.name, found.kind, found.side or "-", state)) == expected


@pytest.mark.parametrize("example", EXAMPLES["apart"])
def test_names_that_look_alike_stay_apart(example: str) -> None:
    one, _, other = example.partition(" => ")
    assert identify(one).key != identify(other).key


def shipped_names() -> list[tuple[str, str]]:
    pack = load_pack("sources")
    kinds = ("agency", "outlet", "UN", "NGO", "military", "official", "people")
    rows = [row for kind in kinds for row in pack[kind]]
    return [(name, row["name"]) for row in rows for name in (row["name"], *row.get("names", ()))]


def test_every_name_of_the_pack_leads_to_the_entry_it_stands_in() -> None:
    assert {(name, identify(name).name) for name, _ in shipped_names()} == set(shipped_names())


def test_every_house_is_an_entry() -> None:
    houses = [house_of(identify(entry)) for _, entry in shipped_names()]
    assert all(house.house is None for house in houses)


def test_a_sister_outlet_is_linked_and_not_merged() -> None:
    sister, house = identify("Radio Svaboda"), identify("RFE")
    assert sister.key != house.key
    assert house_of(sister) == house


def test_a_ministry_without_a_nation_is_that_of_the_last_authorities() -> None:
    text = "Ethiopia's government blamed Eritrea's army. Later the defence ministry"
    assert identify("the defence ministry", text).name == "Ministry of Defence of Eritrea"


def test_forces_that_strike_are_no_authorities() -> None:
    text = "Ethiopia's government blamed Eritrean forces. Later the defence ministry"
    assert identify("the defence ministry", text).name == "Ministry of Defence of Ethiopia"


def test_a_ministry_of_nobody_knows_which_state_stays_unnamed() -> None:
    text = "Later the defence ministry counted again. Chadian officials and Sudan's army were silent."
    found = Register().identify("the defence ministry", Report("r", text), at=10)
    assert (found.named, found.side, found.key) == (False, None, "in:r:defence ministry")


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("BAKU, 9 December. Guards of Armenia fired, ", "the Defence Ministry of the republic", "Ministry of Defence of Azerbaijan"),
        ("Colombia's border with Peru is closed. In Colombia ", "the defence ministry", "Ministry of Defence of Colombia"),
        ("Chadian officials denied it. N'Djamena spoke once: on Friday its defence ministry said", "defence ministry", "Ministry of Defence of Chad"),
        ("Sudanese officials denied it. N'Djamena spoke once: on Friday its defence ministry said", "defence ministry", "Ministry of Defence of Chad"),
        ("Sudanese officials denied it. Of Chad and its trade little is known, the defence ministry said", "defence ministry", "Ministry of Defence of Sudan"),
        ("Chad's defence ministry sent guards. Later ", "the ministry", "Ministry of Defence of Chad"),
    ],
)  # fmt: skip
def test_whose_office_is_meant(text: str, name: str, expected: str) -> None:
    assert identify(name, text).name == expected


def test_a_surname_means_the_full_name_of_the_same_report() -> None:
    others = ("Oksana Hrytsenko", "Hrytsenko", "Lviv mayor")
    assert Register().identify("Hrytsenko", EMPTY, others=others).name == "Oksana Hrytsenko"


def test_a_surname_of_two_people_stays_a_surname() -> None:
    others = ("Oksana Hrytsenko", "Pavlo Hrytsenko")
    assert Register().identify("Hrytsenko", EMPTY, others=others).name == "Hrytsenko"


def test_unnamed_people_are_told_apart_only_within_their_report() -> None:
    one, other = (Register().identify("a nurse", Report(id_, "")) for id_ in ("r1", "r2"))
    assert one.key != other.key


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("police and medics", ["police", "medics"]),
        ("Reuters and the Guardian", ["Reuters", "The Guardian"]),
        ("the Ministry of Trade and Industry", ["the Ministry of Trade and Industry"]),
        ("Center of Law and Peace", ["Center of Law and Peace"]),
        ("both Reuters and the Guardian", ["Reuters", "The Guardian"]),
        ("military and police sources", ["military sources", "police sources"]),
        ("Belarusian and Chadian media", ["Belarusian and Chadian media"]),
    ],
)
def test_sources_credited_together_are_told_apart_where_each_stands_alone(
    name: str, parts: list[str]
) -> None:
    assert [part.name for part in Register().identify_all(name, EMPTY)] == parts


@pytest.mark.parametrize(
    ("outlet", "name"),
    [
        ("Daily Mail (repost)", "Daily Mail"),
        ("www.reuters.com", "Reuters"),
        ("https://www.dailymail.co.uk/news", "Daily Mail"),
        ("timesofisrael", "Times of Israel"),
        ("Hill Town Weekly", "Hill Town Weekly"),
        ("Russia", "Russia"),
    ],
)
def test_the_outlet_of_a_report(outlet: str, name: str) -> None:
    found = outlet_of(outlet)
    assert (found.name, found.carries) == (name, True)


@pytest.mark.parametrize("example", BYLINES["examples"])
def test_a_text_that_is_an_agencys_by_its_own_words(example: str) -> None:
    text, _, agency = example.rpartition(" => ")
    found = byline(text)
    assert found is not None
    assert found[0].name == agency
    assert Register().identify(text[found[1].start : found[1].end], EMPTY).name == agency


def test_an_agency_signs_in_its_own_way() -> None:
    found = byline("Nine people died in the raid.\n\n(Reporting by Ada Roe and Bob Lee; editing by Cay Moe)")
    assert found is not None
    assert found[0].name == "Reuters"


@pytest.mark.parametrize("text", BYLINES["counter"])
def test_an_agency_in_the_text_is_no_byline(text: str) -> None:
    assert byline(text) is None


def test_a_body_is_known_by_its_spokesman() -> None:
    found = Register().identify("The Observatory", EMPTY, others=("Rami Abdel Rahman", "The Observatory"))
    assert found.name == "Syrian Observatory for Human Rights"


def test_a_body_is_known_by_a_part_of_its_name() -> None:
    others = ("Lake Chad Observatory for Peace", "Observatory")
    assert Register().identify("the Oslo-based Observatory", EMPTY, others=others).name == others[0]


@pytest.mark.parametrize(
    ("outlet", "expected"),
    [("Time News", "Time News"), ("Zambian Observer", "Zambian Observer"), ("AP News", "Associated Press")],
)
def test_an_outlet_is_no_other_that_it_shares_a_common_word_with(outlet: str, expected: str) -> None:
    assert outlet_of(outlet).name == expected


@pytest.mark.parametrize(
    ("name", "kind"), [("Myanmar Witness", "NGO"), ("Eye Witness", "eyewitness"), ("A Witness", "eyewitness")]
)
def test_a_body_may_go_by_a_noun_for_one_person(name: str, kind: str) -> None:
    assert identify(name).kind == kind


def test_initials_of_a_state_count_in_capitals_alone() -> None:
    text = "A car bomb hit Ayr. A car burned, men told us. Syrias guards wept. "
    assert identify("state media", text).name == "State media of Syria"


def test_a_short_form_may_have_letters_of_another_tongue() -> None:
    text = "The Valley Protection Movement (JPG) and Ann Roe (ABC) spoke. "
    assert identify("JPG", text).name == "Valley Protection Movement"
    assert identify("ABC", text).name != "Ann Roe"


def test_a_name_of_another_script_is_one_however_it_is_spelt() -> None:
    register = Register()
    there = register.identify("Serhiy Bilhorov", Report("a", "Serhiy Bilhorov spoke."))
    here = register.identify("Sergei Bilgorov", Report("b", "Sergei Bilgorov spoke."))
    assert there.key == here.key
    assert here.name == "Sergei Bilgorov"
    assert (
        register.identify("Ann Stone", Report("c", "")).key
        != register.identify("Anne Stone", Report("c", "")).key
    )


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("Peace Desk together with Harbour Watch", ["Peace Desk", "Harbour Watch"]),
        (
            "Amnesty International, in partnership with the Peace Desk",
            ["Amnesty International", "Peace Desk"],
        ),
        ("police together with residents", ["police together with residents"]),
        (
            "Amnesty International, Harbour Watch, and the Peace Desk",
            ["Amnesty International", "Harbour Watch", "Peace Desk"],
        ),
        ("Ayr Watch, Harbour Watch and the Peace Desk", ["Ayr Watch, Harbour Watch and the Peace Desk"]),
    ],
)
def test_makers_of_one_thing_are_sources_each(name: str, names: list[str]) -> None:
    found = Register().identify_all(name, Report("a", f"It was put out by {name}."))
    assert [one.name for one in found] == names


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Volodymyr Bilhorov", "Vladimir Bilgorov", True),
        ("Oleksiy Bilhorov", "Alexei Bilgorov", True),
        ("Oleksiy Bilhorov", "Oleksandr Bilhorov", False),
        ("the Oslo-based Harbour Desk", "Harbour Desk", True),
        ("the Oslo Harbour Desk", "Harbour Desk", False),
    ],
)
def test_a_given_name_in_another_language_or_a_seat_makes_no_other_source(
    one: str, other: str, *, same: bool
) -> None:
    register = Register()
    here, there = (register.identify(name, Report("a", f"{name} spoke.")) for name in (one, other))
    assert (here.key == there.key) == same


def test_a_listed_person_is_known_by_any_spelling() -> None:
    assert identify("Volodímir Zelenski").name == "Volodymyr Zelenskyy"


def test_a_surname_is_of_whoever_has_it_in_another_spelling() -> None:
    found = Register().identify("Kirilko", Report("a", "Kirilko spoke."), others=["Pavlo Kyrylko"])
    assert found.name == "Pavlo Kyrylko"
