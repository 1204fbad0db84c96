"""Totals of a whole war, which have no place but the region that the war is said to be in."""

from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.whose.cues import cue


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
