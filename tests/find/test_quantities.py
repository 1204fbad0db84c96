"""Quantities: every rule of the pack on its examples, numbers written out and read back, and speed of a sentence."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cenotaph.find.counts.quantities import Quantity, quantities
from cenotaph.language import load_pack

RULES: list[dict[str, Any]] = load_pack("quantities")["rule"]
UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
UNITS += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def read(text: str) -> list[Quantity]:
    return quantities(text, 0, len(text))


def spelled(number: int) -> str:
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = f" {spelled(number % size)}" if number % size else ""
            return f"{spelled(number // size)} {name}{rest}"
    if number < 20:
        return UNITS[number]
    return TENS[number // 10] + (f"-{UNITS[number % 10]}" if number % 10 else "")


@pytest.mark.parametrize("rule", RULES, ids=[rule["id"] for rule in RULES])
def test_rule_reads_its_examples(rule: dict[str, Any]) -> None:
    for example in rule["examples"]:
        text = example["text"]
        by_words = {text[found.start : found.end]: found for found in read(text)}
        assert example["quantity"] in by_words, (text, list(by_words))
        found = by_words[example["quantity"]]
        expected = (example.get("low"), example.get("high"), example.get("approx", False))
        assert (found.low, found.high, found.approx) == expected, text
        assert found.count, text


@pytest.mark.parametrize("rule", RULES, ids=[rule["id"] for rule in RULES])
def test_counter_examples_count_nobody(rule: dict[str, Any]) -> None:
    for text in rule["counter"]:
        counted = [text[found.start : found.end] for found in read(text) if found.count]
        assert counted == [], text


@given(st.integers(min_value=1, max_value=10**12 - 1), st.booleans())
def test_spelled_numbers_are_read_back(number: int, shout: bool) -> None:
    words = spelled(number)
    text = f"They said {words} were killed."
    found = read(text.upper() if shout else text)
    assert [(item.low, item.high) for item in found] == [(number, number)]


@given(
    st.integers(min_value=1, max_value=10**9), st.sampled_from(["{}", "{:,}", "at least {:,}", "around {:,}"])
)
def test_figures_are_read_back(number: int, form: str) -> None:
    written = form.format(number)
    text = f"He counted {written} dead."
    (found,) = read(text)
    assert text[found.start : found.end] == written
    assert found.low == number
    assert found.high == (None if form.startswith("at least") else number)
    assert text[found.number_start : found.number_end].replace(",", "") == str(number)


@given(st.text(max_size=200))
def test_any_text_gives_ordered_spans_inside_it(text: str) -> None:
    found = read(text)
    edges = [edge for item in found for edge in (item.start, item.end)]
    assert edges == sorted(edges)
    assert all(
        0 <= item.start <= item.number_start < item.number_end <= item.end <= len(text) for item in found
    )


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "First 9 fell. Then at least 12 died. Then 4 fled."
    (found,) = quantities(text, 14, 36)
    assert text[found.start : found.end] == "at least 12"


def test_a_sentence_with_several_counts() -> None:
    text = "Clashes killed 7, wounded 9 and left 2 Israelis and a driver, 41, missing after two days."
    assert [(item.low, item.count) for item in read(text)] == [
        (7, True),
        (9, True),
        (2, True),
        (41, False),
        (2, False),
    ]


def test_change_gives_two_counts_and_no_range() -> None:
    text = "The toll has climbed from 7 to 9 while 3 to 5 are missing."
    assert [(item.low, item.high) for item in read(text)] == [(7, 7), (9, 9), (3, 5)]
