"""A date of any form between a document, a verb and whoever made or said it, and documents brought out in any way."""

from itertools import product

import pytest

from cenotaph.find import find
from cenotaph.model import Report

DATES = [
    "",
    " on Wednesday",
    " on Wednesday, September 1,",
    " on 5 May 2023",
    " on May 5, 2023,",
    " on the 5th of May",
    " on Monday (May 6)",
    " late on Friday",
    " early Friday",
    " earlier in the day",
    " earlier this week",
    " last month",
    " in June 2022",
    " in late 2022",
    " at the end of April",
    " over the weekend",
    " two days ago",
    " shortly before midnight on Friday",
    " on the eve of the vote",
    " in Geneva on Friday",
]
FORMS = [
    "Shelling killed nine soldiers, according to a statement{date} by the Port Watch.",
    "Shelling killed nine soldiers, according to a report put out{date} by the Port Watch.",
    "Shelling killed nine soldiers, according to the working paper, which was drawn up{date} by the Port Watch.",
    "Shelling killed nine soldiers, according to a post on Telegram{date} by the Port Watch.",
    "Shelling killed nine soldiers, finds a detailed survey carried out{date} by the Port Watch.",
    "A study released{date} by the Port Watch found that shelling killed nine soldiers.",
    "Figures provided{date} by the Port Watch show that shelling killed nine soldiers.",
    "Shelling killed nine soldiers. The figure comes from a report published{date} by the Port Watch.",
    "Shelling killed nine soldiers. The survey was compiled{date} by the Port Watch.",
    "Shelling killed nine soldiers. The numbers were made public{date} by the Port Watch.",
    "Shelling killed nine soldiers, a new report says. The study was put out{date} by the Port Watch.",
    "The Port Watch said in a bulletin{date} that shelling killed nine soldiers.",
    "The Port Watch reported{date} that shelling killed nine soldiers.",
]


@pytest.mark.parametrize(("form", "date"), list(product(FORMS, DATES)))
def test_a_date_breaks_no_credit(form: str, date: str) -> None:
    text = form.format(date=date).replace(",.", ".")
    (chain,) = (claim.sources for claim in find(Report(id="r", text=text, published="2023-05-09")).claims)
    assert chain[0].removeprefix("The ").removeprefix("the ") == "Port Watch"


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Shelling killed nine soldiers, according to a report by the Port Watch on Friday.", ("Port Watch",)),
        ("Shelling killed nine soldiers, says the Port Watch's latest weekly bulletin.", ("Port Watch",)),
        ("Shelling killed nine soldiers, the Port Watch has found in a survey.", ("Port Watch",)),
        ("The Port Watch put out a memo on Friday warning that shelling killed nine soldiers.", ("Port Watch",)),
        ("The Port Watch put out a memo on Friday. It says that shelling killed nine soldiers.", ("Port Watch",)),
        ("Shelling killed nine soldiers, researchers say. The Port Watch published the study.", ("Port Watch",)),
        ("Shelling killed nine soldiers, researchers said in Nature on Friday.", ("Nature",)),
        ("Writing in The Lancet, researchers said shelling killed nine soldiers.", ("Lancet",)),
        ("Shelling killed nine soldiers, finds a study published on Friday in The Lancet.", ("Lancet",)),
        ("Shelling killed nine soldiers, a study found. The study was published on Friday in Nature.", ("Nature",)),
        ("A database kept by the Port Watch lists at least nine soldiers killed.", ("Port Watch",)),
        ("Shelling killed nine soldiers, a figure that the Port Watch released on Friday.", ("Port Watch",)),
        ("The Port Watch's 5 May update said shelling killed nine soldiers.", ("Port Watch",)),
        ("Shelling killed nine soldiers, according to data posted on its website by the Port Watch.", ("Port Watch",)),
        ("Shelling killed nine soldiers, according to the Port Watch's Facebook page.", ("Port Watch",)),
        ("Shelling killed nine soldiers, according to a memo the Port Watch put out on Friday.", ("Port Watch",)),
        ("Shelling killed nine soldiers. The raid was carried out on Friday by the Port Front.", ()),
        ("Shelling killed nine soldiers. The report was presented on Friday to the Port Watch.", ()),
        ("Shelling killed nine soldiers. The findings were rejected on Friday by the Port Watch.", ()),
        ("Shelling killed nine soldiers. The Port Watch rejected the report on Friday.", ()),
        ("Shelling killed nine soldiers. The raid was condemned late on Friday by the Port Watch.", ()),
        ("Shelling by rebels of the Port Front killed nine soldiers on Wednesday, September 1.", ()),
        ("According to police, alleged rebels this morning killed nine soldiers.", ("police",)),
        ("Ann Roe announced the assault on May 22 after shelling that killed nine soldiers.", ()),
    ],
)  # fmt: skip
def test_whose_document_it_is(text: str, chain: tuple[str, ...]) -> None:
    (found,) = (claim.sources for claim in find(Report(id="r", text=text, published="2023-05-09")).claims)
    assert tuple(name.removeprefix("The ").removeprefix("the ") for name in found) == chain
