"""Who a report tells of as dead or wounded in turns of phrase of their own: marks as in tests/find/marked.py."""

import pytest
from tests.find.marked import marked, told

from cenotaph.find.finder import find
from cenotaph.model import Report

CASES = [
    # Ages in a row are no counts.
    "[[Two]] soldiers, 21 and 19, were killed in the shelling. [[Two]] cooks aged 61 and 44 were killed by a mine.",
    "[[Two]] guards were killed by gunmen. The victims were 19 and 23, he said.",
    "[[Hana Roe]], nine, was killed by a stray bullet, and [[Anna Roe]], 12, died when a mine blew up.",
    "[[Karl Hart]] (31), a sergeant, died in a bomb blast. [[Karl Hart]] - a sergeant - died in a bomb blast.",
    "[[Karl Hart]], also known as Abu Omar, was killed by a drone. [[Anna Roe]], of 40 Commando, died in the battle.",
    "Soldiers killed: [[19]]. Tanks lost: two. [[Omar Hadi]]w survived the air strike but was badly wounded.",
    # Bullets, rubble and tolls of the wounded.
    "The rebels attacked and [[three]]w children were hit by shell splinters. A stray bullet struck [[a]]w girl.",
    "After the shelling [[nine]]m people are still under the rubble. Rebels pulled [[four]]b dead from the ruins.",
    "The toll of the wounded in the shelling stands at [[40]]w. The toll, earlier put at [[nine]], climbed to [[14]].",
    # Events with their year, and a death of another year that no attack is told for.
    "The 1995 massacre of [[some 300]] Danish men and boys in the war was the worst.",
    "The president has ruled since the 2013 death of his brother Adam Roe. [[Nine]] people were shot dead by troops.",
    # Parts of a whole, lives and graves.
    "[[Nine]] of the [[14]] people who died in the raid were children. Of [[30]] people who died in the war, [[six]] were cooks.",
    "The bomb cost [[nine]] guards their lives. [[Thousands]]b were found in mass graves after the war.",
    "Rebels hacked her brother, the judge [[Amin Roe]], to death and mourned [[six]] of their men.",
    "A reporter saw [[several]] apparently dead soldiers near the bridge after the battle.",
    "Anna Roe, nine, was one of [[22]] victims killed by the bomber. [[Two]] girls were abducted, raped and murdered by rebels.",
    "The dead - [[two]] guards and [[a]] cook - were flown home after the battle. The rebels said Danish deaths now number [[40]].",
    "[[Thirteen]]b bodies lay in the streets after the battle; [[eight]]b rebels, [[four]]b soldiers and [[a]]b clerk.",
    "[[Three]] people died in the raid. [[Two]] were guards and [[one]] a cook. Of the [[40]] dead in Helmand, [[30]] were soldiers.",
    # What others went through as well.
    "[[Adam Roe]] was killed by rebels, as were [[two]] of his guards. Killed with [[Anna Roe]] were [[two]] cooks.",
    "[[Karl Hart]], whose brother is a judge, was killed by a bomb. Omar Said, whose brother was killed by a bomb, is a judge.",
    "The bombing left [[two]] dead; [[nine]]w others were taken to the city's main hospital.",
    "Among the Danes still missing after the bombing were [[Tom and Anna Roe]]m, of Ribe.",
    "In 2011 he was one of [[four]]c reporters kidnapped by the rebels.",
    # Who they were said to be, and what they were killed with.
    "The army said [[two]] cooks believed to be members of a group led by Amin Roe had been killed by rebels.",
    "The army used a robot packed with explosives to kill [[a]] gunman. A robot was sent in to kill a gunman.",
    "Gunmen murdered judge [[Samir Omar Hadi]] member of the bar in Ayr.",
    # Kin named together, and bodies that are councils.
    "Sister and brother [[Anna and Karl Roe]]m remain missing after the bombing.",
    "[[Nine]] people were killed by troops after the vote, said the council, a body packed with friends of the junta.",
]


