"""What lies between a claim and a place of its sentence: other claims, which may have places of their own."""

from collections.abc import Sequence

from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.names.sites import Site
from cenotaph.find.place.whereabouts import STRUCK
from cenotaph.find.whose.cues import cue

# Points, as in `InSentence.score`.
_CROSSED, _BEFORE, _TAKEN, _PASSED = 7.0, 3.0, 7.0, 2.0
_OTHERS = 20.0
_THERE = frozenset(("in", "at", "near", "on", "inside", "outside"))
_EDGE, _OPENED = 40, 24  # Characters.
_TOWN = 4  # A rank, as in the pack `places`.


class Crossing:
    """Counts the claims of one report that stand in the way; `harmed` are the people of its claims."""

    def __init__(self, context: ClaimContext, harmed: Sequence[Harmed]) -> None:
        self._context, self._harmed = context, harmed

    def cost(self, at: int, site: Site) -> float:
        """The cost of what lies between: other claims, which may have places of their own; their parts have none."""
        people = self._harmed[at]
        mates = [i for i, other in enumerate(self._harmed) if other.sentence == people.sentence and i != at]
        if site.start >= people.end:
            between = [i for i in mates if people.end <= self._harmed[i].start < site.start]
            others = [self._harmed[i].start for i in between if not self._is_part(i)]
            if others and cue("while-others").found(self._context.text, people.end, max(others)):
                return _CROSSED * len(others) + _OTHERS
            return _CROSSED * len(others) + (_OTHERS if others and self._has_own(people, max(others)) else 0)
        taken = not self._is_part(at) and any(
            self._harmed[i].end <= site.start and not self._is_opened(self._harmed[i]) for i in mates
        )
        if taken and self._context.says(people.sentence, "acts-there", site.end, people.start):
            taken = False  # "A bomb killed nine in Tellin and police in Sarmin arrested six".
        between = [i for i in mates if site.end <= self._harmed[i].start < people.start]
        return _BEFORE + (_TAKEN if taken else 0) + _PASSED * sum(not self._is_part(i) for i in between)

    def _is_opened(self, people: Harmed) -> bool:
        return any(self.opens(site, people) for site in self._context.sites(people.sentence))

    def _has_own(self, people: Harmed, next_one: int) -> bool:
        """Whether a place stands between these people and the next: "killed six in Tellin and eight others in Sarmin"."""
        return any(
            people.end <= site.start < next_one and site.lead in _THERE and site.rank >= 1
            for site in self._context.sites(people.sentence)
        )

    def _is_part(self, at: int) -> bool:
        people = self._harmed[at]
        before = max(0, people.start - 30)
        return (
            people.whole is not None
            or cue("part").found(self._context.text, before, people.start) is not None
        )

    def opens(self, site: Site, people: Harmed) -> bool:
        """ "In Tellin five were killed, while in Sarmin": the town that stands before a claim at the head of its clause."""
        if site.rank < _TOWN or not 0 <= people.start - site.end < _OPENED:
            return False
        text = self._context.text
        opens = cue("opens-clause").found(text, max(0, site.start - _EDGE), people.start)
        if opens is None or not text.startswith(opens.group(1), site.start):
            return False
        return not self._is_struck_inside(site, people)

    def _is_struck_inside(self, site: Site, people: Harmed) -> bool:
        """ "In Tellin two were hurt by a shell that hit the Orbo quarter": a narrower place, and nobody else before it."""
        last = min(
            (o.start for o in self._harmed if o.start > people.start and o.whole is None), default=None
        )
        return any(
            people.end <= other.start and other.rank > max(site.rank, _TOWN) and other.lead in STRUCK
            for other in self._context.sites(people.sentence)
            if last is None or other.start < last
        )
