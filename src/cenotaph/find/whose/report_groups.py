"""The armed groups that one report is about."""

from collections import Counter
from functools import cached_property

from cenotaph.find.context import ClaimContext
from cenotaph.find.whose.assaults import is_tied

_OPENING_SENTENCES = 3
_OFTEN = 3


class ReportGroups:
    """The groups of one report, by how often and where it names them."""

    def __init__(self, context: ClaimContext) -> None:
        self._context = context

    @cached_property
    def leading(self) -> str | None:
        """The armed group that the report is about: named in its opening, or thrice."""
        named = [
            m for m in self._context.named if m.party.kind == "group" and m.party.side == self.most_named
        ]
        opens = bool(named) and self._context.sentence_at(named[0].start) < _OPENING_SENTENCES - 1
        return self.most_named if opens or len(named) >= _OFTEN else None

    @cached_property
    def sole(self) -> str | None:
        """The one armed group that the report names."""
        named = {m.party.side for m in self._context.named if m.party.kind == "group" and not m.glued}
        return next(iter(named)) if len(named) == 1 else None

    @cached_property
    def most_named(self) -> str | None:
        """The armed group that the report names most, None where two are named as often."""
        named = (
            m.party.side
            for m in self._context.named
            if m.party.kind == "group" and not (m.glued or is_tied(self._context, m))
        )
        ranked = Counter(named).most_common(2)
        if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
            return None
        return ranked[0][0]

    def home_of(self, sentence: int) -> str | None:
        """The home of the one group that a sentence names."""
        named = {
            m.party.iso for m in self._context.parties(sentence) if m.party.kind == "group" and not m.glued
        }
        return next(iter(named)) if len(named) == 1 else None

    @cached_property
    def home(self) -> str | None:
        """The home of the first armed group named."""
        groups = (mention.party for mention in self._context.named if mention.party.kind == "group")
        return next((group.iso for group in groups if group.iso), None)
