"""Agencies and outlets that a text says it is from, at its head or foot: "KYIV (Reuters) -", "Source: SANA"."""

import re
from collections.abc import Iterable
from functools import cache

from cenotaph.language import load_pack
from cenotaph.model import Span
from cenotaph.trace.naming import folded_name, folded_tokens, glosses
from cenotaph.trace.shipped import carrier, outlet_of, shipped
from cenotaph.trace.source import CARRIERS, SourceRef
from cenotaph.trace.source_kinds import kind_of

_REACH = 300
_CAPTIONED = 900
_SHORT = 5
_SECOND = re.compile(r"/([A-Z][\w.]+)[)}]")
_ADDRESS = r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,4}"
_ANY = r"(?:(?:The |the )?[A-Z][\w'’&-]*(?:\.[a-z]{2,4}\b)?(?: (?:of |the |and )?[A-Z][\w'’&-]*){0,4})"


def byline(text: str, own: SourceRef | None = None) -> tuple[SourceRef, Span] | None:
    """The outlet that the text is from by its own words, and where they stand; None where it names none or several, its `own`
    outlet not counted among several."""
    found: dict[str, tuple[SourceRef, Span]] = {}
    explained = glosses(text[:_REACH])
    tail = max(0, len(text) - _REACH)
    for part, start, end in (("head", 0, _REACH), ("dateline", 0, _CAPTIONED), ("tail", tail, len(text))):
        for match in _patterns(part).finditer(text[start:end]):
            where = next(group for group, name in match.groupdict().items() if name)
            source = _source(match[where], where)
            if source == own:
                source = _beside(match[0]) or source
            if (
                source is not None
                and not _is_of_picture(text, start + match.start(where))
                and match[where] not in explained
            ):
                span = Span(start + match.start(where), start + match.end(where))
                found.setdefault(source.key, (source, span))
    if len(found) > 1 and own is not None:
        found.pop(own.key, None)
    if not found:
        return _signed(text)
    return next(iter(found.values())) if len(found) == 1 else None


def _beside(words: str) -> SourceRef | None:
    """The agency named second in a bracket: "OSH (BSS/AFP) -"."""
    found = _SECOND.search(words)
    return _source(found[1], "name") if found is not None else None


def _signed(text: str) -> tuple[SourceRef, Span] | None:
    """The agency that signs its texts in the way this one is signed: "(Reporting by ...; editing by ...)"."""
    start = max(0, len(text) - _REACH)
    for row in load_pack("sources")["bylines"]["signatures"]:
        match, source = re.search(row["pattern"], text[start:]), shipped(folded_tokens(row["name"]))
        if match is not None and source is not None:
            return source, Span(start + match.start(), start + match.end())
    return None


def _is_of_picture(text: str, at: int) -> bool:
    """Whether a name stands alone below a line that says a picture's credit follows."""
    line = text[:at].rstrip().rpartition("\n")[2] if text[:at].endswith("\n") else ""
    return bool(line) and line.split()[-1].lower().strip(":.") in load_pack("sources")["bylines"]["pictures"]


def _source(name: str, group: str) -> SourceRef | None:
    """Whom a name in a byline stands for; a name that is not listed must look like an outlet's where its words could name
    anybody."""
    if group.startswith("web"):
        return outlet_of(name)
    known = shipped(folded_tokens(name))
    if known is not None:
        return known if known.carries else None
    if folded_name(name) in load_pack("sources")["words"]["nobodies"]:
        return None
    if group.startswith("media") and kind_of(name) not in CARRIERS and "." not in name:
        return None
    return carrier(name.removeprefix("the "))


@cache
def _patterns(part: str) -> re.Pattern[str]:
    """All patterns as one; each has the name in a group of its own, called after what may stand there."""
    pack = load_pack("sources")["bylines"]
    anywhere = () if part == "dateline" else pack["either"]
    whole = (_with_group(pattern, number) for number, pattern in enumerate((*pack[part], *anywhere)))
    return re.compile("|".join(f"(?:{pattern})" for pattern in whole))


def _with_group(pattern: str, number: int) -> str:
    for kind in ("name", "outlet"):
        pattern = pattern.replace(
            f"{{{kind}}}", rf"(?P<{kind}{number}>\b(?:[Tt]he )?(?:{_alternatives(kind)})(?!\w))"
        )
    for kind, form in (("any", _ANY), ("media", _ANY), ("web", _ADDRESS)):
        pattern = pattern.replace(f"{{{kind}}}", rf"(?P<{kind}{number}>\b{form})")
    return pattern


@cache
def _alternatives(kind: str) -> str:
    """The listed names that may stand there; short ones also as a word ("Afp")."""
    pack = load_pack("sources")
    names = {form for name in _names(pack["agency"]) for form in (name, name.upper())}
    outlets = {form for name in _names(pack["outlet"]) for form in (name, name.upper())}
    names |= outlets if kind == "outlet" else {name for name in outlets if name.isupper() and len(name) > 2}
    names |= {name.capitalize() for name in names if name.isupper() and 2 < len(name) < _SHORT}
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


def _names(rows: Iterable[dict[str, list[str]]]) -> Iterable[str]:
    return (str(name) for row in rows for name in (row["name"], *row.get("names", ())))
