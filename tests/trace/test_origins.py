"""Chains joined across reports, and the origins they lead to."""

import pytest
from tests.trace.cascade import codes, report, shared, traced, ways

NURSE = "We washed them all night, there was no water left"
WIRE = report(
    "wire",
    f'KHERSON. A nurse said: "{NURSE}". Two neighbours of the clinic said the same.',
    credits=["A nurse", "Two neighbours"],
    outlet="Reuters",
    published="2023-05-01",
)


def test_unnamed_people_stand_behind_the_outlet_that_heard_them() -> None:
    paper = report(
        "p", "Four died, a nurse told Bild. A medic feared more.", credits=["a nurse", "Bild", "A medic"]
    )
    assert ways(traced(paper)) == {"p": ["Bild"]}


def test_a_named_source_is_the_origin_behind_the_outlet() -> None:
    paper = report("p", "Four died, Chad's army told Reuters.", credits=["Chad's army", "Reuters"])
    assert ways(traced(paper)) == {"p": ["Reuters > Armed forces of Chad"]}


def test_an_outlet_that_asks_people_itself_is_the_origin() -> None:
    assert ways(traced(WIRE)) == {"wire": ["Reuters"]}


def test_sister_outlets_are_one_origin() -> None:
    paper = report("p", "Radio Svaboda counted nine. RFE spoke of ten.", credits=["Radio Svaboda", "RFE"])
    assert {source.name for source in traced(paper).reports[0].origins} == {"Radio Free Europe/Radio Liberty"}


def test_a_voice_heard_once_among_many_is_no_origin_of_the_report() -> None:
    text = "The SBU counted four. The SBU named two. The SBU showed a list. The SBU asked for more. Iran denied it."
    paper = report("p", text, credits=["SBU", "SBU", "SBU", "SBU", "Iran"])
    assert ways(traced(paper)) == {"p": ["Security Service of Ukraine"]}


def test_a_chain_goes_on_through_the_report_that_is_credited() -> None:
    tabloid = report(
        "tabloid", f'"{NURSE}", a nurse told Reuters.', credits=["a nurse", "Reuters"], outlet="Daily Mail"
    )
    blog = report("blog", f'Daily Mail has a nurse: "{NURSE}".', credits=["Daily Mail"])
    found = traced(
        WIRE, tabloid, blog, echoes=[shared(WIRE, NURSE, tabloid, NURSE), shared(tabloid, NURSE, blog, NURSE)]
    )
    assert ways(found)["blog"] == ["Daily Mail > Reuters"]
    assert [source.name for source in found.reports[2].cites] == ["Daily Mail", "Reuters"]


def test_an_outlet_is_not_followed_to_a_report_that_shares_nothing() -> None:
    tabloid = report("tabloid", "Reuters has a tale of a cat.", credits=["Reuters"], outlet="Daily Mail")
    blog = report("blog", "Daily Mail counted nine.", credits=["Daily Mail"])
    assert ways(traced(tabloid, blog))["blog"] == ["Daily Mail"]


def test_an_outlet_is_not_followed_to_a_later_report() -> None:
    tabloid = report(
        "tabloid",
        f'"{NURSE}", Reuters has it.',
        credits=["Reuters"],
        outlet="Daily Mail",
        published="2023-05-03",
    )
    blog = report("blog", f'"{NURSE}", Daily Mail has it.', credits=["Daily Mail"], published="2023-05-02")
    found = traced(tabloid, blog, echoes=[shared(tabloid, NURSE, blog, NURSE)])
    assert ways(found)["blog"] == ["Daily Mail"]


def test_who_credits_nobody_inherits_the_origin_of_the_same_words() -> None:
    thief = report("thief", f'A woman in white said "{NURSE}".', credits=["A woman"])
    found = traced(WIRE, thief, echoes=[shared(WIRE, NURSE, thief, NURSE)])
    assert ways(found)["thief"] == ["Reuters"]
    assert "wire" in found.reports[1].ways[0].why


def test_same_words_from_two_origins_are_a_tie_and_no_guess() -> None:
    other = report("other", f'"{NURSE}", a nurse told Bild.', credits=["a nurse", "Bild"])
    thief = report("thief", f'A woman in white said "{NURSE}".', credits=["A woman"])
    third = report("third", f'"{NURSE}", a nurse told AFP.', credits=["a nurse", "AFP"])
    links = [shared(third, NURSE, thief, NURSE), shared(other, NURSE, thief, NURSE)]
    found = traced(third, other, thief, echoes=links)
    assert ways(found)["thief"] == []
    assert codes(found) == [("trace.tie", "thief")]


def test_words_that_nobody_credits_are_the_first_outlets() -> None:
    texts = [
        report(
            outlet,
            f'A nurse in Osh: "{NURSE}".',
            credits=["A nurse"],
            outlet=outlet,
            published=f"2023-05-0{day}",
        )
        for outlet, day in (("Metro", 3), ("Kyiv Post", 1), ("Dawn", 2))
    ]
    one, two, three = texts
    links = [shared(*pair, NURSE) for pair in ((one, NURSE, two), (one, NURSE, three), (two, NURSE, three))]
    assert ways(traced(*texts, echoes=links)) == {
        name: ["Kyiv Post"] for name in ("Metro", "Kyiv Post", "Dawn")
    }


