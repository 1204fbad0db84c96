"""The places that a sentence below a claim tells for its people, inside the wide one that they were given."""

from collections.abc import Callable, Iterable

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.around.apart import (
    is_of_an_army,
    is_of_another_attack,
    is_of_other_day,
    is_of_other_time,
    is_of_other_weekday,
)
from cenotaph.find.place.around.same_attack import SameAttack
from cenotaph.find.place.joint import is_one_of_several, joint
from cenotaph.find.place.names.place_nouns import is_owned
from cenotaph.find.place.names.place_words import place_words
from cenotaph.find.place.names.sites import Site
from cenotaph.find.place.nested.blows import Blows
from cenotaph.find.place.nested.nesting import TOWN, Nesting
from cenotaph.find.place.unnamed import REGION, WIDE
from cenotaph.find.place.whereabouts import STRUCK
from cenotaph.model import Span

_LAND, _QUARTER = 1, 5  # Ranks, as in the pack `places`.
_REACH = 90  # Characters between the attack's name and its place.
_FREED = frozenset(("released", "freed", "liberated", "turned", "handed"))


class Inside:
    """Looks into the sentences below the claims of one report; `onward` gives those that may go on about a claim."""

    def __init__(
        self,
        context: ClaimContext,
        nesting: Nesting,
        same: SameAttack,
        onward: Callable[[Harmed], Iterable[int]],
    ) -> None:
        self._context, self._nesting, self._same, self._onward = context, nesting, same, onward
        self._blows = Blows(context)

    def sites(self, people: Harmed, sentence: int, wide: Where) -> list[Site]:
        """The places in a wide one that a sentence tells for these people."""
        if people.harm == "captured" and not _FREED.isdisjoint(self._context.bag(sentence)):
            return []
        building = self.names_building_struck(people, sentence)
        near = building or self._same.is_near(people, sentence) or self._is_hit_inside(people, sentence, wide)
        event = self._context.tells(sentence, "this-event")
        if not near and (event is None or self._same.counts_more_alike(people, sentence)):
            return []
        if self._is_of_other_time(people, sentence):
            return []
        town = wide.rank == TOWN
        if self._nesting.says_inside(sentence, wide):
            wide = wide._replace(rank=min(wide.rank, WIDE))
        happened = self._context.tells(sentence, "it-happened") and not self._same.tells_many(sentence)
        holds = happened or self._may_hold(people, sentence, wide)
        struck = town and (building or self._may_be_struck_in(people, sentence))
        if not (holds or struck):
            return []
        reach = 0 if near or event is None else self._context.sentences[sentence].start + event.end()
        out = list[Site]()
        for site in self._context.sites(sentence):
            if site.start < reach or (not near and site.start - reach >= _REACH):
                continue
            if town and joint(self._context, site) != Span(site.start, site.end):
                continue
            spot = self._blows.fell_at(sentence, site, wide) if struck else None
            if spot and self._is_told_inside(people, sentence, spot, wide._replace(rank=REGION), near=False):
                out.append(spot)
                continue
            if holds and self._is_told_inside(people, sentence, site, wide, near=near):
                out.append(site)
        return out

    def _is_of_other_time(self, people: Harmed, sentence: int) -> bool:
        """Whether a sentence tells of another day or year than that of the people."""
        return (
            is_of_other_time(self._context, sentence)
            or is_of_other_day(self._context, people, sentence)
            or is_of_other_weekday(self._context, people, sentence)
        )

    def _is_told_inside(self, people: Harmed, sentence: int, site: Site, wide: Where, *, near: bool) -> bool:
        """Whether a place lies in the wide one and is not that of another attack or of other people."""
        return (
            self._nesting.is_inside(site, wide)
            and not self._is_of_another_land(sentence, site, wide)
            and not self._same.is_counted(site)
            and not is_of_an_army(self._context, site, sentence)
            and not is_one_of_several(self._context, site)
            and not is_of_another_attack(self._context, sentence, site)
            and not self._same.is_of_another_deed(people, sentence, site)
            and (site.lead != "beyond" or (self.is_of_attack(sentence) and self._is_only(sentence, site)))
            and (
                self._nesting.is_surely_inside(site, wide)
                or (near and self._nesting.is_loose(wide))
                or (self._nesting.only_helps(wide) and bool(self._context.tells(sentence, "it-happened")))
            )
        )

    def _is_of_another_land(self, sentence: int, site: Site, wide: Where) -> bool:
        """ "A bomb went off in Orbo Town, Pakistan", below those killed in Ukraine: an unknown place lies in the land named with it."""
        if site.key is not None or wide.country is None:
            return False
        lands = (one for one in self._context.sites(sentence) if one.rank == _LAND and not one.actor)
        return any(one.country != wide.country and self._is_beside(site, one) for one in lands)

    def _is_beside(self, site: Site, land: Site) -> bool:
        """ "Orbo Town, Pakistan", "Pakistan's Orbo Town"."""
        text = self._context.text
        return text[site.end : land.start].strip() == "," or is_owned(text[land.end : site.start])

    def _may_be_struck_in(self, people: Harmed, sentence: int) -> bool:
        """Whether a sentence may tell in which quarter of their town the one attack on these people was."""
        if self._are_several(people, sentence) or self._same.tells_many(sentence):
            return False
        return self._same.is_near(people, sentence) and not self._same.counts_more(people, sentence)

    def _are_several(self, people: Harmed, sentence: int) -> bool:
        return self._same.are_several(people) and not self._same.is_the_one(people, sentence)

    def _is_hit_inside(self, people: Harmed, sentence: int, wide: Where) -> bool:
        """ "Raids hit Haas village in Idlib province", some sentences below those killed in the province."""
        if STRUCK.isdisjoint(self._context.bag(sentence)) or self._same.counts_more_alike(people, sentence):
            return False
        if not self._nesting.says_inside(sentence, wide):
            return False
        return any(
            site.lead in place_words().reached and site.rank == TOWN for site in self._context.sites(sentence)
        )

    def _may_hold(self, people: Harmed, sentence: int, wide: Where) -> bool:
        """Whether a place is wide enough for others in it, and the harm that of one place."""
        if self._nesting.rank(wide) > WIDE and not self._nesting.is_generic(wide):
            if self._nesting.rank(wide) > TOWN:
                return False
            told = self._same.is_told_there(people, sentence) or self._context.tells(sentence, "scene-in")
            return bool(told) or self._names_building(people, sentence)
        if not self._are_several(people, sentence) or self._same.are_in_one_village(people):
            return True
        return self._are_one(people, sentence, wide)

    def _names_building(self, people: Harmed, sentence: int) -> bool:
        """ "In a mosque packed with worshippers", and below "the Zantella mosque"."""
        if self._same.are_several(people) or not self._same.is_near(people, sentence):
            return False
        bag, text = self._context.bag(people.sentence), self._context.text
        return any(
            site.rank > _QUARTER and text[site.start : site.end].lower().rpartition(" ")[2] in bag
            for site in self._context.sites(sentence)
        )

    def names_building_struck(self, people: Harmed, sentence: int) -> bool:
        """ "Jets hit a hospital in Tellin", and anywhere below "the bombed Orbo hospital"."""
        if self._context.tells(people.sentence, "a-building") is None:
            return False
        bag, text = self._context.bag(people.sentence), self._context.text
        return any(
            site.rank > _QUARTER
            and site.lead in STRUCK
            and text[site.start : site.end].lower().rpartition(" ")[2] in bag
            for site in self._context.sites(sentence)
        )

    def _is_only(self, sentence: int, site: Site) -> bool:
        """ "The ambush was north of Tellin": the one town that helps to find the place of the attack."""
        sites = (one for one in self._context.sites(sentence) if not self._nesting.is_long(one))
        return all(one.rank < TOWN or one.start == site.start for one in sites)

    def is_of_attack(self, sentence: int) -> bool:
        words = place_words()
        return not (words.incident | words.violent).isdisjoint(self._context.bag(sentence))

    def _are_one(self, people: Harmed, sentence: int, wide: Where) -> bool:
        """Whether several strikes are of one place: a sentence gives their figure, or the report names no second place."""
        if self._same.retells(people, sentence) or self._same.names_again(people, sentence):
            return True
        if not self._same.may_be_one(people, sentence):
            return False
        wide = wide._replace(rank=min(wide.rank, WIDE))
        told = (other for other in self._onward(people) if not is_of_other_time(self._context, other))
        sites = (site for other in told for site in self._context.sites(other))
        inside = (site for site in sites if self._nesting.is_inside(site, wide))
        named = (site for site in inside if not self._nesting.is_container(site))
        return len({self._context.text[site.start : site.end].split()[0] for site in named}) == 1
