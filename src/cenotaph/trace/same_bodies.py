"""Which body a description of one means: the longer name or description of the same report that has all its words."""

import re
from collections.abc import Iterable

from cenotaph.language import load_pack
from cenotaph.trace.institutions import is_institution
from cenotaph.trace.naming import folded_tokens
from cenotaph.trace.source import SourceRef
from cenotaph.trace.source_kinds import head_noun
from cenotaph.trace.states import nation_in, seats

_JOINED = re.compile(r"\b[\w]+-(?=[a-z])[\w-]+")
"""An adjective that tells whose a body is: "state-appointed"."""


def body_meant(described: SourceRef, others: Iterable[SourceRef]) -> SourceRef | None:
    """The one body among the others whose name holds every word of a description: "the rights commission", "Chad's commission"
    for the Chadian Human Rights Commission. One that has a name comes before one that is only described at more length."""
    if not is_institution(described.name):
        return None
    words, noun = _telling(described.name), head_noun(described.name)
    longer = {
        one
        for one in others
        if one != described and words <= (theirs := _telling(one.name)) and (one.named or words < theirs)
    }
    named = {one for one in longer if one.named and noun in _telling(one.name)}
    if named:
        return named.pop() if len(named) == 1 else None
    described_more = {one for one in longer if not one.named and head_noun(one.name) == noun}
    return described_more.pop() if len(described_more) == 1 else None


def _telling(name: str) -> frozenset[str]:
    """The words of a name that tell it from others, states under one name and with no small words."""
    plain = load_pack("sources")["words"]["plain"]
    tokens = (word for word in folded_tokens(_JOINED.sub("", name)) if word not in plain)
    return frozenset(_state(word) or word for word in tokens)


def _state(word: str) -> str | None:
    nation = nation_in((word,))
    return nation.side if nation is not None else seats().get(word)
