"""Every example of the pack blames whom it says."""

import pytest

from cenotaph.find.whose.attackers import attackers
from cenotaph.language import load_pack


@pytest.mark.parametrize("example", load_pack("attackers")["examples"], ids=lambda one: one["text"])
def test_an_example_blames_the_sides_it_says(example: dict[str, object]) -> None:
    assert list(attackers(str(example["text"]))) == example["blames"]
