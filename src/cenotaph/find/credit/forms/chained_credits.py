"""Two credits of one sentence with nothing but a comma between them: one source through the mouth of another."""

from collections.abc import Sequence

from cenotaph.find.credit.forms.credits import Anchor
from cenotaph.find.credit.forms.scopes import FINITE, is_adverbial
from cenotaph.find.credit.tagging.words import Words

_TOLD = ("said", "said after")


def chained(words: Words, found: Sequence[Anchor]) -> list[Anchor]:
    """The credits of a sentence in order, each that has its words from the one beside it made one with that."""
    joined: list[Anchor] = []
    for anchor in found:
        both = _as_one(words, joined[-1], anchor) if joined else None
        if both is None:
            joined.append(anchor)
        else:
            joined[-1] = both
    return joined


def _as_one(words: Words, one: Anchor, two: Anchor) -> Anchor | None:
    if one.via is not None or two.via is not None or one.denies or two.denies:
        return None
    between = words.tags[one.end : two.start]
    if one.rule == "according to" and two.rule == "citing" and between in (",", ",w", "w"):
        # "According to the port, citing clerks." is a sentence of its own.
        rule = two.rule if one.start else one.rule
        return two._replace(rule=rule, via=one.who, start=one.start)
    if between != ",":
        return None
    told_on = FINITE.search(words.tags, two.end) is not None
    if one.rule == "according to" and two.rule in _TOLD:
        return _through_first(words, one, two) if told_on else _through_second(words, one, two)
    if one.rule == "said" and two.rule == "according to" and words.tags.startswith(",T", two.end):
        return one._replace(via=two.who, end=two.end, low=two.end, high=len(words.tags))
    return None


def _through_first(words: Words, one: Anchor, two: Anchor) -> Anchor | None:
    """ "According to the paper, | the port said | nine died"."""
    before = words.tags[: one.start]
    if before and not is_adverbial(before):
        return None
    return two._replace(
        rule="said", via=one.who, start=one.start, low=two.end, high=len(words.tags), forward=True
    )


def _through_second(words: Words, one: Anchor, two: Anchor) -> Anchor | None:
    """ "Nine died, according to the port, | the paper reports"."""
    if FINITE.search(words.tags[: one.start]) is None and "N" not in words.tags[: one.start]:
        return None
    return one._replace(via=two.who, end=two.end, low=0, high=one.start, forward=False)
