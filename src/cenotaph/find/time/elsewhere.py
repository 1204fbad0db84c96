"""Days that another sentence of the report tells of the same attack: by its place, or inside the month told here."""

import re

from cenotaph.find.text.small import small
from cenotaph.find.time import context
from cenotaph.find.time.named_times import Dated, ReportTimes, words_of
from cenotaph.find.time.phrases import tells_violence
from cenotaph.find.time.times import TimeExpression
from cenotaph.model import Span

_REACH = 40  # Sentences.
_NAME = re.compile(r"[A-Z][\w’'-]{3,}")
_WORD = re.compile(r"[a-z]+")
_NOUNS = re.compile(r" [a-z]+(?: [a-z]+s\b)?")  # Behind a number: "jesuits", "jesuit priests".
_SHORT = 4  # Letters.
_DEED = 110  # Characters.
# "The crime (perpetrated) on", "the massacre of", "the priests were shot (to death) on".
_DONE_ON = re.compile(
    r"(?<!['’]s )(?<!s['’] )\b(?:crimes?|murders?|massacre|assassinations?|killings?|slayings?)\b(?: (?:(?:that|which|was|were) ){0,2}(?:perpetrated|committed|carried out|occurred|happened|took place))? on $"
)
_HARMED_ON = re.compile(
    r"\b(?:killed|murdered|assassinated|shot|slain|massacred|kidnapped|abducted)\b[^.,;]{0,70}(?: on)? $"
)
_TAKES_UP = re.compile(r"\W*(?:the (?!(?:first|second|third|other|next)\b)|he |she |they |it )")


def day_of_place(named: ReportTimes, index: int, place: str | None) -> Dated | None:
    """The day of the attack on a place, where another sentence tells it by name ("Sunday's bombing in Ankara")."""
    for at in _others(named, index):
        if not _names(named.text, named.sentences[at], place):
            continue
        for time in named.events(at):
            if time.kind in ("day", "month") and time.until and context.names_attack(named.text, time):
                return Dated(time.from_, time.until, words_of(time))
    return None


def day_within(named: ReportTimes, index: int, time: TimeExpression, place: str | None) -> Dated | None:
    """The one day inside a month, year or week told here that the report tells of the same attack elsewhere."""
    if not (time.kind in ("month", "year") or context.is_week(named.text, time)) or not time.until:
        return None
    found = dict[str, TimeExpression]()
    for at in _others(named, index):
        days = [day for day in named.events(at) if _is_inside(day, time)]
        if days and _is_of_attack(named, at, place):
            found |= {day.until: day for day in days if day.until}
    if len(found) != 1:
        return None
    until, day = found.popitem()
    return Dated(day.from_, until, words_of(time) + words_of(day))


def day_of_deed(named: ReportTimes, index: int, quantity: Span) -> Dated | None:
    """The one day on which the report says that the deed was done of which a sentence only speaks: "the crime committed on 16 May",
    "the priests were shot on 16 May" of the murder of six priests."""
    found = dict[str, TimeExpression]()
    victims = _victims(named, index, quantity)
    for at in _others(named, index):
        for day in named.events(at):
            if day.kind == "day" and day.until and _dates_deed(named, at, day, victims):
                found[day.until] = day
    if len(found) != 1:
        return None
    until, day = found.popitem()
    return Dated(day.from_, until, words_of(day))


def _victims(named: ReportTimes, index: int, quantity: Span) -> frozenset[str]:
    """The last word of a quantity that is a name, and the nouns of many behind a number."""
    text = small(named.text)
    name = _WORD.findall(text, quantity.start, quantity.end)[-1:]
    behind = _NOUNS.match(text, quantity.end, named.sentences[index].end)
    return frozenset(
        word for word in (*name, *_WORD.findall(behind[0] if behind else "")) if len(word) > _SHORT
    )


def _dates_deed(named: ReportTimes, at: int, day: TimeExpression, victims: frozenset[str]) -> bool:
    text, span = small(named.text), named.sentences[at]
    if _DONE_ON.search(text, max(span.start, day.start - _DEED), day.start):
        return not text.startswith(" of ", day.end)  # "The murder on 16 May of a clerk".
    words = frozenset(_WORD.findall(text, span.start, day.start))
    return (
        not victims.isdisjoint(words)
        and _HARMED_ON.search(text, max(span.start, day.start - _DEED), day.start) is not None
    )


def _others(named: ReportTimes, index: int) -> list[int]:
    last = min(len(named.sentences), index + _REACH)
    return [*range(index + 1, last), *range(index - 1, max(-1, index - _REACH), -1)]


def _is_inside(day: TimeExpression, time: TimeExpression) -> bool:
    if day.kind != "day" or not day.until or not time.from_ or not time.until:
        return False
    return time.from_ <= day.until and (day.until <= time.until or day.until.startswith(time.until))


def _is_of_attack(named: ReportTimes, at: int, place: str | None) -> bool:
    """Whether a sentence tells of violence, and in the same place or of people told of before."""
    span = named.sentences[at]
    if not tells_violence(named.text[span.start : span.end]):
        return False
    return _names(named.text, span, place) or _TAKES_UP.match(small(named.text), span.start) is not None


def _names(text: str, span: Span, place: str | None) -> bool:
    names = _NAME.findall(place or "")
    return any(text.find(name, span.start, span.end) >= 0 for name in names)
