"""Every turn of phrase of the pack `sufferers` finds whose losses its examples tell of, and nobody's in its counter-examples."""

import re

import pytest

from cenotaph.find.whose.belonging.sufferers import COUNT, OTHER, PARTY, needs, patterns, without_asides
from cenotaph.language import load_pack

ROWS = load_pack("sufferers")["rule"]
PARTIES = re.compile(r"\{[^}]+\}|\b(?:Norway|Norwegian)\b")
FIGURE = re.compile(r"\[\d+\]")


def marked(text: str) -> str:
    told = PARTIES.sub(lambda match: PARTY if match.group()[0] == "{" else OTHER, text)
    return without_asides(FIGURE.sub(COUNT, told).lower())


@pytest.mark.parametrize(("name", "text"), [(row["name"], text) for row in ROWS for text in row["examples"]])
def test_a_turn_finds_its_examples(name: str, text: str) -> None:
    fitting = [row["name"] for row, one in zip(ROWS, patterns(), strict=True) if one.search(marked(text))]
    assert name in fitting
    assert needs() & set(re.findall(r"[a-z]+", text.lower()))


@pytest.mark.parametrize("text", [text for row in ROWS for text in row["counter"]])
def test_no_turn_finds_a_counter_example(text: str) -> None:
    fitting = [row["name"] for row, one in zip(ROWS, patterns(), strict=True) if one.search(marked(text))]
    assert fitting == []
