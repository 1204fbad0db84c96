"""Armed groups that no list knows, by the form of their names: "Liwa al-Quds Force", "Popular Liberation Army of Home"."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from cenotaph.find.text.folding import fold
from cenotaph.find.text.small import bag, opened
from cenotaph.find.whose.parties import Party, nations
from cenotaph.language import load_pack

_NAME = r"[^\W\d_a-z][\w'’]*"
_ARTICLE = r"(?:al|ul|as|ash|an|ad|at|ar|el|bin|ibn|wal|Al|Bin|Ibn)"
_NO_PART = r"(?!(?:The|In|On|But|And|When|A|An|Its|Their|By|Of|For|After|While|Some|Members)\b)"


class _Forms(NamedTuple):
    """The words that open or end such names, and the patterns of the whole."""

    words: frozenset[str]
    opened: re.Pattern[str]
    ended: re.Pattern[str]
    joined: re.Pattern[str]
    members: frozenset[str]
    bodies: frozenset[str]
    creeds: frozenset[str]


def unlisted(text: str, capitalised: AbstractSet[str]) -> Iterator[tuple[int, int, Party]]:
    """Where groups stand that are named in the form of an armed group's; `capitalised` are the text's words with a capital."""
    forms = _forms()
    for match in () if forms.bodies.isdisjoint(bag(text)) else opened(forms.joined, text, forms.members):
        if any(word in forms.creeds or fold(word) in nations() for word in match.group(1).split()):
            continue  # "Members of the Takfiri group".
        yield match.start(1), match.end(1), Party(match.group(1), "group", None, cased=False)
    if forms.words.isdisjoint(capitalised):
        return
    for pattern in (forms.opened, forms.ended):
        for match in pattern.finditer(text):
            name = " ".join(match.group().split())
            yield match.start(), match.end(), Party(name, "group", None, cased=False)


@cache
def _forms() -> _Forms:
    pack = load_pack("armed_groups")["unlisted"]
    openings, endings = pack["openings"], pack["endings"]
    words = frozenset((*openings, *(ending.split()[0] for ending in endings)))
    opening = rf"\b(?:{'|'.join(openings)})(?:[ -]{_ARTICLE}[ -]?{_NAME}| {_NAME}){{1,3}}"
    ending = rf"\b{_NO_PART}(?:{_NAME}(?:-\w+)? ){{1,3}}?(?:{'|'.join(endings)})\b(?: of {_NAME})?"
    joined = rf"\b(?:{'|'.join(pack['members'])}) (?:of|from) (?:the )?(?:[a-z-]+ |[A-Z][a-z]+-[a-z]+ )?((?:al-|el-)?{_NAME}(?: {_NAME})?) (?:{'|'.join(pack['bodies'])})\b"
    members, bodies = frozenset(pack["members"]), frozenset(pack["bodies"])
    return _Forms(
        words,
        re.compile(opening),
        re.compile(ending),
        re.compile(joined),
        members,
        bodies,
        frozenset(pack["creeds"]),
    )
