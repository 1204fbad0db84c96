"""The nouns behind a place's name: "Sarmada refugee camp", "Istanbul's main airport", "the Dora district of"."""

from cenotaph.find.place.names.place_words import place_words
from cenotaph.find.text.lexicon import lexicon
from cenotaph.find.text.scan import Words
from cenotaph.find.whose.cues import cue

BUILDING, TOWN = 6, 4  # Ranks, as in the pack `places`.
BOUNDS = frozenset(("border", "coast", "waters", "embassy", "consulate"))
_OWNERS = frozenset(("provinces", "districts", "cities", "towns", "regions", "governorates"))
# Place nouns that open a name, with their ranks: "the Promenade des Anglais", "COLONIA MIRAMONTES", "FINCA SANTA ELENA".
OPENING = {
    **dict.fromkeys(
        (
            "promenade",
            "boulevard",
            "plaza",
            "rue",
            "calle",
            "avenida",
            "finca",
            "hacienda",
            "cerro",
            "quebrada",
        ),
        BUILDING,
    ),
    **dict.fromkeys(("barrio", "colonia", "vereda"), BUILDING - 1),
}
_JOINS = frozenset((" ", "-", "- ", "\n", " -", "\u00a0"))
_SHORTENED = frozenset(("st", "mt", "ft"))
_TELLING = frozenset(("television", "tv", "media", "news", "radio", "agency"))
_POSSESSIVE = ("'s ", "’s ", "'S ")
_GENITIVE = ("'s", "’s", "'S")
_STRUCK = 45  # Characters.
_STATES = frozenset(("us", "u.s", "u.s.", "uk", "u.k", "u.k."))
_FORCES = (
    "forces",
    "troops",
    "custody",
    "air",
    "drone",
    "military",
    "planes",
    "jets",
    "warplanes",
    "bombing",
    "bombs",
    "missile",
)
_AT_BORDERS = ("crossing", "post", "checkpoint", "gate", "point")
_OWNED = 4  # Words between a town and its quarter.


def is_owned(gap: str) -> bool:
    """Whether only "'s" and a few words stand between two names: "Baghdad's mainly Shiite Zafaraniyah district", "Syria's
    divided northern city of"."""
    if gap.strip() in _OWNERS:
        return True
    words = gap.split()
    few = _OWNED + 2 if words[-1:] == ["of"] else _OWNED
    return gap.startswith(_GENITIVE) and "," not in gap and len(words) <= few


def _is_plural(noun: str) -> bool:
    """ "Sarajevo's streets" are any, and the town is the place."""
    return noun.endswith("s") and noun != "headquarters"


