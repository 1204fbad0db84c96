"""Handling rows: every rule of the pack on its examples, and whole rows on short reports of our own."""

import pytest
from tests.calls import calls

from cenotaph.find.finder import find
from cenotaph.find.handling.clauses import clauses
from cenotaph.find.handling.grammar import worded
from cenotaph.find.handling.reading import read_sentence
from cenotaph.find.handling.rows import handlings
from cenotaph.find.text.sentences import sentences
from cenotaph.language import load_pack
from cenotaph.model import Handling, Report

RULES, ALL_WAYS = worded(), load_pack("handling_ways")["ways"]
EXAMPLES = [(rule["name"], rule["action"], text) for rule in RULES for text in rule["examples"]]
COUNTERS = [(rule["name"], text) for rule in RULES + ALL_WAYS for text in rule["counter"]]
WAYS = [(way["name"], text) for way in ALL_WAYS for text in way["examples"]]


def rules_of(text: str) -> dict[str, str]:
    found = clauses(read_sentence(text, 0, len(text)), carried="dead")
    return {rule.name: clause.action for clause in found for rule in clause.rules}


def rows(text: str) -> list[Handling]:
    report = Report(id="r", text=text)
    return handlings(report, sentences(text))


@pytest.mark.parametrize(("name", "action", "text"), EXAMPLES)
def test_rule_finds_its_examples(name: str, action: str, text: str) -> None:
    assert action in rules_of(text).values(), f"{name} leaves its example"


@pytest.mark.parametrize(("name", "text"), WAYS)
def test_way_tells_its_examples(name: str, text: str) -> None:
    assert name in rules_of(text)


@pytest.mark.parametrize(("name", "text"), COUNTERS)
def test_rule_leaves_its_counter_examples(name: str, text: str) -> None:
    assert name not in rules_of(text)


def test_rule_names_are_unique() -> None:
    names = [rule["name"] for rule in RULES + ALL_WAYS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Troops crossed the river at dawn. The bridge was rebuilt in May.",
        "Shelling killed nine people and wounded a nurse near the hospital.",
        "Rescuers pulled three bodies from the rubble of the school after the missile strike.",
        "Four people were buried under the ruins when a bomb hit their house.",
        "Families were evacuated from the besieged town by bus during the fighting.",
        "The army agreed to bury him on Friday, a rebel said.",
        "Doctors have not taken the wounded to Odesa, the general said after the battle.",
        "A flood swept away houses, and the bodies of hikers were taken to a clinic after the landslide.",
    ],
)
def test_other_words_of_harm_are_no_handling(text: str) -> None:
    assert rows(text) == []


def test_quote_is_the_clause_in_the_text() -> None:
    text = "Residents said the bodies of nine soldiers were taken to Gomel by train, and the road was closed."
    (row,) = rows(text)
    assert row.quote == "the bodies of nine soldiers were taken to Gomel by train"
    assert text[row.start : row.end] == row.quote
    assert (row.cargo, row.action, row.to_place, row.means) == ("dead", "moved", "Gomel", ("train",))
    assert row.sources == ("Residents",)


def test_them_are_those_moved_in_the_sentence_before() -> None:
    _, then = rows(
        "A plane with 40 coffins landed in Lviv after the battle. Hearses took them to a barracks in Homs."
    )
    assert (then.action, then.cargo, then.to_place) == ("moved", "dead", "Homs")
    assert rows("A plane with 40 tents landed in Lviv after the battle. Lorries took them to Homs.") == []


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Her brothers killed in the massacre would be laid to rest in Tuzla years later.", "buried"),
        ("The remains of 30 victims of the massacre will be laid to rest in Tuzla on Tuesday.", None),
        ("The bodies of the guards killed in the raid would later be taken to Gao.", "moved"),
        ("The remains had to be gathered in pieces and buried after the strike.", "buried"),
        ("The bodies of two French soldiers killed in Mali were flown to Paris.", "returned"),
        ("The bodies of two French soldiers killed in Mali were flown to Gao.", "moved"),
        (
            "The remains of eight Armenian guards killed in the clash were passed to the Armenian side.",
            "returned",
        ),
        (
            "The remains of eight Armenian guards killed in the clash were transferred to the Armenian side.",
            "returned",
        ),
        ("The commander would have been buried in Tuzla if the army had allowed it after the battle.", None),
    ],
)
def test_what_is_announced_and_where_it_goes(text: str, action: str | None) -> None:
    assert [row.action for row in rows(text)] == ([action] if action else [])


