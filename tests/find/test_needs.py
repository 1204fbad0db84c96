"""What letters a pattern over tags cannot do without."""

import pytest

from cenotaph.find.text.needs import needs


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
