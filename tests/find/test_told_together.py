"""Harms told in one breath, people told by "both", by rank in a row or by a pronoun: marks as in tests/find/marked.py."""

import pytest
from tests.find.marked import marked, told

CASES = [
    # What "or" joins is not told apart; what "and" joins ends in the worst.
    "The brigade said it had killed, wounded or captured [[300]]l rebel soldiers.",
    "[[Some 60]]l residents were wounded or missing after the shelling.",
    "The shelling left [[two dozen]]l villagers dead or injured.",
    "The rebels shot or beheaded [[15]] captured clerks. [[Nine]] cooks were abducted and murdered.",
    "The army said that [[40]]l rebels were either killed or captured.",
    # Both are two, unless they are two sides or only joined.
    "The rocket hit a car; [[both]] drivers were killed. A mine hurt [[both]]w of them.",
    "Both sides fired rockets. Both soldiers and clerks fled the bombing and were both angry.",
    # Those who come next in a row.
    "Troops stormed the fort, killing [[six]] rebels and capturing [[a]]c seventh, after a siege.",
    "Rockets killed [[three]] brothers. A second or third attack followed.",
    # Whom a pronoun names again.
    "Militants lay in wait for [[Amin Roe]] near his home, killing him and [[two]] guards.",
    "Rebels killed kidnapped priest [[Ivo Roe]] and [[four]] others.",
    "Taliban kill kidnapped council candidate, [[nine]] others",
    # Hostages whom somebody comes to free are held; those let go are not.
    "Commandos stormed the inn to free [[30]]c hostages. The rebels agreed to free 12 hostages.",
    # Wire copy: adverbs that look like adjectives, surnames that look like nations, machine guns.
    "[[TWO]] REPORTERS WERE COWARDLY KILLED BY REBELS. [[ABOUT 60]]c WEAVERS WERE FIRST BRUTALLY WHIPPED AND THEN KIDNAPPED.",
    "POLICEMAN [[PEDRO ROMAN]]w WAS SHOT BY A REBEL. ONLY [[ONE]] OF THE MURDERERS WAS KILLED.",
    "PLANES MACHINEGUNNED LOS LLANITOS. NINE TERRORISTS MACHINEGUNNED A BUS. REBELS MACHINEGUNNED RETIRED GENERAL [[GUSTAVO ROJAS]].",
    "[[PEDRO ROJAS]], 46, WAS MACHINEGUNNED TOGETHER WITH [[FIVE]]w WEAVERS WHO WERE WOUNDED.",
    "[[ALMOST 900]] CLERKS AND MEMBERS OF THE PARTY AND THE UNION HAVE DIED IN THE WAR.",
    # What stands beside a verb that only aims at more, or is no verb at all.
    "Rebels who killed [[20]] people were locals, and the army had tried once to arrest five of them.",
    "The bomb killed [[nine]] tourists in Garnet Square, a great tourist draw, in an attack by rebels.",
    # Who argues is not killed.
    "The war has killed [[900]] rebels, two ministers have argued about it.",
]


@pytest.mark.parametrize("case", CASES)
def test_those_marked_are_told_and_no_others(case: str) -> None:
    assert told(case) == marked(case)
