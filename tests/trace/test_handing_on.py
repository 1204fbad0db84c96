"""Who only hands a figure on: officials who tell an outlet next, deputies whom a service has briefed, journals of a study."""

import pytest
from tests.trace.cascade import claim, report, shared, traced, ways


@pytest.mark.parametrize(
    ("text", "credits", "first"),
    [
        ("Shells killed nine, health officials say. Two officials told Bild of nine men.", ["health officials", "Two officials", "Bild"], "Bild"),
        ("Shells killed nine, health officials say. Two guards told Bild of it.", ["health officials", "Two guards", "Bild"], "health officials"),
        ("Shells killed nine, deputies said. The deputies had been briefed by the Valley Watch.", ["deputies", "The deputies", "Valley Watch"], "Valley Watch"),
        ("Shells killed nine, Ann Roe said. She spoke after a briefing by the Valley Watch, Ann Roe said.", ["Ann Roe", "Valley Watch", "Ann Roe"], "Ann Roe > Valley Watch"),
        ("Shells killed nine, Ann Roe said. The Valley Watch, Ann Roe said, knows nothing.", ["Ann Roe", "Valley Watch", "Ann Roe"], "Ann Roe"),
        ("Shells killed nine, the researchers estimate. It rained and rained. A study that appeared in The Lancet is out.", [], "The Lancet"),
        ("Shells killed nine, US officials say. It rained and it rained, and then it was dawn in the port of Osh, and its people went to bed at last after so long a night of rain and of wind. Officials in Washington told Bild of it.", ["US officials", "Officials in Washington", "Bild"], "Bild"),
        ("Shells killed nine, US officials say. It rained and it rained, and then it was dawn in the port of Osh, and its people went to bed at last after so long a night of rain and of wind. Rail officials in Chad told Bild of it.", ["US officials", "Rail officials in Chad", "Bild"], "US officials"),
        ("Shells killed nine, a group of Chadian lawyers said. It was market day, said the Valley Lawyers.", ["a group of Chadian lawyers", "Valley Lawyers"], "Valley Lawyers"),
    ],
)  # fmt: skip
def test_whose_figure_is_handed_on(text: str, credits: list[str], first: str) -> None:
    opening = text.split(".")[0]
    nine = claim("nine", 9, 9, sources=tuple(name for name in credits[:1] if name in opening))
    paper = report("p", text, credits=credits, claims=[nine], outlet="Metro")
    assert ways(traced(paper))["p"][0] == first


@pytest.mark.parametrize(
    ("side", "whose"),
    [
        ("Russia", "Ministry of Defence of United Kingdom > General Staff of Ukraine"),
        ("Ukraine", "Ministry of Defence of United Kingdom"),
    ],
)
def test_a_third_state_hands_on_only_a_count_of_the_other_side_s_dead(side: str, whose: str) -> None:
    ministry, staff = "British Ministry of Defence", "General Staff of Ukraine"
    text = (
        f"Osh lost 40 men, the {ministry} said. In May it lost 900, said the {ministry}, citing the {staff}."
    )
    claims = [
        claim("40 men", 40, 40, side=side, sources=(ministry,)),
        claim("900", 900, 900, side=side, sources=(staff, ministry)),
    ]
    paper = report("p", text, credits=[ministry, ministry, staff], claims=claims, outlet="Metro")
    assert ways(traced(paper))["p"][0] == whose


def test_officials_of_the_same_words_in_another_report_are_told_once() -> None:
    nine = claim("nine", 9, 9, sources=("US officials",))
    first = report("a", "Shells killed nine, US officials said.", credits=["US officials"], claims=[nine])
    text = "Shells killed nine, US officials said." + " It rained all day, US officials said." * 4
    second = report("b", text, credits=["US officials"] * 5, claims=[nine])
    same = shared(first, "Shells killed nine", second, "Shells killed nine")
    assert ways(traced(first, second, echoes=[same]))["b"] == ["US officials"]
