"""Whatever a page holds, cut, spliced or garbled: finding and the reading of credits never break on it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cenotaph.find import find
from cenotaph.model import Report
from cenotaph.run.readings import reading_of
from cenotaph.trace.crediting import credits_of
from cenotaph.trace.register import Register

SAMPLE = Path(__file__).parents[2] / "sample" / "reports"
WORDS = [word for path in sorted(SAMPLE.glob("*.txt")) for word in path.read_text("utf-8").split(" ")]
MARKS = (",", ":", ";", ".", "?", '"', "“", "”", "‘", "’s", "—", " -", "(", ")", "[1]", "\n", "\n\n")


@st.composite
def garbled(draw: st.DrawFn) -> str:
    """Runs of words from anywhere in the sample, with marks between them that no writer put there."""
    starts = draw(st.lists(st.integers(0, len(WORDS) - 1), min_size=1, max_size=6))
    runs = (" ".join(WORDS[at : at + draw(st.integers(1, 40))]) for at in starts)
    return " ".join(f"{run}{draw(st.sampled_from(MARKS))}" for run in runs)


def check(text: str) -> None:
    """The report is read to its end: what breaks on the way raises here."""
    report = Report(id="r", text=text, published="2023-05-01", outlet="Valley Post")
    reading = reading_of(report, find(report).claims)
    assert reading.failed is None
    assert set(credits_of(reading, Register()).of_claims) == {claim.id for claim in reading.claims}


@given(text=garbled())
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_the_reading(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "text",
    [
        "50 killed the Orbo area of\n",
        "of soldiers killed 89\n\nA total of\n",
        "At least 40 people, six of them nurses, reported hurt.",
        'The port "was hit", he said, "and nine died in it. "',
        "",
        " \n\n ",
    ],
)
def test_texts_that_break_off(text: str) -> None:
    check(text)
