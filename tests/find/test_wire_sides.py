"""Whose people wire copy in capitals counts, where the land is told by a dateline, a station or nobody; and if they bore arms."""

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
    (
        "SOFIA (BULGARIA), 3 MAY 90 -- [INTERVIEW WITH AN ENVOY] [TEXT] EL SALVADOR IS AT WAR. SOFIA LISTENS, AND BULGARIA. HE SPOKE OF THE MURDER OF NINE CLERKS IN EL SALVADOR'S NORTH AND OF EL SALVADOR.",
        ["El Salvador"],
    ),
    (
        "SOFIA (BULGARIA), 3 MAY 90 (BTA) -- [TEXT] THE PREMIER WROTE TO THE COLOMBIAN PRESIDENT ABOUT THE MURDER OF SENATOR PEDRO SOSA.",
        ["Colombia"],
    ),
    (
        "SOFIA (BULGARIA), 3 MAY 90 (BTA) -- [TEXT] BULGARIA IS CALM, BUT A BOMB KILLED TWO CLERKS, A DANISH PAPER SAID.",
        ["Bulgaria"],
    ),
    # The home of the group whose clandestine station speaks weighs as a land told of.
    (
        "CLANDESTINE, 3 MAY 90 (RADIO VENCEREMOS) -- [TEXT] THE TALKS IN CARACAS ARE OFF. THE FMLN SAYS THAT THE ATTACKS HAVE RESULTED IN NINE DEATHS.",
        ["El Salvador"],
    ),
    # Embassies that are listed are no lands; a group's leader, by name, is the group's.
    (
        "LIMA, 3 MAY 90 (EFE) -- [TEXT] REBELS RAIDED THE DANISH, SPANISH, AND CHILEAN EMBASSIES. A CLERK WAS KILLED.",
        ["Peru"],
    ),
    (
        LIMA
        + "THE MRTA IS QUIET. POLICE SHOT MRTA'S MAIN LEADER, TITO SOSA, DEAD. A BOMB KILLED MRTA'S MILITARY CHIEF, TITO SOSA.",
        ["MRTA", "MRTA"],
    ),
    (
        SALVADOR + "GUARDS TOOK AND KILLED TWO PRIESTS AND NINE NUNS, INCLUDING A U.S.  CITIZEN.",
        ["El Salvador", "El Salvador", "United States"],
    ),
    # "Their comrades" are those of who has left a town's outskirts, and not the town's.
    (
        SALVADOR
        + "THE FMLN REBELS WHO FLED FROM THE SUBURBS OF SAN SALVADOR ABANDONED NINE OF THEIR DEAD COMRADES.",
        ["FMLN"],
    ),
    (
        SALVADOR + "THE FMLN STRUCK. IT KILLED A SERGEANT AND A BATTALION COMMANDER.",
        ["El Salvador", "El Salvador"],
    ),
    # An army that fights in no other land kills at home, whatever lands afar are named.
    (
        SALVADOR
        + "SPAIN ASKED FOR WORD. THE MURDER OF NINE CLERKS WAS A DEED OF THE SALVADORAN ARMED FORCES.",
        ["El Salvador"],
    ),
    # The dead of an offensive and of fighting are of either side.
    (
        SALVADOR
        + "THIS IS THE EIGHTH DAY OF THE FIGHTING BETWEEN TROOPS AND REBELS. IT HAS LEFT 900 PERSONS DEAD.",
        [None],
    ),
    (SALVADOR + "THE FIGHTING HAS LEFT 900 DEAD ON THE ARMY'S SIDE.", ["El Salvador"]),
    (SALVADOR + "THE FIGHTING AND BOMBINGS IN THE NORTH HAVE LEFT A TOLL OF 900 DEAD.", [None]),
    (SALVADOR + "90 PERSONS -- SOLDIERS, REBELS, AND CLERKS -- HAVE BEEN KILLED IN THREE DAYS.", [None]),
    (LIMA + "POLITICAL VIOLENCE HAS RESULTED IN MORE THAN 300 DEATHS THIS YEAR.", [None]),
    (LIMA + "WE HAD SIX DEATHS, AMONG THEM A LIEUTENANT, WHILE NINE REBELS DIED.", ["Peru", "Peru", None]),
    # Whom a group takes prisoner is not the group's; on whom losses are inflicted, theirs they are.
    (
        SALVADOR + "THE FMLN HAS INFLICTED LOSSES, AND IT HAS TAKEN NINE PRISONERS OF WAR.",
        ["El Salvador"],
    ),
    (SALVADOR + "THERE WAS SHOOTING, WITH OVER 90 CASUALTIES INFLICTED UPON THE FMLN.", ["FMLN"]),
    # "Its members" are those of who speaks or is told of in the sentence.
    (
        "BOGOTA, 3 MAY 90 (EFE) -- [TEXT] THE M-19 IS QUIET. SINCE THE UNION WAS FOUNDED, 90 OF ITS MEMBERS HAVE BEEN MURDERED.",
        ["Colombia"],
    ),
    (
        "BOGOTA, 3 MAY 90 (EFE) -- [TEXT] THE M-19 IS QUIET. THE GROUP SAID THAT NINE OF ITS MEMBERS HAVE BEEN MURDERED.",
        ["M-19"],
    ),
    # Who stands for president is no longer his group's.
    (
        "BOGOTA, 3 MAY 90 (EFE) -- [TEXT] ELIAS ROA, PRESIDENTIAL CANDIDATE OF THE M-19, WAS KILLED. THE CITY MOURNS M-19 LEADER ROA, WHO WAS KILLED.",
        ["Colombia", "Colombia"],
    ),
    (
        SALVADOR
        + 'THE FMLN ADMITTED THAT "COMMANDERS" ELIAS ROA ("OSO"), HUGO PAZ ("LEO"), AND TITO REY WERE KILLED.',
        ["FMLN", "FMLN", "FMLN"],
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
    (LIMA + "ACCORDING TO SOSA THE DANISH CONSUL HIT HIM. REBELS KILLED PAULO SOSA.", ["Peru"]),
    # The nation told of a party goes with its initials; one of theirs is of the nation of those before.
    (
        LIMA
        + "THE BOLIVIAN POPULAR UNITY MOVEMENT (MUP) PROTESTED THE ASSASSINATION OF MUP LEADER HECTOR SOSA.",
        ["Bolivia"],
    ),
    (
        LIMA
        + "CHILEAN CLERKS CONDEMN THE ASSASSINATION OF FOUR PRIESTS AND ONE OF THEIR COOKS. PERU IS QUIET. PERU MOURNS. PERUVIANS WEEP.",
        ["Peru", "Peru"],
    ),
    # Whoever dies by his own bomb is nobody's; whom a patrol harms in a clash with rebels are rebels.
    (
        LIMA
        + "ONE MAN WAS KILLED AND ANOTHER INJURED WHEN AN EXPLOSIVE THEY WERE ATTEMPTING TO HURL WENT OFF.",
        [None, None],
    ),
    (
        SALVADOR + "THE FMLN FLED. A UNIT CLASHED WITH A REBEL COLUMN AND INFLICTED NINE CASUALTIES.",
        ["FMLN"],
    ),
    # A station called after a land says nothing of where the report is from.
    (
        "TEGUCIGALPA, 2 MAY 89 (RADIO AMERICA) -- [TEXT] NINE PEOPLE WERE KILLED BY A BOMB THIS MORNING.",
        ["Honduras"],
    ),
    # Whom the land's own army arrests it arrests at home, wherever somebody was told of before.
    (
        "BOGOTA, 21 AUG 89 (DPA) -- [TEXT] THE CHIEF ESCAPED PLANS TO TAKE HIM IN PANAMA CITY. "
        + "900 PEOPLE HAVE BEEN ARRESTED IN OPERATIONS CARRIED OUT BY THE COLOMBIAN ARMY.",
        ["Colombia"],
    ),
]


@pytest.mark.parametrize(("text", "sides"), CASES)
def test_sides_of_wire_copy(text: str, sides: list[str | None]) -> None:
    assert [claim.side for claim in find(Report(id="r", text=text)).claims] == sides


ROLES = [
    (LIMA + "WE STORMED THE POST. FOUR OF THE ENEMY WERE KILLED.", "combatants"),
    (LIMA + "16 MEMBERS OF THE PEASANT DEFENSE PATROL DIED IN A REBEL RAID.", "combatants"),
    (LIMA + "18 CASUALTIES, AMONG BOTH SOLDIERS AND CLERKS, RESULTED FROM THE RAID.", "mixed"),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_roles_of_wire_copy(text: str, role: str) -> None:
    assert [claim.role for claim in find(Report(id="r", text=text)).claims] == [role]
