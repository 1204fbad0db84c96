"""What one report tells about whose people are harmed and where, read once and only as far as asked."""

import re
from bisect import bisect_left, bisect_right
from functools import cache, cached_property, lru_cache

from cenotaph.find.place.gazetteer import gazetteer
from cenotaph.find.place.names.datelines import Dateline, datelines
from cenotaph.find.place.names.introduced import introduced
from cenotaph.find.place.names.place_words import Known, known_nation
from cenotaph.find.place.names.sites import Site, SiteFinder
from cenotaph.find.text.folding import fold
from cenotaph.find.text.scan import PartyMention, Words, parties, scan
from cenotaph.find.text.small import in_capitals, letters, small
from cenotaph.find.text.threads import threads
from cenotaph.find.value import Value
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.parties import nations
from cenotaph.language import load_pack
from cenotaph.model import Harm, Place, Report, Scope, Span

_HEADLINE = 140  # Characters.
_CREDIT = 5  # Characters of a sentence before a picture's credit, which is then that of the sentence before.
_REGION = 2  # A rank, as in the pack `places`.
_LETTERS = re.compile(r"[^\W\d_]+")
_SMALL_KINDS = frozenset(("city", "district", "site"))
_DIVISIONS = frozenset(("department", "province", "governorate", "region", "state", "oblast", "district"))
_RANKS = {"site": 6, "city": 4, "district": 3, "region": 2, "area": 2, "water": 2, "country": 1, "world": 0}


class Harmed(Value, frozen=True):
    """People said to be harmed: `start`–`end` is their quantity, `sentence` its sentence's number.

    `victims` is the noun phrase that says who, `victims_span` its place in the text where it stands there as one piece;
    `whole` is the position, in the list asked about, of the people they are a part of; `low` is how many at least.
    """

    sentence: int
    start: int
    end: int
    victims: str | None
    victims_span: Span | None
    names: tuple[str, ...]
    harm: Harm
    scope: Scope
    whole: int | None = None
    low: int | None = None


