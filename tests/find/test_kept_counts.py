"""Counts of the dead that a body keeps, and the bodies that keep them: whoever it is has the figure's word."""

import pytest

from cenotaph.find import find
from cenotaph.model import Report

_WAR = "The war went on, and shells fell on the town.\n\n"


def _first(text: str) -> str:
    claims = find(Report(id="r", text=_WAR + text, published="2023-05-01")).claims
    named = {claim.sources[:1] for claim in claims if claim.low == 90 or claim.high == 90}
    assert len(named) == 1
    return (*named.pop(), "")[0].removeprefix("the ").removeprefix("The ")


COUNTS = [
    "{owner} latest tally is that 90 dockers were killed in Ayr.",
    "{owner} weekly tally is that shelling killed 90 dockers.",
    "{owner} count for Ayr stands at 90 dead.",
    "{owner} death toll for Ayr has now reached 90.",
    "{owner} running tally for Ayr rose to at least 90 killed.",
    "{owner} confirmed death toll for Ayr stands at as many as 90.",
    "{owner} most recent figures put the number of dead in Ayr at 90.",
    "{owner} newest count of as many as 90 dockers killed in Ayr came out on Monday.",
    "{owner} register lists 90 dockers killed in Ayr.",
    "{owner} database now holds the names of 90 dead.",
    "On {owner} figures, 90 dockers were killed in Ayr.",
    "In {owner} latest count, 90 dockers were killed in Ayr.",
    "90 dockers were killed in Ayr, based on {owner} records.",
    "90 dockers were killed in Ayr by {owner} reckoning.",
]
OWNERS = [
    ("The Harbour Rights Watch's", "Harbour Rights Watch"),
    ("The Diocese of Osh's", "Diocese of Osh"),
    ("Nurses for Human Rights'", "Nurses for Human Rights"),
    ("The mayor of Osh's", "mayor of Osh"),
    ("The Osh Nurses' Union's", "Osh Nurses' Union"),
    ("The Osh Data Centre's", "Osh Data Centre"),
]


@pytest.mark.parametrize("form", COUNTS)
@pytest.mark.parametrize(("owner", "name"), OWNERS)
def test_a_count_is_its_keepers(form: str, owner: str, name: str) -> None:
    inside = owner if form.startswith("{") else owner.replace("The ", "the ")
    assert _first(form.format(owner=inside)) == name


@pytest.mark.parametrize(
    "text",
    [
        "Harbour Watch has listed 90 dockers killed in Ayr.",
        "Harbour Watch names at least 90 dead in Ayr.",
        "Harbour Watch has identified 90 deaths in Ayr.",
        "Harbour Watch has since logged 90 deaths in Ayr.",
        "Harbour Watch confirmed as many as 90 deaths in Ayr.",
        "Going by Harbour Watch's tracker, 90 dockers were killed in Ayr.",
        "Harbour Watch's official toll for Ayr exceeds 90 killed.",
        "Harbour Watch's monthly estimate for Ayr stands at 90 killed.",
        "The number of dead in Ayr was put at nearly 90 by Harbour Watch.",
        "90 dockers were killed in Ayr, Harbour Watch has found this week.",
        "Harbour Watch thinks 90 dockers were killed in Ayr.",
        "How many died in Ayr is open: Harbour Watch puts it at 90 dead.",
        "90 dockers were counted dead in Ayr this year by Harbour Watch.",
        "90 dockers were confirmed killed in Ayr so far by the Harbour Watch.",
        "90 civilian deaths in Ayr have been recorded so far by Harbour Watch.",
        "90 dockers were killed in Ayr, as Harbour Watch put it.",
        "As Harbour Watch put it on Monday, 90 dockers were killed in Ayr.",
        "By the reckoning of Harbour Watch, 90 dockers were killed in Ayr.",
        "90 dockers were killed in Ayr, it was reported, with reference to Harbour Watch.",
    ],
)
def test_whoever_counts_is_credited(text: str) -> None:
    assert _first(text) == "Harbour Watch"


NAMES = [
    "Hands Across",
    "Bearing Witness",
    "Breaking the Chains",
    "Protect Our Port",
    "Defend the Harbour",
    "the Never Forget project",
    "the Stop the Shelling Coalition",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "form",
    [
        "{name} said 90 dockers were killed in Ayr.",
        "90 dockers were killed in Ayr, {name} said on Monday.",
        "90 dockers were killed in Ayr, according to {name}.",
        "{name}, a rights group based in Osh, said 90 dockers were killed in Ayr.",
    ],
)
def test_words_with_a_capital_make_a_name(name: str, form: str) -> None:
    text = form.format(name=name)
    assert _first(text[0].upper() + text[1:]) == name.removeprefix("the ")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The campaign group Nurses for Peace said 90 dockers were killed in Ayr.", "Nurses for Peace"),
        (
            "The Harbour Watch, a monitoring group, which keeps a list, said 90 dockers were killed in Ayr.",
            "Harbour Watch",
        ),
        ("90 dockers were killed in Ayr, said the advocacy group, Hands Across.", "Hands Across"),
        ("The conflict tracker Hands Across said 90 dockers were killed in Ayr.", "Hands Across"),
    ],
)
def test_what_a_body_is_stands_before_its_name(text: str, name: str) -> None:
    assert _first(text) == name


@pytest.mark.parametrize(
    "line",
    [
        "90 dockers killed in Ayr – Nurses for Rights Watch",
        "90 dockers killed in Ayr: University of Osh",
        "Council of Nurses: 90 dockers killed in Ayr",
    ],
)
def test_a_headline_names_a_body_on_either_side(line: str) -> None:
    body = next(part for part in line.replace(": ", " – ").split(" – ") if "90" not in part)
    (claim,) = find(Report(id="r", text=f"{line}\n\nThe war went on.", published="2023-05-01")).claims
    assert claim.sources == (body,)


@pytest.mark.parametrize(
    "text",
    [
        "The shelling brought the day's overall toll to 90.",
        "The story of the port and its tragic toll of 90 dead is told in Ayr.",
        "90 dockers were reported killed in Ayr by rebels.",
        "90 dockers were reported killed in Ayr by the army.",
        "Guards identified 90 dead rebels.",
        "Visiting the Harbour, the mayor wept for 90 dockers killed in Ayr.",
        "90 dockers were killed in Ayr. Hands Across condemned the raid.",
    ],
)
def test_nobody_is_credited(text: str) -> None:
    assert _first(text) == ""
