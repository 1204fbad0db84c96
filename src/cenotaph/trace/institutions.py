"""Bodies that a text describes and does not name: they speak for themselves, as people without a name do not."""

import re
from functools import cache

from cenotaph.language import load_pack
from cenotaph.trace.naming import Tokens, folded_tokens
from cenotaph.trace.source_kinds import words_of_head

_SOME = re.compile(r"(?:[Ss]ome|[Ss]everal|[Mm]any|[Nn]o|[Nn]either|[Oo]ther|[Aa]nother) ")


def is_institution(name: str) -> bool:
    """Whether words are for one body by their noun: "the state railway company", "a special court", "Ayr's hospital"; not for
    its people ("a doctor at the hospital"), nor for an outlet."""
    tokens = folded_tokens(" ".join(words_of_head(name)))
    return _SOME.match(name) is None and bool(_noun(tokens))


def _noun(tokens: Tokens) -> str:
    """The noun for a body that words end in: "think tank"; "" where there is none."""
    ends = (" ".join(tokens[-size:]) for size in (2, 1) if tokens[-size:])
    return next((end for end in ends if end in _nouns()), "")


@cache
def _nouns() -> frozenset[str]:
    nouns = load_pack("sources")["words"]["institutions"]
    return frozenset(" ".join(folded_tokens(noun)) for noun in nouns)
