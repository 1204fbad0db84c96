"""Furniture known by its words, proved on the examples beside the rules."""

import pytest

from cenotaph.language import load_pack
from cenotaph.read import furniture_spans
from cenotaph.read.furniture import furniture_rule

LINES = load_pack("furniture")["lines"]


@pytest.mark.parametrize(
    ("name", "line"), [(rule["name"], line) for rule in LINES for line in rule["examples"]]
)
def test_every_rule_matches_its_examples(name: str, line: str) -> None:
    assert furniture_rule(line) == name


@pytest.mark.parametrize("line", [line for rule in LINES for line in rule["counter_examples"]])
def test_no_rule_matches_a_counter_example(line: str) -> None:
    assert furniture_rule(line) is None


def test_every_rule_has_both() -> None:
    assert all(rule["examples"] and rule["counter_examples"] for rule in LINES)


def test_furniture_of_a_text_is_pointed_at_and_not_removed() -> None:
    caption = "Soldiers walk past a house that burned down in Volnovakha, March 11."
    text = f"{caption}\n{caption}\n\n  • Oops!\n    Something went wrong.\n    Please try again later.\nTwo men died.\nRead more: Talks go on\n"
    said = [text[span.start : span.end].strip() for span in furniture_spans(text)]
    assert said == [
        caption,
        "• Oops!",
        "Something went wrong.",
        "Please try again later.",
        "Read more: Talks go on",
    ]
    assert furniture_spans(text)[0].start == len(caption) + 1


def test_short_lines_may_repeat() -> None:
    assert furniture_spans("5 dead\nKharkiv\n5 dead\nKharkiv\n") == ()


def test_long_lines_are_never_furniture() -> None:
    assert furniture_spans("Read more: " + "the list of the dead goes on, " * 20) == ()
