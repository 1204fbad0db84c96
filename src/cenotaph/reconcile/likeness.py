"""How like two claims are as claims on one attack: features that each give points and words.

What two claims contradict each other in (another day, another place) rules it out. A sub-count goes where its whole is.
"""

from collections.abc import Callable, Sequence
from math import cos, hypot, radians
from typing import NamedTuple

from msgspec import Struct

from cenotaph.judging import Pairs
from cenotaph.reconcile.bounds import bounds_of, can_both_hold
from cenotaph.reconcile.days import covered, happened
from cenotaph.reconcile.values import Statement

ENOUGH = 5.0
"""Points: one town and one day are enough, one town and about the time only with a number that agrees."""

TIE = 0.5
"""Points: incidents that fit a claim as closely as this cannot be told apart."""

_SURE = 10.0
_NEAR_KM = 15.0
_KM_OF_A_DEGREE = 111.2
SMALL = ("city", "site", "district")


class Likeness(Struct, frozen=True):
    """How well a claim fits an incident: the claim there that it is most like, the points, a sentence."""

    to: str
    points: float
    why: str

    @property
    def score(self) -> float:
        """The points as a number from 0 to 1."""
        return max(0.0, min(self.points / _SURE, 1.0))


class Feature(NamedTuple):
    """What two claims agree in: points for it and words for the sentence; `clash` where they contradict each other."""

    points: float
    words: str = ""
    clash: bool = False


_NOTHING = Feature(0.0)
_CLASH = Feature(0.0, clash=True)


def likeness(statement: Statement, members: Sequence[Statement], pairs: Pairs) -> Likeness:
    """How well a claim fits the incident that `members` tell of. It must contradict none of them in place or time."""
    found = [(_compare(statement, member, pairs), member) for member in members]
    judged = next((pair for pair in found if pair[0].clash and pair[0].words), None)
    if judged is not None:
        return Likeness(judged[1].claim.id, 0.0, judged[0].words)
    fitting = [pair for pair in found if not pair[0].clash]
    if not fitting:
        return Likeness(members[0].claim.id, 0.0, "It tells of another place or another day.")
    feature, member = max(fitting, key=lambda pair: pair[0].points)
    clashing = len(found) - len(fitting)
    points = feature.points if clashing <= len(fitting) or feature.points >= _SURE else 0.0
    return Likeness(member.claim.id, points, f"Like “{member.claim.quantity_text}”: {feature.words}.")


def _compare(one: Statement, two: Statement, pairs: Pairs) -> Feature:
    both = frozenset((one.claim.id, two.claim.id))
    if both in pairs.apart:
        return Feature(0.0, "A person judged that these are two incidents", clash=True)
    if both in pairs.together:
        return Feature(10 * _SURE, "a person judged that these are one incident")
    if one.claim.part_of == two.claim.id or two.claim.part_of == one.claim.id:
        return Feature(2 * _SURE, "one is a part of the other")
    features: list[Feature] = []
    for feature in _FEATURES:
        found = feature(one, two)
        if found.clash:
            return _CLASH
        features.append(found)
    words = ", ".join(feature.words for feature in features if feature.words)
    return Feature(sum(feature.points for feature in features), words)


def _time(one: Statement, two: Statement) -> Feature:
    mine, theirs = happened(one), happened(two)
    if mine is None or theirs is None:
        return _NOTHING
    if mine.length == theirs.length == 1 and covered(one) and covered(two):
        apart = abs((mine.first - theirs.first).days)
        if apart == 0:
            return Feature(2.0, f"both on {mine.first.isoformat()}")
        return Feature(0.0, "a day apart") if apart == 1 else _CLASH
    return Feature(0.5, "about the same time") if mine.meets(theirs) else Feature(0.0, clash=True)


