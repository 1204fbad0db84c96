"""Four real reports on the dead of March 2022, read from beside the repository where they are at hand.

Three retell one broadcaster; the parties' totals run from 500 to 20,000.
"""

from pathlib import Path

import pytest

from cenotaph.reconcile import Sum, Tally, add
from cenotaph.run import find_reports
from cenotaph.run.reckoning import Reckoning, reckon_outcomes

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed reports are not part of the repository")


@pytest.fixture(scope="module")
def reckoning() -> Reckoning:
    return reckon_outcomes(find_reports([str(SEEDS)]))


@pytest.fixture(scope="module")
def tallies(reckoning: Reckoning) -> tuple[Tally, ...]:
    return reckoning.tally().tallies


def _one(tallies: tuple[Tally, ...], **fields: object) -> Tally:
    (found,) = [one for one in tallies if all(getattr(one, name) == value for name, value in fields.items())]
    return found


def test_claimants_stand_side_by_side_over_time(tallies: tuple[Tally, ...]) -> None:
    soldiers = _one(tallies, side="Russia", role="combatants", harm="killed", scope="cumulative")
    said = [(one.claimant.name, one.low, one.high) for one in soldiers.said]
    assert said[:2] == [("Ukraine", 14_000, None), ("Ukraine", 20_000, None)]
    assert {(low, high) for _, low, high in said[2:]} == {(7_000, None), (7_000, 15_000), (500, 500)}
    assert [name for name, low, _ in said if low == 500] == ["Russia"]
    assert (soldiers.label, soldiers.origins) == ("contested", 4)


def test_ukraines_total_rises(reckoning: Reckoning) -> None:
    rising = [one for one in reckoning.series() if one.claimant.name == "Ukraine" and one.harm == "killed"]
    assert [[(step.low, step.turn) for step in one.steps] for one in rising] == [
        [(14_000, "first"), (20_000, "rise")]
    ]


def test_the_ministrys_figure_is_disputed_by_all_others(reckoning: Reckoning) -> None:
    (dispute,) = [one for one in reckoning.disputes() if one.scope == "cumulative"]
    ministry = next(one for one in dispute.positions if one.low == 500)
    others = {one.claimant.name for one in dispute.positions} - {ministry.claimant.name}
    assert set(ministry.against) == others
    assert len(others) == 3


@pytest.mark.parametrize(
    ("fields", "low", "high"),
    [
        ({"scope": "flow", "place": "Homel"}, 2_500, None),
        ({"scope": "holding", "place": "Dnipro"}, 1_500, 1_500),
        ({"scope": "holding", "place": None}, 3_000, 3_000),
    ],
)
def test_bodies_are_figures_of_their_own(
    tallies: tuple[Tally, ...], fields: dict[str, object], low: int, high: int | None
) -> None:
    bodies = _one(tallies, harm="bodies", **fields)
    assert (bodies.low, bodies.high, bodies.origins) == (low, high, 1)


def test_wounded_and_bucha_are_apart(tallies: tuple[Tally, ...]) -> None:
    assert _one(tallies, harm="wounded").low == 20_000
    bucha = _one(tallies, place="Bucha")
    assert (bucha.side, bucha.role, bucha.low, bucha.high) == ("Ukraine", "civilians", 200, 999)


def test_nothing_is_added_to_the_killed(reckoning: Reckoning) -> None:
    found = reckoning.tally().tallies
    killed = _one(found, side="Russia", harm="killed", scope="cumulative")
    for other in found:
        if other.harm in ("bodies", "wounded"):
            refused = add([killed, other])
            assert not isinstance(refused, Sum)
            assert [problem.code for problem in refused] == ["reconcile.add"]
