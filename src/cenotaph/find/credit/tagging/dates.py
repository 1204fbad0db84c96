"""Dates of several words as one time word: "on | Wednesday, September 1, | by the port", "put out | late on Friday | by"."""

import re
from bisect import bisect_left
from itertools import accumulate

from cenotaph.find.credit.tagging.word_table import word_sets
from cenotaph.find.credit.tagging.words import Words

_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs)?|fri|sat|sun)"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_PART = "(?:morning|afternoon|evening|night|noon|midnight)"
_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:, )?(?:19|20)\d\d"
_SEASON = "(?:spring|summer|autumn|winter)"
_SPELL = f"(?:day|week|month|year|weekend|{_SEASON}|{_PART}|{_DAY})"
_DATED = (
    rf"(?:{_DAY}(?: {_PART})?(?: ,)? )?(?:{_MONTH} (?:the )?{_NUMBER}|the {_NUMBER} of {_MONTH}|{_NUMBER} {_MONTH})(?: {_YEAR})?"
    rf"|{_MONTH} {_YEAR}"
)
_NEAR = (
    rf"(?:early|late|earlier|later) (?:on |in the |this |that |last |next )?(?:{_SPELL}|today)(?: {_PART})?"
    rf"|(?:this|last|next) {_SPELL}(?: {_PART})?"
    rf"|(?:{_DAY}|yesterday|tomorrow) {_PART}"
    rf"|(?:in|since|for) (?:(?:early|late|mid) )?(?:{_YEAR}|{_SEASON}(?: {_YEAR})?)|in (?:early|late|mid) {_MONTH}(?: {_YEAR})?"
    rf"|(?:at|by|towards?) the (?:end|start|beginning) of (?:the {_SPELL}|(?:this|last|next) {_SPELL}|{_MONTH}(?: {_YEAR})?|(?:19|20)\d\d)"
    "|(?:at|over|during) the weekend|on the (?:eve|anniversary|sidelines) of (?:the |a )?[a-z]+|ahead of (?:the |a )?(?:[a-z]+ )?(?:talks|summit|meeting|vote|visit|conference|anniversary|hearing)"
    rf"|(?:shortly|just|hours|minutes|moments|soon) (?:before|after) (?:{_PART}|midday|dawn|dusk)(?: on {_DAY})?"
    r"|(?:a|an|one|two|three|four|five|six|several|\d+) (?:hour|day|week|month|year)s? (?:ago|earlier)"
)
_DATE = re.compile(rf"(?<!\S)(?:(?P<dated>{_DATED})|{_NEAR})(?!\S)")
# "The port's | 5 May | update", "a | June 2023 | study".
_OF_DOCUMENT = re.compile("[xN]{0,2}d")
_YEARLY = re.compile("(?<=s)[R#](?=[xN]{0,2}d)")
_SIGNS = re.compile(
    rf"\b(?:{_DAY}|{_MONTH}|{_PART}|day|week|month|year|weekend|today|ago|earlier|of|{_SEASON}|in|since|before|after)\b"
)
# Behind the comma that closes a date, what goes on with the words before it: "on May 5, 2024, | by the port", "| that nine".
_GOES_ON = re.compile(r",[yPT]")
_VERB = re.compile(r",[VHbMt]")
_FINITE = re.compile("[VHbMK]")


def with_dates(words: Words) -> Words:
    """The words with every date, weekday or spell of several words as one, and without the comma that closes it alone."""
    line = " ".join(words.lower)
    if _SIGNS.search(line) is None:
        return words
    starts = list(accumulate((len(word) + 1 for word in words.lower), initial=0))
    for match in reversed([*_DATE.finditer(line)]):
        low, high = bisect_left(starts, match.start()), bisect_left(starts, match.end())
        if _dates_document(words, low, high):
            words = _as_one(words, low, high, high, "x")
        elif _is_date(words, low, high):
            closed = match["dated"] is not None and "," in words.tags[low:high] and _closes(words, low, high)
            words = _as_one(words, low, high, high + closed, "R")
    return words._replace(tags=_YEARLY.sub("x", words.tags))


def _dates_document(words: Words, low: int, high: int) -> bool:
    """Whether a date only says which document is meant: "the port's | 5 May | update", "a | June 2023 | study"."""
    before, behind = words.tags[low - 1 : low], _OF_DOCUMENT.match(words.tags, high)
    return behind is not None and (before == "s" or (before == "D" and behind.end() == high + 1))


def _is_date(words: Words, low: int, high: int) -> bool:
    """Whether words are a date and no part of a name or count: "the | May 5 | raid", "in March | 20 people", "may"."""
    counts = words.tags[high - 1] == "#" and not word_sets()["counted"].isdisjoint(
        words.lower[high : high + 1]
    )
    modal = any(
        tag == "M" and word == "may"
        for tag, word in zip(words.tags[low:high], words.lower[low:high], strict=True)
    )
    part = words.tags[low - 1 : low] in ("D", "s") or "|" in words.tags[low:high]
    return not part and not counts and not modal and high - low > 1


def _closes(words: Words, low: int, high: int) -> bool:
    """Whether the comma behind a date parts nothing: it stands there because one stands inside."""
    verb = _VERB.match(words.tags, high) is not None and _FINITE.search(words.tags, 0, low) is None
    return verb or _GOES_ON.match(words.tags, high) is not None


def _as_one(words: Words, low: int, high: int, behind: int, tag: str) -> Words:
    spans, lower, tags = words.spans, words.lower, words.tags
    return words._replace(
        spans=[*spans[:low], (spans[low][0], spans[high - 1][1]), *spans[behind:]],
        lower=[*lower[:low], " ".join(lower[low:high]), *lower[behind:]],
        tags=tags[:low] + tag + tags[behind:],
    )
