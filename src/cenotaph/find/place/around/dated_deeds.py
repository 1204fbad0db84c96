"""Attacks that go by their date: those killed in "the March 11 bombings" were so where the report tells of that day, and not
where the campaign is that it tells of around."""

import re

from cenotaph.find.answers import NOWHERE, Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.names.place_words import place_words
from cenotaph.find.place.names.sites import Site
from cenotaph.find.place.whereabouts import STRUCK, is_of_speaker, whereabouts
from cenotaph.find.whose.cues import cue
from cenotaph.model import Span

UNTOLD = NOWHERE._replace(
    rule="place-untold"
)  # Of an attack that has its place, which the report never tells.
_TO = frozenset(("into", "against"))
_REACH = 70  # Characters behind the day.


class DatedDeeds:
    """Reads which claims of one report are of an attack named by its date."""

    def __init__(self, context: ClaimContext) -> None:
        self._context = context

    def place(self, people: Harmed, named: Where | None) -> Where | None:
        """Where the attack was: what stands behind its name or opens the sentence ("In Tellin, the"), else what the report
        tells of that day, else nowhere where the sentence is about another place; `named` for people of no such attack."""
        deed = self._deed(people)
        if deed is None or (named is not None and self._is_its(deed, people, named)):
            return named
        day = self._day(deed)
        told = (site for sentence in self._context.sentences_with(day) for site in self._there(sentence, day))
        best = max(told, key=lambda site: site.rank, default=None)
        if best is not None:
            return whereabouts(self._context, best, "place-event")
        before = (site.start < deed.start for site in self._context.sites(people.sentence))
        return UNTOLD if any(before) else named

    def _deed(self, people: Harmed) -> Span | None:
        """The words that name the attack in which people were harmed: "March 11 attacks", which killed 190."""
        start = self._context.sentences[people.sentence].start
        match = self._context.says(people.sentence, "dated-deed", start, people.start)
        return None if match is None else Span(start + match.start(), start + match.start(2))

    def _is_its(self, deed: Span, people: Harmed, named: Where) -> bool:
        start = self._context.sentences[people.sentence].start
        at = named.span.start if named.span is not None else start
        opens = self._context.text[start:at].lower().strip('"“ ') in ("in", "at")
        return at > deed.start or (opens and at < deed.start)

    def _day(self, deed: Span) -> str:
        """The day as the report writes it: "March 11"."""
        found = re.search(r"9/11|[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+", self._context.quote(deed))
        return found.group() if found is not None else self._context.quote(deed)

    def _there(self, sentence: int, day: str) -> list[Site]:
        """The places that a sentence leads to right behind the day."""
        text, words = self._context.text, place_words()
        leads = words.leads | words.reached | _TO
        at = text.find(day, self._context.sentences[sentence].start)
        if (words.incident | words.violent | STRUCK).isdisjoint(self._context.bag(sentence)):
            return []
        return [
            site
            for site in self._context.sites(sentence)
            if at < site.start < at + _REACH
            and site.lead in leads
            and cue("next-clause").found(text, at, site.start) is None
            and not is_of_speaker(self._context, site)
        ]
