"""The places of a handling clause: where it is, from where and to where the dead or wounded are moved."""

import re
from functools import cache, cached_property
from typing import NamedTuple

from cenotaph.find.context import ClaimContext
from cenotaph.find.handling.clause import Clause
from cenotaph.find.handling.facilities import Facility
from cenotaph.find.handling.grammar import grammar
from cenotaph.find.handling.homeward import (
    comes_home,
    goes_to_a_side,
    goes_to_kin,
    is_home,
    is_of_the_dead,
    own_town,
)
from cenotaph.find.handling.reading import Reading
from cenotaph.find.handling.spots import CITY_RANK, TO, Places, Spot, SpotReader, is_bound_for
from cenotaph.find.place.names.place_nouns import is_owned
from cenotaph.find.place.names.place_words import place_words
from cenotaph.find.text.scan import PartyMention
from cenotaph.language import load_pack
from cenotaph.model import Action

_BODIES = re.compile(r"\b(?:bodies|corpses|remains|coffins|caskets|dead)\b", re.IGNORECASE)
_FELL = re.compile(r"\b(?:killed|died|slain|fell|perished|lost their lives)\b")
_KILLED_REACH = 30  # Characters.
TRAVEL = frozenset(("moved", "returned"))
_STANDING = frozenset(("in", "at", "near", "outside", "on", "from"))
_LOAD = "load"  # Not "unloaded at".
_AWAY = frozenset(("from", "left", "leaving"))


class _PlaceWords(NamedTuple):
    pronouns: frozenset[str]
    region: frozenset[str]
    loading: frozenset[str]
    own: frozenset[str]
    either: frozenset[str]
    harmed: frozenset[str]


@cache
def _pack() -> _PlaceWords:
    pack = load_pack("handling_fields")
    return _PlaceWords(*(frozenset(pack[name]) for name in _PlaceWords._fields))


