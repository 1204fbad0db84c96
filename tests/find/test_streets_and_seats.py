"""Streets, their corners, seats of institutions and saints' towns as places, on sentences of our own."""

import textwrap

import pytest

from cenotaph.find import find
from cenotaph.model import Report

_LINE = "CLANDESTINE, 3 MAY 90 (RADIO ORBO) -- [TEXT] "


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("GUNMEN KILLED TWO MEN ON ZARBO BOULEVARD.", ["ZARBO BOULEVARD"]),
        ("A BOMB HURT TWO MEN AT NO. 41 SOUTH AVENUE.", ["NO. 41 SOUTH AVENUE"]),
        ("A BOMB HURT TWO MEN ON 7 AUGUST AVENUE.", ["7 AUGUST AVENUE"]),
        ("A BOMB HURT TWO MEN ON 7 AUGUST.", [None]),
        ("A BOMB HURT TWO MEN ON 7 AUGUST IN ZARBO.", ["ZARBO"]),
        ("GUNMEN KILLED TWO MEN AT ZARBO AND PERU STREETS.", ["ZARBO AND PERU STREETS"]),
        ("GUNMEN KILLED TWO MEN AT THE CORNER OF 30TH AND 41ST STREETS.", ["30TH AND 41ST STREETS"]),
        ("GUNMEN KILLED TWO MEN ON 30TH STREET AND ZARBO AVENUE.", ["30TH STREET AND ZARBO AVENUE"]),
        ("GUNMEN KILLED TWO MEN IN ZARBO AND BLOCKED STREETS.", ["ZARBO"]),
        ("A BOMB WENT OFF OUTSIDE THE SPANISH EMBASSY AND KILLED TWO MEN.", ["SPANISH EMBASSY"]),
        ("A BOMB WENT OFF IN FRONT OF THE U.S. CONSULATE AND KILLED TWO MEN.", ["U.S. CONSULATE"]),
        ("THE SPANISH EMBASSY SAID TWO MEN WERE KILLED.", [None]),
        ("MAJOR ORBO, WHO TOOK REFUGE AT THE SPANISH EMBASSY, IS BLAMED FOR KILLING TWO MEN.", [None]),
        ("A BOMB WENT OFF IN FRONT OF THE ECONOMY MINISTRY AND KILLED TWO MEN.", ["ECONOMY MINISTRY"]),
        ("TWO MEN WERE KILLED, ACCORDING TO THE ECONOMY MINISTRY.", [None]),
        ("TWO MEN WERE KILLED WHEN TROOPS STORMED THE PALACE OF JUSTICE.", ["PALACE OF JUSTICE"]),
        ("GUNMEN KILLED TWO MEN IN SAN JUAN DEL ZARBO.", ["SAN JUAN DEL ZARBO"]),
        ("GUNMEN KILLED TWO MEN IN PLAN DEL ZARBO.", ["PLAN DEL ZARBO"]),
    ],
)  # fmt: skip
def test_wire_copy_names_streets_seats_and_saints(text: str, places: list[str | None]) -> None:
    assert [claim.place for claim in find(Report(id="r", text=_LINE + text)).claims] == places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Shells killed nine students at the University of Zarbin.", "University of Zarbin"),
        ("A bomb in front of the Zarbin hospital killed nine people.", "Zarbin hospital"),
        ("Nine people were killed, the Defense Ministry said.", None),
    ],
)
def test_a_house_bears_the_name_behind_of(text: str, place: str | None) -> None:
    assert [claim.place for claim in find(Report(id="r", text=text)).claims] == [place]


def test_a_list_runs_on_over_the_end_of_a_line() -> None:
    told = textwrap.fill(
        f"{_LINE}A REPORT THAT WAS READ ON THE RADIO TODAY BY AN ANNOUNCER SAID THAT TROOPS OF TWO BATTALIONS FOUGHT REBELS IN THE "
        "VILLAGES OF ZARBO, ORBITO, AND TELLIN FOR AN HOUR BEFORE THE REBELS WITHDREW TO THE HILLS AT DAWN. TWO SOLDIERS WERE "
        "KILLED IN THIS ACTION. THE REPORT ADDED THAT THE REBELS BURNED NINE LORRIES AND A BUS ON THE ROAD BEFORE THEY LEFT.",
        width=62,
    )
    assert "ORBITO,\nAND" in told
    assert [claim.place for claim in find(Report(id="r", text=told)).claims] == ["ZARBO, ORBITO, AND TELLIN"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # A quarter below is not the place of what struck two towns.
        ("Jets bombed the towns of Huraytan and Anadan in rural Aleppo, killing nine civilians. The bombing hit a market in the Zinta neighborhood of Aleppo.", ["Huraytan and Anadan in Aleppo"]),
        # What leads to the first of two towns leads to both; a blast that is heard in a town was not there.
        (_LINE + "REBELS AMBUSHED A PATROL IN ZARBO AND KILLED FIVE SOLDIERS.  THE CAPTAIN WAS BURIED EARLY ON 16 MAY IN LIMA AND HUARAS.  THE SOLDIERS KILLED SIX REBELS WHILE REPELLING THE ATTACK.", ["ZARBO", "ZARBO"]),
        ("A bomb went off on Zarbo Street in Quito. The blast was heard all over Lima. Two men were wounded.", ["Zarbo Street in Quito"]),
        # Reports of a summary are of attacks of their own.
        ("Rebels killed nine soldiers in Zarbo. Another report said ten soldiers were killed.", ["Zarbo", None]),
        ("Rebels killed nine soldiers in Zarbo. Another reporter said ten soldiers were killed.", ["Zarbo", "Zarbo"]),
    ],
)  # fmt: skip
def test_several_towns_and_several_reports_are_kept_apart(text: str, places: list[str | None]) -> None:
    assert [claim.place for claim in find(Report(id="r", text=text)).claims] == places
