"""The dates that a named time stands for, reckoned from the day of telling or from the day told of last."""

from cenotaph.find.time import context, dates
from cenotaph.find.time.named_times import Dated, ReportTimes, words_of
from cenotaph.find.time.times import TimeExpression, times


def resolved(named: ReportTimes, index: int, time: TimeExpression) -> Dated:
    """The dates that a time of an event stands for, reckoned from the day of telling where the sentence has one."""
    if time.kind == "relative":
        return moved(named, index, time, time.offset)
    if time.kind == "since":
        told = named.as_of(index)
        return Dated(time.from_, told.until, words_of(time) + told.evidence)
    if context.is_week(named.text, time):
        return Dated(None, None, words_of(time))
    told_on = next((one.time.until for one in named.of(index) if one.told and one.time.until), None)
    if time.kind == "span" and told_on is not None:
        time = next(iter(times(named.text, time.start, time.end, told_on)), time)
    return Dated(time.from_, time.until, words_of(time))


def moved(named: ReportTimes, index: int, time: TimeExpression, days: int) -> Dated:
    """ "The previous day": so far from the day named last."""
    for place in range(index, max(-1, index - 4), -1):
        for one in reversed(named.of(place)):
            day = (
                dates.day_of(one.time.until)
                if one.time.start < time.start and one.time.kind == "day"
                else None
            )
            if day is not None:
                moved = dates.moved(day, days, "day").edtf()
                return Dated(moved, moved, words_of(time) + words_of(one.time))
    return Dated(None, None, words_of(time))
