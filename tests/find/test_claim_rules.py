"""Every claim rule is proved on its examples, where it must read the marked people, and on its counter-examples."""

import re

import pytest

from cenotaph.find.people.claim_rules import rules
from cenotaph.find.people.mentions import Mention, mentions
from cenotaph.language import load_pack
from cenotaph.model import Span

ROWS = load_pack("claims")["rule"]
EXAMPLES = [(row["name"], text) for row in ROWS for text in row["examples"]]
COUNTERS = [(row["name"], text) for row in ROWS for text in row["counter"]]
MARKED = re.compile(r"\[\[(.+?)\]\]")


def told(text: str) -> list[Mention]:
    return mentions(text, Span(0, len(text)))


@pytest.mark.parametrize(("name", "text"), EXAMPLES)
def test_a_rule_reads_the_people_of_its_example(name: str, text: str) -> None:
    plain = MARKED.sub(r"\1", text)
    found = told(plain)
    assert [plain[one.start : one.end] for one in found] == MARKED.findall(text)
    assert name in {one.rule for one in found}


@pytest.mark.parametrize(("name", "text"), COUNTERS)
def test_a_rule_leaves_its_counter_example_alone(name: str, text: str) -> None:
    assert name not in {one.rule for one in told(text)}


def test_every_rule_has_both() -> None:
    assert [row["name"] for row in ROWS if not (row["examples"] and row["counter"])] == []
    assert len(rules()) == len(ROWS)
