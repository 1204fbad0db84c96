"""The place names of one sentence: found by the words around them, by place nouns, and by the gazetteer."""

from bisect import bisect_left

from cenotaph.find.place.names.corners import corner
from cenotaph.find.place.names.institutions import Institutions
from cenotaph.find.place.names.known_names import KnownNames
from cenotaph.find.place.names.leading_words import COMPASS
from cenotaph.find.place.names.leads import Leads
from cenotaph.find.place.names.lines import heads_a_line, heads_a_paragraph
from cenotaph.find.place.names.name_runs import ARTICLES, NameRuns, is_titled
from cenotaph.find.place.names.other_names import PARTS, OtherNames
from cenotaph.find.place.names.place_nouns import BOUNDS, OPENING, TOWN, PlaceNouns, is_owned
from cenotaph.find.place.names.place_words import Gazetteer, Known, PlaceWords, known_nation, place_words
from cenotaph.find.place.names.plain_names import PlainNames
from cenotaph.find.place.names.site import Site
from cenotaph.find.place.names.site_words import (
    LISTS,
    MANY,
    NAMED_DIRECTIONS,
    NAMELESS,
    ORGANISATIONS,
    POINTS,
    RETAKEN,
    TIED,
)
from cenotaph.find.place.names.struck_seats import StruckSeats
from cenotaph.find.text.folding import fold
from cenotaph.find.text.lexicon import lexicon
from cenotaph.find.text.scan import PartyMention, Words
from cenotaph.find.whose.parties import nations

__all__ = ["Known", "PlaceWords", "Site", "SiteFinder", "known_nation", "place_words"]

_SITE_RANK, _DISTRICT, _REGION = 5, 3, 2
_ABSTRACT = ("tics", "tion", "tions", "ment", "ments", "ness", "ism", "ance", "ence", "ship")
_LONGEST = 5  # Words: longer runs of capitals are lists that lost their commas, or headlines.


