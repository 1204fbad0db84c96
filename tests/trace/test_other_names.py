"""What a report's source is called, by the reports that tell of the same."""

import pytest
from tests.trace.cascade import claim, report, shared, traced, ways

WORDS = "Nobody in the valley slept that night"

CASES = [
    # One name has all words of the other.
    ("Lee", ("Bob Lee",), "Bob Lee"),
    ("Bob Lee", ("Lee", "Lee"), "Bob Lee"),
    ("Ayr University's Peace Desk", ("Peace Desk at Ayr University",) * 2, "Peace Desk at Ayr University"),
    # Others than that one.
    ("Bob Lee", ("Bob Dee",), "Bob Lee"),
    ("Bob Lee", ("Ann Roe",) * 3, "Bob Lee"),
    ("Chad's army", ("the Army of Light",), "Armed forces of Chad"),
    ("Human Rights Commission of Chad", ("Chad",) * 3, "Human Rights Commission of Chad"),
    ("Panel on Reuters", ("Reuters",) * 3, "Panel on Reuters"),
    # A state or the UN is the office on which the others agree.
    ("Chad", ("Chad's health ministry",) * 3, "Health Ministry of Chad"),
    ("Chad", ("Chad's health ministry", "Chad's army"), "Chad"),
    ("the UN", ("UNICEF",) * 3, "UNICEF"),
    # An office stays itself.
    ("Chad's army", ("Chad's health ministry",) * 3, "Armed forces of Chad"),
    ("Chad's army", ("Chad",) * 3, "Armed forces of Chad"),
    ("UNICEF", ("the UN",) * 3, "UNICEF"),
]


def called(here: str, there: tuple[str, ...], figure: int = 9) -> tuple[list[str], str]:
    """What the source of nine dead is called in a report that has them from `here`, and why, beside reports from `there`."""
    text = f"Shells killed nine, said {here}. {WORDS}."
    one = report("p", text, credits=[here], claims=[claim("nine", 9, 9, sources=(here,))])
    told = [
        report(
            f"{number}",
            f"{WORDS}, {figure} fell and it rained, said {teller}.",
            credits=[teller],
            claims=[claim(f"{figure}", figure, figure, sources=(teller,))],
        )
        for number, teller in enumerate(there)
    ]
    found = traced(one, *told, echoes=[shared(one, WORDS, other, WORDS, "copy") for other in told])
    return ways(found)["p"], found.reports[0].ways[0].why


@pytest.mark.parametrize(("here", "there", "name"), CASES)
def test_one_source_has_one_name_in_reports_of_one_story(
    here: str, there: tuple[str, ...], name: str
) -> None:
    assert called(here, there)[0] == [name]


def test_the_reason_says_that_others_have_the_name() -> None:
    why = called("Lee", ("Bob Lee",))[1]
    assert why == "The report names Lee. Others that tell of the same know it as Bob Lee."


def test_an_office_with_another_figure_is_not_that_of_the_state() -> None:
    assert called("Chad", ("Chad's health ministry",) * 3, figure=300)[0] == ["Chad"]
