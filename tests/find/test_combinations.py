"""Whoever is harmed is found however people, verb and what stands before it are combined: sentences that nobody wrote one by one.

Each subject goes with each way of telling harm, behind one opening after another, in small letters and in capitals. Marks as in
tests/find/marked.py.
"""

from collections.abc import Iterator
from itertools import cycle

import pytest
from tests.find.marked import marked, told

_LEAD = "Guerrillas and the army fought for hours. "
_OPENINGS = (
    "",
    "Meanwhile, ",
    "On Monday, ",
    "In Tellin, ",
    "According to the police, ",
    "The army said that ",
    "It was also reported that ",
    "During the attack, ",
)
_SUBJECTS = (
    "[[two]] policemen",
    "[[at least 15]] villagers",
    "[[an]] elderly man",
    "[[Paulo Neto]]",
    "Judge [[Ana Robledo]]",
    "[[Paulo Neto]], 34,",
    "[[Paulo Neto]], 34 years old,",
    "[[Paulo Neto]] (34)",
    "[[Paulo Neto]], a teacher and union leader,",
    "[[Paulo Neto]], 34, a reporter for the local radio,",
    "[[Paulo Neto]], the head of the bank,",
    "[[three]] peasants who were travelling in a truck",
    "[[six]] members of the patrol",
    "[[two]] officials from the ministry",
    "[[two]] women carrying water",
    "[[a]] soldier and [[two]] children",
    "[[two]] policemen who were acting as his drivers and [[a]] clerk",
    "[[Paulo Neto]], 20, and [[Jose Ruiz]], 21,",
    "[[Paulo Neto]], a driver, and [[Jose Ruiz]], a guard,",
    "[[Paulo Neto]], a driver; [[Jose Ruiz]], a cook; and [[Ana Robledo]], a clerk,",
    "[[nine]] people, including [[two]] women,",
    "Captain [[Paulo Neto]], Sergeant [[Jose Ruiz]], and Private [[Mario Diaz]]",
    "Mayor [[Paulo Neto]] and his [[two]] bodyguards",
    "[[Paulo Neto]] and [[two]] of his bodyguards",
    "[[a]] woman and her [[two]] children",
    "[[three]] other peasants",
    "[[an undetermined number]] of civilians",
    "[[four]] members of the Ruiz family",
    "[[one]] of his bodyguards",
)
# The letter of the harm, behind one victim and behind several.
_VERBS = (
    ("", "was killed", "were killed"),
    ("", "was shot dead", "were shot dead"),
    ("", "has been murdered", "have been murdered"),
    ("", "was found dead yesterday", "were found dead yesterday"),
    ("", "died", "died"),
    ("", "was gunned down", "were gunned down"),
    ("", "was riddled with bullets", "were riddled with bullets"),
    ("", "was annihilated", "were annihilated"),
    ("", "lost his life", "lost their lives"),
    ("w", "was seriously injured", "were seriously injured"),
    ("w", "is in critical condition", "are in critical condition"),
    ("w", "was hit by a bullet", "were hit by bullets"),
    ("w", "suffered bullet wounds", "suffered bullet wounds"),
    ("c", "was kidnapped", "were kidnapped"),
    ("c", "was taken hostage", "were taken hostage"),
    ("c", "was picked up by armed men", "were picked up by armed men"),
    ("c", "remains in captivity", "remain in captivity"),
    ("m", "was reported missing", "were reported missing"),
    ("m", "is missing", "are missing"),
)
_OBJECTS = (
    ("", "guerrillas killed {}"),
    ("", "the bombing claimed the lives of {}"),
    ("", "the attack resulted in the death of {}"),
    ("", "the blast left {} dead"),
    ("", "the murder of {} remains unsolved"),
    ("w", "the blast left {} wounded"),
    ("w", "the explosion caused injuries to {}"),
    ("w", "the explosion wounded {}"),
    ("c", "the guerrillas kidnapped {}"),
)


def _is_one(subject: str) -> bool:
    """Whether a subject is one person."""
    alone = subject.count("[[") == 1
    return alone and (subject.startswith(("[[an]]", "[[a]]", "[[one]]", "Judge")) or "[[Paulo" in subject)


def _bodies(subject: str) -> Iterator[str]:
    """A subject with each way of telling harm, every mark with the letter of its harm."""
    for letter, one, several in _VERBS:
        yield f"{subject} {one if _is_one(subject) else several}".replace("]]", f"]]{letter}")
    for letter, frame in _OBJECTS:
        whole = subject.rstrip(",") if frame.endswith("{}") else subject
        yield frame.format(whole).replace("]]", f"]]{letter}")


def _cases(subject: str) -> Iterator[str]:
    openings = cycle(_OPENINGS)
    for at, body in enumerate(_bodies(subject)):
        for opening in (next(openings), next(openings), next(openings)):
            case = f"{_LEAD}{opening}{body}."
            yield _shouted(case) if at % 2 else case


def _shouted(case: str) -> str:
    """A case in capitals, but for the letters of its marks."""
    parts = case.split("]]")
    return "]]".join(
        [parts[0].upper()]
        + [
            part[:1] + part[1:].upper() if part[:1] in "wcm" and part[1:2] in " ,." else part.upper()
            for part in parts[1:]
        ]
    )


@pytest.mark.parametrize("subject", _SUBJECTS)
def test_people_are_found_in_every_combination(subject: str) -> None:
    missed = [(case, told(case)) for case in _cases(subject) if told(case) != marked(case)]
    assert missed == []
