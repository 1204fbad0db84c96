"""Whether the victims bore arms: by their noun, their title, what was hit, and the people told of beside them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.nouns import COMBATANT, is_mixed, kind_of, role_words
from cenotaph.find.sides import Side
from cenotaph.model import Role, Span

_WORD = re.compile(r"[a-z]+")


class Told(NamedTuple):
    """A claim's role, where it is read, and why."""

    role: Role
    span: Span | None
    rule: str


def roles(context: ClaimContext, harmed: Sequence[Harmed], sides: Sequence[Side]) -> list[Told]:
    """The roles of all claims of a report, in the order of `harmed`, which is that of the text."""
    first = [_said(people) for people in harmed]
    out: list[Told] = []
    for at, people in enumerate(harmed):
        out.append(first[at] or _titled(context, people) or _implied(context, harmed, sides, first, out, at))
    return out


def _said(people: Harmed) -> Told | None:
    """The role that the noun phrase says."""
    if not people.victims:
        return None
    if is_mixed(people.victims):
        return Told("mixed", people.victims_span, "role-mixed")
    kind = kind_of(people.victims)
    if kind in COMBATANT:
        return Told("combatants", people.victims_span, "role-noun")
    if kind == "civilians":
        return Told("civilians", people.victims_span, "role-noun")
    if set(_WORD.findall(people.victims.lower())) & role_words().armed:
        return Told("combatants", people.victims_span, "role-noun")
    return None


def _titled(context: ClaimContext, people: Harmed) -> Told | None:
    """A named person's, by rank or by what stands around the name anywhere in the report."""
    if not people.names:
        return None
    surname = people.names[0].split()[-1]
    cues = role_words()
    for match in re.finditer(r"\b" + re.escape(surname) + r"\b", context.text):
        before = _WORD.findall(context.text[max(0, match.start() - 45) : match.start()].lower())[-5:]
        after = _WORD.findall(context.text[match.end() : match.end() + 70].lower())[:9]
        if set(before) & cues.titles:
            return Told("combatants", Span(match.start(), match.end()), "role-title")
        kind = kind_of(" ".join(before)) or (kind_of(" ".join(after[1:])) if after[:1] in (["a"], ["an"], ["the"]) else None)
        if kind in COMBATANT:
            return Told("combatants", Span(match.start(), match.end()), "role-title")
    return Told("civilians", None, "role-person")


def _implied(
    context: ClaimContext, harmed: Sequence[Harmed], sides: Sequence[Side], first: Sequence[Told | None], out: Sequence[Told], at: int
) -> Told:
    people = harmed[at]
    if people.whole is not None and people.whole < at:
        return out[people.whole]._replace(rule="role-whole")
    part = _of_parts(harmed, first, at)
    if part is not None:
        return part
    if at and people.victims_span is None or (people.victims_span is not None and people.victims_span.start < people.start) or _others(people):
        if at and harmed[at - 1].sentence >= people.sentence - 1:
            return out[at - 1]._replace(rule="role-carried")
    near = _same_incident(harmed, sides, first, at)
    if near is not None:
        return near
    if _target(context, people):
        return Told("civilians", None, "role-target")
    return Told("unknown", None, "role-none")


def _others(people: Harmed) -> bool:
    return (people.victims or "").lower() in ("others", "other")


def _of_parts(harmed: Sequence[Harmed], first: Sequence[Told | None], at: int) -> Told | None:
    """ "Seven people including five children": the parts behind in the sentence tell of the whole."""
    parts = [first[i] for i in range(at + 1, len(harmed)) if harmed[i].sentence == harmed[at].sentence and harmed[i].harm == harmed[at].harm]
    found = {part.role for part in parts[:2] if part is not None}
    if len(found) == 1 and found == {"civilians"}:
        return Told("civilians", None, "role-parts")
    return None


def _same_incident(harmed: Sequence[Harmed], sides: Sequence[Side], first: Sequence[Told | None], at: int) -> Told | None:
    """The role of other victims of the same side told near by."""
    for i in sorted(range(len(harmed)), key=lambda i: abs(i - at)):
        told = first[i]
        if i != at and told is not None and harmed[i].scope == harmed[at].scope and sides[i].side == sides[at].side and abs(i - at) <= 4:
            return told._replace(rule="role-near")
    return None


def _target(context: ClaimContext, people: Harmed) -> bool:
    """Whether the sentence or the one before says that a place full of civilians was hit."""
    words = set(context.words(people.sentence).lows)
    if people.sentence:
        words |= set(context.words(people.sentence - 1).lows)
    return bool(words & role_words().targets)
