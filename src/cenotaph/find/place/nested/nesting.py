"""Which places lie in which, as far as the words of a report and the gazetteer tell."""

from collections.abc import Sequence

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.gazetteer import gazetteer
from cenotaph.find.place.names.place_words import place_words
from cenotaph.find.place.names.sites import Site
from cenotaph.find.place.nested.aftermath import is_of_aftermath
from cenotaph.find.place.unnamed import (
    A_QUARTER,
    BEFORE,
    REGION,
    WIDE,
    bare,
    ends_on,
    has_unnamed_quarter,
    is_directed,
)
from cenotaph.find.place.whereabouts import is_home, is_of_speaker, is_of_state, is_tag
from cenotaph.find.whose.cues import cue

TOWN = 4  # Ranks, as in the pack `places`: districts, regions and countries are wide.
_QUARTER, _NATION = 5, 1
_LINES = frozenset(("border", "coast", "waters", "territory", "soil"))
_BORDERS = ("border", "frontier")
_RIVERS = frozenset(("river", "sea"))
_LONG = frozenset(("island", "islands", "mountains", "suburbs", "outskirts", "countryside"))
_VILLAGES = ("village", "villages", "town", "locality", "camp", "hamlet")
_CALLED = frozenset(("city", "town", "capital"))
_ROADS = ("highway", "Highway", "road", "Road", "Street", "street", "Avenue", "avenue")
_QUARTERS = ("district", "neighborhood", "neighbourhood", "quarter", "suburb", "area")
_RURAL = ("rural ", "Rural ")
_OF_AREA = 20  # Characters.
_WITHIN = 30  # Characters between a village and the province that it is said to lie in.
_AROUND = ("countryside", "suburbs", "outskirts")
_OWNS = ("'s ", "’s ", "'S ")
_COME = frozenset(
    ("came", "descended", "rode", "swept", "burst", "drove", "broke", "marched", "passed", "passing")
)
_TOWNSHIPS = (
    "Ameriyat",
    "Kafr",
    "Tal",
    "Tel",
    "Khan",
    "Deir",
    "Umm",
    "Ain",
    "Beit",
    "Bani",
    "Jabal",
    "Wadi",
    "New",
)
_STEPS = 8  # Words.


