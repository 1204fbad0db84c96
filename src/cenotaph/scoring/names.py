"""When two people mean the same name, side or source."""

import re
import unicodedata
from functools import cache

_SAME_SIDE = {
    "islamic state": {"isis", "isil", "is", "daesh"},
    "palestine": {"palestinian territories", "gaza", "state of palestine"},
    "united states": {"us", "usa", "u.s."},
    "united kingdom": {"uk", "britain"},
    "rsf": {"rapid support forces"},
}
_HEAD_OF = {name: head for head, names in _SAME_SIDE.items() for name in (head, *names)}
_STOP = frozenset({"of", "the", "in", "and", "for", "at", "said", "to", "s"})
_MARKS = re.compile('["“”‘().]')
_ARTICLE = re.compile(r"^(?:the|a|an|one|its|their)\s+")
_MOSTLY = 0.6
"""So much of the shorter name's words must stand in the longer one."""


@cache
def fold(text: str) -> str:
    """A name without case, quotation marks, brackets, stops and its article."""
    text = unicodedata.normalize("NFKC", text).replace("’", "'").lower()
    return " ".join(_ARTICLE.sub("", _MARKS.sub("", text).strip()).split())


def same_side(one: str | None, other: str | None) -> bool:
    """Whether two names mean one side of a war ("ISIS" and "Islamic State")."""
    return _side(one) == _side(other)


def same_name(one: str | None, other: str | None) -> bool:
    """Whether both are null, or one holds most words of the other."""
    if not one or not other:
        return one is other
    ones, others = _words(one), _words(other)
    shorter = min(len(ones), len(others))
    return shorter > 0 and len(ones & others) / shorter >= _MOSTLY


def same_origin(one: tuple[str, ...] | None, other: tuple[str, ...] | None) -> bool:
    """Whether two chains begin with the same source, or both are empty."""
    return same_chain((one or ())[:1], (other or ())[:1])


def same_chain(one: tuple[str, ...] | None, other: tuple[str, ...] | None) -> bool:
    """Whether two chains have the same sources in the same order."""
    ones, others = one or (), other or ()
    return len(ones) == len(others) and all(map(same_name, ones, others))


def _side(name: str | None) -> str | None:
    if name is None:
        return None
    folded = fold(name)
    return _HEAD_OF.get(folded, folded)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(fold(name).split()) - _STOP
