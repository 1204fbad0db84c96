"""Handling rows: every rule of the pack on its examples, and whole rows on short reports of our own."""

import pytest

from cenotaph.find.attribution import Attributor
from cenotaph.find.handling import handlings
from cenotaph.find.handling_clauses import clauses
from cenotaph.find.handling_grammar import read_sentence
from cenotaph.find.sentences import sentences
from cenotaph.language import load_pack
from cenotaph.model import Handling, Report

RULES = load_pack("handling")["rules"]
EXAMPLES = [(row["name"], row["action"], text) for row in RULES for text in row["examples"]]
COUNTERS = [(row["name"], text) for row in RULES for text in row["counter"]]


def rules_of(text: str) -> dict[str, str]:
    found = clauses(read_sentence(text, 0, len(text)), carried="dead")
    return {rule.name: clause.action for clause in found for rule in clause.rules}


def rows(text: str) -> list[Handling]:
    report, spans = Report(id="r", text=text), sentences(text)
    return handlings(report, spans, Attributor(report, spans))


@pytest.mark.parametrize(("name", "action", "text"), EXAMPLES)
def test_rule_finds_its_examples(name: str, action: str, text: str) -> None:
    assert rules_of(text).get(name) == action


@pytest.mark.parametrize(("name", "text"), COUNTERS)
def test_rule_leaves_its_counter_examples(name: str, text: str) -> None:
    assert name not in rules_of(text)


def test_report_without_the_dead_or_wounded_has_no_rows() -> None:
    assert rows("Troops crossed the river at dawn. The bridge was rebuilt in May.") == []


def test_quote_is_the_clause_in_the_text() -> None:
    text = "Residents said the bodies of nine soldiers were taken to Gomel by train, and the road was closed."
    (row,) = rows(text)
    assert row.quote == "the bodies of nine soldiers were taken to Gomel by train"
    assert text[row.start : row.end] == row.quote
    assert (row.cargo, row.action, row.to_place, row.means) == ("dead", "moved", "Gomel", ("train",))
