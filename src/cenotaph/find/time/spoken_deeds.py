"""Times that date what somebody did about a killing, and not the killing: "referred today to the murder of", "the killing of two
prompted protests on Monday"."""

import re

from cenotaph.find.text.lexicon import lexicon
from cenotaph.find.text.small import small
from cenotaph.find.time.phrases import cues
from cenotaph.find.time.times import TimeExpression
from cenotaph.model import Span

_DEED = re.compile(
    r"(?<!resulted in the )(?<!resulting in the )(?<!caused the )(?<!causing the )(?<!led to the )"
    r"\b(?:murder|killing|assassination|death|massacre|slaying|kidnapping|abduction|murderer|killer|assassin)s?\b"
    r"(?: by [\w ]{3,24}?)?(?: (?:in|on) [\w ]{3,14}?)? of\b"
)
# A verb behind the deed that is not told of the deed itself: "was removed", and not "was carried out".
_DOING = re.compile(
    r"\b(?:was|were|has|have|had|is|are|will|would)\b(?! (?:been )?(?:carried out|perpetrated|committed|done|reported|commissioned))"
)
_THEIR_DEED = re.compile(
    r"(?:['’]s?) (?:murder|killing|assassination|death|massacre|slaying|kidnapping|abduction)s?\b"
)
_OF = 120  # Characters from a deed's noun to those it was done to.
_STOPS = frozenset(".;")
_BARE = re.compile(r"(?:today|yesterday|tonight|this \w+)\b")
_WORD = re.compile(r"[a-z]+")
_OWN = 2  # Words between a time and the deed that it dates: "Sunday's brutal murder of".
_TOWARDS = frozenset(("to", "about", "over", "for", "with", "after"))  # "Referred today to the murder of".
_NEXT = 16  # Characters.


def is_of_reaction(text: str, sentence: Span, time: TimeExpression) -> bool:
    """Whether the deed nearest to a day is only spoken of, and another verb of the sentence takes the day."""
    if time.kind != "day":
        return False
    low = small(text)
    deeds = {match.start(): match for match in _DEED.finditer(low, sentence.start, sentence.end)}
    deed = deeds.get(_nearest_violence(low, sentence, time)) if deeds else None
    if deed is None or deed.start() <= time.start < deed.end():
        return False
    if time.end <= deed.start():
        words = _WORD.findall(low, time.end, deed.start())
        return len(words) > _OWN or not _TOWARDS.isdisjoint(words)
    return _DOING.search(low, deed.end(), time.start) is not None or _is_of_verb_behind(low, time)


def is_spoken_of(text: str, sentence: Span, quantity: Span) -> bool:
    """Whether a quantity is of those whose murder a sentence names: "condemned the murder of nine", "X's assassination"."""
    low = small(text)
    if _THEIR_DEED.match(low, quantity.end, sentence.end):
        return True
    deeds = _DEED.finditer(low, max(sentence.start, quantity.start - _OF), quantity.start)
    return any(_STOPS.isdisjoint(low[deed.end() : quantity.start]) for deed in deeds)


def _nearest_violence(low: str, sentence: Span, time: TimeExpression) -> int:
    """Where the word of violence nearest to a time begins, -1 for none."""
    violent = (match.start() for match in cues().violence.finditer(low, sentence.start, sentence.end))
    return min(violent, key=lambda at: at - time.end if at >= time.end else time.start - at, default=-1)


def _is_of_verb_behind(low: str, time: TimeExpression) -> bool:
    """ "Today prompted an emergency meeting"."""
    if _BARE.match(low, time.start, time.end) is None:
        return False
    behind = _WORD.findall(low, time.end, time.end + _NEXT)[:1]
    return any(lexicon().common.get(word) == "W" for word in behind)
