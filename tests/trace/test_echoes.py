"""Which reports the index ties together, which not, and with what spans and reasons."""

from pathlib import Path

import pytest
from tests.trace import texts
from tests.trace.texts import report

from cenotaph.model import Report
from cenotaph.trace.echo import Echo
from cenotaph.trace.echoes import EchoIndex, echoes, sweep


def pairs(found: tuple[Echo, ...]) -> set[tuple[str, str, str]]:
    return {(echo.a, echo.b, echo.kind) for echo in found}


def test_a_copied_paragraph_among_new_ones_is_a_copy() -> None:
    mixed = f"{texts.TUNNEL}\n\n{texts.HARBOUR}\n\nShares of the tug company lost a tenth of their price."
    (echo,) = echoes([report("a", texts.HARBOUR), report("b", mixed), report("c", texts.ORCHARD)])
    assert (echo.a, echo.b, echo.kind, echo.relation) == ("a", "b", "copy", "same-origin")
    assert mixed[echo.b_span.start : echo.b_span.end] == texts.HARBOUR.rstrip(".")
    assert texts.HARBOUR[echo.a_span.start : echo.a_span.end] == texts.HARBOUR.rstrip(".")
    assert echo.score > 0.7
    assert "words are the same" in echo.why


def test_an_edited_copy_is_found_and_scores_less_than_a_verbatim_one() -> None:
    edited = (
        texts.HARBOUR.replace("closed its", "shut the")
        .replace("struck", "rammed")
        .replace("at first light", "at dawn")
        .replace("had sent adjusters by evening", "had adjusters there by evening")
        .replace("asking who would pay", "and wanted to know who pays")
        .replace("has seized", "holds")
    )
    (verbatim,) = echoes([report("a", texts.HARBOUR), report("b", texts.HARBOUR)])
    (other,) = echoes([report("a", texts.HARBOUR), report("b", edited)])
    assert other.kind == "copy"
    assert 0.5 <= other.score < verbatim.score


def test_one_shared_quotation_is_a_quote_with_exactly_its_words() -> None:
    found = echoes(
        [report("a", texts.TOLD_IN_QUOTES), report("b", texts.QUOTED_AGAIN), report("c", texts.ORCHARD)]
    )
    assert pairs(found) == {("a", "b", "quote")}
    quotation = "They carried the drivers in on doors and tabletops because every stretcher was already taken"
    assert texts.TOLD_IN_QUOTES[found[0].a_span.start : found[0].a_span.end] == quotation
    assert texts.QUOTED_AGAIN[found[0].b_span.start : found[0].b_span.end] == quotation


def test_a_quotation_translated_a_second_time_is_a_retold_quote() -> None:
    found = echoes([report("a", texts.TOLD_IN_QUOTES), report("b", texts.RETOLD), report("c", texts.TUNNEL)])
    assert pairs(found) == {("a", "b", "retold quote")}
    assert "uncommon words" in found[0].why


def test_synonyms_of_the_language_pack_count_as_shared() -> None:
    told = 'At the depot a signalman spoke. "Passengers were shocked by the amount of corpses being placed on a railway wagon," he said.'
    again = (
        'One man wrote to us: "People were shocked at the number of bodies they loaded on the train wagon."'
    )
    assert pairs(echoes([report("a", told), report("b", again)])) == {("a", "b", "retold quote")}


def test_reported_speech_can_retell_a_quotation() -> None:
    told = '"Soldiers locked the ferry captain in a grain silo and burned his charts in the courtyard," his daughter wrote.'
    again = (
        "The daughter of the ferry captain said that soldiers burned his charts in the courtyard and locked him in a grain silo. "
        "Rain delayed the search."
    )
    assert pairs(echoes([report("a", told), report("b", again)])) == {("a", "b", "retold quote")}


def test_reports_that_share_only_furniture_are_not_tied_together() -> None:
    oops = "Oops!\nSomething went wrong.\nPlease try again later.\n\n"
    caption = "\n\nThis picture was taken during a trip organized by the army. (Photo by A. Nemo / Anadolu Agency via Getty Images)"
    found = echoes(
        [
            report(name, oops + text + caption)
            for name, text in (("a", texts.HARBOUR), ("b", texts.ORCHARD), ("c", texts.TUNNEL))
        ]
    )
    assert found == ()


