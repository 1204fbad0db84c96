"""Reports of crimes and accidents in lands at peace have no claims, and reports of war there do."""

import pytest

from cenotaph.find import find
from cenotaph.model import Report

_TOWN_NEWS = (
    " The shopkeeper next door said that she had heard two loud cracks and then somebody running. Neighbours laid flowers at the"
    " door of the bakery in the evening, and the council said that the street would stay closed until Friday. The owner had run"
    " the place for thirty years and was known to everybody in the quarter for his rye bread."
)


def _told(text: str) -> list[str]:
    report = Report(id="page", text=text, published="2021-05-20")
    return [text[claim.start : claim.end] for claim in find(report).claims]


@pytest.mark.parametrize(
    "text",
    [
        "Two people were shot dead in a bakery in Tampa on Tuesday, police said." + _TOWN_NEWS,
        "A man stabbed three customers of a bakery in Leeds on Tuesday, killing one of them." + _TOWN_NEWS,
        "A gunman wounded four people at a bakery in Denver, Colorado, on Tuesday and fled." + _TOWN_NEWS,
        "Three bakers were killed when an oven blew up in Toronto on Tuesday." + _TOWN_NEWS,
    ],
)
def test_a_crime_or_accident_in_a_land_at_peace_is_no_claim(text: str) -> None:
    assert _told(text) == []


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Two people were shot dead in a bakery in Tampa on Tuesday, police said.", ["Two"]),  # A brief.
        ("Two people were shot dead in a bakery in Kherson on Tuesday, police said." + _TOWN_NEWS, ["Two"]),
        ("Two people were killed in a bakery in Leeds by a bomb of the Real IRA." + _TOWN_NEWS, ["Two"]),
        ("A bombing killed 16 people at a bakery in Brussels on Tuesday." + _TOWN_NEWS, ["16"]),
        (
            "A trial opened in Paris of the plotters of the massacre that left 17 dead at a bakery. The judge and two lawyers spoke; "
            "the suspects pleaded not guilty." + _TOWN_NEWS,
            ["17"],
        ),
        (
            "The man who shot three bakers in Lyon had sworn loyalty to Islamic State, police said."
            + _TOWN_NEWS,
            ["three"],
        ),
    ],
)
def test_words_of_war_and_lands_at_war_make_claims(text: str, claims: list[str]) -> None:
    assert _told(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Since the death of his father Omar Said in 2011 he has led the party."
            + _TOWN_NEWS * 2
            + " An army band played.",
            [],
        ),
        ("Captain Omar Said died on Tuesday. The army said that a mortar had hit his post.", ["Omar Said"]),
    ],
)
def test_a_death_of_which_nothing_else_is_told_needs_a_report_of_war(text: str, claims: list[str]) -> None:
    assert _told(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The opposition leader Omar Said seized on the news that two soldiers were killed near Goma.",
            ["two"],
        ),
        ("Ten lions were killed when shells hit the zoo of Kharkiv, and two keepers were wounded.", ["two"]),
        ("The station lost 300 listeners when rockets hit its mast near Kharkiv.", []),
        ("Four soldiers seized on the road to Goma were freed by the army.", ["Four"]),
    ],
)
def test_whoever_seizes_on_news_or_hears_or_barks_is_nobody_harmed(text: str, claims: list[str]) -> None:
    assert _told(text) == claims


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("A man shot at a bakery in Tampa, Florida, was taken to hospital." + _TOWN_NEWS, 0),
        ("A woman wounded when a rocket hit a bakery in Kherson was taken to hospital." + _TOWN_NEWS, 1),
        (
            "A flood in Khartoum swept away a bakery. A storm drowned the baker, and his body was taken to a morgue."
            + _TOWN_NEWS,
            0,
        ),
    ],
)
def test_care_of_those_hurt_in_crimes_and_floods_is_no_handling(text: str, rows: int) -> None:
    assert len(find(Report(id="page", text=text, published="2021-05-20")).handlings) == rows


@pytest.mark.parametrize(
    ("harmed", "claims"),
    [
        (
            "Attackers shot two customers: the shooters attacked at noon, and the attack, an ambush and a siege, was an assault of an hour.",
            [],
        ),
        (
            "Attackers shot nine customers: the shooters attacked at noon, and the attack, an ambush and a siege, was an assault of an hour.",
            ["nine"],
        ),
        ("A gunman shot a lawmaker and a guard in a bakery in Leeds.", ["a", "a"]),
    ],
)
def test_a_shooting_of_few_at_peace_is_a_crime_unless_it_is_of_politics(
    harmed: str, claims: list[str]
) -> None:
    assert _told(harmed + _TOWN_NEWS.replace("council", "council of Leeds")) == claims


_DRUG_NEWS = (
    " The judge charged the suspects with drug crimes. A lawyer of the suspects told the court that the charges of the prosecutor"
    " were baseless, and the trial will open in June. The governor had been murdered on a road outside the town in April."
)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Police in Cali, Colombia, arrested three men on Tuesday." + _DRUG_NEWS, ["three"]),
        ("Police in Lyon arrested three men who had sold guns to Hamas." + _DRUG_NEWS, ["three"]),
        ("Police in Lyon, France, arrested three men on Tuesday." + _DRUG_NEWS, []),
        (
            "Police in Cali, Colombia, arrested three men on Tuesday."
            + _DRUG_NEWS.partition(" The governor")[0],
            [],
        ),
    ],
)
def test_those_arrested_are_taken_where_there_is_a_conflict(text: str, claims: list[str]) -> None:
    assert _told(text) == claims
