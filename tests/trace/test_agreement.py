"""When a report goes back to whom its neighbours go back to, and not to whom its own words put first."""

from collections.abc import Sequence

import pytest
from tests.trace.cascade import claim, report, shared, traced, ways

from cenotaph.trace import Echo, Reading

WORDS = "Nobody in the valley slept that night"


def paper() -> Reading:
    """A report that opens with nine dead on Ann Roe's word, has an older count of 200 on nobody's, and tells of the night on Bob Lee's."""
    text = f"Shells killed nine, said Ann Roe. Before, 200 had died. It rained. {WORDS}, said Bob Lee."
    nine, count = claim("nine", 9, 9, sources=("Ann Roe",)), claim("200", 200, 200)
    return report("p", text, credits=("Ann Roe", "Bob Lee"), claims=[nine, count])


def others(*tellers: str, figure: int = 200) -> list[Reading]:
    """Reports with the same words, each from one teller, who has the figure; 0 for none."""
    return [
        report(
            f"{number}",
            f"{WORDS}, {figure} fell and it rained, said {teller}." if figure else f"{WORDS}, said {teller}.",
            credits=[teller],
            claims=[claim(f"{figure}", figure, figure, sources=(teller,))] if figure else [],
        )
        for number, teller in enumerate(tellers)
    ]


def echoes(one: Reading, told: Sequence[Reading]) -> list[Echo]:
    """All of them share those words with the paper."""
    return [shared(one, WORDS, other, WORDS, "copy") for other in told]


CASES = [
    (("Bob Lee",) * 3, "Bob Lee"),
    (("Bob Lee",) * 2, "Ann Roe"),
    (("Bob Lee", "Bob Lee", "Ann Roe", "Ann Roe"), "Ann Roe"),
    (("Bob Lee", "Bob Lee", "Bob Lee", "Ann Roe"), "Bob Lee"),
    (("Bob Lee", "Cy Dee", "Di Fay"), "Ann Roe"),
    (("Cy Dee",) * 3, "Ann Roe"),
]


@pytest.mark.parametrize(("tellers", "first"), CASES)
def test_a_report_goes_back_to_the_source_it_credits_on_which_clearly_more_of_its_neighbours_agree(
    tellers: tuple[str, ...], first: str
) -> None:
    one, told = paper(), others(*tellers)
    assert ways(traced(one, *told, echoes=echoes(one, told)))["p"][0] == first


def test_the_reason_tells_how_many_agree() -> None:
    one, told = paper(), others(*("Bob Lee",) * 3)
    found = traced(one, *told, echoes=echoes(one, told)).reports[0]
    assert found.ways[0].why == (
        "3 of the 3 reports that share most with it go back to Bob Lee, whom it credits too."
    )
    assert [origin.name for origin in found.origins] == ["Bob Lee", "Ann Roe"]


@pytest.mark.parametrize(("figure", "first"), [(0, "Ann Roe"), (300, "Ann Roe"), (201, "Bob Lee")])
def test_reports_without_a_figure_of_this_one_have_no_say(figure: int, first: str) -> None:
    one, told = paper(), others(*("Bob Lee",) * 3, figure=figure)
    assert ways(traced(one, *told, echoes=echoes(one, told)))["p"][0] == first


def test_the_way_runs_through_whoever_carried_it() -> None:
    one = report(
        "p",
        f"Shells killed nine, said Ann Roe. Before, 200 had died. It rained. {WORDS}, Bob Lee told Bild.",
        credits=["Ann Roe", "Bob Lee", "Bild"],
        claims=[
            claim("nine", 9, 9, sources=("Ann Roe",)),
            claim("200", 200, 200),
        ],
    )
    told = others(*("Bob Lee",) * 3)
    assert ways(traced(one, *told, echoes=echoes(one, told)))["p"] == ["Bild > Bob Lee", "Ann Roe"]


@pytest.mark.parametrize(
    ("here", "there", "name"),
    [
        ("Lee", ("Bob Lee",), "Bob Lee"),
        ("Bob Lee", ("Lee", "Lee"), "Bob Lee"),
        (
            "Ayr University's Peace Desk",
            ("Peace Desk at Ayr University",) * 2,
            "Peace Desk at Ayr University",
        ),
        ("Bob Lee", ("Bob Dee",), "Bob Lee"),
        ("Chad's army", ("the Army of Light",), "Armed forces of Chad"),
    ],
)
def test_a_source_has_the_name_that_most_reports_of_the_story_have_for_it(
    here: str, there: tuple[str, ...], name: str
) -> None:
    one = report(
        "p",
        f"Shells killed nine, said {here}. {WORDS}.",
        credits=[here],
        claims=[claim("nine", 9, 9, sources=(here,))],
    )
    told = others(*there)
    assert ways(traced(one, *told, echoes=echoes(one, told)))["p"][0] == name


@pytest.mark.parametrize(
    ("here", "there", "name"),
    [
        ("Chad", ("Chad's health ministry",) * 3, "Health Ministry of Chad"),
        ("Chad's army", ("Chad's health ministry",) * 3, "Armed forces of Chad"),
        ("Chad's army", ("Chad",) * 3, "Armed forces of Chad"),
        ("the UN", ("UNICEF",) * 3, "UNICEF"),
        ("UNICEF", ("the UN",) * 3, "UNICEF"),
    ],
)
def test_a_state_or_the_un_is_the_office_of_it_that_the_others_name_and_an_office_stays_itself(
    here: str, there: tuple[str, ...], name: str
) -> None:
    one = report(
        "p",
        f"Shells killed nine, said {here}. {WORDS}.",
        credits=[here],
        claims=[claim("nine", 9, 9, sources=(here,))],
    )
    told = others(*there, figure=9)
    assert ways(traced(one, *told, echoes=echoes(one, told)))["p"] == [name]
