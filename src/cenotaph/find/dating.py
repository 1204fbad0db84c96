"""The dates of a claim: which of the times named in and around its sentence say when the harm was done."""

import re
from functools import cache
from typing import NamedTuple

from msgspec import Struct

from cenotaph.find.dates import day_of
from cenotaph.find.dates import moved as moved_date
from cenotaph.find.numerals import lowered
from cenotaph.find.times import TimeExpression, times
from cenotaph.language import load_pack
from cenotaph.model import Report, Scope, Span

_HEADER = re.compile(
    r"\b(?:published|updated|publication|as it stands|AFP|AP|Reuters|SANA|Xinhua)\b", re.IGNORECASE
)
_NAME_AFTER = re.compile(
    r"\s*(?:movement|avenues?|street|square|brigade|agreement|revolution|district)\b", re.IGNORECASE
)
_AFTER_OTHER = re.compile(r"\b(?:hours?|days?|weeks?|months?|years?)\s+(?:after|before)\b", re.IGNORECASE)
_LEADS_IN = re.compile(r"\b(?:on|since|of|from|until|by|before|after)\s*$", re.IGNORECASE)
_ADJECTIVE = re.compile(r"\b(?:a|an|the|its)\s$", re.IGNORECASE)
_DATED_NOUN = re.compile(
    r"\s(?:referendum|elections?|vote|deadline|summit|meeting|agreement|ceasefire|truce|deal|talks)\b",
    re.IGNORECASE,
)
_OF_THESE = re.compile(
    r"(?:these|those|of (?:them|these|those)|among (?:them|these|those)|they|the (?:dead|victims))\b",
    re.IGNORECASE,
)
_OTHER_CLAUSE = re.compile(r"\band that\b|(?<=[a-z])[.!?][\"”]?[A-Z][a-z]")
_IS_TODAY = re.compile(r"today|this|tonight", re.IGNORECASE)
_HEADER_END = re.compile(r"\s*[(|–-]")
_HAS_YEAR = re.compile(r"(?:19|20)\d\d$|^(?:19|20)\d\d|^\d{1,2}\s+[a-z]{3}\s+\d\d$", re.IGNORECASE)
_PARTING = re.compile(
    r"\b(?:since|before|following|(?:came|hours?|days?|weeks?|months?|years?)\s+after|linked (?:with|to)|charged with|accused of|in connection with|suspected of|and that)\b|[.!?][\"”]?[A-Z]",
    re.IGNORECASE,
)
_SINCE_CLAUSE = re.compile(
    r"\b(?:since|from the (?:beginning|start|outbreak))\b[^,.;]{1,140}$", re.IGNORECASE
)
_CLAUSE_WORDS = frozenset(("after", "when", "that", "as", "who", "which", "while"))
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "their", "its", "in", "of"))


class Dated(NamedTuple):
    """When a claim's harm was done: EDTF dates, and the words that say so."""

    from_: str | None
    until: str | None
    evidence: tuple[Span, ...]


_LOOK_AHEAD = 6  # Sentences that a headline or lead may stand before the one that names the day.
_NO_DATE = Dated(None, None, ())


class Cues(NamedTuple):
    """The words of the pack that tell what a time beside them dates."""

    telling: frozenset[str]
    told_in: frozenset[str]
    violence: re.Pattern[str]
    elsewhere: tuple[str, ...]
    began: frozenset[str]


class NamedTime(Struct, frozen=True):
    """A time of a sentence; `told` where it dates the telling and not the event."""

    time: TimeExpression
    told: bool