@pytest.mark.parametrize("case", CASES)
def test_those_marked_are_told_and_no_others(case: str) -> None:
    assert told(case) == marked(case)


PARTS = [
    ("The governor spoke of 50 dead in the shelling, five of them children.", "children"),
    ("Nine people were killed by a mine, two of whom were nurses.", "nurses"),
    ("A mine killed nine rebels in Tellin, and two of them were shot.", "them"),
]


@pytest.mark.parametrize(("text", "victims"), PARTS)
def test_a_part_is_called_by_the_noun_behind_its_pronoun(text: str, victims: str) -> None:
    assert find(Report("r", text)).claims[-1].victims_text == victims


WHOLES = [
    "An air strike on a clinic kills three people, a girl among them, and wounds 17.",
    "Sixteen clerks were killed by a mine, two women among them.",
]


@pytest.mark.parametrize("text", WHOLES)
def test_those_among_them_are_a_part(text: str) -> None:
    whole, part = find(Report("r", text)).claims[:2]
    assert (whole.part_of, part.part_of) == (None, whole.id)


BELOW = [
    ("A mortar killed nine farmers and wounded 12 in Homs. Among the dead were two nurses.", [None, None, 0]),
    ("A mortar killed nine farmers and wounded 12 in Homs. Among the wounded was a nurse.", [None, None, 1]),
    ("A mortar killed nine farmers in Homs. Six of them died at once.", [None, 0]),
    ("A mortar killed nine farmers in Homs. The dead include four men and three women.", [None, 0, 0]),
    ("A mortar killed nine farmers in Homs. Among the dead were 11 nurses.", [None, None]),
    ("A mortar killed nine farmers in Homs. Two nurses were killed in Hama.", [None, None]),
    (
        "A mortar killed nine farmers and wounded 12 in Homs. Five of the wounded were flown to Ayr.",
        [None, None, 1],
    ),
    ("Rebels caused 40 casualties in Homs between 3 May and 9 June: 15 killed and 25 wounded.", [None, 0, 0]),
    (
        "Rebels caused 40 casualties in Homs: 15 killed (10 men, 5 women) and 25 wounded.",
        [None, 0, 1, 1, None],
    ),
    ("Rebels caused 40 casualties in Homs: 15 killed and 25 wounded.", [None, 0, 0]),
]


@pytest.mark.parametrize(("text", "wholes"), BELOW)
def test_a_part_may_stand_in_a_sentence_below_its_whole(text: str, wholes: list[int | None]) -> None:
    found = find(Report("r", text)).claims
    ids = [one.id for one in found]
    assert [None if one.part_of is None else ids.index(one.part_of) for one in found] == wholes


NAMED = [
    ("A priest, Carl Roe, was killed by gunmen.", [("A", ("Carl Roe",))]),
    ("A mine killed a guard named Omar Said.", [("a", ("Omar Said",))]),
    ("Gunmen killed four people, including a priest, Carl Roe, and a nun.", [("four", ()), ("a", ("Carl Roe",)), ("a", ())]),
    ("Shelling killed a woman, Carl Roe, the governor, said.", [("a", ())]),
    ("Two guards, Omar Said and Carl Roe, were killed by a mine.", [("Two", ()), ("Omar Said", ("Omar Said",)), ("Carl Roe", ("Carl Roe",))]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), NAMED)
def test_one_person_who_is_counted_has_the_name_behind(
    text: str, told: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert [(one.quantity_text, one.names) for one in find(Report("r", text)).claims] == told


def test_who_is_killed_by_gunmen_is_none_of_them() -> None:
    text = "Four people, including Carl Roe, were killed by gunmen."
    assert [one.role for one in find(Report("r", text)).claims] == ["civilians", "civilians"]


def test_those_among_others_are_no_part() -> None:
    text = "Rockets killed three people, a girl and two nurses."
    assert [one.part_of for one in find(Report("r", text)).claims if one.low == 3] == [None]
