"""The place names of one sentence: found by the words around them, by place nouns, and by the gazetteer."""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from cenotaph.find.folding import fold
from cenotaph.find.lexicon import lexicon
from cenotaph.find.parties import nations
from cenotaph.find.scan import PartyMention, Words
from cenotaph.language import load_pack

_JOINS = frozenset((" ", "-", "- ", "\n", " -", "\u00a0"))
_UNKNOWN_RANK = 4
# Tags of words that cannot stand inside a name in capitals: verbs, function words, harm.
_NOT_NAMES = frozenset("ADBSmntobPgi&crpOaLRWKkxIhEHwF")
_KIND_RANKS = {"site": 6, "city": 4, "district": 3, "region": 2, "area": 2, "water": 2, "country": 1, "world": 0}


class Known(NamedTuple):
    """What the gazetteer knows of a name: its rank (see the pack `places`), country (ISO 3166 alpha-2) and key."""

    rank: int
    country: str | None
    key: str | None


class Site(NamedTuple):
    """A place name at `start`–`end` (with its place noun). `rank`: how narrow it is, as in the pack `places`.

    `lead` is the word that leads to it ("in"), "" where none does; `actor` where it stands for a state that acts.
    """

    start: int
    end: int
    rank: int
    lead: str
    country: str | None
    key: str | None
    actor: bool


class PlaceWords(NamedTuple):
    """The pack `places` as sets."""

    nouns: dict[str, int]
    before: frozenset[str]
    toward: frozenset[str]
    directions: frozenset[str]
    connectors: frozenset[str]
    reference: frozenset[str]
    bodies: frozenset[str]
    incident: frozenset[str]
    since: frozenset[str]


Gazetteer = Callable[[str], Known | None]


@cache
def place_words() -> PlaceWords:
    """The English words around place names."""
    pack = load_pack("places")
    nouns = {noun: int(rank) for rank, words in pack["nouns"].items() for noun in words}
    sets = (frozenset(pack[field]) for field in PlaceWords._fields[1:])
    return PlaceWords(nouns, *sets)


def known_nation(folded: str) -> Known | None:
    """What the names of states and their capitals tell about a place."""
    party = nations().get(folded)
    if party is None or party.kind not in ("country", "capital", "metonym"):
        return None
    if party.kind == "metonym" and party.side != "Palestine":
        return None
    return Known(4 if party.kind == "capital" else 1, party.iso, None)


