"""Times named in a text ("on Wednesday", "since 24 February", "in 24 hours"), resolved to EDTF with the day of publication."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Literal, NamedTuple

from msgspec import Struct

from cenotaph.find import dates
from cenotaph.find.dates import Partial
from cenotaph.find.numerals import lowered
from cenotaph.language import load_pack

Kind = Literal["day", "span", "since", "as-of", "month", "year", "relative"]
_JOINS = frozenset(("to", "until", "till", "and", "through", "-", "–"))
_SIGNS = tuple("\n\t-,.;:()[]\"'’“”–—")


class TimeExpression(Struct, frozen=True):
    """A time named at `start`–`end`. `from_` and `until` are EDTF, None where open or not to be known.

    A "relative" one ("the previous day") says `offset` days from what the text dated last.
    """

    start: int
    end: int
    from_: str | None
    until: str | None
    kind: Kind
    offset: int = 0


class Reading(NamedTuple):
    """What a match means: its first and last date, and its kind."""

    first: Partial | None
    last: Partial | None
    kind: Kind
    offset: int = 0


class Lexicon(NamedTuple):
    """The compiled pattern and the words of the pack."""

    pattern: re.Pattern[str]
    heads: frozenset[str]
    months: dict[str, int]
    weekdays: dict[str, int]
    counts: dict[str, int]
    holidays: dict[str, str]
    before_month: frozenset[str]
    before_year: frozenset[str]
    since: tuple[str, ...]
    as_of: tuple[str, ...]


def times(text: str, start: int, end: int, published: str | None) -> list[TimeExpression]:
    """The times named in `text[start:end]`, left to right; `published` is an ISO date or date-time."""
    sentence = text[start:end]
    lower = lowered(sentence)
    if not _may_hold_times(lower):
        return []
    anchor, found, reach = dates.day_of(published), list[TimeExpression](), 0
    for match in lexicon().pattern.finditer(lower):
        if match.start() < reach:
            continue
        reading = _read(sentence, lower, match, anchor)
        if reading is not None:
            left, reading = _led(lower, match.start(), reading)
            found.append(_expression(start, left, match.end(), reading))
            reach = match.end()
    return _spans(text, found)


def _may_hold_times(lower: str) -> bool:
    flat = lower
    for sign in _SIGNS:
        flat = flat.replace(sign, " ")
    return not lexicon().heads.isdisjoint(flat.split()) or re.search(r"[0-9]{4}", lower) is not None


def _expression(offset: int, start: int, end: int, reading: Reading) -> TimeExpression:
    first, last = (part.edtf() if part is not None else None for part in (reading.first, reading.last))
    return TimeExpression(offset + start, offset + end, first, last, reading.kind, reading.offset)


def _read(sentence: str, lower: str, match: re.Match[str], anchor: date | None) -> Reading | None:
    """What a match means; None where it is no time after all."""
    kind = next(name for name in _READERS if match[name] is not None)
    before = lower[max(0, match.start() - 24) : match.start()].split()
    if match["m1"] or match["m2"] or match["m3"] or match["m4"]:
        name = next(group for group in ("m1", "m2", "m3", "m4") if match[group])
        if not _is_month_name(sentence[slice(*match.span(name))]):
            return None
    return _READERS[kind](match, anchor, before)


def _is_month_name(written: str) -> bool:
    return written[0].isupper() or written not in ("may", "march", "mar", "sep", "dec", "jan", "jun")


def _numeric(match: re.Match[str], anchor: date | None, before: list[str]) -> Reading | None:
    year, month, day = (int(part) for part in re.split(r"[./-]", match["iso"] or match["numeric"]))
    if match["numeric"]:
        year, day = day, year
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
    return int(digits) + (1900 if int(digits) > 40 else 2000)


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
    if lead not in lexicon().before_month:
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
    day = yesterday if word in ("yesterday", "last night") else today
    return Reading(day, day, "day")


def _unit(match: re.Match[str], anchor: date | None, before: list[str]) -> Reading | None:
    """ "last month", "earlier this year", "this week"."""
    unit, which = match["unit"], match["which_unit"].split()[-1]
    kind: Kind = "month" if unit == "month" else "year" if unit == "year" else "span"
    if anchor is None or which == "next":
        return Reading(None, None, kind)
    back = 0 if which in ("this", "the") else 1
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
    count = _count(match["past_count"] or match["in_count"] or "one")
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
    if anchor is None or count is None:
        return Reading(None, None, "day")
    day = dates.moved(anchor, -count, unit) if unit != "week" else dates.moved(anchor, -count, "week")
    kind: Kind = "month" if day.day is None and day.month else "day" if day.day else "year"
    if unit == "week":  # "Two weeks ago" names no day.
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
    "y4": _year,
    "holiday": _holiday,
}


def _led(lower: str, start: int, reading: Reading) -> tuple[int, Reading]:
    """The reading under "since" or "as of", and where that begins."""
    before = " ".join(lower[max(0, start - 24) : start].split())
    for leads, kind in ((lexicon().since, "since"), (lexicon().as_of, "as-of")):
        lead = next(
            (words for words in leads if before.endswith(words) and not before[: -len(words)][-1:].isalpha()),
            None,
        )
        if lead is None or reading.kind == "relative":
            continue
        left = lower.rindex(lead.split()[0], 0, start)
        if kind == "since":
            return left, Reading(reading.first, None, "since")
        return left, Reading(None, reading.last, "as-of")
    return start, reading


def _spans(text: str, found: list[TimeExpression]) -> list[TimeExpression]:
    """Pairs in "from X to Y" and "between X and Y" joined into one."""
    joined = list[TimeExpression]()
    for time in found:
        last = joined[-1] if joined else None
        span = None if last is None else _span(text, last, time)
        if span is None:
            joined.append(time)
        else:
            joined[-1] = span
    return joined


def _span(text: str, first: TimeExpression, second: TimeExpression) -> TimeExpression | None:
    """The stretch from `first` to `second`, where the words between and before them make it one."""
    if first.from_ is None or second.until is None:
        return None
    gap = text[first.end : second.start].strip().lower()
    if (
        first.kind == second.kind == "month"
        and gap in ("and", "to", "-", "–")
        and first.from_[4:] < second.until[4:]
    ):
        return TimeExpression(
            first.start, second.end, second.until[:4] + first.from_[4:], second.until, "span"
        )
    if gap not in _JOINS and not (gap == "" and second.kind == "as-of"):
        return None
    if first.kind == "since":
        return TimeExpression(first.start, second.end, first.from_, second.until, "span")
    lead = text[max(0, first.start - 12) : first.start].lower().split()[-1:]
    if lead not in (["from"], ["between"]):
        return None
    start = lowered(text).rindex(lead[0], 0, first.start)
    return TimeExpression(start, second.end, first.from_, second.until, "span")


@cache
def lexicon() -> Lexicon:
    """The time words of the pack and their pattern, compiled when first asked for."""
    pack = load_pack("times")
    words, months, days = pack["words"], pack["months"], pack["weekdays"]
    heads = {*months, *days, *(name.split()[0] for name in pack["holidays"])}
    heads.update(words["heads"])
    return Lexicon(
        re.compile(_pattern(list(months), list(days), list(pack["counts"]), list(pack["holidays"]))),
        frozenset(heads),
        months,
        days,
        pack["counts"],
        pack["holidays"],
        frozenset(words["before-month"]),
        frozenset(words["before-year"]),
        tuple(sorted(words["since"], key=len, reverse=True)),
        tuple(sorted(words["as-of"], key=len, reverse=True)),
    )


def _pattern(months: list[str], weekdays: list[str], counts: list[str], holidays: list[str]) -> str:
    full, short = (
        _either([name for name in months if len(name) > 4]),
        _either([name for name in months if len(name) < 5]),
    )
    month = rf"(?:(?:{full})\b|(?:{short})\b\.?)"
    ordinal = r"(?:st|nd|rd|th)?"
    named = rf"(?:(?:{_either(weekdays)}),?\s+)?"
    number = rf"(?:\d{{1,3}}|{_either(counts)}|several|a\s+few|a\s+couple\s+of)"
    unit = r"(?:hour|day|week|month|year|decade)s?"
    year = r"(?:19|20)\d\d\b"
    no_count = r"(?!\d|[.,:]\d)"
    first_day = rf"(?:(?:between\s+|from\s+)?(?P<d0>\d{{1,2}}){ordinal}\s*(?:-|–|and|to|or)\s*)?"
    day_month = (
        rf"(?P<d1>\d{{1,2}}){ordinal}\s+(?:of\s+)?(?P<m1>{month})(?:,?\s*(?P<y1>{year}|\d\d(?=\s*[(\-–])))?"
    )
    month_day = rf"(?P<m2>{month})\s*(?P<d2>\d{{1,2}}){ordinal}{no_count}(?:\s*(?:-|–|to)\s*(?P<d3>\d{{1,2}}){no_count})?"
    which = r"(?P<which_unit>(?:earlier|later|early|late)\s+(?:this|last)|last|past|previous|this|next)"
    only = r"(?:just\s+|only\s+|under\s+|about\s+)?"
    day_before = r"the\s+day\s+(?:before|after)|(?:a|one)\s+day\s+(?:earlier|later|before|after)|that\s+day"
    forms = [
        rf"(?P<iso>{year}-\d\d-\d\d)\b",
        r"(?P<numeric>\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d)(?!\d)",
        rf"{named}{first_day}{day_month}",
        rf"(?P<m3>{month}),?\s+(?:of\s+)?(?P<y3>{year}|last\s+year|this\s+year)",
        rf"{named}{month_day}(?:,?\s+(?P<y2>{year}))?",
        rf"(?P<m4>{month})",
        rf"(?:(?P<which>last|next|this|past)\s+)?(?P<weekday>{_either(weekdays)})\b(?:\s+(?:morning|afternoon|evening|night)\b)?",
        r"(?P<deictic>yesterday|today|tonight|overnight|this\s+(?:morning|afternoon|evening)|last\s+night)\b",
        rf"(?P<holiday>{_either(holidays)})\b",
        rf"(?P<relative>(?:the\s+)?(?:same|previous|following|next)\s+day|{day_before})\b",
        rf"{which}\s+(?P<unit>weekend|week|month|year)\b",
        rf"(?:the\s+)?(?:past|last|previous|preceding)\s+(?:(?P<past_count>{number})\s+)?(?P<past_unit>{unit})\b",
        rf"(?P<ago_count>{number})\s+(?P<ago_unit>{unit})\s+(?P<ago_way>ago|earlier|before|later|after)\b",
        rf"(?:in|over|within|during)\s+{only}(?P<in_count>{number})\s+(?P<in_unit>hours|days|weeks|months)\b",
        rf"(?P<y4>{year})(?:\s*[-–]\s*(?P<y5>(?:19|20)?\d\d)\b)?",
    ]
    return r"(?<![\w.])(?:" + "|".join(forms) + ")"


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
