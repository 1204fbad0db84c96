"""A first look at a text: which sentences hold a word of harm at all. The others cost no more than this."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from cenotaph.find.alternation import any_of
from cenotaph.language import load_pack
from cenotaph.model import Span


@cache
def harm_words() -> re.Pattern[str]:
    """One pattern for the stems of all words of harm, for lower-case text."""
    return any_of(load_pack("lexicon")["stems"])


def may_tell_of_harm(lower: str) -> bool:
    """Whether a lower-case text holds any word of harm."""
    return harm_words().search(lower) is not None


def hit_sentences(lower: str, spans: Sequence[Span]) -> list[int]:
    """The numbers of the sentences that hold a word of harm, in order."""
    starts = [span.start for span in spans]
    found = {bisect_right(starts, match.start()) - 1 for match in harm_words().finditer(lower)}
    found.discard(-1)
    return sorted(found)
