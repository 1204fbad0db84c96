"""Whether a name that a sentence has is a place: what stands around it, in it, and in the gazetteer."""

from cenotaph.find.place.names.known_names import KnownNames
from cenotaph.find.place.names.name_runs import NameRuns
from cenotaph.find.place.names.other_names import PARTS, OtherNames
from cenotaph.find.place.names.place_nouns import BOUNDS, OPENING, TOWN, PlaceNouns
from cenotaph.find.place.names.place_words import Known, known_nation, place_words
from cenotaph.find.place.names.site import Site
from cenotaph.find.place.names.site_words import NAMELESS, ORGANISATIONS, RETAKEN
from cenotaph.find.text.lexicon import lexicon
from cenotaph.find.text.scan import Words

_SITE_RANK, _DISTRICT, _REGION = 5, 3, 2  # As in the pack `places`.
_ABSTRACT = ("tics", "tion", "tions", "ment", "ments", "ness", "ism", "ance", "ence", "ship")
_LONGEST = 5  # Words: longer runs of capitals are lists that lost their commas, or headlines.


class SiteJudge:
    """Judges the names of one sentence; `shouted` is whether it is in capitals, `caps` whether its words have them anyhow."""

    def __init__(
        self,
        text: str,
        words: Words,
        readers: tuple[PlaceNouns, NameRuns, KnownNames],
        others: OtherNames,
        *,
        caps: bool,
        shouted: bool,
    ) -> None:
        self._text, self._words, self._others, self._pack = text, words, others, place_words()
        self._nouns, self._runs, self._names = readers
        self._common, self._caps, self._shouted = lexicon().common, caps, shouted

    def judged(self, at: int, end: int, lead: str, noun: int, *, listed: bool) -> Site | None:
        """The site that words `at`–`end` are, if what stands around the name, in it and in the gazetteer makes it one; `listed`
        is whether it stands in a list of places."""
        lows, pack = self._words.lows, self._pack
        behind, stop = self._nouns.behind(end)
        told = at > 1 and lead in pack.leads and self._nouns.is_state_media(end)
        if not behind and self._nouns.is_followed(end, ("agency",)) and self._names.is_district(at, end):
            behind, stop = _DISTRICT, end + 1  # "Khyber agency".
        body = not behind and not told and self._nouns.is_followed(end, pack.bodies)
        datelined = lead not in pack.leads and self._runs.is_count_begun(end)
        if body or datelined or (behind and self._others.named(at, end, stop)):
            return None
        if behind and lows[stop - 1] in PARTS and self._nouns.is_followed(stop, ("of",)):
            behind = (
                behind if self._names.is_of_wider(stop + 1) else _SITE_RANK
            )  # Of a province, and of a town.
        inner = (pack.nouns.get(lows[end - 1]) or OPENING.get(lows[at], 0)) if end - at > 1 else 0
        if inner and known_nation(" ".join(lows[at:end])) is not None:
            inner = 0  # "Ivory Coast".
        if self._runs.is_at_sea(at):
            return None
        if end - at - bool(inner) == 1 and lows[at] in ORGANISATIONS and (inner or behind):
            return None  # "At the UN base".
        if inner and self._nouns.are_nouns(at, end) and self._names.known(at, end, noun=True) is None:
            return None
        small = inner >= TOWN or not self._names.is_uncommon(at, end - 1)  # "THE BORDER STATE OF TELLIN".
        if inner and self._shouted and small and self._others.named(at, end - 1, end):
            return None  # "THE SANTIAGO NEIGHBORHOOD OF TELLIN".
        if at and lows[at - 1] in ("a", "an"):
            if inner:
                return None
            if self._names.known(at, end) or (end - at == 1 and not self._names.is_uncommon(at, end)):
                behind, stop = 0, end
        called = (
            self._shouted and noun > 0 and lows[at] not in pack.nouns and lows[end - 1] not in pack.connectors
        )
        known = self._names.known(at, end, noun=called or bool(inner)) or (
            self._names.known(at, end - 1, noun=True) if lows[end - 1] in pack.nouns and inner else None
        )
        unknown = known is None and self._names.is_no_place(at, end, stop, called=noun > 0)
        if unknown or self._names.is_department(at, stop):
            return None
        doubted = known is not None and (not known.sure or (self._shouted and known.rank >= TOWN))
        if doubted and self._names.is_of_person(at, end, stop, owner=self._shouted):
            return None
        if known is not None and known.rank <= 1 and inner:
            known = Known(known.rank, None, None, sure=False)
        elif known is not None and behind and self._only_lies_in(known, lows[stop - 1]):
            behind, stop = 0, end
        if not self._is_place((at, end), known, lead, (behind, inner, noun), listed=listed):
            return None
        if (
            noun
            and known is not None
            and known.rank <= 1
            and self._text.startswith(("'s", "’s"), self._words.ends[end - 1])
        ):
            noun = 0  # "A suburb of Orbia's capital Tellin".
        rank = behind or inner or noun or (known.rank if known else TOWN)
        if " ".join(lows[at:end]) in pack.vast:
            rank = 0
        elif rank == TOWN and stop == end:
            rank = self._nouns.called(end, known=known is not None) or rank
        actor = not lead and not (behind or inner or noun)
        if actor and not self._names.may_stand_alone(at, end, known, rank):
            return None
        namesake = noun == rank == _SITE_RANK and known is not None and known.rank <= _REGION
        if known is None or namesake or (not known.sure and rank >= _SITE_RANK):
            known = Known(rank, None, None)  # "The neighbourhood of Salaheddin" is no province of that name.
        return Site(
            self._words.starts[at], self._words.ends[stop - 1], rank, lead, known.country, known.key, actor
        )

    def _only_lies_in(self, known: Known, noun: str) -> bool:
        """ "Gunmen kill four in a Zamfara community": a nameless one of that state."""
        return (known.rank <= 1 and noun not in BOUNDS) or (known.rank == _REGION and noun in NAMELESS)

    def _is_place(
        self,
        name: tuple[int, int],
        known: Known | None,
        lead: str,
        nouns: tuple[int, int, int],
        *,
        listed: bool,
    ) -> bool:
        """Whether anything speaks for a place: the gazetteer, a place noun behind, within or before, a preposition."""
        (at, end), lows, (behind, inner, noun) = name, self._words.lows, nouns
        if known is None:
            stands = (behind or inner) and at and lows[at - 1] not in ("a", "an")  # "The SYL hotel".
            if not stands and any(self._names.is_acronym(word) for word in range(at, end)):
                return False
            if self._shouted and not (behind or inner or noun) and self._ends_on_thing(at, end):
                return False  # "TRAINED IN ANTIGUERRILLA TACTICS".
            if (end - at > _LONGEST and not listed) or {lows[at], lows[end - 1]} & self._pack.incident:
                return False
            if "media" in lows[at:end] or " ".join(lows[at:end]) in self._pack.outlets:
                return False  # "The Tellin Media Center", "in The Lancet".
            if not inner and not behind and not self._pack.bodies.isdisjoint(lows[at:end]):
                return False
            if not (
                behind
                or inner
                or noun
                or lead in self._pack.leads
                or lead in RETAKEN
                or (lead in self._pack.reached and self._nouns.lies_there(end))
                or (lead == "on" and self._others.is_struck(at, end))
                or (lead == "beyond" and self._names.is_uncommon(at, end))
                or (lead == "between" and self._names.is_paired(end))
            ):
                return False
        if not self._caps or self._names.is_uncommon(at, end) or (lead and inner and lows[at] in OPENING):
            return True
        if self._shouted and noun and known is not None:
            return True  # "THE TOWN OF COLON".
        if self._shouted and lead and (behind or inner) and self._names.is_rare(at, end - bool(inner)):
            return True  # "NEAR TOLU MUNICIPALITY".
        if self._shouted and self._others.is_bare(at, end, lead):
            return True  # "KILLED IN TOLU".
        sure = known is not None and known.sure and known.country is not None and not self._shouted
        return known is not None and (
            bool(inner)
            or (sure and lead in self._pack.leads)
            or known.rank < 2
            or known_nation(" ".join(lows[at:end])) is not None
        )

    def _ends_on_thing(self, at: int, end: int) -> bool:
        """Whether the last of several words is an English noun for what cannot be touched."""
        last = self._words.lows[end - 1]
        return end - at > 1 and last.endswith(_ABSTRACT) and self._common.get(last) == "N"
