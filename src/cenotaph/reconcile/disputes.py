"""Disputes: claimants whose figures on the same people, harm, scope and time cannot all hold, side by side."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import combinations

from msgspec import Struct
from msgspec.structs import replace

from cenotaph.reconcile.bounds import Bounds, bounds_of, can_both_hold, has_number, said, shown
from cenotaph.reconcile.days import as_of, is_later
from cenotaph.reconcile.rules import Subject
from cenotaph.reconcile.subjects import by_subject
from cenotaph.reconcile.values import Dispute, Incident, Position, Statement


class _Stand(Struct, frozen=True):
    """The latest figure of a claimant, and all the claims that give it."""

    statement: Statement
    claims: tuple[str, ...]


def disputes(statements: Sequence[Statement], incidents: Iterable[Incident] = ()) -> tuple[Dispute, ...]:
    """One dispute for each subject on which claimants contradict each other, those with most claimants first.

    Figures that say neither whose people nor where, and belong to no attack, may be of different wars, and contradict nothing.
    """
    known = [one for one in statements if has_number(one.claim) and one.claim.stance != "denied"]
    subjects = by_subject(known, incidents).items()
    found = [_dispute(subject, members) for subject, members in subjects if _is_of_somebody(subject)]
    return tuple(
        sorted((one for one in found if one is not None), key=lambda one: (-len(one.positions), one.id))
    )


def _is_of_somebody(subject: Subject) -> bool:
    return any(one is not None for one in (subject.side, subject.place_key, subject.incident))


def _dispute(subject: Subject, statements: Sequence[Statement]) -> Dispute | None:
    stands = _stands(statements)
    clashes = [
        (one, two) for one, two in combinations(stands, 2) if _contradict(one.statement, two.statement)
    ]
    if not clashes:
        return None
    against: dict[str, list[str]] = defaultdict(list)
    for one, two in clashes:
        against[one.statement.claimant.key].append(two.statement.claimant.name)
        against[two.statement.claimant.key].append(one.statement.claimant.name)
    positions = [_position(stand, tuple(against[stand.statement.claimant.key])) for stand in stands]
    dates = [position.date for position in positions if position.date is not None]
    words = "\0".join(["dispute", *map(str, (subject.side, subject.role, subject.harm, subject.scope, subject.place_key,
                                              subject.part, subject.incident, subject.start))])  # fmt: skip
    return Dispute(
        id=sha256(words.encode()).hexdigest()[:16],
        side=subject.side,
        role=subject.role,
        harm=subject.harm,
        scope=subject.scope,
        place=subject.place,
        from_=min(dates, default=None),
        until=max(dates, default=None),
        positions=tuple(
            sorted(positions, key=lambda one: -(one.low if one.low is not None else one.high or 0))
        ),
        why=_why(*_furthest(clashes)),
    )


def _stands(statements: Sequence[Statement]) -> list[_Stand]:
    """Each claimant's latest figure. Several that no date tells apart span one position from the lowest to the highest."""
    own: dict[str, list[Statement]] = defaultdict(list)
    for one in statements:
        own[one.claimant.key].append(one)
    return [_stand(members) for members in own.values()]


def _stand(statements: Sequence[Statement]) -> _Stand:
    latest = _latest(statements)
    ids = tuple(one.claim.id for one in latest)
    first = latest[0]
    lows = [one.claim.low for one in latest if one.claim.low is not None]
    highs = [one.claim.high for one in latest]
    low = min(lows, default=None)
    high = None if any(one is None for one in highs) else max(filter(None, highs), default=None)
    if all(one.claim.approx for one in latest):
        return _Stand(first if len(latest) == 1 else _spanning(first, low, high), ids)
    return _Stand(_spanning(first, low, high), ids)


def _latest(statements: Sequence[Statement]) -> list[Statement]:
    """Those that no date proves to be older than another; of running totals without a date the highest, since they rise."""
    found = [one for one in statements if not any(is_later(other, one) for other in statements)]
    if found[0].claim.scope != "cumulative" or any(as_of(one) for one in found):
        return found
    top = max(one.claim.low or one.claim.high or 0 for one in found)
    return [one for one in found if (one.claim.low or one.claim.high or 0) == top]


def _spanning(first: Statement, low: int | None, high: int | None) -> Statement:
    return replace(first, claim=replace(first.claim, low=low, high=high))


def _contradict(one: Statement, two: Statement) -> bool:
    """Whether two claimants' figures cannot both hold. A running total only rises: a higher one that was given later
    contradicts nothing."""
    mine, theirs = bounds_of(one.claim), bounds_of(two.claim)
    if can_both_hold(mine, theirs):
        return False
    lower, higher = (one, two) if _is_below(mine, theirs) else (two, one)
    return one.claim.scope != "cumulative" or not _is_older(lower, higher)


def _is_older(lower: Statement, higher: Statement) -> bool:
    return as_of(lower) is not None and as_of(higher) is not None and is_later(higher, lower)


def _is_below(mine: Bounds, theirs: Bounds) -> bool:
    return mine[1] is not None and theirs[0] is not None and mine[1] < theirs[0]


def _position(stand: _Stand, against: tuple[str, ...]) -> Position:
    claim = stand.statement.claim
    days = as_of(stand.statement)
    return Position(
        stand.statement.claimant,
        claim.low,
        claim.high,
        days.last.isoformat() if days else None,
        stand.claims,
        tuple(dict.fromkeys(against)),
    )


def _furthest(clashes: Sequence[tuple[_Stand, _Stand]]) -> tuple[Statement, Statement]:
    """The two that are furthest apart."""

    def gap(pair: tuple[_Stand, _Stand]) -> float:
        lows = [one.statement.claim.low or one.statement.claim.high or 0 for one in pair]
        return max(lows) / max(min(lows), 1)

    one, two = max(clashes, key=gap)
    return one.statement, two.statement


def _why(one: Statement, two: Statement) -> str:
    low, high = sorted((one, two), key=lambda each: each.claim.low or each.claim.high or 0)
    undated = (
        ""
        if as_of(low) and as_of(high)
        else " Not both are dated, so they are held against each other as they are."
    )
    return (
        f"{low.claimant.opening} says {said(low.claim)} and {high.claimant.name} "
        f"{shown((high.claim.low, high.claim.high), approx=high.claim.approx)}, which cannot both hold.{undated}"
    )
