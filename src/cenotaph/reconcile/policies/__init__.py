"""The policies by name: each follows the published rules of one organisation of the field."""

from collections.abc import Mapping

from cenotaph.reconcile.policies import acled, airwars, every_casualty, ibc, range_, ucdp
from cenotaph.reconcile.rules import Policy

POLICIES: Mapping[str, Policy] = {
    policy.name: policy
    for policy in (
        range_.POLICY,
        ucdp.POLICY,
        ibc.POLICY,
        airwars.POLICY,
        acled.POLICY,
        every_casualty.POLICY,
    )
}
"""A new policy is a module beside these, and a line here."""
