"""A quarter, street, building or camp is told with its town ("Orbo College in Tellin"), as recorders write places: the spot
alone cannot be found on a map, and the town's identity stands behind both."""

import re
from collections.abc import Iterator, Sequence

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.capitals import capital_key, city_key
from cenotaph.find.place.gazetteer import gazetteer
from cenotaph.find.place.names.place_words import Known, place_words
from cenotaph.find.place.nested.nesting import TOWN
from cenotaph.find.place.nested.towns_told import Town, TownsTold
from cenotaph.find.place.unnamed import A_QUARTER, WIDE, ends_on
from cenotaph.find.text.folding import fold

_OWNED = re.compile("(?P<town>[A-Z][^,]*?)['’][sS] (?P<spot>.+)", re.DOTALL)
_AND = re.compile(" (?:and|AND) ")
_OWNER = re.compile("['’]s\\b")
_CAMPS = (" camp", " Camp")
_LONG = frozenset(
    ("island", "islands", "border", "road", "highway", "river", "mountain", "mountains", "valley")
)
_REGION = 2  # A rank, as in the pack `places`.
_LONGEST = 4  # Words of a town's name.
_WITHIN = 40.0  # Kilometres: what bears a spot's name farther from its town is a namesake.


class OfTown:
    """Finds the towns of the spots of one report's claims; `told` holds the places of its claims."""

    def __init__(self, context: ClaimContext, harmed: Sequence[Harmed], told: Sequence[Where]) -> None:
        self._context, self._towns_told = context, TownsTold(context, harmed, told)
        self._towns = dict[str, Town]()
        for people, where in zip(harmed, told, strict=True):
            if where.name is not None and where.name not in self._towns:
                town = self._town(people, where) if self._is_spot(where) else self._holder(where)
                if town is not None:
                    self._towns[where.name] = town

    def named(self, where: Where) -> Where:
        """The place with its town, where the report tells it."""
        town = self._towns.get(where.name or "")
        if town is None and where.within is not None:
            return where._replace(name=f"{where.name} ({where.within})")
        if town is None:
            return where if where.key else self._keyed(where)
        own = where.key if not _is_namesake(where, town) else None
        unnamed = self._is_unnamed(where, town)
        return where._replace(
            name=f"{town.name} ({where.name})" if unnamed else f"{self._bare(where)} in {town.name}",
            key=own or town.key,
            country=town.country or where.country,
            rule=f"{where.rule}, in town",
        )

    def _is_unnamed(self, where: Where, town: Town) -> bool:
        """ "A Tellin suburb", which has a name of its own: that of a smaller town."""
        city = next((name for name, _ in self._towns_named(where.name or "")), None)
        if city is None or not self._is_spot(where) or self._owned(where) is not None:
            return False
        return gazetteer().is_larger(city, fold(town.name))

    def _bare(self, where: Where) -> str:
        """The spot without the town that owns it: "Tellin's Orbo club"."""
        owned = self._owned(where)
        return owned["spot"] if owned is not None else where.name or ""

    def _owned(self, where: Where) -> re.Match[str] | None:
        owned = _OWNED.fullmatch(where.name or "")
        return owned if owned is not None and self._town_here(fold(owned["town"])) else None

    def _is_spot(self, where: Where) -> bool:
        """Whether a place may lie in a town."""
        name = where.name or ""
        last = name.rpartition(" ")[2].lower()
        if where.span is None or last in _LONG:
            return False
        if last == "district" and self._context.known(fold(name).rpartition(" ")[0]) is not None:
            return False  # A district of a province, which is larger than its town.
        known = self._context.known(fold(name)) if where.key and not ends_on(name, A_QUARTER) else None
        town = known is not None and known.rank == TOWN
        return not town and (where.rank > TOWN or self._is_area(where))

    def _is_area(self, where: Where) -> bool:
        """ "The Orbo area", "Orbo camp": what may as well lie outside all towns."""
        name = where.name or ""
        return where.key is None and (
            ends_on(name, A_QUARTER) or (where.rank == TOWN and ends_on(name, _CAMPS))
        )

    def _town(self, people: Harmed, where: Where) -> Town | None:
        return self._owner(where) or self._beside(where) or self._around(people, where)

    def _holder(self, where: Where) -> Town | None:
        """What a list of towns or villages is told to lie in."""
        listed = where.span is not None and WIDE <= where.rank <= TOWN and _AND.search(where.name or "")
        return self._towns_told.holder(where.span) if where.span is not None and listed else None

    def _owner(self, where: Where) -> Town | None:
        owned = self._owned(where)
        if owned is None:
            return None
        known = self._town_here(fold(owned["town"]))
        country = known.country if known is not None else None
        return Town(owned["town"], (known and known.key) or city_key(owned["town"], country), country)

    def _beside(self, where: Where) -> Town | None:
        """What any of the spot's mentions is told to lie in, a town that the gazetteer knows before others."""
        beside = self._towns_told.beside
        towns = [town for start, end in self._mentions(where) if (town := beside(start, end))]
        named = next((town for town in towns if town.key), next(iter(towns), None))
        return None if named is None or fold(named.name) in fold(where.name or "") else named

    def _around(self, people: Harmed, where: Where) -> Town | None:
        """The town that the sentences of a spot's attack tell; what they tell abroad or far from it is another's."""
        told = self._towns_told
        if where.span is None or self._is_area(where) or next(self._towns_named(where.name or ""), None):
            return None
        sentences = dict.fromkeys((self._context.sentence_at(where.span.start), people.sentence))
        named = next((town for one in sentences if (town := told.only(one, where))), None)
        capitals = (told.capital(people._replace(sentence=one)) for one in sentences)
        named = named or next(filter(None, capitals), None)
        if named is None and not self._is_outlying(where):
            named = told.around(people, where)
        abroad = named is not None and where.country and named.country and where.country != named.country
        return None if named is None or abroad or _is_namesake(where, named) else named

    def _is_outlying(self, where: Where) -> bool:
        """ "Orbo base", "Fort Orbo": what mostly lies outside the towns told of."""
        words = (where.name or "").lower().split()
        return not place_words().outlying.isdisjoint((words[0], words[-1]))

    def _mentions(self, where: Where) -> Iterator[tuple[int, int]]:
        """Where the report names the place, its own words first; "Orbo" may go on as "the Orbo night club"."""
        text, name = self._context.text, where.name or ""
        if where.span is not None:
            yield where.span.start, where.span.end
        at = text.find(name)
        while at >= 0:
            sites = self._context.sites(self._context.sentence_at(at))
            end = at + len(name)
            yield at, next((site.end for site in sites if site.start <= at and site.end > end), end)
            at = text.find(name, end)

    def _keyed(self, where: Where) -> Where:
        """The place with the key of the town that it is, or that a building is named after."""
        name = where.name or ""
        if where.rank < TOWN:
            return where
        own = capital_key(where.country) if ends_on(name, (" capital",)) else city_key(name, where.country)
        if own is not None:
            return where._replace(key=own)
        if where.rank == TOWN or name.lower().endswith(A_QUARTER):
            return where
        keys = (known.key or city_key(town, known.country) for town, known in self._towns_named(name))
        return where._replace(key=next(filter(None, keys), None))

    def _towns_named(self, name: str) -> Iterator[tuple[str, Known]]:
        """ "Tellin University", "the airport of Tellin"; a nation's name tells no town."""
        words = fold(_OWNER.sub("", name)).split()
        led = words.index("of") + 1 if "of" in words else 0
        for at in dict.fromkeys((0, led)):
            for end in range(at + 1, min(at + _LONGEST, len(words)) + 1):
                town = " ".join(words[at:end])
                known = self._town_here(town)
                if known is not None:
                    yield town, known

    def _town_here(self, name: str) -> Known | None:
        """What is known of a name that is a town's in a land that the report speaks of, or a large town's."""
        known = self._context.known(name)
        if known is None or not _REGION <= known.rank <= TOWN or not known.sure:
            return None
        here = known.country in self._context.countries or gazetteer().well_known(name) is not None
        return known if here else None


def _is_namesake(where: Where, town: Town) -> bool:
    """Whether the gazetteer's place of a spot's name lies far from the town that the spot is in."""
    name, key = town.name.rpartition(" of ")[2], town.key
    return bool(where.key and key) and gazetteer().are_apart(
        where.name or "", where.key or "", name, key or ""
    )
