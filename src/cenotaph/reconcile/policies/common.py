"""Rules that all policies share: what is no figure, what is told twice, what was revised."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from cenotaph.reconcile.bounds import Bounds, can_both_hold, has_number, said
from cenotaph.reconcile.days import as_of, is_later
from cenotaph.reconcile.origins import listed, origins_at_most
from cenotaph.reconcile.rules import Draft, Options, Rule
from cenotaph.reconcile.values import Statement

STANDARDS = "Every Casualty Counts, Standards for Casualty Recording (2016), p. 25"
_CORROBORATION = "https://everycasualty.org/knowledge-base/corroboration-in-casualty-recording/"
_DISAGREEMENT = "https://everycasualty.org/knowledge-base/how-do-casualty-recorders-deal-with-disagreement-between-sources/"


def without_denied(draft: Draft, options: Options) -> Draft:
    """A figure that its source denies is not the source's figure."""
    gone = [one for one in draft.used if one.claim.stance == "denied"]
    return draft.leaving(gone, lambda one: f"{one.claimant.opening} denies this figure.")


def without_numberless(draft: Draft, options: Options) -> Draft:
    """A claim that gives no bound ("many") says that there were victims, not how many."""
    gone = [one for one in draft.used if not has_number(one.claim)]
    return draft.leaving(gone, lambda one: f"“{one.claim.quantity_text}” gives no number.")


def one_a_testimony(draft: Draft, options: Options) -> Draft:
    """Claims of one testimony are one claim: the first one read stands, the others retell it."""
    first: dict[str, Statement] = {}
    for one in draft.used:
        first.setdefault(one.testimony, one)
    gone = [one for one in draft.used if first[one.testimony] is not one]
    return draft.leaving(gone, lambda one: _retells(one, first[one.testimony]))


def without_revised(draft: Draft, options: Options) -> Draft:
    """Of one claimant's figures only the latest stands, as far as dates prove which one that is."""
    by_claimant: dict[str, list[Statement]] = defaultdict(list)
    for one in draft.used:
        if not _is_named(one):
            by_claimant[one.claimant.key].append(one)
    revised = {
        one.claim.id: (one, newest)
        for own in by_claimant.values()
        for newest in [_newest(own)]
        for one in own
        if is_later(newest, one)
    }
    gone = [one for one, _ in revised.values()]
    return draft.leaving(gone, lambda one: _revised(*revised[one.claim.id]))


def _newest(statements: Sequence[Statement]) -> Statement:
    newest = statements[0]
    for one in statements[1:]:
        if not is_later(newest, one) and (is_later(one, newest) or as_of(newest) is None):
            newest = one
    return newest


def _revised(one: Statement, by: Statement) -> str:
    days = as_of(by)
    when = f" on {days.last.isoformat()}" if days else ""
    return f"{one.claimant.opening} revised it{when} to {said(by.claim)} ({by.claim.id[:8]})."


def _retells(one: Statement, first: Statement) -> str:
    where = "the same report" if one.claim.report == first.claim.report else f"report {first.claim.report}"
    changed = "" if said(one.claim) == said(first.claim) else f", there as {said(first.claim)}"
    return f"It retells what {one.claimant.name} says in {where}{changed} ({first.claim.id[:8]})."


def without_single_names(draft: Draft, options: Options) -> Draft:
    """Where a report names one of the dead and another counts more, the name is no count of all of them."""
    named = [one for one in draft.used if _is_named(one)]
    most = max((one.claim.low or 0 for one in draft.used if not one.claim.names), default=0)
    gone = [one for one in named if (one.claim.high or 0) < most]
    return draft.leaving(gone, lambda one: f"It names {listed(one.claim.names)}, and counts nobody else.")


