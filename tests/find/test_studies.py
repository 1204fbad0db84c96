"""Whose word the figure of a study is, and whose a figure that another is held against."""

import pytest

from cenotaph.find import find
from cenotaph.model import Report

STUDY = "The port was shelled for a year. "


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("About {9,000} people were killed in the siege, according to a study published in The Lancet.", "Lancet"),
        ("About {9,000} people were killed, according to a study that appeared on Friday in The Lancet.", "Lancet"),
        ("The report, which came out in The Lancet, a weekly journal, says that {9,000} people were killed.", "Lancet"),
        ("The BBC said {90} people may have lost their lives when shells fell.", "BBC"),
        ("Chad, which points to a rise in the toll, lies far off. Some {90} people were killed in the shelling.", ""),
        ("A study by doctors at Lund University, published in The Lancet on Friday, found that {9,000} people were killed.", "doctors at Lund University"),
        ("A study published in The Lancet looked at the siege. The study estimated that {9,000} people were killed.", "Lancet"),
        ("The analysis appeared in The Lancet. The researchers estimate that {9,000} people were killed.", "Lancet"),
        ("Research in The Lancet looked at the siege. Against the 4,100 deaths that the ministry admits, the study puts the number of people killed at {9,000}.", "Lancet"),
        ("More than {9,000} people have been killed in the siege, data analysed by the BBC shows.", "BBC"),
        ("The BBC and Mediazona, an independent website, said that {9,000} soldiers had been killed.", "BBC and Mediazona"),
        ("Two officials said to Time magazine that {90} people had been killed in the shelling.", "Two officials > Time magazine"),
        ("The names of {90} soldiers killed in the shelling were confirmed by us, the Valley Observatory said.", "Valley Observatory"),
        ("Some {300} soldiers were killed, deputies in Ayr said after a briefing by the spy agency.", "the spy agency > deputies in Ayr"),
        ("Some {300} soldiers were killed, said deputy Ann Roe, who was briefed by the port.", "the port > Ann Roe"),
        ("Doctors at Lund counted the dead of the shelling. Doctors at Lund said so. Their estimate was {300} people killed.", "Doctors at Lund"),
    ],
)  # fmt: skip
def test_who_made_the_study(text: str, figures: str) -> None:
    assert _credited(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The paper puts the number of people killed at {9,000}, far above the 4,100 reported by the port.", "The paper"),
        ("The paper puts the number of people killed at 9,000, far above the {4,100} reported by the port.", "the port"),
        ("The Valley Observatory counted {230} deaths in the shelling, more than the 98 that the army admits.", "Valley Observatory"),
        ("Some {9,000} people were killed, far more than the 4,100 recorded by the port, according to a survey in The Lancet.", "Lancet"),
        ("Some 9,000 people were killed, far more than the {4,100} recorded by the port, according to a survey in The Lancet.", "the port > Lancet"),
        ("The mayor said {60} people were killed, double the 30 deaths recorded by the clinic.", "The mayor"),
        ("The mayor said 60 people were killed, double the {30} deaths recorded by the clinic.", "the clinic"),
    ],
)  # fmt: skip
def test_a_figure_held_against_another_is_on_its_own_word(text: str, figures: str) -> None:
    assert _credited(text) == figures


def test_who_says_what_stands_in_quotation_marks_is_not_harmed() -> None:
    text = 'Ann Roe, the lead author, remarked, "More people in Ayr have died than is reported." Shelling killed {90} people.'
    bare, at = STUDY + text.replace("{", "").replace("}", ""), text
    assert [claim.quantity_text for claim in find(Report("r", bare)).claims] == ["90"], at


def test_a_journal_is_no_place() -> None:
    text = (
        STUDY
        + "New research in The Lancet puts the number of people killed by the shelling of Homs at 9,000."
    )
    assert [claim.place for claim in find(Report("r", text)).claims] == ["Homs"]


def _credited(marked: str) -> str:
    """The chain of the figure in braces, nearest last."""
    text = STUDY + marked.replace("{", "").replace("}", "")
    at = len(STUDY) + marked.index("{")
    claims = [claim for claim in find(Report("r", text)).claims if claim.start <= at < claim.end]
    return " > ".join(claims[0].sources) if claims else "no claim"