def test_what_an_outlet_puts_on_every_page_is_learnt() -> None:
    footer = (
        "\n\nThe Valley Courier has been printed in the old dairy since its founders bought a press from a bankrupt bishop; "
        "readers who keep bees may pay for their subscription in honey at the counter on Thursdays."
    )
    stories = [
        texts.HARBOUR,
        texts.ORCHARD,
        texts.TUNNEL,
        texts.TOLD_IN_QUOTES,
        "Nobody knows who painted the bridge orange, but the mayor has ordered brushes and forty litres of grey for it.",
    ]
    pages = [report(f"p{number}", text + footer, "Valley Courier") for number, text in enumerate(stories)]
    assert echoes(pages) == ()
    assert {(echo.a, echo.b) for echo in echoes(pages[:2])} == {("p0", "p1")}, (
        "two pages alone do not show furniture"
    )


def test_formulaic_briefs_are_not_echoes_of_one_another() -> None:
    places = ["Varn", "Oldesk", "Mirna", "Tolpa", "Gresk", "Hulme", "Pirova", "Stenka"]
    brief = "At least {} people were killed and {} wounded when a drone hit a bus stop in {} on {}, the regional governor said."
    days = ["Monday", "Tuesday", "Thursday", "Friday"]
    reports = [
        report(f"{place}{number}", brief.format(3 + number, 11 + 2 * number, place, days[number % 4]))
        for number, place in enumerate(places * 8)
    ]
    assert echoes(reports) == ()


def test_adding_reports_one_by_one_finds_the_same_pairs_as_all_at_once() -> None:
    reports = [
        report("a", texts.HARBOUR),
        report("b", texts.TOLD_IN_QUOTES),
        report("c", f"{texts.TUNNEL} {texts.HARBOUR}"),
        report("d", texts.QUOTED_AGAIN),
        report("e", texts.ORCHARD),
    ]
    index = EchoIndex()
    one_by_one = [echo for new in reports for echo in index.add(new)]
    assert sorted(pairs(tuple(one_by_one))) == sorted(pairs(echoes(reports)))
    assert pairs(tuple(one_by_one)) == {("a", "c", "copy"), ("b", "d", "quote")}
    assert len(index) == 5


def test_an_index_that_was_saved_goes_on_where_it_stopped(tmp_path: Path) -> None:
    index = EchoIndex()
    index.add_all([report("a", texts.HARBOUR), report("b", texts.TOLD_IN_QUOTES, "Lake News")])
    first = index.save(tmp_path)
    opened = EchoIndex.load(tmp_path, first)
    assert pairs(opened.add(report("c", texts.RETOLD, "Lake News"))) == {("b", "c", "retold quote")}
    assert pairs(opened.add(report("d", texts.HARBOUR))) == {("a", "d", "copy")}
    later = opened.save(tmp_path)
    sweep(tmp_path, later)
    assert len(EchoIndex.load(tmp_path, later)) == 4
    assert len(list(tmp_path.iterdir())) == len(later.shelves) + 1
    with pytest.raises(OSError, match=first.shelves[0]):
        EchoIndex.load(tmp_path, first)


def test_a_story_that_everybody_copied_stays_tied_together() -> None:
    copies = [report(f"r{number}", f"{texts.HARBOUR} {texts.ORCHARD}") for number in range(60)]
    found = echoes(copies)
    assert {(echo.a, echo.b) for echo in found} >= {(f"r{number}", f"r{number + 1}") for number in range(59)}


@pytest.mark.parametrize(
    "text", ["", " \n", "one", "“", '"', '"a b c d e f"', "𝒳 😀 “one two three four”", "...!"]
)
def test_texts_with_little_in_them_are_no_trouble(text: str) -> None:
    index = EchoIndex()
    assert index.add_all([Report(id="a", text=text), Report(id="b", text=texts.TUNNEL)]) == ()
    assert index.add(Report(id="c", text=text)) == ()


def test_spans_count_characters_whatever_the_script() -> None:
    before = "😀 Žďár — “naïve” … "
    (echo,) = echoes([report("a", texts.HARBOUR), report("b", before + texts.HARBOUR.upper())])
    assert (before + texts.HARBOUR.upper())[
        echo.b_span.start : echo.b_span.end
    ] == texts.HARBOUR.upper().rstrip(".")
