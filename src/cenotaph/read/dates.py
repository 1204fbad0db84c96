"""Dates as reports give them, to ISO 8601 with the zone kept."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s?[+-]\d{2}:?\d{2}|Z)?)?")
_COMPACT = re.compile(r"(\d{4})[/.]?(\d{2})[/.]?(\d{2})(?!\d)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_WORDS = re.compile(
    rf"\b(?:{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?|(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH.replace('month', 'second')})"
    r",?\s+(?P<year>\d{4})\b",
    re.IGNORECASE,
)


def iso_date(text: str) -> str | None:
    """The ISO 8601 form of a date or date-time, None if it is none or could be two ("03/04/2022")."""
    text = text.strip()
    if _ISO.fullmatch(text):
        return _valid(text.replace(" +", "+").replace(" -", "-").replace(" ", "T"))
    compact = _COMPACT.match(text)
    if compact:
        return _valid("-".join(compact.groups()))
    return _mail(text) or _words(text)


def _valid(text: str) -> str | None:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return None
    return text


def _mail(text: str) -> str | None:
    """ "Tue, 15 Mar 2022 10:00:00 +0200", the form of mail and feeds (RFC 5322)."""
    if ":" not in text:
        return None
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, OverflowError):
        return None


def _words(text: str) -> str | None:
    found = _WORDS.search(text)
    if found is None:
        return None
    month = _MONTHS.index((found["month"] or found["second"])[:3].lower()) + 1
    try:
        return date(int(found["year"]), month, int(found["day"] or found["first"])).isoformat()
    except ValueError:
        return None
