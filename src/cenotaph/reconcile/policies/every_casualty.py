"""`every-casualty`: one of the five treatments of disagreement that the Standards for Casualty Recording allow.

Every Casualty Counts, Standards for Casualty Recording (2016), p. 25. The dossier chooses with `treatment`.
"""

from cenotaph.reconcile.bounds import highest, lowest, said, shown
from cenotaph.reconcile.origins import origins_at_most
from cenotaph.reconcile.policies.common import (
    BEFORE_ALL,
    PERSONS,
    STANDARDS,
    corroborated,
    disagreement,
    is_meant,
    sources_of,
)
from cenotaph.reconcile.rules import Draft, Options, Policy, Rule

_BASE = "https://everycasualty.org/knowledge-base"
_DISAGREEMENT = f"{STANDARDS}; {_BASE}/how-do-casualty-recorders-deal-with-disagreement-between-sources/"
_CORROBORATION = f"{STANDARDS}; {_BASE}/corroboration-in-casualty-recording/"
_INTEGRATIVE = f"The range of sources in casualty recording, pp. 10–11; {_BASE}/casualty-recording-by-central-government/"


def coherent_only(draft: Draft, options: Options) -> Draft:
    """A claim whose own sub-count is larger than its whole contradicts itself."""
    too_large = {
        one.claim.id: part
        for one in draft.used
        for part in draft.parts
        if part.claim.part_of == one.claim.id
        and one.claim.high is not None
        and (part.claim.low or 0) > one.claim.high
    }
    gone = [one for one in draft.used if one.claim.id in too_large]
    return draft.leaving(
        gone,
        lambda one: (
            f"It contradicts itself: a part of the {said(one.claim)} is {said(too_large[one.claim.id].claim)}."
        ),
    )


def no_integrative(draft: Draft, options: Options) -> Draft:
    """A state's total without its incidents cannot be checked, and stands beside figures that can."""
    if draft.subject.scope != "cumulative":
        return draft
    gone = [one for one in draft.used if one.claimant.side is not None]
    if len(gone) == len(draft.used):
        return draft
    return draft.leaving(
        gone,
        lambda one: (
            f"A total of {one.claimant.name} without its incidents cannot be checked against the others."
        ),
    )


def as_range(draft: Draft, options: Options) -> Draft:
    """Lowest to highest; also where sources agree, whatever the treatment of disagreement."""
    if not draft.used or (_disagree(draft) and options.treatment != "range"):
        return draft
    claims = [one.claim for one in draft.used]
    low, high = lowest(claims), highest(claims)
    best = low if low == high else None
    return draft.bounded(low, best, high, f"Reported as a range: {shown((low, high))}.")


def prioritised(draft: Draft, options: Options) -> Draft:
    """What the source says that is relied on most."""
    if options.treatment != "prioritise" or not _disagree(draft):
        return draft
    ranks = {one.claim.id: is_meant(one, options.prefer) for one in draft.used}
    known = [rank for rank in ranks.values() if rank is not None]
    if not known:
        return draft.labelled("provisional", "Sources disagree, and the dossier prefers none of them.")
    chosen = [one for one in draft.used if ranks[one.claim.id] == min(known)]
    name = chosen[0].claimant.name
    rest = [one for one in draft.used if one not in chosen]
    claims = [one.claim for one in chosen]
    low, high = lowest(claims), highest(claims)
    kept = draft.leaving(rest, lambda one: f"It disagrees with {name}, on whom the dossier relies more.")
    return kept.bounded(
        low, low if low == high else None, high, f"Sources disagree; {name} is relied on most."
    )


def deferred(draft: Draft, options: Options) -> Draft:
    """No number, and a word that says why."""
    if options.treatment != "defer" or not _disagree(draft):
        return draft
    return draft.bounded(None, None, None, f"Uncorroborated: {_apart(draft)}, so the number is unknown.")


def pending(draft: Draft, options: Options) -> Draft:
    """The case waits for more information, and is not lost sight of."""
    if options.treatment != "pending" or not _disagree(draft):
        return draft
    gone = draft.leaving(draft.used, lambda one: "The case is pending until more is known.")
    return gone.bounded(None, None, None, f"Pending: {_apart(draft)}.")


def dialogue(draft: Draft, options: Options) -> Draft:
    """The sources are to be asked."""
    if options.treatment != "dialogue" or not _disagree(draft):
        return draft
    return draft.bounded(None, None, None, f"To be asked: {sources_of(draft)}, since {_apart(draft)}.")


def crosschecked(draft: Draft, options: Options) -> Draft:
    """Confirmed by independent sources that agree, contested where they do not, else uncorroborated."""
    if _disagree(draft):
        return draft.labelled("contested", f"No conclusion is possible: {_apart(draft)}.")
    if corroborated(draft, options):
        count = origins_at_most(draft.used)
        return draft.labelled("confirmed", f"Up to {count} independent sources agree: {sources_of(draft)}.")
    return draft.labelled("provisional", f"Uncorroborated: {sources_of(draft) or 'nobody'} alone says so.")


def _disagree(draft: Draft) -> bool:
    return disagreement(draft) is not None


def _apart(draft: Draft) -> str:
    found = disagreement(draft)
    if found is None:
        return "sources agree"
    low, high = found
    return f"{low.claimant.name} says {said(low.claim)} and {high.claimant.name} {said(high.claim)}"


POLICY = Policy(
    "every-casualty",
    "One of the five treatments of disagreement of the Standards",
    _DISAGREEMENT,
    (
        *BEFORE_ALL,
        Rule("every-casualty.coherence", coherent_only, "Information must first be free of contradictions in itself.",
             _CORROBORATION),
        Rule("every-casualty.integrative", no_integrative, "Totals without a breakdown by incident cannot be checked "
             "against more detailed data.", _INTEGRATIVE),
        Rule("every-casualty.crosscheck", crosschecked, "Crosschecking against independent sources may confirm, or find "
             "that no conclusion is possible.", _CORROBORATION),
        Rule("every-casualty.range", as_range, "Report the lowest to the highest number.", _DISAGREEMENT),
        PERSONS,
        Rule("every-casualty.prioritise", prioritised, "Report what the most reliable source says.", _DISAGREEMENT),
        Rule("every-casualty.defer", deferred, "Use a category that defers: unknown, unconfirmed, uncorroborated.",
             _DISAGREEMENT),
        Rule("every-casualty.pending", pending, "Keep the case pending until there is more information.", _DISAGREEMENT),
        Rule("every-casualty.dialogue", dialogue, "Speak with the sources.", _DISAGREEMENT),
    ),
)  # fmt: skip
