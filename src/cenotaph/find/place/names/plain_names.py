"""Names of plain words, which no gazetteer has: "THE CENTRAL AMERICAN UNIVERSITY" in capitals, "Zone 10", "the Algerian
border"."""

from bisect import bisect_left

from cenotaph.find.place.names.corners import STREETS
from cenotaph.find.place.names.leads import Leads
from cenotaph.find.place.names.place_nouns import BOUNDS, BUILDING, PlaceNouns, is_owned
from cenotaph.find.place.names.place_words import known_nation, place_words
from cenotaph.find.place.names.site import Site
from cenotaph.find.place.names.site_words import POINTS
from cenotaph.find.text.scan import Words

_LAND_RANK, _REGION, _QUARTER = 1, 2, BUILDING - 1  # Ranks, as in the pack `places`.
# Words that make a name of the site's noun behind them.
_NAMING = frozenset(
    (
        "central",
        "national",
        "metropolitan",
        "golden",
        "pan",
        "trunk",
        "royal",
        "grand",
        "imperial",
        "continental",
        "american",
        "united",
        "nations",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
    )
)
# Armed services, whose seats bear their names: "THE NATIONAL GUARD HEADQUARTERS", "THE ARMED FORCES GENERAL STAFF".
_SERVICES = frozenset(
    (
        "guard",
        "police",
        "army",
        "navy",
        "air",
        "force",
        "armed",
        "forces",
        "treasury",
        "presidential",
        "general",
    )
)
_SEATS = frozenset(("headquarters", "staff"))
_NUMBERED = frozenset(("zone", "sector", "ward", "district"))
_COMPASS = frozenset(("north", "south", "east", "west"))
_ORDINAL = frozenset(("st", "nd", "rd", "th"))
_ENVOYS = ("ambassador", "ambassador's", "ambassador’s", "envoy", "consul", "embassy")
_HOMES = frozenset(("residence", "home", "house", "villa", "compound", "mansion"))
_STREETS = frozenset(("street", "avenue", "road", "boulevard", *STREETS))
_MONTHS = frozenset(
    (
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    )
)
_LAND = ("territory", "soil", "border", "coast", "waters")
# Attacks named for their town, and the words between: "the Paris concert hall attacks".
_OUTRAGES = frozenset(
    (
        "bomber",
        "bombers",
        "bombing",
        "bombings",
        "massacre",
        "shooting",
        "gunman",
        "gunmen",
        "attacks",
        "attackers",
        "blasts",
    )
)
_KINDS = frozenset(
    ("suicide", "terror", "terrorist", "mass", "truck", "car", "church", "mosque", "arena", "school", "nightclub",
     "concert", "hall", "airport", "metro", "subway", "train", "hotel", "marathon", "police", "market", "mall")
)  # fmt: skip
_QUARTERS = ("neighborhoods", "neighbourhoods", "districts", "quarters", "suburbs", "villages", "towns")
_ORIGINS = ("from", "of")
_ON_BORDERS = ("along", "on", "across")
_LIST = 9  # Words.
_LONGEST = 3  # Words before the site's noun.