def _place(one: Statement, two: Statement) -> Feature:
    mine, theirs = _key(one), _key(two)
    if mine is None or theirs is None or _is_wide(one) or _is_wide(two):
        return _NOTHING
    if mine == theirs:
        return _in_one_town(one, two)
    if mine in two.within or theirs in one.within:
        outer, inner = (one, two) if mine in two.within else (two, one)
        small = outer.place is not None and outer.place.kind in SMALL
        return Feature(3.5 if small else 2.0, f"{inner.claim.place} lies in {outer.claim.place}")
    away = _kilometres(one, two)
    if away is not None and away <= _NEAR_KM:
        return Feature(2.5, f"{one.claim.place} lies {away:.0f} km from {two.claim.place}")
    return Feature(0.0, clash=True)


def _in_one_town(one: Statement, two: Statement) -> Feature:
    """Two spots of a town are two places; a spot lies in the town that the other claim names."""
    spots = {one.claim.spot, two.claim.spot}
    if len(spots) == 1:
        return Feature(4.0, f"both in {one.claim.place}")
    if None not in spots:
        return Feature(0.0, clash=True)
    inner, outer = (one, two) if one.claim.spot else (two, one)
    return Feature(3.5, f"{inner.claim.place} lies in {outer.claim.place}")


def _number(one: Statement, two: Statement) -> Feature:
    if one.claim.harm != two.claim.harm:
        return _NOTHING
    mine, theirs = bounds_of(one.claim), bounds_of(two.claim)
    if (one.claim.low, one.claim.high) == (two.claim.low, two.claim.high) and one.claim.low is not None:
        return Feature(2.0 if one.claim.low > 1 else 1.0, f"both say {one.claim.quantity_text}")
    return Feature(0.5, "their numbers can both hold") if can_both_hold(mine, theirs) else _NOTHING


def _names(one: Statement, two: Statement) -> Feature:
    mine = {name.casefold() for name in one.claim.names}
    shared = [name for name in two.claim.names if name.casefold() in mine]
    return Feature(5.0, f"both name {shared[0]}") if shared else _NOTHING


def _testimony(one: Statement, two: Statement) -> Feature:
    return Feature(5.0, "both retell one testimony") if one.testimony == two.testimony else _NOTHING


def _victims(one: Statement, two: Statement) -> Feature:
    if one.claim.side is not None and one.claim.side == two.claim.side:
        return Feature(0.5, f"both of {one.claim.side}'s people")
    return _NOTHING


def _attacker(one: Statement, two: Statement) -> Feature:
    shared = set(one.blamed) & set(two.blamed)
    return Feature(0.5, f"both blame {min(shared)}") if shared else _NOTHING


def _report(one: Statement, two: Statement) -> Feature:
    """Claims of one sentence tell of one attack, unless place or time says otherwise."""
    if one.claim.report != two.claim.report or one.claim.sentence is None:
        return _NOTHING
    return Feature(5.0, "both in one sentence") if one.claim.sentence == two.claim.sentence else Feature(0.5)


# What mostly rules a claim out comes first.
_FEATURES: tuple[Callable[[Statement, Statement], Feature], ...] = (
    _time,
    _place,
    _number,
    _names,
    _testimony,
    _victims,
    _attacker,
    _report,
)


def _key(statement: Statement) -> str | None:
    claim = statement.claim
    return claim.where


def _is_wide(statement: Statement) -> bool:
    """Whether the place says too little to tell two attacks apart: a country, a sea, a part of the world."""
    return statement.place is not None and statement.place.kind in ("country", "water", "world")


def _kilometres(one: Statement, two: Statement) -> float | None:
    """How far two towns are apart; on the flat, which is near enough for neighbours."""
    if one.place is None or two.place is None or one.place.kind not in SMALL or two.place.kind not in SMALL:
        return None
    north = one.place.lat - two.place.lat
    east = (one.place.lon - two.place.lon) * cos(radians(one.place.lat))
    return hypot(north, east) * _KM_OF_A_DEGREE
