"""Whether words between a quantity and a time tell of two events, so that the time does not date the quantity."""

import re

from cenotaph.find.text.small import small
from cenotaph.find.time.context import is_cut, tells_other_event
from cenotaph.find.time.phrases import cues
from cenotaph.find.time.times import TimeExpression
from cenotaph.model import Span

_OTHER_CLAUSE = re.compile(r"\band\s+that\b")
_SINCE_CLAUSE = re.compile(r"\b(?:since|from the (?:beginning|start|outbreak))\b[^,.;]{1,140}$")
_HAS_KILLED = re.compile(r"\b(?:that|which) (?:has|have) (?:\w+ ){1,4}$")  # "A war that has killed nearly".
_HAVE_KILLED = re.compile(r"\b(?:that|which) have (?:\w+ ){1,4}$")
_WORDS_BESIDE = 4
_THAT_KILLED = re.compile(r"\b(?:that|which) (?:killed|wounded|injured|left)\b")
_AND_ANOTHER = re.compile(  # "The bombings that killed 31 and to the attacks in Leith last November".
    r"\band (?:to|from|for|of|with) (?:an?|the|another|last|this) [^,.;]{0,40}\b(?:attack|bombing|blast|raid|shooting|massacre|strike|assault)"
)
_OPENING = 24  # Characters.
_SIGNS = frozenset(",.;")


def apart(text: str, sentence: Span, quantity: Span) -> re.Match[str] | None:
    """The words that set the quantity's people apart from what the sentence tells before ("a day after", "accused of")."""
    return cues().apart.search(small(text), sentence.start, quantity.start)


def is_parted(text: str, sentence: Span, time: TimeExpression, quantity: Span) -> bool:
    """Whether words between the quantity and the time tell of another event."""
    if time.start > quantity.end:
        if _AND_ANOTHER.search(small(text), quantity.end, time.start):
            return True
        if tells_other_event(text, quantity.end, time.start) or _is_behind_apart(
            text, sentence, time, quantity
        ):
            return True
    elif time.kind == "day":
        words = apart(text, Span(time.end, sentence.end), quantity)
        if words is not None and not words["hours"]:
            return True
        around = apart(text, sentence, quantity)
        if around is not None and around.start("blamed") < time.start < around.end("blamed"):
            return True  # "Sentenced a man on Thursday for the murder of two".
    if time.kind == "since":
        return (
            time.end <= quantity.start
            and _THAT_KILLED.search(small(text), time.end, quantity.start) is not None
        )
    return _is_in_since(text, time, quantity)


def _is_behind_apart(text: str, sentence: Span, time: TimeExpression, quantity: Span) -> bool:
    """ "A year after a bomb killed nine, a trial opened on Monday"."""
    if "," not in text[quantity.end : time.start]:
        return False
    words = apart(text, sentence, quantity)
    return words is not None and words.start() - sentence.start <= _OPENING


def _is_in_since(text: str, time: TimeExpression, quantity: Span) -> bool:
    """Whether "since" opens a clause that ends on the time, and the quantity stands outside of it."""
    match = _SINCE_CLAUSE.search(small(text), max(0, time.start - 140), time.start)
    if match is None:
        return False
    inside = match.start() < quantity.start and not _SIGNS.intersection(text[time.end : quantity.start])
    return not inside


def is_in_other_clause(text: str, time: TimeExpression, quantity: Span) -> bool:
    """Whether the time stands behind the quantity in a clause of its own ("... and that two died on Sunday")."""
    return is_cut(text, quantity.end, time.start, _OTHER_CLAUSE)


def is_behind_relative(text: str, time: TimeExpression, quantity: Span) -> bool:
    """Whether the time stands behind a clause that counts ("a war that has killed 900 people ended in May")."""
    if time.kind in ("since", "as-of"):
        return False
    if (
        time.end <= quantity.start and time.kind == "day"
    ):  # "Sunday's raid was the latest of many that have killed".
        return _HAVE_KILLED.search(text, time.end, quantity.start) is not None
    if time.start < quantity.end:
        return False
    beside = len(text[quantity.end : time.start].split()) <= _WORDS_BESIDE
    return not beside and _HAS_KILLED.search(text, max(0, quantity.start - 60), quantity.start) is not None


def closes_since(text: str, sentence: Span, time: TimeExpression, quantity: Span) -> bool:
    """Whether the time closes a clause that "since" or "from the beginning" opens, and the quantity stands outside."""
    comma = text.find(
        ",", time.end, quantity.start
    )  # "Since the offensive began on Friday, nine have died and".
    stop = quantity.start if comma < 0 else comma
    if time.end <= quantity.start and cues().violence.search(small(text), time.end, stop):
        return False
    return _SINCE_CLAUSE.search(small(text), sentence.start, time.start) is not None
