"""The same claim in other words: two reports that give one number for one harm to the same people.

Small and round numbers fall on many things, so a number alone never makes a link: the more reports of the ledger carry
it, the more else must agree. Whatever the two claims contradict each other in rules the link out.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from math import log
from typing import NamedTuple

from cenotaph.model import Claim, Span
from cenotaph.trace.echo import Echo, score_of

ClaimRows = Iterable[tuple[str, Sequence[Claim]]]

_HARMS = {"bodies": "killed"}
_ENOUGH = 6.0
_MAX_REPORTS = 50
_SMALL = 10


class _Feature(NamedTuple):
    """What two claims agree in: points for it and words for the sentence; `clash` where they contradict each other."""

    points: float
    words: str
    clash: bool = False


def claim_echoes(rows: ClaimRows) -> tuple[Echo, ...]:
    """Echoes of kind "claim" among the claims of reports, given as (report id, claims) in the order of arrival."""
    groups: dict[tuple[int, str], dict[str, list[Claim]]] = defaultdict(dict)
    for report, claims in rows:
        for claim in claims:
            if (number := _number(claim)) is not None:
                groups[number, _HARMS.get(claim.harm, claim.harm)].setdefault(report, []).append(claim)
    return tuple(
        echo for group in groups.values() if 1 < len(group) <= _MAX_REPORTS for echo in _within(group)
    )


def _within(group: dict[str, list[Claim]]) -> Iterator[Echo]:
    for (a, a_claims), (b, b_claims) in combinations(group.items(), 2):
        found = (_compare(a, b, one, two, len(group)) for one in a_claims for two in b_claims)
        best = max((echo for echo in found if echo), key=lambda echo: echo.score, default=None)
        if best:
            yield best


def _compare(a: str, b: str, one: Claim, two: Claim, reports: int) -> Echo | None:
    features = [_rarity(one, reports), *(feature(one, two) for feature in _FEATURES)]
    points = sum(feature.points for feature in features)
    if points < _ENOUGH or any(feature.clash for feature in features):
        return None
    why = f"Both say {_number(one)} {_HARMS.get(one.harm, one.harm)}; "
    why += ", ".join(feature.words for feature in features if feature.words) + "."
    score = score_of(points / _ENOUGH)
    return Echo(a, b, "same-origin", "claim", _span(one), _span(two), score, why)


def _number(claim: Claim) -> int | None:
    return claim.low if claim.low is not None else claim.high


def _span(claim: Claim) -> Span:
    return claim.sentence or Span(claim.start, claim.end)


def _rarity(claim: Claim, reports: int) -> _Feature:
    """Points for the number itself: for its size and its figures other than end zeros, less for each report that has it."""
    number = _number(claim) or 0
    if number < _SMALL or not any(figure.isdigit() for figure in claim.quantity_text):
        return _Feature(0.0, "a number that many claims share")
    figures = len(str(number).rstrip("0"))
    return _Feature(
        min(1.3 * figures, log(number) / 2) - log(reports / 2) / 2,
        f"a number with {figures} figures before its zeros",
    )


def _same_side(one: Claim, two: Claim) -> _Feature:
    return _agreement(one.side, two.side, 1.5, "the same side's people")


def _same_role(one: Claim, two: Claim) -> _Feature:
    known = [None if claim.role in ("unknown", "mixed") else claim.role for claim in (one, two)]
    return _agreement(known[0], known[1], 0.5, "")


def _same_place(one: Claim, two: Claim) -> _Feature:
    places = [claim.place_key or (claim.place.casefold() if claim.place else None) for claim in (one, two)]
    if None not in places and places[0] == places[1]:
        return _Feature(2.0, "the same place")
    return _Feature(0.0 if None in places else -2.0, "")


def _same_scope(one: Claim, two: Claim) -> _Feature:
    return _Feature(0.5, "") if one.scope == two.scope else _Feature(-1.0, "")


def _same_date(one: Claim, two: Claim) -> _Feature:
    dates = [claim.until if claim.until and "X" not in claim.until else None for claim in (one, two)]
    if one.scope == two.scope == "incident":
        return _agreement(dates[0], dates[1], 2.0, "the same date")
    return _Feature(1.0, "the same date") if dates[0] and dates[0] == dates[1] else _Feature(0.0, "")


def _same_source(one: Claim, two: Claim) -> _Feature:
    shared = {name.casefold() for name in one.sources} & {name.casefold() for name in two.sources}
    return _Feature(2.0, f"both on the word of {min(shared)}") if shared else _Feature(0.0, "")


def _same_names(one: Claim, two: Claim) -> _Feature:
    if shared := set(one.names) & set(two.names):
        return _Feature(6.0, f"both name {min(shared)}")
    return _Feature(0.0, "", bool(one.names and two.names))


def _agreement(one: str | None, two: str | None, points: float, words: str) -> _Feature:
    if one is None or two is None:
        return _Feature(0.0, "")
    return _Feature(points, words) if one == two else _Feature(0.0, "", clash=True)


_FEATURES: tuple[Callable[[Claim, Claim], _Feature], ...] = (
    _same_side,
    _same_role,
    _same_place,
    _same_scope,
    _same_date,
    _same_source,
    _same_names,
)
