"""Whether people are counted as the dead of a fight, which both its sides suffer."""

import re
from collections.abc import Sequence
from itertools import pairwise

from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.text.scan import PartyMention
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.nouns import kind_of, role_words
from cenotaph.model import Span

_SIGN = re.compile(r'[,;:"”]')
_BARE = frozenset(("fighters", "combatants"))
_CLASHES = frozenset(("clashes", "fighting", "battles", "battle"))
_SIDE = 60  # Characters behind a count in which one side is told.


def is_of_fighting(context: ClaimContext, people: Harmed) -> bool:
    """Whether the sentence that counts people tells of fighting, and neither whose they are nor of an attack that killed them."""
    span = context.sentences[people.sentence]
    if context.tells(people.sentence, "both-ends"):
        return True
    if _says_who(people) or _is_of_one_side(context, people):
        return False
    if cue("on-a-side").found(context.text, people.end, min(span.end, people.end + _SIDE)):
        return False
    mostly = context.says(people.sentence, "mostly-armed", people.end, span.end)
    if mostly and not _CLASHES.isdisjoint(context.bag(people.sentence)):
        return True  # "80 people, most of them fighters, were killed in clashes".
    if context.tells(people.sentence, "fighting-between-civilians"):
        return False  # Bikers or protesters and the police are of one nation.
    return bool(
        context.tells(people.sentence, "fighting-between")
        or context.says(people.sentence, "infighting", span.start, _clause_end(context, people, span))
        or context.says(people.sentence, "fighting-told-behind", people.end, span.end)
        or context.says(people.sentence, "fighting-kills", span.start, people.start)
        or context.says(people.sentence, "fighting-over", people.end, span.end)
        or _is_between_nations(context, people)
    )


def are_of_either_side(context: ClaimContext, people: Harmed) -> bool:
    """ "Dozens of fighters were killed in clashes outside the town"."""
    if (people.victims or "").lower().strip("\"“”'") not in _BARE:
        return False
    return context.says(people.sentence, "in-fighting", people.end, people.end + _SIDE) is not None


def is_repelled(context: ClaimContext, people: Harmed) -> bool:
    """ "Troops repelled a rebel offensive, killing 40 attackers": those are rebels."""
    start = context.sentences[people.sentence].start
    return context.says(people.sentence, "rebels-repelled", start, people.start) is not None


def is_infighting(context: ClaimContext, people: Harmed) -> bool:
    """Whether groups are told to fight each other, so that their dead are of either."""
    text = context.text
    if context.tells(people.sentence, "infighting"):
        return True
    span = context.sentences[people.sentence]
    here = [m for m in context.parties(people.sentence) if m.party.kind == "group"]
    pairs = pairs_of(here)
    if any(
        cue("clash-behind").found(text, other.end, span.end)
        and text[one.end : other.start].strip(" ,") in ("", "and")
        for one, other in pairs
    ):
        return True  # "The Front, the Army clash".
    if any(_fight(context, span.start, one, other) for one, other in pairs_of(here)):
        return True
    fought = [m for m in here if cue("group-against-group").found(text, span.start, m.start)]
    return len({m.party.side for m in fought}) > 1


def pairs_of(groups: Sequence[PartyMention]) -> list[tuple[PartyMention, PartyMention]]:
    """The groups that stand next to one another and are not the same."""
    return [(one, other) for one, other in pairwise(groups) if one.party.side != other.party.side]


def _fight(context: ClaimContext, start: int, one: PartyMention, other: PartyMention) -> bool:
    """ "The Front's men clashed with fighters of the Army", "a clash between men of the Front and the Army"."""
    if cue("clashed-with").found(context.text, one.end, other.start):
        return True
    between = cue("group-against-group").found(context.text, start, one.start)
    return between is not None and cue("and-group-of").found(context.text, one.end, other.start) is not None


def _clause_end(context: ClaimContext, people: Harmed, span: Span) -> int:
    """Where the clause that counts people ends: at the next sign behind."""
    sign = _SIGN.search(context.text, people.end, span.end)
    return sign.start() if sign else span.end


def _says_who(people: Harmed) -> bool:
    """Whether the noun phrase has a noun of its own that is neither "people" nor a stand-in: "brigade members"."""
    phrase = (people.victims or "").lower()
    return bool(phrase) and kind_of(phrase) is None and phrase not in role_words().elliptic


def _is_of_one_side(context: ClaimContext, people: Harmed) -> bool:
    """ "Shelling left nine dead amid clashes between ...": one side alone shells."""
    span = context.sentences[people.sentence]
    before = context.says(people.sentence, "one-sided-before", span.start, people.start)
    return bool(before or context.says(people.sentence, "one-sided-behind", people.end, span.end))


def _is_between_nations(context: ClaimContext, people: Harmed) -> bool:
    """ "Fighting between Armenia and Azerbaijan" in the sentence that counts the dead."""
    if cue("between").needs.isdisjoint(context.bag(people.sentence)):
        return False
    text, span = context.text, context.sentences[people.sentence]
    out, at = list[str](), span.start
    for mention in context.parties(people.sentence):
        nation = mention.party.kind in ("country", "demonym")
        out += [text[at : mention.start], "\x00" if nation else "\x01"]
        at = mention.end
    return cue("between").found("".join([*out, text[at : span.end]])) is not None
