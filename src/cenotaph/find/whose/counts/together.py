"""Victims of several sides counted together, and those of land that another state holds: nobody's alone."""

import re
from collections.abc import Sequence
from itertools import pairwise

from cenotaph.find.answers import Side
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.text.scan import PartyMention
from cenotaph.find.whose.counts.wars_between import counts_both
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.nouns import is_of_camps, kind_of
from cenotaph.find.whose.parties import enemies
from cenotaph.model import Span

_UN = re.compile(r"\b(?:UN|U\.N\.|United Nations|UNITED NATIONS)(?!\w)")
MISSIONS = ("United Nations", "African Union", "NATO")
_ROVING = frozenset(
    ("journalists", "reporters", "aid-workers", "humanitarians", "peacekeepers", "correspondents")
)
_AND = re.compile(r"\s(?:and|or)\s")
_TITLE = 20  # Characters.
_SUM = 3  # Dead of two sides at least.
_AHEAD = ("factions-ahead", "both-ahead")
_BELOW = 6  # Claims below a headline, and half as many sentences.


def is_of_both(context: ClaimContext, harmed: Sequence[Harmed], at: int) -> bool:
    """Whether the noun phrase or what follows it says that both sides are counted ("troops on both sides")."""
    people = harmed[at]
    if (people.victims and cue("both").found(people.victims)) or is_told_foreign(context, people):
        return True
    if context.says(people.sentence, "both-armies", people.end, context.sentences[people.sentence].end):
        return True
    if (people.victims and _are_joined_camps(people.victims)) or counts_both(context, people):
        return True
    if _lists_camps(context, people) or (people.harm == "bodies" and _is_exchanged(context, people)):
        return True
    start = context.sentences[people.sentence].start
    if any(context.says(people.sentence, ahead, start, people.start) for ahead in _AHEAD):
        return True
    end = max(people.end, people.victims_span.end if people.victims_span else 0)
    limit = min(end + 64, context.sentences[people.sentence].end)
    following = [other.start for other in harmed[at + 1 : at + 2] if other.start >= end]
    return context.says(people.sentence, "both-behind", end, min([limit, *following])) is not None


def _are_joined_camps(victims: str) -> bool:
    """ "Guerrillas and soldiers", "magistrates and rebels"."""
    joined = _AND.split(victims.lower())
    kinds = {kind_of(part) for part in joined} if len(joined) > 1 else set()
    told = "rebels" in kinds and not kinds.isdisjoint(("state", "civilians"))
    return told and cue("loyal").found(victims) is None


def _lists_camps(context: ClaimContext, people: Harmed) -> bool:
    """ "Ninety dead and 40 wounded, including rebels, soldiers and clerks"."""
    listed = context.says(
        people.sentence, "including-list", people.end, context.sentences[people.sentence].end
    )
    return listed is not None and is_of_camps(listed.group(1))


def _is_exchanged(context: ClaimContext, people: Harmed) -> bool:
    """ "Russia and Ukraine have exchanged 150 bodies"."""
    start = context.sentences[people.sentence].start
    if context.says(people.sentence, "exchanged", start, people.start) is None:
        return False
    states = [
        m
        for m in context.parties(people.sentence)
        if m.end <= people.start and m.party.kind in ("country", "capital")
    ]
    joined = (context.text[one.end : other.start].strip() == "and" for one, other in pairwise(states))
    return any(joined) and len({m.party.side for m in states}) > 1


def is_told_foreign(context: ClaimContext, people: Harmed) -> bool:
    """ "Nine of the wounded were foreigners"."""
    if context.says(people.sentence, "foreign-behind", people.end, people.end + 60):
        return True
    if people.names:
        return False
    behind = people.sentence + 1 < len(context.sentences) and people.victims in (None, "people")
    if behind and context.tells(people.sentence + 1, "many-foreign"):
        return True
    return context.tells(people.sentence, "they-foreign") is not None


def goes_on(context: ClaimContext, sentence: int, first: PartyMention) -> bool:
    """Whether a list of countries begins with one: "from Britain, Greece and Lebanon"."""
    later = (m for m in context.parties(sentence) if m.start > first.end and m.party.kind == "country")
    other = next(later, None)
    if other is None or other.party.side == first.party.side:
        return False
    return context.plain[first.end : other.start] in (", ", " and ", ", and ")


