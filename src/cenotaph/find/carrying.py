"""Counts that point back: others, a part of them, the wounded beside the dead share the side of the people told before."""

from collections.abc import Sequence

from cenotaph.find.answers import Side
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.cues import cue
from cenotaph.find.nouns import NounKind, role_words

_PARTS = (None, "people", "civilians", "attackers", "fighters")


def carried(
    context: ClaimContext,
    harmed: Sequence[Harmed],
    kinds: Sequence[NounKind | None],
    at: int,
    told: Sequence[Side],
) -> Side | None:
    """The side that a claim takes over from one before it, None where it speaks for itself."""
    people = harmed[at]
    if not at or people.names:
        return None
    whole = people.whole if people.whole is not None and people.whole < at and kinds[at] in _PARTS else None
    if whole is not None and (told[whole].side is not None or kinds[at] != "civilians"):
        return told[whole]._replace(rule="side-whole")
    if _is_part(context, people):
        return told[at - 1]._replace(rule="side-part")
    if not _points_back(context, harmed[at - 1], people):
        return None
    if _sums_two_sides(harmed, at, told):
        return Side(None, None, "side-several")
    return told[at - 1]._replace(rule="side-carried")


def _is_part(context: ClaimContext, people: Harmed) -> bool:
    """ "107 of whom", "two of them", "two soldiers - a sergeant and a private"."""
    if cue("of-whom").found(context.text, people.end, people.end + 12):
        return True
    return cue("listed").found(context.text, max(0, people.start - 60), people.start) is not None


def _points_back(context: ClaimContext, before: Harmed, people: Harmed) -> bool:
    """Whether a count without victims of its own goes on with those of the count before."""
    same = before.sentence == people.sentence
    if not same and not (before.sentence == people.sentence - 1 and people.victims is None):
        return False
    if not _is_elliptic(people):
        return False
    if people.scope == "cumulative":
        if not same and context.bag(people.sentence) & role_words().war:
            return False
        if people.victims is None and cue("die").found(context.text, people.end, people.end + 20):
            return False
    listed = cue("joined").found(context.text, before.end, people.start)
    return not same or people.victims is not None or listed is not None


def _is_elliptic(people: Harmed) -> bool:
    """Whether the noun phrase says nothing ("others"), or is that of a count before."""
    phrase = " ".join((people.victims or "").lower().split())
    own = people.victims_span is not None and people.victims_span.start >= people.end
    return not phrase or phrase in role_words().elliptic or not own


def _sums_two_sides(harmed: Sequence[Harmed], at: int, told: Sequence[Side]) -> bool:
    """Whether the two counts before, in this sentence, are of two sides and this one of another harm."""
    if at < 2 or harmed[at - 2].sentence != harmed[at].sentence or told[at - 1].side == told[at - 2].side:
        return False
    return harmed[at - 1].harm == harmed[at - 2].harm != harmed[at].harm
