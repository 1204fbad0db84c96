"""Every spelling rule is proved on its own examples; slips of one letter stay bounded."""

import pytest

from cenotaph.find.place.geo.spelling import (
    MAX_VARIANTS,
    SpellingRule,
    slips,
    spelling_rules,
    unframed,
    variants,
)
from cenotaph.find.text.folding import fold

RULES = pytest.mark.parametrize("rule", spelling_rules(), ids=lambda rule: rule.name)


@RULES
def test_a_rule_turns_what_is_written_into_what_it_must_reach(rule: SpellingRule) -> None:
    assert rule.examples
    for written, reached in rule.examples:
        assert rule.pattern.sub(rule.put, fold(written)) == reached != fold(written)


@RULES
def test_a_rule_leaves_its_counter_examples_alone(rule: SpellingRule) -> None:
    assert rule.counter_examples
    for name in rule.counter_examples:
        assert rule.pattern.sub(rule.put, fold(name)) == fold(name)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Al-Qa'ida", "al qaida"),
        ("BOGOTÁ", "bogota"),
        ("Łódź", "lodz"),
        ("N’Djamena", "ndjamena"),
        ("St. Louis", "st louis"),
    ],
)
def test_folding_meets_in_one_spelling(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_variants_come_nearest_first_and_stay_few() -> None:
    levels = list(variants("al qameshliyah"))
    assert "qameshliyah" in levels[0]
    assert any("qamishlia" in level for level in levels[1:])
    assert sum(map(len, levels)) < 20 * MAX_VARIANTS


def test_a_slip_is_one_letter_lost_added_changed_or_swapped() -> None:
    assert {"mariupl", "mariupool", "mariupal", "mairupol"} <= set(slips("mariupol"))
    assert slips("homs") == []


def test_a_frame_is_taken_off_whatever_stands_in_it() -> None:
    assert "donetsk" in unframed("the donetsk region")
    assert "syria" in unframed("northern syria")
    assert unframed("northampton") == set()
