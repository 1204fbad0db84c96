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
_MAY_HAVE_DAY = re.compile(r"[12][90][0-9]{2}|[0-9]\s+[A-Za-z]{3}|[A-Za-z]{3}\.?\s+[0-9]")
_LEADS_IN = re.compile(r"\b(?:on|since|of|from|until|by|before|after)\s*$", re.IGNORECASE)
# A line of its own below a headline: "Port Sudan, 14 November 2025".
_LINE_BEFORE = re.compile(r"\n\s*(?:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3},? )?(?:[A-Z][a-z]+day,? )?$")
_LINE_END = re.compile(r"[ \t]*\n")
# "Published16 FebruaryShare page", of pages that lost their spaces.
_GLUED = re.compile(r"(?:Published|Updated)(\d{1,2} [A-Z][a-z]{2,8}(?: (?:19|20)\d\d)?)")


def header_day(text: str, published: str | None) -> TimeExpression | None:
    """The report's own date in its head, where that has one with its year, or stands for a date that nobody gives."""
    head = text[:_HEAD]
    if not _MAY_HAVE_DAY.search(head):
        return None
    glued = _GLUED.match(head)
    found = times(head, *glued.span(1), published) if glued else times(head, 0, len(head), published)
    return next((time for time in found if _is_own(head, time, published)), None)


def _is_own(head: str, time: TimeExpression, published: str | None) -> bool:
    """Whether a time of the head is the day of the report."""
    if time.kind != "day" or time.until is None:
        return False
    before, after = head[max(0, time.start - 40) : time.start], head[time.end : time.end + 3]
    if not _HAS_YEAR.search(head[time.start : time.end]):
        told = before.endswith("Published") or _HEADER_END.match(after) is not None
        return published is None and told and not _LEADS_IN.search(before)
    own = time.until == iso_day(published) and not _LEADS_IN.search(before)
    alone = _LINE_BEFORE.search(before) is not None and _LINE_END.match(after) is not None
    return bool(
        time.start < 24 or own or alone or _HEADER.search(before) or _HEADER_END.match(after)
    ) or before.endswith("Published")


def iso_day(published: str | None) -> str | None:
    """The day of an ISO date or date-time, None where there is none."""
    day = day_of(published)
    return None if day is None else day.isoformat()
