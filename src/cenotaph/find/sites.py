"""The place names of one sentence: found by the words around them, by place nouns, and by the gazetteer."""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from cenotaph.find.lexicon import lexicon
from cenotaph.find.parties import nations
from cenotaph.find.scan import PartyMention, Words
from cenotaph.language import load_pack

_JOINS = frozenset((" ", "-", "- ", "\n", " -", "\u00a0"))
_ARTICLES = frozenset(("al", "el", "ash"))
_UNKNOWN_RANK = 4
_LONGEST = 5  # Longer runs of capitalised words are lists that lost their commas, or headlines.
# Tags of words that cannot stand inside a name in capitals: verbs, function words, harm.
_NOT_NAMES = frozenset("ADBSmntobPgi&crpOaLRWKkxIhEHwF")
_KIND_RANKS = {
    "site": 6,
    "city": 4,
    "district": 3,
    "region": 2,
    "area": 2,
    "water": 2,
    "country": 1,
    "world": 0,
}


class Known(NamedTuple):
    """What the gazetteer knows of a name: its rank (see the pack `places`), country (ISO 3166 alpha-2) and key.

    `sure` is False where the report names nothing else of that country and the place is no large one.
    """

    rank: int
    country: str | None
    key: str | None
    sure: bool = True


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
    leads: frozenset[str]
    hits: frozenset[str]
    between: frozenset[str]
    titles: frozenset[str]
    vast: frozenset[str]
    times: frozenset[str]
    apart: frozenset[str]
    violent: frozenset[str]
    shift: frozenset[str]


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
    return Known({"capital": 4, "metonym": 2}.get(party.kind, 1), party.iso, None)


