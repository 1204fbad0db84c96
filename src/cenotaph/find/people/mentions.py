"""Who is said to be harmed in one sentence, and how many: the counts, names and noun phrases of its readings."""

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from cenotaph.find.counts.quantities import Quantity
from cenotaph.find.people.analysis import Analysis, analyse, harm_of, is_couple, owner_of
from cenotaph.find.people.called import called_behind
from cenotaph.find.people.losses import is_average, is_of_goods
from cenotaph.find.people.precedence import BY_NOUN
from cenotaph.find.people.reading import Reading
from cenotaph.find.people.readings import readings
from cenotaph.find.text.chunks import name_start
from cenotaph.find.value import Value
from cenotaph.model import Harm, Span

_COUNTED = frozenset("XZH")
_ONE = (1, 1, False)
_TWO = (2, 2, False)
_OF_A_NUMBER = "number killed"  # A rule.
_NAMED = ("both of whom", "named and killed")  # Rules of the pack for a number with names behind it.
_RATE = re.compile(
    r"(?: of \w+| (?!(?:in|within|during|after|for|over|on)\b)\w+)?(?: (?:are|were|is|being|die|died|dying|killed|wounded|injured|lost))* (?:daily|weekly|monthly|(?:a|per|each|every) (?:day|week|month|hour))\b(?! (?:ago|after|before|earlier|later))"
)
# One man's wounds: "suffered 35 shrapnel injuries".
_WOUNDS = re.compile(
    r"(?:suffer|sustain)(?:ed|s|ing)? \w+ (?:shrapnel|bullet|gunshot|stab|knife) (?:injuries|wounds)\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"o[yr]B?v")  # "Five of them children", "two of whom were nurses".
_SUFFERING = frozenset(("suffered", "sustained", "inflicted", "caused"))  # "Suffered many casualties".
_WOUNDED = 12  # Characters before such a number.
_KIND = 40  # Characters behind it that say of which kind they are.
_WHICH = frozenset(("first", "second", "third", "fourth", "fifth", "other", "former", "latter"))
_BULLETS = "-.,nu()O"
_LIST_MARKS = 3  # Chunks: "2.", "-".


class Mention(Value, frozen=True):
    """People in a sentence who are said to be harmed. Offsets are the report's; `chunk` numbers the people's chunk.

    `whole` is the chunk of the people they are a part of; `doubt` tells a hedge on the verb ("may have been killed");
    `apposed` are the names given behind a count ("two officials, X and Y, both of whom were killed").
    """

    chunk: int
    harm: Harm
    rule: str
    start: int
    end: int
    low: int | None
    high: int | None
    approx: bool
    victims: Span | None
    name: Span | None
    whole: int | None
    trigger: Span
    doubt: bool
    apposed: tuple[Span, ...] = ()


class Count(NamedTuple):
    """How many: the span of the words that say so, and the bounds."""

    start: int
    end: int
    bounds: tuple[int | None, int | None, bool]


def mentions(
    text: str,
    span: Span,
    before: Harm | None = None,
    named: Harm | None = None,
    item: Harm | None = None,
    *,
    alone: bool = False,
) -> list[Mention]:
    """The people said to be harmed in the sentence at `span`; `before` is the harm that the last sentence ends on,
    `named` that of those whom it may go on to name, who are one person where he is `alone`, `item` that of the list in which it
    is a line."""
    sentence = analyse(text, span)
    opening = opening_of(sentence) if item is not None else None
    line = (opening, item) if opening is not None and item else None
    found = readings(sentence, before, named or before, line, alone=alone)
    return [mention for at in sorted(found) for mention in _mention(sentence, at, found[at], found.keys())]


def opening_of(sentence: Analysis) -> int | None:
    """The people that a line of a list opens with, behind its bullet; None where it opens otherwise."""
    at = next((at for at in range(len(sentence.kinds)) if sentence.kinds[at] not in _BULLETS), None)
    if at is None or at > _LIST_MARKS:
        return None
    counted = sentence.kinds[at] == "Z" and sentence.kinds[at + 1 : at + 2] in ("P", "b", "o")
    return at if counted or sentence.kinds[at] in "XA" else None


def announced(text: str, span: Span) -> Harm | None:
    """The harm of those whom a line like "The names of those killed:" says will follow in a list."""
    if text[span.end - 1] != ":":
        return None
    sentence = analyse(text, span)
    told = (harm_of(sentence, at) for at, kind in enumerate(sentence.kinds) if kind in "TKkEHI")
    return next((harm for harm in told if harm is not None), None)


def listed(text: str, span: Span, harm: Harm) -> list[Mention]:
    """The person whose name opens a line of such a list; none where the line opens otherwise."""
    sentence = analyse(text, span)
    at = len(sentence.kinds) - len(sentence.kinds.lstrip("-.,nu()"))
    if sentence.kinds[at : at + 1] != "p" or at > _LIST_MARKS:
        return []
    reading = Reading(0, harm, "listed", at, doubt=False)
    return list(_mention(sentence, at, reading, ()))


def _mention(sentence: Analysis, at: int, reading: Reading, read: Container[int]) -> Iterator[Mention]:
    """The mention of a chunk of people; none where its number is zero or only a share of people already known. `read` are all
    chunks of people with a mention of their own."""
    number = _number(sentence, at)
    if number is not None and (
        _is_no_count(sentence, at, reading, sentence.tokens.quantities[number])
        or _is_rate(sentence, at)
        or is_average(sentence, at, reading.trigger)
        or is_of_goods(sentence, reading.trigger)
        or _counts_wounds(sentence, sentence.tokens.quantities[number])
        or _only_picks_out(sentence, number)
    ):
        return
    if _is_the_figure(sentence, at) or _is_not_one(sentence, at):
        return
    name = _name(sentence, at)
    count = _count(sentence, at, number, name)
    yield Mention(
        at, reading.harm, reading.rule, count.start, count.end, *count.bounds, _said_of(sentence, at, reading) or _victims(sentence, at, number), name,
        reading.whole, sentence.span(reading.trigger), reading.doubt, _apposed(sentence, at, reading, read),
    )  # fmt: skip


def _apposed(sentence: Analysis, at: int, reading: Reading, read: Container[int]) -> tuple[Span, ...]:
    """The names between a number of people and their harm, and the name behind one person ("a guard, Omar Said, died")."""
    if reading.rule in _NAMED:
        chunks = [i for i in range(at + 1, reading.trigger) if sentence.kinds[i] == "p"]
    else:
        called = called_behind(sentence, at)
        chunks = [called] if called is not None and called not in read else []
    named = (_name(sentence, i) for i in chunks)
    return tuple(name for name in named if name is not None)


def _number(sentence: Analysis, at: int) -> int | None:
    """The token of the number that counts the people of a chunk."""
    first, last = sentence.edges(at)
    if sentence.kinds[at] not in _COUNTED:
        return None
    return next((token for token in range(first, last + 1) if token in sentence.tokens.quantities), None)


def _name(sentence: Analysis, at: int) -> Span | None:
    """The person's name in a chunk."""
    first, last = sentence.edges(at)
    if sentence.kinds[at] in "EC":
        owner = owner_of(sentence, at)
        return sentence.between(*owner) if owner is not None else None
    start = name_start(sentence.tokens, first, last) if sentence.kinds[at] in "pA" else None
    return sentence.between(start, last) if start is not None else None


def _count(sentence: Analysis, at: int, number: int | None, name: Span | None) -> Count:
    """The words that count the people: a number, a name, or the article of one person."""
    if number is not None:
        quantity = sentence.tokens.quantities[number]
        return Count(quantity.start, quantity.end, (quantity.low, quantity.high, quantity.approx))
    first = sentence.chunks.firsts[at]
    if name is None or sentence.kinds[at] == "A":
        couple = sentence.last_word(at) == "couple"  # "A married couple".
        return Count(sentence.tokens.starts[first], sentence.tokens.ends[first], _TWO if couple else _ONE)
    if at >= 2 and is_couple(sentence, at - 2):
        given = sentence.chunks.lasts[at - 2]
        return Count(sentence.tokens.starts[given], name.end, (2, 2, False))
    return Count(name.start, name.end, _ONE)


def _is_no_count(sentence: Analysis, at: int, reading: Reading, quantity: Quantity) -> bool:
    """Zero, a vague share of people already known ("many of their men"), "so many wounded" with no verb of harm."""
    if quantity.high == 0 or quantity.form != "vague":
        return quantity.high == 0
    if (
        sentence.kinds[at] == "Z"
        and sentence.kinds[at + 1 : at + 3] in ("od", "oT", "oC")
        and (quantity.low is None or (quantity.low == 3 and sentence.kinds[at + 2] != "T"))
    ):
        return reading.rule not in ("active", "event")  # "Killing many of the rebels".
    many = sentence.tokens.words[sentence.chunks.firsts[at]].endswith("many")
    told = sentence.kinds[at + 1 : at + 2] in ("K", "I", "w")  # "Many lives were lost".
    told = told or (sentence.last_word(at - 1) in _SUFFERING and sentence.last_word(at) != "losses")
    return many and quantity.low is None and reading.rule == "noun phrase" and not told


def _is_the_figure(sentence: Analysis, at: int) -> bool:
    """Whether "a figure" is the number itself ("killed 34, a figure that the army denied"), not "a senior figure"."""
    first, last = sentence.edges(at)
    return sentence.kinds[at] == "A" and last == first + 1 and sentence.tokens.words[last] == "figure"


def _is_not_one(sentence: Analysis, at: int) -> bool:
    """Whether people are none: "not a single person was killed", "not one soldier was hurt"."""
    first = sentence.chunks.firsts[at]
    words = sentence.tokens.words[first - 1 : first + 2] if first else []
    return words[:2] == ["not", "one"] or words == ["not", "a", "single"]


def _is_rate(sentence: Analysis, at: int) -> bool:
    """Whether people are counted by the day ("loses 900 soldiers daily", "30 deaths a week")."""
    last = sentence.tokens.ends[sentence.chunks.lasts[at]]
    return _RATE.match(sentence.tokens.text, last) is not None


def _counts_wounds(sentence: Analysis, quantity: Quantity) -> bool:
    """Whether a number is that of one person's wounds."""
    start, end = max(0, quantity.start - _WOUNDED), quantity.end + _KIND
    told = _WOUNDS.search(sentence.tokens.text, start, end)
    return told is not None and told.start() < quantity.start


def _only_picks_out(sentence: Analysis, number: int) -> bool:
    """Whether "one" only tells which of those before: "the third one", "the other one", "the most important one"."""
    words = sentence.tokens.words
    best = (
        sentence.tokens.tags[number - 1 : number] == "J" and "most" in words[max(0, number - 3) : number - 1]
    )
    return words[number] == "one" and number > 0 and (best or words[number - 1] in _WHICH)


def _said_of(sentence: Analysis, at: int, reading: Reading) -> Span | None:
    """The noun phrase by which names are given: "the wounded rebels are X and Y", "the guards killed were named as X"; or
    a figure: "the number of civilians killed since May at 71"."""
    if reading.rule == _OF_A_NUMBER:
        noun = reading.trigger - 1 - (sentence.kinds[reading.trigger - 1] == "R")
        return sentence.span(noun)
    if sentence.kinds[at] != "p" or reading.rule not in BY_NOUN or reading.trigger > at:
        return None
    noun = reading.trigger - (sentence.kinds[reading.trigger - 1 : reading.trigger + 1] in ("dk", "vk"))
    last = sentence.chunks.lasts[noun]
    return sentence.span(noun) if sentence.tokens.tags[last] == "v" else None


def _victims(sentence: Analysis, at: int, number: int | None) -> Span | None:
    """The noun phrase that says who, the quantity apart; behind "of" where the number stands alone, and behind the pronoun
    in "five of them children"."""
    first, last = sentence.edges(at)
    behind = number if number is not None else first if sentence.kinds[at] == "A" else first - 1
    if behind < last:
        return sentence.between(behind + 1, last)
    if sentence.kinds[at + 1 : at + 2] == "o" and at + 2 < len(sentence.kinds):
        told = _OF_THEM.match(sentence.kinds, at + 1)
        return sentence.span(told.end() - 1 if told is not None else at + 2)
    return None
