"""From words to figures: what a sentence says of a figure's age, and whose word a figure is."""

import json
from pathlib import Path

import pytest

from cenotaph import api


def report(folder: Path, text: str) -> Path:
    """A file with one report of that text."""
    path = folder / "report.jsonl"
    path.write_text(json.dumps({"id": "one", "text": text, "published": "2022-03-30"}) + "\n")
    return path


def test_a_description_has_a_capital_only_where_a_sentence_begins(tmp_path: Path) -> None:
    told = report(
        tmp_path, "An American analyst said 7,000 Russian soldiers have died in Ukraine since February."
    )
    (series,) = api.series(reports=told)
    assert series["why"].startswith("The first figure that an American analyst gives: 7,000.")
    (figure,) = api.tally(reports=told)
    assert figure["used_because"][0]["why"] == "An American analyst says 7,000."


@pytest.mark.parametrize("words", ["risen from 52 to 57", "risen to 57 from 52", "grown from 52 to 57"])
def test_a_toll_that_has_risen_stands_at_its_newer_figure(tmp_path: Path, words: str) -> None:
    told = report(tmp_path, f"The death toll of the shelling of Kharkiv has {words}, the mayor said.")
    (figure,) = api.tally(reports=told)
    assert (figure["low"], figure["high"], figure["label"]) == (57, 57, "weak")
    assert [one["why"] for one in figure["left_out"]] == [
        f"The mayor revised it on 2022-03-30 to 57 ({figure['used'][0][:8]})."
    ]


def test_a_figure_of_somebody_else_is_no_former_one(tmp_path: Path) -> None:
    told = report(
        tmp_path,
        "Shelling killed 52 people in Kharkiv, the mayor said. It killed 57 people, the governor said.",
    )
    (figure,) = api.tally(reports=told)
    assert (figure["low"], figure["high"]) == (52, 57)
