"""Sentences of wrapped wire copy, of pages with one paragraph a line, and around abbreviations."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cenotaph.find.text.sentences import is_wrapped, paragraph_of, paragraph_starts, sentences


def split(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gen. Ivan Petrov spoke. He left.", ["Gen. Ivan Petrov spoke.", "He left."]),
        ("They came from the U.S. The war went on.", ["They came from the U.S.", "The war went on."]),
        ("Two U.S. Marines died on Jan. 4 near Basra.", ["Two U.S. Marines died on Jan. 4 near Basra."]),
        ("He said: “We lost nine men.” Then he wept.", ["He said: “We lost nine men.”", "Then he wept."]),
        ("It fell on Sunday.But the town stood.", ["It fell on Sunday.", "But the town stood."]),
        ("It fell.DiplomacyNATO met.", ["It fell.", "DiplomacyNATO met."]),
        ("A headline without a stop\n\nThe first line.", ["A headline without a stop", "The first line."]),
        ("About 1.5 million fled.", ["About 1.5 million fled."]),
        ("John A. Smith was shot.", ["John A. Smith was shot."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_wrapped_copy_goes_on_over_line_ends() -> None:
    text = (
        "LIMA, 4 MAY 90 (EFE) -- THE POLICE SAID TODAY THAT FOUR FARMERS\n"
        "WERE KILLED BY REBELS WHO CAME DOWN FROM THE HILLS ABOVE THE TOWN\n"
        "OF TOCACHE BEFORE DAWN.  THE REBELS ALSO BURNED A BRIDGE AND TOOK\n"
        "THE MAYOR WITH THEM.\n\n   THE ARMY IS LOOKING FOR HIM.\n"
    )
    assert is_wrapped(text)
    assert len(split(text)) == 3


def test_a_short_report_is_wrapped_copy_too() -> None:
    text = (
        "LEITH, 6 SEP 89 (RADIO AYR) -- [TEXT] THREE STRONG EXPLOSIONS SHOOK\n"
        "THE PORT OF LEITH LAST NIGHT, THE MAYOR SAID.\n\n"
        "   AT LEAST FIVE PEOPLE, AMONG THEM REPORTERS AND A WHOLE CAMERA\n"
        "CREW, WERE WOUNDED.\n"
    )
    assert len(sentences(text)) == 2


def test_lines_that_are_set_in_alike_go_on_however_often_a_paragraph_ends() -> None:
    lines = [
        "Two shepherds were killed and a girl of nine was hurt when a mine went off on the road to the upper pastures,",
        "the mayor said.",
        "The road had been cleared twice since the spring, and a sign at the bridge had told people that it was safe to",
        "walk.",
        "A third man was looked for.",
    ]
    assert len(split("\n            ".join(lines))) == 3
    assert not is_wrapped("\n".join(lines))


def test_a_list_of_names_is_not_wrapped_copy() -> None:
    names = [
        "Olha Bondar, 9",
        "Petro Koval, 45, a teacher",
        "Ivan Tkach, 20",
        "Anna Melnyk, 71",
        "Roman Kravets, 33",
    ]
    text = "Shells fell on the market of the town on Monday.\n\nThe dead are:\n" + "\n".join(names)
    assert not is_wrapped(text)
    assert split(text)[2:] == names


def test_an_abbreviation_in_a_bracket_ends_no_sentence() -> None:
    assert len(split("OFFICIALS OF ORBOTEL [ORBIAN TELEPHONE, INC.] WERE HELD. THEY WERE FREED.")) == 2
    assert len(split("He left Orbotel (Orbian Telephone, Inc.) The firm fell.")) == 2


def test_a_line_is_a_paragraph_where_lines_are_long() -> None:
    text = "A caption that names a town\nThe shells fell on the market of the town in the early hours of Monday, it was said, and burned for a day."
    assert not is_wrapped(text)
    assert len(split(text)) == 2
    assert paragraph_of(paragraph_starts(text), len(text) - 1) == 1


@given(st.text(alphabet='Ab. \n!?”"1U', max_size=120))
def test_spans_rise_and_lose_no_letter(text: str) -> None:
    spans = sentences(text)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    kept = "".join(text[span.start : span.end] for span in spans)
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]
