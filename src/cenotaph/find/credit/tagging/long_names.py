"""Names of bodies that hold "and" or commas: "the School of Hygiene and Tropical Medicine", "Minister of Culture, Youth and Sports"."""

import re
from functools import cache

from cenotaph.find.credit.tagging.words import Words
from cenotaph.find.text.folding import fold
from cenotaph.find.whose.parties import armed_groups, nations
from cenotaph.language import load_pack

# The coordinated part of such a name, behind its "of", "on" or "for": word classes as capitals stand for them.
_PARTS = re.compile(r"[oP]D?(?P<first>[CxNLdRK]{1,3})(?P<more>(?:,[CxNLdRK]{1,3}){0,3}),?&(?P<last>[CxNdRK])")


def with_and(words: Words, raw: list[str]) -> str:
    """The tags with what stands inside such a name as parts of one."""
    tags = words.tags
    if _heads().isdisjoint(words.lower):
        return tags
    for at, word in enumerate(words.lower):
        if word not in _heads():
            continue
        parts = _PARTS.match(tags, at + 1)
        if parts is None or not _is_one_name(raw, parts):
            continue
        start, end = parts.start("first"), parts.end("last")
        tags = tags[:start] + "C" * (end - start) + tags[end:]
    return tags


def _is_one_name(raw: list[str], parts: re.Match[str]) -> bool:
    """Whether all words of the parts are capitalised, and the last is no party of its own ("the Ministry of Health and Hamas")."""
    inside = raw[parts.start("first") : parts.end("last")]
    last = fold(raw[parts.start("last")])
    return all(word[:1].isupper() or word in (",", "and", "&", "or") for word in inside) and not (
        last in nations() or last in armed_groups()
    )


@cache
def _heads() -> frozenset[str]:
    return frozenset(load_pack("reporting")["bodies"]["of_parts"])
