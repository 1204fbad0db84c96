"""Whose people wire copy in capitals counts, where the land is told by a dateline, a station or nobody."""

import pytest

from cenotaph.find import find
from cenotaph.model import Report

LIMA = "LIMA, 3 MAY 90 (EFE) -- [TEXT] "
SALVADOR = "SAN SALVADOR, 3 MAY 90 (EFE) -- [TEXT] "

CASES = [
    # A dateline that tells its land as well is where the report is from, and no more.
    (
        "SOFIA (BULGARIA), 3 MAY 90 (BTA) -- [TEXT] THE GUEST SPOKE OF COLOMBIAN PRIESTS. HE SAID 40 NUNS HAVE BEEN MURDERED.",
        ["Colombia"],
    ),
    (SALVADOR + "REBELS RAIDED A BRIDGE. HE SAID 40 NUNS HAVE BEEN MURDERED.", ["El Salvador"]),
    # The home of a clandestine station is its group's.
    (
        "CLANDESTINE, 3 MAY 90 (CADENA REVOLUCIONARIA NACIONAL) -- [TEXT] WE HEAR OF SHELLING IN SAN MIGUEL. THERE ARE SEVERAL DEAD CIVILIANS.",
        ["El Salvador"],
    ),
    # A street, a seat and a person of that name are no lands.
    (
        "ROSARIO, 29 MAY 89 (NA) -- [TEXT] A BOMB AT THE CORNER OF SOSA AND PERU STREETS KILLED TWO MEN.",
        ["Argentina"],
    ),
    (
        "GUATEMALA CITY, 4 FEB 90 (EFE) -- [TEXT] REBELS RAIDED THE SANTO TOMAS FARM, SAID A PAPER WHOSE MAIN OFFICES ARE IN MEXICO. THE RAID RESULTED IN THE DEATH OF A CIVILIAN.",
        ["Guatemala"],
    ),
    (
        "ROSARIO, 29 MAY 89 (NA) -- [TEXT] MARCO MONTENEGRO SPOKE OF THE BOMB. MONTENEGRO SAID THAT TWO MEN WERE KILLED.",
        ["Argentina"],
    ),
    # Two sides in one breath.
    (LIMA + "THE FIGHT PRODUCED 40 CASUALTIES AMONG GUERRILLAS AND SOLDIERS.", [None]),
    (LIMA + "SEVERAL MAGISTRATES AND SUBVERSIVES WERE KILLED IN THE FIRE. SHINING PATH FLED.", [None]),
    (LIMA + "THE NUMBER OF GUERRILLAS KILLED BY TROOPS OF THE ELEVENTH BRIGADE HAS RISEN TO 26.", [None]),
    # An army that kills where the report is sent from kills its own land's people.
    (LIMA + "A DOCTOR SAID TODAY THAT PERUVIAN ARMY TROOPS KILLED NINE PEASANTS BY MISTAKE.", ["Peru"]),
    # Whoever is taken in a round-up lives there; of a few suspects nobody tells.
    (LIMA + "POLICE DETAINED 300 PEOPLE SUSPECTED OF THE BOMBING OF A BUS.", ["Peru"]),
    (LIMA + "POLICE DETAINED THREE PEOPLE SUSPECTED OF THE BOMBING OF A BUS.", [None]),
    # One person's nation is not the next one's.
    (
        LIMA + "PATROLS KILLED ROBERTO SOSA, A NEWS PHOTOGRAPHER, KEES VELD, A DUTCH REPORTER, AND TWO MEN.",
        ["Peru", "Netherlands", "Peru"],
    ),
    (
        LIMA
        + "GUERRILLAS KIDNAPPED THREE CLERKS. THEY TOOK DANISH ENGINEERS PAULO NUNEZ, MARCOS RIVAS JUNIOR, AND JOSE REIS HOSTAGE.",
        ["Peru", "Denmark", "Denmark", "Denmark"],
    ),
]


@pytest.mark.parametrize(("text", "sides"), CASES)
def test_sides_of_wire_copy(text: str, sides: list[str | None]) -> None:
    assert [claim.side for claim in find(Report(id="r", text=text)).claims] == sides
