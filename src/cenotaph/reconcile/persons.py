"""Persons: the named dead, wounded, missing and captured, and who of them may be one person.

Mentions are one record where one report has the name twice, or where claims are one testimony. Everything else that looks
like one person is only proposed as a match, with its reasons; a person decides.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import TypeVar

import msgspec
from msgspec import Struct

from cenotaph.judging import Pairs
from cenotaph.model import Harm
from cenotaph.reconcile.names import agreement, keys_of_name, tokens_of
from cenotaph.reconcile.person_words import Described, described, higher, is_public_rank, split_rank
from cenotaph.reconcile.values import Statement

Value = TypeVar("Value")

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


class Mention(Struct, frozen=True):
    """One name in one claim. `id` is the claim's id, with `#` and a number behind it where the claim names several."""

    id: str
    name: str
    statement: Statement
    words: Described
    published: str | None


class Person(Struct, frozen=True):
    """One person as far as is known. `id` is that of the first mention and stays; `name` the fullest spelling. What reports
    say differently stands side by side. `private` marks whoever holds no office or high rank: exports may withhold the
    name. `origins` is how many independent origins tell of the person, at the most."""

    id: str
    name: str
    spellings: tuple[str, ...]
    rank: str | None
    ranks: tuple[str, ...]
    units: tuple[str, ...]
    ages: tuple[int, ...]
    sex: str | None
    descriptions: tuple[str, ...]
    sides: tuple[str, ...]
    roles: tuple[str, ...]
    harms: tuple[Harm, ...]
    places: tuple[str, ...]
    place_keys: tuple[str, ...]
    dates: tuple[str, ...]
    claims: tuple[str, ...]
    mentions: tuple[str, ...]
    reports: tuple[str, ...]
    claimants: tuple[str, ...]
    origins: int
    private: bool


class Point(Struct, frozen=True):
    """A reason for or against a match: points, and a sentence."""

    points: float
    why: str


class Match(Struct, frozen=True):
    """Two persons (by id) that may be one: a score from 0 to 1, and the reasons of which it is the sum."""

    one: str
    other: str
    score: float
    reasons: tuple[Point, ...]


class People(Struct, frozen=True):
    """The persons in the order of reading, and the matches proposed, the surest first."""

    persons: tuple[Person, ...]
    matches: tuple[Match, ...]


def mention_id(claim: str, number: int, of: int) -> str:
    """The id of the `number`th of so many names of a claim."""
    return claim if of == 1 else f"{claim}#{number + 1}"


def mentions_of(statement: Statement, text: str) -> Iterator[Mention]:
    """The names in a claim of a report with that text, and what stands beside each."""
    claim = statement.claim
    for number, name in enumerate(claim.names):
        start = _place_of(name, text, claim.start, claim.sentence.start if claim.sentence else 0)
        words = described(text, start, start + len(name)) if start >= 0 else Described()
        title, bare = split_rank(name)
        words = msgspec.structs.replace(words, rank=title or words.rank)
        id_ = mention_id(claim.id, number, len(claim.names))
        yield Mention(id_, bare, statement, words, statement.published)


NOBODY_JUDGED = Pairs()


def people(mentions: Sequence[Mention], judged: Pairs = NOBODY_JUDGED) -> People:
    """The persons of these mentions; `judged` are pairs of mention ids that people said are one person, or are not."""
    groups = _groups(mentions, judged)
    persons = tuple(map(_person, groups))
    return People(
        persons, tuple(sorted(_matches(persons, judged), key=lambda match: (-match.score, match.one)))
    )


def _groups(mentions: Sequence[Mention], judged: Pairs) -> list[list[Mention]]:
    """Mentions of one report under one name or a part of it, mentions of one testimony with agreeing names, and what
    people joined; what people parted stays apart."""
    of: dict[str, list[Mention]] = {}
    near: dict[str, list[list[Mention]]] = defaultdict(list)
    for mention in mentions:
        statement = mention.statement
        keys = (statement.claim.report, f"testimony {statement.testimony}")
        candidates = (group for key in keys for group in near[key])
        home = next((group for group in candidates if _joined(mention, group, judged)), [])
        home.append(mention)
        of[mention.id] = home
        for key in keys:
            near[key].append(home)
    for one, other in sorted(map(sorted, judged.together)):
        a, b = of.get(one), of.get(other)
        if a is not None and b is not None and a is not b:
            a += b
            of.update((mention.id, a) for mention in b)
    joined = {id(group): group for group in of.values()}.values()
    return [sorted(group, key=lambda mention: mention.statement.order) for group in joined]


def _joined(mention: Mention, group: Sequence[Mention], judged: Pairs) -> bool:
    if any(frozenset((mention.id, other.id)) in judged.apart for other in group):
        return False
    return any(_is_same_by_report(mention, other) for other in group)


def _is_same_by_report(one: Mention, other: Mention) -> bool:
    """One report that has a name again, or its surname alone; or one testimony that several reports retell."""
    near = (
        one.statement.claim.report == other.statement.claim.report
        or one.statement.testimony == other.statement.testimony
    )
    if not near or one.id.partition("#")[0] == other.id.partition("#")[0]:
        return False
    few, many = sorted((tokens_of(one.name), tokens_of(other.name)), key=len)
    return bool(few) and {token.sounds for token in few} <= {token.sounds for token in many}


def _person(group: Sequence[Mention]) -> Person:
    statements = [mention.statement for mention in group]
    claims = [one.claim for one in statements]
    ranks = _all(mention.words.rank for mention in group)
    rank: str | None = None
    for found in ranks:
        rank = higher(rank, found)
    sexes = set(_all(mention.words.sex for mention in group))
    names = sorted((mention.name for mention in group), key=lambda name: -len(tokens_of(name)))
    return Person(
        id=group[0].id,
        name=names[0],
        spellings=_all(mention.name for mention in group),
        rank=rank,
        ranks=ranks,
        units=_all(mention.words.unit for mention in group),
        ages=_all(mention.words.age for mention in group),
        sex=sexes.pop() if len(sexes) == 1 else None,
        descriptions=_all(mention.words.description for mention in group),
        sides=_all(claim.side for claim in claims),
        roles=_all(claim.role for claim in claims if claim.role != "unknown"),
        harms=_all(claim.harm for claim in claims),
        places=_all(claim.place for claim in claims),
        place_keys=_all(claim.place_key for claim in claims),
        dates=_all(claim.until or claim.from_ for claim in claims),
        claims=_all(claim.id for claim in claims),
        mentions=tuple(mention.id for mention in group),
        reports=_all(claim.report for claim in claims),
        claimants=_all(one.claimant.name for one in statements),
        origins=len({one.claimant.key for one in statements}),
        private=not (is_public_rank(rank) or any(mention.words.office for mention in group)),
    )


def _matches(persons: Sequence[Person], judged: Pairs) -> Iterator[Match]:
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


def _place_of(name: str, text: str, near: int, floor: int) -> int:
    """Where the name stands: at the claim, else from its sentence on; -1 where the text writes it otherwise."""
    if text.startswith(name, near):
        return near
    found = text.find(name, floor)
    return found if found >= 0 else text.find(name)


def _all(values: Iterable[Value | None]) -> tuple[Value, ...]:
    """Each value once, in order."""
    return tuple(dict.fromkeys(value for value in values if value is not None))
