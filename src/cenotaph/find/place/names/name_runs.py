"""Where a name that may be a place's begins and ends among the words of a sentence."""

from collections.abc import Mapping

from cenotaph.find.counts.numerals import number_words
from cenotaph.find.place.names.place_nouns import TOWN, PlaceNouns
from cenotaph.find.place.names.place_words import known_nation, place_words
from cenotaph.find.place.names.site_words import VESSELS
from cenotaph.find.text.lexicon import lexicon
from cenotaph.find.text.scan import PartyMention, Words
from cenotaph.find.whose.parties import nations

ARTICLES = frozenset(("al", "el", "ash"))
_NEVER = frozenset(
    (
        "i",
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "from",
        "of",
        "it",
        "he",
        "she",
        "they",
        "we",
        "this",
        "that",
        "there",
        "situ",
        "ive",
        "im",
        "its",
        "weve",
        "theyre",
        "youre",
        "dont",
        "didnt",
        "cant",
        "tags",
        "last",
        "past",
    )
)
# Tags of words that cannot stand inside a name in capitals (verbs, function words, harm), and in no name (harm).
_NOT_NAMES = frozenset("ADBSmntobPgi&crpOaLRWKkxIhEHwFe")
_VAGUE = frozenset(("dozens", "scores", "hundreds", "thousands", "several", "many", "some", "over", "more"))
_SMALL = frozenset(("ezzor", "azzor"))  # "Deir ezzor".
_SMALL_PLACES = ("village", "town", "community", "district", "settlement", "hamlet", "ward")
_SHOUT = 4  # Letters.
# Who speaks at the end of a headline that lost its signs: "Five Killed in Aleppo SANA".
TELLERS = frozenset(
    ("sana", "sohr", "irna", "tass", "wafa", "afp", "ap", "ngo", "monitor", "monitors", "activists")
)
_SPEAKING = frozenset(
    (
        "state",
        "army",
        "government",
        "regime",
        "forces",
        "troops",
        "opposition",
        "media",
        "television",
        "military",
    )
)
_HARM = frozenset("KkxI")
_WHEN = frozenset(("last", "next", "early", "late"))
_DOING = frozenset("Wf")  # Of those that no place has in its name.
_VERBS = frozenset("Wwavf")  # Of words that only a verb or an adverb has, or those who do something.
_PERSONS = "v"  # "IN TELLIN TROOPS CLASHED WITH".
_ITS = frozenset(("los", "las"))  # "BOULEVARD DE LOS HEROES".


def is_counting(low: str) -> bool:
    """Whether a word opens a count of people: "seven", "dozens", "over"."""
    return low in _VAGUE or low in number_words()


def is_titled(words: Words, large: int) -> bool:
    """Whether a sentence is a headline with most words capitalised, of which there are `large`."""
    count = len(words.starts) - sum(low[0].isdigit() for low in words.lows)
    return count > 4 and large * 10 > count * 6


