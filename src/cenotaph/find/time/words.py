"""The words of time expressions and the one pattern that finds them."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from cenotaph.find.text.letters import letters_of
from cenotaph.language import load_pack

_UNITS = frozenset(
    f"{unit}{ending}"
    for unit in ("minute", "hour", "day", "week", "month", "year", "decade")
    for ending in ("", "s")
)


class Lexicon(NamedTuple):
    """The compiled pattern and the words of the pack.

    `makers` are words of which a time has one or the figures of a year, `plain_heads` those of them that are no units,
    `plain_starts` words that it starts with; all three in letters alone.
    """

    pattern: re.Pattern[str]
    heads: frozenset[str]
    plain_heads: frozenset[str]
    makers: frozenset[str]
    plain_starts: frozenset[str]
    months: dict[str, int]
    weekdays: dict[str, int]
    counts: dict[str, int]
    holidays: dict[str, str]
    before_month: frozenset[str]
    before_year: frozenset[str]
    since: tuple[str, ...]
    as_of: tuple[str, ...]
    last_leads: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The time words of the pack and their pattern, compiled when first asked for."""
    pack = load_pack("times")
    words, months, days = pack["words"], pack["months"], pack["weekdays"]
    heads = {*months, *days, *(name.split()[0] for name in pack["holidays"])}
    heads.update(
        words["heads"], (f"{day}s" for day in days)
    )  # "Wednesdays blast", of copy that lost its apostrophes.
    return Lexicon(
        re.compile(
            _pattern(list(months), list(days), list(pack["counts"]), list(pack["holidays"]), words["attacks"])
        ),
        frozenset(heads),
        _plain(heads),
        _plain(heads) | _UNITS,
        _plain(heads.union(words["starts"], pack["counts"])),
        months,
        days,
        pack["counts"],
        pack["holidays"],
        frozenset(words["before-month"]),
        frozenset(words["before-year"]),
        tuple(sorted(words["since"], key=len, reverse=True)),
        tuple(sorted(words["as-of"], key=len, reverse=True)),
        frozenset(lead.split()[-1] for lead in (*words["since"], *words["as-of"])),
    )


def _plain(words: Iterable[str]) -> frozenset[str]:
    """What opens the words in letters alone: "valentine" of "valentine's"."""
    return frozenset(letters_of(word).split()[0] for word in words)


def _pattern(
    months: list[str], weekdays: list[str], counts: list[str], holidays: list[str], attacks: list[str]
) -> str:
    full, short = (
        _either([name for name in months if len(name) > 4]),
        _either([name for name in months if len(name) < 5]),
    )
    month = rf"(?:(?:{full})\b|(?:{short})\b\.?)"
    attack = rf"(?:{_either(attacks)})s?\b"
    ordinal = r"(?:st|nd|rd|th)?"
    named = rf"(?:(?:{_either(weekdays)}),?\s+)?"
    number = rf"(?:\d{{1,3}}|{_either(counts)}|several|a\s+few|few(?=\s+(?:hours|minutes))|a\s+couple\s+of)"
    unit = r"(?:minute|hour|day|week|month|year|decade)s?"
    year = r"(?:19|20)\d\d\b"
    no_count = r"(?!\d|[.,:]\d)"
    first_day = rf"(?:(?:between\s+|from\s+)?(?P<d0>\d{{1,2}}){ordinal}\s*(?:-|–|and|to|or)\s*)?"
    day_month = (
        rf"(?P<d1>\d{{1,2}}){ordinal}\s+(?:of\s+)?(?P<m1>{month})(?:,?\s*(?P<y1>{year}|\d\d(?=\s*[(\-–])))?"
    )
    glued = r"(?=(?:19|20)\d\d\b)"  # "Last updated at Jun 062016".
    month_day = rf"(?P<m2>{month})\s*(?P<d2>\d{{1,2}}){ordinal}(?:{no_count}|{glued})(?:\s*(?:-|–|to)\s*(?P<d3>\d{{1,2}}){no_count})?"
    which = r"(?P<which_unit>(?:earlier|later|early|late)\s+(?:this|last)|last|past|previous|this|next|(?:over|at|on|during)\s+the(?=\s+weekend)"
    which += rf"|(?:a|the)(?=\s+weekend(?:['’]s)?\s+(?:[\w-]+\s+)?{attack}))"
    only = r"(?:just\s+|only\s+|under\s+|about\s+)?"
    day_before = r"the\s+day\s+(?:before|after)|(?:a|one)\s+day\s+(?:earlier|later|before|after)|that\s+day"
    forms = [
        rf"(?P<iso>{year}-\d\d-\d\d)\b",
        r"(?P<numeric>\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|\d\d\.\d\d\.\d\d)(?![\d:]|\.\d)",
        rf"{named}{first_day}{day_month}",
        rf"(?P<m3>{month}),?\s+(?:of\s+)?(?P<y3>{year}|last\s+year|this\s+year)",
        rf"{named}{month_day}(?:(?:,?\s+|(?<=\d))(?P<y2>{year}))?",
        rf"(?P<m4>{month})",
        rf"(?:(?P<which>last|next|this|past)\s+)?(?P<weekday>{_either(weekdays)})(?:\b|(?=s\s+(?:[\w-]+\s+)?{attack}))(?:\s+(?:morning|afternoon|evening|night)\b)?",
        r"(?P<deictic>(?:the\s+day\s+before\s+)?yesterday|today|tonight|overnight|this\s+(?:morning|afternoon|evening)|last\s+night)\b",
        rf"(?P<holiday>{_either(holidays)})\b",
        rf"(?P<relative>(?:the\s+)?(?:same|previous|following|next)\s+day|{day_before})\b",
        rf"{which}\s+(?P<unit>weekend|week|month|year)\b",
        rf"(?:the\s+)?(?:past|last|previous|preceding)\s+(?:(?P<past_count>{number})\s+)?(?P<past_unit>{unit})\b",
        rf"(?P<ago_count>{number})\s+(?P<ago_unit>{unit})\s+(?P<ago_way>ago|earlier|before|later|after)\b",
        rf"(?:in|over|within|during)\s+{only}(?P<in_count>{number})\s+(?P<in_unit>hours|days|weeks|months)\b",
        r"(?P<decade>(?:19|20)\d0)['’]?s\b",
        rf"(?P<y4>{year})(?:\s*[-–]\s*(?P<y5>(?:19|20)?\d\d)\b)?",
    ]
    return r"(?<![\w.])(?:" + "|".join(forms) + ")"


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
