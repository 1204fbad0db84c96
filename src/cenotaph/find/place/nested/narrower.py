"""A narrower place for the same harm, told right below: the headline has the province, the next sentence the village."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.around.apart import is_set_apart, is_suspect
from cenotaph.find.place.around.same_attack import FEW, RETOLD, SameAttack
from cenotaph.find.place.names.place_words import place_words
from cenotaph.find.place.names.sites import Site
from cenotaph.find.place.nested.in_parts import InParts
from cenotaph.find.place.nested.inside import Inside
from cenotaph.find.place.nested.nesting import TOWN, Nesting
from cenotaph.find.place.nested.told_above import EVERYWHERE, ToldAbove, is_told_again
from cenotaph.find.place.unnamed import WIDE, widened
from cenotaph.find.place.whereabouts import is_spoken_of, whereabouts

_TAKEN = ("captured", "missing")
_NEAR = 3  # Sentences that may go on about people of no known place.
_FAR = 30  # Sentences in which an attack is taken up by name.
_SURE = 5  # Dead of a lead's town, whose figure is hardly that of others.
_AND = re.compile(r",? and ", re.IGNORECASE)
_SEVERAL = frozenset(("spree", "locations"))


def _is_list(where: Where) -> bool:
    """ "Tellin, Orbo and Sarmin": several towns, of which a village told below is not the one."""
    return where.rank >= WIDE and _AND.search(where.name or "") is not None


class Narrower:
    """Looks below the claims of one report for places inside those that they were given."""

    def __init__(self, context: ClaimContext, harmed: Sequence[Harmed]) -> None:
        self._context, self._harmed = context, harmed
        self._nesting, self._same = Nesting(context, harmed), SameAttack(context, harmed)
        self._inside = Inside(context, self._nesting, self._same, self._onward)
        self._in_parts = InParts(context, harmed)
        self._above = ToldAbove(context, harmed, self._nesting, self._same)
        self._taken = dict[tuple[int, str], Where]()  # What took over from a wide place in a thread.

    def narrowed(self, at: int, where: Where) -> Where:
        """The place of a claim, or a narrower one inside it that a sentence below tells for the same harm."""
        people, same = self._harmed[at], self._same
        if not self._is_of_one_event(people) or self._nesting.is_narrow(where) or _is_list(where):
            return where
        if self._context.tells(people.sentence, "another-place") or is_set_apart(self._context, people):
            return where
        if where.name is None and (self._may_be_anywhere(people) or same.is_retold(at)):
            return where
        if self._in_parts.are_told_so(people) or self._is_between_lands(people):
            return where
        found, wide = where, widened(self._context, where)
        for sentence in self._onward(people):
            if where.name is None and self._is_far_below(people, sentence):
                break
            inside = [
                site
                for site in self._inside.sites(people, sentence, wide)
                if not self._is_wider(site, where)
                and not self._is_land_of_talks(site, sentence)
                and (not self._is_one_of_lands(people, where) or self._is_of_land(site, sentence, where))
            ]
            if inside:
                best = max(inside, key=partial(self._nesting.fit, wide=wide))
                town = found.name if found is not where and found.rank == TOWN else None
                found = whereabouts(self._context, best, f"{where.rule}, narrower")._replace(within=town)
                own = where.rule.startswith("place-sentence") and not self._nesting.is_line(where)
                if found.country is None and own:
                    found = found._replace(country=where.country)
                wide = widened(self._context, found)
                if self._nesting.is_narrow(found):
                    break
        if where.name is None and found.rank <= 1 and self._is_spoken_of(people):
            return where  # "The assassins of four nuns. ... The policy toward Tellin".
        if found is not where and not self._is_of_its_building(people, found):
            self._taken.setdefault((self._context.threads[people.sentence], where.name or ""), found)
        return found

    def _is_of_one_event(self, people: Harmed) -> bool:
        """Whether people are those of one attack, or of fighting that the next sentence places: "in recent fighting. The
        fighting took place in Tellin"."""
        if people.scope == "incident":
            return True
        below = next(self._thread(people.sentence), None)
        placed = below is not None and self._context.tells(below, "it-happened") is not None
        return placed and people.scope == "cumulative" and "fighting" in self._context.bag(people.sentence)

    def _may_be_anywhere(self, people: Harmed) -> bool:
        """Whether no sentence below tells where people of no known place were harmed; in wire copy the arrested and abducted
        may have been taken anywhere."""
        taken = self._context.caps and people.harm in _TAKEN
        return taken or self._same.is_placeless(people) or is_suspect(self._context, people)

    def _is_far_below(self, people: Harmed, sentence: int) -> bool:
        """Wire copy tells its lead again further down; what it tells behind that it tells once."""
        return self._context.caps and people.sentence > RETOLD and sentence - people.sentence > _NEAR

    def _is_of_its_building(self, people: Harmed, found: Where) -> bool:
        """ "Jets hit a hospital in Tellin. A new wave killed nine": the hospital named below is not where the nine died."""
        at = found.span.start if found.span is not None else 0
        return self._inside.names_building_struck(people, self._context.sentence_at(at))

    def _is_between_lands(self, people: Harmed) -> bool:
        """ "Fighting between Tellin and Sarmin has left 16 dead": no town of one of the two lands is where they all died."""
        lands = (site for site in self._context.sites(people.sentence) if site.rank == 1)
        return len({site.country for site in lands if site.lead == "between"}) > 1

    def _is_wider(self, site: Site, where: Where) -> bool:
        """ "Near Tellin", and below "in Chalatenango", which is the department of that town."""
        name = self._context.text[site.start : site.end]
        return where.rank == TOWN and site.rank == TOWN and self._context.is_division(name, where.country)

    def _is_one_of_lands(self, people: Harmed, where: Where) -> bool:
        """ "Killed 51 in northern Mali and 12 in Burkina Faso": the villages below may lie in either."""
        alone = all(other is people or other.sentence != people.sentence for other in self._harmed)
        if where.rank > 1 or where.country is None or alone:
            return False
        sites = self._context.sites(people.sentence)
        return any(
            site.rank == 1 and site.lead in place_words().leads and site.country != where.country
            for site in sites
        )

    def _is_of_land(self, site: Site, sentence: int, where: Where) -> bool:
        """ "Near Mali's border": whether the gazetteer or the sentence puts a place in the land of a claim."""
        named = (mention.party.iso == where.country for mention in self._context.parties(sentence))
        return site.country == where.country or (site.country is None and any(named))

    def _is_land_of_talks(self, site: Site, sentence: int) -> bool:
        """ "Ten were killed. On that date the rebels left the talks in Costa Rica": a country, of no violence."""
        return site.rank <= 1 and not self._inside.is_of_attack(sentence)

    def _is_spoken_of(self, people: Harmed) -> bool:
        """Whether these or others of their sentence are those of a murder spoken of."""
        mates = (other for other in self._harmed if other.sentence == people.sentence)
        return any(is_spoken_of(self._context, mate) for mate in mates)

    def _thread(self, above: int) -> Iterator[int]:
        """The sentences below one that tell of the same incident; those below a picture do not."""
        threads = self._context.threads
        for sentence in range(above + 1, min(len(threads), above + _FAR)):
            if threads[sentence] != threads[above]:
                return
            if not self._context.is_caption(sentence):
                yield sentence

    def _onward(self, people: Harmed) -> Iterator[int]:
        """The sentences below one up to where the report turns to something else."""
        for sentence in self._thread(people.sentence):
            if self._same.turns_away(people, sentence):
                return
            yield sentence

    def joined(self, told: Sequence[Where]) -> list[Where]:
        """The places of all claims, those that are wide or unknown replaced by that of the same figure told below, for all
        claims that one sentence puts in the wide one."""
        found = [self._below(at, told) or self._above.place(at, told) for at in range(len(told))]
        shared = {
            (people.sentence, where.name, people.scope): place
            for people, where, place in zip(self._harmed, told, found, strict=True)
            if place
        }
        out = [
            found[at]
            or shared.get((people.sentence, told[at].name, people.scope))
            or self._of_incident(people, told[at])
            for at, people in enumerate(self._harmed)
        ]
        for at, where in enumerate(told):
            if where.rule == "place-carried" and found[at] is None:
                last = next((back for back in range(at - 1, -1, -1) if told[back].name == where.name), at)
                out[at] = out[last] if out[last].name != where.name else out[at]
            whole = self._whole(at)
            if where.rule.endswith("narrower") and out[whole].rule.endswith("same figure"):
                out[at] = out[whole]  # Not a place of its own.
        return out

    def _whole(self, at: int) -> int:
        """The claim of the same sentence that a claim is a part of, itself where there is none."""
        whole = self._harmed[at].whole
        same = whole is not None and self._harmed[whole].sentence == self._harmed[at].sentence
        return whole if whole is not None and same else at

    def _of_incident(self, people: Harmed, where: Where) -> Where:
        """What took over from the same wide place for others of the incident."""
        taken = self._taken.get((self._context.threads[people.sentence], where.name or ""))
        own = where.rule in ("place-anaphor", "place-sentence") and widened(self._context, where).rank > WIDE
        another = self._context.tells(people.sentence, "another-place") is not None
        told = own or another or where.rule.endswith("narrower")
        if taken is None or told or people.scope != "incident":
            return where
        if self._are_apart(people) or self._is_between_lands(people):
            return where
        return taken._replace(rule=f"{where.rule}, narrower")

    def _are_apart(self, people: Harmed) -> bool:
        return self._same.are_several(people) and not self._same.are_in_one_village(people)

    def _below(self, at: int, told: Sequence[Where]) -> Where | None:
        """The narrowest place that is told below for the same figure."""
        people, where = self._harmed[at], told[at]
        if people.scope != "incident" or people.names or people.low is None or self._nesting.is_narrow(where):
            return None
        if self._in_parts.are_told_so(people):
            return None
        opens = self._same.opens(people)
        widest = TOWN if people.sentence <= RETOLD and people.low >= _SURE else WIDE
        if not opens and (people.low < FEW or self._nesting.rank(where) > widest):
            return None
        if EVERYWHERE & self._context.bag(people.sentence) or _SEVERAL & self._context.bag(people.sentence):
            return None
        last = RETOLD if people.low < FEW else len(self._context.sentences)
        found = where
        for other, place in zip(self._harmed[at + 1 :], told[at + 1 :], strict=True):
            if other.sentence > last or not is_told_again(self._context, people, other):
                continue
            if self._nesting.holds(found, place):
                found = place._replace(rule=f"{where.rule}, same figure")
        if found is where:
            return None
        if opens:
            self._taken.setdefault((self._context.threads[people.sentence], where.name or ""), found)
        return found
