"""The page on reconciling names every policy, rule, option and field."""

from pathlib import Path

import pytest

from cenotaph.reconcile import POLICIES, Options, Policy

PAGE = (Path(__file__).parents[2] / "docs" / "reconcile.md").read_text()


@pytest.mark.parametrize("policy", POLICIES.values(), ids=lambda one: one.name)
def test_every_policy_and_rule_stands_with_its_reference(policy: Policy) -> None:
    assert f"### `{policy.name}`: " in PAGE
    for rule in policy.rules:
        (line,) = [line for line in PAGE.splitlines() if line.startswith(f"| `{rule.code}` |")]
        assert rule.published in line
        assert rule.reference in line


@pytest.mark.parametrize("option", Options.__struct_fields__)
def test_every_option_stands_in_the_table(option: str) -> None:
    assert f"\n| `{option}` | " in PAGE
