"""Which mentions of nations speak of a land or its people, and not of a state that acts, an outlet, an embassy or a weapon."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from cenotaph.find.context import ClaimContext
from cenotaph.find.text.scan import PartyMention, parties
from cenotaph.find.whose.assaults import next_words
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.nouns import role_words
from cenotaph.find.whose.organs import names_organ
from cenotaph.find.whose.parties import at_peace, natives, peoples

_OFTEN = 3
_TOWN = 50  # Characters behind an adjective.
_GEORGIA = "GE"
_AMERICAN = re.compile(r"\b(?:Atlanta|ATLANTA|Fla\.|Ga\.|Ala\.|Tenn\.|Calif\.|Sheriff|FBI)\b")
_SEATS = ("based in", "headquarter", "exiled in", "offices", "seat ")
_JOINED = re.compile(r"(?:, [A-Z][\w.]+)*,? (?:and|or) [A-Z][\w.]+(?=\s)")
_OUTLET = re.compile(
    r" (?:Times|Post|Press|News|Herald|Observer|Tribune|Independent|Broadcasting|Radio|Television|TV|Express|Examiner|Tunnel|[Ff]lu|Road)\b"
)


class Lands:
    """The countries that one report speaks of as lands."""

    def __init__(self, context: ClaimContext) -> None:
        self._context = context
        self._lands = dict[int, bool]()

    @cached_property
    def titled(self) -> frozenset[str]:
        """The countries that the report's title names beside its text."""
        title = self._context.report.title or ""
        if not title or self._context.text.startswith(title):
            return frozenset()
        return frozenset(
            m.party.iso
            for m in parties(title, caps=title.isupper())
            if m.party.iso and not m.glued and not _acts(title[m.end :])
        )

    @cached_property
    def named(self) -> list[tuple[int, str]]:
        """The countries named, with their sentences; forces, strikes and officials do not count."""
        return list(self._countries()) or [
            (self._context.sentence_at(mention.start), mention.party.iso)
            for mention in self._context.named
            if mention.party.kind == "people" and mention.party.iso and self.is_land(mention)
        ]

    def by_name(self, sentence: int) -> frozenset[str]:
        """The countries of which a sentence speaks as lands, each by the country's own name."""
        told = (m for m in self._context.parties(sentence) if m.party.kind == "country" and self.is_land(m))
        return frozenset(mention.party.iso for mention in told if mention.party.iso is not None)

    def opens(self, sentence: int) -> str | None:
        """The land with which a sentence opens: "In Iran's Gilan province"."""
        start = self._context.sentences[sentence].start
        first = next(iter(self._context.parties(sentence)), None)
        opening = first is not None and self._context.text[start : first.start].strip().lower() == "in"
        return first.party.iso if first is not None and opening and first.party.kind == "country" else None

    @cached_property
    def spoken_of(self) -> str | None:
        """The country named thrice or more, where that from which the report is sent is named in its dateline alone."""
        most = next(iter(self.in_text.most_common(1)), (None, 0))
        away = self._context.dateline_country not in self.in_text and most[1] >= _OFTEN
        return most[0] if away else None

    @cached_property
    def in_text(self) -> Counter[str]:
        """The countries spoken of as lands anywhere but in the dateline, each as often as it is."""
        return Counter(
            m.party.iso
            for m in self._context.named
            if m.party.iso and self.is_land(m) and not self._context.is_in_dateline(m.start)
        )

    @cached_property
    def of_persons(self) -> frozenset[str]:
        """The countries named only as those of single foreigners ("a Canadian woman", "88 of them Australians")."""
        single = [m for m in self._context.named if m.party.kind == "demonym" and self._is_of_a_person(m)]
        others = (m for m in self._context.named if single and m not in single and self.is_land(m))
        return frozenset(m.party.iso for m in single if m.party.iso) - {self._land_of(m) for m in others}

    def _is_of_a_person(self, mention: PartyMention) -> bool:
        text = self._context.text
        ahead = cue("one-of-a-nation").found(text, max(0, mention.start - 16), mention.start)
        behind = cue("abroad-behind").found(text, mention.end, mention.end + 30)
        return (ahead is not None and behind is not None) or (
            cue("of-them-nation").found(text, max(0, mention.start - 30), mention.start) is not None
        )

    def _countries(self) -> Iterator[tuple[int, str]]:
        for mention in self._context.named:
            iso = self._land_of(mention)
            if iso is not None and self.is_land(mention) and not self._is_sent_from_abroad(mention):
                yield self._context.sentence_at(mention.start), iso

    def _is_sent_from_abroad(self, mention: PartyMention) -> bool:
        """ "HAVANA (CUBA), 3 MAY 90", "PARIS": a dateline that tells its land as well, or in a land without a war, speaks of no land,
        but of where the report is from."""
        if not self._context.is_in_dateline(mention.start):
            return False
        return self._context.told_where_sent is not None or mention.party.iso in at_peace()

    def _land_of(self, mention: PartyMention) -> str | None:
        """The country of a mention; of a people of several countries the one of them that the report names."""
        if mention.party.kind != "people":
            return mention.party.iso
        countries = peoples()[mention.party.side].countries
        named = [iso for iso in countries if iso in self._by_states]
        return countries[0] if len(countries) == 1 else named[0] if len(named) == 1 else None

    @cached_property
    def _by_states(self) -> frozenset[str | None]:
        """The countries named otherwise than by a people or an armed group."""
        return frozenset(m.party.iso for m in self._context.named if m.party.kind not in ("people", "group"))

    @cached_property
    def community(self) -> str | None:
        """ "The attack has rocked the town's Syrian community": the nation whose people live where the harm was done."""
        text = self._context.text
        for mention in self._context.named if "community" in text or "residents" in text else ():
            here = mention.party.kind == "demonym" and not mention.glued
            owned = here and cue("towns-own").found(text, max(0, mention.start - 24), mention.start)
            if owned and cue("community-behind").found(text, mention.end, mention.end + 30):
                return mention.party.iso
        return None

    def first_force(self, striking: frozenset[str]) -> str | None:
        """The first state whose forces are named, of those that do not strike."""
        states = (
            m.party.iso
            for m in self._context.named
            if m.party.kind in ("force", "demonym")
            and not m.glued
            and striking.isdisjoint(natives().get(m.party.side, ()))
        )
        return next((iso for iso in states if iso not in striking), None)

    def is_land(self, mention: PartyMention) -> bool:
        """Whether a mention speaks of a country or its people, not of a state that acts; each claim asks it of all mentions."""
        known = self._lands.get(mention.start)
        if known is None:
            known = self._lands[mention.start] = self._is_land(mention)
        return known

    def _is_land(self, mention: PartyMention) -> bool:
        text, kind = self._context.text, mention.party.kind
        if (
            mention.glued
            or kind in ("group", "force")
            or (kind == "metonym" and mention.party.side != "Palestine")
        ):
            return False
        behind = text[mention.end : mention.end + 24]
        if self._means_else(mention):
            return False
        if _OUTLET.match(behind) or (self._tells_borders and self._is_beside(mention)):
            return False
        if kind == "demonym" and (cue("arms").found(behind) or cue("care-abroad").found(behind)):
            return False
        if kind in ("country", "demonym") and cue("mission").found(behind):
            return False
        if kind == "country" and (names_organ(text, mention) or self._owns_group(mention)):
            return False
        adjective = (
            kind == "demonym" or text[mention.start : mention.end].isupper() and not self._context.caps
        )
        if kind == "demonym" and (cue("refugees").found(behind) or cue("quarter-behind").found(behind)):
            return False
        adjective = adjective or "." in text[mention.start : mention.end]  # "U.S. ambassador".
        if adjective:
            joined = _JOINED.match(text, mention.end)  # "Russian and Syrian airstrikes".
            ahead = next_words(text, joined.end() if joined else mention.end)
            if set(ahead) & role_words().state_nouns:
                return False
        division = kind != "demonym" and cue("division").found(behind)
        return not division and not cue("adjective").found(text, mention.start, mention.end + 2)

    def _means_else(self, mention: PartyMention) -> bool:
        """A language ("in Spanish to"), a quarter called after a capital ("Milagro de La Paz"), a state of the Union."""
        text, kind = self._context.text, mention.party.kind
        before = text[max(0, mention.start - 4) : mention.start].lower()
        if kind == "demonym" and before.endswith(" in "):
            return cue("language-behind").found(text, mention.end, mention.end + 8) is not None
        if kind == "capital" and (
            before.endswith(" de ") or mention.party.iso not in self._context.countries
        ):
            return True
        if text[mention.start : mention.end].lower() == "english":
            return True
        if self._is_of_a_citizen(mention):
            return True
        if kind == "demonym" and natives().get(mention.party.side, frozenset()) & self._context.countries:
            return True
        if text[max(0, mention.start - len("ethnic ")) : mention.start].lower() == "ethnic ":
            return True
        if self._is_of_past_service(mention) or self._is_seat(mention) or self._is_ally(mention):
            return True
        if (
            kind == "country"
            and text.startswith(",", mention.end)
            and cue("department-behind").found(text, mention.end, mention.end + 50)
        ):
            return True  # "Grenada, eastern Antioquia department".
        return mention.party.iso == _GEORGIA and self._is_of_the_union

    def _is_of_a_citizen(self, mention: PartyMention) -> bool:
        """ "Two priests, including a U.S. citizen": whom one calls so is abroad."""
        text = self._context.text
        one = self._context.plain.endswith((" a ", " an "), 0, mention.start)
        return one and cue("a-citizen").found(text, mention.end, mention.end + 12) is not None

    def _is_of_past_service(self, mention: PartyMention) -> bool:
        """ "An army veteran who served in Iraq"."""
        text = self._context.text
        if not self._tells_service:
            return False
        return cue("served-ahead").found(text, max(0, mention.start - 40), mention.start) is not None

    def _is_ally(self, mention: PartyMention) -> bool:
        """ "Bombardment by the regime and Russia": who strikes along with those of the land."""
        start = max(0, mention.start - 40)
        return (
            self._context.plain.endswith((" and ", " ally "), 0, mention.start)
            and cue("strikes-along").found(self._context.text, start, mention.start) is not None
        )

    def _is_seat(self, mention: PartyMention) -> bool:
        """ "The Observatory, which is based in Britain"."""
        if not any(word in self._context.plain for word in _SEATS):
            return False
        before = self._context.text[max(0, mention.start - len("headquarters are in the ")) : mention.start]
        return cue("based-ahead").found(before) is not None

    @cached_property
    def _tells_service(self) -> bool:
        """Whether the report speaks of somebody's service abroad."""
        text = self._context.text.lower()
        return any(word in text for word in ("served", "deployed", "fought", "veteran", "stationed", "tour"))

    @cached_property
    def served(self) -> frozenset[str | None]:
        """The countries named only as those where somebody served once."""
        if not self._tells_service:
            return frozenset()
        told = {m.party.iso for m in self._context.named if not self._is_of_past_service(m)}
        return frozenset(m.party.iso for m in self._context.named if m.party.iso not in told)

    @cached_property
    def _is_of_the_union(self) -> bool:
        """Whether a report that names Georgia means the American state: it tells of no Georgian and of America."""
        text = self._context.text.lower()
        abroad = any(word in text for word in ("georgian", "tbilisi", "ossetia", "abkhaz"))
        return not abroad and (
            "US" in self._context.countries or _AMERICAN.search(self._context.text) is not None
        )

    def is_told_as_land(self, mention: PartyMention, start: int) -> bool:
        """ "In war-torn Mali", "the Malian town of Gao"."""
        text = self._context.text
        if not self.is_land(mention):
            return False
        if mention.party.kind == "country":
            where = cue("land-where").found(text, mention.end, mention.end + _TOWN) is not None
            return where or cue("in-land").found(text, start, mention.start) is not None
        town = mention.party.kind == "demonym" and cue("land-noun").found(
            text, mention.end, mention.end + _TOWN
        )
        return bool(town) and cue("from-before").found(text, start, mention.start) is None

    @cached_property
    def _tells_borders(self) -> bool:
        text = self._context.text.lower()
        return any(word in text for word in ("border", "frontier", "neighbo"))

    def _is_beside(self, mention: PartyMention) -> bool:
        """ "Close to the Mali border", "bordering Syria": another land than that of the event."""
        text = self._context.text
        if cue("border-behind").found(text, mention.end, mention.end + 24):
            return True
        return cue("bordering").found(text, max(0, mention.start - 40), mention.start) is not None

    def _owns_group(self, mention: PartyMention) -> bool:
        """ "Lebanon's Hezbollah" speaks of the group, wherever it fights."""
        sentence = self._context.sentence_at(mention.start)
        return any(
            other.party.kind == "group" and 0 < other.start - mention.end <= len("'s ")
            for other in self._context.parties(sentence)
        )


def _acts(behind: str) -> bool:
    """Whether what follows a nation's adjective in a title speaks of its forces: "Russian missile strike"."""
    return bool(set(next_words(behind, 0)) & role_words().state_nouns)
