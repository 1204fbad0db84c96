"""Which land a claim's place lies in, as far as the name of the place and the report can be trusted to tell."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.gazetteer import gazetteer
from cenotaph.find.place.names.sites import Site
from cenotaph.find.whose.assaults import AssaultReader, is_told_as_cause
from cenotaph.find.whose.countries.known import foremost, lands_of, likeliest, only, well_known
from cenotaph.find.whose.countries.lands import Lands
from cenotaph.find.whose.parties import borders
from cenotaph.model import Span

_TOWN = 4  # A rank.
_COUNTRY = 1
_IN = (" in ", "In ", " of ", " near ", " at ")
_VILLAGES = (" village of ", " hamlet of ", " villages of ")
_BORDERS = (" border", " frontier")
_PARTS = (" neighborhood", " neighbourhood", " quarter", " district", " street", " camp")
_BEHIND = 24  # Characters.
_QUARTERS = re.compile(
    r" (?:[a-z]+ )?(?:neighbou?rhoods|quarters|districts|suburbs|streets|outskirts|countryside)$",
    re.IGNORECASE,
)
_DIVISIONS = re.compile(
    r" (?:province|county|region|governorate|oblast|valley|department|prefecture|state)$", re.IGNORECASE
)
_BUILDINGS = re.compile(
    r"(?:(?:,| and|, and) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)*? (?:general |main |teaching |central )?(?:hospitals?|mosques?|schools?|markets?|universit(?:y|ies)|streets?)\b"
)
_OF_THE_LAND = re.compile(
    r",? (?:in|to|of) (?:the |its )?(?:[\w-]+ ){0,2}?(?:of )?(?:the|this|that) (?:country|nation|republic)\b"
)
_TO = (*_IN, " into ", " on ", " hit ", " hits ", " struck ", " from ", " outside ", " around ")


class PlacedLands:
    """The countries (ISO 3166) of the places of one report's claims."""

    def __init__(
        self,
        context: ClaimContext,
        harmed: Sequence[Harmed],
        where: Sequence[Where],
        assaults: AssaultReader,
        lands: Lands,
    ) -> None:
        self._context, self._harmed, self._where = context, harmed, where
        self._assaults, self._lands = assaults, lands

    @cached_property
    def countries(self) -> list[str | None]:
        """The countries of the claims' places, as far as they can be trusted."""
        return [self._trusted(where) for where in self._where]

    def is_here(self, at: int) -> bool:
        """Whether a claim's place stands in its own sentence."""
        span = self._where[at].span
        return span is not None and self._context.sentence_at(span.start) == self._harmed[at].sentence

    def is_by_cause(self, at: int) -> bool:
        """Whether a claim's place is only told in what the attack answered: "launched to stop rocket fire on X"."""
        people, span = self._harmed[at], self._where[at].span
        if span is None or self._context.sentence_at(span.start) != people.sentence:
            return False
        if not is_told_as_cause(self._context, people.sentence, span.start):
            return False
        return not is_told_as_cause(self._context, people.sentence, people.start)

    def _trusted(self, where: Where) -> str | None:
        """A place's country where the report names it or any; a country that nobody names takes a large town."""
        if (where.name or "").lower().endswith(_BORDERS):
            return self._of_town(where.span)  # "Near the Mali border".
        lands, named = {iso for _, iso in self._lands.named}, self._context.countries
        wider = self._wider(where.span)
        if len(lands) == 1 and wider not in lands:
            wider = None  # "In north-eastern Amhara" is in no other land than the one spoken of.
        if wider is not None and wider != where.country:
            return wider  # "Tripoli, Lebanon".
        at_home = lands - self._striking
        bare = _bare(where.name or "")
        far = where.span and lands and _COUNTRY < where.rank <= _TOWN and where.country not in lands
        if far and where.span and lands <= self._lands.of_persons:
            here = self._context.plain.endswith(_TO, 0, where.span.start)
            there = where.country or (likeliest(where.name or "") if here else None)
            if there is not None:
                return there  # "A Canadian woman was there" tells of no Canadian castle.
        if where.country is not None and (where.country in (lands or named)):
            famous = well_known(bare) if where.span and self._is_led_in(where.span) else None
            if famous not in (None, where.country):
                return famous  # "Attacks in Brussels", whatever village of the land spoken of is called so.
            struck = {where.country} == self._striking and not at_home  # Donetsk is no Russian town to shell.
            return (self._resolved if struck else None) or where.country
        if where.country and where.country not in named and lands and self._is_village(where.span):
            return wider or self._of_town(where.span, named)  # No village of Sarja is the emirate's city.
        told = not lands or where.rule.startswith("place-sentence")
        part = not told or (bool(named) and (where.name or "").lower().endswith(_PARTS))
        building = self._is_of_building(where.span)
        part = part or (building and bool(named))  # "The Iraqi capital's Yarmuk and Karama hospitals".
        known = well_known(bare) if bare and not part and not self._is_village(where.span) else None
        if known is None and bare and named and not part and told and where.country is None:
            known = foremost(bare, named)
            if known is None and not lands - self._striking and where.span:
                known = only(bare, named) if self._context.plain.endswith(_IN, 0, where.span.start) else None
        named_as_place = where.span and self._context.plain.endswith(_IN, 0, where.span.start)
        if known is not None and known not in named and not named_as_place:
            known = self._of_town(where.span, named) or known  # A person's name that a town abroad bears too.
        found = (
            known
            or wider
            or (None if where.country else self._beside(where.span, lands))
            or (None if named else where.country)
        )
        strike = bool(lands) and lands <= self._striking
        if strike and where.country in self._homes:
            return where.country  # "The United States bombed the port", the Houthis of that land said.
        if (found is None or (strike and found in lands)) and not building:
            found = self._across_the_border(where, lands) or found
            if strike and found is not None and found not in lands:
                return found
        if at_home or not where.span or (found and found in named and found not in self._striking):
            return found
        if known is not None and known not in self._striking:
            return known
        if where.country is None and where.rank > _TOWN:
            return found  # A quarter of the town told before.
        return self._resolved or found

    def _is_led_in(self, span: Span) -> bool:
        """ "In Brussels", "on Brussels airport"."""
        text = self._context.text
        return text.endswith((" in ", "In "), 0, span.start) or text[: span.end].lower().endswith(" airport")

    def _is_of_building(self, span: Span | None) -> bool:
        """Whether a name is that of a hospital or a street, be it with another's."""
        return span is not None and _BUILDINGS.match(self._context.text, span.end) is not None

    def _across_the_border(self, where: Where, lands: set[str]) -> str | None:
        """The one land that has a place of this name, if it borders on those spoken of or struck from and the words lead
        to a town or division: "Israel's jets struck in reply. Six were killed in Baalbek"."""
        if where.span is None or where.rank <= _COUNTRY or where.rank > _TOWN or not lands:
            return None
        if self._context.dateline_country in lands or _OF_THE_LAND.match(self._context.plain, where.span.end):
            return None  # "Buta, in the south of the country".
        if any(one.country in lands for one in self._where):
            return None
        if self._is_village(where.span) or not self._context.plain.endswith(_TO, 0, where.span.start):
            return None
        around = frozenset().union(*(borders().get(iso, frozenset()) for iso in lands))
        bare = _DIVISIONS.sub("", where.name or "")
        found = only(bare, frozenset(lands)) or (None if bare == where.name else well_known(bare))
        if found is None and lands <= self._striking:
            near = lands_of(bare) & around
            found = next(iter(near)) if len(near) == 1 else None
        return found if found in around else None

    def _is_village(self, span: Span | None) -> bool:
        """ "The village of Tellin"."""
        return span is not None and self._context.plain.endswith(_VILLAGES, 0, span.start)

    @cached_property
    def _homes(self) -> frozenset[str | None]:
        """The homes of the armed groups named."""
        return frozenset(m.party.iso for m in self._context.named if m.party.kind == "group")

    @cached_property
    def _striking(self) -> frozenset[str]:
        """The countries that the claims' sentences tell of as attacking."""
        return frozenset().union(*(self._assaults.of(h.sentence).striking for h in self._harmed))

    def _strikes(self, site: Site) -> bool:
        """ "Bombardment by Russia", "by the regime and Russia"."""
        joined = site.actor and self._context.plain.endswith(" and ", 0, site.start)
        return site.rank <= _COUNTRY and (site.lead == "by" or joined)

    @cached_property
    def _resolved(self) -> str | None:
        """The country of most places that the claims' sentences name, taken together, for a report that names no land."""
        sites = (site for h in self._harmed for site in self._context.sites(h.sentence))
        told = {Span(site.start, site.end): site.rank for site in sites if not self._strikes(site)}
        towns = [span for span, rank in told.items() if rank <= _TOWN] or told
        chosen = gazetteer().resolve_spans(self._context.text, sorted(towns, key=lambda span: span.start))
        countries = Counter(place.country for place in chosen if place)
        return countries.most_common(1)[0][0] if countries else None

    def _beside(self, span: Span | None, lands: set[str]) -> str | None:
        """The land of another place of the sentence: "in Khan Yunis a strike on the Rio cafe"."""
        if span is None or self._context.is_in_dateline(span.start):
            return None
        sentence = self._context.sentence_at(span.start)
        lands = lands - self._assaults.of(sentence).striking
        text = self._context.plain
        towns = (
            site
            for site in self._context.sites(sentence)
            if site.rank >= _TOWN and text.endswith(_IN, 0, site.start)
        )
        return next((site.country for site in towns if site.country in lands), None)

    def _of_town(self, span: Span | None, lands: frozenset[str] | None = None) -> str | None:
        """The country of the first town or region that the sentence of a place names, of these lands if any are given."""
        if span is None:
            return None
        sites = self._context.sites(self._context.sentence_at(span.start))
        found = (site.country for site in sites if site.rank > _COUNTRY and site.start != span.start)
        return next((iso for iso in found if iso is not None and (lands is None or iso in lands)), None)

    def _wider(self, span: Span | None) -> str | None:
        """The country of the place named right behind: "the Zahraa area of western Aleppo"."""
        if span is None:
            return None
        sites = self._context.sites(self._context.sentence_at(span.start))
        for site in sites:
            between = self._context.text[span.end : site.start]
            if (
                site.country
                and len(between) < _BEHIND
                and (between == ", " or between.startswith((" of ", " in ")))
            ):
                return site.country
        return None


def _bare(name: str) -> str:
    """A name without "suburbs" or "airport" behind it."""
    return _QUARTERS.sub("", name).removesuffix(" airport").removesuffix(" Airport")
