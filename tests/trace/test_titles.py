"""What a person is by the words beside the name."""

import pytest
from tests.trace.cascade import claim, report, traced, ways

from cenotaph.model import Report
from cenotaph.trace import Register
from cenotaph.trace.titles import office_beside

CASES = [
    ("Ukraine’s prosecutor general, Ann Roe, said so.", ("official", "Ukraine")),
    ("The governor of the Osh region, Ann Roe, said so.", ("official", None)),
    ("Colonel General Ann Roe read it out.", ("military", None)),
    ("It was dawn, said Ann Roe, the mayor of Osh.", ("official", None)),
    ("The head of the Osh police, Ann Roe, said so.", ("official", None)),
    ("Chad's army spokesman Lt. Ann Roe said so.", ("official", "Chad")),
    ("Ann Roe slept. Interior Minister Ann Roe said so.", ("official", None)),
    ("The head of the choir, Ann Roe, said so.", None),
    ("Ann Roe told the mayor so.", None),
    ("Bob Lee, chief of the navy, told Ann Roe so.", None),
    ("Taliban spokesman Ann Roe said so.", ("official", "Taliban")),
    ("A baker, Ann Roe, said so.", None),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_office_beside_a_name(text: str, expected: tuple[str, str | None] | None) -> None:
    assert office_beside("Ann Roe", text) == expected


def test_a_person_is_one_whether_a_report_tells_the_office_or_not() -> None:
    register = Register()
    plain, titled = Report("a", "Ann Roe said so."), Report("b", "Chad's mayor Ann Roe said so.")
    assert register.identify("Ann Roe", plain).kind == "unknown"
    assert register.identify("Ann Roe", titled).kind == "official"
    again = register.identify("Ann Roe", plain)
    assert (again.kind, again.side) == ("official", "Chad")
    assert len(register.entries) == 1


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("General Staff in Kyiv", "General Staff of Ukraine"),
        ("Moscow’s Defence Ministry", "Ministry of Defence of Russia"),
        ("police in Kyiv", "police in Kyiv"),
    ],
)
def test_an_office_in_a_capital_is_the_states(name: str, expected: str) -> None:
    assert Register().identify(name, Report("a", "Nine died.")).name == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said nine died. Ann Roe said so.", "Ann Roe"),
        ("The mayor said nine died. Osh slept. Ann Roe, the mayor, said so.", "Ann Roe"),
        ("The mayor said nine died. Army spokesman Ann Roe said so.", "The mayor"),
        ("The baker said nine died. Ann Roe said so.", "The baker"),
    ],
)
def test_a_post_stands_for_whoever_holds_it(text: str, expected: str) -> None:
    who = text[: text.index(" said nine")]
    nine = claim("nine", 9, 9, sources=(who,))
    paper = report("p", text, credits=[who, "Ann Roe"], claims=[nine], outlet="Metro")
    assert ways(traced(paper))["p"][0] == (expected if expected != "The baker" else "Metro")
