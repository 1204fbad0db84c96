"""Armed violence told from accidents, illness and disaster; word lists as one pattern."""

import re

import pytest

from cenotaph.find.people.violence import Violence
from cenotaph.find.text.alternation import any_of
from cenotaph.model import Span


@pytest.mark.parametrize(
    ("before", "sentence", "trigger", "armed"),
    [
        ("Rebels shelled the town.", "Six people died.", "died", True),
        ("The river flooded.", "Six people died.", "died", False),
        ("A virus spread among the troops.", "Nine died of the virus.", "died", False),
        ("The ferry capsized.", "Gunmen had murdered the captain.", "murdered", True),
        ("He died in a non-combat related incident.", "The soldier died.", "died", False),
        (
            "The firm fought a long battle for its market. " + "It sold its yard by the river. " * 20,
            "Its founder died in May.",
            "died",
            False,
        ),
        ("The striker scored two goals for the league's best coach.", "He lost five shots.", "lost", False),
        ("Shareholders sold; a war of prices hurt profits.", "Nine clerks were hurt.", "hurt", False),
        ("The film tells of the bombing of a village.", "Nine soldiers died.", "died", True),
        ("A court charged the robber.", "Two suspects were arrested.", "were arrested", False),
        ("Troops with mortars stormed the village.", "Two suspects were arrested.", "were arrested", True),
        ("Rebels bombed the town.", "A photograph captured a fleeing child.", "captured", False),
        ("Nothing else happened.", "A gunman hurt nine.", "hurt", True),
        ("A bus plunged into a ravine.", "Nine clerks were killed.", "killed", False),
        ("Nothing else happened.", "A clerk was killed in a shark attack.", "killed", False),
        (
            "A grand jury heard the sheriff on the fatal shooting by one of his deputies. Detectives found a knife in her county.",
            "The deputy murdered a clerk.",
            "murdered",
            False,
        ),
        (
            "The attack on the school, one of the worst attacks in decades: an attacker, attacks, a stabbing, a knife, detectives.",
            "Three girls were stabbed.",
            "stabbed",
            True,
        ),
        (
            "Rebels bombed the sheriff, the jury, deputies and detectives of the county.",
            "They murdered a clerk.",
            "murdered",
            True,
        ),
    ],
)
def test_a_report_is_weighed_by_its_words(before: str, sentence: str, trigger: str, *, armed: bool) -> None:
    report = f"{before} {sentence}"
    assert Violence(report).armed(Span(len(before) + 1, len(report)), trigger) is armed


def test_a_tree_of_words_matches_what_the_words_match() -> None:
    pattern = any_of(["kill*", "kiln", "shot", "shots", "gunm?n"])
    text = "killers by the kiln shot at gunmen; shotgun, skill, kilns"
    assert pattern.findall(text) == ["killers", "kiln", "shot", "gunmen"]
    assert isinstance(pattern, re.Pattern)
