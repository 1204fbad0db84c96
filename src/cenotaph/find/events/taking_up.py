"""Which event a sentence takes up: by its deed ("the raid"), its scene ("on the bus"), its people ("of the wounded", "the 18")."""

from collections.abc import Sequence

from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.events.event import Event
from cenotaph.find.events.words import event_words

SCENE = 3
"""Points for a scene or a name, which no other event shares; a deed's kind gives fewer and a figure told again more."""
_DEED, _FIGURE = 2, 4
_FEW, _SURELY_ONE = 3, 8  # Dead: so many told twice are the same.
_REACH, _BESIDE = 3, 2  # Words between "the" and the noun that it goes with; "the critically wounded".
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "same"))
_LEADING = frozenset(("at", "near", "on", "outside", "against", "inside"))
_DEAD = frozenset(("dead", "killed", "victims", "casualties", "fatalities", "deaths"))
_HURT = frozenset(("wounded", "injured", "victims", "casualties", "hurt"))


class TakingUp:
    """Compares the sentences of one report's claims with the events told before them."""

    def __init__(self, context: ClaimContext, harmed: Sequence[Harmed]) -> None:
        self._context, self._harmed = context, harmed

    def points(self, at: int, lows: Sequence[str], events: Sequence[Event]) -> list[int]:
        """How surely the words `lows`, of a claim's part of its sentence, take up each of the events."""
        words, definite, before = event_words(), _definite(lows, _REACH), self._words_before(at)
        hurt = _definite(lows, _BESIDE) & words.hurt
        kinds = frozenset[str]().union(*(words.kinds[low] for low in definite & words.kinds.keys()))
        out = list[int]()
        for event in events:
            points = _DEED * (not kinds.isdisjoint(event.kinds)) + bool(event.scenes & before)
            points += _DEED * bool(event.several and definite & words.plural)
            if event.kinds:
                points += bool(definite & words.any)
                points += not event.aside and bool(hurt) and self._is_of_its_hurt(at, event, hurt)
            points += SCENE * bool(definite & words.scenes & event.scenes)
            points += SCENE * bool(event.names.intersection(lows))
            points += _DEED * bool(definite & event.nouns - words.hurt)
            out.append(points + _FIGURE * self.counts_again(at, event))
        return out

    def is_at_scene(self, event: Event, lows: Sequence[str]) -> bool:
        """ "In May, bombs near the market", "an earlier attack on Tellin": whether a sentence leads to the place of an event."""
        there = (event_words().scenes & event.scenes) | event.names
        return any(
            low in there and _LEADING.intersection(lows[max(0, at - _REACH) : at])
            for at, low in enumerate(lows)
        )

    def counts_again(self, at: int, event: Event) -> bool:
        """Whether a claim's figure is one of the event's: large enough to be no other's, or "the six"."""
        people = self._harmed[at]
        if people.names or (people.low or 0) < _FEW:
            return False
        alike = (self._harmed[i] for i in event.claims)
        if not any((one.low, one.harm) == (people.low, people.harm) for one in alike):
            return False
        before = self._context.words_before(people.sentence, people.start)[-1:]
        the = (
            before in (["the"], ["all"])
            or self._context.text[people.start : people.end].lower()[:4] == "the "
        )
        return the or (people.low or 0) >= _SURELY_ONE

    def _is_of_its_hurt(self, at: int, event: Event, hurt: set[str]) -> bool:
        """ "Two of the wounded" of an event that has as many wounded."""
        low = self._harmed[at].low or 1
        harms = {"killed" if word in _DEAD else "wounded" for word in hurt & (_DEAD | _HURT)}
        told = (self._harmed[i] for i in event.claims)
        return any(one.harm in harms and (one.low or low) >= low for one in told)

    def _words_before(self, at: int) -> frozenset[str]:
        """The words of the sentence before in the same paragraph, where that counts nobody."""
        before = self._harmed[at].sentence - 1
        if before < 0 or (at and self._harmed[at - 1].sentence >= before):
            return frozenset()
        end = self._context.sentences[before].end
        return (
            frozenset()
            if "\n\n" in self._context.text[end : self._harmed[at].start]
            else self._context.bag(before)
        )


def _definite(lows: Sequence[str], reach: int) -> set[str]:
    """The words behind "the": "the busy market", "that raid"; not "the attack that killed"."""
    return {
        low
        for at, low in enumerate(lows)
        if any(
            lows[i] in _DEFINITE and (lows[i] != "that" or at - i == 1) for i in range(max(0, at - reach), at)
        )
    }
