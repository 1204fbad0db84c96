"""Whose data a document draws on: "by the bulletin, which draws on figures of the navy, ..."."""

import re

from cenotaph.find.credit.forms.credits import Anchor
from cenotaph.find.credit.naming.speakers import right_of
from cenotaph.find.credit.tagging.words import Words

_DRAWS = re.compile(
    r",? ?(?:(?:which|that) (?:is |was |are |were )?)?(?:itself |largely |mainly )?(?:based|drawn|drawing|draws|drew|relies|relied|relying) (?:up)?on"
    r" (?:the |official |its )?(?:data|figures|numbers|information|counts?|estimates|statistics|tallies)"
    r" (?:from|of|by|(?:provided|published|released|given|issued|compiled|collected) by) "
)
_REACH = 14  # Words.


def with_origin(words: Words, text: str, anchor: Anchor | None) -> Anchor | None:
    """A credit of a document, or of whose it is, with whose data it draws on as the origin."""
    if anchor is None or anchor.via is not None:
        return anchor
    behind = words.lower[anchor.end : anchor.end + _REACH]
    draws = _DRAWS.match(" ".join(behind).replace(" ,", ",") + " ")
    if draws is None:
        return anchor
    at = anchor.end + len(draws.group().replace(",", " ,").split())
    found = right_of(words, at, text)
    if found is None:
        return anchor
    who, after = found
    low = max(anchor.low, after) if anchor.forward else anchor.low
    return anchor._replace(who=who, via=anchor.who, end=after, low=low)
