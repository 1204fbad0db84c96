"""Seats of bodies that an attack hits, in copy in capitals, on sentences of our own."""

import pytest

from cenotaph.find import find
from cenotaph.model import Report

_LINE = "CLANDESTINE, 3 MAY 90 (RADIO ORBO) -- [TEXT] "


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A BOMB WENT OFF NEAR THE ZWF [ZARBO WORKERS FEDERATION] HEADQUARTERS AND KILLED TWO MEN.", "ZWF HEADQUARTERS"),
        ("AN ATTACK ON THE HEADQUARTERS OF THE ZARBO WORKERS FEDERATION (ZWF) KILLED TWO MEN.",
         "HEADQUARTERS OF THE ZARBO WORKERS FEDERATION (ZWF)"),
        ("TWO MEN WERE KILLED IN THE ATTACK AGAINST THE ZWF [ZARBO WORKERS FEDERATION].", "ZWF"),
        ("TWO MEN WERE KILLED IN THE ATTACK AGAINST ZWF [ZARBO WORKERS FEDERATION] DIRECTOR LUIS PARDO.", None),
        ("TWO MEN WERE KILLED IN THE ATTACK AGAINST THE ZWF.", None),
        ("TWO MEN WERE KILLED BY A BOMB IN FRONT OF THE DEPARTMENT OF PUBLIC SECURITY (DPS).",
         "DEPARTMENT OF PUBLIC SECURITY (DPS)"),
        ("TWO MEN WERE KILLED IN AN ATTACK AT THE HANDS OF THE DEPARTMENT OF PUBLIC SECURITY (DPS).", None),
        ("SHOTS FIRED AT THE OFFICES OF EL ZARBO KILLED TWO MEN.", "OFFICES OF EL ZARBO"),
        ("A BOMB WENT OFF AT THE ZARBO BANK AND KILLED TWO MEN.", "ZARBO BANK"),
        ("A BOMB WENT OFF AT THE BANK AND KILLED TWO MEN.", None),
        ("A BOMB WENT OFF OUTSIDE THE ARMY'S 9TH INFANTRY BRIGADE AND KILLED TWO MEN.", "9TH INFANTRY BRIGADE"),
        ("TWO MEN OF THE 9TH INFANTRY BRIGADE WERE KILLED IN AN ATTACK.", None),
        ("A BOMB WENT OFF OUTSIDE THE MILITARY HEADQUARTERS AND KILLED TWO MEN.", None),
        ("THE EXPLOSION OF A CAR THAT WAS PASSING NEAR THE SALVADORAN ARMY'S 9TH BRIGADE KILLED TWO MEN.",
         "9TH BRIGADE"),
        ("TWO MEN WERE KILLED IN THE ATTACK ON THE EL ZARBO OFFICES DUE TO A BOMB.", "EL ZARBO OFFICES"),
        ("A BOMB AT THE HEADQUARTERS OF THE DEPARTMENT OF PUBLIC SECURITY KILLED TWO MEN.",
         "HEADQUARTERS OF THE DEPARTMENT OF PUBLIC SECURITY"),
        ("A BOMB WENT OFF NEAR THE ZARBA [ZARBO REPUBLICAN ALLIANCE] HEADQUARTERS AND KILLED TWO MEN.",
         "ZARBA HEADQUARTERS"),
        ("REBELS SEIZED THE PORTUGUESE EMBASSY AND KILLED TWO MEN.", "PORTUGUESE EMBASSY"),
        ("TWO MEN WERE KILLED IN THE TAKEOVER OF THE JUSTICE PALACE.", "JUSTICE PALACE"),
        ('TWO MEN WERE KILLED IN THE ATTACK ON THE "BLUE ROOM" BAR.', "BLUE ROOM BAR"),
        ('TWO MEN WERE KILLED IN THE "GENERAL ZARBO" NEIGHBORHOOD.', "GENERAL ZARBO NEIGHBORHOOD"),
        ('TWO MEN WERE KILLED IN A "BLUE ROOM" OPERATION.', None),
    ],
)  # fmt: skip
def test_the_seat_that_is_hit_is_the_place(text: str, place: str | None) -> None:
    assert [claim.place for claim in find(Report(id="r", text=_LINE + text)).claims] == [place]


def test_a_seat_keeps_the_town_that_its_sentence_tells() -> None:
    text = (
        "BOGOTA, 3 MAR 89 (EFE) -- [TEXT] A BOMB WENT OFF TODAY AT THE ZARBO BANK IN CALI, KILLING TWO MEN."
    )
    assert [claim.place for claim in find(Report(id="r", text=text)).claims] == ["ZARBO BANK in CALI"]


def test_other_copy_tells_its_seats_by_their_capitals() -> None:
    text = "Two men were killed in the attack against the ZWF [Zarbo Workers Federation]."
    assert [claim.place for claim in find(Report(id="r", text=text)).claims] == [None]
