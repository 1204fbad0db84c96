"""Whose losses a figure is by the turns of phrase of war reports: "Russia's casualties came to 300", "their costliest month, with
300 dead". The turns are rows of the pack `sufferers`, read over the sentence with marks for the party and the figure."""

import re
from functools import cache

from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.text.scan import PartyMention
from cenotaph.find.text.small import small
from cenotaph.language import load_pack
from cenotaph.model import Span

PARTY, OTHER, COUNT = "\x01", "\x02", "\x03"
_MARKS = {"PARTY": PARTY, "OTHER": OTHER, "COUNT": COUNT}
_NAME = re.compile(r"\{([A-Z]+)\}")
_LONGEST = 600  # Characters of a sentence.
# Who tells, or how the sentence is joined, between commas: "Denmark, aides said, has lost", "Denmark, for its part, has".
_ASIDE = re.compile(
    r",(?: (?:for (?:its|their) part|in turn|by contrast|in contrast|on the other hand|meanwhile|however|too|it says|he says)"
    rf"| [^,.;{PARTY}{COUNT}]{{0,60}}\b(?:said|says|say|estimates?|estimated|noted|reported|claims?|claimed|believes?)"
    rf"| (?:according to|said|says|by the count of) [^,.;{PARTY}{COUNT}]{{0,60}}),"
)


def sufferer(context: ClaimContext, people: Harmed) -> PartyMention | None:
    """The party whose losses a sentence tells the figure to be; the nearest of those that fit."""
    if needs().isdisjoint(context.bag(people.sentence)):
        return None
    span = context.sentences[people.sentence]
    told = [m for m in context.parties(people.sentence) if m.end <= people.start or m.start >= people.end]
    if not told or span.end - span.start > _LONGEST:
        return None
    near = sorted(told, key=lambda m: people.start - m.end if m.end <= people.start else m.start - people.end)
    for mention in near:
        if not mention.glued and fits(marked(context.text, span, people, mention, told)):
            return mention
    return None


def fits(sentence: str) -> bool:
    """Whether a marked sentence tells that the figure is the party's loss."""
    return any(pattern.search(sentence) for pattern in patterns())


def marked(text: str, span: Span, people: Harmed, mention: PartyMention, told: list[PartyMention]) -> str:
    """A sentence in small letters with marks in place of its parties and the figure, without asides."""
    marks = [(m.start, m.end, PARTY if m is mention else OTHER) for m in told]
    marks.append((people.start, people.end, COUNT))
    pieces, at = list[str](), span.start
    for start, end, mark in sorted(marks):
        if start >= at:
            pieces += (small(text)[at:start], mark)
            at = end
    return without_asides("".join((*pieces, small(text)[at : span.end])))


def without_asides(sentence: str) -> str:
    """A marked sentence without who tells."""
    return _ASIDE.sub("", sentence)


@cache
def needs() -> frozenset[str]:
    """Words of which a sentence must have one."""
    return frozenset(load_pack("sufferers")["needs"]["words"])


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """The turns of phrase, their macros and marks in place."""
    pack = load_pack("sufferers")
    known = {**pack["macros"], **_MARKS}
    return tuple(re.compile(_expanded(row["pattern"], known)) for row in pack["rule"])


def _expanded(pattern: str, known: dict[str, str]) -> str:
    while (grown := _NAME.sub(lambda match: known[match.group(1)], pattern)) != pattern:
        pattern = grown
    return pattern
