"""Whether a figure is asserted, doubted or denied: every cue on its examples, and how far a doubt reaches."""

from bisect import bisect_right

import pytest

from cenotaph.find.credit.stance import Stances
from cenotaph.find.text.sentences import sentences
from cenotaph.language import load_pack
from cenotaph.model import Harm, Report, Span

KINDS = ("hedge", "unverified", "denied")


def finding_of(marked: str, harm: Harm = "killed") -> tuple[str, str, Span | None, str]:
    start, end = marked.index("{"), marked.index("}") - 1
    text = marked.replace("{", "").replace("}", "")
    spans = sentences(text)
    index = bisect_right(spans, Span(start, len(text))) - 1
    return (*Stances(Report(id="r", text=text), spans).stance(index, start, end, harm), text)


def cases(kind: str) -> list[tuple[str, str, str]]:
    rules = [rule for name in KINDS for rule in load_pack("stance")[name]]
    return [(rule["name"], *example.rsplit(" => ", 1)) for rule in rules for example in rule[kind]]


@pytest.mark.parametrize(("rule", "text", "stance"), cases("examples"))
def test_cue_matches_its_example(rule: str, text: str, stance: str) -> None:
    found, name, cue, plain = finding_of(text)
    assert (found, name) == (stance, rule)
    assert cue is not None
    assert plain[cue.start : cue.end].strip()


@pytest.mark.parametrize(("rule", "text", "stance"), cases("counter"))
def test_cue_leaves_its_counter_example_alone(rule: str, text: str, stance: str) -> None:
    assert finding_of(text)[0] == stance


def test_every_cue_holds_one_of_the_stems_that_lead_to_it() -> None:
    for kind in KINDS:
        for rule in load_pack("stance")[kind]:
            assert all(
                any(stem in e.lower() for stem in load_pack("stance")["stems"][kind])
                for e in rule["examples"]
            )


def test_a_doubt_on_both_claims_reaches_both() -> None:
    text = "Kyiv said {900} enemy troops had died. Moscow spoke of {300}. Neither of these claims could be verified."
    assert finding_of(text.replace("{300}", "300"))[0] == "doubted"
    assert finding_of(text.replace("{900}", "900"))[0] == "doubted"


def test_a_doubt_on_one_figure_reaches_only_the_last() -> None:
    text = "Kyiv said {900} enemy troops had died. Moscow spoke of 300. That figure could not be verified."
    assert finding_of(text)[0] == "asserted"


def test_a_doubted_death_toll_leaves_the_wounded_alone() -> None:
    text = "The clinic counted {90} wounded. The death toll could not be confirmed."
    assert finding_of(text, harm="wounded")[0] == "asserted"
    assert finding_of(text, harm="killed")[0] == "doubted"


def test_doubt_about_one_death_leaves_another_name_alone() -> None:
    text = "Not since {Lena Brik} was shot had the group lost a chief. It has not confirmed Orlov's death."
    assert finding_of(text)[0] == "asserted"
    assert finding_of(text.replace("Lena Brik", "Orlov"))[0] == "doubted"


def test_a_remark_on_allegations_reaches_only_the_sentence_before() -> None:
    text = "Rebels shot {nine} clerks. Kyiv blamed the rebels. There was no reaction to the allegations."
    assert finding_of(text)[0] == "asserted"


def test_wrapped_capitals() -> None:
    assert finding_of("THE NUMBER OF VICTIMS IS 59\nAND NOT {62}, AS WAS REPORTED.")[0] == "denied"
