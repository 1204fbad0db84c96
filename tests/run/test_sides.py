"""The names that people type for a side."""

import pytest

from cenotaph.run import sides_of


@pytest.mark.parametrize(
    ("name", "sides"),
    [
        ("Russia", ("Russia",)),
        ("russian", ("Russia",)),
        ("Moscow", ("Russia",)),
        ("the Ukrainians", ("Ukraine",)),
        ("ISIS", ("Islamic State",)),
        ("Daesh", ("Islamic State",)),
        ("Nobody", ()),
    ],
)
def test_sides_of_a_name(name: str, sides: tuple[str, ...]) -> None:
    assert sides_of(name) == sides
