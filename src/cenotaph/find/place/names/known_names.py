"""What is known of the names among the words of one sentence: by the gazetteer, as English words, by what stands beside them."""

import re

from cenotaph.find.place.gazetteer import gazetteer
from cenotaph.find.place.names.name_runs import TELLERS, NameRuns, is_counting
from cenotaph.find.place.names.place_nouns import TOWN, PlaceNouns
from cenotaph.find.place.names.place_words import Gazetteer, Known, known_nation, place_words
from cenotaph.find.text.lexicon import lexicon
from cenotaph.find.text.scan import Words
from cenotaph.find.whose.parties import nations
from cenotaph.language import load_words

_DESCRIBED = 4  # Words before a name.
_LONG = 5  # Words of a name with its nouns: "Talata Mafara Local Government Area".
_FOREIGN_ARTICLES = frozenset(("el", "la", "las", "los"))
_FEW = 4  # Words.
_WIDE, _QUARTER = 3, 5  # Ranks, as in the pack `places`.
_WORDS_IN_CAPITALS = frozenset(("car", "us", "chad"))  # "INSIDE THE CAR".
_TERRITORIES = ("territories", "territory")
_SAYS = ("said", "says", "told", "added", "reported")
_OWNS = ("'s ", "’s ", "' ", "’ ", "'S ", "'S\n")
_SAINTS = frozenset(("san", "santa", "santo"))  # "In San Juan Orbo".
_OFFICES = frozenset(
    ("fire", "sheriff's", "sheriff’s", "health", "justice", "treasury", "defense", "interior", "u.s", "u.s.")
)