class SiteFinder:
    """Finds the place names of one sentence; made once a sentence, `sites()` does the work."""

    def __init__(
        self, text: str, words: Words, found: list[PartyMention], gazetteer: Gazetteer, *, caps: bool
    ) -> None:
        self._text, self._words, self._gazetteer, self._pack = text, words, gazetteer, place_words()
        self._groups = {
            mention.start: mention for mention in found if mention.party.kind in ("group", "force")
        }
        self._demonyms = {
            mention.start
            for mention in found
            if mention.party.kind in ("demonym", "people") or self._is_genitive(mention)
        }
        self._leads = Leads(text, words, self._demonyms, gazetteer)
        self._large = [at for at, start in enumerate(words.starts) if text[start].isupper()]
        self._tags, self._common = lexicon().words, lexicon().common
        self._shouted = caps
        self._caps = caps or (len(self._large) > 3 and is_titled(words, len(self._large)))
        self._nouns = PlaceNouns(text, words, caps=self._caps)
        self._runs = NameRuns(text, words, (self._groups, self._demonyms), self._nouns, caps=self._caps)
        self._names = KnownNames(
            text, words, gazetteer, (self._nouns, self._runs), caps=self._caps, shouted=caps
        )
        readers = (self._nouns, self._runs, self._names)
        self._others = OtherNames(words, readers, self._demonyms, caps=self._caps)
        self._plain = PlainNames(text, words, self._nouns, self._leads, self._demonyms, shouted=caps)
        self._seats = Institutions(text, words, (self._nouns, self._leads, self._runs), self._demonyms)
        self._struck = StruckSeats(
            text, words, (self._nouns, self._names, self._seats), (self._groups, self._demonyms)
        )
        self._lists = False  # Whether the names just read are a list of villages, towns or the like.

    def _is_genitive(self, mention: PartyMention) -> bool:
        """ "Syrias army", in text that lost its apostrophes."""
        name = fold(self._text[mention.start : mention.end])
        return mention.party.kind == "country" and name not in nations() and name[-1:] == "s"

    def sites(self) -> list[Site]:
        """The place names, left to right."""
        out, reach = list[Site](), 0
        for at in self._large:
            if at < reach:
                continue
            if at and self._words.lows[at - 1] in ARTICLES and at - 1 >= reach and self._nouns.is_joined(at):
                at -= 1
            plain = self._plain.site(at, out[-1] if out else None) or self._seats.site(at)
            if plain is None and self._shouted:
                plain = self._struck.site(at)
            if plain is not None:
                self._add(out, plain)
                reach = bisect_left(self._words.starts, plain.end)
                continue
            end = self._runs.end(at)
            end = self._names.cut(at, end) if self._caps else self._names.before_nation(at, end)
            while (
                end - at > 1
                and self._words.lows[end - 1] in self._pack.faiths
                and self._words.lows[end - 2] not in self._pack.connectors
            ):
                end -= 1  # "The Sadr City Shiite slum".
            end = self._names.with_territories(at, end)
            if end > at:
                site = self._site(at, end, out[-1] if out else None)
                if site is not None:
                    self._add(out, self._plain.listed(site, out[-1] if out else None))
                reach = end
        return out

    def _add(self, out: list[Site], site: Site) -> None:
        """Put a site behind those before it, or in the place of the last one with which it is a corner."""
        site = corner(self._text, self._words, (self._nouns, self._leads), site, out[-1] if out else None)
        if out and out[-1].end > site.start:
            out.pop()
        out.append(site)

    def _site(self, at: int, end: int, last: Site | None) -> Site | None:
        """The place that the name of words `at`–`end` is, None where it is none; `last` is the site before it."""
        if last is not None and last.rank == 1 and self._text[last.end : self._words.starts[at]] == " ":
            capital = known_nation(" ".join(self._words.lows[at:end]))
            if capital is not None and capital.rank == TOWN:
                return None  # "Mercenaries in Syria Moscow AFP": where a report is from.
        if self._is_in_group(at) or self._names.is_titled_person(at, end) or self._nouns.is_tied(end):
            return None
        first, at = at, self._bare(at, end)
        if at == end:
            return self._plain.of_nation(end)
        if first < at == end - 1 and self._shouted and self._words.starts[at - 1] in self._demonyms:
            return self._plain.of_nation(at)  # "HONDURAN TERRITORY".
        if (
            end - at == 1
            and 0 < self._pack.nouns.get(self._words.lows[at], 0) < TOWN
            and not self._nouns.behind(end)[0]
        ):
            return None  # "The Sheriff's Department", "the District of Douma".
        points = self._words.lows[end - 1] in POINTS and self._pack.directions.issuperset(
            self._words.lows[at:end]
        )
        compass = self._words.lows[end - 1] in COMPASS
        if (points and not self._nouns.behind(end)[0]) or (compass and self._nouns.is_followed(end, ("of",))):
            return None  # "The Eastern part of", "50 km Northeast of".
        if at == 0 and end == 1 and self._common.get(self._words.lows[0]) == "J":
            return None  # "Local hospital officials".
        lead, noun = self._leads.lead(at)
        lead = lead or self._leads.beside(at)
        if (not lead or lead == "of") and not self._nouns.is_of_unit(at):
            lead = self._nouns.struck(end) or lead
        if not lead or lead in TIED:
            lead = self._of_attack(at, end) or self._of_line(at, end) or lead
        begun = at - (
            at > 0 and self._words.lows[at - 1] in POINTS
        )  # "In eastern Tellin and western Sarmin".
        gap = " ".join(self._text[last.end : self._words.starts[begun]].split()) if last else None
        apart = gap == "" and self._nouns.is_followed(end, ("and",))  # "In Tartus Homs and Hasaka".
        listed = last is not None and not lead and (gap in LISTS or apart)
        owner = last if gap is not None and not lead and is_owned(gap) else None
        if owner is not None:
            lead = owner.lead
        self._lists = (listed and self._lists) or not MANY.isdisjoint(self._words.lows[max(0, at - 2) : at])
        if listed and last:
            lead, noun = last.lead, last.rank if self._lists else noun
        if self._nouns.is_followed(end, ("day",)) and self._runs.is_capital(end) and not self._caps:
            return None  # "Bastille Day".
        if self._text[self._words.starts[at] - 1 : self._words.starts[at]].isdigit():
            return None  # "Between 15th and 17th Streets".
        if end - at == 1 and (len(self._words.lows[at]) == 1 or self._nouns.is_adjective(at)):
            return None
        site, nouned = self._judged(at, end, lead, noun), noun > 0 or self._nouns.behind(end)[0] > 0
        nouned = nouned or (end - at > 1 and self._words.lows[end - 1] in self._pack.nouns)  # "Old City".
        if site is None or (listed and site.country is None and site.key is None and not nouned):
            return None
        if owner is not None and site.rank <= owner.rank < _SITE_RANK:
            site = site._replace(rank=owner.rank + 1)
        described = first < at and not (self._shouted and self._is_part_of_town(first, at, end))
        return None if described and site.country is None and site.rank == TOWN and not nouned else site

    def _ends_on_thing(self, at: int, end: int) -> bool:
        """Whether the last of several words is an English noun for what cannot be touched."""
        last = self._words.lows[end - 1]
        return end - at > 1 and last.endswith(_ABSTRACT) and self._common.get(last) == "N"

    def _is_part_of_town(self, first: int, at: int, end: int) -> bool:
        """ "DOWNTOWN ORBO": whether only words of direction stand before a name that is no English word."""
        directed = self._pack.directions.issuperset(self._words.lows[first:at])
        return directed and self._names.is_uncommon(at, end)

    def _is_in_group(self, at: int) -> bool:
        """ "The Islamic State in the Greater Sahara": a name that is a part of a group's."""
        start = self._words.starts[at]
        return any(group.start <= start < group.end for group in self._groups.values())

    def _of_attack(self, at: int, end: int) -> str:
        """ "The Manchester suicide bomber": the town that the gazetteer has there."""
        if self._caps or not self._plain.names_attack(at, end):
            return ""
        known = self._names.known(at, end)
        hyphened = self._text[self._words.starts[at] - 1] == "-"  # "Pro-Assad gunmen".
        sure = known is not None and (
            (known.sure and known.country) or (not hyphened and self._names.is_uncommon(at, end))
        )
        return "in" if sure else ""

    def _of_line(self, at: int, end: int) -> str:
        """ "Nikopol: 2 wounded", "Kharkiv. Two bombs fell": the place whose people a line counts, a paragraph tells of."""
        counted = heads_a_line(self._text, self._words, at, end)
        if not counted and not heads_a_paragraph(self._text, self._words, at, end):
            return ""
        known = self._names.known(at, end, noun=True)
        return "in" if known is not None and (counted or known.sure) else ""

    def _bare(self, at: int, end: int) -> int:
        """Where a name begins behind a sentence's first word, directions, words of faith and of nationality."""
        lows = self._words.lows
        known = at == 0 and end > 1 and self._names.known(at, end) is not None  # "Khan Sheikhun".
        while (
            at == 0
            and end > 1
            and not known
            and self._common.get(lows[at])
            and lows[at] not in self._pack.nouns
        ):
            at += 1
        while at < end:
            direction = (
                lows[at] in self._pack.directions
                and end - at > 1
                and lows[at] not in NAMED_DIRECTIONS
                and not self._runs.is_hyphened(at + 1)
            )
            plain = direction or lows[at] in self._pack.faiths
            plain = plain or (end - at > 1 and not self._caps and self._leads.owns_without_sign(at))
            plain = plain or (self._shouted and self._names.is_described(at, end))
            if not plain and (self._words.starts[at] not in self._demonyms or self._is_named_for(at, end)):
                break
            at += 1
        return at

    def _is_named_for(self, at: int, end: int) -> bool:
        """ "The Saudi Hospital": a building that bears a nation's adjective as its name."""
        noun = self._words.lows[end - 1]
        building = self._pack.nouns.get(noun, 0) > _SITE_RANK and noun not in BOUNDS
        return (
            end - at > 1 and building and self._runs.is_capital(at + 1) and self._nouns.are_nouns(at + 1, end)
        )

    def _judged(self, at: int, end: int, lead: str, noun: int) -> Site | None:
        """The site, if what stands around the name, in it and in the gazetteer makes it one."""
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
        if not self._is_place(at, end, known, lead, (behind, inner, noun)):
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
        self, at: int, end: int, known: Known | None, lead: str, nouns: tuple[int, int, int]
    ) -> bool:
        """Whether anything speaks for a place: the gazetteer, a place noun behind, within or before, a preposition."""
        lows, (behind, inner, noun) = self._words.lows, nouns
        if known is None:
            stands = (behind or inner) and at and lows[at - 1] not in ("a", "an")  # "The SYL hotel".
            if not stands and any(self._names.is_acronym(word) for word in range(at, end)):
                return False
            if self._shouted and not (behind or inner or noun) and self._ends_on_thing(at, end):
                return False  # "TRAINED IN ANTIGUERRILLA TACTICS".
            if (end - at > _LONGEST and not self._lists) or {lows[at], lows[end - 1]} & self._pack.incident:
                return False
            if "media" in lows[at:end]:
                return False  # "The Tellin Media Center".
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
