"""What a pattern cannot do without: of letters, and of pieces of words."""

import re

import pytest

from cenotaph.find.text.needs import needs, stems
from cenotaph.language import load_pack


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("ab?c", {"a", "c"}),
        ("[ab]c{0,3}d+", {"ab", "d"}),
        ("(?P<v>a(?:bc|d))(?=e)(?!f)", {"a", "e", "bd"}),
        ("a|b*", set()),
        ("[^a]b", {"b"}),
        ("(?<=x)(?<!y)z", {"x", "z"}),
    ],
)
def test_letters_that_a_pattern_needs(pattern: str, expected: set[str]) -> None:
    assert needs(pattern) == {frozenset(letters) for letters in expected}


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\b(?:kill|wound)(?:ed|ing)?\b", {"kill", "wound"}),
        (r"^[^.;]{0,60}\bWhere\b", {"where"}),
        (r"\ban? (?:\w+ )?bomb", {"bomb"}),
        (r"(?:and|\d+) then?", {" the"}),
        (r"(?:a|of)\b", set()),
        (r"\w+", set()),
    ],
)
def test_pieces_of_words_that_a_pattern_needs(pattern: str, expected: set[str]) -> None:
    assert stems(pattern) == expected


CUES = [row["pattern"] for row in load_pack("cues").values()]
TEXT = (
    "Nine of them were killed after clashes between the army and rebels in the north, where police said on Monday that "
    "another 12 people, including foreigners, had died; according to officials both sides suffered losses since the war began. "
)


def test_what_a_cue_matches_holds_one_of_its_pieces() -> None:
    matched = [pattern for pattern in CUES if re.search(pattern, TEXT, re.IGNORECASE)]
    assert len(matched) > 10
    known = [found for found in map(stems, matched) if found]
    assert len(known) > 5
    assert all(any(piece in TEXT.lower() for piece in found) for found in known)
