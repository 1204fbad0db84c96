"""From what was found and what people judged to what stands."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from cenotaph.judging.changes import changed
from cenotaph.model import Claim, Handling, Judgement, Standing, Subject, Verdict

Found = TypeVar("Found", bound=Claim | Handling)

_STANDING: dict[Verdict, Standing] = {
    "accept": "accepted",
    "reject": "rejected",
    "correct": "corrected",
    "add": "added",
}


def undone(judgements: Sequence[Judgement]) -> set[str]:
    """The ids of those that no longer hold: undone by an undoing that was not undone itself."""
    gone: set[str] = set()
    for one in reversed(judgements):
        if one.undoes is not None and one.id not in gone:
            gone.add(one.undoes)
    return gone


def in_force(judgements: Sequence[Judgement]) -> list[Judgement]:
    """The judgements that hold, in order; undoings, which only take something away, are left out."""
    gone = undone(judgements)
    return [one for one in judgements if one.undoes is None and one.id not in gone]


def as_judged(found: Found, judgements: Sequence[Judgement]) -> Found:
    """What was found as the judgements on it, oldest first, make it stand. The last verdict counts; corrections of
    different fields add up, and of one field the last one holds. It is given also where it is rejected."""
    if not judgements:
        return found
    standing: Standing | None = None
    for one in in_force(judgements):
        found = changed(found, dict(one.fields), by=f"judgement:{one.id}", why=one.reason)
        standing = _STANDING[one.verdict]
    return msgspec.structs.replace(found, verdict=standing)


def added(judgements: Sequence[Judgement], kind: type[Found]) -> Found | None:
    """What a person added that was not found, with the later judgements on it; None once the adding is undone."""
    held = in_force(judgements)
    first = next((one for one in held if one.verdict == "add"), None)
    if first is None:
        return None
    fields: dict[str, Any] = {name: msgspec.json.decode(value) for name, value in first.fields}
    rules = (f"judgement:{first.id}",)
    one = msgspec.convert({**fields, "id": first.one, "report": first.report, "rules": rules}, kind)
    return as_judged(one, [judgement for judgement in held if judgement.id != first.id] or [first])


def judged(found: Iterable[Found], judgements: Iterable[Judgement], kind: type[Found]) -> list[Found]:
    """What stands of the claims (or handlings) that were found, in their order: rejected ones are left out, corrected
    ones have their new fields and tell what they had before, and those that people added follow at the end."""
    on = _by_target(judgements)
    standing = [as_judged(one, on.pop(one.id, ())) for one in found]
    return [one for one in (*standing, *_added(on, kind)) if one.verdict != "rejected"]


def _added(on: dict[str, list[Judgement]], kind: type[Found]) -> Iterator[Found]:
    for judgements in on.values():
        one = added(judgements, kind)
        if one is not None:
            yield one


def _by_target(judgements: Iterable[Judgement]) -> dict[str, list[Judgement]]:
    on: dict[str, list[Judgement]] = defaultdict(list)
    for one in judgements:
        if one.subject in ("claim", "handling"):
            on[one.one].append(one)
    return on


Pair = frozenset[str]
"""Two things of a judgement, whichever comes first."""


class Pairs(Struct, frozen=True):
    """Pairs of which people said that the two are the same, or that they are not."""

    together: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()


def pairs(judgements: Sequence[Judgement], subject: Subject) -> Pairs:
    """What people said last of each pair of that subject."""
    last = {
        frozenset((one.one, one.other)): one.verdict
        for one in in_force(judgements)
        if one.subject == subject and one.other is not None
    }
    together = frozenset(pair for pair, verdict in last.items() if verdict == "accept")
    return Pairs(together, frozenset(last) - together)
