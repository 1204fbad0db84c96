"""Who made the study, report or inquiry that a text tells from, and calls "the study" further on."""

import re
from functools import cache

from cenotaph.language import load_pack
from cenotaph.trace.naming import folded_tokens
from cenotaph.trace.source_kinds import is_named
from cenotaph.trace.states import names_nation

_SHORT_FORM = re.compile(r" \([A-Z][A-Z.]{1,7}\)")
_NAME = r"(?P<maker>[A-Z][\w&/'’-]*(?: (?:& |(?:of |for |and |the ){0,2})[A-Z][\w&/'’-]*){0,7})"
_AND = re.compile(r"(?:,| and) (?:the )?")
_POSSESSIVE = re.compile(r"['’]s\b.*")
_WHERE = re.compile(r" (?:in|from|of|at|across) (?:the )?")


def makers(text: str) -> tuple[str, ...]:
    """The names of those who made the documents that a text tells of, each once."""
    plain = _SHORT_FORM.sub("", text)
    found = (
        _POSSESSIVE.sub("", match["maker"]) for pattern in _patterns() for match in pattern.finditer(plain)
    )
    return tuple(dict.fromkeys(name for name in found if is_named(name) or name.isupper()))


def is_document(name: str) -> bool:
    """Whether a name only says what kind of document speaks, or that its authors do: "the study", "a new report",
    "researchers in Chad"."""
    who, _, where = _WHERE.sub("\n", name, count=1).partition("\n")
    if who == who.lower() and all(map(names_nation, _AND.split(where) if where else ())):
        tokens = folded_tokens(who)
        if tokens and tokens[-1] in load_pack("sources")["documents"]["authors"]:
            return True
    tokens = folded_tokens(name)
    return (
        bool(tokens)
        and tokens[-1] in _nouns()
        and len(tokens) <= 2
        and name[len(name) - len(tokens[-1]) :].islower()
    )


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    pack = load_pack("sources")["documents"]
    nouns = "(?:" + "|".join(sorted(_nouns())) + ")"
    patterns: list[str] = pack["makers"]
    return tuple(
        re.compile(pattern.replace("{noun}", nouns).replace("{maker}", _NAME)) for pattern in patterns
    )


@cache
def _nouns() -> frozenset[str]:
    return frozenset(load_pack("sources")["documents"]["nouns"])
