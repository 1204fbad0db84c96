"""The frozen values of the finder."""

import pytest

from cenotaph.find.value import Value


class Pair(Value, frozen=True):
    """Two numbers."""

    first: int
    second: int = 2


def test_replacing_makes_another() -> None:
    pair = Pair(1)
    assert pair._replace(second=3) == Pair(1, 3)
    assert pair == Pair(1, 2)


def test_a_field_that_is_none_is_refused() -> None:
    with pytest.raises(TypeError):
        Pair(1)._replace(third=3)


def test_values_are_frozen_and_can_be_keys() -> None:
    with pytest.raises(AttributeError):
        Pair(1).first = 2  # type: ignore[misc]
    assert {Pair(1): "one"}[Pair(1)] == "one"
