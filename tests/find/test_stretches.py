"""Reports of any length: the same rows, in time that grows in step with the text."""

import pytest
from tests.calls import calls

from cenotaph.find import find, stretches
from cenotaph.model import Report

SENTENCES = (
    "Shelling killed five people, including two nurses, in Kharkiv on Monday, the mayor said. "
    "The bodies of three soldiers were taken to the morgue in Izium by truck.\n\n"
)


TIMES = 40


@pytest.fixture(autouse=True)
def short_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    """A long report is one of a few thousand characters here, so that the tests are quick."""
    monkeypatch.setattr(stretches, "LONGEST", 2000)


def long_report(times: int = TIMES) -> Report:
    return Report("r", SENTENCES * times, "2022-03-18")


def test_rows_of_a_long_report_are_tied_to_its_text() -> None:
    report = long_report()
    found = find(report)
    assert [claim.quantity_text for claim in found.claims] == ["five", "two", "three"] * TIMES
    for row in found.handlings:
        assert report.text[row.start : row.end] == row.quote
    for claim in found.claims:
        assert report.text[claim.start : claim.end] == claim.quantity_text
        assert claim.sentence is not None
        assert claim.sentence.start <= claim.start < claim.end <= claim.sentence.end
        for field, span in claim.evidence:
            assert field != "place" or report.text[span.start : span.end] == claim.place


def test_parts_of_a_long_report_name_their_wholes() -> None:
    found = find(long_report())
    wholes = [claim.id for claim in found.claims if claim.quantity_text == "five"]
    assert [claim.part_of for claim in found.claims if claim.quantity_text == "two"] == wholes
    assert len(set(wholes)) == len(wholes)


def test_text_without_line_ends_is_cut_between_sentences() -> None:
    report = Report("r", long_report().text.replace("\n", " "), None)
    assert [claim.quantity_text for claim in find(report).claims] == ["five", "two", "three"] * TIMES


def test_time_grows_in_step_with_length() -> None:
    def work(times: int) -> int:
        report = long_report(times)
        find(report)
        return calls(lambda: find(report))

    # Four times the text: a step that compares all with all would take sixteen times as many.
    assert work(8 * TIMES) < 6 * work(2 * TIMES)
