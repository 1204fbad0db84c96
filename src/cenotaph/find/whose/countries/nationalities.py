"""Whose the victims are by what the report says elsewhere: "the dead include Danes and Finns", whose embassy it tells of."""

from functools import cached_property
from itertools import pairwise

from cenotaph.find.answers import Side
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.text.scan import PartyMention
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.parties import country_names
from cenotaph.model import Span

_BEHIND = 60  # Characters in which the nations follow.
_JOINED = (", ", " and ", ", and ", " or ")
_NEAR = 8  # Sentences between people counted and what is said of them.
_POSTED = frozenset(("ambassador", "ambassadors", "diplomat", "diplomats", "consul", "attache", "chancellor"))


class Nationalities:
    """What one report says of its victims' nations apart from their counts."""

    def __init__(self, context: ClaimContext) -> None:
        self._context = context

    def mixed(self, people: Harmed) -> Side | None:
        """Nobody's, where a sentence near by tells two nations of the victims ("the dead include Danes and Finns")."""
        behind = range(people.sentence, min(people.sentence + _NEAR + 1, len(self._context.sentences)))
        several = not people.names and any(self._tells_several(sentence) for sentence in behind)
        return Side(None, None, "side-several") if several else None

    def _tells_several(self, sentence: int) -> bool:
        match = self._context.tells(sentence, "victims-include")
        if match is None:
            return False
        start = self._context.sentences[sentence].start + match.end()
        named = {
            mention.party.side
            for mention in self._context.parties(sentence)
            if start <= mention.start <= start + _BEHIND
            and mention.party.kind == "demonym"
            and not mention.glued
        }
        return len(named) > 1

    def counted(self, people: Harmed) -> Side | None:
        """ "Six Jesuits -- five Spaniards and one Salvadoran": nobody's alone."""
        end = people.victims_span.end if people.victims_span else people.end
        span = self._context.sentences[people.sentence]
        named = [
            mention
            for mention in self._context.parties(people.sentence)
            if end < mention.start <= min(span.end, end + _BEHIND) and mention.party.kind == "demonym"
        ]
        if len({mention.party.side for mention in named}) < 2:
            return None
        listed = cue("counted-by-nation").found(self._context.text, end, named[0].start)
        return Side(None, None, "side-several") if listed else None

    def listed(self, people: Harmed) -> Side | None:
        """ "Nine people, among them citizens of Mali and Chad", "the dead were Malians and Chadians": nobody's alone."""
        if people.names:
            return None
        text = self._context.text
        for sentence in (people.sentence, people.sentence + 1):
            if sentence >= len(self._context.sentences):
                return None
            span = self._context.sentences[sentence]
            if sentence > people.sentence and not cue("victims-open").found(text, span.start, span.end):
                return None
            told = [
                m
                for m in self._context.parties(sentence)
                if m.party.kind in ("demonym", "country") and not m.glued and m.start >= people.end
            ]
            for one, other in pairwise(told):
                joined = (
                    self._context.plain[one.end : other.start] in _JOINED
                    and one.party.side != other.party.side
                )
                if joined and self._context.says(
                    sentence, "nations-listed", max(people.end, span.start), one.start
                ):
                    return Side(None, None, "side-several")
        return None

    def of_lands(self, people: Harmed) -> Side | None:
        """ "735 civilians in its strikes on Syria and Iraq": nobody's alone."""
        if people.names or people.scope != "cumulative":
            return None
        text, sentence = self._context.text, people.sentence
        before = sentence - 1 if sentence and self._context.tells(sentence, "those-attacks") else sentence
        for one, other in pairwise(m for m in self._context.parties(before) if m.party.kind == "country"):
            joined = (
                self._context.plain[one.end : other.start] == " and " and one.party.side != other.party.side
            )
            behind = one.start > people.end and cue("in-lands").found(text, people.end, one.start)
            if joined and (behind or before != sentence):
                return Side(None, None, "side-several")
        return None

    def based(self, people: Harmed) -> Side | None:
        """ "Five died in explosions at a Russian airbase": of those whose base it is."""
        text, end = self._context.text, self._context.sentences[people.sentence].end
        for mention in self._context.parties(people.sentence):
            if mention.party.kind != "demonym" or mention.glued or mention.start < people.end:
                continue
            if cue("base-before").found(text, people.end, mention.start) and cue("base-behind").found(
                text, mention.end, end
            ):
                return _side(mention, "side-base")
        return None

    def posted(self, people: Harmed) -> Side | None:
        """ "The ambassador and two diplomats": of the one nation of whose embassy the report tells."""
        if _POSTED.isdisjoint((people.victims or "").lower().split()):
            return None
        return _side(self._embassies[0], "side-embassy") if len(self._nations_posted) == 1 else None

    def vouched(self, people: Harmed) -> Side | None:
        """ "The Danish embassy confirmed the release of X": an embassy speaks of its own people."""
        for mention in self._embassies:
            if self._context.sentence_at(mention.start) != people.sentence or mention.end > people.start:
                continue
            if cue("embassy-tells").found(self._context.text, mention.end, people.start):
                return _side(mention, "side-embassy")
        return None

    @cached_property
    def _embassies(self) -> list[PartyMention]:
        text = self._context.text
        if not any(word in text.lower() for word in ("embass", "consul")):
            return []
        return [
            mention
            for mention in self._context.named
            if (
                mention.party.kind == "demonym"
                and cue("embassy-behind").found(text, mention.end, mention.end + 24)
            )
            or (
                mention.party.kind == "country"
                and cue("embassy-of").found(text, max(0, mention.start - 20), mention.start)
            )
        ]

    @property
    def _nations_posted(self) -> set[str]:
        return {mention.party.side for mention in self._embassies}


def _side(mention: PartyMention, rule: str) -> Side:
    name = country_names().get(mention.party.iso or "", mention.party.side)
    return Side(name, Span(mention.start, mention.end), rule)
