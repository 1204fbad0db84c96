"""Agencies and outlets that a text says it is from, at its head or foot: "KYIV (Reuters) -", "Source: SANA"."""

import re
from collections.abc import Iterator
from functools import cache

from cenotaph.language import load_pack
from cenotaph.model import Span
from cenotaph.trace.listed_names import ListedName, listed_names
from cenotaph.trace.naming import folded_name, folded_tokens, glosses
from cenotaph.trace.shipped import carrier, outlet_of, shipped
from cenotaph.trace.source import CARRIERS, SourceRef
from cenotaph.trace.source_kinds import kind_of

_REACH = 300
_CAPTIONED = 900
_SECOND = re.compile(r"/([A-Z][\w.]+)[)}]")
_ADDRESS = r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,4}"
_OF_PICTURE = re.compile(r"[ /]{0,3}(?:[Ff]ile )?(?:[Pp]hoto|PHOTO|[Ii]mage|[Pp]icture)s?\b")
_AGENCY, _OUTLET = "\ue000", "\ue001"
_NEVER = r"(?!)"
_LISTED = ("{name}", "{outlet}")
_ANY = r"(?:(?:The |the )?[A-Z][\w'’&-]*(?:\.[a-z]{2,4}\b)?(?: (?:of |the |and )?[A-Z][\w'’&-]*){0,4})"

_FORMS = {
    "name": rf"(?<![\w{_AGENCY}])(?:[Tt]he )?{_AGENCY}+",
    "outlet": rf"(?<![\w{_AGENCY}{_OUTLET}])(?:[Tt]he )?[{_AGENCY}{_OUTLET}]+",
    "any": rf"\b{_ANY}",
    "media": rf"\b{_ANY}",
    "web": rf"\b{_ADDRESS}",
}


def byline(text: str, own: SourceRef | None = None) -> tuple[SourceRef, Span] | None:
    """The outlet that the text is from by its own words, and where they stand; None where it names none or several, its `own`
    outlet not counted among several."""
    found: dict[str, tuple[SourceRef, Span]] = {}
    explained = glosses(text[:_REACH])
    tail = max(0, len(text) - _REACH)
    for part, start, end in (("head", 0, _REACH), ("dateline", 0, _CAPTIONED), ("tail", tail, len(text))):
        for match, group in _told(part, text[start:end]):
            span = Span(start + match.start(group), start + match.end(group))
            name = text[span.start : span.end]
            source = _source(name, group)
            if source == own:
                source = _beside(text[start + match.start() : start + match.end()]) or source
            if source is not None and not _is_of_picture(text, span) and name not in explained:
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


def _is_of_picture(text: str, name: Span) -> bool:
    """Whether a name stands alone below a line that says a picture's credit follows, or before what says so: "AFP file photo"."""
    if _OF_PICTURE.match(text, name.end) is not None:
        return True
    before = text[: name.start]
    line = before.rstrip().rpartition("\n")[2] if before.endswith("\n") else ""
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


def _told(part: str, text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Where a pattern holds in this part of a text, and the group that has the name; of two that overlap the one that begins first.

    A listed name is tried by putting marks in its place, so that no pattern has the list of names in it: compiling that took a second.
    """
    tried = [(_patterns(part, listed=False), text)]
    tried += [(_patterns(part, listed=True), _marked(text, name)) for name in listed_names(text)]
    matches = [(match, _group(match)) for pattern, words in tried for match in pattern.finditer(words)]
    free = 0
    for match, group in sorted(matches, key=_order):
        if match.start() >= free:
            free = match.end()
            yield match, group


def _order(told: tuple[re.Match[str], str]) -> tuple[int, int, int, int]:
    """Matches in the order in which one pattern would find them: by beginning, by row of the list, by the name, longer names first."""
    match, group = told
    return (
        match.start(),
        int(group.lstrip("abcdefghijklmnopqrstuvwxyz")),
        match.start(group),
        -match.end(group),
    )


def _group(match: re.Match[str]) -> str:
    return next(group for group, name in match.groupdict().items() if name)


def _marked(text: str, name: ListedName) -> str:
    mark = _OUTLET if name.outlet else _AGENCY
    return text[: name.start] + mark * (name.end - name.start) + text[name.end :]


@cache
def _patterns(part: str, *, listed: bool) -> re.Pattern[str]:
    """The patterns for listed names, or the others, as one; each has the name in a group of its own, called after what may stand there."""
    pack = load_pack("sources")["bylines"]
    anywhere = () if part == "dateline" else pack["either"]
    rows = (
        row
        for row in enumerate((*pack[part], *anywhere))
        if listed == any(kind in row[1] for kind in _LISTED)
    )
    return re.compile("|".join(f"(?:{_with_group(pattern, number)})" for number, pattern in rows) or _NEVER)


def _with_group(pattern: str, number: int) -> str:
    for kind, form in _FORMS.items():
        pattern = pattern.replace(f"{{{kind}}}", rf"(?P<{kind}{number}>{form})")
    return pattern
