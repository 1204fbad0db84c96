"""`range`: from the lowest to the highest figure, claimant beside claimant.

Every Casualty Counts, Standards for Casualty Recording (2016), p. 25: where sources disagree on a number, a range from
the lowest to the highest may be reported.
"""

from cenotaph.reconcile.bounds import highest, lowest, shown
from cenotaph.reconcile.origins import origins_at_most
from cenotaph.reconcile.policies.common import (
    BEFORE_ALL,
    PERSONS,
    STANDARDS,
    corroborated,
    disagreement,
    sources_of,
)
from cenotaph.reconcile.rules import Draft, Options, Policy, Rule

_ADDRESS = "https://everycasualty.org/knowledge-base/how-do-casualty-recorders-deal-with-disagreement-between-sources/"


def lowest_to_highest(draft: Draft, options: Options) -> Draft:
    """The lowest and the highest number given; a best one only where both are the same."""
    claims = [one.claim for one in draft.used]
    low, high = lowest(claims), highest(claims)
    best = low if low == high else None
    return draft.bounded(
        low, best, high, f"From the lowest to the highest of all figures: {shown((low, high))}."
    )


def label_by_agreement(draft: Draft, options: Options) -> Draft:
    """Contested where two figures cannot both hold; else by the number of origins that can be independent."""
    apart = disagreement(draft)
    if apart is not None:
        low, high = apart
        return draft.labelled(
            "contested",
            f"{low.claimant.opening} and {high.claimant.name} give figures that cannot both hold.",
        )
    if draft.used and all(one.claim.stance == "doubted" for one in draft.used):
        return draft.labelled("provisional", "Every report that carries the figure doubts it.")
    if corroborated(draft, options):
        count = origins_at_most(draft.used)
        return draft.labelled("fair", f"Up to {count} independent origins agree: {sources_of(draft)}.")
    who = sources_of(draft)
    return draft.labelled(
        "weak", f"It rests on the word of {who} alone." if who else "No claim is left for it to rest on."
    )


RANGE = Rule(
    "range.lowest-to-highest",
    lowest_to_highest,
    "Disagreement can be reported as a numerical range from the lowest to the highest number of casualties.",
    f"{STANDARDS}; {_ADDRESS}",
)
LABEL = Rule(
    "range.agreement",
    label_by_agreement,
    "Crosschecking confirms, rejects, or leaves open which of several accounts holds.",
    f"{STANDARDS}; https://everycasualty.org/knowledge-base/corroboration-in-casualty-recording/",
)

POLICY = Policy(
    "range",
    "From the lowest to the highest figure, by claimant",
    f"{STANDARDS}; {_ADDRESS}",
    (*BEFORE_ALL, RANGE, PERSONS, LABEL),
)
