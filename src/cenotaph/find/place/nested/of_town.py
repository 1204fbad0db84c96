"""A quarter, street, building or camp is told with its town ("Orbo College in Tellin"), as recorders write places: the spot
alone cannot be found on a map, and the town's identity stands behind both."""

import re
from collections.abc import Iterator, Sequence

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.gazetteer import gazetteer
from cenotaph.find.place.names.place_nouns import is_owned
from cenotaph.find.place.names.place_words import place_words
from cenotaph.find.place.names.sites import Site
from cenotaph.find.place.nested.nesting import TOWN
from cenotaph.find.place.unnamed import A_QUARTER
from cenotaph.find.place.whereabouts import is_home, is_of_speaker, is_tag
from cenotaph.find.text.folding import fold
from cenotaph.find.whose.cues import cue

_OWNER = re.compile("['’]s\\b")
_CAMPS = (" camp", " Camp", " CAMP")
_LONG = frozenset(
    ("island", "islands", "border", "road", "highway", "river", "mountain", "mountains", "valley")
)
_FAR = ("beyond", "near", "outside", "around", "from", "of")  # What leads to a town that a spot is not in.


class OfTown:
    """Finds the towns of the spots of one report's claims; `told` holds the places of its claims."""

    def __init__(self, context: ClaimContext, harmed: Sequence[Harmed], told: Sequence[Where]) -> None:
        self._context, self._harmed = context, harmed
        self._towns = dict[str, Site]()
        for people, where in zip(harmed, told, strict=True):
            if where.name is not None and where.name not in self._towns and self._is_spot(where):
                town = self._town(people, where)
                if town is not None:
                    self._towns[where.name] = town

    def named(self, where: Where) -> Where:
        """The place with its town, where the report tells it."""
        town = self._towns.get(where.name or "")
        if town is None and where.within is not None:
            return where._replace(name=f"{where.name} ({where.within})")
        if town is None:
            return where if where.key else _capital(where)
        name = f"{where.name} in {' '.join(self._context.text[town.start : town.end].split())}"
        return where._replace(
            name=name,
            key=where.key or self._key(town),
            country=where.country or town.country,
            rule=f"{where.rule}, in town",
        )

    def _is_spot(self, where: Where) -> bool:
        """Whether a place lies in a town, and does not say in which."""
        name = where.name or ""
        last = name.rpartition(" ")[2].lower()
        if where.span is None or last in _LONG or self._names_town(name):
            return False
        if last == "district" and self._context.known(fold(name).rpartition(" ")[0]) is not None:
            return False  # A district of a province, which is larger than its town.
        return where.rank > TOWN or self._is_area(where)

    def _is_area(self, where: Where) -> bool:
        """ "The Orbo area", "Orbo camp": what may as well lie outside all towns."""
        name = where.name or ""
        return where.key is None and (
            name.endswith(A_QUARTER) or (where.rank == TOWN and name.endswith(_CAMPS))
        )

    def _names_town(self, name: str) -> bool:
        """ "Tellin University", "the airport of Tellin"."""
        words = fold(_OWNER.sub("", name)).split()
        spans = (words[at:end] for at in range(len(words)) for end in range(at + 1, at + 4))
        return any(self._is_town_here(" ".join(span)) for span in spans)

    def _is_town_here(self, name: str) -> bool:
        """Whether a name is a town's in a land that the report speaks of, or a large town's."""
        known = self._context.known(name)
        if known is None or known.rank > TOWN or not known.sure:
            return False
        return known.country in self._context.countries or gazetteer().well_known(name) is not None

    def _town(self, people: Harmed, where: Where) -> Site | None:
        named = next(
            (town for start, end in self._mentions(where) if (town := self._beside(start, end))), None
        )
        if named is None and where.span is not None and not self._is_area(where):
            sentences = dict.fromkeys((self._context.sentence_at(where.span.start), people.sentence))
            towns = (self._only(sentence, where) for sentence in sentences)
            named = next((town for town in towns if town is not None), None)
        apart = named is not None and where.country and named.country and where.country != named.country
        return None if apart else named

    def _mentions(self, where: Where) -> Iterator[tuple[int, int]]:
        """Where the report names the place, its own words first."""
        text, name = self._context.text, where.name or ""
        if where.span is not None:
            yield where.span.start, where.span.end
        at = text.find(name)
        while at >= 0:
            yield at, at + len(name)
            at = text.find(name, at + len(name))

    def _beside(self, start: int, end: int) -> Site | None:
        """The town right behind a spot or before it: "Orbo College in Tellin", "Tellin's Orbo district"."""
        text = self._context.text
        for site in self._context.sites(self._context.sentence_at(start)):
            if not self._is_town(site):
                continue
            gap = text[end : site.start] if site.start >= end else None
            if gap is not None and (
                gap.strip() == "," or cue("lies-in").found(gap) or cue("lies-within").found(gap)
            ):
                return site
            if site.end <= start and is_owned(text[site.end : start]):
                return site
        return None

    def _only(self, sentence: int, where: Where) -> Site | None:
        """The one town that a sentence says things happened in."""
        leads = place_words().leads
        towns = [
            site
            for site in self._context.sites(sentence)
            if self._is_town(site)
            and site.lead in leads
            and site.lead not in _FAR
            and not self._context.is_in_dateline(site.start)
            and not is_home(self._context, site)
            and not is_tag(self._context, site)
            and not is_of_speaker(self._context, site, self._harmed)
        ]
        names = {self._context.text[site.start : site.end] for site in towns}
        return towns[0] if len(names) == 1 and not self._is_parted(towns[0], where) else None

    def _is_parted(self, town: Site, where: Where) -> bool:
        """ "Six were hurt in Tellin, while ten were in Orbo market": another attack."""
        if where.span is None:
            return True
        start, end = sorted((town.end, where.span.start))
        gap = self._context.text[start:end]
        return ";" in gap or " while " in gap or cue("next-clause").found(gap) is not None

    def _is_town(self, site: Site) -> bool:
        """Whether the gazetteer knows a site as a town; a district or province beside its town is none."""
        name = self._context.text[site.start : site.end]
        known = self._context.known(fold(name))
        if known is None or known.rank != TOWN or name.lower().endswith(A_QUARTER):
            return False
        return site.rank >= TOWN and self._key(site) is not None

    def _key(self, site: Site) -> str | None:
        return site.key or _key_of(self._context.text[site.start : site.end], site.country)


def _key_of(name: str, country: str | None) -> str | None:
    """The key of a town that is known by its land's table, which has none: a capital."""
    places = gazetteer().lookup(name) if country else ()
    return next((place.key for place in places if place.country == country and place.kind == "city"), None)


def _capital(where: Where) -> Where:
    return where._replace(key=_key_of(where.name or "", where.country)) if where.rank >= TOWN else where
