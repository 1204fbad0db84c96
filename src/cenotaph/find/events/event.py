"""One attack, battle or abduction that a report tells of, and the words that its sentences tell it by."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from cenotaph.find.answers import Where
from cenotaph.find.events.words import event_words
from cenotaph.find.place.names.place_words import place_words

_SAID = frozenset(("said", "told", "reported", "announced", "confirmed", "says", "added"))
_REACH = 3  # Words between somebody who says and the day on which he did.
_LONG = 3  # Letters: shorter words of a name are "of", "al", "the".


@dataclass
class Event:
    """An event: the positions of its claims, the words for its deed, scene, place, days and people; `aside` where the report
    only sets it beside the one that it is about, `several` where its sentences tell of several deeds."""

    aside: bool
    place: Where | None = None
    several: bool = False
    claims: list[int] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    scenes: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    days: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)

    def note_words(self, lows: Sequence[str]) -> None:
        """Keeps what the words of a sentence, or of a part of it, tell of the event."""
        words = event_words()
        for low in words.kinds.keys() & lows:
            self.kinds |= words.kinds[low]
        self.scenes |= words.scenes.intersection(lows)
        self.several = self.several or not words.plural.isdisjoint(lows)
        if words.days.isdisjoint(lows):
            return
        self.days |= {
            low
            for i, low in enumerate(lows)
            if low in words.days and _SAID.isdisjoint(lows[max(0, i - _REACH) : i])
        }

    def note_place(self, here: Where) -> None:
        """Keeps a place that a sentence says, the narrowest as the event's own."""
        if here.rank > 1:
            self.names |= own_words(here)
        if self.place is None or here.rank > self.place.rank:
            self.place = here


def own_words(here: Where) -> set[str]:
    """The words of a place's name that are its own: not "camp", "district", "north"."""
    return {word for word in (here.name or "").lower().split() if len(word) > _LONG} - _common()


@cache
def _common() -> frozenset[str]:
    pack = place_words()
    return frozenset(pack.nouns) | pack.directions | pack.between | pack.called