class PlaceNouns:
    """Reads what stands behind the words of one sentence; `caps` where these are capitals or a headline's."""

    def __init__(self, text: str, words: Words, *, caps: bool) -> None:
        self._text, self._words, self._caps, self._pack = text, words, caps, place_words()
        self._common = lexicon().common
        self._behind = dict[int, tuple[int, int]]()

    def is_joined(self, at: int) -> bool:
        """Whether nothing but a blank or hyphen stands before word `at`."""
        gap = self._text[self._words.ends[at - 1] : self._words.starts[at]]
        if gap == ". ":
            return self._is_shortened(at - 1)
        return gap in _JOINS or (gap.isspace() and gap.count("\n") < 2 and self._caps)

    def _is_shortened(self, at: int) -> bool:
        """ "St. Peter", and not "on 33rd St. Police"."""
        opens = at == 0 or self._text[self._words.starts[at - 1]].islower()
        return opens and self._words.lows[at] in _SHORTENED

    def is_followed(self, at: int, words: frozenset[str] | tuple[str, ...]) -> bool:
        """Whether word `at` is one of those."""
        return at < len(self._words.lows) and self._words.lows[at] in words and self.is_joined(at)

    def behind(self, end: int) -> tuple[int, int]:
        """The rank of the place noun behind a name that ends at word `end`, and the noun's end; (0, `end`) for none."""
        known = self._behind.get(end)
        if known is None:
            known = self._behind[end] = self._find_behind(end)
        return known

    def _find_behind(self, end: int) -> tuple[int, int]:
        lows = self._words.lows
        if self._text.startswith(_POSSESSIVE, self._words.ends[end - 1]):
            return self._owned(end)
        for stop in (end + 1, end + 2):
            if stop > len(lows) or not self.is_joined(stop - 1):
                break
            if stop == end + 2 and lows[end] not in self._pack.between:
                break
            rank = self._pack.nouns.get(lows[stop - 1], 0) or self._pack.nouns.get(
                " ".join(lows[end:stop]), 0
            )
            if lows[stop - 1] == "border" and self.is_followed(stop, _AT_BORDERS):
                return BUILDING, stop + 1  # "The Tellin border crossing".
            if stop == end + 1 and self._has_lost_its_apostrophe(end):
                return 0, end
            if self.is_state_media(stop - 1):
                break
            if rank and not (self._caps and stop == end + 1):
                return rank, stop
        return 0, end

    def is_state_media(self, at: int) -> bool:
        """ "In the city of Homs state television reported"."""
        return self.is_followed(at, ("state",)) and self.is_followed(at + 1, _TELLING)

    def _has_lost_its_apostrophe(self, at: int) -> bool:
        """ "Idlib provinces Maaret al-Numan": the noun at word `at`, a plural, owns the name behind it."""
        lows, text = self._words.lows, self._text
        if lows[at] not in _OWNERS or at + 1 >= len(lows) or not self.is_joined(at + 1):
            return False
        return text[self._words.starts[at + 1]].isupper() and not self._caps

    def _owned(self, end: int) -> tuple[int, int]:
        """The site of a town: "Istanbul's main airport"."""
        lows = self._words.lows
        for stop in range(end + 1, min(end + 5, len(lows) + 1)):
            noun = lows[stop - 1]
            if self._pack.nouns.get(noun) == BUILDING and noun not in BOUNDS and not _is_plural(noun):
                return BUILDING, stop
            if noun == "political":
                break  # "The minister's political base".
            if self._common.get(noun) not in ("J", "N") and noun not in self._pack.between:
                break
            if not self.is_joined(stop) if stop < len(lows) else True:
                break
        return 0, end

    def called(self, end: int, *, known: bool) -> int:
        """ "Tellin, a district in", "Orbo, a dance club": the rank of what a name is said to be, 0 for none; of a building
        only where it is not `known`."""
        stop = self._words.ends[end - 1]
        if not self._text.startswith((", a ", ", an ", ", the "), stop):
            return 0
        if not known and cue("called-building").found(self._text, stop, stop + _STRUCK):
            return BUILDING
        named = cue("called-a").found(self._text, stop, stop + _STRUCK)
        return self._pack.nouns.get(named.group(1).lower(), 0) if named is not None else 0

    def are_nouns(self, at: int, end: int) -> bool:
        """Whether a name is of place nouns alone ("Air Base")."""
        return all(low in self._pack.nouns or low in self._pack.between for low in self._words.lows[at:end])

    def is_adjective(self, at: int) -> bool:
        """ "Killed in US airstrikes": whether word `at`, a state's short name, only says whose they are."""
        if self._words.lows[at] not in _STATES:
            return False
        return self.is_followed(at + 1, self._pack.incident) or self.is_followed(at + 1, _FORCES)

    def is_of_unit(self, at: int) -> bool:
        """ "Troops of the Third Brigade of Tellin were attacked": where those who were struck are at home."""
        return self._words.lows[at - 1 : at] == ["of"] and self._words.lows[at - 2] in self._pack.bodies

    def struck(self, end: int) -> str:
        """ "Tellin was shelled": what leads to a place is behind it."""
        stop = self._words.ends[self.behind(end)[1] - 1]
        return "hit" if cue("is-struck").found(self._text, stop, stop + _STRUCK) else ""

    def is_tied(self, end: int) -> bool:
        """ "Hebrew-language media", "the Cairo-based group"."""
        stop = self._words.ends[end - 1]
        return self._text[stop : stop + 1] == "-" and self._text[stop + 1 : stop + 2].islower()

    def lies_there(self, end: int) -> bool:
        """ "A raid on Tellin, north of Sarmin", "on Tellin, a village in": whether what follows says where a name lies."""
        stop = self._words.ends[end - 1]
        return cue("lies-there").found(self._text, stop, stop + _STRUCK) is not None