class KnownNames:
    """Asks about the names of one sentence, each from one word to before another; `shouted` is whether the report is in
    capitals, `caps` whether the sentence is or is a headline."""

    def __init__(
        self,
        text: str,
        words: Words,
        gazetteer: Gazetteer,
        readers: tuple[PlaceNouns, NameRuns],
        *,
        caps: bool,
        shouted: bool,
    ) -> None:
        self._text, self._words, self._gazetteer, self._pack = text, words, gazetteer, place_words()
        (self._nouns, self._runs), self._caps, self._shouted = readers, caps, shouted
        self._tags, self._common = lexicon().words, lexicon().common

    def known(self, at: int, end: int, *, noun: bool = False) -> Known | None:
        """What the gazetteer knows; English words in capitals or at the head of a sentence are no names, unless with a
        place `noun`."""
        name = " ".join(self._words.lows[at:end])
        if self._shouted and name in _WORDS_IN_CAPITALS:
            return None
        nation = known_nation(name)
        if nation is not None:
            return nation
        if (self._shouted or at == 0) and not noun and not self.is_uncommon(at, end):
            return None
        return None if name in nations() else self._gazetteer(name)

    def cut(self, at: int, end: int) -> int:
        """Where a known name ends that English words follow in capitals: "COSTA RICA TALK", "Damascus Monitor Fierce"."""
        lows, nouns = self._words.lows, self._pack.nouns
        if (
            end - at < 2
            or lows[end - 1] in nouns
            or self._is_foreign(at, end)
            or self.known(at, end) is not None
        ):
            return end
        stop = end
        while stop - at > 1 and lows[stop - 1] not in nouns and not self.is_uncommon(stop - 1, stop):
            if known_nation(lows[stop - 1]) is not None:
                return end
            stop -= 1
            if lows[stop - 1] in self._pack.connectors:
                return end  # "BOULEVARD DE LOS HEROES".
            if self.is_uncommon(at, stop) and self.known(at, stop) is not None:
                return stop
        return end

    def before_nation(self, at: int, end: int) -> int:
        """Where a known name ends that its country follows without a comma: "Deir ez-Zor Syria"."""
        speaker = end - at > 1 and self._nouns.is_followed(end, _SAYS) and self.known(at, end) is None
        if speaker:  # "In Al-Atareb Fahd said", "in Aleppo Ali Abu Leith told".
            stops = range(end - 1, at, -1)
            towns = (stop for stop in stops if self.known(at, stop) and self._is_somebody(stop, end))
            end = next(towns, end)
        apart = end - at > 1 and self._text[self._words.ends[end - 2] : self._words.starts[end - 1]] == " "
        nation = known_nation(self._words.lows[end - 1]) if apart else None
        named = nation is not None and nation.rank == 1 and self.known(at, end) is None
        if apart and self._nouns.is_followed(end, ("and",)) and self._are_two(at, end):
            return end - 1
        return end - 1 if named and self.known(at, end - 1) is not None else end

    def _is_somebody(self, at: int, end: int) -> bool:
        """Whether words that say something may be a person's name, and are no outlet's ("New York Daily News")."""
        return self._pack.bodies.isdisjoint(self._words.lows[at:end])

    def with_territories(self, at: int, end: int) -> int:
        """Where a nation's name ends that may end in small letters: "the Palestinian territories"."""
        if end == at or not self._nouns.is_followed(end, _TERRITORIES):
            return end
        nation = known_nation(" ".join(self._words.lows[at : end + 1]))
        return end + 1 if nation is not None and nation.rank <= 1 else end

    def _are_two(self, at: int, end: int) -> bool:
        """ "In Tartus Homs and Hasaka", in text that lost its commas."""
        first, last = self.known(at, end - 1), self.known(end - 1, end)
        if first is None or last is None or not first.sure or not last.sure:
            return False
        return first.country == last.country is not None and self.known(at, end) is None

    def is_larger(self, at: int, end: int, than: int) -> bool:
        """Whether the town of words `at`–`end` is larger than that whose name begins at word `than`."""
        lows, stop = self._words.lows, self._runs.end(than)
        if self.known(than, stop) is None or self._nouns.behind(stop)[0] == TOWN or self.is_of_wider(than):
            return False  # "The Tellin locality of Sarmin town", "Tellin district of Sarmin state".
        return gazetteer().is_larger(" ".join(lows[at:end]), " ".join(lows[than:stop]))

    def is_no_place(self, at: int, end: int, stop: int, *, called: bool) -> bool:
        """Whether the name that nobody knows, with its place noun up to word `stop`, is a person's or an office's, or none;
        what is `called` a village may bear a person's name."""
        lows, pack = self._words.lows, self._pack
        titled = self._nouns.is_followed(end, ("of",)) and self._runs.is_capital(end + 1)
        if end - at == 1 and lows[at] in TELLERS:
            return True
        if stop == end and self._nouns.is_followed(end, ("daily",)):
            return True  # "In the Mainichi Shimbun daily".
        if stop == end and self._is_speaker(at, end):
            return True
        if stop == end and all(low in pack.nouns or low in pack.directions for low in lows[at:end]):
            return not titled  # "The Department", "in Southern"; not "the Cathedral of Our Lady".
        if stop == end and not self.is_uncommon(at, end) and self._names_a_deed(end):
            return True  # "In a Syrian town Double bomb attack kills".
        if stop > end and pack.bodies.issuperset(lows[at:end]):
            return True  # "The Army base in".
        if stop == end and (is_counting(lows[at]) or (lows[at] == "operation" and end - at > 1)):
            return True  # "In Operation Free Tellin", "in the Last Three Days Activists".
        if lows[max(0, at - 2) : at] == ["department", "of"] and not self.is_uncommon(at, end):
            return True  # "The Department of Justice".
        if called or self._nouns.lies_there(end):
            return False  # "The community of Juan Orbo", "near Juan Orbo, 30 km north of Tellin".
        named = not load_words("given_names").isdisjoint(lows[at : end - 1])
        if stop == end and named and lows[at] not in _SAINTS:
            return lows[end - 1] not in pack.nouns
        return self.is_of_person(at, end, stop)

    def _is_speaker(self, at: int, end: int) -> bool:
        """ "In Kurdish-controlled territory Abdel Rahman said": who speaks, behind a noun that names no place."""
        lows = self._words.lows
        after_noun = at > 0 and lows[at - 1] in self._pack.nouns and self._nouns.is_joined(at)
        return after_noun and self._nouns.is_followed(end, _SAYS) and not self._runs.is_capital(end + 1)

    def _names_a_deed(self, end: int) -> bool:
        """Whether an attack follows: "bomb attack", "attack"."""
        bomb = self._nouns.is_followed(end, ("bomb", "car", "suicide"))
        return self._nouns.is_followed(end + bomb, self._pack.incident)

    def is_of_person(self, at: int, end: int, stop: int, *, owner: bool = True) -> bool:
        """ "Assads air force", "IBARRA'S VEHICLE": whether a name has lost its apostrophe or, if `owner`, owns no place."""
        lows, pack = self._words.lows, self._pack
        if end - at == 1 and stop == end and self.has_lost_its_apostrophe(at):
            return True
        owns = self._text.startswith(_OWNS, self._words.ends[end - 1])
        return (
            owner
            and owns
            and not (self._shouted and self.is_uncommon(end, end + 1))  # "SAN MIGUEL'S ORBO SLUM".
            and not any(
                low in pack.nouns or low in pack.directions or low in pack.reference or low in pack.hits
                for low in lows[end : end + 3]
            )
        )

    def has_lost_its_apostrophe(self, at: int) -> bool:
        """Whether a word is a name that the report has elsewhere, with an "s"."""
        start, stop = self._words.starts[at], self._words.ends[at]
        stem = self._text[start : stop - 1]
        return (
            self._text[stop - 1] == "s"
            and len(stem) > 3
            and re.search(rf"\b{stem}\b", self._text) is not None
        )

    def is_surname(self, at: int, end: int) -> bool:
        """Whether the last word of a name stands in the report behind another name, or without those before it."""
        last = self._text[self._words.starts[end - 1] : self._words.ends[end - 1]]
        name = self._text[self._words.starts[at] : self._words.ends[end - 1]]
        if re.search(rf"[A-Z][a-z]+ {re.escape(name)}\b", self._text):
            return True
        return len(re.findall(rf"\b{last}\b", self._text)) > self._text.count(name)

    def is_department(self, at: int, stop: int) -> bool:
        """ "The Atlanta Police Department", "the Department of Justice": an office and no region."""
        lows = self._words.lows
        if lows[stop - 1] != "department":
            return False
        before = lows[stop - 2] if stop - at > 1 else ""
        return before in self._pack.bodies or before in _OFFICES or self._nouns.is_followed(stop, ("of",))

    def is_uncommon(self, at: int, end: int) -> bool:
        """Whether a name has a word that is no English one, or opens with an article that is none."""
        return self._is_foreign(at, end) or any(
            low not in self._common
            and low not in self._tags
            and low not in self._pack.nouns
            and not low[0].isdigit()
            and not self._is_superlative(low)
            for low in self._words.lows[at:end]
        )

    def _is_foreign(self, at: int, end: int) -> bool:
        """Whether a name in capitals, of two or three words, opens with an article that English lacks: "LA UNION"."""
        return self._shouted and 1 < end - at < _FEW and self._words.lows[at] in _FOREIGN_ARTICLES

    def is_rare(self, at: int, end: int) -> bool:
        """Whether a name is all of nouns that English hardly uses, as "Tolu" is one."""
        lows = self._words.lows[at:end]
        return lexicon().rare.issuperset(lows) and all(self._common.get(low) == "N" for low in lows)

    def is_described(self, at: int, end: int) -> bool:
        """ "THE WEALTHY ORBO NEIGHBORHOOD": whether a name in capitals begins with an adjective of English."""
        if self._words.lows[max(0, at - 1)] != "the" or self._common.get(self._words.lows[at]) != "J":
            return False
        apart = self._text[self._words.ends[at]].isspace()
        return apart and self.is_uncommon(at + 1, end) and self.known(at, end) is None

    def _is_superlative(self, low: str) -> bool:
        """ "IN THE LARGEST OFFENSIVE"."""
        if not low.endswith("est"):
            return False
        stems = (low[:-3], low[:-2], low[:-4], f"{low[:-4]}y")
        return any(self._common.get(stem) == "J" for stem in stems)

    def is_acronym(self, at: int) -> bool:
        """Whether a word is of capitals alone in a sentence that is not, but for an "s" ("ISs main access route")."""
        word = self._text[self._words.starts[at] : self._words.ends[at]].removesuffix("s")
        return not self._caps and len(word) > 1 and word.isupper()

    def is_paired(self, end: int) -> bool:
        """ "Between Tellin and Homs": the second is known to be a place."""
        if not self._nouns.is_followed(end, ("and",)) or not self._runs.is_capital(end + 1):
            return False
        return self.known(end + 1, self._runs.end(end + 1)) is not None

    def is_of_wider(self, at: int) -> bool:
        """Whether the name at word `at` is that of a province or a country."""
        lows = self._words.lows
        last = min(len(lows), at + _DESCRIBED)
        while at < last and not self._runs.is_capital(at) and self._nouns.is_joined(at):
            at += 1  # "Of the restive southern".
        nation = known_nation(lows[at].removesuffix("s")) if at < last else None
        if nation is not None and nation.rank <= 1:
            return True  # "Of central Syrias besieged Homs province".
        end = at
        while end < len(self._words.lows) and end - at < _LONG and self._runs.is_capital(end):
            end += 1
        if end > at and any(self._is_wide_noun(low) for low in self._words.lows[at + 1 : end + 1]):
            return True  # "Of Tellin Local Government Area", "of Tellin district".
        known = self.known(at, end) or (self.known(at, end - 1) if end - at > 1 else None)
        return end > at and known is not None and known.rank < TOWN

    def may_stand_alone(self, at: int, end: int, known: Known | None, rank: int) -> bool:
        """Whether a name that nothing leads to is a place's: not in capitals (a dateline), not a state's that acts."""
        start, stop = self._words.starts[at], self._words.ends[end - 1]
        shouted = self._text[start:stop].isupper() and stop - start > 3
        if self._caps or shouted or (known is not None and not known.sure):
            return False
        return rank <= 2 or not self._text.startswith(("'s", "’s"), stop)

    def _is_wide_noun(self, low: str) -> bool:
        return 0 < self._pack.nouns.get(low, TOWN) < TOWN

    def is_district(self, at: int, end: int) -> bool:
        """Whether the gazetteer has a district of a name."""
        known = self.known(at, end)
        return known is not None and known.rank == _WIDE

    def is_titled_person(self, at: int, end: int) -> bool:
        """ "General Musa", and not "the Ambassador Hotel"."""
        lows = self._words.lows
        noun = max(self._pack.nouns.get(lows[end - 1], 0), self._nouns.behind(end)[0])
        building = end - at > 1 and noun > _QUARTER
        area = end - at > 1 and self._nouns.behind(end)[0] >= _WIDE  # "The Sheikh Maqsoud district".
        if lows[at] not in self._pack.titles or building or area:
            return False
        called = lows[at - 1 : at] == ["of"] and self._pack.nouns.get(lows[max(0, at - 2)], 0) >= _WIDE
        led = lows[at] == "abu" or (
            lows[at] == "sheikh" and at > 0 and (called or lows[at - 1] in self._pack.leads)
        )  # "In Sheikh Zuweid", "the town of Sheikh Zuweid".
        return not (led and end - at > 1 and self.known(at, end) is not None)  # "Abu Ghraib".
