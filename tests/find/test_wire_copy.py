"""Who is harmed and whose they are in wire copy in capitals, whole reports read: marks as in tests/find/marked.py."""

import pytest
from tests.find.marked import marked, told

from cenotaph.find import find
from cenotaph.model import Report

CASES = [
    # What the editors of the wire put between, and how its lines were joined.
    "[[THREE]]c CLERKS OF AYROIL [AYR OIL COMPANY INTERNATIONAL, INC.] HAVE BEEN KIDNAPPED BY GUERRILLAS.",
    "A CLERK NAMED BY THE ARMY AS [[ROSA NUNEZ]]w [AS RECEIVED], WAS WOUNDED BY GUERRILLAS.",
    "SAN SALVADOR, 2 MAY 90 (EFE) -- [TEXT] [[AT LEAST 18]]l CASUALTIES RESULTED FROM GUERRILLA ATTACKS.",
    "[[THIRTYTHREE]]w SEAMEN WERE INJURED WHEN GUERRILLAS BOMBED A BUS. [[TWENTY-ONE]]w CLERKS WERE WOUNDED.",
    # Numbers that count nobody, and one that does.
    "[[ROSA NUNEZ]], AGE 31 AND THE MOTHER OF THREE, DIED FROM HEAD INJURIES AFTER THE BOMB BLAST.",
    "THE BOMB WOUNDED [[A]]w CLERK WHO IS A FATHER OF TWO.",
    "[[PIZARRO]], WHO WAS 45 AND THE MAYOR OF LYSA, WAS FOUND SHOT BY GUERRILLAS.",
    "THE GUERRILLAS CLAIMED THE ATTACK IN WHICH [[ONE]] PERSON WAS KILLED. IT IS NOT KNOWN WHICH ONE DIED.",
    # Words that only their neighbours tell.
    "[[TWO]]w REPORTERS WERE COWARDLY SHOT BY GUERRILLAS. IT WAS A COWARDLY ACT.",
    "WE SAW [[DOZENS]]w OF WOMEN, CHILDREN, AND ELDERLY WHO WERE WOUNDED BY THE BOMBING.",
    "[[FIVE]]w MEMBERS OF THE LOCAL RED CROSS WERE WOUNDED BY GUERRILLAS.",
    "THE WHEREABOUTS OF [[SEVEN]]c CLERKS, KIDNAPPED BY ALLEGED DEATH SQUADS, REMAIN UNKNOWN.",
    "HIS DEATH RAISES TO [[84]] THE NUMBER OF THE PARTY'S MEMBERS AND LEADERS MURDERED SINCE MAY.",
    # Who is none of them.
    'A BOMB HIT THE "PAULO NETO" COMMITTEE OF RELATIVES OF THE MISSING AND WOUNDED [[A]]w CLERK.',
    "THE VICTIM OF THE BOMB, MARRIED TO MAJOR PAULO NETO, WAS KILLED WITH [[TWO]] CLERKS.",
    "THE ARREST OF [[PAULO NETO]]c, THE MOST IMPORTANT ONE SINCE THE GUERRILLAS FLED, WAS TOLD TODAY.",
    "GUERRILLAS KILLED [[JOSE REIS]], [[PAULO NETO JUNIOR]], AND [[A]] GUARD.",
    # A bare name that is a person's by what stands behind it, and a town's where nothing does.
    "A LETTER BY [[BRIZO]]c, WHO WAS CAPTURED BY GUERRILLAS IN MAY, WAS READ TODAY.",
    "[[BRIZO]]c WAS TAKEN HOSTAGE BY GUERRILLAS.",
    "BRIZO WAS CAPTURED BY GUERRILLAS.",
    # What is only recalled is no recall of goods.
    "IT SHOULD BE RECALLED THAT [[FOUR]] NUNS WERE KILLED BY GUARDSMEN.",
    # Two people, the first by the surname told before; and a couple.
    "GUERRILLAS KILLED [[ADAM RIVERA]]. HE SAID THAT [[RIVERA]] AND [[PAULO ALFARO]] DIED IN THE ATTACK.",
    "GUERRILLAS KILLED [[ADAM RIVERA]]. HE SAID THAT [[ROGER AND JILL HART]] DIED IN THE ATTACK.",
]


@pytest.mark.parametrize("case", CASES)
def test_the_people_marked_are_found_and_no_others(case: str) -> None:
    assert told(case) == marked(case)


SIDES = [
    (
        "SAN SALVADOR, 3 NOV (EFE) -- THE FMLN SUFFERED 14 CASUALTIES. THERE ARE 21 DEAD AND 61 WOUNDED AMONG THE ARMY RANKS, 9 DEAD AND 32 WOUNDED AMONG THE CIVILIANS.",
        ["FMLN", *["El Salvador"] * 4],
    ),
    (
        "SAN SALVADOR, 3 NOV (EFE) -- THE ARMY SAID THAT THE GUERRILLA OFFENSIVE HAS RESULTED IN 121 DEAD AND 151 WOUNDED, WHILE THE FMLN CLAIMS TO HAVE INFLICTED 400 CASUALTIES ON THE GOVERNMENT FORCES.",
        [None, None, "El Salvador"],
    ),
    (
        "BOGOTA, 3 NOV 89 (EFE) -- [TEXT] THE TALKS WITH M-19 ENDED AFTER THE MURDER OF FOUR MEMBERS OF THAT SUBVERSIVE ORGANIZATION.",
        ["M-19"],
    ),
    (
        "BOGOTA, 3 NOV 89 (EFE) -- [TEXT] THE NUMBER OF M-19 [19 APRIL MOVEMENT] MEMBERS KILLED HAS RISEN TO 12 SINCE MARCH.",
        ["M-19"],
    ),
    (
        "SAN SALVADOR, 3 NOV 89 (EFE) -- [TEXT] TWO PARTY MILITANTS WERE SHOT DEAD. THE FMLN DENIED IT.",
        ["El Salvador"],
    ),
    ("SAN SALVADOR, 3 NOV 89 (EFE) -- [TEXT] A GUERRILLA WAS KILLED WHEN THE ARMY FIRED AT HIM.", [None]),
    (
        "SAN SALVADOR, 3 NOV 89 (EFE) -- [TEXT] A GUERRILLA WAS KILLED WHEN HE FIRED AT AN ARMY POST. THE FMLN SAID NOTHING.",
        ["FMLN"],
    ),
    (
        "LIMA, 3 NOV 89 (EFE) -- [TEXT] A PATROL OF THE PERUVIAN ARMY KILLED SEVEN TERRORISTS, INCLUDING ONE WOMAN.",
        [None, None],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SIDES)
def test_whose_people_they_are(text: str, expected: list[str | None]) -> None:
    assert [claim.side for claim in find(Report("r", text)).claims] == expected


def test_natives_are_of_no_land_of_their_name() -> None:
    text = "GUATEMALA CITY, 3 NOV (EFE) -- GUATEMALAN ARMY TROOPS KILLED NINE MEN BY MISTAKE. THE TROOPS TOOK THE INDIAN PEASANTS FOR REBELS."
    assert "India" not in {claim.side for claim in find(Report("r", text)).claims}
