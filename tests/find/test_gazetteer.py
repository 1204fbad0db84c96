"""The gazetteer that ships with the package: spellings meet, namesakes are told apart by their report."""

from collections import Counter

import pytest

from cenotaph.find.place.gazetteer import Gazetteer, gazetteer, kilometres, where_precision
from cenotaph.find.place.geo.distance import distance_km
from cenotaph.find.place.geo.spelling import load_geo_pack
from cenotaph.model import Place, Span


@pytest.fixture(scope="module")
def known() -> Gazetteer:
    return gazetteer()


def first(known: Gazetteer, name: str) -> Place:
    return known.lookup(name)[0]


@pytest.mark.parametrize(
    "spellings",
    [
        ("Homel", "Gomel", "HOMEL", "Homyel’"),
        ("Mazyr", "Mozyr"),
        ("Kyiv", "Kiev"),
        ("Kharkiv", "Kharkov"),
        ("Donbas", "Donbass"),
        ("Raqqa", "Raqqah", "al-Raqqa", "Ar-Raqqah"),
        ("Shchastia", "Schastye", "Shchastya"),
        ("Naroulya", "Narowlya", "Naroulia"),
        ("Qamishli", "al-Qameshli", "Kamishli"),
        ("Khan Younis", "Khan Yunis", "Khan Yunus"),
        ("Deir ez-Zor", "Deir Ezzor", "Deir al-Zour"),
        ("St. Petersburg", "Saint Petersburg"),
        ("Sievierodonetsk", "Severodonetsk"),
        ("El Fasher", "al-Fashir"),
    ],
)
def test_spellings_of_one_place_meet(known: Gazetteer, spellings: tuple[str, ...]) -> None:
    assert len({first(known, name).key for name in spellings}) == 1


@pytest.mark.parametrize(
    ("name", "context", "country"),
    [
        ("Tripoli", ("Hezbollah", "Lebanon", "Beirut"), "LB"),
        ("Tripoli", ("Libyan", "Misrata"), "LY"),
        ("Kamenka", ("Mozyr", "Belarusian"), "BY"),
        ("San Miguel", ("SALVADORAN", "USULUTAN"), "SV"),
        ("Cordoba", ("MEDELLIN", "COLOMBIAN"), "CO"),
        ("Jalalabad", ("Afghan", "Kabul"), "AF"),
        ("Santa Ana", ("California", "Los Angeles"), "US"),
        ("Santa Ana", ("Sonsonate", "El Salvador"), "SV"),
    ],
)
def test_the_report_tells_namesakes_apart(
    known: Gazetteer, name: str, context: tuple[str, ...], country: str
) -> None:
    place = known.resolve(name, context)
    assert place is not None
    assert place.country == country


def test_the_larger_place_named_after_it_decides(known: Gazetteer) -> None:
    text = "The bus left Athens, Georgia for Atlanta."
    spans = [
        Span(start, start + len(name))
        for name in ("Athens", "Georgia", "Atlanta")
        for start in (text.index(name),)
    ]
    athens, georgia, _ = known.resolve_spans(text, spans)
    assert athens is not None and georgia is not None
    assert (athens.country, georgia.country, georgia.kind) == ("US", "US", "region")


def test_a_list_of_countries_is_no_address(known: Gazetteer) -> None:
    text = "Troops came from Niger, Chad and Mali."
    spans = [
        Span(start, start + len(name)) for name in ("Niger", "Chad", "Mali") for start in (text.index(name),)
    ]
    assert [place.country for place in known.resolve_spans(text, spans) if place] == ["NE", "TD", "ML"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Kherson", "city"), ("Kherson region", "region"), ("the Homel region", "region"), ("Anbar province", "region"),
        ("Gaza Strip", "region"), ("Gaza", "city"), ("Darfur", "area"), ("Black Sea", "water"), ("Africa", "world"),
        ("Syria", "country"), ("Azovstal", "site"), ("North Waziristan", "district"), ("northern Iraq", "country"),
    ],
)  # fmt: skip
def test_a_name_says_what_kind_of_place_it_means(known: Gazetteer, name: str, kind: str) -> None:
    assert first(known, name).kind == kind


