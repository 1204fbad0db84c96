"""`ucdp`: low, best and high from reliable sources, deaths alone, side by side.

Uppsala Conflict Data Program: Definitions (best, low and high estimate), and the codebook of the Georeferenced Event
Dataset. The rules on best, low and high were not at hand word for word; the variables were, in packages that document
them (mcgirjau/ucdp, R/GED.R).
"""

from cenotaph.reconcile.bounds import highest, lowest, said
from cenotaph.reconcile.policies.common import BEFORE_ALL, PERSONS, is_meant
from cenotaph.reconcile.policies.range_ import label_by_agreement
from cenotaph.reconcile.rules import Draft, Options, Policy, Rule
from cenotaph.reconcile.values import Statement

_DEFINITIONS = "UCDP, Definitions; https://www.uu.se/en/department/peace-and-conflict-research/research/ucdp/"
_GED = "UCDP GED codebook 20.1, as documented in mcgirjau/ucdp R/GED.R"
_UNIT = (
    "UCDP methodology, Unit of analysis; "
    "https://www.uu.se/en/department/peace-and-conflict-research/research/ucdp/ucdp-methodology"
)


def deaths_only(draft: Draft, options: Options) -> Draft:
    """UCDP counts deaths: neither wounded nor missing, and no bodies that may have been counted when they died."""
    if draft.subject.harm == "killed":
        return draft
    return draft.leaving(draft.used, lambda one: f"UCDP counts deaths, and this counts {one.claim.harm}.")


def reliable_only(draft: Draft, options: Options) -> Draft:
    """Sources that the dossier holds unreliable give no estimate."""
    gone = [one for one in draft.used if is_meant(one, options.unreliable) is not None]
    return draft.leaving(gone, lambda one: f"The dossier holds {one.claimant.name} unreliable.")


def low_and_high(draft: Draft, options: Options) -> Draft:
    """The lowest and the highest reliable estimate. UCDP's numbers are closed: "more than 40" is an estimate of 40."""
    claims = [one.claim for one in draft.used]
    if not claims:
        return draft
    high = highest(claims)
    tops = [top for claim in claims for top in (claim.low, claim.high) if top is not None]
    return draft.bounded(
        lowest(claims),
        None,
        max(tops) if high is None else high,
        "Low and high are the lowest and highest estimate.",
    )


def doubted_in_high(draft: Draft, options: Options) -> Draft:
    """A figure that its reports doubt goes into the high estimate alone."""
    sure = [one for one in draft.used if one.claim.stance != "doubted"]
    doubted = [one for one in draft.used if one.claim.stance == "doubted"]
    if not sure or not doubted:
        return draft
    low = lowest([one.claim for one in sure])
    noted = draft.noting(doubted, "Its report doubts it, so it serves the high estimate alone.")
    return noted.bounded(low, draft.best, draft.high, "Doubted figures count in the high estimate alone.")


def most_reliable(draft: Draft, options: Options) -> Draft:
    """The best estimate is that of the source which the dossier relies on most."""
    ranked = [(rank, one) for one in draft.used if (rank := is_meant(one, options.prefer)) is not None]
    if not ranked:
        return draft
    best = min(ranked, key=lambda pair: (pair[0], pair[1].claim.low or 0))[1]
    number = _single(best)
    return draft.bounded(
        draft.low, number, draft.high, f"Best is what {best.claimant.name} says, on whom the dossier relies."
    )


def lower_figure(draft: Draft, options: Options) -> Draft:
    """Where no source is told to be more reliable, the best estimate is the lower figure."""
    if draft.best is not None:
        return draft
    sure = [one for one in draft.used if one.claim.stance != "doubted"] or list(draft.used)
    numbers = [(number, one) for one in sure if (number := _single(one)) is not None]
    if not numbers:
        return draft
    best, who = min(numbers, key=lambda pair: pair[0])
    why = f"No source is known to be more reliable, so best is the lowest figure: {said(who.claim)} ({who.claimant.name})."
    return draft.bounded(draft.low, best, draft.high, why)


def one_death(draft: Draft, options: Options) -> Draft:
    """An event has at least one death in one of the three estimates."""
    if draft.used and not any((draft.low, draft.best, draft.high)):
        return draft.labelled("discounted", "No estimate has a death, so UCDP has no event.")
    return draft


def _single(one: Statement) -> int | None:
    """The one number that a claim comes to: its lower bound, or its upper one where it has no other."""
    return one.claim.low if one.claim.low is not None else one.claim.high


POLICY = Policy(
    "ucdp",
    "Low, best and high from reliable sources",
    _DEFINITIONS,
    (
        *BEFORE_ALL,
        Rule("ucdp.deaths", deaths_only, "The estimates are of total fatalities.", _GED),
        Rule("ucdp.reliable", reliable_only, "Low and high are the lowest and highest reliable estimate.", _GED),
        Rule("ucdp.low-high", low_and_high, "Low and high are the lowest and highest reliable estimate.", _GED),
        Rule(
            "ucdp.doubted",
            doubted_in_high,
            "What is uncertain may be included in the high estimate.",
            _DEFINITIONS,
            read=False,
        ),
        Rule("ucdp.most-reliable", most_reliable, "Best is the most likely estimate: that of the most reliable source.",
             f"{_GED}; {_DEFINITIONS}"),
        Rule(
            "ucdp.lower-figure",
            lower_figure,
            "Where sources cannot be told apart by reliability, the lower figure is taken.",
            _DEFINITIONS,
            read=False,
        ),
        PERSONS,
        Rule("ucdp.agreement", label_by_agreement, "An event is clear where its reporting identifies it fully.", _GED),
        Rule("ucdp.one-death", one_death, "An event has at least one direct death in best, low or high.", _UNIT),
    ),
)  # fmt: skip
