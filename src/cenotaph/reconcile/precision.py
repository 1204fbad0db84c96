"""How clear an event is, how exactly dated and placed, in UCDP's scales."""

from collections.abc import Sequence

from cenotaph.reconcile.days import Days, covered, date_precision, days_of
from cenotaph.reconcile.rules import Subject
from cenotaph.reconcile.values import Precision, Statement

# UCDP GED codebook, where_prec: 1 exact, 3 second-level division, 4 first-level division, 5 an area that is none,
# 6 country, 7 sea or air or several countries. 2 (within about 25 km of a known point) is for the words to say.
_WHERE = {"city": 1, "site": 1, "district": 3, "region": 4, "area": 5, "country": 6, "water": 7, "world": 7}
_NEAR = ("near", "outside", "outskirts", "around", "close")
_UNPLACED = 6
_NAMED = 5


def precision_of(subject: Subject, statements: Sequence[Statement]) -> Precision:
    """Of the most exactly dated and placed claims of a figure.

    event_clarity is 1 where the reporting identifies one attack by its day or days and its place, 2 where it sums up.
    """
    days = span_of(statements)
    where = min(map(_where_prec, statements), default=_UNPLACED)
    when = date_precision(days)
    is_clear = subject.scope == "incident" and when <= 2 and where <= 3
    return Precision(1 if is_clear else 2, when, where)


def span_of(statements: Sequence[Statement]) -> Days | None:
    """The days that the most exactly dated claims cover; of running totals from the first to the last day."""
    found = [days for one in statements if (days := covered(one)) is not None]
    if not found:
        return None
    if statements[0].claim.scope == "incident":
        exact = min(days.length for days in found)
        found = [days for days in found if days.length == exact]
    return Days(min(days.first for days in found), max(days.last for days in found))


def _where_prec(one: Statement) -> int:
    if one.claim.place is None:
        return _UNPLACED
    if one.place is None:
        return _NAMED
    exact = _WHERE.get(one.place.kind, _NAMED)
    is_near = exact == 1 and any(word in one.claim.place.casefold().split() for word in _NEAR)
    return 2 if is_near else exact


def until_of(statements: Sequence[Statement]) -> str | None:
    """The last day up to which a figure counts, by its claims, else by their reports."""
    stated = [days for one in statements if (days := days_of(one.claim.until)) is not None]
    found = stated or [days for one in statements if (days := days_of(one.published)) is not None]
    return max(days.last for days in found).isoformat() if found else None
