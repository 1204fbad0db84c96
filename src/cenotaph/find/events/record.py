"""The record of a report's events: one entry for each attack that it tells of, with the claims that are of it.

A claim with a place of its own opens an event or goes on with one of that place. One without is of the event that its sentence
takes up ("the raid", "on the bus", "of the wounded", "the 18"), else of the one that the report is about at that point. What is
set beside it ("it came two days after gunmen killed four", "in March seven died") is an event of its own, to which the
sentences behind do not go on.
"""

import re
from collections.abc import Sequence

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.events.asides import Asides
from cenotaph.find.events.event import Event, own_words
from cenotaph.find.events.taking_up import SCENE, TakingUp
from cenotaph.find.events.words import event_words
from cenotaph.find.place.around.nearby_sites import NearbySites
from cenotaph.find.place.names.place_words import place_words
from cenotaph.find.whose.persons.names import may_be_one

_INDEFINITE, _REACH = frozenset(("a", "an", "another")), 3  # Words between an article and its noun.
_TOWN, _SITE = 4, 5  # Ranks, as in the pack `places`.
_LEAD = 2  # Sentences in which a report tells its main event again with the town.
_OF_THEM = re.compile(r" of (?:them|whom|these|those)\b", re.IGNORECASE)
_THEN = re.compile(r"\W*(?:on|in|during|at|since|after) that (?!day)", re.IGNORECASE)


