"""Who of the persons named may be one person: a score made of reasons, each a sentence with its points."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from cenotaph.judging import Pairs
from cenotaph.reconcile.names import agreement, keys_of_name
from cenotaph.reconcile.person_values import Match, Person, Point

_PROPOSED = 0.5
"""Points from which a match is proposed."""

_SUREST = 0.99
"""Words alone never make it certain."""

_HARMS: dict[frozenset[str], str] = {
    frozenset(("killed", "captured")): "One is said to be killed and the other captured.",
    frozenset(
        ("killed", "wounded")
    ): "One is said to be killed and the other wounded, who may have died later.",
}


def matches(persons: Sequence[Person], judged: Pairs) -> Iterator[Match]:
    """Who of the persons may be one, but for those whom people parted. Only those are compared whose names share a part."""
    index: dict[str, list[int]] = defaultdict(list)
    for number, person in enumerate(persons):
        for key in sorted({key for name in person.spellings for key in keys_of_name(name)}):
            index[key].append(number)
    pairs = {pair for numbers in index.values() for pair in combinations(numbers, 2)}
    for a, b in sorted(pairs):
        one, other = persons[a], persons[b]
        if _are_parted(one, other, judged) or set(one.claims) & set(other.claims):
            continue
        reasons = tuple(_reasons(one, other))
        score = round(min(max(sum(reason.points for reason in reasons), 0.0), _SUREST), 2)
        if score >= _PROPOSED:
            yield Match(one.id, other.id, score, reasons)


def _are_parted(one: Person, other: Person, judged: Pairs) -> bool:
    return any(frozenset((a, b)) in judged.apart for a in one.mentions for b in other.mentions)


def _reasons(one: Person, other: Person) -> Iterator[Point]:
    """The names first; if they do not agree nothing else counts."""
    best = max(
        (agreement(a, b) for a in one.spellings for b in other.spellings), key=lambda found: found.points
    )
    if best.points == 0:
        return
    yield Point(best.points, " ".join(best.reasons))
    yield from _compared(one.ranks, other.ranks, "rank", 0.1, -0.05)
    yield from _compared(one.sides, other.sides, "side", 0.05, -0.25)
    yield from _compared(one.place_keys or one.places, other.place_keys or other.places, "place", 0.1, 0.0)
    yield from _units(one, other)
    yield from _ages(one, other)
    yield from _dates(one, other)
    harms = frozenset((*one.harms, *other.harms))
    for pair, why in _HARMS.items():
        if pair <= harms and not set(one.harms) & set(other.harms):
            yield Point(-0.1, why)


def _compared(
    one: Sequence[str], other: Sequence[str], what: str, same: float, differ: float
) -> Iterator[Point]:
    if not one or not other:
        return
    common = sorted(set(one) & set(other))
    if common:
        yield Point(
            same,
            f"Both have the {what} {common[0]}." if ":" not in common[0] else f"Both have the same {what}.",
        )
    elif differ:
        yield Point(differ, f"The {what}s differ: {one[0]}, {other[0]}.")


def _units(one: Person, other: Person) -> Iterator[Point]:
    if not one.units or not other.units:
        return
    a, b = (set(_numbers_and_words(person.units)) for person in (one, other))
    if a & b:
        yield Point(0.15, f"Both units are {min(a & b)}: {one.units[0]}, {other.units[0]}.")
    else:
        yield Point(-0.1, f"The units differ: {one.units[0]}, {other.units[0]}.")


def _numbers_and_words(units: Iterable[str]) -> Iterator[str]:
    """By their numbers where they have some, else by their first word."""
    for unit in units:
        digits = "".join(letter for letter in unit if letter.isdigit())
        yield digits or unit.split()[0].casefold()


def _ages(one: Person, other: Person) -> Iterator[Point]:
    if not one.ages or not other.ages:
        return
    gap = min(abs(a - b) for a in one.ages for b in other.ages)
    if gap <= 1:
        yield Point(
            0.15 if gap == 0 else 0.1,
            f"Both are {one.ages[0]}." if gap == 0 else "Their ages differ by a year.",
        )
    else:
        yield Point(-0.4 if gap > 3 else -0.2, f"Their ages differ: {one.ages[0]}, {other.ages[0]}.")


def _dates(one: Person, other: Person) -> Iterator[Point]:
    common = sorted(set(one.dates) & set(other.dates))
    if common:
        yield Point(0.1, f"Both are of {common[0]}.")
