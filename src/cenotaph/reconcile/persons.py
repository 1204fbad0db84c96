"""Persons: the named dead, wounded, missing and captured, and who of them may be one person.

Mentions are one record where one report has the name twice, or where claims are one testimony. Everything else that looks
like one person is only proposed as a match, with its reasons; a person decides.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import msgspec

from cenotaph.judging import Pairs
from cenotaph.reconcile.names import tokens_of
from cenotaph.reconcile.person_matches import matches
from cenotaph.reconcile.person_values import Mention, People, Person
from cenotaph.reconcile.person_words import Described, described, higher, is_public_rank, without_title
from cenotaph.reconcile.values import Statement

Value = TypeVar("Value")


def mention_id(claim: str, number: int, of: int) -> str:
    """The id of the `number`th of so many names of a claim."""
    return claim if of == 1 else f"{claim}#{number + 1}"


def mentions_of(statement: Statement, text: str) -> Iterator[Mention]:
    """The names in a claim of a report with that text, and what stands beside each."""
    claim = statement.claim
    for number, name in enumerate(claim.names):
        start = _place_of(name, text, claim.start, claim.sentence.start if claim.sentence else 0)
        words = described(text, start, start + len(name)) if start >= 0 else Described()
        titled = without_title(name)
        office = titled.office or words.office
        words = msgspec.structs.replace(words, rank=titled.rank or words.rank, office=office)
        id_ = mention_id(claim.id, number, len(claim.names))
        yield Mention(id_, titled.name, statement, words, statement.published)


NOBODY_JUDGED = Pairs()


def people(mentions: Sequence[Mention], judged: Pairs = NOBODY_JUDGED) -> People:
    """The persons of these mentions; `judged` are pairs of mention ids that people said are one person, or are not."""
    groups = _groups(mentions, judged)
    persons = tuple(map(_person, groups))
    return People(
        persons, tuple(sorted(matches(persons, judged), key=lambda match: (-match.score, match.one)))
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


def _place_of(name: str, text: str, near: int, floor: int) -> int:
    """Where the name stands: at the claim, else from its sentence on; -1 where the text writes it otherwise."""
    if text.startswith(name, near):
        return near
    found = text.find(name, floor)
    return found if found >= 0 else text.find(name)


def _all(values: Iterable[Value | None]) -> tuple[Value, ...]:
    """Each value once, in order."""
    return tuple(dict.fromkeys(value for value in values if value is not None))
