"""Who says what of whom: the standing claims by group and claimant."""

from collections.abc import Iterable

from msgspec import Struct

from cenotaph.model import Claim

OWN_VOICE = "the report itself"
"""The claimant of a claim that a report makes in its own voice."""


class Group(Struct, frozen=True):
    """The claims of one claimant on the harm of one side's people in one role and scope.

    `low` is the lowest lower bound and `high` the highest upper bound, None if no claim of the group has one; `open` says that
    some claim has no upper bound. Nothing is added together. `claims` counts mentions, `reports` the reports they stand
    in, `denied` the mentions that deny.
    """

    side: str | None
    role: str
    harm: str
    scope: str
    claimant: str
    low: int | None
    high: int | None
    open: bool
    claims: int
    reports: int
    denied: int


def summarise(claims: Iterable[Claim]) -> list[Group]:
    """One group for each side, role, harm, scope and claimant; those with most reports first within their kind."""
    gathered: dict[tuple[str | None, str, str, str, str], list[Claim]] = {}
    for claim in claims:
        claimant = claim.sources[0] if claim.sources else OWN_VOICE
        gathered.setdefault((claim.side, claim.role, claim.harm, claim.scope, claimant), []).append(claim)
    groups = [_group(*key, members) for key, members in gathered.items()]
    weight: dict[tuple[str | None, str, str, str], int] = {}
    for group in groups:
        weight[_kind(group)] = weight.get(_kind(group), 0) + group.reports
    return sorted(groups, key=lambda g: (-weight[_kind(g)], str(_kind(g)), -g.reports, -g.claims, g.claimant))


def _kind(group: Group) -> tuple[str | None, str, str, str]:
    return group.side, group.role, group.harm, group.scope


def _group(side: str | None, role: str, harm: str, scope: str, claimant: str, members: list[Claim]) -> Group:
    lows = [claim.low for claim in members if claim.low is not None]
    highs = [claim.high for claim in members if claim.high is not None]
    return Group(
        side,
        role,
        harm,
        scope,
        claimant,
        min(lows, default=None),
        max(highs, default=None),
        len(highs) < len(members),
        len(members),
        len({claim.report for claim in members}),
        sum(claim.stance == "denied" for claim in members),
    )
