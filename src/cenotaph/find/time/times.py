"""Times named in a text ("on Wednesday", "since 24 February", "in 24 hours"), resolved to EDTF with the day of publication."""

from msgspec import Struct

from cenotaph.find.counts.numerals import lowered
from cenotaph.find.time import dates
from cenotaph.find.time.openings import may_name_time, openings
from cenotaph.find.time.readers import Kind, Reading, read
from cenotaph.find.time.words import lexicon
from cenotaph.model import Span

_JOINS = frozenset(
    (
        "to",
        "until",
        "till",
        "and",
        "through",
        "-",
        "–",
        "to midnight on",
        "until midnight on",
        "to the end of",
        "up to",
    )
)


_DEICTIC = ("today", "yesterday", "tonight", "last ", "this ")


class TimeExpression(Struct, frozen=True, gc=False):
    """A time named at `start`–`end`. `from_` and `until` are EDTF, None where open or not to be known.

    A "relative" one ("the previous day") says `offset` days from what the text dated last.
    """

    start: int
    end: int
    from_: str | None
    until: str | None
    kind: Kind
    offset: int = 0


def times(text: str, start: int, end: int, published: str | None) -> list[TimeExpression]:
    """The times named in `text[start:end]`, left to right; `published` is an ISO date or date-time."""
    if not may_name_time(text, Span(start, end)):
        return []
    sentence = text[start:end]
    lower, pattern = lowered(sentence), lexicon().pattern
    anchor, found, reach = dates.day_of(published), list[TimeExpression](), 0
    for at in openings(text, Span(start, end)):
        match = pattern.match(lower, at) if at >= reach else None
        reading = read(sentence, match, anchor) if match is not None else None
        if match is not None and reading is not None:
            left, reading = _led(lower, match.start(), reading)
            found.append(_expression(start, left, match.end(), reading))
            reach = match.end()
    return _spans(text, found)


def _expression(offset: int, start: int, end: int, reading: Reading) -> TimeExpression:
    first, last = (part.edtf() if part is not None else None for part in (reading.first, reading.last))
    return TimeExpression(offset + start, offset + end, first, last, reading.kind, reading.offset)


def _led(lower: str, start: int, reading: Reading) -> tuple[int, Reading]:
    """The reading under "since" or "as of", and where that begins."""
    words = lower[max(0, start - 24) : start].split()
    if not words or words[-1] not in lexicon().last_leads:
        return start, reading
    before = " ".join(words)
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
        span = None if last is None else _apposed(text, last, time) or _span(text, last, time)
        if span is None:
            joined.append(time)
        else:
            joined[-1] = span
    return joined


def _apposed(text: str, first: TimeExpression, second: TimeExpression) -> TimeExpression | None:
    """ "Today, 30 June", in copy that was filed a day later: the date is the day."""
    days = first.kind == second.kind == "day" and text[first.end : second.start].strip() == ","
    if not days or not text[first.start : first.end].lower().startswith(_DEICTIC):
        return None
    return TimeExpression(first.start, second.end, second.from_, second.until, "day")


def _span(text: str, first: TimeExpression, second: TimeExpression) -> TimeExpression | None:
    """The stretch from `first` to `second`, where the words between and before them make it one."""
    if first.from_ is None or second.until is None:
        return None
    gap = text[first.end : second.start].strip().lower().removesuffix(" late").removesuffix(" early")
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
