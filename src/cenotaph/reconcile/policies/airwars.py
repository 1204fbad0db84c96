"""`airwars`: a minimum and a maximum, a grade from who says so and who is blamed, and what a belligerent concedes.

Grades in the wording of the site's own code (rctngle/airwars-archive-2025, theme/functions/dictionary.php) and the
method: https://airwars.org/about/methodology
"""

from collections.abc import Sequence

from msgspec.structs import replace

from cenotaph.reconcile.bounds import highest, lowest, shown
from cenotaph.reconcile.origins import listed, origins_at_most
from cenotaph.reconcile.policies.common import BEFORE_ALL, PERSONS, corroborated, is_meant, sources_of
from cenotaph.reconcile.rules import Draft, Options, Policy, Rule
from cenotaph.reconcile.values import Statement

_METHOD = "Airwars, Methodology; https://airwars.org/about/methodology"
_GRADES = "Airwars, grades of civilian harm, in rctngle/airwars-archive-2025, theme/functions/dictionary.php"
_CONCEDED = "Airwars, fields deaths_conceded_min and _max, in rctngle/airwars-archive-2025, theme/functions2/data-exporter.php"
_OF_A_SIDE = ("party", "military", "official")


def credible_only(draft: Draft, options: Options) -> Draft:
    """Sources that the dossier holds not to be credible are left out."""
    gone = [one for one in draft.used if is_meant(one, options.unreliable) is not None]
    return draft.leaving(gone, lambda one: f"The dossier does not hold {one.claimant.name} credible.")


def conceded(draft: Draft, options: Options) -> Draft:
    """What the belligerent that is blamed admits is a range of its own."""
    own = _admissions(draft)
    if not own:
        return draft
    others = [one for one in draft.used if one not in own]
    bounds = _range(own)
    why = f"{own[0].claimant.opening} is blamed for the attack; its admission of {shown(bounds)} stands beside the range."
    apart = draft.leaving(
        own if others else (), lambda one: "It is the admission of the side blamed, a range of its own."
    )
    return _with_conceded(apart, bounds, why)


def minimum_and_maximum(draft: Draft, options: Options) -> Draft:
    """The lowest and the highest number that sources report; one number where they agree."""
    if not draft.used:
        return draft
    low, high = _range(draft.used)
    best = low if low == high else None
    return draft.bounded(low, best, high, f"Minimum and maximum over the sources: {shown((low, high))}.")


def weak(draft: Draft, options: Options) -> Draft:
    """A claim of one source, or of several that name nobody who attacked."""
    return draft.labelled("weak", f"{sources_of(draft) or 'Nobody'} alone, or nobody said to have attacked.")


def fair(draft: Draft, options: Options) -> Draft:
    """Two credible sources at least, and a belligerent that is said to have attacked."""
    if not corroborated(draft, options) or not _blamed(draft):
        return draft
    count = origins_at_most(draft.used)
    return draft.labelled(
        "fair", f"Up to {count} independent sources, and {listed(_blamed(draft))} is said to have attacked."
    )


def contested(draft: Draft, options: Options) -> Draft:
    """Several belligerents are blamed."""
    if len(_blamed(draft)) < 2:
        return draft
    return draft.labelled("contested", f"{listed(_blamed(draft))} are each blamed for the attack.")


def confirmed(draft: Draft, options: Options) -> Draft:
    """The belligerent that is blamed accepts that it harmed civilians."""
    if draft.conceded is None and not _admissions(draft):
        return draft
    return draft.labelled(
        "confirmed", "The side that is blamed accepts responsibility for harm to civilians."
    )


def discounted(draft: Draft, options: Options) -> Draft:
    """Those killed were combatants."""
    if draft.subject.role != "combatants":
        return draft
    return draft.labelled("discounted", "Those harmed were combatants, and Airwars records civilians.")


def _admissions(draft: Draft) -> list[Statement]:
    """The statements of a side that is blamed for the attack, on people who are not its own."""
    blamed = _blamed(draft)
    return [
        one
        for one in draft.used
        if one.claimant.side in blamed
        and one.claimant.kind in _OF_A_SIDE
        and one.claimant.side != one.claim.side
        and one.claim.role != "combatants"
    ]


def _blamed(draft: Draft) -> list[str]:
    return list(dict.fromkeys(side for one in draft.used for side in one.blamed))


def _range(statements: Sequence[Statement]) -> tuple[int | None, int | None]:
    """Airwars' numbers are closed: "more than 40" is a maximum of 40 until somebody says more."""
    claims = [one.claim for one in statements]
    tops = [top for claim in claims for top in (claim.low, claim.high) if top is not None]
    high = highest(claims)
    return lowest(claims), max(tops, default=None) if high is None else high


def _with_conceded(draft: Draft, bounds: tuple[int | None, int | None], why: str) -> Draft:
    return replace(draft, conceded=bounds, why=(*draft.why, why))


POLICY = Policy(
    "airwars",
    "Minimum and maximum with a grade",
    _METHOD,
    (
        *BEFORE_ALL,
        Rule("airwars.credible", credible_only, "Claims of credible reporting organisations are assessed.", _METHOD),
        Rule("airwars.conceded", conceded, "What a belligerent concedes is kept as a range of its own.", _CONCEDED),
        Rule("airwars.range", minimum_and_maximum, "Killed and injured have a minimum and a maximum, shown as one number "
             "where they are the same.", "Airwars, theme/functions/civcas.php, in rctngle/airwars-archive-2025"),
        PERSONS,
        Rule("airwars.weak", weak, "Weak: a claim of a single source.", _GRADES),
        Rule("airwars.fair", fair, "Fair: two or more credible sources, with actions of a belligerent likely or confirmed "
             "nearby.", _GRADES),
        Rule("airwars.contested", contested, "Contested: competing claims of responsibility.", _GRADES),
        Rule("airwars.confirmed", confirmed, "Confirmed: a belligerent accepts responsibility for civilian harm.", _GRADES),
        Rule("airwars.discounted", discounted, "Discounted: those killed were combatants.", _GRADES),
    ),
    headline=frozenset(("fair", "confirmed")),
)  # fmt: skip