def test_two_deeds_are_two_rows() -> None:
    first, second = rows(
        "After the raid the injured were rushed to a clinic in Homs, where they are being treated."
    )
    assert (first.action, first.facility, first.to_place) == ("moved", "a clinic", "Homs")
    assert (second.action, second.cargo, second.facility, second.place) == (
        "held",
        "wounded",
        "a clinic",
        "Homs",
    )


def test_one_way_told_in_two_verbs_is_one_row() -> None:
    (row,) = rows(
        "The coffins of the recruits were driven out in ambulances and loaded onto a train at the front."
    )
    assert (row.action, row.means) == ("moved", ("ambulance", "train"))


def test_they_are_those_of_the_sentence_before() -> None:
    text = "Corpses of Russian soldiers are brought to Belarus in lorries. They are then sent home by plane or ship."
    arrival, departure = rows(text)
    assert (arrival.action, arrival.to_place, arrival.means) == ("moved", "Belarus", ("truck",))
    assert (departure.action, departure.cargo, departure.means) == ("returned", "dead", ("plane", "ship"))
    assert departure.from_place == "Belarus"


@pytest.mark.parametrize(("land", "action"), [("Russia", "returned"), ("Belarus", "moved")])
def test_dead_sent_to_the_country_that_the_report_says_they_are_of_go_home(land: str, action: str) -> None:
    text = (
        f"Bodies of Russian soldiers fill the morgue in Homel. Over 200 corpses were sent to {land} by May."
    )
    assert rows(text)[-1].action == action


def test_the_city_is_the_one_named_before() -> None:
    text = (
        "Shells fell on Kharkiv on Monday. Wounded troops were brought to the city from the front all night."
    )
    (row,) = rows(text)
    assert row.to_place == "Kharkiv"


def test_facility_in_a_town_gives_the_place() -> None:
    (row,) = rows(
        "At least 60 corpses of militants lie in the central morgue of the city of Mosul after the battle."
    )
    assert (row.action, row.facility, row.place) == ("held", "the central morgue", "Mosul")


def test_station_is_where_the_dead_are_loaded() -> None:
    text = (
        "Travellers at the Mozyr railway station counted soldiers' coffins being loaded on a train at night."
    )
    (row,) = rows(text)
    assert (row.facility, row.from_place, row.means) == ("the Mozyr railway station", "Mozyr", ("train",))


@pytest.mark.parametrize(
    ("text", "from_", "to", "means"),
    [
        ("Four planes carrying nine coffins left for Moscow and Samara.", None, "Moscow", ("plane",)),
        ("The wounded were loaded on a hospital train bound for Lviv.", None, "Lviv", ("train",)),
        ("A train with 40 wounded reached Lviv at dawn.", None, "Lviv", ("train",)),
        (
            "Corpses were sent to Russia, at first by van and then by train.",
            None,
            "Russia",
            ("other", "train"),
        ),
        ("They bring in bodies at night in refrigerated lorries.", None, None, ("truck",)),
        ("A helicopter flew nine wounded men from Jolo to Cebu.", "Jolo", "Cebu", ("helicopter",)),
        ("Manila airlifted the remains of nine marines from Jolo to Cebu.", "Jolo", "Cebu", ("plane",)),
        ("The wounded were driven to the capital, Bamako.", None, "Bamako", ()),
    ],
)
def test_the_way_of_the_dead_and_wounded(
    text: str, from_: str | None, to: str | None, means: tuple[str, ...]
) -> None:
    (row,) = rows(f"Shelling went on in Varda. {text}")
    assert (row.action, row.from_place, row.to_place, row.means, row.facility) == (
        "moved",
        from_,
        to,
        means,
        None,
    )


