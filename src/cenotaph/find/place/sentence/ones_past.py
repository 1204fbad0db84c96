"""Places that a sentence only tells of those harmed: where they were before, or what their unit is called."""

from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.names.sites import Site

_CLAUSE = 130  # Characters.


def is_of_ones_past(context: ClaimContext, people: Harmed, site: Site) -> bool:
    """ "Ali, who trained in Orbia, was killed": where somebody was before."""
    start = context.sentences[people.sentence].start
    if site.start < people.start:
        return False
    before = max(start, people.start, site.start - _CLAUSE)
    return context.says(people.sentence, "ones-past", before, site.start) is not None


def is_of_unit(context: ClaimContext, people: Harmed, site: Site) -> bool:
    """ "A captain in Liwa Orbo": a name that no gazetteer knows, behind somebody's rank."""
    if site.key is not None or site.country is not None or site.start < people.end:
        return False
    return context.says(people.sentence, "rank-in", people.end, site.start) is not None
