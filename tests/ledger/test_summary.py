"""Claims by group and claimant: ranges, never sums."""

from collections.abc import Callable
from typing import Any

import pytest

from cenotaph.ledger import Filing, Group, summarise
from cenotaph.ledger.summary import OWN_VOICE

Make = Callable[..., Filing]


def groups(filing: Make, *claims: dict[str, Any]) -> list[Group]:
    filings = (filing(f"r{n}", **fields) for n, fields in enumerate(claims))
    return summarise((one.claims[0], one.report) for one in filings)


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


@pytest.mark.parametrize("first", [0, 1])
def test_a_part_widens_no_range_of_its_whole(filing: Make, first: int) -> None:
    told: list[dict[str, Any]] = [{"low": 3, "high": 3}, {"low": 1, "high": 1, "part_of": "whole"}]
    (group,) = groups(filing, told[first], told[1 - first])
    assert (group.low, group.high, group.claims, group.reports) == (3, 3, 2, 2)
    assert group.latest == filing(f"r{first}", **told[0]).claims[0].id
    (parts,) = groups(filing, told[1], told[1])
    assert (parts.low, parts.high) == (1, 1)


@pytest.mark.parametrize(
    "other",
    [
        {"side": "Russia"},
        {"role": "civilians"},
        {"harm": "wounded"},
        {"scope": "cumulative"},
        {"sources": ()},
        {"place_key": "geonames:625324"},
        {"place_key": None},
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


def test_one_rough_figure_makes_the_range_rough(filing: Make) -> None:
    assert [group.approx for group in groups(filing, {}, {"approx": True}, {"side": "Russia"})] == [
        True,
        False,
    ]


def test_spellings_of_one_place_and_of_one_claimant_are_one_group(filing: Make) -> None:
    (group,) = groups(filing, {"place": "Homel"}, {"place": "Gomel", "sources": ("the governor",)})
    assert (group.place, group.claimant, group.reports) == ("Homel", "The governor", 2)


@pytest.mark.parametrize(
    ("dates", "latest"),
    [
        (("2022-03-11", "2022-03-12", "2022-03-10"), "r1"),
        (("XXXX-03-14", "2022-03-12", "2022-03-14"), "r2"),
        ((None, "2022-03-12", "2022-03-12"), "r0"),
    ],
)
def test_the_latest_claim_gives_the_words(filing: Make, dates: tuple[str | None, ...], latest: str) -> None:
    """The reports themselves are of 13 March."""
    (group,) = groups(filing, *({"until": date, "id": f"r{n}"} for n, date in enumerate(dates)))
    assert (group.latest, group.words) == (latest, "at least 12")
    assert group.sentence is not None
    assert "at least 12 soldiers" in group.sentence
