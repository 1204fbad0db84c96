"""A document's quoted title parts nobody from what it says; what a document is quoted with is no title."""

import pytest

from cenotaph.find import find
from cenotaph.model import Report

TITLES = ["“Counting the Dead”", '"Counting the Dead"', "“Osh's Dead: Civilian Losses since the Coup”"]
FORMS = [
    "A report titled {title} by the Port Institute says nine men were killed in raids.",
    "A report {title} by the Port Institute found that nine men were killed in raids.",
    "The report {title}, published by the Port Institute, says that nine men were killed in raids.",
    "The Port Institute said in a study entitled {title} that nine men were killed in raids.",
    "Nine men were killed in raids, according to a study called {title} by the Port Institute.",
    "In its report {title}, the Port Institute says nine men were killed in raids.",
]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("form", FORMS)
def test_whose_document_it_is_stands_behind_its_title(form: str, title: str) -> None:
    report = Report(id="r", text=form.format(title=title), published="2023-05-09")
    (chain,) = (claim.sources for claim in find(report).claims)
    assert [name.removeprefix("the ") for name in chain] == ["Port Institute"]


def test_what_a_document_is_quoted_with_stays() -> None:
    text = "The report “nine men were killed in raids”, Ann Roe said, was false."
    (chain,) = (claim.sources for claim in find(Report(id="r", text=text)).claims)
    assert chain != ()
