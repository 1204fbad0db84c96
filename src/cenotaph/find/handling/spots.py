"""Places as a handling clause names them: proper names, "the city" that points back, and "border areas"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cenotaph.find.context import ClaimContext
from cenotaph.find.handling.clause import Clause
from cenotaph.find.handling.facilities import Facility
from cenotaph.find.handling.grammar import grammar
from cenotaph.find.handling.reading import Reading
from cenotaph.find.place.names.sites import Site
from cenotaph.find.text.folding import fold
from cenotaph.language import load_pack

CITY_RANK = 3
TO = frozenset(("to", "into", "toward", "towards", "onto", "back to"))
_SHORT = 6  # Letters of a short form ("ICRC").
_LOOK_BACK = 6
_NEW_RANK = 4
_BEFORE_NAMES = frozenset(("the", "a", "an", "nearby", "capital", "city", "town", "village"))
_SPEAKS = re.compile(r"\s+(?:said|says|added|told|reported|stated|announced)\b")
_BEHIND = re.compile(
    r",?\s+(?:in|at|near|outside)\s+(?:the\s+)?(?:[A-Z]\w+\s+(?:cit(?:y|ies)|towns?|villages?|port|capital)\s+)?(?:[a-z]+\s+){0,3}([A-Z][\w'’-]*(?: (?:[ae]l-)?[A-Z][\w'’-]*)*)"
)
_ARTICLE = re.compile(r"^(?:the|a|an|its|their|his|her)\s+", re.IGNORECASE)


def _is_body(name: str) -> bool:
    """Whether a name is that of an organisation: "the International Committee"."""
    return name.lower().rpartition(" ")[2] in _pack().bodies


class Spot(NamedTuple):
    """A place named at `start`–`end`, the preposition that leads to it, and how narrow it is (see the pack `places`)."""

    name: str
    start: int
    end: int
    lead: str
    rank: int
    country: str | None


class _SpotWords(NamedTuple):
    pointers: frozenset[str]
    localities: frozenset[str]
    facilities: re.Pattern[str]
    next_noun: re.Pattern[str]
    vehicles: frozenset[str]
    bodies: frozenset[str]
    general: frozenset[str]
    departing: frozenset[str]


@cache
def _pack() -> _SpotWords:
    pack = load_pack("handling")
    nouns = [noun for kind in ("hospital", "morgue", "grave", "station") for noun in pack["classes"][kind]]
    nouns.sort(key=len, reverse=True)
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, nouns)) + r")\b.*", re.IGNORECASE | re.DOTALL)
    next_noun = re.compile(r"\s+(?:\w+\s+)?(?:" + "|".join(map(re.escape, nouns)) + r")\b", re.IGNORECASE)
    fields = load_pack("handling_fields")
    vehicles = frozenset(word for words in fields["means"].values() for word in words)
    return _SpotWords(
        frozenset(fields["pointers"]),
        frozenset(fields["localities"]),
        pattern,
        next_noun,
        vehicles,
        frozenset(fields["bodies"]),
        frozenset(fields["general"]),
        frozenset(fields["departing"]),
    )


def is_bound_for(reading: Reading, clause: Clause, spot: Spot) -> bool:
    """ "Planes carrying coffins left for Moscow", "a train bound for Lviv", "a train with wounded reached Lviv"."""
    before = [
        word
        for word, start in zip(reading.words, reading.starts, strict=True)
        if reading.starts[clause.left] <= start < spot.start
    ]
    if before and grammar().words.get(before[-1]) == grammar().letters["arrive"]:
        return True
    return before[-1:] in (["for"], ["and"]) and "for" in before and not _pack().departing.isdisjoint(before)


class Places(NamedTuple):
    """The three places of a row, verbatim."""

    place: str | None = None
    from_place: str | None = None
    to_place: str | None = None


class SpotReader:
    """Finds the places of one report's sentences, token by token."""

    def __init__(self, context: ClaimContext) -> None:
        self._context, self._text = context, context.text
        self._found: dict[int, list[Spot]] = {}

    def inside(self, sentence: int, reading: Reading, left: int, right: int) -> list[Spot]:
        """The places from token `left` to `right`, by where they start: names first, else words that point or describe."""
        start, end = reading.starts[left], reading.ends[right]
        spots = [spot for spot in self._sites(sentence) if start <= spot.start and spot.end <= end]
        spots += self._names(reading, left, right, spots)
        spots = [spot for spot in spots if not self._is_a_group(sentence, spot)]
        leads = {spot.lead for spot in spots}
        spots += [spot for spot in self._described(sentence, reading, left, right) if spot.lead not in leads]
        return sorted(spots, key=lambda spot: spot.start)

    def _is_a_group(self, sentence: int, spot: Spot) -> bool:
        """Whether a name is that of an armed group: "driven to the Islamic State's stronghold of Raqqa"."""
        return any(
            mention.party.kind == "group" and mention.start < spot.end and spot.start < mention.end
            for mention in self._context.parties(sentence)
        )

    def named(self, sentence: int) -> list[Spot]:
        """The proper names of places in a sentence."""
        return self._sites(sentence)

    def before(self, sentence: int, reach: int, rank: int) -> list[Spot]:
        """The places of at least that rank in the nearest of the `reach` sentences before that has one."""
        for at in range(sentence - 1, max(-1, sentence - 1 - reach), -1):
            spots = [spot for spot in self._sites(at) if spot.rank >= rank]
            if spots:
                return spots
        return []

    def of_facility(self, facility: Facility) -> Spot | None:
        """The place that a facility stands in or is named after ("a hospital in Homel", "the Mozyr station")."""
        behind = _BEHIND.match(self._text, facility.end) or (
            _BEHIND.match(self._text, facility.told) if facility.told else None
        )
        if behind is not None:
            return Spot(
                behind.group(1), behind.start(1), behind.end(1), "in", self._rank(behind.group(1)), None
            )
        name = self._bare(facility.name)
        if name and self._is_place(name, trusted=facility.kind == "station"):
            return Spot(name, facility.start, facility.end, "", self._rank(name), None)
        return None

    def _sites(self, sentence: int) -> list[Spot]:
        """The sites of a sentence, found once."""
        if sentence not in self._found:
            self._found[sentence] = list(self._read(sentence))
        return self._found[sentence]

    def _read(self, sentence: int) -> Iterator[Spot]:
        """The sites of a sentence; a facility's name counts as a place only as far as it holds one."""
        for site in self._context.sites(sentence):
            quote = " ".join(self._text[site.start : site.end].split())
            name = self._bare(quote)
            if name.lower() in _pack().vehicles or self._acts(site) or _is_body(name):
                continue
            if site.rank >= CITY_RANK and not self._lead(site) and _SPEAKS.match(self._text, site.end):
                continue  # "Nura Dali added".
            owner = name.removesuffix("’s").removesuffix("'s")
            if name == quote or (name and self._is_place(owner, trusted="tation" in quote or owner != name)):
                name = owner
                yield Spot(name, site.start, site.end, self._lead(site), site.rank, site.country)

    def _acts(self, site: Site) -> bool:
        """Whether a country stands for a state that acts: "Moscow says", "in Israel's bombardment"."""
        return site.rank <= 1 and (site.actor or self._text.startswith(("'s ", "’s "), site.end))

    def _lead(self, site: Site) -> str:
        """The preposition of a site, looked up behind the article where the site finder gave none."""
        before = self._text[max(0, site.start - 24) : site.start].lower().split()
        if site.lead and not (site.lead == "from" and "in" in before[-3:]):  # "Arrived in the capital".
            return site.lead
        words = before
        while words and words[-1] in _BEFORE_NAMES:
            words = words[:-1]
        return words[-1] if words and words[-1] in ("to", "from", "into", "in", "at", "through") else ""

    def _bare(self, name: str) -> str:
        """A name without the facility noun that ends it, and what stands behind the noun."""
        words = _ARTICLE.sub("", _pack().facilities.sub("", name)).split()
        while words and words[-1].lower() in _pack().general:
            words.pop()
        return " ".join(words)

    def _is_place(self, name: str, *, trusted: bool) -> bool:
        """Whether the name in a facility's name is that of a place.

        Stations are named after towns. Hospitals are named after saints and doctors too, whose names are often those of
        towns: there the report itself must use the name as a place.
        """
        if not name[0].isupper() or name.lower() in _pack().pointers:
            return False
        if trusted and self._context.known(fold(name)) is not None:
            return True
        used = re.compile(rf"\b(?:in|to|from|near|of|city) {re.escape(name)}\b", re.IGNORECASE)
        return any(
            not _pack().next_noun.match(self._text, match.end()) for match in used.finditer(self._text)
        )

    def _rank(self, name: str) -> int:
        known = self._context.known(fold(name))
        return known.rank if known else _NEW_RANK

    def _names(self, reading: Reading, left: int, right: int, known: list[Spot]) -> Iterator[Spot]:
        """Capitalised names behind "to" and "from" that the site finder does not know."""
        letters = grammar().letters
        pattern = re.compile(
            f"[{letters['to']}{letters['from']}][{letters['determiner']}{letters['word']}]{{0,2}}({letters['name']}+)"
        )
        for match in pattern.finditer(reading.tags, left, right + 1):
            start, end = reading.starts[match.start(1)], reading.ends[match.end(1) - 1]
            if self._is_no_place(reading, match.start(1), match.end(1)):
                continue
            if not any(spot.start < end and start < spot.end for spot in known) and not self._is_day(
                reading, match.start(1)
            ):
                lead = "from" if reading.tags[match.start()] == letters["from"] else "to"
                yield Spot(" ".join(self._text[start:end].split()), start, end, lead, _NEW_RANK, None)

    def _is_no_place(self, reading: Reading, first: int, end: int) -> bool:
        """Whether capitalised words are the name of an organisation ("SLA"), or of a facility after nobody's town."""
        last, name = reading.words[end - 1], self._text[reading.starts[first] : reading.ends[end - 1]]
        if name.isupper() and len(name) < _SHORT and not self._text.isupper():
            return True
        if (
            _is_body(last)
            or last in _pack().general
            or grammar().letters["building"] in reading.tags[first : end + 1]
        ):
            return True
        known = self._context.known(fold(name)) is not None
        return self._is_facility(reading, end) or (not known and self._is_facility(reading, end, gap=0))

    def _is_facility(self, reading: Reading, at: int, *, gap: int = 1) -> bool:
        """Whether a name goes on to the noun of a facility: "to Wan Tor u Ben Clinic"."""
        letters = grammar().letters
        nouns = "".join(letters[kind] for kind in ("hospital", "morgue", "grave", "station"))
        inner = letters["word"] + letters["name"] + letters["person"] + letters["number"]
        return re.compile(f"[{inner}]{{{gap},{3 * gap}}}[{nouns}]").match(reading.tags, at) is not None

    def _is_day(self, reading: Reading, at: int) -> bool:
        return reading.words[at].endswith("day") or _pack().facilities.search(reading.words[at]) is not None

    def _described(self, sentence: int, reading: Reading, left: int, right: int) -> Iterator[Spot]:
        """ "To the city" is the town named before; "in border areas" is a place in its own words."""
        letters = grammar().letters
        leads = {letters["to"]: "to", letters["from"]: "from", letters["in"]: "in"}
        inner = letters["word"] + letters["name"] + letters["demonym"] + letters["number"]
        for at in range(left, right + 1):
            if reading.words[at] not in _pack().pointers and reading.words[at] not in _pack().localities:
                continue
            first = at
            while first > left and reading.tags[first - 1] in inner:
                first -= 1
            article = reading.tags[first - 1] == letters["determiner"]
            lead = leads.get(reading.tags[first - 1 - article])
            if lead and article and first == at and reading.words[at] in _pack().pointers:
                yield from self._pointed(sentence, reading, at, lead)
            elif lead and not article and reading.words[at] in _pack().localities:
                start, end = reading.starts[first], reading.ends[at]
                yield Spot(" ".join(self._text[start:end].split()), start, end, lead, 2, None)

    def _pointed(self, sentence: int, reading: Reading, at: int, lead: str) -> Iterator[Spot]:
        """The town that "the city" points back to, or that is named right behind it ("the capital, Bamako")."""
        behind = reading.starts[at + 2 : at + 3] if reading.words[at + 1 : at + 2] == [","] else []
        here = [
            spot
            for spot in self._sites(sentence)
            if spot.start in behind or (spot.rank >= CITY_RANK and spot.end < reading.starts[at])
        ]
        here.sort(key=lambda spot: spot.start not in behind)
        found = here[:1] or self.before(sentence, _LOOK_BACK, CITY_RANK)[-1:]
        yield from (
            Spot(spot.name, reading.starts[at], reading.ends[at], lead, spot.rank, spot.country)
            for spot in found
        )
