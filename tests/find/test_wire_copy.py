"""Who is harmed and whose they are in wire copy in capitals, whole reports read: marks as in tests/find/marked.py."""

import pytest
from tests.find.marked import marked, told

CASES = [
    # What the editors of the wire put between, and how its lines were joined.
    "[[THREE]]c CLERKS OF AYROIL [AYR OIL COMPANY INTERNATIONAL, INC.] HAVE BEEN KIDNAPPED BY GUERRILLAS.",
    "A CLERK NAMED BY THE ARMY AS [[ROSA NUNEZ]]w [AS RECEIVED], WAS WOUNDED BY GUERRILLAS.",
    "SAN SALVADOR, 2 MAY 90 (EFE) -- [TEXT] [[AT LEAST 18]]l CASUALTIES RESULTED FROM GUERRILLA ATTACKS.",
    "[[THIRTYTHREE]]w SEAMEN WERE INJURED WHEN GUERRILLAS BOMBED A BUS. [[TWENTY-ONE]]w CLERKS WERE WOUNDED.",
    # Numbers that count nobody, and one that does.
    "[[ROSA NUNEZ]], AGE 27 AND THE MOTHER OF THREE, DIED FROM HEAD INJURIES AFTER THE BOMB BLAST.",
    "THE BOMB WOUNDED [[A]]w CLERK WHO IS A FATHER OF TWO.",
    "[[PIZARRO]], WHO WAS 45 AND THE MAYOR OF LYSA, WAS FOUND SHOT BY GUERRILLAS.",
    "THE GUERRILLAS CLAIMED THE ATTACK IN WHICH [[ONE]] PERSON WAS KILLED. IT IS NOT KNOWN WHICH ONE DIED.",
    # Words that only their neighbours tell.
    "[[TWO]]w REPORTERS WERE COWARDLY SHOT BY GUERRILLAS. IT WAS A COWARDLY ACT.",
    "WE SAW [[DOZENS]]w OF WOMEN, CHILDREN, AND ELDERLY WHO WERE WOUNDED BY THE BOMBING.",
    "[[FIVE]]w MEMBERS OF THE LOCAL RED CROSS WERE WOUNDED BY GUERRILLAS.",
    "THE WHEREABOUTS OF [[SEVEN]]c CLERKS, KIDNAPPED BY ALLEGED DEATH SQUADS, REMAIN UNKNOWN.",
    # Two people, the first by the surname told before; and a couple.
    "GUERRILLAS KILLED [[ADAM RIVERA]]. HE SAID THAT [[RIVERA]] AND [[PAULO ALFARO]] DIED IN THE ATTACK.",
    "GUERRILLAS KILLED [[ADAM RIVERA]]. HE SAID THAT [[ROGER AND JILL HART]] DIED IN THE ATTACK.",
]


@pytest.mark.parametrize("case", CASES)
def test_the_people_marked_are_found_and_no_others(case: str) -> None:
    assert told(case) == marked(case)
