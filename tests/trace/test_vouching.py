"""Who may vouch for a figure that he does not tell himself."""

import pytest
from tests.trace.cascade import claim, report, traced, ways

CASES = [
    ("a bystander right behind a figure has none", "Shells killed nine people. We lost all, said Ann Roe, a shopkeeper.", ["Ann Roe"], "Metro"),
    ("who speaks of other things right behind a figure has none", "Shells killed nine people. Prices have doubled, said Ann Roe.", ["Ann Roe"], "Metro"),
    ("whoever holds a post may have the figure before", "Shells killed nine people. Help was near, said Mayor Ann Roe.", ["Ann Roe"], "Ann Roe"),
    ("whoever speaks of the dead may have the figure before", "Shells killed nine people. Most victims were cooks, said Ann Roe.", ["Ann Roe"], "Ann Roe"),
    ("what somebody denies is whose claim it is", "Chad denied a claim by Ann Roe that shells killed nine people.", ["Chad", "Ann Roe"], "Ann Roe"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "credits", "origin"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_who_has_a_part_in_a_figure(text: str, credits: list[str], origin: str) -> None:
    told = ["Chad"] if text.startswith("Chad denied") else []
    paper = report("p", text, credits=credits, claims=[claim("nine", 9, 9, sources=told)], outlet="Metro")
    assert ways(traced(paper))["p"] == [origin]
