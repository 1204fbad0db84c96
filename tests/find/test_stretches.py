"""Reports of any length: the same rows, in time that grows in step with the text."""

from time import process_time

from cenotaph.find import find
from cenotaph.find.stretches import LONGEST
from cenotaph.model import Report

SENTENCES = (
    "Shelling killed five people, including two nurses, in Kharkiv on Monday, the mayor said. "
    "The bodies of three soldiers were taken to the morgue in Izium by truck.\n\n"
)


def long_report(times: int) -> Report:
    return Report("r", SENTENCES * times, "2022-03-18")


def test_rows_of_a_long_report_are_tied_to_its_text() -> None:
    times = 2 * LONGEST // len(SENTENCES)
    report = long_report(times)
    found = find(report)
    assert [claim.quantity_text for claim in found.claims] == ["five", "two", "three"] * times
    for row in found.handlings:
        assert report.text[row.start : row.end] == row.quote
    for claim in found.claims:
        assert report.text[claim.start : claim.end] == claim.quantity_text
        assert claim.sentence is not None
        assert claim.sentence.start <= claim.start < claim.end <= claim.sentence.end
        for field, span in claim.evidence:
            words = report.text[span.start : span.end]
            assert field != "place" or words == claim.place


def test_parts_of_a_long_report_name_their_wholes() -> None:
    found = find(long_report(2 * LONGEST // len(SENTENCES)))
    wholes = [claim.id for claim in found.claims if claim.quantity_text == "five"]
    assert [claim.part_of for claim in found.claims if claim.quantity_text == "two"] == wholes
    assert len(set(wholes)) == len(wholes)


def test_text_without_line_ends_is_cut_between_sentences() -> None:
    report = Report("r", long_report(2 * LONGEST // len(SENTENCES)).text.replace("\n", ""), None)
    assert {claim.quantity_text for claim in find(report).claims} == {"five", "two", "three"}


def test_time_grows_in_step_with_length() -> None:
    def seconds(times: int) -> float:
        start = process_time()
        find(long_report(times))
        return process_time() - start

    seconds(20)
    # Four times the text: a step that compares all with all would take sixteen times as long.
    assert seconds(6 * LONGEST // len(SENTENCES)) < 8 * seconds(LONGEST * 3 // 2 // len(SENTENCES))