class PlaceReader:
    """Reads the places of one report's clauses in order; `last` is the place told last, for "home" and "there"."""

    def __init__(self, context: ClaimContext) -> None:
        self._context, self._spots = context, SpotReader(context)
        self._last: tuple[int, str] | None = None
        self._homes: dict[str, bool] = {}

    def goes_home(self, sentence: int, reading: Reading, clause: Clause) -> bool:
        """Whether the dead go to their families, back, or to the country they are said to be of."""
        if goes_to_kin(reading, clause) or goes_to_a_side(reading, clause):
            return True
        if (
            clause.cargo == "dead"
            and grammar().letters["arrive"] in reading.tags[clause.do : clause.right + 1]
            and self._homecoming
        ):
            return True
        home = self._home(sentence, reading, clause)
        spots = self._spots.inside(sentence, reading, clause.left, clause.right)
        if clause.cargo == "dead" and any(
            (spot.lead in TO or self._arrives(reading, clause, spot))
            and spot.start > reading.starts[clause.do]
            and self._is_home(spot.name)
            for spot in spots
        ):
            return True
        abroad = any(spot.country not in home for spot in spots)
        bodies = grammar().letters["body"] in reading.tags[clause.left : clause.right + 1]
        return clause.cargo == "dead" and any(
            (spot.lead in TO or self._arrives(reading, clause, spot))
            and (
                (spot.country in home and (spot.rank == 1 or abroad or self._fell_abroad(spot)))
                or (spot.rank == 1 and spot.country in self._dead_of)
                or (not home and not self._dead_of and bodies and self._fell_abroad(spot))
            )
            for spot in spots
        )

    @cached_property
    def _dead_of(self) -> set[str | None]:
        """The countries whose dead this report handles; whoever else its sentences on bodies name is left out."""
        told = [
            mention
            for at, span in enumerate(self._context.sentences)
            if _BODIES.search(self._context.text, span.start, span.end)
            for mention in self._context.parties(at)
            if mention.party.kind == "demonym"
        ]
        if len({mention.party.iso for mention in told}) > 1:
            told = [mention for mention in told if is_of_the_dead(self._context.text, mention)]
        return {mention.party.iso for mention in told}

    def _is_home(self, name: str) -> bool:
        """Whether the report says that somebody is of a place; each is looked for once."""
        if name not in self._homes:
            self._homes[name] = is_home(self._context.text, name)
        return self._homes[name]

    def _fell_abroad(self, home: Spot) -> bool:
        """Whether the report tells of deaths in another country than that of a place."""
        return any(country != home.country for country in self._lands_of_death)

    @cached_property
    def _lands_of_death(self) -> set[str | None]:
        """The countries of the places where the report says that somebody died."""
        return {
            spot.country
            for at, span in enumerate(self._context.sentences)
            if _FELL.search(self._context.text, span.start, span.end)
            for spot in self._spots.named(at)
            if spot.lead in _STANDING
        }

    @cached_property
    def _homecoming(self) -> bool:
        """Whether the report tells that the dead came home."""
        return comes_home(self._context.text)

    def read(
        self, sentence: int, reading: Reading, clause: Clause, action: Action, facility: Facility | None
    ) -> Places:
        """The places of a clause; what the clause leaves open is taken from the words around it where they are clear."""
        spots = self._spots.inside(sentence, reading, clause.left, clause.right)
        found = self._sorted(spots, reading, clause, action)
        found = self._with_facility(found, sentence, clause, reading, action, facility)
        if found == Places() and "here" in reading.words[clause.left : clause.right + 1]:
            found = self._here()
        if found == Places():
            found = self._around(sentence, reading, clause, action)
        if action == "returned":
            found = self._homeward(found, sentence, reading, clause)
            home = self._receiver(sentence, reading, clause) or own_town(self._context.text, reading, clause)
            found = found._replace(to_place=found.to_place or home)
        name = found.to_place or found.place or found.from_place
        if name:
            self._last = (sentence, name)
        return found

    def _sorted(self, spots: list[Spot], reading: Reading, clause: Clause, action: Action) -> Places:
        """Each place of the clause by the preposition before it."""
        place = origin = target = None
        deed, narrowed = reading.starts[clause.do], self._narrowed(spots)
        if action not in TRAVEL:
            narrowed = self._of_the_deed(narrowed, deed)
        loaded = reading.words[clause.do].startswith(_LOAD)
        for spot in narrowed:
            if action == "refused" and spot.lead not in _STANDING:
                continue  # "Moscow refused to take back".
            if action not in TRAVEL:
                place = place or (spot.name if spot.lead != "from" else None)
            elif action == "returned" and spot.start < deed and spot.lead not in _STANDING:
                continue
            elif spot.lead in TO:
                target = target or spot.name
            elif spot.lead in _AWAY or self._is_where_killed(spot) or (loaded and spot.lead in _STANDING):
                origin = origin or spot.name
            elif spot.start > deed and self._arrives(reading, clause, spot):
                target = target or spot.name
            elif not spot.lead and clause.do and spot.end == reading.ends[clause.do - 1]:
                continue  # "Manila airlifted": who did it.
            elif spot.start < deed and any(other.lead in TO for other in spots):
                origin = origin or spot.name
            elif spot.lead not in ("via", "by"):
                place = place or spot.name
        return Places(place, origin, target)

    def _of_the_deed(self, spots: list[Spot], deed: int) -> list[Spot]:
        """The spots of what is done with them, where one stands behind the deed: "those wounded in Orbo were treated in"."""
        behind = any(spot.start > deed and spot.lead in _STANDING for spot in spots)
        return [
            spot
            for spot in spots
            if not (behind and spot.start < deed and self._is_behind(spot, _pack().harmed))
        ]

    def _narrowed(self, spots: list[Spot]) -> list[Spot]:
        """The spots without those that only own the next: "to Jonglei's state capital Bor"."""
        out: list[Spot] = []
        for spot in spots:
            owner = out[-1] if out and is_owned(self._context.text[out[-1].end : spot.start]) else None
            if owner:
                out.pop()
            out.append(spot._replace(lead=spot.lead or owner.lead) if owner else spot)
        return out

    def _receiver(self, sentence: int, reading: Reading, clause: Clause) -> str | None:
        """The state before the deed that gets its dead: "Ukraine has received", "Moscow received", "Ukraine brings back"."""
        word = reading.words[clause.do]
        if reading.tags[clause.do] != grammar().letters["got_back"] and word not in _pack().own:
            return None
        if word in _pack().either and self._demonyms(sentence, reading, clause):
            return None
        start, end = reading.starts[clause.left], reading.starts[clause.do]
        countries = [
            site
            for site in self._context.sites(sentence)
            if (site.rank == 1 or site.actor) and start <= site.start < end
        ]
        return self._context.text[countries[0].start : countries[0].end] if countries else None

    def _is_where_killed(self, spot: Spot) -> bool:
        """ "The bodies of men killed in Ukraine": they come from there."""
        return self._is_behind(spot, place_words().slain)

    def _is_behind(self, spot: Spot, words: frozenset[str]) -> bool:
        """Whether one of the words stands shortly before a place."""
        before = self._context.text[max(0, spot.start - _KILLED_REACH) : spot.start].lower().split()
        return not words.isdisjoint(before)

    def _arrives(self, reading: Reading, clause: Clause, spot: Spot) -> bool:
        """Whether the place stands behind "to the hospital" or "arrived in"."""
        letters = grammar().letters
        between = [at for at in range(clause.do, clause.right + 1) if reading.starts[at] < spot.start]
        there = (letters["to"], letters["arrive"])
        return any(reading.tags[at] in there for at in between) or is_bound_for(reading, clause, spot)

    def _with_facility(
        self,
        found: Places,
        sentence: int,
        clause: Clause,
        reading: Reading,
        action: Action,
        facility: Facility | None,
    ) -> Places:
        """The place that a facility is named after or stands in, if the clause names none."""
        fixed = action not in TRAVEL
        spot = self._spots.of_facility(facility) if facility and (fixed or found == Places()) else None
        if facility is None or spot is None:
            return found
        words = set(reading.words[clause.first : clause.last + 1])
        if action in TRAVEL and spot.rank > 1 and words & _pack().loading:
            return found._replace(from_place=spot.name)
        inside = reading.starts[clause.left] <= facility.start <= reading.ends[clause.right]
        if (
            action in TRAVEL
            and inside
            and grammar().letters["to"] in reading.tags[clause.do : clause.last + 1]
        ):
            return found._replace(to_place=spot.name)
        return found._replace(place=spot.name)

    def _here(self) -> Places:
        """ "In a military hospital here": where the report was written."""
        line = self._context.dateline
        return Places(place=self._context.text[line.start : line.end]) if line else Places()

    def _around(self, sentence: int, reading: Reading, clause: Clause, action: Action) -> Places:
        """The place of those who speak ("A nurse in Sumy said ..."), or what the clause points back to."""
        start = reading.starts[clause.left]
        spots = self._spots.named(sentence)
        narrow = [spot for spot in spots if spot.rank >= CITY_RANK and spot.end <= start]
        if len(narrow) > 1 and is_owned(self._context.text[narrow[0].end : narrow[1].start]):
            narrow = narrow[1:]  # "Kanbalu township's Pa Zi Gyi village".
        if not narrow and self._points_back(reading, clause):
            narrow = self._spots.before(sentence, 1, CITY_RANK)
        if not narrow and action == "held" and grammar().letters["medic"] in reading.tags:
            narrow = [spot for spot in self._spots.before(sentence, 1, 1) if spot.lead == "in"]
        if not narrow and action not in TRAVEL:
            narrow = [spot for spot in spots if spot.start > start and spot.lead in ("in", "near", "at")]
        if not narrow:
            return Places()
        return Places(from_place=narrow[0].name) if action == "returned" else Places(place=narrow[0].name)

    def _points_back(self, reading: Reading, clause: Clause) -> bool:
        """Whether the clause has a pronoun, or its speaker is one of "the region" told of before."""
        words = _pack()
        pronoun = not words.pronouns.isdisjoint(reading.words[clause.left : clause.do + 1])
        return pronoun or not words.region.isdisjoint(reading.words[: clause.left])

    def _homeward(self, found: Places, sentence: int, reading: Reading, clause: Clause) -> Places:
        """ "Sent home": to the country they are of, from where the sentence before had them."""
        if not found.to_place and "home" in " ".join(reading.words[clause.do : clause.right + 1]):
            country = next(
                (name for name in self._home_names(sentence, reading, clause) if name in self._context.text),
                None,
            )
            found = found._replace(to_place=country)
        if (
            not found.from_place
            and self._last
            and sentence - self._last[0] <= 1
            and self._points_back(reading, clause)
        ):
            found = found._replace(from_place=self._last[1], place=None)
        return found

    def _home(self, sentence: int, reading: Reading, clause: Clause) -> set[str | None]:
        return {mention.party.iso for mention in self._demonyms(sentence, reading, clause)}

    def _home_names(self, sentence: int, reading: Reading, clause: Clause) -> list[str]:
        return [mention.party.side for mention in self._demonyms(sentence, reading, clause)]

    def _demonyms(self, sentence: int, reading: Reading, clause: Clause) -> list[PartyMention]:
        """The nationality words of the clause, or of the sentence before where the clause says "they" or "their"."""
        start, end = reading.starts[clause.left], reading.ends[clause.right]
        here = [mention for mention in self._context.parties(sentence) if start <= mention.start < end]
        before = (
            self._context.parties(sentence - 1) if sentence and self._points_back(reading, clause) else []
        )
        return [mention for mention in [*here, *before] if mention.party.kind == "demonym"]
