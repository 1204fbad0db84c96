"""The proper names in a text, and which sources are among them."""

import pytest

from cenotaph.trace.proper_names import first_named, proper_names
from cenotaph.trace.source import SourceRef

TEXT = "Two died. The Panel on Reuters heard Hill, of Ayr University's Costs of War, and the Army of Chad."

WATCH = SourceRef("name:costs of war", "Costs of War", "NGO")


@pytest.mark.parametrize(
    ("source", "is_named"),
    [
        (WATCH, True),
        (SourceRef("name:costs", "Costs of Wares", "NGO"), False),
        (SourceRef("name:bob hill", "Bob Hill", "unknown"), True),
        (SourceRef("name:hill", "Hill Valley Group", "unknown"), False),
        (SourceRef("source:reuters", "Reuters", "agency"), False),
        (SourceRef("party:chad", "Chad", "party", "Chad"), False),
        (SourceRef("source:chad", "Government of Chad", "official", "Chad"), False),
        (SourceRef("name:the ayr", "a widow", "resident", named=False), False),
    ],
)
def test_which_sources_a_text_names(source: SourceRef, is_named: bool) -> None:
    assert (first_named(proper_names(TEXT), source) is not None) is is_named


def test_an_outlets_name_may_have_more_behind_it() -> None:
    outlet = SourceRef("source:reuters", "Reuters", "agency")
    assert first_named(proper_names("It was Reuters TV."), outlet) == len("It was ")


def test_where_a_name_stands_first() -> None:
    text = "The Costs of War has it. Nobody else than the Costs of War has."
    assert first_named(proper_names(text), WATCH) == text.index("The")
