"""Soldiers and losses of two states counted together: "some 400,000 soldiers died or were hurt in the Ukraine war"."""

import re

from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.text.scan import PartyMention
from cenotaph.find.text.small import small
from cenotaph.find.whose.parties import enemies

_MANY = 100_000  # More than one army of a war between two loses before its losses are told apart.
_SOLDIERS = frozenset(("troops", "soldiers", "servicemen", "fighters", "combatants", "personnel"))
_ANY = "\x02"
_BETWEEN = re.compile(
    rf"\b(?:wars?|conflict|fighting|hostilities|battles?) (?:between|of) (?:the )?{_ANY} and (?:the )?{_ANY}"
)
_WAR = re.compile(
    rf"{_ANY}(?:['’]s)? (?:full-scale |all-out )?(?:invasion|war|conflict)(?: (?:of|in|on|against|with) {_ANY})?"
    rf"|\b(?:war|invasion|conflict) (?:of|against|with|on) {_ANY}|\b(?:in|on) {_ANY}(?! (?:army|troops|soldiers|forces))"
)
_JOINT = re.compile(
    rf"{_ANY}(?:['’]s)? and {_ANY}(?:['’]s)? (?:[\w-]+ ){{0,2}}?(?:losses|casualties|dead|deaths|fatalities)\b[^.;{_ANY}]{{0,60}}$"
)


def counts_both(context: ClaimContext, people: Harmed) -> bool:
    """Whether a sentence counts the losses of both sides of a war: "Danish and Swedish losses together exceed 5,000"."""
    if people.harm not in ("killed", "wounded", "casualties"):
        return False
    told = context.parties(people.sentence)
    span = context.sentences[people.sentence]
    ahead = [m for m in told if m.end <= people.start]
    if len(ahead) > 1 and _JOINT.search(_masked(context.text, span.start, people.start, ahead)):
        return True
    inside = people.victims_span
    named = inside is not None and any(inside.start <= m.start < inside.end for m in told)
    if not told or named or not _are_soldiers(people):
        return False
    sentence = _masked(context.text, span.start, span.end, told)
    if _BETWEEN.search(sentence):
        return sentence.count(_ANY) == len(_ANY) * 2
    return (people.low or 0) >= _MANY and _is_of_war(sentence, told)


def _are_soldiers(people: Harmed) -> bool:
    """Whether they are soldiers of whom no noun tells whose."""
    return (people.victims or "").lower().rpartition(" ")[2] in _SOLDIERS and people.whole is None


def _is_of_war(sentence: str, told: list[PartyMention]) -> bool:
    """Whether all that a sentence has of the lands at war is the war's name."""
    order, at_war, others = iter(sorted(told, key=lambda m: m.start)), set[str](), set[str]()
    phrases = [match.span() for match in _WAR.finditer(sentence)]
    for sign in re.finditer(_ANY, sentence):
        inside = any(start <= sign.start() < end for start, end in phrases)
        (at_war if inside else others).add(next(order).party.side)
    both = at_war | {enemies()[side] for side in at_war if side in enemies()}
    return len(both) > 1 and both.isdisjoint(others)


def _masked(text: str, start: int, end: int, told: list[PartyMention]) -> str:
    """A stretch of text in small letters with one sign for each party."""
    pieces, at = list[str](), start
    for mention in sorted(told, key=lambda m: m.start):
        pieces += (small(text)[at : mention.start], _ANY)
        at = mention.end
    return "".join((*pieces, small(text)[at:end]))
