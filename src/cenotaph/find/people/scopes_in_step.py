"""Counts told in one breath run over the same time: "60 killed and 30 injured in a week"."""

import re
from collections.abc import Sequence

from cenotaph.find.people.candidates import Candidate
from cenotaph.model import Scope

_ONE_BREATH = re.compile(r"[^.:()\n]{0,50}(?:\b(?:and|with)|[,;])(?: (?:also|another|a further))?\s*$")
_NEW_TIME = re.compile(r"\b(?:on|including|include[sd]?|among|of (?:whom|them|which)|while|when|after)\b")
_HARMS = frozenset(("killed", "wounded", "missing"))


def in_step(text: str, found: Sequence[Candidate], scopes: Sequence[Scope]) -> list[Scope]:
    """The scopes of counts, where one that follows a total in its own breath is a total too."""
    out = list(scopes)
    for at in range(1, len(found)):
        one, before = found[at].mention, found[at - 1].mention
        if (
            out[at] != "incident"
            or out[at - 1] != "cumulative"
            or found[at].sentence != found[at - 1].sentence
        ):
            continue
        if one.trigger == before.trigger:
            out[at] = "cumulative"
            continue
        if one.harm == before.harm or not _HARMS.issuperset((one.harm, before.harm)):
            continue
        between = text[before.end : one.start]
        if _ONE_BREATH.fullmatch(between) and not _NEW_TIME.search(between):
            out[at] = "cumulative"
    return out
