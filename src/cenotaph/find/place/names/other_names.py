"""Whether the place noun behind a name is that of another name: "the Idlib village of Qaa" is Qaa."""

from cenotaph.find.place.gazetteer import gazetteer
from cenotaph.find.place.names.known_names import KnownNames
from cenotaph.find.place.names.name_runs import NameRuns
from cenotaph.find.place.names.place_nouns import TOWN, PlaceNouns
from cenotaph.find.place.names.place_words import known_nation, place_words
from cenotaph.find.text.scan import Words

PARTS = frozenset(
    ("area", "district", "neighborhood", "neighbourhood", "suburb", "quarter", "sector", "locality", "ward")
)
_OUTER = frozenset(("suburb", "suburbs", "neighborhood", "neighbourhood", "quarter", "township"))
_SMALL = frozenset(("village", "villages", "hamlet", "community", "settlement", "camp"))
_BARE = frozenset(("in", "near", "outside"))
_ENDINGS = ("a", "i", "o", "u")  # Of names, and hardly of nouns that stand without an article ("in unison").


class OtherNames:
    """Reads what stands behind the names of one sentence; `demonyms` holds where its nationality words start."""

    def __init__(
        self,
        words: Words,
        readers: tuple[PlaceNouns, NameRuns, KnownNames],
        demonyms: set[int],
        *,
        caps: bool,
    ) -> None:
        self._words, self._demonyms, self._caps, self._pack = words, demonyms, caps, place_words()
        self._nouns, self._runs, self._names = readers

    def is_bare(self, at: int, end: int, lead: str) -> bool:
        """ "KILLED IN TOLU": a noun that English hardly uses, of one thing, right behind its preposition as none such stands."""
        low = self._words.lows[at]
        led = lead in _BARE and self._words.lows[at - 1] == lead and end - at == 1
        return led and low.endswith(_ENDINGS) and self._names.is_rare(at, end)

    def named(self, at: int, end: int, stop: int) -> bool:
        """ "The Idlib village of Qaa" is Qaa; "the Dora district of Baghdad" is Dora, "Milis village of Idlib state" Milis."""
        while self._nouns.is_followed(stop, frozenset(self._pack.nouns)):
            stop += 1  # "The Red Sea port city of".
        if self._nouns.is_followed(stop, ("named", "called")):
            return True
        if not self._nouns.is_followed(stop, ("of",)):
            return False
        if end - at == 1 and self._names.has_lost_its_apostrophe(at):
            return True  # "Aleppos residential neighborhood of Tellin".
        known = self._names.known(at, end)
        if known is None and self._caps and self._is_plain(at, end):
            return self._words.lows[stop - 1] not in PARTS  # "THE BORDER STATE OF".
        if known is not None and known.rank < TOWN:
            return (
                self._pack.nouns.get(self._words.lows[stop - 1]) != known.rank
            )  # "Pulwama district of Kashmir" is it.
        articled = self._words.lows[at - 1 : at] == ["the"] and self._runs.is_capital(stop + 1)
        if articled and known and not self._names.known(stop + 1, self._runs.end(stop + 1)):
            return True  # "The Srebrenica suburb of Tellin".
        name = " ".join(self._words.lows[at:end])
        if articled and self._words.lows[stop - 1] in _OUTER and known_nation(name) is not None:
            return True  # "The Damascus suburb of Tellin", whatever the gazetteer has.
        if self._words.lows[stop - 1] in PARTS and self._is_quarter_of(at, end, stop + 1):
            return False
        town = known is not None and known.rank == TOWN and known.sure
        if town and self._runs.is_capital(stop + 1) and not self._is_known_behind(stop + 1):
            return True  # "The Aleppo district of Marjeh".
        part = self._words.lows[stop - 1] in PARTS and self._runs.is_capital(stop + 1)
        if known is not None and known.rank == TOWN and part and self._names.is_larger(at, end, stop + 1):
            return True  # "The Damascus suburb of Douma".
        unknown = known is None and self._words.lows[stop - 1] in _SMALL
        if unknown and not (self._caps or self._is_plain(at, end)):
            return False  # "Milis village of a larger one".
        return self._words.lows[stop - 1] not in PARTS and not self._names.is_of_wider(stop + 1)

    def _is_quarter_of(self, at: int, end: int, behind: int) -> bool:
        """ "The Orbo neighborhood of the city of Tellin", "the Orbo neighborhood of Aleppo", which is the larger town."""
        lows = self._words.lows
        if lows[behind : behind + 1] == ["the"] and lows[behind + 2 : behind + 3] == ["of"]:
            return lows[behind + 1] in self._pack.nouns
        larger = " ".join(lows[behind : self._runs.end(behind)])
        return larger != "" and gazetteer().is_larger(larger, " ".join(lows[at:end]))

    def is_struck(self, at: int, end: int) -> bool:
        """ "The strike on Urum al-Tellin": whether a name that nobody knows is that of a village, and of no person or firm."""
        lows = self._words.lows
        if at < 2 or lows[at - 1] != "on" or lows[at - 2] not in self._pack.incident or self._caps:
            return False
        aimed = end - at == 1 and not lows[at - 2].startswith("attack")  # Which may be on a person.
        village = aimed or not self._pack.connectors.isdisjoint(lows[at:end])
        return village and self._names.is_uncommon(at, end) and not self._names.is_surname(at, end)

    def _is_known_behind(self, at: int) -> bool:
        known = self._names.known(at, self._runs.end(at))
        return (known is not None and known.sure) or self._names.is_of_wider(at)

    def _is_plain(self, at: int, end: int) -> bool:
        """Whether a name is of English words alone, or a nation's or faith's adjective: "the Red Sea port of"."""
        return not self._names.is_uncommon(at, end) or self._words.starts[at] in self._demonyms