def as_many_as_named(draft: Draft, options: Options) -> Draft:
    """Several names are several people: no figure is lower than the number of different persons named."""
    persons = len(_persons(name for one in draft.used if _is_named(one) for name in one.claim.names))
    if draft.low is None or persons <= draft.low:
        return draft
    best = draft.best if draft.best is None else max(draft.best, persons)
    high = draft.high if draft.high is None else max(draft.high, persons)
    best = persons if high == persons else best
    return draft.bounded(persons, best, high, f"{persons} different persons are named.")


def _is_named(one: Statement) -> bool:
    """Whether the claim's number is that of the people it names."""
    return bool(one.claim.names) and one.claim.low == one.claim.high == len(one.claim.names)


def _persons(names: Iterable[str]) -> list[frozenset[str]]:
    """The different persons: names that share their words, all of them on one side, are one ("Sych", "Olena Sych")."""
    found: list[frozenset[str]] = []
    for words in sorted((frozenset(name.casefold().split()) for name in names), key=lambda one: -len(one)):
        if not any(words <= known for known in found):
            found.append(words)
    return found


DENIED = Rule(
    "common.denied",
    without_denied,
    "Crosschecking may end in rejecting a piece of information.",
    f"{STANDARDS}; {_CORROBORATION}",
)
NUMBERLESS = Rule(
    "common.numberless",
    without_numberless,
    "The number killed is the least that a record must hold.",
    "Every Casualty Counts, What data should casualty recorders collect; "
    "https://everycasualty.org/knowledge-base/what-data-should-casualty-recorders-collect/",
)
ECHO = Rule(
    "common.echo",
    one_a_testimony,
    "Sources corroborate each other where they are independent: three outlets, three authors, three primary sources.",
    f"{STANDARDS}; {_CORROBORATION}",
)
REVISED = Rule(
    "common.revised",
    without_revised,
    "Records are live: what becomes known later replaces what was known first, upward or downward.",
    "ACLED, FAQ on fatalities (2024); Airwars, methodology note on Gaza (October 2023), Dataset overview; "
    "https://airwars.org/language/english/",
)

NAMED = Rule(
    "common.named",
    without_single_names,
    "Some reports name victims and others count them; each person killed is recorded once.",
    "Iraq Body Count, Methods, 3 Data extraction; https://www.iraqbodycount.org/about/methods/3",
)
PERSONS = Rule(
    "common.persons",
    as_many_as_named,
    "Each person named is a record of one person, under all spellings of the name.",
    "Iraq Body Count, Methods, 3 Data extraction; https://www.iraqbodycount.org/about/methods/3",
)

BEFORE_ALL = (DENIED, NUMBERLESS, ECHO, REVISED, NAMED)
"""The rules with which every policy begins."""


def disagreement(draft: Draft) -> tuple[Statement, Statement] | None:
    """Two statements whose bounds cannot both hold, the lowest and the highest of them."""
    if len(draft.used) < 2:
        return None
    low = min(draft.used, key=lambda one: _top(_bounds(one)))
    high = max(draft.used, key=lambda one: _floor(_bounds(one)))
    return None if can_both_hold(_bounds(low), _bounds(high)) else (low, high)


def _bounds(one: Statement) -> Bounds:
    return one.claim.low, one.claim.high


def _top(bounds: Bounds) -> float:
    return float("inf") if bounds[1] is None else bounds[1]


def _floor(bounds: Bounds) -> float:
    return 0.0 if bounds[0] is None else bounds[0]


def corroborated(draft: Draft, options: Options) -> bool:
    """Whether enough origins stand behind the figure that can be independent of each other."""
    return origins_at_most(draft.used) >= options.minimum_origins


def sources_of(draft: Draft) -> str:
    """Who stands behind the statements used, for a sentence."""
    return listed(one.claimant.name for one in draft.used)


def is_meant(one: Statement, names: tuple[str, ...]) -> int | None:
    """The place of the statement's source in a list of names and kinds, None where it is not in it."""
    own = {one.claimant.name.casefold(), one.claimant.kind.casefold(), (one.outlet or "").casefold()}
    own |= {source.casefold() for source in one.claim.sources}
    return next((at for at, name in enumerate(names) if name.casefold() in own), None)
