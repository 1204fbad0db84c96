"""Seats of bodies that an attack hits, in copy in capitals, where nothing but the words tells a name: "NEAR THE CTO [ORBO WORKERS
UNION] HEADQUARTERS", "THE OFFICES OF EL ORBO", "THE ARMY'S 3D INFANTRY BRIGADE", "THE ATTACK ON THE CTO"."""

import re
from bisect import bisect_left
from functools import lru_cache

from cenotaph.find.place.names.institutions import SCHOOLS, Institutions
from cenotaph.find.place.names.known_names import KnownNames
from cenotaph.find.place.names.place_nouns import BUILDING, PlaceNouns
from cenotaph.find.place.names.place_words import place_words
from cenotaph.find.place.names.site import Site
from cenotaph.find.text.lexicon import lexicon
from cenotaph.find.text.scan import PartyMention, Words

_TOWN = 4  # A rank.
_REACH = 14  # Words before the name.
_LONGEST = 7  # Words of a name.
_NEAR = frozenset(("near", "outside", "inside", "behind", "at", "in", "on", "against", "into", "entered"))
_TAKEN = frozenset(
    ("attacked", "stormed", "bombed", "shelled", "raided", "occupied", "seized", "machinegunned", "dynamited")
)
_TAKING = frozenset(("takeover", "seizure", "occupation", "siege", "bombing", "storming", "shelling"))
_PARTS = frozenset(("front", "vicinity", "outside", "entrance", "gates"))
_LYING = frozenset(("located", "situated", "lies", "lying"))
_NO_NAME = frozenset(("the", "a", "an", *_PARTS))
_BESIDE = frozenset(("close", "next"))
_BURST = frozenset(
    ("exploded", "exploding", "detonated", "fired", "thrown", "threw", "hurled", "bombs", "shots", "placed")
)
_OWNERS = frozenset(("the", "army", "police", "armys", "national", "local", "main", "government"))
_SEATS = frozenset(
    ("headquarters", "installations", "facilities", "facility", "offices", "office", "premises", "branch")
)
# Bodies of which each has one seat, which bears its name alone.
_HOUSES = frozenset(("bank", "newspaper", "palace", "ministry", "embassy", "courthouse"))
# "THE PRESIDENTIAL PALACE": a state has one of each.
_OF_STATE = frozenset(("presidential", "government", "justice", "legislative"))
_STATE_HOUSES = ("palace", "house")
_UNITS = frozenset(("brigade", "regiment", "garrison", "barracks"))
_BESIDE_UNITS = frozenset(("near", "outside", "inside", "front", "vicinity", "close", "next"))
_BODIES = frozenset(
    (
        "federation",
        "union",
        "department",
        "association",
        "committee",
        "company",
        "institute",
        "university",
        "network",
        "corporation",
        "ministry",
        "center",
        "confederation",
        "directorate",
        "party",
        "alliance",
        "staff",
        "guard",
        "police",
        "movement",
    )
)
_ATTACKED = frozenset(
    ("party", "alliance", "movement", "guard", "police", "staff")
)  # By no seat: their people.
_AT = frozenset(("on", "against", "at"))
_ORDINAL = frozenset(("st", "nd", "rd", "th", "d"))
_NAME = frozenset("NJMv")  # Tags of words that names are made of.
_PLAIN = re.compile(r"(?:['’][Ss])?\s+|")
_GLOSS = re.compile(r"\s*[\[(][^\])]{2,90}[\])]\s+(?=\w)")
_BEHIND = re.compile(r"\s?[\[(][^\])]{2,90}[\])]")
_IN_FULL = re.compile(r"[A-Z][A-Z' \n-]{7,90}[\[(]([A-Z]{3,11})[\])]")
_QUOTED = re.compile(r"[\"“][A-Z0-9][A-Z0-9 .'-]{1,30}[\"”]\s+(?=[A-Z])")
_OF = frozenset(("and", "for", "the"))
_EXPLAINED = re.compile(r"\b([A-Z][A-Z-]{2,11}) [\[(]([A-Z][A-Z' \n-]{7,90})[\])]")
_SHORTENED = re.compile(r"((?:\b[A-Z'-]+\s+){2,9})[\[(]([A-Z]{3,11})[\])]")


