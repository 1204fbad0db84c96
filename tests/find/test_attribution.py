"""On whose word a claim stands: every rule on its examples, and scenarios over whole reports."""

from bisect import bisect_right

import pytest

from cenotaph.find import find
from cenotaph.find.credit.attribution import Attribution, Attributor, citations
from cenotaph.find.credit.naming.outlets import is_outlet
from cenotaph.find.credit.tagging.speech_tags import tag_words
from cenotaph.find.text.sentences import sentences
from cenotaph.language import load_pack
from cenotaph.model import Report, Span


def attribution_of(marked: str, outlet: str | None = None) -> Attribution:
    """The attribution of the figure in {braces}."""
    start, end = marked.index("{"), marked.index("}") - 1
    text = marked.replace("{", "").replace("}", "")
    spans = sentences(text)
    index = bisect_right(spans, Span(start, len(text))) - 1
    return Attributor(Report(id="r", text=text, outlet=outlet), spans).attribute(index, start, end)


def cases(kind: str) -> list[tuple[str, str, str]]:
    found = []
    for rule in load_pack("reporting")["rules"]:
        for example in rule[kind]:
            text, _, chain = example.rpartition("=>")
            found.append((rule["name"], text.rstrip(" "), chain.strip()))
    return found


@pytest.mark.parametrize(("rule", "text", "chain"), cases("examples"))
def test_rule_gives_the_chain_of_its_example(rule: str, text: str, chain: str) -> None:
    found = attribution_of(text)
    assert " > ".join(found.sources) == chain
    assert rule in found.rules or (rule == "adding" and found.rules)


@pytest.mark.parametrize(("rule", "text", "chain"), cases("counter"))
def test_rule_leaves_its_counter_example_alone(rule: str, text: str, chain: str) -> None:
    assert " > ".join(attribution_of(text).sources) == chain


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("{Nine} people died, the BBC has learned; medics told the BBC so.", "BBC"),
        ("KABUL (Reuters) - {Nine} people died, Reuters reported.", None),
        ("By Ann Roe | AP June 3\n\nThe Associated Press reported that {nine} people died.", None),
        ("{Nine} people died, a Sana reporter said.", "SANA"),
        ("Raids kill nine in valley AFP A string of raids killed {nine} people, a medic told AFP.", None),
        ("{Nine} people died, a medic told Reuters. (Reporting by Ann Roe; Editing by Bo Lind)", None),
        ("{Nine} people died, a medic told our correspondent.", None),
    ],
)
def test_the_outlet_itself_is_never_a_source(text: str, outlet: str | None) -> None:
    assert not {
        "our correspondent",
        "AFP",
        "BBC",
        "Reuters",
        "The Associated Press",
        "Associated Press",
        "SANA",
        "Sana",
    } & set(attribution_of(text, outlet).sources)


def test_a_hearer_that_is_the_outlet_is_left_out() -> None:
    found = attribution_of("Surgeon Lena Brik told CNN that {40} men were dead.", outlet="CNN (repost)")
    assert found.sources == ("Lena Brik",)


def test_evidence_of_the_outlet_itself_is_its_own_voice() -> None:
    text = "Video obtained by CNN shows {nine} bodies in a yard."
    assert attribution_of(text, outlet="CNN").sources == ()
    assert attribution_of(text, outlet="The Baltic Times").sources == ("Video",)


def test_the_dead_of_a_figure_are_not_its_source() -> None:
    assert attribution_of("Shells hit the mill {ten} millers said before dawn.").sources == ()
    assert attribution_of("Ten millers said shells had killed {two} boys.").sources == ("Ten millers",)


def test_a_name_and_a_dash_are_no_dateline() -> None:
    assert attribution_of("Ivan Petrenko – founder of the firm – said {nine} guards died.").sources == (
        "Ivan Petrenko",
    )
    assert attribution_of("Riga – Police said {nine} guards died.").sources == ("Police",)


def test_names_with_figures_in_them() -> None:
    assert attribution_of("The Orient 24 news agency said {nine} guards died.").sources == (
        "Orient 24 news agency",
    )


def test_spans_are_the_words_the_names_were_read_from() -> None:
    text = "Radio Liman quoted one orderly as saying {80} men had died."
    found = attribution_of(text)
    plain = text.replace("{", "").replace("}", "")
    assert (
        [plain[span.start : span.end] for span in found.spans]
        == list(found.sources)
        == ["one orderly", "Radio Liman"]
    )


def test_parallel_sources_are_one() -> None:
    assert attribution_of("Police and hospital sources said {17} people died.").sources == (
        "Police and hospital sources",
    )


def test_a_credit_does_not_carry_over_to_the_next_sentence() -> None:
    text = "The president told the nation that 28 people had been killed. The dead included {two} officers."
    assert attribution_of(text).sources == ()


def test_a_following_interview_names_the_outlet_that_carried_the_words() -> None:
    text = 'Ivan Bondar, a deputy mayor, said {300} bodies lay there. He told The Baltic Times: "We cannot bury them."'
    assert attribution_of(text).sources == ("Ivan Bondar", "Baltic Times")


def test_who_denies_a_figure_is_its_only_source() -> None:
    found = attribution_of("The junta denied the rebels' claim that its jets had killed {eight} children.")
    assert found.sources == ("The junta",)


def test_text_without_stops_is_read_in_pieces() -> None:
    filler = "market, " * 3750
    assert attribution_of(filler + "police said {five} men had died").sources == ("police",)


