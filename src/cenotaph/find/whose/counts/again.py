"""Counts that tell again of people told before: "the two women", "two of the other students", "the five soldiers"."""

from collections.abc import Sequence

from cenotaph.find.answers import Side
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.whose.counts.pointing import is_definite
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.nouns import NounKind, role_words

PARTS: tuple[NounKind | None, ...] = (None, "people", "civilians", "fighters")
_ANY_MEN = ("men",)  # "Eight British soldiers ... All eight men".
_NEAR = 6  # Sentences.


def fellow(harmed: Sequence[Harmed], at: int) -> int | None:
    """The claim on people of the same noun before whom "two of the other students" points back to."""
    words = (harmed[at].victims or "").lower().split()
    if len(words) < 2 or "other" not in words[:2] or words[-1] in role_words().elliptic | {"people"}:
        return None
    last = (harmed[at].victims or "").lower().split()[-1]
    before = (i for i in range(at - 1, -1, -1) if (harmed[i].victims or "").lower().split()[-1:] == [last])
    return next(before, None)


def of_same_calling(
    context: ClaimContext, harmed: Sequence[Harmed], at: int, told: Sequence[Side]
) -> int | None:
    """ "Four Danish engineers ..." and below "the seven engineers": the claim before whose people have the same calling."""
    words = (harmed[at].victims or "").lower().split()
    if not words or words[-1] not in role_words().callings_of_many:
        return None
    for i in range(at - 1, -1, -1):
        other = (harmed[i].victims or "").lower().split()
        said = told[i].side is not None and told[i].rule in ("side-said", "side-from", "side-again")
        if other[-1:] == words[-1:] and said:
            return None if _is_new(context, harmed[at]) else i
    return None


def told_again(context: ClaimContext, harmed: Sequence[Harmed], at: int) -> int | None:
    """ "Two Canadian women ..." and below "the two women": the claim before of as many, told by the same noun."""
    people, last = harmed[at], _head(harmed[at])
    every = cue("all-of-them").found(context.text, max(0, people.start - 16), people.start)
    if people.low is None or not last or not (every or is_definite(context, people)):
        return None
    alike = (
        i
        for i in range(at - 1, -1, -1)
        if harmed[i].low == people.low and (_head(harmed[i]) == last or last[0] in _ANY_MEN)
    )
    return next(alike, None)


def same_counted(
    context: ClaimContext,
    harmed: Sequence[Harmed],
    kinds: Sequence[NounKind | None],
    at: int,
    told: Sequence[Side],
) -> int | None:
    """ "All five people on board a Russian helicopter", and below "the five soldiers": those before of as many, of whom a
    word tells whose they are."""
    people = harmed[at]
    if kinds[at] not in (*PARTS, "state") or (people.low or 0) < 2 or people.victims is None:
        return None
    if not is_definite(context, people):
        return None
    for i in range(at - 1, -1, -1):
        alike = (harmed[i].low, harmed[i].harm) == (people.low, people.harm) and not harmed[i].names
        if (
            alike
            and kinds[i] in (None, "people", kinds[at])
            and people.sentence - harmed[i].sentence <= _NEAR
        ):
            return i if told[i].side is not None and told[i].rule != "side-place" else None
    return None


def _head(people: Harmed) -> list[str]:
    """The noun of a phrase, "members" of "members of the Front", as a list of one word or none."""
    words = (people.victims or "").lower().split()
    return words[: words.index("of")][-1:] if "of" in words else words[-1:]


def _is_new(context: ClaimContext, people: Harmed) -> bool:
    """ "Elsewhere two engineers": others than those told before."""
    return context.tells(people.sentence, "own-attack") is not None


def of_the_hurt(context: ClaimContext, harmed: Sequence[Harmed], at: int) -> int | None:
    """ "Four of the wounded": the claim told last of people harmed so, and no fewer."""
    people = harmed[at]
    if " of the " not in context.plain[people.end : people.end + 30] or not cue("hurt-told").found(
        context.text, people.end, people.end + 30
    ):
        return None
    alike = (i for i in range(at - 1, -1, -1) if harmed[i].harm == people.harm and not harmed[i].names)
    found = next(alike, None)
    return found if found is not None and (harmed[found].low or 0) > (people.low or 0) else None