class ReportTimes:
    """The times of one report, each sentence read when first asked for."""

    def __init__(self, report: Report, sentences: list[Span]) -> None:
        self.text, self.sentences = report.text, sentences
        head = header_day(report.text, report.published)
        self.published = head.until if head is not None else report.published
        self._header = head
        self._read: dict[int, list[NamedTime]] = {}
        self._main: Dated | None = None
        self._main_index = 0

    def of(self, index: int) -> list[NamedTime]:
        """The times named in sentence `index`, less the report's own date in its head."""
        if index not in self._read:
            span = self.sentences[index]
            found = times(self.text, span.start, span.end, self.published)
            head = self._header
            self._read[index] = [
                NamedTime(time, _is_told(self.text, span, time))
                for time in found
                if not (_is_name(self.text, time) or _is_quoted_today(self.text, span, time))
                and (head is None or time.end <= head.start or time.start >= head.end)
            ]
        return self._read[index]

    def main_index(self) -> int:
        """The sentence that names the main day; only where there is one."""
        return self._main_index

    def main(self) -> Dated:
        """The day of the report's main incident: the first day named beside a word of violence."""
        if self._main is None:
            self._main = self._find_main()
        return self._main

    def _find_main(self) -> Dated:
        violence = _cues().violence
        for index, span in enumerate(self.sentences[:14]):
            if not violence.search(self.text, span.start, span.end):
                continue
            for one in self.of(index):
                if not one.told and self._is_recent(one.time) and not _is_aside(self.text, span, one.time):
                    self._main_index = index
                    return self._extended(index, one, _resolved(self, index, one))
        return _NO_DATE

    def _is_recent(self, time: TimeExpression) -> bool:
        """A day of the month before publication: an older one is background."""
        day, published = day_of(time.until), day_of(self.published)
        return _is_day(time) and (published is None or day is None or 0 <= (published - day).days <= 31)

    def _extended(self, index: int, start: NamedTime, day: Dated) -> Dated:
        """An incident that "began Friday night" ends on the next day that the following sentences name."""
        if not _is_start(self.text, start.time) or day.until is None:
            return day
        later = [
            one.time
            for place in range(index, min(index + _LOOK_AHEAD, len(self.sentences)))
            for one in self.of(place)
            if one.time.kind == "day" and one.time.until and one.time.until > day.until and not one.told
        ]
        if not later:
            return day
        return Dated(day.from_, later[0].until, (*day.evidence, Span(later[0].start, later[0].end)))

    def last_told(self, index: int, reach: int) -> tuple[str | None, tuple[Span, ...]]:
        """The weekday or date of the last telling in sentence `index` or the `reach` before it ("said on Thursday")."""
        for place in range(index, max(-1, index - reach - 1), -1):
            for one in reversed(self.of(place)):
                if (
                    one.told
                    and one.time.until
                    and not _IS_TODAY.match(self.text, one.time.start, one.time.end)
                ):
                    return one.time.until, (Span(one.time.start, one.time.end),)
        return None, ()

    def as_of(self, index: int) -> tuple[str | None, tuple[Span, ...]]:
        """The day for which the report speaks at sentence `index`: the day of the last telling, else its own."""
        until, words = self.last_told(index, 2)
        return (until, words) if until is not None else (_day(self.published), ())


def claim_times(named: ReportTimes, index: int, quantity: Span, scope: Scope) -> Dated:
    """The dates of the claim whose quantity stands in sentence `index`."""
    events = [one for one in named.of(index) if not one.told and not _is_vague(one.time)]
    if scope == "incident":
        return _incident(named, index, quantity, events)
    ours = [one for one in events if not _OTHER_CLAUSE.search(named.text, quantity.end, one.time.start)]
    event = min(ours, key=lambda one: _distance(named.text, one.time, quantity), default=None)
    return _total(named, index, quantity, event, scope)


def _incident(named: ReportTimes, index: int, quantity: Span, events: list[NamedTime]) -> Dated:
    event = _nearest(named.text, events, quantity)
    if event is not None:
        return _resolved(named, index, event)
    if _AFTER_OTHER.search(named.text, named.sentences[index].start, quantity.start):
        return _NO_DATE
    near = _near(named, index)
    if near is not None:
        return near
    main = named.main()
    if main.until is not None and _carries(named, index):
        return main
    until, told = named.last_told(index, index)
    return Dated(None, until, told)


def _near(named: ReportTimes, index: int) -> Dated | None:
    """The day of the sentence or two before, where it tells of violence and this one does not turn elsewhere."""
    if not _carries(named, index):
        return None
    for place in range(index - 1, max(-1, index - 3), -1):
        for one in reversed(named.of(place)):
            if (
                not one.told
                and _is_day(one.time)
                and not _is_aside(named.text, named.sentences[place], one.time)
            ):
                day, main = _resolved(named, place, one), named.main()
                inside = main.from_ and main.until and day.until and main.from_ <= day.until <= main.until
                return main if inside else day
    return None


def _told(named: ReportTimes, index: int) -> TimeExpression | None:
    return next((one.time for one in named.of(index) if one.told and one.time.until), None)