def test_copy_without_commas() -> None:
    text = (
        "Rocket fire on the old town of Zabad near the coast killed {nine} people among them a boy "
        "the state-run Orient agency said."
    )
    assert attribution_of(text).sources == ("the state-run Orient agency",)


def test_a_dateline_is_not_a_source() -> None:
    assert attribution_of("NAIROBI Kenya's police said {two} rangers were shot.").sources == (
        "Kenya's police",
    )


def test_a_glued_headline_has_its_own_credit() -> None:
    text = "Raids kill {30} in northern towns Monitor AFP Monday 4 May 2015 Government raids killed 31 people an activist said."
    assert attribution_of(text).sources == ("Monitor",)
    later = text.replace("{30}", "30").replace("31", "{31}")
    assert attribution_of(later).sources == ("an activist",)


def test_citations_list_every_credit_of_a_report() -> None:
    text = "The Baltic Times reports that Radio Liman has published a film. Residents said so, according to Interfax."
    found = citations(Report(id="r", text=text), sentences(text))
    assert [(one.name, one.sentence, one.outlet) for one in found] == [
        ("Baltic Times", 0, True),
        ("Radio Liman", 0, True),
        ("Residents", 1, False),
        ("Interfax", 1, True),
    ]
    assert [text[one.span.start : one.span.end] for one in found] == [one.name for one in found]


def test_a_report_without_credits_gives_none() -> None:
    text = "Shells fell on the town. Nobody came out."
    assert citations(Report(id="r", text=text), sentences(text)) == ()


def test_a_line_that_is_all_in_brackets_has_no_words_to_credit() -> None:
    text = "Nine people were killed in Homs, police said.\n(photo: agency)"
    assert find(Report("r", text)).claims[0].sources == ("police",)
    assert tag_words(text, Span(text.index("("), len(text))).tags == ""


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        ("Rebels shelled Ayr, the Port Watch Group, a monitor, said.", ["Port Watch Group"]),
        ("Rebels killed Ann Roe, the Port Watch Group, a body that tracks ships, said.", ["Port Watch Group"]),
        ("Rebels struck. The Port Intelligence Group said nine died.", ["Port Intelligence Group"]),
        ("The monitoring body, Port Watch Group, said nine died.", ["Port Watch Group"]),
        ("The rebels struck again, a group monitoring the war said.", ["a group"]),
        ("The UK-based monitoring group Syrian Observatory for Human Rights said nine died.", ["Syrian Observatory for Human Rights"]),
        ("The official Syrian Arab News Agency said nine died.", ["Syrian Arab News Agency"]),
        ("Shells killed nine on Monday a mayor and a nurse said.", ["a mayor and a nurse"]),
        ("WXYZ-TV Ayr reports that nine died.", ["WXYZ-TV Ayr"]),
        ("UNCONFIRMED reports say nine died.", ["UNCONFIRMED reports"]),
        ("Taliban fighters released a video of nine dead guards.", ["Taliban fighters"]),
        ("Rebels attacked parts of northern Syria that fell on Friday the Syrian Observatory for Human Rights said.", ["Syrian Observatory for Human Rights"]),
        ("Guard killed in Ayr confirmed as Ann Roe.", []),
        ("Ayr 'blast': At least 40 clerks, six of them guards, reported dead in raid", []),
        ("Ayr blast: At least 40 people, six of them nurses, reported hurt.", []),
        ("The raid, which was first reported in the Valley Post, killed nine.", ["Valley Post"]),
        ("The raid, reported on several sites including 7News.com, killed nine.", ["7News.com"]),
        ("Several outlets, among them Radio Liman, reported nine dead.", ["Several outlets", "Radio Liman"]),
        ("Nine died, Radio Liman said, citing footage of a burning pier.", ["Radio Liman", "footage of a burning pier"]),
        ("Nine died, according to a Reuters survey of harbour offices.", ["Reuters"]),
        ("A nurse at the Ayr clinic Ibrahim Baker said nine died.", ["Ibrahim Baker"]),
        ("A clip posted by rebels in Ayr purports to show nine dead.", ["rebels in Ayr"]),
        ("Rebels posted clips of nine dead guards to social media", ["Rebels"]),
        ("A clerk of a harbour union who had met the man before he left for Chad also said nine died.", ["A clerk of a harbour union"]),
        ("The main suspect in a fire in Ayr told Radio Liman that nine died.", ["Radio Liman", "The main suspect in a fire in Ayr"]),
        ("Ann Roe, a harbour nurse, who the rebels had held, wrote on Monday that nine died.", ["Ann Roe"]),
        ("The guard was named as the Ayr clerk Bob Lee by Radio Liman on Monday.", ["Radio Liman"]),
        ("Ayr Watch was identified as a rebel group by Chad.", []),
        ("An aide and a harbour official both told Radio Liman that nine died.", ["Radio Liman", "An aide and a harbour official"]),
        ("Guards killed nine nurses, who might have been able to confirm the fever.", []),
        ("They posted clips of nine dead guards.", []),
        ("POPE FRANCIS PREACHES ON PEACE\n\nThe pope said nine died.", ["The pope"]),
    ],
)  # fmt: skip
def test_whom_a_sentence_credits(text: str, credited: list[str]) -> None:
    assert [one.name for one in citations(Report(id="r", text=text), sentences(text))] == credited


@pytest.mark.parametrize(("name", "is_station"), [("WXYZ-TV", True), ("KABC", True), ("NATO", False)])
def test_a_station_goes_by_its_letters(name: str, *, is_station: bool) -> None:
    assert is_outlet(name) == is_station
