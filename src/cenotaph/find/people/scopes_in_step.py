"""Counts told in one breath, or going on in one tense, run over the same time: "60 killed and 30 injured in a week"."""

import re
from collections.abc import Sequence

from cenotaph.find.people.candidates import Candidate
from cenotaph.model import Scope, Span

_ONE_BREATH = re.compile(r"[^.:()\n]{0,50}(?:\b(?:and|with)|[,;])(?: (?:also|another|a further))?\s*$")
_NEW_TIME = re.compile(r"\b(?:on|including|include[sd]?|among|of (?:whom|them|which)|while|when|after)\b")
_GOES_ON = re.compile(  # "Since June 400 rebels have been killed. Twenty-four soldiers have also died".
    r"\b(?:have|has)(?: (?:also|since|now|so far|already))?(?: been)? (?:killed|died|wounded|injured|claimed|lost|captured|arrested|detained|kidnapped|abducted|left)\b",
    re.IGNORECASE,
)
_ONE_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|overnight|tonight|this (?:morning|afternoon|evening)|last night"
    r"|\d{1,2}:\d\d|(?:an?|the|one|another) (?:[\w-]+ ){0,2}(?:attack|blast|bombing|strike|raid|ambush|explosion|shooting|incident|crash|clash))\b",
    re.IGNORECASE,
)
_PERFECT_SINCE = re.compile(  # "Raids have become deadlier since the start of the year".
    r"\b(?:have|has)\b[^.;]{3,90}\bsince (?:the (?:start|beginning|outbreak|end|war)|last|early|late|mid|\w+ (?:19|20)\d\d|(?:19|20)\d\d)"
    r"|\b(?:number|toll|tally|count)\b[^.;]{0,80}\bsince (?:\w+ ){1,3}(?:has|have|had|stands?|stood|reached|is)\b"
)
_PART = re.compile(r"\b(?:including|among them|of whom)\W*$")
_ITS_DAY = re.compile(r"[^.,;()]{0,20}\b(?:on \w+day|yesterday|today)\b")
_ALSO = re.compile(r"\b(?:was|were) also (?:killed|wounded|injured|captured)\b", re.IGNORECASE)
_OF_THEM = re.compile(r" of (?:them|these|those|the (?:bodies|dead|wounded|captives))\b")
_VAGUE = re.compile(r"dozens|scores|hundreds|thousands|several|many", re.IGNORECASE)
_THOUSANDS, _NEAR = 1000, 5  # Captives; sentences.
_FIGURE = 5  # From here on two counts of one report with the same figure are of the same people.
_HARMS = frozenset(("killed", "wounded", "missing"))


def in_step(
    text: str, sentences: Sequence[Span], found: Sequence[Candidate], scopes: Sequence[Scope]
) -> list[Scope]:
    """The scopes of counts, where one that follows a total in its own breath, or goes on in its tense, is a total too."""
    out = list(scopes)
    for at in range(len(found)):
        if out[at] == "incident" and _runs_since(text, sentences, found[at].sentence):
            out[at] = "cumulative"
        if out[at] == "cumulative" and _is_of_those_taken(text, sentences, found, out, at):
            out[at] = "incident"
        if out[at] == "incident" and _is_told_in_full(text, sentences, found, scopes, at):
            out[at] = "cumulative"
        if not at or out[at] != "incident" or out[at - 1] != "cumulative":
            continue
        one, before = found[at].mention, found[at - 1].mention
        if found[at].sentence != found[at - 1].sentence:
            last = found[at - 1].sentence
            if _goes_on(text, sentences, last, found[at].sentence) or _are_some(text, found, at):
                out[at] = "cumulative"
            continue
        if _PART.search(text, before.end, one.start) and has_its_day(text, one.end):
            continue  # "At least 73 in two days, including 27 on Monday".
        if one.trigger == before.trigger:
            out[at] = "cumulative"
            continue
        if one.harm == before.harm or not _HARMS.issuperset((one.harm, before.harm)):
            continue
        between = text[before.end : one.start]
        if _ONE_BREATH.fullmatch(between) and not _NEW_TIME.search(between):
            out[at] = "cumulative"
    return out


def _runs_since(text: str, sentences: Sequence[Span], index: int) -> bool:
    """Whether a sentence counts in the perfect tense what the sentence before says to have gone on since some time."""
    own, last = sentences[index], sentences[index - 1] if index else None
    if last is None or _GOES_ON.search(text, own.start, own.end) is None:
        return False
    since = _PERFECT_SINCE.search(text, last.start, last.end) is not None
    return since and not any(_ONE_DAY.search(text, span.start, span.end) for span in (last, own))


def has_its_day(text: str, end: int) -> bool:
    """Whether a day stands right behind a count that ends at `end`: "including 27 people on Monday"."""
    return _ITS_DAY.match(text, end) is not None


def _goes_on(text: str, sentences: Sequence[Span], last: int, index: int) -> bool:
    """Whether a sentence goes on counting in the tense of the total right before it, of no day or attack of its own."""
    if index != last + 1:
        return False
    before, own = (text[span.start : span.end] for span in (sentences[last], sentences[index]))
    goes_on = _GOES_ON.search(own) or _ALSO.search(own)
    return bool(_GOES_ON.search(before) and goes_on) and _ONE_DAY.search(own) is None


def _are_some(text: str, found: Sequence[Candidate], at: int) -> bool:
    """ "Police have found 410 bodies since May. Experts examined 140 of them": some of those of the sentence before."""
    one, before = found[at], found[at - 1]
    near = one.sentence == before.sentence + 1 and one.mention.harm == before.mention.harm
    return near and one.mention.low != 1 and _OF_THEM.match(text, one.mention.end) is not None


def _is_of_those_taken(
    text: str, sentences: Sequence[Span], found: Sequence[Candidate], scopes: Sequence[Scope], at: int
) -> bool:
    """ "1,026 marines surrendered on Monday. A governor put the captives at more than a thousand, among them hundreds of wounded"."""
    one, before = found[at], found[at - 1] if at else None
    if before is not None and before.sentence == one.sentence and scopes[at - 1] == "incident":
        return _PART.search(text, before.mention.end, one.mention.start) is not None
    span = sentences[one.sentence]
    if one.mention.harm != "captured" or _GOES_ON.search(text, span.start, span.end):
        return False
    return any(
        (other.mention.harm, scopes[i]) == ("captured", "incident")
        and (other.mention.low or 0) >= _THOUSANDS <= (one.mention.low or 0)
        and one.sentence - other.sentence <= _NEAR
        for i, other in enumerate(found[:at])
    )


def _is_told_in_full(
    text: str, sentences: Sequence[Span], found: Sequence[Candidate], scopes: Sequence[Scope], at: int
) -> bool:
    """Whether a headline or a line of a table, which end on no stop, has the figure of a total that the report tells in full."""
    one, span = found[at].mention, sentences[found[at].sentence]
    if text[span.end - 1] in '.!?"”’)' or (one.low or 0) < _FIGURE or _VAGUE.search(text, one.start, one.end):
        return False
    told = {
        scopes[i]
        for i, other in enumerate(found)
        if (other.mention.harm, other.mention.low) == (one.harm, one.low)
        and other.sentence != found[at].sentence
    }
    return told == {"cumulative"}
