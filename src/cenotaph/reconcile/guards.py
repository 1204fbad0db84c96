"""What must never be added together. An attempt gives a problem that says why, and no sum.

Dead and wounded; running totals and single attacks; a part and its whole; bodies found and new deaths; a party's total
and a record of incidents; a verified list and an estimate. Mediazona and the BBC give the reason for the last: two lists
cannot be added where part of the people stand in both (Meduza, 28 March 2025).
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import Literal

from msgspec import Struct

from cenotaph.problems import Problem
from cenotaph.reconcile.rules import Policy
from cenotaph.reconcile.values import Tally

Basis = Literal["reports", "verified list", "backlog", "estimate"]
"""What a figure was made from: reports, names that were verified one by one, names that wait for it, or statistics."""

_CODE = "reconcile.add"


class Addend(Struct, frozen=True):
    """A figure that is to be added to others, and what it was made from."""

    tally: Tally
    basis: Basis = "reports"


class Sum(Struct, frozen=True):
    """The sum of figures of different attacks, bound by bound. `of` names them; None where a figure is open or missing."""

    low: int | None
    best: int | None
    high: int | None
    of: tuple[str, ...]
    left_out: tuple[str, ...] = ()


def add(figures: Iterable[Tally | Addend]) -> Sum | tuple[Problem, ...]:
    """The sum, where nobody can be counted twice and all that is counted is of one kind; else why it cannot be had."""
    addends = [one if isinstance(one, Addend) else Addend(one) for one in figures]
    found = {
        problem.message: problem
        for one, two in combinations(addends, 2)
        if (problem := may_not_add(one, two)) is not None
    }
    if found:
        return tuple(found.values())
    tallies = [one.tally for one in addends]
    return Sum(
        _sum([one.low for one in tallies]),
        _sum([one.best for one in tallies]),
        _sum([one.high for one in tallies]),
        tuple(one.id for one in tallies),
    )


def headline(tallies: Sequence[Tally], policy: Policy) -> Sum | tuple[Problem, ...]:
    """The sum of the figures that the policy lets into a total (Airwars: those that are fair or confirmed)."""
    counted = [one for one in tallies if policy.headline is None or one.label in policy.headline]
    total = add(counted)
    if not isinstance(total, Sum):
        return total
    left = tuple(one.id for one in tallies if one not in counted)
    return Sum(total.low, total.best, total.high, total.of, left)


def may_not_add(one: Addend, two: Addend) -> Problem | None:
    """Why two figures must not be added, None where they may be."""
    for guard in _GUARDS:
        why = guard(one, two) or guard(two, one)
        if why is not None:
            where = f"{one.tally.id} + {two.tally.id}"
            return Problem(_CODE, f"{_named(one.tally)} and {_named(two.tally)} are not added: {why}.", where)
    return None


def _harms(one: Addend, two: Addend) -> str | None:
    if one.tally.harm == two.tally.harm:
        return None
    if {one.tally.harm, two.tally.harm} == {"bodies", "killed"}:
        return "bodies found, held or moved may be of people whose deaths are counted already"
    return f"{one.tally.harm} and {two.tally.harm} are different things"


def _bases(one: Addend, two: Addend) -> str | None:
    if one.basis == two.basis:
        return None
    return f"a figure from {_a(one.basis)} and one from {_a(two.basis)} are in part of the same people"


def _scopes(one: Addend, two: Addend) -> str | None:
    mine, theirs = one.tally.scope, two.tally.scope
    if mine == "cumulative" and theirs == "incident":
        return "a running total counts the dead of single attacks already"
    if mine != theirs:
        return f"a figure of scope {mine} and one of scope {theirs} count the same people at different times"
    return None


def _totals(one: Addend, two: Addend) -> str | None:
    if one.tally.scope != "cumulative" or two.tally.scope != "cumulative":
        return None
    if one.tally.side != two.tally.side and None not in (one.tally.side, two.tally.side):
        return None
    return "two running totals may be of the same people"


def _held(one: Addend, two: Addend) -> str | None:
    if one.tally.scope in ("holding", "flow") and one.tally.scope == two.tally.scope:
        return "the same people may have been counted where they were held and again where they were brought"
    return None


def _part(one: Addend, two: Addend) -> str | None:
    if one.tally.part is not None and one.tally.incident == two.tally.incident:
        return f"{one.tally.part} are a part of those whom the other counts"
    return None


def _parts_alone(one: Addend, two: Addend) -> str | None:
    if (one.tally.part is None) != (two.tally.part is None):
        return "one is a part of a whole and the other is a whole"
    return None


def _same_people(one: Addend, two: Addend) -> str | None:
    mine, theirs = one.tally, two.tally
    if mine.incident is None or mine.incident != theirs.incident:
        return None
    if mine.side != theirs.side and None not in (mine.side, theirs.side):
        return None
    if {mine.role, theirs.role} == {"combatants", "civilians"}:
        return None
    return "they are of one attack and may be of the same people"


_GUARDS: tuple[Callable[[Addend, Addend], str | None], ...] = (
    _harms,
    _bases,
    _part,
    _parts_alone,
    _scopes,
    _totals,
    _held,
    _same_people,
)


def _named(one: Tally) -> str:
    whose = f"{one.side}'s " if one.side else ""
    who = {"unknown": "people", "mixed": "people"}.get(one.role, one.role)
    where = f" in {one.place}" if one.place else ""
    return f"{whose}{one.part or who} {one.harm}{where} ({one.scope})"


def _a(basis: Basis) -> str:
    return basis if basis == "reports" else f"{'an' if basis == 'estimate' else 'a'} {basis}"


def _sum(numbers: Sequence[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if known and len(known) == len(numbers) else None