class Nesting:
    """Compares the places of one report; `harmed` are the people of its claims."""

    def __init__(self, context: ClaimContext, harmed: Sequence[Harmed]) -> None:
        self._context, self._harmed = context, harmed
        pack = place_words()
        self._leads = pack.leads | pack.reached
        names = {name for people in harmed for name in people.names}
        self._persons = names | {name.rpartition(" ")[2] for name in names}

    def rank(self, where: Where) -> int:
        """How narrow a place is; a border is as long as the land that it bounds is wide."""
        name = where.name or ""
        of_area = where.span is not None and self._context.plain.endswith("area of ", 0, where.span.start)
        area = ends_on(name, (" area",)) or of_area  # "The Tellin area", "the area of Tellin".
        town = self._context.known(name.lower().removesuffix(" area")) if area else None
        return TOWN if town is not None and town.rank == TOWN else self._wide(name, where.rank, where.key)

    def _wide(self, name: str, rank: int, key: str | None) -> int:
        last = name.rpartition(" ")[2].lower()
        if last in _RIVERS:
            return 0
        if last in _LINES and key is None:
            return _NATION
        return WIDE if last in _LONG else rank

    def is_quarter(self, site: Site) -> bool:
        """Whether a site is called a district, area or the like, which a town has."""
        return self._context.plain.endswith(_QUARTERS, site.start, site.end)

    def is_long(self, site: Site) -> bool:
        """ "Tellin, a stronghold on the Euphrates River", "near the Orbian border": what only tells how a town lies."""
        name = self._context.text[site.start : site.end]
        return self._wide(name, site.rank, site.key) == 0 or name.lower().endswith(_BORDERS)

    def is_narrow(self, where: Where) -> bool:
        """Whether nothing below can be narrower: a quarter or a building with a name of its own, not "a quarter of Tellin"."""
        if where.rank == _QUARTER and where.span and has_unnamed_quarter(self._context, where.span):
            return False
        return self.rank(where) > TOWN and not self.is_generic(where)

    def is_generic(self, where: Where) -> bool:
        """ "A West Bank refugee camp", "Kabul hospital": a building of a place, without a name of its own."""
        if where.rank < TOWN or where.rank == _QUARTER or where.rank != self.rank(where):
            return False
        words = (where.name or "").split()
        if words[:1] and words[0].islower():
            words = words[1:]  # "Central Gaza refugee camp".
        proper = [word for word in words if not word.islower()]
        if len(proper) == len(words) or words[: len(proper)] != proper:
            return False
        known = self._context.known(" ".join(proper).lower())
        return known is not None and known.rank <= TOWN and known.rank < where.rank

    def fit(self, site: Site, wide: Where) -> tuple[bool, bool, bool, int, int]:
        """How well a site answers where in a wide place, the better the greater: what only helps to find others comes last."""
        helps = site.lead == "beyond" or (site.lead == "near" and site.rank > _QUARTER)
        text = self._context.plain
        road = text.endswith(_ROADS, site.start, site.end) and not text.startswith(
            " near ", site.end
        )  # Along which the other lies.
        return (self._is_owned(site, wide), not road, not helps, site.rank, -site.start)

    def is_inside(self, site: Site, where: Where) -> bool:
        """Whether something happened at a site that may lie in the wider place."""
        if not (site.lead in self._leads or self._is_come_to(site)) or self._context.is_in_dateline(
            site.start
        ):
            return False
        if not self._is_finer(site, where):
            return False
        if where.country and site.country and where.country != site.country and not self.is_line(where):
            return False
        if site.rank == TOWN and self._is_larger_town(site, where):
            return False
        if (
            is_of_aftermath(self._context, site)
            or is_tag(self._context, site)
            or is_home(self._context, site)
            or is_of_state(self._context, site)
        ):
            return False
        name = self._context.text[site.start : site.end]
        if site.lead == "near" and where.rank > 1 and self._context.is_capital(name):
            return False  # "In Eastern Tellin, the last stronghold near the capital".
        longer = (where.name or "-") in name and not name.startswith(_TOWNSHIPS)
        named = name in (where.name or "") or longer or name in self._persons
        return not named and not is_of_speaker(self._context, site, self._harmed)

    def is_line(self, where: Where) -> bool:
        """ "The Tellin border": a strip on both its sides."""
        return (where.name or "").lower().endswith(_BORDERS)

    def _is_larger_town(self, site: Site, where: Where) -> bool:
        """ "A building in Tellin", a village, and below "in Sarmin", the city."""
        name = (where.name or "").lower()
        known = self._context.known(name)
        small = self._context.plain.endswith(_VILLAGES, site.start, site.end)
        if known is None or known.rank != TOWN or small or site.key is None:
            return False
        return gazetteer().is_larger(self._context.text[site.start : site.end].lower(), name)

    def _is_come_to(self, site: Site) -> bool:
        """ "Men in uniform came to the village of Karma"."""
        if site.lead not in ("to", "into", "on", "through"):
            return False
        sentence = self._context.sentence_at(site.start)
        return not _COME.isdisjoint(self._context.words_before(sentence, site.start)[-_STEPS:])

    def _is_finer(self, site: Site, where: Where) -> bool:
        """Whether a site is narrower; an area is as well, in a district."""
        rank, name = self.rank(where), where.name or ""
        around = self._context.plain.endswith(_AROUND, site.start, site.end)
        if around and where.rank > _NATION and site.rank <= where.rank:
            return False  # "In Tellin valley", and below "in Sarmin countryside".
        if self.is_generic(where):
            text = self._context.text[site.start : site.end].lower()
            return site.rank == rank and text.rpartition(" ")[2] == name.lower().rpartition(" ")[2]
        if not rank and site.rank < WIDE and not self.is_generic(where):
            return False  # "On the Euphrates", and below "in Iraq".
        site_rank = self._wide(self._context.text[site.start : site.end], site.rank, site.key)
        if self._context.plain.endswith(_RURAL, 0, site.start):
            site_rank = REGION  # "In rural Damascus".
        if site_rank > rank or self._is_owned(site, where):
            return True
        area = self._context.plain.endswith("area", site.start, site.end) and not ends_on(name, ("area",))
        territory = self._context.plain.endswith(("territory", "Territory"), site.start, site.end)
        if territory and site_rank == rank and not name.lower().endswith("territory"):
            return True  # Of a province of Congo.
        bare_town = rank == TOWN or place_words().nouns.get(name.rpartition(" ")[2].lower()) != WIDE
        known = where.key is not None or self._context.is_capital(name)
        district = bare_town and where.rank >= WIDE and known and self._is_district(site)
        return site.rank == WIDE <= rank <= TOWN and (area or district)

    def _is_district(self, site: Site) -> bool:
        """ "Tellin district", "the southern district of Tellin"."""
        text = self._context.plain
        return text.endswith("district", site.start, site.end) or text.endswith("district of ", 0, site.start)

    def is_container(self, site: Site) -> bool:
        """ "Tellin in Sarmin province": a wider place that only tells where the one before it lies."""
        text = self._context.text
        return any(
            other.end < site.start
            and other.rank > site.rank
            and (
                text[other.end : site.start] == ", "
                or cue("lies-in").found(text, other.end, site.start) is not None
            )
            for other in self._context.sites(self._context.sentence_at(site.start))
        )

    def is_surely_inside(self, site: Site, wide: Where) -> bool:
        """Whether the gazetteer or the site's own noun puts it there."""
        return (
            site.country is None
            or self._context.plain.endswith(_VILLAGES, site.start, site.end)
            or (wide.rank <= 1 and site.country == wide.country)
            or (
                self.is_quarter(site)
                and wide.span is not None
                and has_unnamed_quarter(self._context, wide.span)
            )
            or (self.is_quarter(site) and self._stands_in(site, bare(wide)))
            or self._holds_by_name(bare(wide), self._context.text[site.start : site.end])
        )

    def _stands_in(self, site: Site, town: str) -> bool:
        """ "In the Orbo neighbourhood, on the corner of two streets in southern Tellin"."""
        end = self._context.sentences[self._context.sentence_at(site.start)].end
        return bool(town) and self._context.text.find(town, site.end, end) >= 0

    def is_loose(self, wide: Where) -> bool:
        """Whether a wide place has no bounds that the gazetteer knows: "the north", "western Darfur"."""
        if (wide.name or "").endswith(A_QUARTER) or self._is_a_town_itself(wide):
            return False
        if wide.key is None:
            return wide.rank < WIDE or self.rank(wide) != wide.rank or wide.name is None
        whole = self._context.is_division(wide.name or "", wide.country)  # "Central Sulawesi".
        return not whole and not self._context.is_division(bare(wide), wide.country)

    def only_helps(self, wide: Where) -> bool:
        """ "At a post outside Tellin": the town in which the next sentence says that it happened need not lie in it."""
        if wide.span is None or wide.rank != WIDE:
            return False
        before = max(0, wide.span.start - BEFORE)
        return cue("near-before").found(self._context.text, before, wide.span.start) is not None

    def _is_a_town_itself(self, wide: Where) -> bool:
        """Whether it happened in a town, and not near it or in its north: "at a club in Tellin"."""
        if wide.span is None or wide.rank != WIDE or is_directed(wide):
            return False
        before = max(0, wide.span.start - BEFORE)
        if cue("near-before").found(self._context.text, before, wide.span.start):
            return False
        known = self._context.known((wide.name or "").lower())
        return known is not None and known.rank == TOWN

    def says_inside(self, sentence: int, wide: Where) -> bool:
        """ "In Tellin village in Sarmin", "Sarmin's Tellin district", where Sarmin is the wide one."""
        called = wide.rank == TOWN and not _CALLED.isdisjoint(self._context.bag(sentence))
        if called and any(map(self._is_in_the_town, self._context.sites(sentence))):
            return True
        span, name = self._context.sentences[sentence], wide.name or ""
        if self._context.text.find(name, max(0, span.start - len(name)), span.end + len(name)) < 0:
            return False
        sites = self._context.sites(sentence)
        return any(self._is_owned(site, wide) or self._is_said_inside(site, wide) for site in sites)

    def _is_in_the_town(self, site: Site) -> bool:
        """ "In the Tellin district of the city"."""
        text = self._context.text
        return (
            self.is_quarter(site) and cue("quarter-of").found(text, site.end, site.end + _WITHIN) is not None
        )

    def _is_said_inside(self, site: Site, wide: Where) -> bool:
        """ "Tellin village in rebel-held Sarmin", "Tellin, Sarmin"."""
        text, name = self._context.text, wide.name or ""
        at = text.find(name, site.end, site.end + _WITHIN + len(name)) if name else -1
        if at < 0:
            return False
        gap = text[site.end : at]
        before = cue("area-of").found(text, max(0, site.start - _OF_AREA), site.start)
        village = before is not None or self._context.plain.endswith(
            _VILLAGES + _QUARTERS, site.start, site.end
        )
        return gap == ", " or (village and cue("lies-within").found(gap) is not None)

    def _is_owned(self, site: Site, wide: Where) -> bool:
        return self._context.text.endswith(tuple(f"{wide.name}{owns}" for owns in _OWNS), 0, site.start)

    def holds(self, wide: Where, narrow: Where) -> bool:
        """Whether a place told for the same people lies in a wider one as far as is known; in none, everything does."""
        if narrow.name is None or wide.name is None:
            return narrow.rank >= 1
        if self.is_generic(wide):
            alike = narrow.name.lower().endswith(wide.name.lower().rpartition(" ")[2])
            return alike and narrow.rank == wide.rank and not self.is_generic(narrow)
        if self._wide(narrow.name, narrow.rank, narrow.key) == 0:
            return False
        territory = ends_on(narrow.name, ("territory", "Territory")) and narrow.rank == wide.rank
        quarter = wide.rank == TOWN and narrow.key is None and narrow.name.lower().endswith(A_QUARTER)
        if (narrow.rank <= self.rank(wide) and not territory and not quarter) or narrow.name in wide.name:
            return False
        land = None if self.is_line(wide) else wide.country
        if land and narrow.country and (wide.rank <= 1 or wide.country != narrow.country):
            return land == narrow.country
        if narrow.name.startswith(wide.name):
            return True  # "Kabul's airport".
        if narrow.country is None or narrow.key is None or self._holds_by_name(wide.name, narrow.name):
            return True
        return self.rank(wide) != wide.rank and self.is_loose(wide)

    def _holds_by_name(self, wide: str, name: str) -> bool:
        """Whether the gazetteer has a place of a name in a wide one; a capital is no village that bears its name."""
        return not self._context.is_capital(name) and self._context.holds(wide, name)
