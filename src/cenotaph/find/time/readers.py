"""What each form of time expression means, given the day of publication."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal, NamedTuple

from cenotaph.find.time import dates
from cenotaph.find.time.dates import Partial
from cenotaph.find.time.words import lexicon

Kind = Literal["day", "span", "since", "as-of", "month", "year", "relative"]

_MONTH_DOES = re.compile(r" (?:saw|marked|brought|witnessed)\b")  # "July saw 86 guards killed".

_SHORT = ("minute", "hour")
_DEEDS = r"(?:[\w-]+ ){0,2}?(?:attack|bombing|blast|raid|shooting|strike|ambush|massacre|killing|assault|explosion|clash|siege)"
_MONTH_HAS = re.compile(rf"['’]s {_DEEDS}")  # "January's shooting".
_ATTACK = re.compile(rf" {_DEEDS}")  # "The May bombing".


class Reading(NamedTuple):
    """What a match means: its first and last date, and its kind."""

    first: Partial | None
    last: Partial | None
    kind: Kind
    offset: int = 0


def read(sentence: str, match: re.Match[str], anchor: date | None) -> Reading | None:
    """What a match of the pattern in the lower-case `sentence` means; None where it is no time after all."""
    kind = next(name for name in _READERS if match[name] is not None)
    before = match.string[max(0, match.start() - 24) : match.start()].split()
    month = next((name for name in _MONTH_GROUPS if match[name]), None)
    if month is not None and not _is_month_name(sentence[slice(*match.span(month))]):
        return None
    return _READERS[kind](match, anchor, before)


def _is_month_name(written: str) -> bool:
    return written[0].isupper() or written not in ("may", "march", "mar", "sep", "dec", "jan", "jun")


def _numeric(match: re.Match[str], anchor: date | None, before: list[str]) -> Reading | None:
    year, month, day = (int(part) for part in re.split(r"[./-]", match["iso"] or match["numeric"]))
    if match["numeric"]:
        year, day = day, year
        year += 0 if year > 99 else _century(year)
        day, month = (month, day) if month > 12 else (day, month)
    if not (1 <= month <= 12 and dates.is_day(year, month, day)):
        return None
    return Reading(Partial(year, month, day), Partial(year, month, day), "day")


def _month_of(name: str) -> int:
    return lexicon().months[name.rstrip(".")]


def _year_of(match: re.Match[str], name: str) -> int | None:
    """The year in group `name`: four figures, or two as in wire headers."""
    digits = match[name]
    if not digits:
        return None
    if len(digits) == 4:
        return int(digits)
    return int(digits) + _century(int(digits))


def _century(year: int) -> int:
    """The hundreds of a year written in two figures."""
    return 1900 if year > 40 else 2000


def _days(month: int, first: int, last: int | None, year: int | None, anchor: date | None) -> Reading | None:
    final = last or first
    if not (dates.is_day(year, month, first) and dates.is_day(year, month, final)):
        return None
    end = Partial(year, month, final) if year is not None else dates.last_such(anchor, month, final)
    return Reading(end._replace(day=first), end, "span" if last else "day")


def _day_month(match: re.Match[str], anchor: date | None, before: list[str]) -> Reading | None:
    last = int(match["d1"])
    first = int(match["d0"]) if match["d0"] else last
    return _days(_month_of(match["m1"]), first, last if match["d0"] else None, _year_of(match, "y1"), anchor)


def _month_day(match: re.Match[str], anchor: date | None, before: list[str]) -> Reading | None:
    last = int(match["d3"]) if match["d3"] else None
    if before[-1:] == ["in"] and not match["y2"]:
        month = dates.last_such(anchor, _month_of(match["m2"]))
        return Reading(month, month, "month")
    return _days(_month_of(match["m2"]), int(match["d2"]), last, _year_of(match, "y2"), anchor)


def _month_year(match: re.Match[str], anchor: date | None, before: list[str]) -> Reading | None:
    year: int | None
    if match["y3"][0].isdigit():
        year = int(match["y3"])
    else:
        year = None if anchor is None else anchor.year - match["y3"].startswith("last")
    month = Partial(year, _month_of(match["m3"]))
    return Reading(month, month, "month")


def _month(match: re.Match[str], anchor: date | None, before: list[str]) -> Reading | None:
    lead = before[-1].rpartition("-")[0] or before[-1] if before else ""
    end = match.end()
    does = _MONTH_DOES.match(match.string, end) or _MONTH_HAS.match(match.string, end)
    attack = lead in ("the", "a", "an", "their", "its") and _ATTACK.match(match.string, end)
    if not (lead in lexicon().before_month or does or attack):
        return None
    month = dates.last_such(anchor, _month_of(match["m4"]))
    if lead == "last" and anchor is not None and month == Partial(anchor.year, anchor.month):
        month = Partial(anchor.year - 1, anchor.month)
    return Reading(month, month, "month")


def _weekday(match: re.Match[str], anchor: date | None, before: list[str]) -> Reading | None:
    if anchor is None:
        return Reading(None, None, "day")
    number = lexicon().weekdays[match["weekday"]]
    if match["which"] == "next":
        day = dates.weekday(anchor, number) + timedelta(days=7)
    else:
        day = dates.weekday(anchor, number, strictly=match["which"] == "last")
    return Reading(dates.partial(day), dates.partial(day), "day")


def _deictic(match: re.Match[str], anchor: date | None, before: list[str]) -> Reading | None:
    if anchor is None:
        return Reading(None, None, "day")
    word = " ".join(match["deictic"].split())
    today, yesterday = dates.partial(anchor), dates.moved(anchor, -1, "day")
    if word == "overnight":
        return Reading(yesterday, today, "span")
    if word.startswith("the"):  # "The day before yesterday".
        yesterday = today = dates.moved(anchor, -2, "day")
    day = yesterday if word in ("yesterday", "last night") else today
    return Reading(day, day, "day")


def _unit(match: re.Match[str], anchor: date | None, before: list[str]) -> Reading | None:
    """ "last month", "earlier this year", "this week"."""
    unit, which = match["unit"], match["which_unit"].split()[-1]
    kind: Kind = "month" if unit == "month" else "year" if unit == "year" else "span"
    if anchor is None or which == "next":
        return Reading(None, None, kind)
    back = 0 if which in ("this", "the", "a") else 1
    earlier = match["which_unit"].startswith(("earlier", "early", "late"))
    if unit in ("month", "year"):
        whole = dates.moved(anchor, -back, unit)
        return Reading(whole, whole if back or earlier else dates.partial(anchor), kind)
    monday = anchor - timedelta(days=anchor.weekday() + 7 * back)
    if unit == "weekend":
        monday = anchor - timedelta(days=anchor.weekday() + (7 if anchor.weekday() < 5 or back else 0))
        return Reading(dates.moved(monday, 5, "day"), dates.moved(monday, 6, "day"), "span")
    sunday = min(monday + timedelta(days=6), anchor)
    return Reading(dates.partial(monday), dates.partial(sunday), "span")


def _past(match: re.Match[str], anchor: date | None, before: list[str]) -> Reading | None:
    if anchor is None:
        return Reading(None, None, "span")
    unit = (match["past_unit"] or match["in_unit"]).rstrip("s")
    if match["past_unit"] == f"{unit}s" and not match["past_count"]:
        return None  # "The last days" could be any.
    if unit == "hour" and match["in_unit"] and (_count(match["in_count"]) or 0) < 24:
        return None  # "Fought for over five hours".
    if unit == "day" and not (match["past_count"] or match["in_count"]):  # "Over the past day": that before.
        return Reading(dates.moved(anchor, -1, "day"), dates.moved(anchor, -1, "day"), "day")
    count = _count(match["past_count"] or match["in_count"] or "one")
    if count is None and unit in _SHORT:
        return Reading(dates.partial(anchor), dates.partial(anchor), "day")  # "In the past few hours".
    first = None if count is None else dates.opening(anchor, count, unit)
    return Reading(first, dates.partial(anchor), "span")


def _count(words: str) -> int | None:
    word = words.split()[0]
    return int(word) if word.isdigit() else lexicon().counts.get(word)


def _ago(match: re.Match[str], anchor: date | None, before: list[str]) -> Reading | None:
    count, unit, way = _count(match["ago_count"]), match["ago_unit"].rstrip("s"), match["ago_way"]
    if way != "ago":
        days = {"day": 1, "week": 7}.get(unit, 0) * (count or 0)
        return Reading(None, None, "relative", days if way in ("later", "after") else -days) if days else None
    if count is None and unit in _SHORT:
        count = 0  # "A few minutes ago".
    if anchor is None or count is None:
        return Reading(None, None, "day")
    day = dates.moved(anchor, -count, unit)
    kind: Kind = "month" if day.day is None and day.month else "day" if day.day else "year"
    if unit == "week" and not match.string.startswith(
        (" today", " on "), match.end()
    ):  # "Two weeks ago" names no day.
        day, kind = Partial(day.year, day.month), "month"
    return Reading(day, day, kind)


def _relative(match: re.Match[str], anchor: date | None, before: list[str]) -> Reading | None:
    words = " ".join(match["relative"].split())
    if any(word in words for word in ("previous", "before", "earlier")):
        return Reading(None, None, "relative", -1)
    return Reading(None, None, "relative", 0 if "same" in words or "that" in words else 1)


def _year(match: re.Match[str], anchor: date | None, before: list[str]) -> Reading | None:
    lead = before[-1].rpartition("-")[0] or before[-1] if before else ""
    adjective = (
        lead in ("a", "the", "its", "their") and match.string[match.end() : match.end() + 2].strip().isalpha()
    )
    if lead.strip("(,") not in lexicon().before_year and not adjective and not match["y5"]:
        return None
    first = int(match["y4"])
    if not match["y5"]:
        return Reading(Partial(first), Partial(first), "year")
    last = int(match["y4"][: 4 - len(match["y5"])] + match["y5"])
    return Reading(Partial(first), Partial(last), "span") if first < last else None


def _decade(match: re.Match[str], anchor: date | None, before: list[str]) -> Reading | None:
    ten = Partial(int(match["decade"]), decade=True)
    return Reading(ten, ten, "year")


def _holiday(match: re.Match[str], anchor: date | None, before: list[str]) -> Reading | None:
    rule = lexicon().holidays[" ".join(match["holiday"].split())]
    if "-" in rule:
        month, day = map(int, rule.split("-"))
        when = dates.last_such(anchor, month, day)
    elif anchor is None:
        return Reading(None, None, "day")
    else:
        month, number, nth = map(int, rule.split(":"))
        this = dates.nth_weekday(anchor.year, month, number, nth)
        when = dates.partial(
            this if this <= anchor else dates.nth_weekday(anchor.year - 1, month, number, nth)
        )
    return Reading(when, when, "day")


_MONTH_GROUPS = ("m1", "m2", "m3", "m4")
_READERS: dict[str, Callable[[re.Match[str], date | None, list[str]], Reading | None]] = {
    "iso": _numeric,
    "numeric": _numeric,
    "m1": _day_month,
    "m2": _month_day,
    "m3": _month_year,
    "m4": _month,
    "weekday": _weekday,
    "deictic": _deictic,
    "unit": _unit,
    "past_unit": _past,
    "in_unit": _past,
    "ago_unit": _ago,
    "relative": _relative,
    "decade": _decade,
    "y4": _year,
    "holiday": _holiday,
}
