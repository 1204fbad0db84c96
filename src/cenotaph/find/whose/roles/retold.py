"""Roles that a report tells of the same people elsewhere: a headline's or caption's nine dead are those of a claim below."""

import re
from collections.abc import Sequence

from cenotaph.find.answers import Side, Told
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.whose.nouns import kind_of
from cenotaph.find.whose.roles.role_parts import CARRIED

_VAGUE = re.compile(r"dozens|scores|hundreds|thousands|several|many", re.IGNORECASE)
_MANY, _NEAR = 12, 2
_FIGURE = 5  # From here on two counts of one report with the same figure are of the same people.


def retold(
    context: ClaimContext, harmed: Sequence[Harmed], sides: Sequence[Side], told: Sequence[Told]
) -> list[Told]:
    """The roles in `told`, those of which nothing told filled in; who was hurt beside such people shares theirs."""
    out = list(told)
    for at in range(len(out)):
        if out[at].rule == "role-none":
            out[at] = _of_figure(context, harmed, sides, told, at) or out[at]
        elif at and (out[at].role, out[at].rule) == ("unknown", "role-carried") and sides[at].rule in CARRIED:
            out[at] = out[at - 1]._replace(rule="role-carried")
    return out


def _of_figure(
    context: ClaimContext, harmed: Sequence[Harmed], sides: Sequence[Side], told: Sequence[Told], at: int
) -> Told | None:
    """The one role that the claims of the same figure, harm and side have."""
    people, side = harmed[at], sides[at].side
    if people.names or people.harm == "captured" or kind_of(people.victims) not in (None, "people"):
        return None
    if (people.low or 0) < _FIGURE or _VAGUE.search(context.text, people.start, people.end):
        return None
    found = {
        told[i].role
        for i, other in enumerate(harmed)
        if (other.harm, other.low, sides[i].side) == (people.harm, people.low, side)
        and not _may_be_others(people, other)
    } - {"unknown"}
    return Told(found.pop(), None, "role-figure") if len(found) == 1 else None


def _may_be_others(people: Harmed, other: Harmed) -> bool:
    """Whether few people told far apart may be those of two attacks: neither is a headline's, nor right beside the other."""
    first, last = sorted((people.sentence, other.sentence))
    return (people.low or 0) < _MANY and first > 0 and last - first > _NEAR