class SiteFinder:
    """Finds the place names of one sentence; made once a sentence, `sites()` does the work."""

    def __init__(
        self, text: str, words: Words, found: list[PartyMention], gazetteer: Gazetteer, *, caps: bool
    ) -> None:
        self._text, self._words, self._caps, self._gazetteer = text, words, caps, gazetteer
        self._pack = place_words()
        self._groups = {
            mention.start: mention for mention in found if mention.party.kind in ("group", "force")
        }
        self._demonyms = {mention.start for mention in found if mention.party.kind in ("demonym", "people")}
        self._large = [at for at, start in enumerate(words.starts) if text[start].isupper()]
        self._caps = caps or (len(self._large) * 2 > len(words.starts) and self._is_titled())
        lex = lexicon()
        self._tags, self._common = lex.words, lex.common

    def sites(self) -> list[Site]:
        """The place names, left to right."""
        out, reach = list[Site](), 0
        for at in self._large:
            if at < reach:
                continue
            if at and self._words.lows[at - 1] in _ARTICLES and at - 1 >= reach and self._joined(at):
                at -= 1
            end = self._run(at)
            if end > at:
                out += self._named(at, end, out[-1] if out else None)
                reach = end
        return out

    def _is_titled(self) -> bool:
        """Whether the sentence is a headline with most words capitalised."""
        words = len(self._words.starts) - sum(low[0].isdigit() for low in self._words.lows)
        return words > 4 and len(self._large) * 10 > words * 6

    def _run(self, at: int) -> int:
        """The end of the name that starts at word `at`, `at` itself where none does."""
        if not self._namey(at):
            return at
        group = self._groups.get(self._words.starts[at])
        if group is not None:
            return next(i for i in range(at, len(self._words.ends)) if self._words.ends[i] >= group.end) + 1
        end = at + 1
        while end < len(self._words.lows) and self._joined(end):
            if self._namey(end) and not (
                self._caps and self._words.lows[end - 1] in self._pack.nouns and end - at > 1
            ):
                end += 1
            elif (
                self._words.lows[end] in self._pack.connectors
                and end + 1 < len(self._words.lows)
                and self._namey(end + 1)
                and self._joined(end + 1)
            ):
                end += 2
            else:
                break
        return end

    def _joined(self, at: int) -> bool:
        gap = self._text[self._words.ends[at - 1] : self._words.starts[at]]
        return gap in _JOINS or (gap.isspace() and gap.count("\n") < 2 and self._caps)

    def _runs_on(self, at: int) -> bool:
        """Whether no sign but a quotation mark or bracket stands before word `at`."""
        return not self._text[self._words.ends[at - 1] : self._words.starts[at]].strip(" \n\u00a0-\"“‘'’([")

    def _namey(self, at: int) -> bool:
        low = self._words.lows[at]
        start = self._words.starts[at]
        if low in self._pack.times or (at and start in self._groups):
            return False
        if not self._text[start].isupper():
            return (
                low in _ARTICLES
                and at + 1 < len(self._words.lows)
                and self._text[self._words.starts[at + 1]].isupper()
                and self._joined(at + 1)
            )
        if self._caps:
            entry = self._tags.get(low)
            if entry is not None and entry.tag in _NOT_NAMES and low not in self._pack.nouns:
                return False
            return self._common.get(low, "M") not in "Wwav" and low not in self._pack.incident
        if at == 0 or self._text[max(0, start - 2) : start].strip() in (".", '"', "“", ":"):
            entry = self._tags.get(low)
            if entry is not None and entry.tag in _NOT_NAMES and low not in self._pack.nouns:
                return False
        return low not in ("i", "the", "a", "an", "in", "on", "at", "from", "of")

    def _named(self, at: int, end: int, last: Site | None) -> list[Site]:
        if self._words.starts[at] in self._groups or self._words.lows[at] in self._pack.titles:
            return []
        first = at
        while (
            at == 0
            and end - at > 1
            and self._common.get(self._words.lows[at])
            and self._words.lows[at] not in self._pack.nouns
        ):
            at += 1
        while at < end and (
            self._words.starts[at] in self._demonyms
            or (
                self._words.lows[at] in self._pack.directions
                and end - at > 1
                and self._words.lows[at] not in ("new", "old", "north", "south", "west", "east")
            )
        ):
            at += 1
        if at == end:
            return self._of_nation(end)
        lead, noun_rank = self._lead(at)
        listed = (
            not lead
            and last is not None
            and self._text[last.end : self._words.starts[at]].strip() in (",", "and", ", and", "AND", ", AND")
        )
        site = self._whole(at, end, last.lead if listed and last else lead, noun_rank)
        if listed and site is not None and site.country is None:
            return []
        if site is not None and first < at and site.country is None and site.rank == _UNKNOWN_RANK:
            return []
        return [site] if site else []

    def _of_nation(self, end: int) -> list[Site]:
        """ "The Algerian border", "Syrian territory": a place noun with the nation's adjective alone."""
        rank, stop = self._noun_behind(end)
        lead = self._lead(end - 1)[0]
        if (
            rank not in (2, 6)
            or stop != end + 1
            or not (lead in self._pack.leads or (lead == "on" and rank == 6))
        ):
            return []
        return [
            Site(self._words.starts[end - 1], self._words.ends[stop - 1], rank, lead, None, None, actor=False)
        ]

    def _noun_behind(self, end: int) -> tuple[int, int]:
        """The rank of the place noun behind a name ("Sarmada refugee camp") and the end of it; (0, `end`) for none."""
        lows = self._words.lows
        for stop in (end + 1, end + 2):
            if (
                stop > len(lows)
                or not self._joined(stop - 1)
                or (stop == end + 2 and lows[end] not in self._pack.between)
            ):
                break
            rank = self._pack.nouns.get(lows[stop - 1], 0)
            if rank and not (self._caps and stop == end + 1):
                return rank, stop
        return 0, end

    def _whole(self, at: int, end: int, lead: str, noun_rank: int) -> Site | None:
        lows = self._words.lows
        behind, stop = self._noun_behind(end)
        if behind and lows[stop : stop + 1] and lows[stop] in ("of", "named", "called"):
            return None
        if end < len(lows) and lows[end] in self._pack.bodies and self._joined(end) and not behind:
            return None
        inner = self._pack.nouns.get(lows[end - 1], 0) if end - at > 1 else 0
        known = self._known(at, end) or (self._known(at, end - 1, noun=True) if inner else None)
        if known is None and not inner and not behind and set(lows[at:end]) & self._pack.bodies:
            return None
        if known is None and end - at > _LONGEST:
            return None
        rank = behind or inner or noun_rank or (known.rank if known else _UNKNOWN_RANK)
        if not (known or behind or inner or noun_rank or lead in self._pack.leads):
            return None
        if (
            self._caps
            and not self._uncommon(at, end)
            and not (known is not None and (inner or known.rank < 2))
        ):
            capital = known is not None and known_nation(" ".join(lows[at:end])) is not None
            if not capital:
                return None
        if " ".join(lows[at:end]) in self._pack.vast:
            rank = 0
        actor = not lead and not (behind or inner or noun_rank)
        shouted = (
            self._text[self._words.starts[at] : self._words.ends[end - 1]].isupper()
            and self._words.ends[end - 1] - self._words.starts[at] > 3
        )
        if actor and (
            self._caps
            or shouted
            or (known is not None and not known.sure)
            or (self._text.startswith(("'s", "’s"), self._words.ends[end - 1]) and rank > 2)
        ):
            return None
        if known is not None and not known.sure and rank >= 5:
            known = None
        country, key = (known.country, known.key) if known else (None, None)
        return Site(self._words.starts[at], self._words.ends[stop - 1], rank, lead, country, key, actor)

    def _known(self, at: int, end: int, *, noun: bool = False) -> Known | None:
        """What the gazetteer knows; English words in capitals or at the head of a sentence are no names, unless with a
        place `noun`."""
        if (
            (self._caps or at == 0)
            and not noun
            and not self._uncommon(at, end)
            and not known_nation(" ".join(self._words.lows[at:end]))
        ):
            return None
        name = " ".join(self._words.lows[at:end])
        party = nations().get(name)
        return None if party is not None and known_nation(name) is None else self._gazetteer(name)

    def _uncommon(self, at: int, end: int) -> bool:
        """Whether a name in capitals has a word that is no English one."""
        nouns = self._pack.nouns
        return any(
            low not in self._common and low not in self._tags and low not in nouns and not low[0].isdigit()
            for low in self._words.lows[at:end]
        )

    def _lead(self, at: int) -> tuple[str, int]:
        """The word that leads to a name, over directions and "the city of", and the rank of that noun."""
        lows, rank, back = self._words.lows, 0, at - 1
        while back >= max(0, at - 9) and self._runs_on(back + 1):
            low = lows[back]
            if low == "of" and back:
                noun = lows[back - 1]
                if noun in self._pack.nouns:
                    rank, back = rank or self._pack.nouns[noun], back - 2
                    continue
                return self._of(noun), rank
            if low == "as":
                place = back > 1 and lows[back - 1] == "known" and lows[back - 2] in self._pack.nouns
                return ("known", max(rank, 5)) if place else ("of", rank)
            if low in self._pack.before or low in self._pack.toward:
                return self._apart(back) or low, rank
            if low in self._pack.nouns and back == at - 1:
                rank = self._pack.nouns[low]
            elif not self._modifies(back) and not (rank and self._describes(back)):
                break
            back -= 1
        return "", rank

    def _describes(self, at: int) -> bool:
        """A noun or adjective before a place noun ("the disputed separatist region of")."""
        low = self._words.lows[at]
        known = self._tags.get(low)
        return self._common.get(low) in ("J", "N", "V") and (known is None or known.tag in "JVN")

    def _of(self, noun: str) -> str:
        """ "North of", "outskirts of", "the shelling of"."""
        if noun in self._pack.reference or noun in self._pack.apart or noun.isdigit():
            return "of"
        return "in" if noun in self._pack.hits or noun in self._pack.incident else ""

    def _apart(self, back: int) -> str:
        """ "Told reporters in Geneva", "born in Mosul": where somebody spoke or comes from, not where harm was done."""
        return "from" if set(self._words.lows[max(0, back - 2) : back]) & self._pack.apart else ""

    def _modifies(self, at: int) -> bool:
        low = self._words.lows[at]
        if (
            low in self._pack.directions
            or self._words.starts[at] in self._demonyms
            or low.endswith(("ed", "held", "ly"))
        ):
            return True
        if self._text[self._words.ends[at] : self._words.ends[at] + 1] == "-":
            return True
        known = self._gazetteer(low) if self._text[self._words.starts[at]].isupper() else None
        return self._common.get(low) == "J" or (known is not None and known.rank <= 2)


def site_name(text: str, site: Site) -> str:
    """The verbatim name on one line."""
    return " ".join(text[site.start : site.end].split())