class PlainNames:
    """Reads them in one sentence; `demonyms` holds where its nationality words start, `shouted` is whether it is in
    capitals."""

    def __init__(
        self, text: str, words: Words, nouns: PlaceNouns, leads: Leads, demonyms: set[int], *, shouted: bool
    ) -> None:
        self._text, self._words, self._nouns, self._leads = text, words, nouns, leads
        self._demonyms, self._shouted, self._pack = demonyms, shouted, place_words()

    def site(self, at: int, last: Site | None) -> Site | None:
        """The site that begins at word `at` where a preposition leads to it, or the site before it owns it."""
        if self._words.starts[at] in self._demonyms and self._nouns.is_followed(at + 1, _ENVOYS):
            return self._residence(at)
        if self._words.lows[at] in ("line", "loc"):
            return self._line_of_control(at)
        if self._words.lows[at - 1 : at] in (["with"], ["between"]) and at > 1:
            return self._border(at)
        if (first := self._number(at)) >= 0:
            return self._numbered_street(first, last)
        if self._words.lows[at] in _NUMBERED:
            stop = at + 2 if "".join(self._words.lows[at + 1 : at + 2]).isdigit() else at
            rank = _QUARTER
        elif self._shouted and self._words.lows[at - 1] not in ("a", "an"):
            stop, rank = self._end_of_site(at), BUILDING
        else:
            return None
        start = self._words.starts[at]
        owned = last is not None and is_owned(self._text[last.end : start])
        lead = last.lead if last is not None and owned else self._leads.lead(at)[0]
        origins = () if self._words.lows[stop - 1] in _SEATS else _ORIGINS
        if stop == at or not (lead in self._pack.leads or lead in self._pack.reached or lead in origins):
            return None
        return Site(start, self._words.ends[stop - 1], rank, lead, None, None, actor=False)

    def _residence(self, at: int) -> Site | None:
        """ "The Japanese ambassador's residence"."""
        if "".join(self._words.lows[at + 2 : at + 3]) not in _HOMES:
            return None
        start, end = self._words.starts[at], self._words.ends[at + 2]
        return Site(start, end, BUILDING, self._leads.lead(at)[0], None, None, actor=False)

    def _line_of_control(self, at: int) -> Site | None:
        """ "The Line of Control (LoC)" and "the Line of Actual Control", as wide as the provinces that they part."""
        for tail in (["of", "control"], ["of", "actual", "control"]):
            stop = at + 1 + len(tail)
            if self._words.lows[at + 1 : stop] == tail:
                start, end = self._words.starts[at], self._words.ends[stop - 1]
                return Site(start, end, _REGION, self._leads.lead(at)[0], None, None, actor=False)
        return None

    def _border(self, at: int) -> Site | None:
        """ "The border with Orbia", "the border between Orbia and Sarmin": a place in one with its neighbours."""
        first, pair = at - 2, self._words.lows[at - 1] == "between"
        if self._words.lows[first] not in ("border", "frontier"):
            return None
        stop = self._end_of_nation(at)
        if pair and self._words.lows[stop : stop + 1] == ["and"]:
            stop = self._end_of_nation(stop + 1)
        lead = self._leads.lead(first)[0]
        if stop == at or not (lead in self._pack.leads or lead in _ON_BORDERS):
            return None
        start, end = self._words.starts[first], self._words.ends[stop - 1]
        return Site(start, end, _LAND_RANK, lead, None, None, actor=False)

    def _end_of_nation(self, at: int) -> int:
        """Where the longest name of a land ends that begins at a word, the word itself where none does."""
        ends = range(min(len(self._words.lows), at + _LONGEST), at, -1)
        return next((end for end in ends if self._is_land(" ".join(self._words.lows[at:end]))), at)

    def _is_land(self, name: str) -> bool:
        known = known_nation(name)
        return known is not None and known.rank <= 1

    def _number(self, at: int) -> int:
        """Where the number of "12th Street", "NO. 12 WEST STREET" or "9 OCTOBER AVENUE" begins that the capital at word `at`
        belongs to, -1 for none."""
        lows = self._words.lows
        if lows[at] == "no" and "".join(lows[at + 1 : at + 2]).isdigit():
            return at
        for first in (at - 1, at - 2):
            if first >= 0 and lows[first].isdigit() and lows[first + 1] in _ORDINAL:
                return first
        dated = at > 0 and lows[at] in _MONTHS and lows[at - 1].isdigit() and self._is_site(at + 1)
        return at - 1 if dated else -1

    def _is_site(self, at: int) -> bool:
        """Whether word `at` is the noun of a building, street or the like."""
        named = at < len(self._words.lows) and self._pack.nouns.get(self._words.lows[at]) == BUILDING
        return named and self._nouns.is_joined(at)

    def _numbered_street(self, at: int, last: Site | None) -> Site | None:
        """ "12th Street", "6TH EAST STREET", "9 OCTOBER AVENUE"; `at` is the number's word, `last` the site before, which may
        be the street that it crosses."""
        stop = at + 2
        while self._nouns.is_followed(stop, _COMPASS):
            stop += 1
        start = self._words.starts[at]
        crosses = (
            last is not None
            and self._text[last.end : start].split() in (["and"], ["AND"])
            and self._text[last.start : last.end].lower().endswith(tuple(_STREETS))
        )
        lead = last.lead if last is not None and crosses else self._leads.lead(at)[0]
        led = lead in self._pack.leads or lead in self._pack.reached or self._nouns.is_followed(stop, STREETS)
        dated = self._words.lows[at + 1] in _MONTHS and self._is_site(stop)
        if not led or not (dated or self._nouns.is_followed(stop, _STREETS)):
            return None
        return Site(start, self._words.ends[stop], _QUARTER, lead, None, None, actor=False)

    def listed(self, site: Site, last: Site | None) -> Site:
        """ "On Orbo Tellin and Sarmin neighborhoods", in text that lost its commas: all of them, `last` being the site before."""
        at, lows = bisect_left(self._words.starts, site.start), self._words.lows
        if at < 3 or lows[at - 1] != "and" or not self._text.endswith(_QUARTERS, site.start, site.end):
            return site
        first = at - 1
        while first and at - first < _LIST and self._may_be_listed(first - 1):
            first -= 1
        start = self._words.starts[first]
        if first == at - 1 or (last is not None and last.end > start):
            return site
        lead = self._leads.lead(first)[0]
        return (
            site._replace(start=start, lead=lead, actor=False)
            if lead in self._pack.leads | self._pack.reached
            else site
        )

    def _may_be_listed(self, at: int) -> bool:
        capital = (
            self._text[self._words.starts[at]].isupper() or self._words.lows[at] in self._pack.connectors
        )
        return capital and self._nouns.is_joined(at + 1)

    def names_attack(self, at: int, end: int) -> bool:
        """ "The Manchester suicide bomber": an attack that bears the name of the town in which it was; states attack."""
        nation = known_nation(" ".join(self._words.lows[at:end]))
        if nation is not None and nation.rank <= 1:
            return False
        stop = end
        while self._nouns.is_followed(stop, _KINDS) and stop - end < _LONGEST:
            stop += 1
        town = nation is None and self._nouns.is_followed(stop, ("attack", "shootings", "siege"))
        return town or self._nouns.is_followed(stop, _OUTRAGES)

    def of_nation(self, end: int) -> Site | None:
        """ "The Algerian border", "Syrian territory": a place noun with the nation's adjective alone."""
        rank, stop = self._nouns.behind(end)
        if self._shouted and self._nouns.is_followed(end, _LAND):
            rank, stop = self._pack.nouns.get(self._words.lows[end], 0), end + 1
        lead = self._leads.lead(end - 1)[0]
        led = lead in self._pack.leads or lead == "entered" or (lead == "on" and rank == 6)
        if stop != end + 1 or not led or self._words.lows[end] not in self._pack.national:
            return None
        if self._nouns.is_followed(stop, frozenset(self._pack.nouns)):
            return None
        if self._nouns.is_followed(stop, ("of", "named", "called")):
            return None
        return Site(
            self._words.starts[end - 1], self._words.ends[stop - 1], rank, lead, None, None, actor=False
        )

    def _is_naming(self, at: int) -> bool:
        trunk = self._words.lows[at] in POINTS and self._nouns.is_followed(at + 1, ("trunk",))
        return trunk or self._words.lows[at] in _NAMING or self._words.starts[at] in self._demonyms

    def _end_of_site(self, at: int) -> int:
        """Where the noun of a site ends that words of naming alone stand before, with the compass word behind it."""
        lows = self._words.lows
        if lows[at] in _COMPASS and self._nouns.is_followed(at + 1, _NAMING):
            stop = self._end_of_site(at + 1)  # "NORTH SECOND AVENUE".
            return at if stop == at + 1 else stop
        if not self._is_naming(at):
            return self._end_of_seat(at)
        for stop in range(at + 1, min(len(lows), at + 1 + _LONGEST)):
            if not self._nouns.is_joined(stop):
                return at
            if self._pack.nouns.get(lows[stop]) == BUILDING and lows[stop] not in BOUNDS:
                return stop + 2 if self._nouns.is_followed(stop + 1, _COMPASS) else stop + 1
            if not self._is_naming(stop):
                return self._end_of_seat(at)
        return at

    def _end_of_seat(self, at: int) -> int:
        """Where "THE SALVADORAN NATIONAL GUARD HEADQUARTERS" ends: the seat of an armed service, by its own name."""
        lows, stop = self._words.lows, at
        while stop < len(lows) and (lows[stop] in _SERVICES or self._is_naming(stop)):
            stop += 1
            if not (stop < len(lows) and self._nouns.is_joined(stop)):
                return at
        told = not _SERVICES.isdisjoint(lows[at:stop]) and stop < len(lows) and lows[stop] in _SEATS
        return stop + 1 if told else at
