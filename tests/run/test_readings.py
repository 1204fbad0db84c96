"""Which reports have their credits read for tracing."""

import pytest

from cenotaph.model import Report
from cenotaph.run.readings import reading_of


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        ("Soldiers hold the wife of the rebel commander. Radio Liman reported that on Monday.", True),
        ("The ferry is late again. Radio Liman reported that on Monday.", False),
    ],
)
def test_a_report_with_words_of_war_has_its_credits_read_though_nobody_is_harmed(
    text: str, *, credited: bool
) -> None:
    assert bool(reading_of(Report("r", text), ()).citations) is credited
