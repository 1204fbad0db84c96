"""Bulletins and round-ups: paragraphs that open on a place, datelines with a whole date, who speaks beside whom is counted."""

import pytest

from cenotaph.find import find
from cenotaph.model import Claim, Report

_ROUND_UP = """Kharkiv. Two bombs fell on a depot at noon. The mayor reported one dead.

Kherson. Four people were killed and 17 injured over the day, the governor wrote.

Prisoners. Both sides sent home 150 captives on Tuesday."""


def claims(text: str) -> list[Claim]:
    return list(find(Report(id="r", text=text)).claims)


def test_a_paragraph_tells_of_the_place_that_it_opens_on() -> None:
    told = [(claim.quantity_text, claim.place, claim.side) for claim in claims(_ROUND_UP)]
    assert told[:3] == [
        ("one", "Kharkiv", "Ukraine"),
        ("Four", "Kherson", "Ukraine"),
        ("17", "Kherson", "Ukraine"),
    ]


def test_a_heading_that_is_no_place_ends_what_was_told_before() -> None:
    assert claims(_ROUND_UP)[-1].place is None


def test_a_dateline_may_hold_a_whole_date() -> None:
    text = "Blast at a mill\n\nPORT SUDAN, May 4, 2025 (Zarbo Wire) - A bomb killed six people in Tawila on Monday.\n\nFour of the dead were women."
    assert [claim.place for claim in claims(text)] == ["Tawila", "Tawila"]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Gunmen abducted 46 people, mostly women, residents and a local lawmaker said.", ["46"]),
        ("Gunmen killed 46 people, a porter and a local lawmaker.", ["46", "a", "a"]),
        ("Gunmen killed 46 people on Friday, a priest and two porters told the paper.", ["46"]),
        ("Gunmen killed 46 people, a priest and two porters, police said.", ["46", "a", "two"]),
        ("Gunmen took 46 people. 'They came by night,' said Omar Roe, whose two nieces are among those taken.", ["46", "two"]),
        ("According to the League for Missing Persons, a watchdog, 400 people were killed in the war.", ["400"]),
        ("According to Omar Roe, a doctor, 400 people were killed in the war.", ["400"]),
        ("According to Omar Roe, a doctor at the port, 400 people were killed in the war.", ["400"]),
        ("According to Omar Roe, a porter, a clerk and 4 others were killed in the war.", ["a", "a", "4"]),
        ("According to local media, a policeman, 34, was killed in the war.", ["a"]),
        ("According to Interfax, a soldier from Ayr was killed in the war.", ["a"]),
        ("According to the League for Political Prisoners, a watchdog, 400 people were killed in the war.", ["400"]),
    ],
)  # fmt: skip
def test_who_speaks_is_not_among_those_counted(text: str, counted: list[str]) -> None:
    assert [claim.quantity_text for claim in claims(text)] == counted


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Nine people were killed, two medics and a local activist said.", "two medics and a local activist"),
        ("Nine people were killed, three porters and the mayor told the court.", "porters and the mayor"),
    ],
)
def test_several_speakers_are_named_whole(text: str, who: str) -> None:
    assert claims(text)[0].sources[0] in who
    assert "and" in claims(text)[0].sources[0].split()[1:]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Shells killed two soldiers near Bakhmut. Ukraine said it had burnt a depot and killed 50 soldiers.", "Russia"),
        ("Shells killed two soldiers near Bakhmut. Russia's Defence Ministry said its troops killed 50 servicemen.", "Ukraine"),
        ("Shells killed two soldiers near Bakhmut. Ukraine said that a blast killed 50 soldiers.", "Ukraine"),
        ("Shells fell. The Russian army in Ukraine said it killed 50 soldiers.", "Ukraine"),
        ("Shells fell. In Kyiv, a Russia Defence Ministry envoy said its forces killed 50 soldiers.", "Ukraine"),
        ('The Israeli military said it struck "Hamas gunmen in a mill". It added that two of its soldiers were killed.', "Israel"),
    ],
)  # fmt: skip
def test_whom_a_state_says_that_it_killed_are_its_enemys(text: str, side: str) -> None:
    assert claims(text)[-1].side == side
