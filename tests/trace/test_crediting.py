"""Which of the people and outlets that a report names it has its figures from."""

import pytest
from tests.trace.cascade import claim, report, traced, ways

NINE = claim("nine", 9, 9)
CASES = [
    ("a figure nobody is credited for is the outlet's own", "Shells killed nine people.", [], "Metro"),
    ("a credit right behind a figure counts for it", "Shells killed nine people. It was dawn, says Ann Roe. Bob Lee, Bob Lee said, slept.", ["Ann Roe", "Bob Lee", "Bob Lee"], "Ann Roe"),
    ("the only outlet in the prose", "Nine of them are known to Der Spiegel. A widow wept.", ["A widow"], "Der Spiegel"),
    ("an outlet that got no answer is no source", "Shells killed nine people. A widow wept. The army did not respond to a request for comment by Reuters.", ["A widow"], "Metro"),
    ("outlets side by side are two ways", "Bild and Dawn counted nine.", ["Bild and Dawn"], "Bild + Dawn"),
    ("one official among many is known to whoever heard him", "Shells killed nine, a military official said.", ["a military official"], "Metro"),
    ("one official of a body known by name is of that body", "Shells killed nine, an official of NATO said.", ["an official of NATO"], "NATO"),
    ("several are a body", "Shells killed nine, officials said.", ["officials"], "officials"),
    ("an armed group's claim of an attack takes no word from the police", "Shells killed nine, police said. Hamas spoke of revenge.", ["police", "Hamas"], "police"),
    ("the reporter of an outlet", "Shells killed nine, says Haaretz reporter Ann Roe.", ["Ann Roe"], "Haaretz"),
    ("a name behind a noun for a place is where it was", "Nine were shot in the regional capital, Mekele, a widow said.", ["Mekele", "a widow"], "Metro"),
    ("a name behind a place that goes on is no place", "Nine were shot in the Amhara region, Bellingcat said.", ["Bellingcat"], "Bellingcat"),
    ("the study is its maker's", "A study published in The Lancet has more. The study counted nine.", ["The study"], "The Lancet"),
    ("a short form that the text explains", "The Valley Resistance Tracker (VRT) has a list. Nine died, VRT said.", ["VRT"], "Valley Resistance Tracker"),
    ("the commission is the one that was named", "The Chad Peace Commission has a list. Nine died, the commission said.", ["Chad Peace Commission", "the commission"], "Chad Peace Commission"),
    ("the maker of the one study, though he is credited nowhere", "A survey by Airwars is out. Shells killed nine people.", [], "Airwars"),
    ("whoever bears the office beside it", "Shells killed nine, said Ann Roe, the head of the port, on Monday.", ["head of the port"], "Ann Roe"),
    ("whoever bears the office behind it", "Shells killed nine, said the mayor of the town, Ann Roe.", ["mayor of the town"], "Ann Roe"),
    ("a denial is no word for the figure before it", "Shells killed nine people. Iran has denied it. Chad spoke of more.", ["Iran", "Chad", ], "Iran + Chad"),
    ("officials stay whose figure it is though somebody is named for something else", "Shells killed nine, officials said. It was dawn, said Ann Roe. Bob Lee wept.", ["officials", "Ann Roe"], "officials"),
    ("officials are those named for a figure", "Shells killed nine, officials said. Osh lost nine men, Ann Roe said.", ["officials", "Ann Roe"], "Ann Roe"),
    ("what an agency has from the police", "OSH (Reuters) - Shells killed nine, police said.", ["police"], "Reuters > police"),
    ("what an agency was told by officials", "OSH (Reuters) - Shells killed nine, officials told Reuters.", ["officials", "Reuters"], "Reuters"),
    ("a public agency is no news agency", "Shells killed nine, officials said. It lost nine men, said the Chad Rescue Agency.", ["officials", "Chad Rescue Agency"], "Chad Rescue Agency"),
    ("a headline's bare office waits for the text", "Nine killed - Military.\nNine died. The defence ministry of Chad gave no names.", ["Military", "defence ministry of Chad"], "Ministry of Defence of Chad"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "credits", "origins"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_whom_a_report_has_its_figures_from(text: str, credits: list[str], origins: str) -> None:
    quantities = ("nine" if "nine" in text else "Nine", *(["nine men"] if "nine men" in text else []))
    claims = [claim(quantity, 9, 9) for quantity in quantities]
    paper = report("p", text, credits=credits, claims=claims, outlet="Metro")
    assert " + ".join(ways(traced(paper))["p"]) == origins


def test_an_agency_credited_by_name_counts_though_the_text_is_its_own() -> None:
    text = "OSH (Reuters) - Two died, said Chad's army. Reuters counted nine. Reuters has nine names."
    paper = report("p", text, credits=["Chad's army", "Reuters", "Reuters"], claims=[NINE], outlet="Metro")
    assert ways(traced(paper))["p"][0] == "Reuters"


def test_whoever_tells_the_figure_that_a_report_opens_with_counts_most() -> None:
    text = "Shells killed nine people. Dawn broke, Chad's army said. Osh lost nine men, Ann Roe said."
    told = claim("nine men", 9, 9, sources=("Ann Roe",))
    paper = report("p", text, credits=["Chad's army", "Ann Roe"], claims=[NINE, told], outlet="Metro")
    assert ways(traced(paper))["p"][0] == "Ann Roe"


def test_whoever_told_an_outlet_the_figure_that_it_is_first_credited_with_alone_comes_first() -> None:
    text = "Bild counted nine people. Ann Roe told Bild of nine men."
    alone, told = (
        claim("nine people", 9, 9, sources=("Bild",)),
        claim("nine men", 9, 9, sources=("Ann Roe", "Bild")),
    )
    paper = report("p", text, credits=["Bild", "Ann Roe", "Bild"], claims=[alone, told], outlet="Metro")
    assert ways(traced(paper))["p"] == ["Bild > Ann Roe", "Bild"]


def test_officials_with_the_opening_figure_do_not_give_way_to_somebody_named_for_another() -> None:
    text = "Shells killed nine people, officials said. Two men died in Osh, Ann Roe said."
    nine, two = (
        claim("nine people", 9, 9, sources=("officials",)),
        claim("Two men", 2, 2, sources=("Ann Roe",)),
    )
    paper = report("p", text, credits=["officials", "Ann Roe"], claims=[nine, two], outlet="Metro")
    assert ways(traced(paper))["p"][0] == "officials"
