"""Places that a claim's sentence points at beside one that it names: "in the town and three in Sarmin"."""

from collections.abc import Sequence

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.capitals import Capitals
from cenotaph.find.place.names.sites import Site
from cenotaph.find.place.pointers import Pointers
from cenotaph.find.whose.cues import cue

_BEHIND = 40  # Characters.


class Pointed:
    """Weighs what the sentences of one report's claims point at against the places they name."""

    def __init__(self, context: ClaimContext, harmed: Sequence[Harmed], pointers: Pointers) -> None:
        self._context, self._harmed, self._pointers = context, harmed, pointers
        self._capitals = Capitals(context)

    def between(self, people: Harmed, best: Site) -> Where | None:
        """ "Twenty were killed in the town and three in Sarmin": what is pointed at before another claim and its place."""
        match = self._context.tells(people.sentence, "anaphor")
        at = self._at(people)
        others = (other.start for other in self._harmed if other.sentence == people.sentence)
        if not people.end <= at < best.start:
            return None
        joined = cue("next-clause").found(self._context.text, at, best.start)
        if joined is None and not any(at < other < best.start for other in others):
            return None
        if match is not None and match.group(1).lower() in self._context.text[best.start : best.end].lower():
            return None  # "At the hospital", and then "at the Tellin hospital".
        return self._pointers.anaphor(people) or self._capitals.of_land(people.sentence)

    def behind(self, people: Harmed, best: Site) -> Where | None:
        """ "Police in Tellin confirmed that 30 had been killed in the village": where the count is said to be, not who says so."""
        if not people.end <= self._at(people) < people.end + _BEHIND:
            return None
        said = cue("says").found(self._context.text, best.end, people.start)
        return self._pointers.anaphor(people, but=best) if said is not None else None

    def _at(self, people: Harmed) -> int:
        """Where the sentence points at a place, -1 where it does not."""
        match = self._context.tells(people.sentence, "anaphor")
        return self._context.sentences[people.sentence].start + match.start() if match is not None else -1