class ClaimContext:
    """A report's sentences with their words, parties and place names, each found when first asked for."""

    def __init__(self, report: Report, sentences: list[Span]) -> None:
        self.report, self.text, self.sentences = report, report.text, sentences
        self._words: dict[int, Words] = {}
        self._bags = _Bags(report.text, sentences)
        self._sites: dict[int, list[Site]] = {}
        self._parties: dict[int, list[PartyMention]] = {}
        self._told: dict[tuple[int, str], re.Match[str] | None] = {}

    @cached_property
    def caps(self) -> bool:
        """Whether the report is written in capitals."""
        return in_capitals(self.text)

    @cached_property
    def plain(self) -> str:
        """The text, in small letters where it is all in capitals: there place nouns tell what a name is, as they do elsewhere."""
        return small(self.text) if self.caps else self.text

    @cached_property
    def named(self) -> list[PartyMention]:
        """The nations, groups and forces that the report names, left to right."""
        return parties(self.text, caps=self.caps)

    @cached_property
    def _named_at(self) -> list[int]:
        return [mention.start for mention in self.named]

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self.sentences]

    @cached_property
    def countries(self) -> frozenset[str]:
        """The countries (ISO 3166) that the report names, by name, people, capital or group."""
        named = (m for m in self.named if not (m.party.kind == "capital" and self._is_elsewhere(m)))
        return frozenset(m.party.iso for m in named if m.party.iso)

    def _is_elsewhere(self, mention: PartyMention) -> bool:
        """ "La Paz department"; "Berlin" beside a group of a land that has one too, where no nation is named."""
        homes = self._homes - {mention.party.iso}
        if homes and any(
            p.country in homes for p in _looked_up(fold(self.text[mention.start : mention.end]))
        ):
            return True
        return cue("division").found(self.text, mention.end, mention.end + 14) is not None

    @cached_property
    def _homes(self) -> set[str | None]:
        """The countries of the groups named by a report that names no nation."""
        nations = any(m.party.kind not in ("group", "capital") for m in self.named)
        return {m.party.iso for m in self.named if m.party.kind == "group" and not nations}

    @cached_property
    def _dateline(self) -> Dateline | None:
        return next((line for line in datelines(self.text) if line.sure or self._is_of_town(line)), None)

    def _is_of_town(self, line: Dateline) -> bool:
        """Whether a line that looks like a dateline names a town or region."""
        known = self.known(fold(self.quote(line.name))) if line.name else None
        return known is not None and known.rank >= _REGION

    @property
    def dateline(self) -> Span | None:
        """The place that the dateline names."""
        return self._dateline and self._dateline.name

    def is_in_dateline(self, offset: int) -> bool:
        """Whether an offset lies in the dateline, which tells where the report was written."""
        line = self._dateline
        return line is not None and line.whole.start <= offset < line.whole.end

    @cached_property
    def dateline_country(self) -> str | None:
        """The country that the dateline names, else that of its place, or the home of the group whose station it does
        ("CLANDESTINE")."""
        if self.told_where_sent is not None:
            return self.told_where_sent
        known = self.known(fold(self.quote(self.dateline))) if self.dateline else None
        return known.country if known is not None else self.station_home

    @cached_property
    def station_home(self) -> str | None:
        """The home of the group whose station a dateline names that names no town ("CLANDESTINE")."""
        if self.dateline is not None and self.known(fold(self.quote(self.dateline))) is not None:
            return None
        stations = (m for m in self.named if m.party.kind == "group" and self.is_in_dateline(m.start))
        return next((m.party.iso for m in stations), None)

    @cached_property
    def told_where_sent(self) -> str | None:
        """The country of a dateline that tells it right beside the town ("SAN JOSE (COSTA RICA)"): where the report is from."""
        town = self.dateline
        countries = (m for m in self.named if m.party.kind == "country" and self.is_in_dateline(m.start))
        told = (m for m in countries if town is not None and self.text[town.end : m.start].strip() == "(")
        return next((m.party.iso for m in told), None)  # Not "TEGUCIGALPA, 2 MAY 89 (RADIO AMERICA)".

    @cached_property
    def threads(self) -> list[int]:
        """The number of the incident that each sentence tells of."""
        return threads(self.text, self.sentences, places=True)

    def words(self, sentence: int) -> Words:
        """The words of a sentence."""
        if sentence not in self._words:
            self._words[sentence] = scan(self.text, self.sentences[sentence])
        return self._words[sentence]

    def bag(self, sentence: int) -> frozenset[str]:
        """The words of a sentence in lower case, without order."""
        return self._bags[sentence]

    def parties(self, sentence: int) -> list[PartyMention]:
        """The nations, groups and forces named in a sentence."""
        if sentence not in self._parties:
            span = self.sentences[sentence]
            first = bisect_left(self._named_at, span.start)
            self._parties[sentence] = self.named[first : bisect_left(self._named_at, span.end, first)]
        return self._parties[sentence]

    def sites(self, sentence: int) -> list[Site]:
        """The places named in a sentence."""
        if sentence not in self._sites:
            finder = SiteFinder(
                self.text, self.words(sentence), self.parties(sentence), self.known, caps=self.caps
            )
            self._sites[sentence] = finder.sites()
        return self._sites[sentence]

    @cached_property
    def _introduced(self) -> dict[str, Known]:
        return introduced(self.text)

    def known(self, folded: str) -> Known | None:
        """What is known of a place name, in the countries that the report speaks of before others."""
        nation = known_nation(folded)
        if nation is not None:
            return nation
        places = _looked_up(folded)
        here = next((place for place in places if place.country in self.countries), None)
        best = here or next(iter(places), None)
        if best is None:
            return self._introduced.get(folded)
        best = _by_own_name(folded, best, places)
        certain = here is not None or len({place.country for place in places}) == 1
        if (
            here is None
            and self.countries
            and best.kind in _SMALL_KINDS
            and not gazetteer().well_known(folded)
        ):
            certain = False  # A hamlet abroad, of the same name.
        country = _counted_with().get(folded, best.country) if certain else None
        sure = here is not None or best.kind == "area" or (certain and not self.countries)
        return Known(_RANKS[best.kind], country, best.key, sure)

    def holds(self, outer: str, inner: str) -> bool:
        """Whether some place named `inner` lies in some place named `outer`, as the gazetteer knows."""
        known = gazetteer()
        return any(
            known.holds(wide, narrow)
            for narrow in _looked_up(fold(inner))
            for wide in _looked_up(fold(outer))
            if narrow.kind != "region" or wide.kind == "country"
        )

    def is_division(self, name: str, country: str | None) -> bool:
        """Whether a province or district of a country bears a name, as Idlib does besides the town."""
        return any(
            place.kind in ("region", "district") and place.country == country
            for place in _looked_up(fold(name))
        )

    def tells(self, sentence: int, name: str) -> re.Match[str] | None:
        """The first place in a sentence where the cue of that name stands; offsets count from the sentence's start."""
        if (sentence, name) not in self._told:
            span = self.sentences[sentence]
            self._told[sentence, name] = self.says(sentence, name, span.start, span.end)
        return self._told[sentence, name]

    def says(self, sentence: int, name: str, start: int, end: int) -> re.Match[str] | None:
        """What the cue of that name finds between two offsets of a sentence; offsets of the match count from `start`."""
        asked = cue(name)
        if asked.needs and asked.needs.isdisjoint(self._bags[sentence]):
            return None
        return asked.found(self.text, start, end)

    def is_headline(self, sentence: int) -> bool:
        """Whether a sentence is short and ends on no sign."""
        span = self.sentences[sentence]
        return span.end - span.start <= _HEADLINE and self.text[span.end - 1] not in '.!?:;,"”’)'

    def is_caption(self, sentence: int) -> bool:
        """Whether a sentence stands below a picture: it or the words behind it name who took it."""
        return sentence in self._captions

    @cached_property
    def _captions(self) -> frozenset[int]:
        credits = {at: self.tells(at, "photo-credit") for at in range(len(self.sentences))}
        found = {at for at, credit in credits.items() if credit is not None}
        behind = {at - 1 for at, credit in credits.items() if credit is not None and credit.start() < _CREDIT}
        return frozenset(found | behind)

    def words_before(self, sentence: int, offset: int) -> list[str]:
        """The words of a sentence that start before an offset of the text, folded."""
        words = self.words(sentence)
        return words.lows[: bisect_left(words.starts, offset)]

    def sentences_with(self, *words: str) -> list[int]:
        """The numbers of the sentences that hold one of the words' letters."""
        found = set[int]()
        for word in words:
            at = -1
            while (at := self.text.find(word, at + 1)) >= 0:
                found.add(self.sentence_at(at))
        return sorted(found)

    def is_capital(self, name: str) -> bool:
        """Whether a name is that of a state's capital."""
        party = nations().get(fold(name))
        return party is not None and party.kind == "capital"

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that holds an offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def quote(self, span: Span) -> str:
        """The words at a span."""
        return self.text[span.start : span.end]


