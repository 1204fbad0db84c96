"""Whose people are harmed where a base, an embassy or an aircraft was struck: those whose it is."""

from cenotaph.find.answers import Side
from cenotaph.find.context import Harmed
from cenotaph.find.text.scan import PartyMention
from cenotaph.find.whose.claimed import Claimed
from cenotaph.find.whose.countries.foreigners import PLAIN
from cenotaph.find.whose.cues import cue

_MISSIONS = frozenset(("embassy", "consulate", "consular", "diplomatic", "diplomats", "diplomat"))


class Bases:
    """Reads what was struck where one report's people were harmed, and whose it is."""

    def __init__(self, claimed: Claimed) -> None:
        self._context, self._harmed, self._kinds, _, self._theatre = claimed

    def of(self, at: int) -> Side | None:
        """The nation whose base, craft or mission the words tell to be struck."""
        return self._at_base(at) or self._of_craft(at) or self._of_mission(at)

    def _at_base(self, at: int) -> Side | None:
        """ "Similar blasts at a Russian airbase": people of whom nothing else is said are of those whose base was hit."""
        people, text = self._harmed[at], self._context.text
        if self._kinds[at] not in PLAIN or people.names:
            return None
        start = self._context.sentences[people.sentence].start
        for mention in self._context.parties(people.sentence):
            owns = mention.party.kind in ("demonym", "force") or (
                mention.party.kind == "country" and text[mention.start : mention.end].isupper()
            )
            if (
                not owns
                or mention.glued
                or not cue("soldiers-base").found(text, mention.end, mention.end + 40)
            ):
                continue
            if cue("base-ahead").found(text, max(start, mention.start - 30), mention.start):
                return self._theatre.side_of(mention, "side-base", at)
        return None

    def _of_mission(self, at: int) -> Side | None:
        """ "A blast near the Danish embassy hurt two embassy staff": of those whose embassy it is."""
        people = self._harmed[at]
        if _MISSIONS.isdisjoint((people.victims or "").lower().split()):
            return None
        for mention in self._context.parties(people.sentence):
            state = mention.party.kind in ("demonym", "country") and not mention.glued
            if state and cue("embassy-behind").found(self._context.text, mention.end, mention.end + 30):
                return self._theatre.side_of(mention, "side-base", at)
        return None

    def _of_craft(self, at: int) -> Side | None:
        """ "Five killed as a Russian helicopter is shot down", and in the next sentence "all on board": of those whose it was."""
        people = self._harmed[at]
        if self._kinds[at] not in (*PLAIN, "state") or people.names:
            return None
        span = self._context.sentences[people.sentence]
        if self._context.says(people.sentence, "their-craft", people.end, span.end):
            owners = [
                m for m in self._context.parties(people.sentence) if m.end <= people.start and not m.glued
            ]
            owners = [m for m in owners if m.party.kind in ("demonym", "force")]
            return self._theatre.side_of(owners[-1], "side-base", at) if owners else None
        aboard = self._context.says(people.sentence, "aboard", span.start, span.end) is not None
        for sentence in range(people.sentence, max(-1, people.sentence - 1 - aboard), -1):
            for mention in self._context.parties(sentence):
                if self._is_of_lost_craft(mention, people):
                    return self._theatre.side_of(mention, "side-base", at)
        return None

    def _is_of_lost_craft(self, mention: PartyMention, people: Harmed) -> bool:
        text, sentence = self._context.text, self._context.sentence_at(mention.start)
        if mention.glued or mention.party.kind not in ("demonym", "force", "country"):
            return False
        span = self._context.sentences[sentence]
        lost = self._context.says(sentence, "craft-lost", mention.end, span.end) is not None
        crew = cue("craft-of").found(text, max(span.start, people.end), mention.start)
        return lost or (
            crew is not None and cue("base-behind").found(text, mention.end, span.end) is not None
        )
