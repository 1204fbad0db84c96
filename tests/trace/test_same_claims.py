"""Which claims of two reports are the same claim in other words."""

import msgspec
import pytest

from cenotaph.model import Claim, Span
from cenotaph.trace.echo import Echo
from cenotaph.trace.same_claims import claim_echoes, enter
from cenotaph.trace.world import Alike

BASE = Claim(
    id="1",
    report="a",
    quantity_text="more than 3,400",
    start=10,
    end=25,
    harm="bodies",
    low=3400,
    high=None,
    approx=False,
    side="Ruritania",
    role="combatants",
    victims_text="soldiers' bodies",
    names=(),
    place="Strelsau",
    scope="flow",
    from_=None,
    until=None,
    sources=("a surgeon",),
    stance="asserted",
    sentence=Span(0, 80),
)


def compared(**changes: object) -> tuple[Echo, ...]:
    other = msgspec.structs.replace(BASE, report="b", sentence=None, start=5, end=17, **changes)
    return of_two(BASE, other)


def of_two(one: Claim, two: Claim) -> tuple[Echo, ...]:
    numbers: dict[str, Alike] = {}
    assert claim_echoes("a", [one], numbers) == []
    enter("a", [one], numbers)
    return tuple(claim_echoes("b", [two], numbers))


def test_one_number_for_one_harm_to_the_same_people_in_one_place_is_one_claim() -> None:
    (echo,) = compared(quantity_text="around 3,400", high=3400, approx=True, sources=("staff of the clinic",))
    assert (echo.a, echo.b, echo.kind) == ("a", "b", "claim")
    assert (echo.a_span, echo.b_span) == (Span(0, 80), Span(5, 17))
    assert echo.why.startswith("Both say 3400 killed")
    assert "the same place" in echo.why


@pytest.mark.parametrize(
    "changes",
    [
        {"low": 3500},
        {"harm": "wounded"},
        {"side": "Syldavia"},
        {"role": "civilians"},
        {"place": "Zenda", "side": None, "sources": ()},
    ],
)
def test_another_number_harm_people_or_place_is_another_claim(changes: dict[str, object]) -> None:
    assert compared(**changes) == ()


def test_a_round_number_needs_more_that_agrees_than_an_odd_one() -> None:
    alike = {"place": None, "sources": (), "scope": "cumulative"}
    one, two = msgspec.structs.replace(BASE, **alike), msgspec.structs.replace(BASE, report="b", **alike)
    figures = {"round": ("7,000", 7000), "odd": ("7,313", 7313)}
    found = {
        name: of_two(
            msgspec.structs.replace(one, quantity_text=text, low=number),
            msgspec.structs.replace(two, quantity_text=text, low=number),
        )
        for name, (text, number) in figures.items()
    }
    assert found["round"] == ()
    assert len(found["odd"]) == 1


def test_two_dead_here_and_two_dead_there_are_not_one_claim() -> None:
    assert compared(quantity_text="two", low=2, high=2) == ()


@pytest.mark.parametrize(
    ("other", "linked"), [("Orbo Hotel in Zenda", True), ("Orbo College in Zenda", False), ("Zenda", True)]
)
def test_two_spots_of_a_town_are_two_places(other: str, linked: bool) -> None:
    one = msgspec.structs.replace(BASE, place="Orbo Hotel in Zenda", place_key="geonames:1")
    spots = (one, msgspec.structs.replace(one, report="b", place=other))
    assert bool(of_two(*spots)) == linked


def test_the_same_named_victim_is_the_same_claim() -> None:
    named = msgspec.structs.replace(
        BASE, quantity_text="Rupert Hentzau", low=1, high=1, names=("Rupert Hentzau",)
    )
    (echo,) = of_two(named, msgspec.structs.replace(named, report="b"))
    assert "both name Rupert Hentzau" in echo.why


def test_each_number_that_two_reports_share_is_a_claim_of_its_own() -> None:
    mine = [BASE, msgspec.structs.replace(BASE, low=498, quantity_text="498", sentence=Span(90, 140))]
    theirs = [msgspec.structs.replace(claim, report="b") for claim in mine]
    numbers: dict[str, Alike] = {}
    enter("a", mine, numbers)
    assert {echo.a_span for echo in claim_echoes("b", theirs, numbers)} == {Span(0, 80), Span(90, 140)}


def brief(report: str, number: int, harm: str, **changes: object) -> Claim:
    said = {
        "quantity_text": str(number),
        "low": number,
        "high": number,
        "scope": "incident",
        "sources": ("police",),
    }
    return msgspec.structs.replace(BASE, report=report, harm=harm, **{**said, **changes})


@pytest.mark.parametrize(
    ("changes", "linked"),
    [
        ({}, False),
        ({"sources": ("prosecutors",)}, False),
        ({"until": "2024-03-05", "sources": ()}, False),
        ({"until": "2024-03-05"}, True),
        ({"until": "2024-03-05", "sources": ("Ihor Taran",)}, True),
    ],
)
def test_a_small_number_in_one_town_on_the_word_of_any_police_is_no_echo(
    changes: dict[str, object], linked: bool
) -> None:
    assert bool(of_two(brief("a", 4, "killed", **changes), brief("b", 4, "killed", **changes))) is linked


def test_the_same_dead_and_the_same_wounded_are_an_echo_together() -> None:
    numbers: dict[str, Alike] = {}
    enter("a", [brief("a", 4, "killed"), brief("a", 7, "wounded")], numbers)
    both = claim_echoes("b", [brief("b", 4, "killed"), brief("b", 7, "wounded")], numbers)
    assert sorted(echo.why.split(";")[0] for echo in both) == ["Both say 4 killed", "Both say 7 wounded"]
    assert claim_echoes("b", [brief("b", 4, "killed"), brief("b", 8, "wounded")], numbers) == []


@pytest.mark.parametrize(("name", "linked"), [("Emil", False), ("Emil Kranz", True)])
def test_a_name_makes_an_echo_only_with_its_place_and_whole(name: str, linked: bool) -> None:
    changes = {
        "names": (name,),
        "side": None,
        "role": "unknown",
        "sources": ("Ihor Taran",) if linked else (),
    }
    assert bool(of_two(brief("a", 1, "killed", **changes), brief("b", 1, "killed", **changes))) is linked


@pytest.mark.parametrize(
    ("days", "number", "linked"), [(None, 61, False), (3, 61, True), (9, 61, False), (3, 6, False)]
)
def test_a_number_of_its_own_told_within_days_is_an_echo(days: int | None, number: int, linked: bool) -> None:
    one, two = (brief(report, number, "killed", sources=()) for report in "ab")
    numbers: dict[str, Alike] = {}
    enter("a", [one], numbers)
    assert bool(claim_echoes("b", [two], numbers, lambda other: days)) is linked
