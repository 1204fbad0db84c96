"""Totals of a whole war, which have no place but the region that the war is said to be in."""

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.pointers import where_nation
from cenotaph.find.whose.cues import cue

_MANY = 1000


def is_war_toll(context: ClaimContext, people: Harmed) -> bool:
    """ "Ravaged by a war that has killed", where no region is named behind "war"."""
    if people.scope != "cumulative":
        return False
    start = context.sentences[people.sentence].start
    match = context.says(people.sentence, "war-toll", start, people.start)
    if match is None:
        return False
    return not any(
        site.rank > 1 or cue("compass").found(context.text, max(start, site.start - 30), site.start)
        for site in context.sites(people.sentence)
        if start + match.start() <= site.start and site.end <= people.start
    )


def gaza_toll(context: ClaimContext, people: Harmed) -> Where | None:
    """Thousands of Palestinians counted in a report on Gaza were of Gaza."""
    span = people.victims_span
    if people.scope != "cumulative" or span is None or (people.low or 0) < _MANY:
        return None
    counted = any(
        party.party.side == "Palestine" and span.start <= party.start < span.end
        for party in context.parties(people.sentence)
    )
    named = [
        party for party in context.named if party.party.kind == "metonym" and party.party.side == "Palestine"
    ]
    if not counted or not named:
        return None
    return where_nation(context, min(named, key=lambda party: abs(party.start - people.start)))
