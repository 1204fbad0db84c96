"""Which found row stands for which marked row, and in which fields the two agree."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from cenotaph.scoring.names import same_chain, same_name, same_origin, same_side
from cenotaph.scoring.rows import ClaimMark, HandlingMark

Row = TypeVar("Row", ClaimMark, HandlingMark)

CLAIM_FIELDS: dict[str, Callable[[ClaimMark, ClaimMark], bool]] = {
    "low_high": lambda gold, found: (gold.low, gold.high) == (found.low, found.high),
    "approx": lambda gold, found: gold.approx == found.approx,
    "side": lambda gold, found: same_side(gold.side, found.side),
    "role": lambda gold, found: gold.role == found.role,
    "place": lambda gold, found: same_name(gold.place, found.place),
    "scope": lambda gold, found: gold.scope == found.scope,
    "until": lambda gold, found: gold.until == found.until,
    "origin": lambda gold, found: same_origin(gold.sources, found.sources),
    "chain": lambda gold, found: same_chain(gold.sources, found.sources),
    "stance": lambda gold, found: gold.stance == found.stance,
}
"""When a field of a claim is right."""

STRICT_FIELDS = frozenset({"low_high", "side", "origin"})
"""A claim is strictly right if these are."""

HANDLING_FIELDS: dict[str, Callable[[HandlingMark, HandlingMark], bool]] = {
    "cargo": lambda gold, found: gold.cargo == found.cargo,
    "means": lambda gold, found: set(gold.means or ()) == set(found.means or ()),
    "place": lambda gold, found: same_name(gold.place, found.place),
    "from_place": lambda gold, found: same_name(gold.from_place, found.from_place),
    "to_place": lambda gold, found: same_name(gold.to_place, found.to_place),
    "facility": lambda gold, found: same_name(gold.facility, found.facility),
    "origin": lambda gold, found: same_origin(gold.sources, found.sources),
    "stance": lambda gold, found: gold.stance == found.stance,
}
"""When a field of a handling is right."""


class Match(Struct, Generic[Row], frozen=True):
    """A marked row, the found row that stands for it, and the fields that are wrong."""

    gold: Row
    found: Row
    wrong: tuple[str, ...]


class Comparison(Struct, Generic[Row], frozen=True):
    """Every marked and found row: matched, missed, or found without being there.

    `fields` are those compared; `reports` counts the reports with a marked row, be it optional.
    """

    fields: tuple[str, ...]
    reports: int
    matches: list[Match[Row]]
    missed: list[Row]
    spurious: list[Row]


def compare_claims(gold: Sequence[ClaimMark], found: Sequence[ClaimMark]) -> Comparison[ClaimMark]:
    """A found claim matches the marked one of its report whose quantity it overlaps and whose harm it has; each matches
    once. What overlaps an optional row is neither hit nor miss."""
    candidates, used, neutral = _by_report(found), set[int](), set[int]()
    matches, missed = list[Match[ClaimMark]](), list[ClaimMark]()
    for mark in gold:
        near = [
            row
            for row in candidates[mark.report]
            if id(row) not in used and _overlap(mark, row) and (mark.optional or row.harm == mark.harm)
        ]
        best = max(near, key=lambda row: _overlap(mark, row), default=None)
        if best is None:
            missed += [] if mark.optional else [mark]
        elif mark.optional:
            neutral.add(id(best))
        else:
            used.add(id(best))
            matches.append(Match(mark, best, _wrong(CLAIM_FIELDS, mark, best)))
    spurious = [row for row in found if id(row) not in used | neutral]
    return Comparison(tuple(CLAIM_FIELDS), _reports(gold), matches, missed, spurious)


def compare_handlings(
    gold: Sequence[HandlingMark], found: Sequence[HandlingMark]
) -> Comparison[HandlingMark]:
    """A found handling matches the marked one of its report that has its action and shares half of the shorter clause;
    each matches once. Optional rows are left out."""
    candidates, used = _by_report(found), set[int]()
    matches, missed = list[Match[HandlingMark]](), list[HandlingMark]()
    for mark in (mark for mark in gold if not mark.optional):
        near = [
            row
            for row in candidates[mark.report]
            if id(row) not in used and row.action == mark.action and _half(mark, row)
        ]
        best = max(near, key=lambda row: _overlap(mark, row), default=None)
        if best is None:
            missed.append(mark)
        else:
            used.add(id(best))
            matches.append(Match(mark, best, _wrong(HANDLING_FIELDS, mark, best)))
    spurious = [row for row in found if id(row) not in used]
    return Comparison(tuple(HANDLING_FIELDS), _reports(gold), matches, missed, spurious)


def _reports(rows: Iterable[Row]) -> int:
    return len({row.report for row in rows})


def _by_report(rows: Iterable[Row]) -> defaultdict[str, list[Row]]:
    grouped: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row.report].append(row)
    return grouped


def _wrong(fields: dict[str, Callable[[Row, Row], bool]], gold: Row, found: Row) -> tuple[str, ...]:
    return tuple(name for name, right in fields.items() if not right(gold, found))


def _overlap(one: Row, other: Row) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _half(one: Row, other: Row) -> bool:
    return _overlap(one, other) * 2 >= min(one.end - one.start, other.end - other.start)
