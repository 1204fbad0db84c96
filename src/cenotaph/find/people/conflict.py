"""Whether a report plays where people are harmed in a conflict: it names armed groups, or is of a land not at peace."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from cenotaph.find.context import ClaimContext
from cenotaph.find.whose.parties import at_peace

_DATELINE = 2  # Votes.


class Conflict:
    """What a report tells of who fights where, read once and only where asked."""

    def __init__(self, context: ClaimContext, sentences: Iterable[int] = ()) -> None:
        """Takes a report and the sentences that tell of harm."""
        self._context, self._sentences = context, sentences

    @cached_property
    def names_group(self) -> bool:
        """Whether the report names an armed group."""
        return any(mention.party.kind == "group" for mention in self._context.named)

    @cached_property
    def is_of_peace(self) -> bool:
        """Whether the report is of a land at peace (`at_peace` in the pack `nations`), or of none."""
        lands = self._lands
        return not lands or max(lands, key=lands.__getitem__) in at_peace()

    @property
    def _lands(self) -> Counter[str]:
        """The lands that the report names, and those of the places beside the harm."""
        context = self._context
        votes = Counter(mention.party.iso for mention in context.named if mention.party.iso)
        told = (site for number in set(self._sentences) for site in context.sites(number))
        votes.update(site.country for site in told if site.country)
        if context.dateline_country:
            votes[context.dateline_country] += _DATELINE
        return votes
