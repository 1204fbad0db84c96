"""Series: the running totals of one claimant over time; a later one revises an earlier one, a fall is flagged.

Official totals do fall and restart: a ministry that begins at zero with each escalation, two digits that change places
(reported against casualty datasets, e.g. TechForPalestine/palestine-datasets PR 122, ArtemioPadilla/watchboard PR 709).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import sha256

from msgspec.structs import replace

from cenotaph.reconcile.bounds import Bounds, bounds_of, said
from cenotaph.reconcile.days import as_of, days_of
from cenotaph.reconcile.rules import Subject
from cenotaph.reconcile.subjects import by_subject
from cenotaph.reconcile.values import Series, Statement, Step, Turn

_RESTART = 0.1
"""A total that falls below a tenth of the last one has begun anew."""


def series(statements: Sequence[Statement]) -> tuple[Series, ...]:
    """One series for each claimant, people, harm and place, those with most figures first."""
    totals = [
        one
        for one in statements
        if one.claim.scope == "cumulative" and one.claim.stance != "denied" and one.claim.part_of is None
    ]
    found: dict[tuple[Subject, str], list[Statement]] = defaultdict(list)
    for subject, members in by_subject(totals).items():
        for one in members:
            found[subject, one.claimant.key].append(one)
    made = [_series(subject, members) for (subject, _), members in found.items()]
    return tuple(sorted((one for one in made if one.steps), key=lambda one: (-len(one.steps), one.id)))


def _series(subject: Subject, statements: Sequence[Statement]) -> Series:
    claimant = statements[0].claimant
    words = (claimant.key, subject.side, subject.role, subject.harm, subject.place_key, subject.start)
    id_ = sha256("\0".join(["series", *map(str, words)]).encode()).hexdigest()[:16]
    steps: list[Step] = []
    before: Statement | None = None
    for told in _in_time(statements):
        steps.append(_step(told, before, steps[-1].date if steps else None))
        before = told[0]
    return Series(id_, claimant, subject.side, subject.role, subject.harm, subject.place, tuple(steps))


def _in_time(statements: Sequence[Statement]) -> list[list[Statement]]:
    """The figures in the order of time, each with all the claims that give it. Undated ones come first, the lower ones
    before the higher ones, since a running total rises."""
    known = [one for one in statements if one.claim.low is not None or one.claim.high is not None]
    ordered = sorted(
        known,
        key=lambda one: (
            _date(one) or "",
            _figure(one) if _date(one) is None else 0,
            not one.former,
            one.order,
        ),
    )
    told: list[list[Statement]] = []
    for one in ordered:
        if told and _date(told[-1][0]) == _date(one) and _same(told[-1][0], one):
            told[-1].append(one)
        else:
            told.append([one])
    return told


def _step(told: Sequence[Statement], before: Statement | None, before_date: str | None) -> Step:
    one = told[0]
    turn = _turn(one, before)
    date = _date(one)
    ids = tuple(each.claim.id for each in told)
    why = _why(one, before, turn) + (
        "" if date else " No report dates it, so it stands where its size puts it."
    )
    return Step(ids, date, one.claim.low, one.claim.high, turn, why)


def _turn(one: Statement, before: Statement | None) -> Turn:
    if before is None:
        return "first"
    mine, theirs = bounds_of(one.claim), bounds_of(before.claim)
    if _same(one, before):
        return "same"
    if _below(mine, theirs):
        return "restart" if _restarts(one, before) else "fall"
    return "rise" if _figure(one) > _figure(before) else "same"


def _below(mine: Bounds, theirs: Bounds) -> bool:
    """Whether the figure cannot be as high as the one before."""
    return mine[1] is not None and theirs[0] is not None and mine[1] < theirs[0]


def _restarts(one: Statement, before: Statement) -> bool:
    """Whether the total counts from a later day than the one before, or is next to nothing beside it."""
    start, last = days_of(one.claim.from_), as_of(before)
    counts_anew = start is not None and last is not None and start.first >= last.first
    return counts_anew or _figure(one) <= _RESTART * _figure(before)


def _why(one: Statement, before: Statement | None, turn: Turn) -> str:
    now = said(one.claim)
    if before is None:
        return f"The first figure that {one.claimant.name} gives: {now}."
    then = said(before.claim)
    return {
        "rise": f"It revises {then} up to {now}.",
        "same": f"It holds with {then} before it.",
        "fall": f"It falls from {then} to {now}, which a running total cannot do: look for a correction or a slip.",
        "restart": f"It falls from {then} to {now}: the count seems to have begun anew.",
    }.get(turn, "")


def _same(one: Statement, other: Statement) -> bool:
    return (one.claim.low, one.claim.high) == (other.claim.low, other.claim.high)


def _figure(one: Statement) -> int:
    return one.claim.low if one.claim.low is not None else one.claim.high or 0


def _date(one: Statement) -> str | None:
    days = as_of(one)
    return days.last.isoformat() if days else None


def flagged(found: Iterable[Series]) -> tuple[Series, ...]:
    """The series with a fall or a restart, each with those steps alone."""
    kept = ((one, tuple(step for step in one.steps if step.turn in ("fall", "restart"))) for one in found)
    return tuple(replace(one, steps=steps) for one, steps in kept if steps)