def _total(named: ReportTimes, index: int, quantity: Span, event: NamedTime | None, scope: Scope) -> Dated:
    """The dates of a count that runs over days: to its as-of day, where no bounded stretch is named."""
    if scope in ("holding", "flow"):
        return _standing(named, index, event)
    until, told = named.as_of(index)
    if event is None and index and _OF_THESE.match(named.text, named.sentences[index].start):
        before = [one for one in named.of(index - 1) if not one.told and not _is_vague(one.time)]
        if before:
            return _total(named, index - 1, named.sentences[index - 1], before[-1], scope)
    if event is None:
        return Dated(None, until, told)
    time, evidence = event.time, (Span(event.time.start, event.time.end),)
    if time.kind == "since" or _is_start(named.text, time) or _is_since(named, index, time, quantity):
        return Dated(time.from_, until, evidence + told)
    if time.kind == "as-of" and time.until and len(time.until) > 4:
        return Dated(None, time.until, evidence)
    if time.kind == "as-of":  # "As of 1990 we have ..." opens the year.
        return Dated(time.until, until, evidence + told)
    if time.kind == "year" and "last" in named.text[time.start : time.end].lower() and time.until:
        return Dated(f"{time.from_}-01-01", f"{time.until}-12-31", evidence)
    return _resolved(named, index, event)


def _standing(named: ReportTimes, index: int, event: NamedTime | None) -> Dated:
    """The dates of people or bodies held or moved: as of the day named here or just before."""
    if event is not None:
        time = event.time
        return Dated(time.from_ if time.kind == "since" else None, time.until, (Span(time.start, time.end),))
    for place in range(index, max(-1, index - 3), -1):
        for one in reversed(named.of(place)):
            if one.time.until and len(one.time.until) == 10 and one.time.kind == "day":
                return Dated(None, one.time.until, (Span(one.time.start, one.time.end),))
    return named.main() if _carries(named, index) else _NO_DATE


def _resolved(named: ReportTimes, index: int, event: NamedTime) -> Dated:
    time = event.time
    evidence = (Span(time.start, time.end),)
    if time.kind == "relative":
        return _moved(named, index, time)
    if time.kind == "since":
        until, told = named.as_of(index)
        return Dated(time.from_, until, evidence + told)
    if "week" in named.text[time.start : time.end].lower() and time.kind == "span":
        return Dated(None, None, evidence)  # "Last week" names no day.
    told_time = _told(named, index)
    if time.kind == "span" and told_time is not None:
        again = times(named.text, time.start, time.end, told_time.until)
        if again:
            return Dated(again[0].from_, again[0].until, evidence)
    return Dated(time.from_, time.until, evidence)


def _moved(named: ReportTimes, index: int, time: TimeExpression) -> Dated:
    """ "The previous day": so far from the day named last."""
    for earlier in range(index, max(-1, index - 4), -1):
        for one in reversed(named.of(earlier)):
            day = day_of(one.time.until) if one.time.start < time.start and one.time.kind == "day" else None
            if day is not None:
                moved = moved_date(day, time.offset, "day").edtf()
                return Dated(moved, moved, (Span(time.start, time.end), Span(one.time.start, one.time.end)))
    return Dated(None, None, (Span(time.start, time.end),))


def _carries(named: ReportTimes, index: int) -> bool:
    """Whether the main day of the report dates this sentence too."""
    if named.main_index() - index > _LOOK_AHEAD:
        return False
    span = named.sentences[index]
    return not lowered(named.text[span.start : span.start + 24]).startswith(_cues().elsewhere)


def _nearest(text: str, events: list[NamedTime], quantity: Span) -> NamedTime | None:
    """The time nearest to the quantity, unless words between them tell of another event."""
    usable = [one for one in events if not _is_parted(text, one.time, quantity)]
    return min(usable, key=lambda one: _distance(text, one.time, quantity), default=None)


def _is_parted(text: str, time: TimeExpression, quantity: Span) -> bool:
    if time.start > quantity.end:
        return _PARTING.search(text, quantity.end, time.start) is not None
    return (
        time.kind != "since" and _SINCE_CLAUSE.search(text, max(0, time.start - 140), time.start) is not None
    )


def _is_aside(text: str, sentence: Span, time: TimeExpression) -> bool:
    """Whether the time stands in a clause on an earlier event ("the worst since the attack of 5 May")."""
    return time.kind == "since" or _PARTING.search(text, sentence.start, time.start) is not None


def _distance(text: str, time: TimeExpression, quantity: Span) -> int:
    between = (
        text[quantity.end : time.start] if time.start >= quantity.end else text[time.end : quantity.start]
    )
    return len(between) + 60 * sum(between.count(sign) for sign in ";—–")


