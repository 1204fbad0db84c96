"""Places that the words right behind tell: where a murder was carried out, where fighting occurred, where a mine lay, on sentences
of our own."""

import pytest

from cenotaph.find import find
from cenotaph.model import Report

_LINE = "CLANDESTINE, 3 MAY 90 (RADIO ORBO) -- [TEXT] "


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("JUDGE LUIS PARDO'S MURDER, WHICH WAS CARRIED OUT IN ZARBO, IS DEPLORABLE.", ["ZARBO"]),
        ("JUDGE LUIS PARDO'S MURDER, WHICH THE BISHOP CONDEMNED IN ZARBO, IS DEPLORABLE.", [None]),
        ("SIX REBELS WERE KILLED IN RECENT FIGHTING. THE FIGHTING OCCURRED IN ZARBO.", ["ZARBO"]),
        ("SIX REBELS WERE KILLED IN RECENT FIGHTING. THE TALKS TOOK PLACE IN ZARBO.", [None]),
        ("THE EXPLOSIVES THAT KILLED SIX SOLDIERS WERE BURIED IN A ROAD NEAR ZARBO.", ["ZARBO"]),
        ("SIX SOLDIERS KILLED BY REBELS WERE BURIED NEAR ZARBO.", [None]),
        ("REBELS KILLED SIX SOLDIERS IN THE BORDER STATE OF ZARBO.", ["ZARBO"]),
        ("THE ARMY REPORTED THAT IN ZARBO TROOPS CLASHED WITH REBELS. THE CLASH LEFT SIX REBELS DEAD.", ["ZARBO"]),
        ("EXPLOSIONS WERE HEARD IN ZARBO. SIX REBELS WERE KILLED.", [None]),
        ("REBELS KILLED SIX SOLDIERS ON THE NORTHERN TRUNK ROAD.", ["NORTHERN TRUNK ROAD"]),
        ("REBELS KILLED SIX SOLDIERS ON THE NORTHERN ROAD.", [None]),
        ("REBELS KILLED SIX SOLDIERS AT VEREDA LA ZARBO.", ["VEREDA LA ZARBO"]),
        ("THE GUARD WAS TAKEN TO AN OPERATION IN ZARBO WHERE HE KILLED SIX PEASANTS.", ["ZARBO"]),
        ("THE GUARD WHO KILLED SIX PEASANTS WAS TAKEN TO AN OFFICE IN ZARBO.", [None]),
    ],
)  # fmt: skip
def test_the_next_words_tell_the_place(text: str, places: list[str | None]) -> None:
    assert [claim.place for claim in find(Report(id="r", text=_LINE + text)).claims] == places
