"""Persons named behind a count of which they are: "two drivers died. They were X and Y", "four Danes, including the envoy X"."""

from collections.abc import Sequence

from cenotaph.find.answers import Side
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.whose.cues import cue

_NEAR = 3  # Sentences.
_OF_THE_LAND = ("side-place", "side-carried")


def identified(context: ClaimContext, harmed: Sequence[Harmed], at: int, told: Sequence[Side]) -> Side | None:
    """ "Two drivers died. They were identified as X and Y": the side of those told before."""
    people = harmed[at]
    start = context.sentences[people.sentence].start
    if not people.names or not context.says(people.sentence, "identified", start, people.start):
        return None
    before = (i for i in range(at - 1, -1, -1) if not harmed[i].names)
    i = next(before, None)
    near = i is not None and people.sentence - harmed[i].sentence <= 2
    return told[i]._replace(rule="side-carried") if i is not None and near and told[i].side else None


def of_counted(context: ClaimContext, harmed: Sequence[Harmed], at: int, told: Sequence[Side]) -> Side | None:
    """The side of the people counted before of whom a person named is one."""
    if (whole := _whole_of_name(context, harmed, at, told)) is not None:
        return told[whole]._replace(rule="side-whole")
    above = _counted_by_name(harmed, at)
    found = above is not None and told[above].side is not None
    return told[above]._replace(rule="side-carried") if found and above is not None else None


def _whole_of_name(
    context: ClaimContext, harmed: Sequence[Harmed], at: int, told: Sequence[Side]
) -> int | None:
    """ "Four Danes, including the envoy X": those of whom a person named is a part, if words tell whose they are."""
    whole = harmed[at].whole
    if whole is None or whole >= at or told[whole].side is None or told[whole].rule in _OF_THE_LAND:
        return None
    among = cue("names-among").found(context.text, harmed[whole].end, harmed[at].start)
    return whole if among else None


def _counted_by_name(harmed: Sequence[Harmed], at: int) -> int | None:
    """ "Three members of the Front died ... X, Y and Z were killed": the count before of as many as are named together."""
    sentence, first, last = harmed[at].sentence, at, at
    while first and harmed[first - 1].names and harmed[first - 1].sentence == sentence:
        first -= 1
    while last + 1 < len(harmed) and harmed[last + 1].names and harmed[last + 1].sentence == sentence:
        last += 1
    before = harmed[first - 1] if first else None
    if before is None or last == first or not 0 < sentence - before.sentence <= _NEAR + 1:
        return None
    alike = before.harm == harmed[at].harm and before.low == last - first + 1
    return first - 1 if alike else None
