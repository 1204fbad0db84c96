"""Seats of institutions that no gazetteer has: "the Spanish Embassy", "the Economy Ministry", "the University of Tellin", "the
Palace of Justice"."""

from cenotaph.find.place.names.leads import Leads
from cenotaph.find.place.names.name_runs import NameRuns
from cenotaph.find.place.names.place_nouns import BUILDING, PlaceNouns
from cenotaph.find.place.names.place_words import place_words
from cenotaph.find.place.names.site import Site
from cenotaph.find.text.lexicon import lexicon
from cenotaph.find.text.scan import Words

_REACH = 10  # Words before the name.
_BURST = frozenset(
    ("exploded", "detonated", "launched", "thrown", "threw", "hurled", "fired", "bombs", "shots", "off")
)
SCHOOLS = ("university", "college", "academy")
_STATES = ("us", "uk", "un", "u.s", "u.k")
_ENVOYS = ("embassy", "consulate")
_PORTFOLIOS = frozenset(
    (
        "defense",
        "defence",
        "interior",
        "foreign",
        "economy",
        "finance",
        "justice",
        "health",
        "education",
        "labor",
        "labour",
        "oil",
        "transport",
        "agriculture",
        "information",
        "communications",
        "planning",
    )
)
_SAYS = ("said", "says", "announced", "reported", "spokesman")
_HOUSES = frozenset(("palace", "ministry", *SCHOOLS))


class Institutions:
    """Reads them in one sentence; `demonyms` holds where its nationality words start."""

    def __init__(
        self, text: str, words: Words, readers: tuple[PlaceNouns, Leads, NameRuns], demonyms: set[int]
    ) -> None:
        self._text, self._words, self._demonyms, self._pack = text, words, demonyms, place_words()
        self._nouns, self._leads, self._runs = readers

    def site(self, at: int) -> Site | None:
        """The seat whose name begins at word `at`, where a preposition or an attack leads to it."""
        end = self.end(at)
        if end == at or self._nouns.is_followed(end, _SAYS):
            return None
        lead = self._leads.lead(at)[0]
        if not (lead in self._pack.leads or lead in self._pack.reached):
            return None
        if self._words.lows[at] not in SCHOOLS and not self._is_of_violence(at):
            return None  # "Who took refuge at the Spanish Embassy".
        return Site(
            self._words.starts[at], self._words.ends[end - 1], BUILDING, lead, None, None, actor=False
        )

    def _is_of_violence(self, at: int) -> bool:
        """Whether the words before tell of an attack."""
        before = self._words.lows[max(0, at - _REACH) : at]
        return not (self._pack.incident | self._pack.violent | _BURST).isdisjoint(before)

    def end(self, at: int) -> int:
        """Where such a name ends, `at` itself where none begins."""
        lows = self._words.lows
        if self._words.starts[at] in self._demonyms or lows[at] in _STATES:
            return at + 2 if self._nouns.is_followed(at + 1, _ENVOYS) else at
        if lows[at] in _PORTFOLIOS:
            return at + 2 if self._nouns.is_followed(at + 1, ("ministry",)) else at
        if lows[at] in _HOUSES and self._nouns.is_followed(at + 1, ("of",)):
            return self._end_of_object(at + 2) or at
        return at

    def _end_of_object(self, at: int) -> int:
        """Where "of El Tellin" or "of Justice" ends, 0 for none."""
        if not self._runs.is_capital(at) or not self._nouns.is_joined(at):
            return 0
        end = self._runs.end(at)
        return (
            self._nouns.behind(end)[1]
            if end > at
            else at + (lexicon().common.get(self._words.lows[at]) == "N")
        )