class StruckSeats:
    """Reads them in one sentence; `demonyms` holds where its nationality words start, `groups` the armed groups and forces."""

    def __init__(
        self,
        text: str,
        words: Words,
        readers: tuple[PlaceNouns, KnownNames, Institutions],
        parties: tuple[dict[int, PartyMention], set[int]],
    ) -> None:
        self._text, self._words, self._pack = text, words, place_words()
        self._nouns, self._names, self._seats = readers
        self._groups, self._demonyms = parties
        self._tags, self._common = lexicon().words, lexicon().common

    def site(self, at: int) -> Site | None:
        """The seat whose name begins at word `at`, where an attack leads to it."""
        first = at - 1 if self._is_ordinal(at) else at
        quoted = self._quoted(at)
        if quoted is not None:
            return quoted
        lead = self._lead(first) if self._words.lows[first] not in _NO_NAME else None
        if lead is None or not self._is_of_violence(first):
            return None
        stop = self._end(first, lead)
        if stop == first or self._is_of_somebody(stop):
            return None
        end = self._words.ends[stop - 1]
        behind = _BEHIND.match(self._text, end)
        end = behind.end() if behind is not None else end
        return Site(self._words.starts[first], end, BUILDING, "at", None, None, actor=False)

    def _quoted(self, at: int) -> Site | None:
        """ "IN THE "GENERAL ORBO" NEIGHBORHOOD", "THE "BLUE ROOM" BAR": a name in quotation marks with its noun behind."""
        name = _QUOTED.match(self._text, self._words.starts[at] - 1)
        if name is None:
            return None
        noun = bisect_left(self._words.starts, name.end())
        low = "".join(self._words.lows[noun : noun + 1])
        rank = max(self._pack.nouns.get(low, 0), BUILDING if low in self._pack.premises else 0)
        lead = self._lead(at) if rank > _TOWN else None
        if lead is None or (low in self._pack.premises and not self._is_of_violence(at)):
            return None
        start, end = self._words.starts[at], self._words.ends[noun]
        return Site(start, end, rank, "at" if lead in _AT else lead, None, None, actor=False)

    def _is_ordinal(self, at: int) -> bool:
        """Whether a word ends a number: "3D", "1ST"."""
        before = self._words.lows[at - 1] if at else ""
        return before.isdigit() and self._words.lows[at] in _ORDINAL

    def _lead(self, at: int) -> str | None:
        """What leads to word `at` over "the" and its owner: "near", "front" ("in front of"), "takeover"."""
        lows, back = self._words.lows, at - 1
        while back > 0 and (lows[back] in _OWNERS or self._is_nation(back)):
            if not self._runs_on(back + 1):
                return None
            back -= 1
        if back < 0 or not self._runs_on(back + 1):
            return None
        before = lows[back - 1] if back else ""
        if before in _LYING:
            return None
        if lows[back] == "of" and before in _TAKING | _PARTS:
            return before
        if lows[back] == "to" and before in _BESIDE:
            return before
        return lows[back] if lows[back] in _NEAR | _TAKEN else None

    def _is_nation(self, at: int) -> bool:
        """Whether word `at` says whose by its country, "salvadoran", or begins "the Salvadoran army"."""
        return self._words.starts[at] in self._demonyms | self._groups.keys()

    def _runs_on(self, at: int) -> bool:
        gap = self._text[self._words.ends[at - 1] : self._words.starts[at]]
        return _PLAIN.fullmatch(gap.rstrip('"“')) is not None

    def _is_of_violence(self, at: int) -> bool:
        """Whether the words before tell of an attack."""
        before = self._words.lows[max(0, at - _REACH) : at]
        return not (self._pack.incident | self._pack.violent | _BURST | _TAKEN | _TAKING).isdisjoint(before)

    def _end(self, at: int, lead: str) -> int:
        """Where the name ends, `at` itself where none begins."""
        lows = self._words.lows
        if lows[at] in _SEATS and self._nouns.is_followed(at + 1, ("of",)):
            return self._end_of_owner(at + 2) or at
        stop = self._seats.end(at)
        if stop > at and lows[at] not in SCHOOLS:
            return stop
        if lows[at] in _OF_STATE and self._nouns.is_followed(at + 1, _STATE_HOUSES):
            return at + 2
        last = at
        while self._may_name(last) and (stop := self._next(last)) and stop - at < _LONGEST:
            if lows[stop] in _SEATS:
                return stop + 1 if self._is_named(at, last + 1) else at
            if lows[stop] in _HOUSES and lows[stop + 1 : stop + 2] != ["branch"]:
                return stop + 1 if self._is_own(at, last + 1) else at
            if lows[stop] in _UNITS:
                return stop + 1 if lead in _BESIDE_UNITS and lows[at].isdigit() else at
            last = stop
        return self._end_of_body(at, lead) or at

    def _end_of_body(self, at: int, lead: str) -> int:
        """Where a body ends that is hit itself, told by its letters or in full with these behind it; 0 for none."""
        if self._is_glossed(at):
            return at + 1 if lead in _AT | _TAKEN | _TAKING else 0
        full = _IN_FULL.match(self._text, self._words.starts[at])
        if full is None or full[1] not in bodies(self._text):
            return 0
        stop = bisect_left(self._words.starts, full.start(1))
        lows = self._words.lows
        named = all(lows[i] in _OF or self._is_in_name(i, at) for i in range(at, stop))
        is_force = self._words.starts[at] in self._groups
        return stop if named and (not is_force or lead in _BESIDE_UNITS) else 0

    def _is_of_somebody(self, stop: int) -> bool:
        """ "AGAINST CTO [ORBO WORKERS UNION] DIRECTOR LUIS ORBO": whether a name goes on with whose it is."""
        behind = self._next(stop - 1)
        low = self._words.lows[behind] if behind else ""
        if self._words.lows[stop - 1] in _SEATS:
            return behind > 0 and self._tag(low) in ("N", "M")
        return behind > 0 and (self._may_name(behind) or self._tag(low) == "V")

    def _end_of_owner(self, at: int) -> int:
        """Where the body ends whose seat was told before: "OF THE ORBO WORKERS UNION", "OF EL ORBO"; 0 for none."""
        lows = self._words.lows
        at += lows[at : at + 1] == ["the"]
        stop = at
        while (
            stop < min(len(lows), at + _LONGEST)
            and self._is_in_name(stop, at)
            and (stop == at or self._runs_on(stop))
        ):
            stop += 1
        return stop if stop > at and self._is_named(at, stop) else 0

    def _next(self, at: int) -> int:
        """The word that goes on with word `at`, be it over words that explain it, 0 for none."""
        gloss = _GLOSS.match(self._text, self._words.ends[at])
        if gloss is not None:
            return bisect_left(self._words.starts, gloss.end()) % len(self._words.starts)
        return at + 1 if at + 1 < len(self._words.starts) and self._runs_on(at + 1) else 0

    def _is_in_name(self, at: int, first: int) -> bool:
        """Whether a word goes into a name from word `first` on, "of" behind a body's noun among them."""
        lows = self._words.lows
        return self._may_name(at) or (lows[at] == "of" and at > first and lows[at - 1] in _BODIES)

    def _may_name(self, at: int) -> bool:
        low = self._words.lows[at]
        if (
            low.isdigit()
            or low in _ORDINAL
            or low in self._pack.connectors
            or self._words.starts[at] in self._demonyms
        ):
            return True
        return self._tag(low) in _NAME or self._common.get(low, "-") in _NAME

    def _tag(self, low: str) -> str:
        """What the lexicon or else the word list has a word for; a name where neither has it."""
        entry = self._tags.get(low)
        return entry.tag if entry is not None else self._common.get(low, "M")

    def _is_named(self, at: int, stop: int) -> bool:
        """Whether the words are a body's name and no description ("THE MILITARY HEADQUARTERS")."""
        if self._words.starts[at] in self._groups or any(
            low in self._pack.times for low in self._words.lows[at:stop]
        ):
            return False
        lows = self._words.lows
        long = stop - at > 1 and (lows[stop - 1] in _BODIES or (lows[at] in _BODIES and lows[at + 1] == "of"))
        letters = self._text[self._words.starts[at] : self._words.ends[at]]
        return long or self._is_own(at, stop) or letters in explained(self._text)

    def _is_own(self, at: int, stop: int) -> bool:
        """Whether a word stands there that only names have, or letters that the report explains."""
        return self._names.is_uncommon(at, stop) or self._is_glossed(at)

    def _is_glossed(self, at: int) -> bool:
        """Whether a word is the letters of a body that has a seat."""
        name = self._text[self._words.starts[at] : self._words.ends[at]]
        return self._words.starts[at] not in self._groups and name in bodies(self._text)


@lru_cache(maxsize=4)
def explained(text: str) -> dict[str, str]:
    """The letters that a report explains, with what they stand for: "CTO [ORBO WORKERS UNION]"."""
    return {**dict(_EXPLAINED.findall(text)), **{short: full for full, short in _SHORTENED.findall(text)}}


@lru_cache(maxsize=4)
def bodies(text: str) -> frozenset[str]:
    """The letters of bodies that have a seat, other than parties and forces."""
    seated = _BODIES - _ATTACKED
    return frozenset(
        short for short, full in explained(text).items() if not seated.isdisjoint(full.lower().split())
    )
