"""Which source a report comes from, where others tell its figure."""

import pytest
from tests.trace.cascade import claim, report, shared, traced, ways

from cenotaph.trace import Reading, Trace

WORDS = "Nobody in the valley slept that night"
NINETY = "Shells killed 90 at Osh"


def told(id_: str, source: str, figure: int = 90) -> Reading:
    """A report that has a figure from a source, and the valley's words."""
    number = claim(f"{figure}", figure, figure, sources=(source,))
    text = f"Shells killed {figure} at Osh, {source} said. {WORDS}."
    return report(id_, text, credits=[source], claims=[number])


def beside(page: Reading, *others: Reading) -> Trace:
    """The page, traced with others that share the valley's words with it."""
    return traced(page, *others, echoes=[shared(page, WORDS, other, WORDS, "copy") for other in others])


def page(text: str, credits: list[str], sources: tuple[str, ...] = (), outlet: str | None = None) -> Reading:
    """The report in question, which tells of 90 dead."""
    return report("p", text, credits=credits, claims=[claim("90", 90, 90, sources=sources)], outlet=outlet)


MISREAD = (
    f"{NINETY}, the Harbour Watch found. {WORDS}, Bob Lee told the Harbour Watch. It rained, Bob Lee said."
)
"""The finder takes Bob Lee for the teller and misses the Harbour Watch."""


def test_a_source_that_the_report_names_and_others_have_the_figure_from_comes_first() -> None:
    missed = page(MISREAD, ["Bob Lee", "Bob Lee"])
    alone = traced(missed)
    assert ways(alone)["p"] == ["Bob Lee"]
    found = beside(missed, *(told(id_, "Harbour Watch") for id_ in "abc"))
    assert ways(found)["p"][:2] == ["Harbour Watch", "Bob Lee"]
    why = found.reports[0].ways[0].why
    assert why.startswith(
        "The report names Harbour Watch. 3 of the 3 reports nearest to it credit Harbour Watch, 3 with"
    )
    assert "It is the likeliest origin, " in why


def test_a_surname_is_enough_for_a_person() -> None:
    text = f"{NINETY}. Hill had counted them. {WORDS}, Bob Lee said."
    found = beside(page(text, ["Bob Lee"]), *(told(id_, "Ann Hill") for id_ in "abc"))
    assert ways(found)["p"][0] == "Ann Hill"


@pytest.mark.parametrize(
    ("text", "others"),
    [
        (f"{NINETY}. {WORDS}, Bob Lee said.", [told(id_, "Harbour Watch") for id_ in "abc"]),
        (MISREAD, [told(id_, "Harbour Watch", figure=300) for id_ in "abc"]),
        (MISREAD, [told(*pair) for pair in (("a", "Ann Roe"), ("b", "Cy Dee"), ("c", "Di Fox"))]),
    ],
    ids=["the report does not name it", "the others tell another figure", "no other has it from that one"],
)
def test_what_others_credit_else_changes_nothing(text: str, others: list[Reading]) -> None:
    credits = ["Bob Lee"] * text.count("Bob Lee")
    assert ways(beside(page(text, credits), *others))["p"] == ["Bob Lee"]


def test_others_do_not_put_a_reports_own_outlet_before_whom_it_credits() -> None:
    text = f"{NINETY}, Bob Lee said. {WORDS}."
    mine = page(text, ["Bob Lee"], ("Bob Lee",), outlet="Reuters")
    assert ways(beside(mine, *(told(id_, "Reuters") for id_ in "abc")))["p"][0] == "Bob Lee"


def test_a_report_of_no_known_outlet_comes_from_whom_others_have_its_figure_from() -> None:
    bare = page(f"{NINETY}. {WORDS}. The Harbour Watch slept.", [])
    assert ways(traced(bare))["p"] == []
    assert ways(beside(bare, *(told(id_, "Harbour Watch") for id_ in "abc")))["p"] == ["Harbour Watch"]


def test_of_those_credited_the_one_leads_whom_the_others_credit_with_its_figure() -> None:
    words = "Nobody in the valley slept that night"
    story = f"Shells killed nine, said Ann Roe. {words}, said Bob Lee."
    paper = report(
        "p", story, credits=["Ann Roe", "Bob Lee"], claims=[claim("nine", 9, 9, sources=("Ann Roe",))]
    )
    nine = claim("nine", 9, 9, sources=("Bob Lee",))
    tellings = {"same": f"{words}, and nine fell, said Bob Lee.", "other": f"{words}, said Bob Lee."}
    assert ways(traced(paper))["p"] == ["Ann Roe"]
    for figure, text in tellings.items():
        claims = [nine] if figure == "same" else []
        told = [report(id_, text, credits=["Bob Lee"], claims=claims) for id_ in "abc"]
        echoes = [shared(paper, words, other, words, "copy") for other in told]
        found = traced(paper, *told, echoes=echoes)
        assert ways(found)["p"][0] == ("Bob Lee" if figure == "same" else "Ann Roe")
        if figure == "same":
            why = next(one for one in found.reports if one.report == "p").ways[0].why
            assert "3 of the 3 reports nearest to it credit Bob Lee, 3 with its figure." in why
            assert ways(traced(paper, told[0], echoes=echoes[:1]))["p"][0] == "Bob Lee"


def test_whom_no_other_report_credits_is_not_put_first() -> None:
    words = "It rained over the harbour and the mill all night"
    text = f"OSH (Reuters) - A Reuters investigation found nine dead. {words}, Chad's army said."
    paper = report(
        "p", text, credits=["Chad's army"], claims=[claim("nine", 9, 9, sources=())], outlet="Metro"
    )
    other = report("o", f"{words}.")
    found = traced(paper, other, echoes=[shared(paper, words, other, words, "copy")])
    assert ways(found)["p"][0] == "Reuters"
