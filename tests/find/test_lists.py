"""Lists under a lead: whose lines they are, and the people that open a line."""

import pytest
from tests.calls import calls

from cenotaph.find.finder import find
from cenotaph.find.text.lists import lead_of
from cenotaph.find.text.sentences import sentences
from cenotaph.model import Report

GIVEN = ("Ivan", "Petro", "Oleh", "Mykola", "Roman", "Taras", "Denys")
LED = "The clinic told of the raid. The dead include:\n- nine dockers\n- two cooks. Both lived here.\nThe port is shut."


@pytest.mark.parametrize(
    ("words", "led"), [("nine", True), ("two", True), ("Both", True), ("port", False), ("raid", False)]
)
def test_a_line_has_the_lead_above_it(words: str, led: bool) -> None:
    spans = sentences(LED)
    at = next(number for number, span in enumerate(spans) if words in LED[span.start : span.end])
    lead = lead_of(LED, spans, at)
    assert (lead is not None and LED[spans[lead].start : spans[lead].end].endswith("include:")) is led


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Shells killed people in Aden. The dead include:\n- nine dockers and two cooks\n- a nurse",
         [("nine", "killed"), ("two", "killed"), ("a", "killed")]),
        ("The toll of the raid on Aden rose to 61. The casualties include:\n• 31 guards\n• 30 pupils, among them 9 girls",
         [("61", "killed"), ("31", "killed"), ("30", "killed"), ("9", "killed")]),
        ("Police named the wounded of the blast:\n1. Four guards shot in the yard\n2. Ann Roe",
         [("Four", "wounded"), ("Ann Roe", "wounded")]),
        ("The killed soldiers of the raid came from:\n- 3 villages near Homs\n- 2 towns", []),
    ],
)  # fmt: skip
def test_people_that_open_a_line_share_the_harm_of_the_list(text: str, told: list[tuple[str, str]]) -> None:
    claims = find(Report(id="1", text=text)).claims
    assert [(claim.quantity_text, claim.harm) for claim in claims] == told


def test_a_long_list_of_one_family_costs_what_its_names_cost() -> None:
    """Four times the names: four times the work and some; what compares all with all takes sixteen times as much."""

    def work(names: int) -> int:
        given = ("Ivan", "Petro", "Oleh", "Mykola", "Roman", "Taras", "Denys")
        rows = (f"{given[at % 7]} {given[at // 7 % 7]}ych Petrenko, {20 + at // 49}" for at in range(names))
        text = "Shells killed many people in Sumy.\n\nThe dead are:\n" + "\n".join(rows)
        told = Report(id="1", text=text)
        assert len(find(told).claims) == names + 1
        return calls(lambda: find(told))

    assert work(100) < 9 * work(25)


def test_a_line_that_opens_on_a_town_is_of_it() -> None:
    text = "Shells fell on Friday:\n- Bakhmut: 3 killed\n- Odesa: two wounded\n- Lyman – 7 wounded\nZelensky: 9 soldiers killed"
    places = [claim.place for claim in find(Report("r", text)).claims]
    assert places[:3] == ["Bakhmut", "Odesa", "Lyman"]
    assert "Zelensky" not in places


def test_lines_of_a_table_have_their_lead_s_source_and_time() -> None:
    text = "Shelling in May, according to the regional prosecutor:\nKherson – 41 dead, 123 wounded\nSumy: 4 wounded"
    found = find(Report("r", text, published="2024-06-03")).claims
    assert {claim.sources for claim in found} == {("the regional prosecutor",)}
    assert [claim.low for claim in found] == [41, 123, 4]


def test_lines_of_a_table_are_no_wrapped_copy() -> None:
    text = "Casualties, 1-31 January\nDonetsk region: 88 killed and 304 injured\nKherson region: 36 killed and 121 injured\nSumy: 62 killed"
    found = find(Report("r", text, published="2023-02-01")).claims
    assert [(claim.low, claim.place) for claim in found] == [
        (88, "Donetsk region"),
        (304, "Donetsk region"),
        (36, "Kherson region"),
        (121, "Kherson region"),
        (62, "Sumy"),
    ]
