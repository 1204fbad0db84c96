"""Every scenario comes out as it says, and otherwise without the rule it is for; every rule has a scenario."""

from collections.abc import Mapping
from typing import Any

import pytest
from tests.reconcile.scenario import Scenario, all_scenarios, differences, reckoned, statements

from cenotaph.reconcile import POLICIES, Addend, Sum, add, disputes, headline, series

ALL = all_scenarios()
CASES = [pytest.param(scenario, defaults, id=label) for label, scenario, defaults in ALL]
Defaults = Mapping[str, Any]


@pytest.mark.parametrize(
    ("scenario", "defaults"), [case for case, one in zip(CASES, ALL, strict=True) if one[1].expect]
)
def test_figures_come_out_as_expected(scenario: Scenario, defaults: Defaults) -> None:
    _, found = reckoned(scenario, defaults)
    assert differences(found, scenario) == []


@pytest.mark.parametrize(
    ("scenario", "defaults"), [case for case, one in zip(CASES, ALL, strict=True) if one[1].rule]
)
def test_without_its_rule_it_comes_out_otherwise(scenario: Scenario, defaults: Defaults) -> None:
    _, found = reckoned(scenario, defaults, without=scenario.rule)
    assert differences(found, scenario)


@pytest.mark.parametrize("code", sorted({rule.code for policy in POLICIES.values() for rule in policy.rules}))
def test_every_rule_has_a_scenario(code: str) -> None:
    assert any(scenario.rule == code for _, scenario, _ in ALL)


def test_there_are_sixty_scenarios_at_least() -> None:
    assert len({label for label, _, _ in ALL}) == len(ALL) >= 60


@pytest.mark.parametrize(
    ("scenario", "defaults"),
    [case for case, one in zip(CASES, ALL, strict=True) if one[1].incidents is not None],
)
def test_claims_meet_in_incidents(scenario: Scenario, defaults: Defaults) -> None:
    attacks, _ = reckoned(scenario, defaults)
    assert tuple(one.claims for one in attacks.incidents) == scenario.incidents
    _tell(scenario, [problem.message for problem in attacks.problems])


@pytest.mark.parametrize(
    ("scenario", "defaults"), [case for case, one in zip(CASES, ALL, strict=True) if one[1].expect]
)
def test_figures_raise_the_problems_expected(scenario: Scenario, defaults: Defaults) -> None:
    _, found = reckoned(scenario, defaults)
    _tell(scenario, [problem.message for problem in found.problems])


@pytest.mark.parametrize(
    ("scenario", "defaults"),
    [case for case, one in zip(CASES, ALL, strict=True) if one[1].series is not None],
)
def test_running_totals_make_series(scenario: Scenario, defaults: Defaults) -> None:
    found = series(statements(scenario, defaults))
    assert [(one.claimant.name, [step.turn for step in one.steps]) for one in found] == [
        (one["claimant"], one["turns"]) for one in scenario.series or ()
    ]
    for one, wanted in zip(found, scenario.series or (), strict=True):
        assert wanted.get("why", "") in one.steps[-1].why


@pytest.mark.parametrize(
    ("scenario", "defaults"),
    [case for case, one in zip(CASES, ALL, strict=True) if one[1].disputes is not None],
)
def test_claimants_dispute(scenario: Scenario, defaults: Defaults) -> None:
    attacks, _ = reckoned(scenario, defaults)
    found = disputes(statements(scenario, defaults), attacks.incidents)
    assert [[one.claimant.name for one in each.positions] for each in found] == [
        one["claimants"] for one in scenario.disputes or ()
    ]
    for each, wanted in zip(found, scenario.disputes or (), strict=True):
        against = {one.claimant.name: sorted(one.against) for one in each.positions}
        assert {
            name: sorted(others) for name, others in wanted.get("against", {}).items()
        }.items() <= against.items()


@pytest.mark.parametrize(
    ("scenario", "defaults"), [case for case, one in zip(CASES, ALL, strict=True) if one[1].add is not None]
)
def test_figures_are_added_or_refused(scenario: Scenario, defaults: Defaults) -> None:
    wanted = scenario.add or {}
    _, found = reckoned(scenario, defaults)
    bases = wanted.get("bases", ["reports"] * len(found.tallies))
    addends = [Addend(one, basis) for one, basis in zip(found.tallies, bases, strict=True)]
    total = headline(found.tallies, POLICIES[scenario.policy]) if wanted.get("headline") else add(addends)
    if "refused" in wanted:
        assert not isinstance(total, Sum)
        assert any(wanted["refused"] in problem.message for problem in total)
    else:
        assert isinstance(total, Sum)
        assert (total.low, total.high, len(total.left_out)) == (
            wanted["low"],
            wanted["high"],
            wanted.get("left", 0),
        )


def _tell(scenario: Scenario, messages: list[str]) -> None:
    assert len(messages) == len(scenario.problems)
    for words, message in zip(scenario.problems, messages, strict=True):
        assert words in message


@pytest.mark.parametrize(
    "scenario", [one for label, one, _ in ALL if label.startswith("published: ")], ids=lambda one: one.name
)
def test_a_published_example_names_its_document(scenario: Scenario) -> None:
    assert scenario.source
    assert "http" in scenario.source or "/" in scenario.source
