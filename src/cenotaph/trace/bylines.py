"""Agencies that a text says it is from, at its head or foot: "KYIV (Reuters) -", "Source: SANA"."""

import re
from functools import cache

from cenotaph.language import load_pack
from cenotaph.model import Span
from cenotaph.trace.naming import folded_tokens
from cenotaph.trace.shipped import shipped
from cenotaph.trace.source import SourceRef

_REACH = 300
_SHORT = 5


def byline(text: str) -> tuple[SourceRef, Span] | None:
    """The agency that the text is from by its own words, and where they stand; None where it names none or several."""
    found: dict[str, tuple[SourceRef, Span]] = {}
    for pattern, start in ((_head(), 0), (_tail(), max(0, len(text) - _REACH))):
        for match in pattern.finditer(text[start : start + _REACH]):
            where = next(group for group, name in match.groupdict().items() if name)
            source = shipped(folded_tokens(match[where]))
            if source is not None:
                span = Span(start + match.start(where), start + match.end(where))
                found.setdefault(source.key, (source, span))
    return next(iter(found.values())) if len(found) == 1 else None


@cache
def _head() -> re.Pattern[str]:
    return _compiled("head")


@cache
def _tail() -> re.Pattern[str]:
    return _compiled("tail")


def _compiled(part: str) -> re.Pattern[str]:
    """All patterns as one; each has the name in a group of its own."""
    patterns: list[str] = load_pack("sources")["bylines"][part]
    named = (
        pattern.replace("{name}", rf"(?P<n{number}>\b(?:The )?(?:{_names()})\b)")
        for number, pattern in enumerate(patterns)
    )
    return re.compile("|".join(f"(?:{pattern})" for pattern in named))


@cache
def _names() -> str:
    """The names of agencies; short ones also as a word ("Afp")."""
    names = {name for row in load_pack("sources")["agency"] for name in (row["name"], *row.get("names", ()))}
    names |= {name.capitalize() for name in names if name.isupper() and 2 < len(name) < _SHORT}
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
