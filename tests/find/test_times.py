"""Times: every rule of the pack on its examples, every day and month written in many ways and read back."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cenotaph.find.time.times import TimeExpression, times
from cenotaph.language import load_pack

RULES: list[dict[str, Any]] = load_pack("times")["rule"]
DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2049, 12, 31))
FORMS = ["%d %B %Y", "%B %d, %Y", "%b. %d, %Y", "%Y-%m-%d", "%d.%m.%Y", "%d %b %Y", "%A, %d %B %Y"]


def read(text: str, published: str | None = None) -> list[TimeExpression]:
    return times(text, 0, len(text), published)


@pytest.mark.parametrize("rule", RULES, ids=[rule["id"] for rule in RULES])
def test_rule_reads_its_examples(rule: dict[str, Any]) -> None:
    for example in rule["examples"]:
        text = example["text"]
        by_words = {text[found.start : found.end]: found for found in read(text, rule["published"])}
        assert example["words"] in by_words, (text, list(by_words))
        found = by_words[example["words"]]
        assert (found.from_, found.until) == (example.get("from"), example.get("until")), text


@pytest.mark.parametrize("rule", RULES, ids=[rule["id"] for rule in RULES])
def test_counter_examples_hold_no_day(rule: dict[str, Any]) -> None:
    for text in rule["counter"]:
        assert [found for found in read(text, rule["published"]) if found.kind != "month"] == [], text


@given(DAYS, st.sampled_from(FORMS), st.booleans())
def test_a_written_day_is_read_back(day: date, form: str, shout: bool) -> None:
    text = f"Ten people died on {day.strftime(form)} in the north."
    (found,) = read(text.upper() if shout else text)
    assert (found.from_, found.until, found.kind) == (day.isoformat(), day.isoformat(), "day")


@given(DAYS, st.integers(0, 6))
def test_a_weekday_is_the_last_one_up_to_publication(published: date, back: int) -> None:
    day = published - timedelta(days=back)
    (found,) = read(f"Ten people died on {day.strftime('%A')}.", published.isoformat())
    assert found.from_ == found.until == day.isoformat()


@given(DAYS, DAYS)
def test_a_day_without_year_is_the_last_one_up_to_publication(day: date, published: date) -> None:
    if (day.month, day.day) == (2, 29):
        return
    (found,) = read(f"Ten people died on {day.strftime('%B %d')}.", published.isoformat())
    assert found.until is not None
    read_day = date.fromisoformat(found.until)
    assert (read_day.month, read_day.day) == (day.month, day.day)
    assert published - timedelta(days=366) <= read_day <= published + timedelta(days=1)


def test_without_publication_the_year_stays_open() -> None:
    (found,) = read("As of March 13 the dead were many.")
    assert (found.from_, found.until, found.kind) == (None, "XXXX-03-13", "as-of")


def test_counts_are_not_eaten() -> None:
    (found,) = read("In May 2021, 5 died.", "2021-06-01")
    assert (found.from_, found.until) == ("2021-05", "2021-05")
    (found,) = read("In March 12 people were killed.", "2022-04-14")
    assert found.from_ == "2022-03"


def test_relative_days_say_how_far() -> None:
    kinds = [
        (found.kind, found.offset)
        for found in read("Six fell the previous day, two more two days earlier, one the same day.")
    ]
    assert kinds == [("relative", -1), ("relative", -2), ("relative", 0)]


@given(st.text(max_size=200), st.sampled_from([None, "2022-04-14", "not a date"]))
def test_any_text_gives_ordered_spans_inside_it(text: str, published: str | None) -> None:
    edges = [edge for found in read(text, published) for edge in (found.start, found.end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)