class _Bags(dict[int, frozenset[str]]):
    """The words of sentences by number, gathered when first asked for: a dictionary, since nothing is asked for as often."""

    def __init__(self, text: str, sentences: list[Span]) -> None:
        super().__init__()
        self._text, self._sentences = text, sentences

    def __missing__(self, sentence: int) -> frozenset[str]:
        span = self._sentences[sentence]
        piece = self._text[span.start : span.end]
        flat = letters(self._text)[span.start : span.end]
        words = frozenset(flat.split() if piece.isascii() else _LETTERS.findall(piece.lower()))
        self[sentence] = words
        return words


@lru_cache(maxsize=1 << 15)
def _looked_up(folded: str) -> tuple[Place, ...]:
    """The places of a name; common words and people's names that some hamlet bears are none, unless as a division."""
    known, last = gazetteer(), folded.rpartition(" ")[2]
    if last not in _DIVISIONS:
        return known.lookup(folded) if known.is_place(folded) else ()
    places = known.lookup(folded)
    return tuple(place for place in places if place.kind in ("region", "district")) or places


def _by_own_name(folded: str, best: Place, places: tuple[Place, ...]) -> Place:
    """A town that only also bears a name gives way to the division of its country whose own it is: Sulu is no town, though
    Jolo is called so."""
    if best.kind != "city" or fold(best.name)[:2] == folded[:2]:
        return best  # Hamah is Hama.
    divisions = (
        place for place in places if place.kind in ("region", "district") and place.country == best.country
    )
    return next((place for place in divisions if fold(place.name) == folded), best)


@cache
def _counted_with() -> dict[str, str]:
    return dict(load_pack("places")["people"])
