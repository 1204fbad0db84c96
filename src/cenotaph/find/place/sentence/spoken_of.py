"""Which places of a sentence can be those of a named person's death that it speaks of ("the murder of Ann Li in Tellin")."""

from collections.abc import Sequence

from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.names.place_words import place_words
from cenotaph.find.place.names.sites import Site
from cenotaph.find.whose.cues import cue

_IN = (["in"], ["IN"], ["in", "the"])
_THERE = ("in", "at", "near", "outside")
_NAMED, _BEFORE, _CLAUSE = 40, 60, 110  # Characters.


class SpokenOf:
    """Chooses among the places of the sentence of one person."""

    def __init__(self, context: ClaimContext, people: Harmed) -> None:
        self._context, self._people = context, people

    def near(self, sites: Sequence[Site]) -> list[Site]:
        """Those that stand close to the name, or that no other matter parts from it."""
        reach, end = self._reach(), self._people.end
        return [
            site
            for site in sites
            if -_BEFORE < site.start - end < reach
            or self._is_dated(site)
            or self._is_in_one(site)
            or self._is_told_where(site)
        ]

    def _reach(self) -> int:
        """How far behind a name spoken of its place may stand: farther where its verb stands between."""
        end = self._people.end
        behind = self._context.text[end : end + _NAMED].lower().split()[:3]
        return _NAMED + _NAMED if not place_words().violent.isdisjoint(behind) else _NAMED

    def _is_dated(self, site: Site) -> bool:
        """ "The murder of Ann Li, leader of the Orbo party, in Tellin on 12 May": the deed's own place behind who she was."""
        if site.start < self._people.end or not site.lead:
            return False
        text = self._context.text
        led = text.rfind(",", self._people.end, site.start)
        return (
            led >= 0
            and text[led + 1 : site.start].split() in _IN
            and cue("a-day").found(text, site.end, site.end + 16) is not None
        )

    def _is_told_where(self, site: Site) -> bool:
        """ "Ann Li's murder, which was carried out this morning in Tellin"."""
        end = self._people.end
        behind = end <= site.start < end + _CLAUSE and site.lead in _THERE
        return behind and cue("took-place").found(self._context.text, end, site.start) is not None

    def _is_in_one(self, site: Site) -> bool:
        """ "The killing of Ann Li, an unarmed student, by an officer in Tellin": the deed's own place, with no verb before it."""
        end = self._people.end
        if site.lead not in _THERE or not end <= site.start < end + _CLAUSE:
            return False
        return cue("another-clause").found(self._context.text, end, site.start) is None
