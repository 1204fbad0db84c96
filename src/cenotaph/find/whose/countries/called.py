"""The land of which an attack is said to be by what it is called or by who holds the place: "the Brussels bombings", "the
deadliest raid in Danish history", "Indian-administered Kashmir"."""

from collections.abc import Sequence
from itertools import pairwise

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.whose.countries.known import well_known
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.parties import country_names, holders, iso_of
from cenotaph.model import Span

_HARM = 110  # Characters.


class CalledLands:
    """Reads the lands (ISO 3166) that the words for an attack or its place tell, for one report's claims."""

    def __init__(self, context: ClaimContext, harmed: Sequence[Harmed], where: Sequence[Where]) -> None:
        self._context, self._harmed, self._where = context, harmed, where

    def held(self, at: int) -> str | None:
        """The state that holds a claim's place, or the land of the town by which its attack is called."""
        return self._held_by(self._where[at].span) or self._held_here(at) or self._of_event(at)

    def struck(self, at: int) -> str | None:
        """The land that an armed group's attack struck, or in whose history it stands."""
        return self._of_led_attack(at) or self._of_history(at)

    def are_joined(self, at: int) -> bool:
        """ "Attacks in Mali and Niger killed 60 people": whether what a count tells of happened in two lands."""
        sentence, count = self._harmed[at].sentence, self._harmed[at].start
        text, start = self._context.text, self._context.sentences[sentence].start
        lands = [m for m in self._context.parties(sentence) if m.party.kind == "country" and not m.glued]
        for one, other in pairwise(lands):
            apart = one.party.side != other.party.side and not one.end <= count < other.start
            if apart and cue("and-land").found(text, one.end, other.start):
                ahead = cue("harm-in-land").found(text, max(start, one.start - _HARM), one.start)
                if ahead is not None:
                    return True
        return False

    def _held_by(self, span: Span | None) -> str | None:
        """The state in "Indian-administered Kashmir"."""
        if span is None:
            return None
        for mention in self._context.parties(self._context.sentence_at(span.start)):
            if mention.glued and cue("administered").found(self._context.text, mention.end, span.start):
                return mention.party.iso
        return None

    def _held_here(self, at: int) -> str | None:
        """The state of "in Pakistani-administered Kashmir" in a claim's sentence that names a town elsewhere or none."""
        text, sentence = self._context.plain, self._harmed[at].sentence
        if "administered" not in self._context.bag(sentence):
            return None
        for mention in self._context.parties(sentence):
            inside = mention.glued and text.endswith((" in ", "In "), 0, mention.start)
            if inside and text.startswith("-administered ", mention.end):
                return mention.party.iso
        return None

    def _of_event(self, at: int) -> str | None:
        """ "The Brussels bombings killed 32 people": the land of the town by which the attack is called."""
        people = self._harmed[at]
        start = self._context.sentences[people.sentence].start
        event = self._context.says(people.sentence, "event-killed", start, people.start)
        return well_known(event.group(1)) if event else None

    def _of_led_attack(self, at: int) -> str | None:
        """ "The Hamas-led attack, which killed 1,200 people": of the state that holds the land whose group led it."""
        people, text = self._harmed[at], self._context.text
        for mention in self._context.parties(people.sentence):
            if not mention.glued or mention.party.kind != "group" or mention.end > people.start:
                continue
            if cue("led-attack-killed").found(text, mention.end, people.start):
                return iso_of(holders().get(country_names().get(mention.party.iso or "", "")))
        return None

    def _of_history(self, at: int) -> str | None:
        """ "The deadliest shooting in U.S. history"."""
        people = self._harmed[at]
        if "history" not in self._context.bag(people.sentence):
            return None
        for mention in self._context.parties(people.sentence):
            ahead = self._context.text[max(0, mention.start - len(" in modern ")) : mention.start].lower()
            near = ahead.endswith((" in ", " in modern ", " in recent "))
            if near and cue("history-behind").found(self._context.text, mention.end, mention.end + 24):
                return mention.party.iso
        return None

    def town(self, sentence: int) -> str | None:
        """ "At the Atlanta Games": the land of the town by which an event is called."""
        event = self._context.tells(sentence, "events-town")
        return well_known(event.group(1)) if event else None