class SiteFinder:
    """Finds the place names of one sentence; made once a sentence, `sites()` does the work."""

    def __init__(self, text: str, words: Words, found: list[PartyMention], gazetteer: Gazetteer, *, caps: bool) -> None:
        self._text, self._words, self._caps, self._gazetteer = text, words, caps, gazetteer
        self._pack = place_words()
        self._groups = {mention.start: mention for mention in found if mention.party.kind in ("group", "force")}
        self._demonyms = {mention.start for mention in found if mention.party.kind in ("demonym", "people")}

    def sites(self) -> list[Site]:
        """The place names, left to right."""
        out, at = [], 0
        while at < len(self._words.lows):
            end = self._run(at)
            if end == at:
                at += 1
                continue
            out += self._named(at, end)
            at = end
        return out

    def _run(self, at: int) -> int:
        """The end of the name that starts at word `at`, `at` itself where none does."""
        if not self._namey(at):
            return at
        group = self._groups.get(self._words.starts[at])
        if group is not None:
            return next(i for i in range(at, len(self._words.ends)) if self._words.ends[i] >= group.end) + 1
        end = at + 1
        while end < len(self._words.lows) and self._joined(end):
            if self._namey(end) and not (self._caps and self._words.lows[end - 1] in self._pack.nouns and end - at > 1):
                end += 1
            elif self._words.lows[end] in self._pack.connectors and end + 1 < len(self._words.lows) and self._namey(end + 1) and self._joined(end + 1):
                end += 2
            else:
                break
        return end

    def _joined(self, at: int) -> bool:
        gap = self._text[self._words.ends[at - 1] : self._words.starts[at]]
        return gap in _JOINS or (gap.isspace() and gap.count("\n") < 2 and self._caps)

    def _namey(self, at: int) -> bool:
        low = self._words.lows[at]
        start = self._words.starts[at]
        if not self._text[start].isupper():
            return (low in ("al", "el", "ash") and at + 1 < len(self._words.lows)
                    and self._text[self._words.starts[at + 1]].isupper() and self._joined(at + 1))
        lex = lexicon()
        if self._caps:
            entry = lex.words.get(low)
            if entry is not None and entry.tag in _NOT_NAMES and low not in self._pack.nouns:
                return False
            return lex.common.get(low, "M") not in "Wwa"
        if at == 0 or self._text[max(0, start - 2) : start].strip() in (".", '"', "“", ":"):
            entry = lex.words.get(low)
            if entry is not None and entry.tag in _NOT_NAMES and low not in self._pack.nouns:
                return False
        return low not in ("i", "the", "a", "an", "in", "on", "at", "from", "of")

    def _named(self, at: int, end: int) -> list[Site]:
        if self._words.starts[at] in self._groups:
            return []
        while at < end and (self._words.starts[at] in self._demonyms or (self._words.lows[at] in self._pack.directions and end - at > 1 and self._words.lows[at] not in ("new", "old", "north", "south", "west", "east"))):
            at += 1
        if at == end:
            return []
        lead, noun_rank = self._lead(at)
        noun = self._noun_behind(end)
        site = self._whole(at, end, lead, noun_rank, noun)
        return [site] if site else []

    def _noun_behind(self, end: int) -> int:
        """The rank of the place noun right behind a name, 0 where there is none."""
        if self._caps or end >= len(self._words.lows) or not self._joined(end):
            return 0
        return self._pack.nouns.get(self._words.lows[end], 0)

    def _whole(self, at: int, end: int, lead: str, noun_rank: int, behind: int) -> Site | None:
        lows = self._words.lows
        name = " ".join(lows[at:end])
        last = lows[end - 1]
        known = self._gazetteer(name)
        inner = self._pack.nouns.get(last, 0) if end - at > 1 else 0
        if last in self._pack.bodies and not inner and known is None:
            return None
        if known is None and inner:
            known = self._gazetteer(" ".join(lows[at : end - 1]))
        rank = behind or inner or noun_rank or (known.rank if known else _UNKNOWN_RANK)
        if not (known or behind or inner or noun_rank) and not self._led(lead, at, end):
            return None
        if self._caps and known is None and not self._uncommon(at, end):
            return None
        stop = self._words.ends[end] if behind else self._words.ends[end - 1]
        country, key = (known.country, known.key) if known else (None, None)
        return Site(self._words.starts[at], stop, rank, lead, country, key, self._acts(end, lead))

    def _led(self, lead: str, at: int, end: int) -> bool:
        return lead in ("in", "near", "at", "outside", "around", "inside", "across", "over", "within", "throughout", "outskirts") and not self._digit(at, end)

    def _digit(self, at: int, end: int) -> bool:
        months = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
                  "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
                  "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "ramadan", "christmas", "easter", "english", "arabic", "islam", "congress", "gmt")
        return self._words.lows[at] in months or self._words.lows[end - 1] in ("saying", "media")

    def _uncommon(self, at: int, end: int) -> bool:
        lex = lexicon()
        return any(low not in lex.common and low not in lex.words and low not in self._pack.nouns and not low[0].isdigit() for low in self._words.lows[at:end])

    def _lead(self, at: int) -> tuple[str, int]:
        """The preposition before a name, over directions and "city of", and the rank of that noun."""
        lows, rank, back = self._words.lows, 0, at - 1
        for _ in range(9):
            if back < 0:
                return "", rank
            low = lows[back]
            if low == "of" and back and lows[back - 1] in self._pack.nouns:
                rank = rank or self._pack.nouns[lows[back - 1]]
                back -= 2
            elif low in self._pack.before:
                return low, rank
            elif low in self._pack.toward:
                return low, rank
            elif low == "of" and back and (lows[back - 1] in self._pack.reference or lows[back - 1] in ("outskirts", "parts", "part")):
                return "of" if lows[back - 1] in self._pack.reference else "in", rank
            elif low in self._pack.nouns and not rank and back == at - 1:
                rank = self._pack.nouns[low]
                back -= 1
            elif low in self._pack.directions or self._words.starts[back] in self._demonyms or low.endswith(("-held", "ed")) or (
                lexicon().common.get(low) == "J"
            ) or low in ("held", "main", "own", "other"):
                back -= 1
            else:
                known = known_nation(low)
                if known and known.rank == 1:
                    back -= 1
                    continue
                return "", rank
        return "", rank

    def _acts(self, end: int, lead: str) -> bool:
        """Whether a place without a preposition stands for those who speak or act ("Kiev accused", "Ukraine's army")."""
        return not lead


def site_name(text: str, site: Site) -> str:
    """The verbatim name on one line."""
    return " ".join(text[site.start : site.end].split())


def folded_site(text: str, site: Site) -> str:
    """The name as it is compared."""
    return fold(text[site.start : site.end])