def headed(context: ClaimContext, harmed: Sequence[Harmed], at: int) -> int | None:
    """The claim of the same harm and figure in the sentences right below a headline's."""
    people = harmed[at]
    if people.low is None or not _is_title(context, people.sentence):
        return None
    for i, other in enumerate(harmed[at + 1 :], at + 1):
        alike = (other.harm, other.low) == (people.harm, people.low)
        if alike and people.sentence <= other.sentence <= people.sentence + 2:
            return i
    return None


def _is_title(context: ClaimContext, sentence: int) -> bool:
    """Whether a sentence is a headline, or opens the report and holds its title."""
    if context.is_headline(sentence):
        return True
    title, span = (context.report.title or "").strip(" ."), context.sentences[sentence]
    return sentence == 0 and len(title) > _TITLE and title in context.text[span.start : span.end]


def peacekeepers(context: ClaimContext) -> Side:
    """Whose a report's peacekeepers are: of the one nation whose contingent it names, else of the mission; nobody's where it
    names none, and never of the land that they keep."""
    text, nations = context.text, dict[str, PartyMention]()
    for mention in context.named:
        if mention.party.kind not in ("demonym", "country"):
            continue
        ahead = cue("sent-from").found(text, max(0, mention.start - 30), mention.start)
        if ahead or cue("contingent").found(text, mention.end, mention.end + 40):
            nations[mention.party.side] = mention
    missions = (m for m in context.named if m.party.side in ("United Nations", "African Union"))
    found = next(iter(nations.values()), None) if len(nations) == 1 else next(missions, None)
    if found is None and (un := _UN.search(text)) is not None:
        return Side("United Nations", Span(*un.span()), "side-mission")
    if found is None:
        return Side(None, None, "side-mission")
    return Side(found.party.side, Span(found.start, found.end), "side-mission")


def nato(context: ClaimContext) -> Side | None:
    """The alliance, where the report names it."""
    found = next((m for m in context.named if m.party.side == "NATO"), None)
    return Side("NATO", Span(found.start, found.end), "side-mission") if found else None


def enemy_of_speaker(context: ClaimContext, sentence: int) -> str | None:
    """The state at war with the one whose office speaks in a sentence or near it."""
    for near in (sentence, sentence + 1, sentence - 1):
        if not 0 <= near < len(context.sentences):
            continue
        for mention in context.parties(near):
            enemy = enemies().get(mention.party.side)
            spoken = cue("officials").found(context.text, mention.end, mention.end + 50)
            spoken = spoken or cue("offices-of").found(
                context.text, max(0, mention.start - 60), mention.start
            )
            if enemy is not None and (spoken or mention.party.kind == "force") and not mention.glued:
                return enemy
    return None


def summed_below(context: ClaimContext, harmed: Sequence[Harmed], at: int) -> list[int]:
    """The claims of the same harm right below one that add up to it: "18 killed", "15 rebels and three soldiers"."""
    people, parts = harmed[at], list[int]()
    if people.low is None or people.low < _SUM:
        return []
    for i in range(at + 1, min(at + _BELOW, len(harmed))):
        other = harmed[i]
        if people.sentence <= other.sentence <= people.sentence + _BELOW // 2 and other.harm == people.harm:
            parts.append(i)
    here = [i for i in parts if harmed[i].sentence == people.sentence]
    if len(here) > 1 and sum(harmed[i].low or 0 for i in here) == people.low:
        return here  # "Three people - a soldier and two rebels".
    parts = parts[len(here) :]
    if not context.is_headline(people.sentence) and (
        people.sentence > 1 or any(context.tells(harmed[i].sentence, "own-attack") for i in parts)
    ):
        return []
    for size in range(2, len(parts) + 1):
        if sum(harmed[i].low or 0 for i in parts[:size]) == people.low:
            return parts[:size]
    return []


def are_of_all_lands(context: ClaimContext, people: Harmed) -> bool:
    """ "23 journalists killed in the war": those who come from everywhere."""
    total = people.scope == "cumulative" or "since" in context.bag(people.sentence)
    if not total or people.names or people.whole is not None:
        return False
    callings = _ROVING & set((people.victims or "").lower().replace("aid worker", "aid-worker").split())
    return bool(callings) and context.tells(people.sentence, "whole-war") is not None


def are_shot_by(context: ClaimContext, people: Harmed, natives: str) -> bool:
    """ "Palestinian gunmen opened fire at a checkpoint, killing one": not of the land whose men do it."""
    told = context.parties(people.sentence)
    return any(
        cue("armed-of-nation").found(context.text, m.end, people.start) is not None
        for m in told
        if m.party.side == natives
        and m.party.kind == "demonym"
        and m.end <= people.start
        and not any(m.end < o.start < people.start and o.party.side != natives for o in told)
    )