class Events:
    """The events of one report; `here` are the places that the claims' own sentences say."""

    def __init__(self, context: ClaimContext, harmed: Sequence[Harmed], here: Sequence[Where | None]) -> None:
        self._context, self._harmed, self._here = context, harmed, here
        self._asides, self._taking, self._sites = (
            Asides(context),
            TakingUp(context, harmed),
            NearbySites(context),
        )
        self._events, self._of = list[Event](), list[int]()
        self._before = list[int]()  # The event told of last before each claim.
        self._named = list[bool]()  # Whether a claim's sentence names its event by more than "the attack".
        self._scenes = list[bool]()  # Whether it is of another time at the scene of that event.
        self._current = self._last = -1  # The one that the report is about, and the one told of last.
        self._passed = False  # Whether what was told of last is a sentence that counts nobody.
        if not self._tells_several():
            self._of, self._events = [0] * len(harmed), [Event(aside=False)]
            self._before, self._named, self._scenes = self._of, [False] * len(harmed), [False] * len(harmed)
            return
        done = -1
        for at, people in enumerate(harmed):
            for sentence in range(done + 1, people.sentence):
                self._pass(sentence)
            done = people.sentence
            self._before.append(self._last)
            self._named.append(False)
            self._scenes.append(False)
            self._attach(at)

    def places(self, at: int, told: Sequence[Where]) -> list[Where]:
        """The places told before for the event of a claim, where that is not the event told of last; `told` are those of the
        claims before."""
        if self._goes_on(at) and not self.is_of_scene(at):
            return []
        event = self._event(at)
        places = [told[i] for i in event.claims if i < at and told[i].name and self._harmed[i].whole is None]
        return places[-1:]

    def is_of_scene(self, at: int) -> bool:
        """Whether a claim is of another time at a scene told before: "in May, bombs near the market"."""
        return self._scenes[at]

    def are_apart(self, at: int, other: int) -> bool:
        """Whether two claims are surely of different events."""
        if self._of[at] == self._of[other]:
            return False
        return self._event(at).aside or self._event(other).aside

    def _tells_several(self) -> bool:
        """Whether the claims have two places of their own, or one of another time without: else all are of one event, for all
        that their places tell."""
        if len({here.name for here in self._here if here is not None}) > 1:
            return any(here is None for here in self._here)
        bare = (one.sentence for one, here in zip(self._harmed, self._here, strict=True) if here is None)
        return any(self._asides.is_of_other_time(sentence) for sentence in bare)

    def _event(self, at: int) -> Event:
        return self._events[self._of[at]]

    def _goes_on(self, at: int) -> bool:
        """Whether a claim goes on with what was told right before it, or with an event that nobody says where it was."""
        last, event = self._before[at], self._event(at)
        if last in (-1, self._of[at]) or not (self._events[last].aside or self._named[at]):
            return True
        place = self._events[last].place
        if place is None or event.place is None or event.place.rank <= 1:
            return True
        return self._is_inside(place, event.place)

    def _pass(self, sentence: int) -> None:
        """Takes note of an attack told in a sentence that counts nobody, where it names a place."""
        words = place_words()
        if not self._events or (words.incident | words.violent).isdisjoint(self._context.bag(sentence)):
            return
        here = (
            None if self._asides.is_of_past(sentence) else self._sites.best([sentence], _TOWN, "place-before")
        )
        if here is None:
            return
        numbers = range(len(self._events) - 1, -1, -1)
        number = next((n for n in numbers if self._is_told_of(self._events[n], here)), -1)
        event = self._events[number] if number >= 0 else self._opened(aside=False)
        event.note_place(here)
        event.note_words(self._context.words(sentence).lows)
        event.aside = False  # It is told at length.
        self._current = self._last = self._events.index(event)
        self._passed = True

    def _opened(self, *, aside: bool) -> Event:
        self._events.append(Event(aside))
        return self._events[-1]

    def _is_told_of(self, event: Event, here: Where) -> bool:
        """Whether a place is that of an event, or a building or quarter in its town."""
        if event.place is None or event.names & own_words(here):
            return bool(event.names & own_words(here))
        return here.rank >= _SITE > event.place.rank and here.country in (None, event.place.country)

    def _attach(self, at: int) -> None:
        people, here = self._harmed[at], self._here[at]
        first = self._harmed[self._events[0].claims[0]] if self._events else people
        placed = here is not None
        aside = bool(self._events) and self._asides.is_aside(people, self._events[0], first, placed=placed)
        number = self._of_place(at, here, aside=aside) if here is not None else self._mate(at, aside=aside)
        if number < 0 and people.names:
            number = self._of_person(at)
        if number < 0 and here is None:
            number = self._told(at, aside=aside)
        if number < 0 and (aside or here is not None or self._current < 0):
            self._opened(aside=aside)
            number = len(self._events) - 1
        number = self._current if number < 0 else number
        self._of.append(number)
        self._note(at, self._events[number])
        self._last, self._passed = number, False
        if not self._events[number].aside:
            self._current = number

    def _note(self, at: int, event: Event) -> None:
        """Keeps a claim with its event, and the words of its part of the sentence."""
        people, here = self._harmed[at], self._here[at]
        event.claims.append(at)
        event.note_words(self._asides.words(people, placed=here is not None))
        if people.victims:
            event.nouns.add(people.victims.lower().split()[-1])
        if here is not None and here.name:
            event.note_place(here)

    def _mate(self, at: int, *, aside: bool) -> int:
        """The event of the claim before in the same sentence, where neither is set apart from the other; else -1."""
        if not at or self._harmed[at - 1].sentence != self._harmed[at].sentence:
            return -1
        return self._of[at - 1] if self._event(at - 1).aside == aside else -1

    def _of_person(self, at: int) -> int:
        """The event in which a person of the same name was harmed, else -1."""
        name = self._harmed[at].names[0]
        before = range(at - 1, -1, -1)
        alike = (i for i in before if any(may_be_one(name, other) for other in self._harmed[i].names))
        return next((self._of[i] for i in alike), -1)

    def _told(self, at: int, *, aside: bool) -> int:
        """The event that a sentence without a place takes up, else -1; another attack can be of one scene with one told before."""
        if not aside and self._goes_with_last(at):
            return self._last
        lows = self._asides.words(self._harmed[at], placed=False)
        points = (
            [SCENE * self._taking.is_at_scene(event, lows) for event in self._events]
            if aside
            else self._taking.points(at, lows, self._events)
        )
        order = [
            (count, number == self._current, not self._events[number].aside, number)
            for number, count in enumerate(points)
        ]
        best = max(order, default=(0, False, False, -1))
        self._named[-1:] = [self._last >= 0 and best[0] >= points[self._last] + SCENE]
        self._scenes[-1:] = [aside and best[0] >= SCENE]
        return best[-1] if best[0] >= (SCENE if aside else 1) else -1

    def _goes_with_last(self, at: int) -> bool:
        """Whether a claim is of what was told right before: "One of them", or behind a sentence that only tells where."""
        people = self._harmed[at]
        if self._passed or _OF_THEM.match(self._context.text, people.end):
            return True
        if self._context.tells(people.sentence, "that-attack"):
            return True
        return _THEN.match(self._context.text, self._context.sentences[people.sentence].start) is not None

    def _of_place(self, at: int, here: Where, *, aside: bool) -> int:
        """The event of a place told before, or of the same figure, else -1."""
        for number in range(len(self._events) - 1, -1, -1):
            event = self._events[number]
            again = self._taking.counts_again(at, event)
            if again or (event.aside == aside and self._is_one_place(at, event, here)):
                return number
        return -1

    def _is_one_place(self, at: int, event: Event, here: Where) -> bool:
        if event.names & own_words(here):
            return True
        place = event.place
        if place is None or self._tells_new(at) or here.rank == place.rank:
            return False
        return self._is_inside(here, place)

    def _is_inside(self, one: Where, other: Where) -> bool:
        """Whether one of two places lies in the other."""
        outer, inner = (one, other) if one.rank < other.rank else (other, one)
        if inner.rank >= _SITE > outer.rank:
            return outer.country == inner.country or inner.country is None
        return self._context.holds(outer.name or "", inner.name or "")

    def _tells_new(self, at: int) -> bool:
        """Whether a sentence below the lead opens an attack: "a car bomb went off in"."""
        if self._harmed[at].sentence <= _LEAD:
            return False
        lows, kinds = self._asides.words(self._harmed[at], placed=True), event_words().kinds
        return any(
            low in kinds and not _INDEFINITE.isdisjoint(lows[max(0, i - _REACH) : i])
            for i, low in enumerate(lows)
        )