def test_two_reports_that_credit_each_other_are_a_loop() -> None:
    one = report("one", f'"{NURSE}", Bild has it.', credits=["Bild"], outlet="Reuters")
    two = report("two", f'"{NURSE}", Reuters has it.', credits=["Reuters"], outlet="Bild")
    found = traced(one, two, echoes=[shared(one, NURSE, two, NURSE)])
    assert ("trace.loop", "two") in codes(found)
    assert ways(found)["two"] == ["Reuters"]


def test_dates_open_a_loop() -> None:
    one = report(
        "one", f'"{NURSE}", Bild has it.', credits=["Bild"], outlet="Reuters", published="2023-05-02"
    )
    two = report(
        "two", f'"{NURSE}", Reuters has it.', credits=["Reuters"], outlet="Bild", published="2023-05-01"
    )
    found = traced(one, two, echoes=[shared(one, NURSE, two, NURSE)])
    assert codes(found) == []
    assert ways(found) == {"one": ["Bild > Reuters"], "two": ["Reuters"]}


def test_a_monitor_means_the_one_monitor_that_is_named() -> None:
    text = (
        "Nine died, a monitor said. Ten, the Lake Observatory said later. The monitoring group feared more."
    )
    paper = report(
        "p", text, credits=["a monitor", "Lake Observatory", "The monitoring group"], outlet="Metro"
    )
    assert ways(traced(paper)) == {"p": ["Lake Observatory"]}


def test_what_an_agency_heard_went_through_it() -> None:
    paper = report("p", "OSH (AFP) - Nine died, said Chad's army.", credits=["Chad's army"], outlet="Metro")
    assert ways(traced(paper)) == {"p": ["Agence France-Presse > Armed forces of Chad"]}
    bare = report("b", "OSH (AFP) - Nine died.", outlet="Metro")
    assert ways(traced(bare)) == {"b": ["Agence France-Presse"]}


def test_police_of_copied_words_are_the_same_police() -> None:
    one = report("one", "Police said six were hurt in Osh.", credits=["Police"])
    two = report("two", "Six were hurt in Osh, police said.", credits=["police"])
    apart = {source.key for one_ in traced(one, two).reports for source in one_.origins}
    link = shared(one, "six were hurt in Osh", two, "Six were hurt in Osh", "claim")
    joined = {source.key for one_ in traced(one, two, echoes=[link]).reports for source in one_.origins}
    assert (len(apart), len(joined)) == (2, 1)


@pytest.mark.parametrize(
    ("later", "relation", "first"),
    [
        ("2023-05-02", "derived", "wire"),
        ("2023-04-30", "derived", "copy"),
        ("2023-05-01", "same-origin", "wire"),
    ],
)
def test_a_copy_came_out_of_the_earlier_report(later: str, relation: str, first: str) -> None:
    copy = report("copy", WIRE.report.text, outlet="Hill Weekly", published=later)
    link = shared(WIRE, NURSE, copy, NURSE, "copy")
    found = traced(WIRE, copy, echoes=[link]).echoes[0]
    assert (found.relation, found.a) == (relation, first)


def test_copies_of_a_third_source_came_not_out_of_each_other() -> None:
    one = report("one", f'"{NURSE}", AFP has it.', credits=["AFP"], outlet="Metro", published="2023-05-01")
    two = report(
        "two", f'"{NURSE}", AFP has it.', credits=["AFP"], outlet="Kyiv Post", published="2023-05-02"
    )
    found = traced(one, two, echoes=[shared(one, NURSE, two, NURSE, "copy")])
    assert found.echoes[0].relation == "same-origin"
    assert [one_.echo_of for one_ in found.reports] == [("two",), ("one",)]


def test_only_the_later_report_is_an_echo_of_the_one_it_credits() -> None:
    blog = report("blog", f'Reuters has a nurse: "{NURSE}".', credits=["Reuters"], published="2023-05-01")
    found = traced(blog, WIRE, echoes=[shared(blog, NURSE, WIRE, NURSE)])
    assert (found.echoes[0].a, found.echoes[0].b) == ("wire", "blog")
    assert {one.report: one.echo_of for one in found.reports} == {"blog": ("wire",), "wire": ()}


def test_voices_of_one_side_are_one_independent_origin() -> None:
    one = report("one", "Ukraine's military counted nine.", credits=["Ukraine's military"])
    two = report("two", "Zelensky spoke of nine.", credits=["Zelensky"])
    three = report("three", "The ICRC knows of four.", credits=["ICRC"])
    found = traced(one, two, three).independence()
    assert found.at_most == 2
    assert "General Staff of Ukraine, Volodymyr Zelenskyy speak for one side" in found.reasons[0]
