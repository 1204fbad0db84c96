"""The dates of counts that run over days, and of people or bodies held or moved."""

import re

from cenotaph.find.text.lists import lead_of, opens_list
from cenotaph.find.text.small import in_capitals, small
from cenotaph.find.time import context, parted
from cenotaph.find.time.main_day import main_day
from cenotaph.find.time.named_times import NO_DATE, Dated, ReportTimes, words_of
from cenotaph.find.time.nearness import nearest
from cenotaph.find.time.resolved import resolved
from cenotaph.find.time.times import TimeExpression
from cenotaph.model import Harm, Span

_OF_THESE = re.compile(
    r"(?:these|those|(?:this|it) (?:total |figure |number )?includ|of (?:them|these|those)|among (?:them|these|those|the (?:dead|killed|victims|casualties))|they|the (?:dead|victims))\b",
    re.IGNORECASE,
)
_SAME_PERIOD = re.compile(r"\b(?:during|over|in|for) (?:(?:the|that) same|this|that) (?:period|time)\b")
_VAGUE = re.compile(r"\b(?:many|several|numerous|countless|various|hundreds|thousands|dozens|scores)\b")
_COUNTED = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|hundred|thousand)\b"
)
_UNTIL_NOW = re.compile(
    r"\b(?:so far|to date|(?:up to|until|till|by) now|thus far|now|current(?:ly)?|today|recent(?:ly)?|since|still|remains?|(?:past|last) (?:\w+ )?(?:days|hours|weeks|months))\b"
)
_BESIDE = 30  # Characters.
_WHEN = re.compile(r",? when\b")
_SINCE = re.compile(r"\bsince\b[^,.;]{1,60}$")
_EVER_SINCE = re.compile(r"\bsince(?: then)?\W*$")


def total_times(named: ReportTimes, index: int, quantity: Span) -> Dated:
    """The dates of a count that runs over days: to its as-of day, where no bounded stretch is named."""
    return _total(named, index, quantity, _nearest(named, index, quantity))


def _total(named: ReportTimes, index: int, quantity: Span, time: TimeExpression | None) -> Dated:
    text, sentence, told = named.text, named.sentences[index], named.as_of(index)
    if time is None:
        above = _above(named, index)
        before = named.events(above) if above is not None else []
        if above is not None and before:
            return _total(named, above, named.sentences[above], before[-1])
        return NO_DATE if _is_of_no_time(named, index, quantity, told) else told
    words = words_of(time)
    if time.kind == "since" and _WHEN.match(text, time.end, quantity.start):
        return Dated(time.from_, time.from_, words)
    if time.kind == "as-of":  # "As of 1990 we have ..." opens the year.
        whole = time.until is not None and len(time.until) > 4
        return (
            Dated(None, time.until, words) if whole else Dated(time.until, told.until, words + told.evidence)
        )
    if (
        time.kind == "since"
        or (time.kind != "span" and context.is_start(text, time))
        or parted.closes_since(text, sentence, time, quantity)
        or (time.end <= quantity.start and _EVER_SINCE.search(text, quantity.end, sentence.end))
    ):
        return Dated(time.from_, told.until, words + told.evidence)
    if time.kind == "year" and "last" in text[time.start : time.end].lower():
        return Dated(f"{time.from_}-01-01", f"{time.until}-12-31", words)
    return resolved(named, index, time)


def _above(named: ReportTimes, index: int) -> int | None:
    """The sentence whose count a sentence goes on with: the one before of "of these", the lead of a list."""
    if not index:
        return None
    span = named.sentences[index]
    goes_on = _OF_THESE.match(named.text, span.start) is not None
    goes_on = goes_on or _SAME_PERIOD.search(small(named.text), span.start, span.end) is not None
    if goes_on or opens_list(named.text, named.sentences[index - 1]):
        return index - 1
    return lead_of(named.text, named.sentences, index)


def _is_of_no_time(named: ReportTimes, index: int, quantity: Span, told: Dated) -> bool:
    """ "THE WAR HAS CLAIMED 70,000 LIVES", "THE THOUSANDS OF MARTYRS": copy in capitals, which retells speeches, counts as of no
    day that neither a telling nor a "so far" gives; a vague count with no figure beside it never does."""
    low, span = small(named.text), named.sentences[index]
    if not in_capitals(named.text):
        return False
    if not told.evidence and not _tells_now(named, index):
        return True
    if _VAGUE.search(low, quantity.start, quantity.end) is None:
        return False
    start, end = max(span.start, quantity.start - _BESIDE), min(span.end, quantity.end + _BESIDE)
    return _COUNTED.search(low, start, end) is None


def _tells_now(named: ReportTimes, index: int) -> bool:
    """Whether a sentence says that it speaks as of the day of the report."""
    span = named.sentences[index]
    return _UNTIL_NOW.search(small(named.text), span.start, span.end) is not None


def standing_times(named: ReportTimes, index: int, quantity: Span, harm: Harm) -> Dated:
    """The dates of people or bodies held or moved: as of the day named here or just before, else of the report's, which in copy
    in capitals is no day of captives that nobody tells."""
    time = _nearest(named, index, quantity)
    if time is not None and (
        time.kind == "since" or _SINCE.search(small(named.text), named.sentences[index].start, time.start)
    ):
        told = named.as_of(index)
        return Dated(time.from_, told.until, words_of(time) + told.evidence)
    if time is not None:
        return Dated(None, time.until, words_of(time))
    if harm == "captured" and in_capitals(named.text) and not _tells_now(named, index):
        return NO_DATE
    if context.is_earlier_than_told(named.text, named.sentences[index]):
        return NO_DATE
    return _told_close(named, index) or _now(named, index, quantity)


def _told_close(named: ReportTimes, index: int) -> Dated | None:
    """As of the day named in the sentence, told or done, or in the two before."""
    for place in range(index, max(-1, index - 3), -1):
        for one in reversed(named.of(place)):
            if one.time.kind == "day" and one.time.until:
                return Dated(None, one.time.until, words_of(one.time))
    return None


def _now(named: ReportTimes, index: int, quantity: Span) -> Dated:
    """As of the day of the news, else of the report, unless somebody is accused of it."""
    main = main_day(named, index)
    if main.until is not None and named.is_fresh(main.until):
        return main
    blamed = parted.apart(named.text, named.sentences[index], quantity) is not None
    return NO_DATE if blamed else named.as_of(index)


def _nearest(named: ReportTimes, index: int, quantity: Span) -> TimeExpression | None:
    """The time of the sentence nearest to the quantity, those of other clauses left out."""
    ours = [
        time
        for time in named.events(index)
        if not parted.is_in_other_clause(named.text, time, quantity)
        and not parted.is_behind_relative(named.text, time, quantity)
    ]
    return nearest(named.text, ours, quantity)
