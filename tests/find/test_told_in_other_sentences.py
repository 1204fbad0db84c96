"""Whose a figure is by a sentence before or behind it, by a headline, or by whom an outlet asked."""

import pytest

from cenotaph.find import find
from cenotaph.model import Report

RAID = "A raid on Osh killed nine people."
CASES = [
    # Sentences behind that say outright whose the figure is.
    (f"{RAID} The figures are based on a count by the Port Front.", ["Port Front"]),
    (f"{RAID} The toll rests on nothing.", []),
    (f"{RAID} That is the conclusion of a study released this week by the Port Front.", ["Port Front"]),
    (f"{RAID} These are the latest figures of the Costs of Peace project.", ["Costs of Peace project"]),
    (f"{RAID} The number was worked out late on Friday by the port ministry.", ["port ministry"]),
    (f"{RAID} Roads are shut. The figures were made public by Ann Roe, the mayor.", ["Ann Roe"]),
    (f"{RAID} The port ministry put out the list of the dead.", ["port ministry"]),
    (f"{RAID} Ann Roe, a port spokeswoman, published the figure on Telegram.", ["Ann Roe"]),
    (f"{RAID} The port ministry, which documented the deaths, said most were cooks.", ["port ministry"]),
    (f"{RAID} The toll comes from two raids on the mill.", []),
    (f"{RAID} Rebels carried out the killings.", []),
    # Sentences before that bring up whoever "it" or "the group" is.
    (
        "The Chad attorney general's office issued figures. It said nine men died in a raid.",
        ["general's office"],
    ),
    ("Chad's General Staff updated its figures. It said a raid killed nine men.", ["General Staff"]),
    ("The rights group Fair Words met the press. A raid killed nine, the organisation said.", ["Fair Words"]),
    (
        "The Lookout on Children held a briefing. A raid killed nine men, the group said.",
        ["Lookout on Children"],
    ),
    ("The Port Council sent a team. It found a raid on the mill had killed nine men.", ["Port Council"]),
    ("Mayor Ann Roe put up a post on X. Roe said a raid killed nine men.", ["Roe"]),
    ("Photo: AFP\n\nA raid killed nine men, the civil defence agency said.", ["civil defence agency"]),
    ("A raid killed nine. The claim was made by Mayor Ann Roe.", ["Ann Roe"]),
    ("A raid killed nine, three times as many as the port admitted, Ann Roe said.", ["Ann Roe"]),
    ("A raid killed nine, as high a toll as the port has admitted, Ann Roe said.", ["Ann Roe"]),
    # Headlines.
    (f"Port Association for Aid: nine killed in Osh\n\n{RAID}", ["Port Association for Aid"]),
    (f"Nine killed in Osh – Ministry of Port Works\n\n{RAID}", ["Ministry of Port Works"]),
    (f"Nine killed in Osh – Mayor Ann Roe\n\n{RAID}", ["Ann Roe"]),
    ("Osh: nine killed\n\nA blast at a mill in Osh claimed the lives of nine.", []),
    # Whom an outlet asked, and who hands on whose words.
    ("A raid killed nine, according to Reuters, which spoke to Mayor Ann Roe.", ["Ann Roe", "Reuters"]),
    ("Reuters spoke to two nurses. They said a raid killed nine.", ["two nurses", "Reuters"]),
    ("Reuters has been told that a raid killed nine men.", ["Reuters"]),
    ("A raid killed nine, according to the port, as cited by Reuters.", ["port", "Reuters"]),
    ("The port said a raid killed nine men, as quoted by Reuters.", ["port", "Reuters"]),
    ("A raid killed nine, Ann Roe said in remarks broadcast on CNN.", ["Ann Roe", "CNN"]),
    ("A raid killed nine, an article in Sky News says.", ["Sky News"]),
    # Dates and degrees that part no clause.
    ("As many as nine men were killed in a raid, the port ministry said on 5 May.", ["port ministry"]),
]


@pytest.mark.parametrize(("text", "chain"), CASES)
def test_whose_a_figure_is_by_other_sentences(text: str, chain: list[str]) -> None:
    claim = find(Report(id="r", text=text, published="2023-05-09")).claims[0]
    assert len(claim.sources) == len(chain)
    assert all(told.lower() in name.lower() for told, name in zip(chain, claim.sources, strict=True))
