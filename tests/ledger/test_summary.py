"""Claims by group and claimant: ranges, never sums."""

from collections.abc import Callable
from typing import Any

import pytest

from cenotaph.ledger import Filing, Group, summarise
from cenotaph.ledger.summary import OWN_VOICE

Make = Callable[..., Filing]


def groups(filing: Make, *claims: dict[str, Any]) -> list[Group]:
    return summarise(filing(f"r{n}", **fields).claims[0] for n, fields in enumerate(claims))


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        ([(5, 5), (9, 9)], (5, 9, False)),
        ([(2500, None), (2500, 2500)], (2500, 2500, True)),
        ([(500, None)], (500, None, True)),
        ([(None, 40), (30, 30)], (30, 40, False)),
        ([(None, None)], (None, None, True)),
    ],
)
def test_the_range_of_a_claimant(
    filing: Make, bounds: list[tuple[int | None, int | None]], expected: tuple[int | None, int | None, bool]
) -> None:
    (group,) = groups(filing, *({"low": low, "high": high} for low, high in bounds))
    assert (group.low, group.high, group.open) == expected
    assert (group.claims, group.reports) == (len(bounds), len(bounds))


@pytest.mark.parametrize(
    "other",
    [
        {"side": "Russia"},
        {"role": "civilians"},
        {"harm": "wounded"},
        {"scope": "cumulative"},
        {"sources": ()},
    ],
)
def test_what_must_not_be_thrown_together_stays_apart(filing: Make, other: dict[str, Any]) -> None:
    assert len(groups(filing, {}, other)) == 2


def test_the_report_itself_is_a_claimant_and_denials_are_counted(filing: Make) -> None:
    (group,) = groups(filing, {"sources": ()}, {"sources": (), "stance": "denied"})
    assert (group.claimant, group.denied) == (OWN_VOICE, 1)


def test_groups_with_more_reports_come_first_and_keep_together(filing: Make) -> None:
    said = groups(
        filing,
        {"side": "Russia", "sources": ("A",)},
        {"sources": ("B",)},
        {"sources": ("C",)},
        {"sources": ("C",)},
    )
    assert [(group.side, group.claimant) for group in said] == [
        ("Ukraine", "C"),
        ("Ukraine", "B"),
        ("Russia", "A"),
    ]
