"""Parts told in a sentence of their own below their whole: "Among the dead were two children", "Nine of them died at once"."""

import re
from collections.abc import Sequence

from cenotaph.find.people.candidates import Candidate
from cenotaph.model import Span

_AMONG = "among the dead"  # A rule, as those below.
_OF_THE_DEAD = frozenset(
    (
        _AMONG,
        "the dead included",
        "the dead in it included",
        "the dead were mostly, and included",
        "among a day's dead",
    )
)
_OF_THEM = frozenset(("of them", "part of those before", "named as"))
_OF_THE_HARMED = re.compile(
    r"\s+of (?:the|those|these) (?:dead|killed|slain|injured|wounded|victims|casualties|hostages|captives|prisoners|missing|bodies|remains)\b",
    re.IGNORECASE,
)
_INCLUDING = re.compile(r"(?:this|that|it|they|these) (?:total |figure |number |toll )?includ", re.IGNORECASE)
_NEAR, _NEXT = 2, 1  # Sentences.


def wholes(
    text: str, sentences: Sequence[Span], found: Sequence[Candidate], within: Sequence[int | None]
) -> list[int | None]:
    """For each mention the position of the people that it is a part of; `within` are those of its own sentence."""
    out = list(within)
    for at, one in enumerate(found):
        reach = _reach(text, sentences[one.sentence], one) if out[at] is None else None
        if reach is not None:
            out[at] = _above(found, out, at, reach)
    return out


def breaks_down(text: str, sentence: Span, one: Candidate) -> bool:
    """Whether a sentence only tells who the people of its whole were, so that it was when and as long as that."""
    return (
        one.mention.rule in _OF_THE_DEAD or _INCLUDING.match(text, sentence.start, sentence.end) is not None
    )


def _reach(text: str, sentence: Span, one: Candidate) -> int | None:
    """How many sentences above the whole may stand, None where nothing says that the people are part of one."""
    if one.mention.rule == _AMONG and one.mention.name is not None:
        return 0  # "Officials think that Omar Said is among the dead", of whom they speak and not the sentence above.
    if one.mention.rule in _OF_THE_DEAD or _OF_THE_HARMED.match(text, one.mention.end, sentence.end):
        return _NEAR
    goes_on = one.mention.rule in _OF_THEM or breaks_down(text, sentence, one)
    return _NEXT if goes_on else None


def _above(found: Sequence[Candidate], told: Sequence[int | None], at: int, reach: int) -> int | None:
    """The nearest people of sentences above who are harmed alike, if they are more, and no part themselves."""
    one = found[at]
    for other in range(at - 1, -1, -1):
        back = one.sentence - found[other].sentence
        if back > reach:
            return None
        if found[other].mention.harm == one.mention.harm and not _is_part(found, told, other):
            return other if (found[other].mention.low or 0) > (one.mention.low or 1) else None
    return None


def _is_part(found: Sequence[Candidate], told: Sequence[int | None], at: int) -> bool:
    """Whether people are part of others harmed alike; the killed of so many casualties are a whole of their own."""
    whole = told[at]
    return whole is not None and found[whole].mention.harm == found[at].mention.harm