def test_there_is_the_facility_named_nearby() -> None:
    text = "A nurse works at a hospital in Gomel. There are at least 80 wounded soldiers there, she said."
    (row,) = rows(text)
    assert (row.action, row.facility, row.place) == ("held", "a hospital", "Gomel")


@pytest.mark.parametrize(
    ("text", "cargo"),
    [
        ("Hospitals in the town are overcrowded after the bombing.", "wounded"),
        ("Mortuaries in the town are overcrowded after the bombing.", "dead"),
        ("Trucks packed with wounded and dead troops passed the checkpoint.", "both"),
        ("The clinic took in 12 bodies as well as 30 injured people after the raid.", "both"),
    ],
)
def test_cargo(text: str, cargo: str) -> None:
    assert [row.cargo for row in rows(text)] == [cargo]


def test_doubt_is_kept() -> None:
    (row,) = rows("There are unverified reports of morgues filling up with dead soldiers near the front.")
    assert (row.action, row.stance) == ("overflowing", "doubted")


def test_capitals_work_too() -> None:
    text = "THE WOUNDED GUERRILLAS WERE TAKEN TO THE MILITARY HOSPITAL IN SAN SALVADOR BY HELICOPTER."
    (row,) = rows(text)
    assert (row.facility, row.to_place, row.means) == (
        "THE MILITARY HOSPITAL",
        "SAN SALVADOR",
        ("helicopter",),
    )


def test_rows_name_their_rules_and_stay_the_same() -> None:
    text = "The militia handed over the bodies of 20 fighters on Sunday."
    assert rows(text) == rows(text)
    assert rows(text)[0].rules[0] == "handling:active"


def test_time_grows_no_faster_than_the_text() -> None:
    """A page without a full stop is read in pieces: eight times the text takes far less than the square of it."""
    clause = "the bodies of soldiers were taken to Gomel and "

    rows(clause * 50)  # What is read once, such as packs, counts for neither.
    assert calls(lambda: rows(clause * 800)) < 16 * calls(lambda: rows(clause * 100))


FIELDS = [
    ("More than 90 bodies of recruits left the Homel region by rail and by air.", "moved", (None, "Homel region", None), ("train", "plane")),
    ("The bodies of the recruits were loaded onto trains in Homel and sent to Russia.", "moved", (None, "Homel", "Russia"), ("train",)),
    ("A train with 90 bodies of recruits arrived in Rostov.", "moved", (None, None, "Rostov"), ("train",)),
    ("Eight of the wounded were flown out of Jordan.", "moved", (None, "Jordan", None), ("plane",)),
    ("Two guards killed near Bakhmut were buried in Lviv.", "buried", ("Lviv", None, None), ()),
    ("Two guards wounded by a mine in Izium were treated in Dnipro.", "held", ("Dnipro", None, None), ()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "action", "places", "means"), FIELDS)
def test_where_from_where_to_and_how(
    text: str, action: str, places: tuple[str | None, ...], means: tuple[str, ...]
) -> None:
    (row,) = find(Report("r", text)).handlings
    assert (row.action, (row.place, row.from_place, row.to_place), row.means) == (action, places, means)


def test_who_was_told_as_killed_is_buried_whatever_the_words_around() -> None:
    text = "Sergeant Ivan Roe was killed near Bakhmut. He was laid to rest in Ternopil on Saturday."
    assert [(row.action, row.place) for row in find(Report("r", text)).handlings] == [("buried", "Ternopil")]
