"""The dead given over to their own: by one side to the other, to a go-between, flown home; two swaps in one sentence."""

import pytest

from cenotaph.find.handling.rows import handlings
from cenotaph.find.text.sentences import sentences
from cenotaph.model import Report


def told(text: str) -> list[tuple[str, str]]:
    return [(row.action, row.quote) for row in handlings(Report(id="r", text=text), sentences(text))]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Moscow transferred the remains of 410 Ukrainian soldiers after the battle.", "returned"),
        ("Volunteers transferred the remains of 410 soldiers to a hospital after the battle.", "moved"),
        ("The militia delivered the coffins of two captives to the Red Cross.", "returned"),
        ("The remains of 40 soldiers have been transferred by the rebel side.", "returned"),
        ("The casket of Sgt. Dale J. Hurst, killed in action, was flown to Fort Bragg.", "returned"),
        ("The casket of the slain sergeant was driven to a hospital.", "moved"),
        ("A coffin was placed aboard a plane bound for Accra after the ambush.", "returned"),
        ("The body of the slain sergeant was flown to a hospital.", "moved"),
        ("The bodies of the slain men were flown to Cebu. Their coffins were brought home.", "returned"),
        ("Ukraine obtained 45 remains of soldiers killed in the war.", "returned"),
        (
            "The body of Corporal Hale, killed by rebels, was driven to Leeds. Hale was a native of Leeds.",
            "returned",
        ),
        ("The body of Corporal Hale, killed by rebels, was driven to Leeds.", "moved"),
        ("The guards met the soldiers' remains at the air base.", "returned"),
    ],
)
def test_who_gives_and_how_they_travel_says_whether_they_go_home(text: str, action: str) -> None:
    assert [row for row, _ in told(text)][:1] == [action]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            "The army said 610 bodies returned to Ukraine and 20 bodies returned to Russia.",
            ["610 bodies returned to Ukraine", "20 bodies returned to Russia"],
        ),
        (
            "Baku handed back 12 corpses in exchange for the remains of 40 soldiers.",
            ["Baku handed back 12 corpses", "in exchange for the remains of 40 soldiers"],
        ),
    ],
)
def test_each_count_is_a_row(text: str, quotes: list[str]) -> None:
    assert [quote for _, quote in told(text)] == quotes


@pytest.mark.parametrize(
    "text",
    [
        "Police must find the killers and bury their dead after the massacre.",
        "Both sides are committed to exchanging thousands of bodies.",
        "The remains of a rocket were transferred to the Armenian side after the strike.",
    ],
)
def test_plans_and_things_are_no_handover(text: str) -> None:
    assert told(text) == []
