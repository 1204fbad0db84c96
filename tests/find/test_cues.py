"""Every cue is proved on its own examples."""

import re

import pytest

from cenotaph.find.whose.cues import cue
from cenotaph.language import load_pack

CUES = sorted(load_pack("cues"))


@pytest.mark.parametrize("name", CUES)
def test_a_cue_finds_its_examples(name: str) -> None:
    missed = [text for text in load_pack("cues")[name]["examples"] if not cue(name).found(text)]
    assert missed == []


@pytest.mark.parametrize("name", CUES)
def test_a_cue_leaves_its_counter_examples(name: str) -> None:
    taken = [text for text in load_pack("cues")[name]["counter_examples"] if cue(name).found(text)]
    assert taken == []


@pytest.mark.parametrize("name", [name for name in CUES if cue(name).needs])
def test_an_example_has_a_word_that_its_cue_needs(name: str) -> None:
    words = [set(re.sub(r"[',]", " ", text.lower()).split()) for text in load_pack("cues")[name]["examples"]]
    assert all(cue(name).needs & found for found in words)
