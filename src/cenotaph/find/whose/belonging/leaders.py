"""Whose the losses are of which a leader speaks as his own: "President Roe said that his country had lost 900 soldiers"."""

import re

from cenotaph.find.answers import Side
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.text.small import small
from cenotaph.find.whose.persons.descriptors import descriptors

_TELLS = (
    r"(?:said|says|told|admitted|admits|acknowledged|confirmed|added|stated|revealed|disclosed|put|announced)"
)
_SPEAKER = re.compile(
    rf"\b([A-Z][a-z’'-]{{2,}})(?:,[^,.;]{{0,60}},)? (?:has |had |also |later |himself )*{_TELLS}\b"
    rf"|\b{_TELLS},? (?:[A-Z][\w’'-]+ ){{0,4}}([A-Z][a-z’'-]{{2,}})"
)
_OWN_AHEAD = re.compile(
    r"\b(?:(?:his|her|our) (?:country|nation|army|armed forces|military|forces|side)|we)"
    r" (?:has |have |had |now |also |already |only )*(?:lost|suffered|sustained|incurred)[^.;,]{0,30}$"
    r"|\b(?:(?:his|her|our) (?:(?:country|nation|army|military)['’]s )?|our own )(?:losses|casualties|dead|death toll)\b[^.;,]{0,50}$"
)
_OWN_BEHIND = re.compile(
    r"^(?: of (?:his|her|our)(?: own)? (?:\w+ )?(?:soldiers|troops|men|servicemen|forces|people|fighters|citizens)\b)"
)
_WORDS = frozenset(("his", "her", "our", "we"))


def of_leader(context: ClaimContext, people: Harmed) -> Side | None:
    """The nation of the person who speaks of his own losses, where the report tells it by his title."""
    if _WORDS.isdisjoint(context.bag(people.sentence)) or people.names or people.low == 1:
        return None
    span, text = context.sentences[people.sentence], small(context.text)
    own = _OWN_AHEAD.search(text[span.start : people.start]) or _OWN_BEHIND.match(text[people.end : span.end])
    if own is None:
        return None
    for match in _SPEAKER.finditer(context.text[span.start : span.end]):
        found = _nation(context, match[1] or match[2])
        if found is not None:
            return found
    return None


def _nation(context: ClaimContext, surname: str) -> Side | None:
    """The one nation that titles beside a surname tell, anywhere in the report."""
    told = {
        side.side: side
        for match in re.finditer(rf"\b{re.escape(surname)}\b", context.text)
        for side in descriptors(context, *match.span())
        if side.rule == "side-title"
    }
    return next(iter(told.values()))._replace(rule="side-leader") if len(told) == 1 else None
