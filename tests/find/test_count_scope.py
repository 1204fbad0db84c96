"""Scopes of counts: every rule of the pack on its examples, and what a sentence takes from the one before it."""

from typing import Any

import pytest

from cenotaph.find import find
from cenotaph.find.counts.quantities import quantities
from cenotaph.find.text.sentences import sentences
from cenotaph.find.time.count_scope import scope_of
from cenotaph.find.time.named_times import ReportTimes
from cenotaph.language import load_pack
from cenotaph.model import Harm, Report, Scope, Span

RULES: list[dict[str, Any]] = load_pack("scopes")["rule"]


def scope(text: str, quantity: str, harm: Harm = "killed") -> Scope:
    report = Report("r", text, published="2022-04-14")
    spans = sentences(text)
    start = text.rindex(quantity)
    index = max(place for place, span in enumerate(spans) if span.start <= start)
    low = next(found.low for found in quantities(text, start, start + len(quantity)))
    return scope_of(ReportTimes(report, spans), index, Span(start, start + len(quantity)), low, harm)


@pytest.mark.parametrize("rule", RULES, ids=[rule["id"] for rule in RULES])
def test_rule_reads_its_examples(rule: dict[str, Any]) -> None:
    for example in rule["examples"]:
        expected = rule["id"].removeprefix("scope.")
        assert scope(example["text"], example["quantity"], example["harm"]) == expected, example["text"]


def test_a_part_has_the_scope_of_the_whole_before_it() -> None:
    martyrs = "The militia lost 320 men during March. Among the martyrs were 12 officers."
    assert scope(martyrs, "12") == "cumulative"
    text = "The militia lost 320 men during March. These losses include 12 officers."
    assert scope(text, "12") == "cumulative"


def test_the_worst_since_is_still_one_incident() -> None:
    assert scope("A blast killed 31 people, the deadliest attack since 2014.", "31") == "incident"


def test_a_lost_space_does_not_lend_the_next_sentence_its_since() -> None:
    text = "Calm has held since 2 April in the east.A shell killed 4 people in the port."
    assert scope(text, "4") == "incident"


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("Since June, 400 rebels have been killed. Twenty-four soldiers have also died.", ["cumulative", "cumulative"]),
        ("Since June, 400 rebels have been killed. Two soldiers have died in an ambush.", ["cumulative", "incident"]),
        ("Since June, 400 rebels have been killed. On Monday two soldiers were shot dead.", ["cumulative", "incident"]),
        ("Raids have become deadlier since the start of the year. More than 80 people have been killed.", ["cumulative"]),
        ("The number of rebels shot since June has reached many. Fifty-three men have been wounded.", ["cumulative"]),
        ("Raids became deadlier. More than 80 people have been killed.", ["incident"]),
        ("Clashes have recently killed a dozen guards.", ["cumulative"]),
        ("Since June, 400 rebels have been killed. Dozens of soldiers were also killed.", ["cumulative", "cumulative"]),
        ("In all, 410 people have been killed since May, the office said.\n\nOffice 410 people killed, Varda region\n", ["cumulative", "cumulative"]),
        ("Chad said that 1,026 soldiers had surrendered on Monday. A chief put the captives at more than 1,000, among them hundreds of wounded.", ["incident", "incident", "incident"]),
        ("The raids went on. Police have recovered the bodies of 410 villagers since rebels fled. Experts had examined 140 of them.", ["cumulative", "cumulative"]),
        ("Attacks that have killed 73 people in the past two days, including 27 people yesterday, shook the city.", ["cumulative", "incident"]),
    ],
)  # fmt: skip
def test_a_count_that_goes_on_in_the_tense_of_a_total_is_one(text: str, scopes: list[str]) -> None:
    assert [claim.scope for claim in find(Report("r", text, published="2022-04-14")).claims] == scopes
