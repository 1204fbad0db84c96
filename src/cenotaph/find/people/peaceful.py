"""Whether a report is of a land at peace and tells of no war: whoever is harmed there is harmed in a crime or an accident."""

from collections import Counter
from collections.abc import Iterable, Sequence

from cenotaph.find.context import ClaimContext
from cenotaph.find.people.violence import Violence
from cenotaph.find.whose.parties import at_peace

_DATELINE = 2  # Votes.
_MASSACRE = (
    10  # People killed where guns or bombs are told of: more than a crime, whatever else the report lacks.
)
_MASS = 4  # People harmed at once: fewer are seldom those of an attack that is more than a crime.


def is_of_peace(
    context: ClaimContext, violence: Violence, sentences: Iterable[int] = (), counts: Sequence[int] = ()
) -> bool:
    """Whether a report whose `sentences` tell of harm has next to no word of war, names no armed group, and is of a land at
    peace (`at_peace` in the pack `nations`), of none, or tells of a disaster anywhere; `counts` are those harmed."""
    most = max(counts, default=0)
    of_few = violence.is_without_war and 0 < most < _MASS
    of_many = most >= _MASSACRE and violence.tells_of_arms
    peaceful = (violence.is_peaceful and not of_many) or of_few
    if not peaceful or any(one.party.kind == "group" for one in context.named):
        return False
    if violence.is_of_disaster:
        return True
    lands = _lands(context, sentences)
    return not lands or max(lands, key=lands.__getitem__) in at_peace()


def _lands(context: ClaimContext, sentences: Iterable[int]) -> Counter[str]:
    """The lands that a report names, and those of the places beside the harm."""
    votes = Counter(mention.party.iso for mention in context.named if mention.party.iso)
    votes.update(site.country for number in set(sentences) for site in context.sites(number) if site.country)
    if context.dateline_country:
        votes[context.dateline_country] += _DATELINE
    return votes
