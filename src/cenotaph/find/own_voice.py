"""The names a report speaks under itself: its outlet and the wires of its dateline; they are never in a chain."""

import re
from functools import cache

from cenotaph.language import load_pack
from cenotaph.model import Report

_DATELINE = re.compile(r"\(([A-Z][\w .,/&-]{1,40})\)\s*(?:--|[-–—:])")
_NOTE = re.compile(r"\s*[(,].*$")


def own_names(report: Report) -> tuple[str, ...]:
    """The outlet's name without remarks ("CNN (repost)" is CNN), and the wire names in the dateline or byline."""
    names = [] if report.outlet is None else [_NOTE.sub("", report.outlet)]
    opening = report.text[:300]
    names += _DATELINE.findall(opening)
    return (*filter(None, names), *_wires(opening))


def _wires(opening: str) -> list[str]:
    """Wires of a byline: "By A. Writer | AP June 25", "... toll rises AFP Tuesday 20 Sep 2016"."""
    return _byline().findall(opening)


@cache
def _byline() -> re.Pattern[str]:
    wires = "|".join(map(re.escape, load_pack("reporting")["datelines"]["wires"]))
    day = r"\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s+\d"
    return re.compile(rf"(?<=\| )(?:{wires})\b|\b(?:{wires})(?={day})")
