"""Datelines cut off a sentence, headlines parted from the story that runs on behind them, and "MAY" as a month."""

import re
from functools import cache

from cenotaph.find.credit.tagging.words import Words
from cenotaph.language import load_pack

_DATED_WIRE = re.compile(r"C(?=R#[RMC]#)")
# A headline stands among a report's first letters.
_TOP = 400
# How many words of headline are looked through for its wire.
_HEADLINE_WORDS = 30
_DATED_PLACE = re.compile(
    r"[A-Z][a-z]+\.? \d{1,2},? \d{4} \([A-Z][A-Z /,.-]+\)\s?[-–—]+\s"
)  # "June 19, 2024 (OMDURMAN)- ".
# The day that a page opens with: "Published April 6 2017 Syrian activists say", "10 Jul 2016 Rebels say".
_PAGE_DATE = re.compile(
    r"(?:Published |Last updated |Date of publication )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)[a-z]*,? )?"
    r"(?:[A-Z][a-z]{2,8} \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4}) (?=[A-Z])"
)
# The outlet's own mark: "Valley News/ Police said".
_OWN_MARK = re.compile(r"(?:[A-Z][\w.-]*[ -]?){1,3}/ (?=[A-Z])")
_DATELINE = re.compile(r"(?:[C,N#R&:]{1,14}-+)")


def without_dateline(words: Words, text: str) -> Words:
    """Cut the dateline off the start of a sentence, and part a headline from the story that runs on behind it."""
    tags = words.tags
    wire = _DATED_WIRE.search(tags)
    if wire is not None and wire.start():
        tags = tags[: wire.start()] + "|" * 5 + tags[wire.start() + 5 :]
        words = words._replace(tags=tags)
    elif (at := _bare_wire(words, text)) is not None:
        tags = tags[:at] + "|" + tags[at + 1 :]
        words = words._replace(tags=tags)
    first = words.spans[0][0] if words.spans else len(text)
    if (line := _opening_line(text, first)) is not None:
        behind = sum(start < line.end() for start, _ in words.spans)
        return Words(words.spans[behind:], words.lower[behind:], words.tags[behind:], words.upper)
    opening = _DATELINE.match(tags)
    if opening is not None and _goes_on_small(words, text, opening.end()):
        opening = None
    cut = opening.end() if opening is not None else 0 if words.upper else _place_in_capitals(words, text)
    if cut == 0:
        return words
    return Words(words.spans[cut:], words.lower[cut:], words.tags[cut:], words.upper)


def _opening_line(text: str, first: int) -> re.Match[str] | None:
    """The place and date, page's date or outlet's mark that a sentence opens with."""
    dated = _DATED_PLACE.match(text, first) or _OWN_MARK.match(text, first)
    return dated or (_PAGE_DATE.match(text) if not first else None)


def months(tags: list[str | None], lower: list[str]) -> list[str | None]:
    """The tags of copy in capitals with "MAY" as a month behind a day or a preposition: "LIMA, 3 MAY 90", "IN MAY"."""
    return [
        "R" if word == "may" and _is_month(tags, lower, at) else tags[at] for at, word in enumerate(lower)
    ]


def _is_month(tags: list[str | None], lower: list[str], at: int) -> bool:
    dated = lower[at - 1].isdigit() and lower[at + 1 : at + 2] not in (["have"], ["be"], ["not"], ["also"])
    return at > 0 and (dated or tags[at - 1] == "P")


def _goes_on_small(words: Words, text: str, at: int) -> bool:
    """Whether a small letter stands behind a dash: "Ann Roe – founder of", no dateline."""
    return at < len(words.spans) and text[words.spans[at][0]].islower()


def _bare_wire(words: Words, text: str) -> int | None:
    """The word by which a wire parts its headline from its story without a date ("Raids kill 30 Monitor AFP A town")."""
    if not words.spans or words.upper or words.spans[0][0] > _TOP or _wires().isdisjoint(words.lower):
        return None
    for at in range(3, min(len(words.tags) - 3, _HEADLINE_WORDS)):
        if (
            words.lower[at] in _wires()
            and text[slice(*words.spans[at])] in load_pack("reporting")["datelines"]["wires"]
        ):
            opens = text[words.spans[at + 1][0]].isupper() and words.tags[at + 1] in "DSP#"
            if opens and words.tags[at - 1] in "xNCKd":
                return at
    return None


def _place_in_capitals(words: Words, text: str) -> int:
    """How many words a dateline without a dash takes: "BAGHDAD Police said", "JALALABAD, Afghanistan A bomber"."""
    spans, count = words.spans, 0
    while count < len(spans) and words.tags[count] == "C" and text[slice(*spans[count])].isupper():
        count += 1
    if words.lower[:1] and words.lower[0].endswith(("-tv", "-fm")):
        return 0  # "WXYZ-TV Ayr reports".
    if count == 0 or spans[0][1] - spans[0][0] < 4:
        return 0
    if words.tags[count : count + 2] == ",C":
        count += 2
    following = text[slice(*spans[count])] if count < len(spans) else ""
    return count if following[:1].isupper() and not following.isupper() or following in ("A", "I") else 0


@cache
def _wires() -> frozenset[str]:
    return frozenset(wire.lower() for wire in load_pack("reporting")["datelines"]["wires"])
