"""`ibc`: minimum and maximum of documented civilian deaths; one source alone is provisional.

Iraq Body Count, Methods 1 to 3: https://www.iraqbodycount.org/about/methods/1
"""

from cenotaph.reconcile.bounds import highest, lowest, shown
from cenotaph.reconcile.origins import origins_at_most
from cenotaph.reconcile.policies.common import BEFORE_ALL, PERSONS, corroborated, sources_of
from cenotaph.reconcile.rules import Draft, Options, Policy, Rule

_METHODS = "Iraq Body Count, Methods, 1 Overview; https://www.iraqbodycount.org/about/methods/1"
_VARIABLES = "Iraq Body Count, Methods, 3 Data extraction; https://www.iraqbodycount.org/about/methods/3"
_RANGE = (
    "Iraq Body Count (2003), quoted at "
    "http://pixie-sparkle.blogspot.com/2003/03/want-to-know-how-many-civilians-are.html"
)
_UNCLEAR = "Iraq Body Count, quoted at https://en.sggp.org.vn/iraq-body-count-war-dead-figures-post30262.html"
_UNCLEAR_ROLES = ("unknown", "mixed")


def civilians_only(draft: Draft, options: Options) -> Draft:
    """The database is of civilians."""
    gone = [one for one in draft.used if one.claim.role == "combatants"]
    return draft.leaving(gone, lambda one: "It counts combatants, and Iraq Body Count records civilians.")


def documented_only(draft: Draft, options: Options) -> Draft:
    """A party's running total documents no death; a hospital's or a morgue's figures do."""
    if draft.subject.scope != "cumulative":
        return draft
    gone = [one for one in draft.used if one.claimant.side is not None]
    return draft.leaving(
        gone,
        lambda one: f"A running total of {one.claimant.name}, a party to the war, documents no single death.",
    )


def minimum_and_maximum(draft: Draft, options: Options) -> Draft:
    """The lowest and the highest number that the sources report."""
    claims = [one.claim for one in draft.used]
    if not claims:
        return draft
    low, high = lowest(claims), highest(claims)
    tops = [top for claim in claims for top in (claim.low, claim.high) if top is not None]
    high = max(tops) if high is None else high
    best = low if low == high else None
    return draft.bounded(low, best, high, f"Minimum and maximum over the reports: {shown((low, high))}.")


def unclear_status(draft: Draft, options: Options) -> Draft:
    """People who may not have been civilians count in the maximum alone."""
    if not draft.used:
        return draft
    unclear = [one for one in draft.used if one.claim.role in _UNCLEAR_ROLES]
    sure = [one.claim for one in draft.used if one.claim.role not in _UNCLEAR_ROLES]
    if not unclear:
        return draft
    low = lowest(sure) if sure else 0
    noted = draft.noting(
        unclear, "It does not say that they were civilians, so it counts in the maximum alone."
    )
    best = low if low == draft.high else None
    return noted.bounded(
        low, best, draft.high, "Those who may not have been civilians count in the maximum alone."
    )


def two_sources(draft: Draft, options: Options) -> Draft:
    """Fewer than two independent sources make an entry provisional."""
    count = origins_at_most(draft.used)
    if corroborated(draft, options):
        return draft.labelled("fair", f"Up to {count} independent sources: {sources_of(draft)}.")
    return draft.labelled("provisional", f"Fewer than {options.minimum_origins} independent sources.")


POLICY = Policy(
    "ibc",
    "Minimum and maximum of documented civilian deaths",
    _METHODS,
    (
        *BEFORE_ALL,
        Rule("ibc.civilians", civilians_only, "The database holds deaths of civilians.", _METHODS),
        Rule(
            "ibc.documented",
            documented_only,
            "Deaths are documented, not inferred, extrapolated or otherwise estimated.",
            _METHODS,
        ),
        Rule("ibc.range", minimum_and_maximum, "Each incident has a minimum and a maximum of deaths.",
             f"{_VARIABLES}; {_RANGE}"),
        Rule(
            "ibc.unclear-status",
            unclear_status,
            "A range also tells that it is not clear whether somebody killed was a civilian.",
            _UNCLEAR,
            read=False,
        ),
        PERSONS,
        Rule(
            "ibc.two-sources",
            two_sources,
            "Entries rest on two independent sources at least; the few others are tagged provisional.",
            _METHODS,
        ),
    ),
)  # fmt: skip