class NameRuns:
    """Reads the names in one sentence's words; `parties` holds the armed groups and the words of nationality that start at
    an offset, `caps` is whether the words are capitals or a headline's."""

    def __init__(
        self,
        text: str,
        words: Words,
        parties: tuple[Mapping[int, PartyMention], set[int]],
        nouns: PlaceNouns,
        *,
        caps: bool,
    ) -> None:
        self._text, self._words, self._nouns, self._caps = text, words, nouns, caps
        self._groups, self._demonyms = parties
        self._pack, self._tags, self._common = place_words(), lexicon().words, lexicon().common

    def end(self, at: int) -> int:
        """The end of the name that starts at word `at`, `at` itself where none does, as behind the last word of a text."""
        if at >= len(self._words.lows) or not self._is_namey(at):
            return at
        lows, ends = self._words.lows, self._words.ends
        group = self._groups.get(self._words.starts[at])
        if group is not None:
            return next(i for i in range(at, len(ends)) if ends[i] >= group.end) + 1
        end = at + 1
        while end < len(lows) and self._nouns.is_joined(end) and not self._is_next(at, end):
            if self._is_namey(end) and not (
                self._caps and lows[end - 1] in self._pack.nouns and end - at > 1
            ):
                end += 1
            elif (lows[end] in self._pack.connectors or self.is_hyphened(end)) and self._goes_on(end + 1):
                end += 2
            elif self._is_small_half(end):
                end += 1
            else:
                break
        return self._end_of_nation(at, end)

    def _is_next(self, at: int, end: int) -> bool:
        """Whether a word opens something else in text that lost its commas: "in Aleppo Syrian state television said", "in
        Hama Province WASHINGTON (Sputnik)"."""
        if (
            self._words.lows[end] in TELLERS
            and not self._text[self._words.starts[at] : self._words.ends[end]].isupper()
        ):
            return True
        if self._caps:
            counted = self._words.lows[end] in number_words()
            return (
                counted and self._words.lows[end - 1] not in self._pack.nouns
            )  # "IN ORBO TWO MEN", but "ZONE TWO".
        start, stop = self._words.starts[end], self._words.ends[end]
        spaced = self._text[start - 1] == " " and self._words.lows[end - 1] not in self._pack.connectors
        spaced = spaced and self._words.lows[end] != "falls" and self._words.lows[end] not in self._pack.nouns
        if spaced and self._common.get(self._words.lows[end]) in _DOING:
            return True  # "The bombing of Aleppo Encouraged by".
        counts = is_counting(self._words.lows[end])
        if counts and (not self.is_capital(end + 1) or self._words.starts[end + 1] in self._demonyms):
            return True  # "In Raqqa Ten civilians".
        speaking = self._nouns.is_followed(end + 1, _SPEAKING) or not self.is_capital(end + 1)
        if start in self._demonyms and speaking:
            return True
        if self._is_dateline_behind(at, end):
            return True
        last = self._text[self._words.starts[end - 1] : self._words.ends[end - 1]]
        return stop - start > _SHOUT and self._text[start:stop].isupper() and not last.isupper()

    def _is_dateline_behind(self, at: int, end: int) -> bool:
        """ "Mercenaries in Syria Moscow AFP": the capital that the report is from, behind a headline's country."""
        capital = known_nation(self._words.lows[end])
        if capital is None or capital.rank < TOWN:
            return False
        country = known_nation(" ".join(self._words.lows[at:end]))
        return country is not None and country.rank == 1

    def _end_of_nation(self, at: int, end: int) -> int:
        """The end of a state's name that goes on over an "of": "Democratic Republic of Congo"."""
        lows = self._words.lows
        if self._nouns.is_followed(end, ("of",)):
            for stop in (end + 2, end + 3):
                if " ".join(lows[at:stop]) in nations():
                    return stop
        return end

    def _is_small_half(self, at: int) -> bool:
        """ "Gidan-damo village": the second half of a name, in small letters."""
        hyphened = self._text[self._words.starts[at] - 1] == "-" and self._words.lows[at] not in self._common
        return hyphened and self._nouns.is_followed(at + 1, _SMALL_PLACES)

    def is_hyphened(self, at: int) -> bool:
        """Whether a word stands between two hyphens: "Port-au-Prince"."""
        return (
            self._text[self._words.starts[at] - 1]
            == "-"
            == self._text[self._words.ends[at] : self._words.ends[at] + 1]
        )

    def _goes_on(self, at: int) -> bool:
        return at < len(self._words.lows) and self._nouns.is_joined(at) and self._is_namey(at)

    def _is_namey(self, at: int) -> bool:
        """Whether a word can stand in a place's name."""
        low, start = self._words.lows[at], self._words.starts[at]
        spanish = self._words.lows[at + 1 : at + 2] == ["del"]  # "PLAN DEL ORBO".
        if (low in self._pack.times and not spanish) or (at and start in self._groups):
            return False
        if not self._text[start].isupper():
            if low in _SMALL and at:
                return self._words.lows[at - 1] == "deir"
            return low in ARTICLES and self.is_capital(at + 1) and self._nouns.is_joined(at + 1)
        entry = self._tags.get(low)
        tag = entry.tag if entry is not None and low not in self._pack.nouns else ""
        if self._caps:
            return (
                tag not in _NOT_NAMES
                and not (at and tag == _PERSONS and low not in self._pack.between)
                and (self._common.get(low, "M") not in _VERBS or spanish or self._words.lows[at - 1] in _ITS)
                and low not in self._pack.incident
                and low not in self._pack.before
                and not (at and low in _WHEN)
            )
        if at == 0 or self._text[max(0, start - 2) : start].strip() in (".", '"', "“", ":"):
            return tag not in _NOT_NAMES and low not in _NEVER
        return tag not in _HARM and low not in _NEVER

    def is_at_sea(self, at: int) -> bool:
        """ "The fire on the cruiser Moskva", "the Indian Ocean island's north": names of ships and seas."""
        if not at:
            return False
        of_sea = self._words.lows[at] == "ocean" and self._words.starts[at - 1] in self._demonyms
        return of_sea or self._words.lows[at - 1] in VESSELS

    def is_count_begun(self, at: int) -> bool:
        """Whether word `at` begins a sentence with a number where no sign parts it: "after the strike Moscow Some 120 men"."""
        joined = at < len(self._words.lows) and self._nouns.is_joined(at)
        return joined and not self._caps and is_counting(self._words.lows[at]) and self.is_capital(at)

    def is_capital(self, at: int) -> bool:
        """Whether a word begins with a capital."""
        return at < len(self._words.starts) and self._text[self._words.starts[at]].isupper()
