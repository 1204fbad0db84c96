"""The names a report speaks under itself: its outlet and the wires of its dateline; they are never in a chain."""

import re
from functools import cache

from cenotaph.find.credit.naming.outlets import outlet_nouns
from cenotaph.find.credit.naming.speakers import Speaker
from cenotaph.language import load_pack
from cenotaph.model import Report

_DATELINE = re.compile(r"\(([A-Z][\w .,/&-]{1,40})\)\s*(?:--|[-–—:])")
_SPACED = re.compile(r"\s-\s")  # "ACAN - EFE".
_CLOSING = 1000
_SHORT_FORM = 3
# The line that Reuters closes its stories with.
_SIGN_OFF = re.compile(
    r"\((?:Additional )?(?:Reporting|Writing|Editing) by [^()]{3,300}; ?(?:Additional |Writing|Reporting|Editing|Compiled)"
)
_DAY = re.compile(r"\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s+\d")
_NOTE = re.compile(r"\s*[(,].*$")


def own_names(report: Report) -> tuple[str, ...]:
    """The outlet's name without remarks ("CNN (repost)" is CNN), and the wire names in the dateline or byline."""
    names = [] if report.outlet is None else [_NOTE.sub("", report.outlet)]
    names += map(_initials, names[:1])
    opening = report.text[:300]
    wires = [_SPACED.sub("-", wire) for wire in _DATELINE.findall(opening)]
    names += [*wires, *map(_initials, wires)]
    if _SIGN_OFF.search(report.text, max(0, len(report.text) - _CLOSING)) is not None:
        names.append("Reuters")
    return (*filter(None, names), *_wires(opening))


def is_ours(who: Speaker) -> bool:
    """Whether a report means itself: "our correspondent", "this radio station"."""
    ours = "our" in who.about and " Our " not in who.name  # "Protect Our Future" is a charity.
    return ours or who.name in ("us", "me") or ("this" in who.about and who.head in outlet_nouns())


def _initials(name: str) -> str:
    """By what a longer name goes in the text ("The New Humanitarian" is TNH); nothing where it is short."""
    letters = "".join(word[0] for word in name.split() if word[0].isupper())
    return letters if len(letters) >= _SHORT_FORM else ""


def _wires(opening: str) -> list[str]:
    """Wires of a byline: "By A. Writer | AP June 25", "... toll rises AFP Tuesday 20 Sep 2016", "AFP A raid"."""
    return [match.group() for match in _wire_names().finditer(opening) if _is_byline(opening, match)]


def _is_byline(opening: str, wire: re.Match[str]) -> bool:
    """Whether a wire is named behind a bar, before a date, or between a headline and the first words of its story."""
    before, behind = opening[: wire.start()], opening[wire.end() : wire.end() + 24]
    if behind.startswith(":"):
        return False  # "Valley Post | AP: Nine dead".
    if before.endswith("| ") or _DAY.match(behind) is not None:
        return True
    datelines = load_pack("reporting")["datelines"]
    first = behind.split(maxsplit=1)
    last = before.split()[-1:]
    told = not last or last[0].lower() in datelines["told"] or not last[0][-1].isalnum()
    return not told and len(first) == 2 and first[0] in datelines["openings"]


@cache
def _wire_names() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, load_pack('reporting')['datelines']['wires']))})\b")
