"""Who a report tells of as taken or held, and who is named as a victim by rank: marks as in tests/find/marked.py."""

import pytest
from tests.find.marked import marked, told

CASES = [
    # Told by nouns and relative clauses.
    "The rebels released a film of the [[trio]]c held since August in the hills.",
    "The [[pair]]c, abducted by gunmen in Marib, were seen in the mountains. The pair of shoes was hers.",
    "[[Six]]c weavers they hold may write home, the rebels said after the battle.",
    "The envoy met the [[30]]c masons the rebels captured last week.",
    "The fate of the [[eight]]c Danes held by the militants is not known.",
    "The families of the [[11]]c nurses in rebel hands stood in the square.",
    # Told by what was done to them.
    "The guerrillas took [[17]]c Turks in the raid on the fort.",
    "The guerrillas killed [[three]] guards and took [[17]]c Turks with them.",
    "Gunmen took [[five]]c engineers out of their inn. Raiders bundled [[two]]c cooks into a lorry.",
    "The army says that it has [[19]]c rebels in its custody, and the junta keeps [[some 400]]c rebels in its jails.",
    "Soldiers took part in the talks, and the rebels took three towns.",
    "The gunmen forced two lorries into the ditch. The army has 20 tanks in its hands.",
    "[[Some 900]]c Danes were held in four prison camps during the war. [[About 40]]c cooks were held and tortured.",
    "A film shows [[40]]c of the [[110]]c girls held by the rebels. Nine rebels seized draft papers from the office.",
    # Where it was, and who was the first of many.
    "The shell hit a mill, with [[four]] killed and [[12]]w wounded there.",
    "[[Karim Odeh]] was the third man to be killed by army fire in Nablus. He would be the first to die.",
    "[[Anna Roe]], a cook, was the 40th Danish soldier to die in the war.",
    "[[Omar Said]] is the latest chief of the rebels to be killed by a drone.",
]


@pytest.mark.parametrize("case", CASES)
def test_those_marked_are_told_and_no_others(case: str) -> None:
    assert told(case) == marked(case)