@pytest.mark.parametrize("name", ["Simferopol", "Sevastopol", "Crimea", "Kerch"])
def test_crimea_stands_under_ukraine(known: Gazetteer, name: str) -> None:
    assert first(known, name).country == "UA"


@pytest.mark.parametrize(
    "words",
    [
        "Bakhmut",
        "Gaza City",
        "the West Bank",
        "UK",
        "the United States",
        "Nagorno-Karabakh",
        "EL SALVADOR",
        "Iraq's",
        "Jordan",
    ],
)
def test_place_names_are_recognised(known: Gazetteer, words: str) -> None:
    assert known.is_place(words)


@pytest.mark.parametrize(
    "words",
    [
        "Of",
        "Man",
        "Reading",
        "May",
        "Police",
        "Smith",
        "Garcia",
        "Hamas",
        "Taliban",
        "us",
        "Volodymyr Zelensky",
        "The Times",
    ],
)
def test_words_and_people_are_not_taken_for_places(known: Gazetteer, words: str) -> None:
    assert not known.is_place(words)


def test_one_wrong_letter_is_forgiven_only_where_asked(known: Gazetteer) -> None:
    assert known.lookup("Volnovbkha") == ()
    assert known.lookup("Volnovbkha", fuzzy=True)[0].name == "Volnovakha"


def test_a_doubtful_spelling_needs_its_country_in_the_report(known: Gazetteer) -> None:
    name = "al-Joura"
    assert known.lookup(name)
    assert known.resolve(name) is None
    place = known.resolve(name, ("Indian", "Delhi"))
    assert place is not None
    assert place.country == "IN"


def test_a_people_is_no_place(known: Gazetteer) -> None:
    assert known.resolve("Malian", ("Mali",)) is None


def test_places_lie_in_divisions_and_countries(known: Gazetteer) -> None:
    homel, belarus, ukraine = first(known, "Homel"), first(known, "Belarus"), first(known, "Ukraine")
    region = known.holder(homel)
    assert region is not None
    assert (region.name, region.kind) == ("Homel", "region")
    assert known.country_of(homel) == belarus == known.country_of(belarus)
    assert known.holds(belarus, homel) and known.holds(region, homel)
    assert not known.holds(ukraine, homel)
    assert not known.holds(homel, belarus)
    assert known.country_of(first(known, "Black Sea")) is None


def test_a_town_of_our_packs_lies_in_the_division_around_it(known: Gazetteer) -> None:
    regions = {
        name: next(place for place in known.lookup(name) if place.kind == "region")
        for name in ("Morazan", "Ahuachapan")
    }
    perquin = first(known, "Perquin")
    assert known.holds(regions["Morazan"], perquin)
    assert not known.holds(regions["Ahuachapan"], perquin)


def test_distance_and_precision(known: Gazetteer) -> None:
    assert kilometres(first(known, "Homel"), first(known, "Mazyr")) == pytest.approx(128, abs=5)
    grades = [
        where_precision(first(known, name))
        for name in ("Bucha", "North Waziristan", "Anbar", "Donbas", "Mali", "Red Sea")
    ]
    assert grades == [1, 3, 4, 5, 6, 7]


def test_keys_of_our_own_places_name_one_place_each(known: Gazetteer) -> None:
    names = (
        "Donbas",
        "Darfur",
        "Gaza Strip",
        "Kamenka",
        "Azovstal",
        "La Paz",
        "San Miguel",
        "Amazonas",
        "Red Sea",
        "Kurdistan",
    )
    keys = Counter(place.key for name in names for place in known.lookup(name))
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("pack", ["world", "europe_east", "middle_east", "africa", "asia", "americas"])
def test_the_table_holds_every_place_of_our_packs(known: Gazetteer, pack: str) -> None:
    rows = [
        (country, row[0], row[1], row[2])
        for country, kinds in load_geo_pack(pack).items()
        for rows in kinds.values()
        for row in rows
    ]
    missing = [name for country, name, lat, lon in rows if not _is_held(known, country, name, lat, lon)]
    assert missing == []


def _is_held(known: Gazetteer, country: str, name: str, lat: float, lon: float) -> bool:
    wanted = None if country == "none" else country
    return any(
        place.country == wanted and distance_km(lat, lon, place.lat, place.lon) <= 31
        for place in known.lookup(name)
    )
