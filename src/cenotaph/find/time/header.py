"""The report's own date in its head, as wire headers and published pages write it."""

import re

from cenotaph.find.time.dates import day_of
from cenotaph.find.time.times import TimeExpression, times

_HEAD = 260  # Characters of a report in which its own date may stand.
_HEADER = re.compile(
    r"\b(?:published|updated|publication|as it stands|afp|ap|reuters|sana|xinhua)\b", re.IGNORECASE
)
_HEADER_END = re.compile(r"\s*[(|–-]")
_HAS_YEAR = re.compile(r"(?:19|20)\d\d$|^(?:19|20)\d\d|^\d{1,2}\s+[a-z]{3}\s+\d\d$", re.IGNORECASE)
_MAY_HAVE_YEAR = re.compile(r"[12][90][0-9]{2}|[0-9]\s+[A-Za-z]{3}\s+[0-9]{2}")
_LEADS_IN = re.compile(r"\b(?:on|since|of|from|until|by|before|after)\s*$", re.IGNORECASE)


def header_day(text: str, published: str | None) -> TimeExpression | None:
    """The report's own date in its head, where that has one with its year: wire headers and the like."""
    head = text[:_HEAD]
    if not _MAY_HAVE_YEAR.search(head):
        return None
    for time in times(head, 0, len(head), published):
        before, after = head[max(0, time.start - 40) : time.start], head[time.end : time.end + 3]
        if time.kind != "day" or time.until is None or not _HAS_YEAR.search(head[time.start : time.end]):
            continue
        own = time.until == iso_day(published) and not _LEADS_IN.search(before)
        if time.start < 24 or own or _HEADER.search(before) or _HEADER_END.match(after):
            return time
    return None


def iso_day(published: str | None) -> str | None:
    """The day of an ISO date or date-time, None where there is none."""
    day = day_of(published)
    return None if day is None else day.isoformat()