def _is_vague(time: TimeExpression) -> bool:
    """A time that dates nothing, because nothing is known to reckon it from."""
    return (
        time.kind != "relative"
        and not time.until
        and not time.from_
        or (time.kind == "span" and time.end - time.start == 9)
    )


def _is_start(text: str, time: TimeExpression) -> bool:
    return not _cues().began.isdisjoint(text[max(0, time.start - 24) : time.start].lower().split())


def _is_since(named: ReportTimes, index: int, time: TimeExpression, quantity: Span) -> bool:
    """Whether the time closes a clause that "since" or "from the beginning" opens, and the quantity stands outside."""
    before = named.text[named.sentences[index].start : time.start]
    inside = time.end <= quantity.start and _cues().violence.search(named.text, time.end, quantity.start)
    return not inside and _SINCE_CLAUSE.search(before) is not None


def _is_quoted_today(text: str, sentence: Span, time: TimeExpression) -> bool:
    """ "Today" in the mouth of somebody quoted is the day of speaking, which the report may not give."""
    before = text[sentence.start : time.start]
    quoted = "“" in before or text[time.start - 1 : time.start] in ("“", '"') or before.count('"') % 2 == 1
    return quoted and text[time.start : time.end].lower() in ("today", "yesterday", "tonight", "this morning")


def _is_name(text: str, time: TimeExpression) -> bool:
    """A date that names a movement or a street, or gives the hour elsewhere ("0050 GMT 18 October")."""
    return (
        _NAME_AFTER.match(text, time.end) is not None or text[max(0, time.start - 4) : time.start] == "GMT "
    )


def _is_day(time: TimeExpression) -> bool:
    return (
        time.until is not None
        and time.from_ is not None
        and time.kind in ("day", "span")
        and len(time.until) == 10
    )


def _is_told(text: str, sentence: Span, time: TimeExpression) -> bool:
    """Whether a verb of telling takes the time: "said on Thursday", "On Monday, officials confirmed"."""
    before = lowered(text[max(sentence.start, time.start - 60) : time.start])
    after = lowered(text[time.end : min(sentence.end, time.end + 70)])
    following = after.split()
    if after.startswith(("'s ", "’s ")) and not _names_telling(following[1:3]):
        return False
    if not after.startswith(",") and (
        _names_telling(following[:2]) or (following and following[0] in _cues().telling)
    ):
        return True
    opens = after[:1] in (",", " ") and not _cues().violence.search(text, sentence.start, time.start)
    if opens and _first_is_telling(after.replace(",", " ").split()[:8]):
        return True
    return _first_is_telling(before.replace(",", " ").split()[-6:][::-1])


def _names_telling(words: list[str]) -> bool:
    """ "In the Sunday report", "his Saturday video address"."""
    told_in = _cues().told_in
    return bool(words) and (
        words[0].strip(".,") in told_in
        or (words[0].isalpha() and words[-1].strip(".,") in told_in and words[0] not in _ARTICLES)
    )


def _first_is_telling(words: list[str]) -> bool:
    """Whether a verb of telling comes before any word of violence or of another clause."""
    for word in words:
        if word in _cues().telling:
            return True
        if _cues().violence.match(word) or word in _CLAUSE_WORDS:
            return False
    return False


def header_day(text: str, published: str | None) -> TimeExpression | None:
    """The report's own date in its head, where that has one with its year: wire headers and the like."""
    head = text[:260]
    for time in times(head, 0, len(head), published):
        before, after = head[max(0, time.start - 40) : time.start], head[time.end : time.end + 3]
        if time.kind != "day" or time.until is None or not _HAS_YEAR.search(head[time.start : time.end]):
            continue
        own = time.until == _day(published) and not _LEADS_IN.search(before)
        if time.start < 24 or own or _HEADER.search(before) or _HEADER_END.match(after):
            return time
    return None


def _day(published: str | None) -> str | None:
    day = day_of(published)
    return None if day is None else day.isoformat()


@cache
def _cues() -> Cues:
    words = load_pack("times")["words"]
    return Cues(
        frozenset(words["telling"]),
        frozenset(words["told-in"]),
        re.compile(rf"\b(?:{'|'.join(words['violence'])})", re.IGNORECASE),
        tuple(words["elsewhere"]),
        frozenset(words["began"]),
    )
