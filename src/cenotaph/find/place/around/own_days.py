"""Claims with a day of their own, long before what the report tells of: they take no place from the sentences around."""

from datetime import date
from functools import cache

from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.time.dates import day_of
from cenotaph.find.time.times import times
from cenotaph.language import load_pack

_WITH = 30  # Characters.
_RECENT = 30  # Days before publication within which the news of a report lies.
_WEEK = 7  # The same where a sentence opens on the day.


def is_of_older_day(context: ClaimContext, people: Harmed) -> bool:
    """Whether a sentence names one day long past and the sentences before it tell of recent ones and never of that."""
    published = day_of(context.report.published)
    bag = context.bag(people.sentence)
    if published is None or "there" in bag or _months().isdisjoint(bag):
        return False
    own = _days(context, people.sentence)
    if len(own) != 1 or not (_is_old(own[0], published) or _opens(context, people, own[0], published)):
        return False
    if people.sentence and context.tells(people.sentence - 1, "once-more"):
        return False
    before = [day for sentence in range(people.sentence) for day in _days(context, sentence)]
    return own[0] not in before and any(not _is_old(day, published) for day in before)


def _opens(context: ClaimContext, people: Harmed, day: date, published: date) -> bool:
    """ "On 3 May, gunmen attacked a home, wounding two", weeks before the news."""
    return (published - day).days > _WEEK and context.tells(people.sentence, "opens-on-date") is not None


def is_of_older_attack(context: ClaimContext, people: Harmed, other: Harmed) -> bool:
    """ "A bombing killed twelve in May. The mayor gave a toll of 31 for the attack": the news, and not what it was like."""
    tells = context.tells
    if tells(people.sentence, "this-event") is None or tells(people.sentence, "that-attack"):
        return False
    if tells(people.sentence, "other-time"):
        return False
    return other.sentence < people.sentence and tells(other.sentence, "other-time") is not None


def is_in_a_period(context: ClaimContext, people: Harmed) -> bool:
    """ "Since January"; of one attack's people only where it stands with them, and not in "killed rebels who have
    fought for years", nor in "one of the deadliest in the past decade"."""
    if people.scope != "incident":
        return context.tells(people.sentence, "period") is not None
    start = context.sentences[people.sentence].start
    period = context.says(people.sentence, "period", start, people.end + _WITH)
    if period is None:
        end = context.sentences[people.sentence].end
        return context.says(people.sentence, "died-since", people.end, end) is not None
    return context.says(people.sentence, "worst-of", start, start + period.start()) is None


def _is_old(day: date, published: date) -> bool:
    return (published - day).days > _RECENT


def _days(context: ClaimContext, sentence: int) -> list[date]:
    """The days that a sentence names."""
    span = context.sentences[sentence]
    found = (
        day_of(time.until)
        for time in times(context.text, span.start, span.end, context.report.published)
        if time.kind == "day"
    )
    return [day for day in found if day is not None]


@cache
def _months() -> frozenset[str]:
    return frozenset(load_pack("times")["months"])
