"""Where harm was done, when the claim's own sentence does not say or says it vaguely: the sentences around it."""

import re
from collections.abc import Sequence

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.events.record import Events
from cenotaph.find.place.around.abroad import land_named
from cenotaph.find.place.around.apart import is_of_other_day, is_set_apart, is_suspect, opens_item
from cenotaph.find.place.around.company import Company
from cenotaph.find.place.around.gone_on import gone_on, of_deed
from cenotaph.find.place.around.nearby_sites import NearbySites
from cenotaph.find.place.around.own_days import is_in_a_period, is_of_older_attack, is_of_older_day
from cenotaph.find.place.around.person_places import PersonPlaces
from cenotaph.find.place.around.retold import Retold
from cenotaph.find.place.around.same_attack import are_as_many
from cenotaph.find.place.around.weekdays import of_weekday, town_of_other_day
from cenotaph.find.place.capitals import Capitals
from cenotaph.find.place.names.place_words import place_words
from cenotaph.find.place.pointers import Pointers
from cenotaph.find.place.sentence.judged import is_of_what_followed
from cenotaph.find.place.war_tolls import (
    counts_a_nation,
    is_of_a_string,
    is_of_groups_past,
    is_of_the_land,
    of_health_office,
)
from cenotaph.find.place.whereabouts import STRUCK, is_avenged, is_known, is_looked_back_on, whereabouts

_BACK, _FAR_BACK, _AHEAD = 3, 8, 3  # Sentences.
_BELOW = 2  # Sentences below a headline that say where its dead died.
_REGION, _DISTRICT, _TOWN, _QUARTER = 2, 3, 4, 5  # Ranks, as in the pack `places`.
_STORMED = frozenset(("storm", "stormed", "storming", "attacked", "bombed", "raided", "shelled", "ambushed"))
_WAR = 10_000  # Dead, which no attack has.
_WAR_TOLLS = ("thousands", "million")


class Elsewhere:
    """Looks for the places of one report's claims outside their sentences; `here` holds what those say."""

    def __init__(self, context: ClaimContext, harmed: Sequence[Harmed], here: Sequence[Where | None]) -> None:
        self._context, self._harmed, self._here = context, harmed, here
        self._pointers, self._sites = Pointers(context), NearbySites(context)
        self._capitals = Capitals(context)
        self._company = Company(context, harmed)
        self._retold = Retold(context, harmed, here)
        self._persons = PersonPlaces(context, harmed, here)
        self._events = Events(context, harmed, here)

    def around(self, at: int, told: Sequence[Where]) -> Where | None:
        """The place told before or right after for the same harm; `told` holds the places of the claims before."""
        people = self._harmed[at]
        found = self._around(at, told)
        if found is not None or is_of_the_land(self._context, people) or is_suspect(self._context, people):
            return found
        return of_deed(self._context, self._sites, people) or gone_on(self._context, self._sites, people)

    def _around(self, at: int, told: Sequence[Where]) -> Where | None:
        people = self._harmed[at]
        start = self._context.sentences[people.sentence].start
        if self._of_mates(at) is not None and is_of_a_string(self._context, people, start):
            return None
        found = self._persons.place(at, told) or self._of_mates(at) or self._pointers.pointed_at(people)
        if found is None and self._events.is_of_scene(at):
            found = self._of_its_event(at, told)
        if found is not None or is_looked_back_on(self._context, people):
            return found
        if any(reader(self._context, people) for reader in (is_avenged, is_of_groups_past, is_suspect)):
            return None
        before = list(zip(self._harmed, told, strict=False))
        found = (
            self._of_event(people)
            or self._sites.of_named_deed(people)
            or of_weekday(self._context, self._sites, before, people)
        )
        if found is not None:
            return found
        tells, total = self._context.tells, people.scope == "cumulative"
        if tells(people.sentence, "unsaid-where"):
            return None
        if total and (counted := of_health_office(self._context, people)):
            return counted
        end = self._context.sentences[people.sentence].end
        record = self._context.says(people.sentence, "record-since", people.end, end)
        period = is_in_a_period(self._context, people) and (
            not record or self._is_of_the_year(people, record)
        )
        placeless = total or tells(people.sentence, "in-such-attacks") is not None
        if period or (placeless and self._is_placeless(at, told)):
            return None
        if (total or tells(people.sentence, "running")) and counts_a_nation(self._context, people):
            return None
        area = tells(people.sentence, "in-the-area")
        if area and (total or "same" in area.group().lower() or tells(people.sentence, "other-time")):
            return self._company.told_last(at, told)
        if tells(people.sentence, "other-time") and not total:
            return None
        if not total and (is_of_older_day(self._context, people) or tells(people.sentence, "other-attack")):
            return None
        if people.scope == "flow":
            return self._before(at, told)
        if (another := tells(people.sentence, "another-place")) is not None:
            towns = another.group().lower().rstrip("s").endswith(("village", "town"))
            wide = self._company.wide_before(at, told, _DISTRICT if towns else _TOWN)
            return wide or self._company.region_above(
                people, (_REGION, _DISTRICT) if towns else (_TOWN, _TOWN)
            )
        again = any(are_as_many(people, other) for other in self._harmed[:at])
        some_region = tells(people.sentence, "in-some-region") and not again
        if some_region or is_of_the_land(self._context, people):
            return self._retold.below(at) if some_region else None
        if opens_item(self._context, people):
            return self._retold.below(at) or self._of_attack(people, self._next(people))
        if is_set_apart(self._context, people):
            return self._retold.below(at) or self._retold.above(at, told)
        if self._heads_what_follows(people):
            return self._of_attack(people)
        known = is_known(self._context, people)
        found = self._retold.below(at) or (self._retold.of_known(at, told) if known else None)
        found = found or self._of_its_event(at, told) or self._before(at, told)
        found = found or self._of_attack(people)
        found = found or self._retold.above(at, told)
        if (land := land_named(self._context, people, found)) is not None:
            return None if total else whereabouts(self._context, land, "place-country")
        if total and found is not None and self._is_of_one_attack(people, found):
            return None
        told_large = self._context.text[people.start : people.end].lower().endswith(_WAR_TOLLS)
        if total and found is not None and found.rank > _DISTRICT and told_large:
            return None  # Thousands did not die in the village of the news.
        return found

    def _of_its_event(self, at: int, told: Sequence[Where]) -> Where | None:
        """ "It came a day after a raid in Sarmin killed four. Three women were among the dead": where the attack was that
        the sentence goes on about, and not the one that it was told beside."""
        if self._harmed[at].scope != "incident":
            return None
        places = self._events.places(at, told)
        return places[0]._replace(rule="place-of-event") if places else None

    def _is_of_the_year(self, people: Harmed, record: re.Match[str]) -> bool:
        """ "4,000 have died this year, the bloodiest since": a total of the year, whatever it is compared to."""
        end = people.end + record.start()
        year = self._context.says(people.sentence, "this-year", people.end, end)
        return people.scope == "cumulative" and year is not None

    def _is_of_one_attack(self, people: Harmed, found: Where) -> bool:
        """Whether a total would be given the town of an attack told near by: "The fighting has also killed scores"."""
        narrow = found.rank > _REGION or (people.low or 0) >= _WAR
        of_attack = found.rule == "place-attack" and narrow
        return of_attack and not self._context.is_headline(people.sentence)

    def _of_event(self, people: Harmed) -> Where | None:
        """ "In the protests": the last place in which these were said to be, were it a country."""
        context = self._context
        match = context.tells(people.sentence, "event")
        if match is None:
            return None
        stem = match.group(1).lower()[:6]
        for sentence in range(people.sentence - 1, max(-1, people.sentence - _FAR_BACK), -1):
            span = context.sentences[sentence]
            if stem not in context.text[span.start : span.end].lower():
                continue
            capital = self._capitals.of_land(sentence)
            if capital is not None:
                return capital._replace(rule="place-event")
            sites = [
                site
                for site in context.sites(sentence)
                if site.lead in place_words().leads or site.start < span.start + 4
            ]
            if sites:
                return whereabouts(context, max(sites, key=lambda site: site.rank), "place-event")
        return None

    def _of_mates(self, at: int) -> Where | None:
        """The place of the nearest claim in the same sentence."""
        mates = [
            (abs(i - at), here)
            for i, here in enumerate(self._here)
            if here is not None
            and self._harmed[i].sentence == self._harmed[at].sentence
            and self._company.are_of_one_kind(self._harmed[at], self._harmed[i])
            and not self._company.is_compared(self._harmed[at], self._harmed[i])
            and not self._company.have_own_deeds(self._harmed[at], self._harmed[i])
        ]
        return min(mates, key=lambda pair: pair[0])[1]._replace(rule="place-mate") if mates else None

    def _is_placeless(self, at: int, told: Sequence[Where]) -> bool:
        """Whether the running total told just before has no place either."""
        return self._is_total_before(at, 2) and told[at - 1].name is None

    def _is_total_before(self, at: int, sentences: int) -> bool:
        if not at or self._harmed[at - 1].scope != "cumulative":
            return False
        return self._harmed[at].sentence - self._harmed[at - 1].sentence <= sentences

    def _next(self, people: Harmed) -> range:
        """Their sentence and the next."""
        return range(people.sentence, people.sentence + 2)

    def _of_attack(self, people: Harmed, within: range | None = None) -> Where | None:
        """The place in the sentence nearest by, or `within` some of them, that speaks of an attack."""
        if people.harm in ("captured", "missing"):
            return None
        near = within or range(people.sentence - _FAR_BACK, people.sentence + _AHEAD + 1)
        near = range(max(0, near.start), min(len(self._context.sentences), near.stop))
        thread = self._context.threads
        own = self._context.sites(people.sentence)
        judged = any(is_of_what_followed(self._context, people, site) for site in own)
        near_by = (
            sentence
            for sentence in near
            if thread[sentence] == thread[people.sentence] and not (judged and sentence == people.sentence)
        )
        opens = self._context.is_headline(people.sentence)
        above = _BELOW if opens else 0  # A heading goes with what is below it.
        ordered = sorted(
            near_by,
            key=lambda one: abs(one - people.sentence) + (above if one < people.sentence else 0),
        )
        attacks = (
            sentence
            for sentence in ordered
            if (
                self._context.bag(sentence) & place_words().incident
                and not self._context.tells(sentence, "came-as")
            )
            or (opens and 0 < sentence - people.sentence <= _BELOW)
            or (sentence == people.sentence + 1 and self._goes_on_with_the_attack(people, sentence))
        )
        return self._sites.best(attacks, 2, "place-attack")

    def _goes_on_with_the_attack(self, people: Harmed, sentence: int) -> bool:
        """ "Killed in a clash. Gunmen tried to storm a camp in Tellin": the same day's attack, in the next sentence."""
        if _STORMED.isdisjoint(self._context.bag(sentence)):
            return False
        return not is_of_other_day(self._context, people, sentence)

    def _before(self, at: int, told: Sequence[Where]) -> Where | None:
        """The place of the claim before, or of a sentence between it and this one."""
        people, thread = self._harmed[at], self._context.threads
        last = self._harmed[at - 1].sentence if at else -1
        first = people.sentence if is_known(self._context, people) else people.sentence - 1 - _BACK
        for sentence in range(people.sentence - 1, max(last, first, -1), -1):
            if thread[sentence] != thread[people.sentence]:
                return None
            if self._context.tells(sentence, "long-ago") or self._context.tells(sentence, "culprit-caught"):
                continue
            found = self._sites.best([sentence], 2, "place-before")
            if found is None and (self._is_of_violence(sentence) or not self._is_at_a_building(sentence)):
                found = self._pointers.anaphor(people._replace(sentence=sentence))
            found = found or self._pointers.land_of_many_attacks(sentence)
            if found is not None:
                return found
        if at and told[at - 1].rule == "place-event" and people.sentence - last <= 1:
            return told[at - 1]
        for back in range(at - 1, max(-1, at - 5), -1):
            if thread[self._harmed[back].sentence] != thread[people.sentence]:
                return None
            if is_of_older_attack(self._context, people, self._harmed[back]):
                continue
            if self._events.are_apart(at, back):
                continue
            mates = back == at - 1 and (
                self._company.are_counted_together(people, self._harmed[back])
                or self._company.is_that_attack(people, self._harmed[back])
            )
            back = self._company.all_of(back, people)
            apart = land_named(self._context, people, told[back]) or self._company.is_of_old(
                people, self._harmed[back]
            )
            if not mates and apart:
                continue
            if told[back].name and (mates or self._company.are_alike(people, self._harmed[back])):
                where = self._company.told_abroad(at, told, told[back]) or told[back]
                where = town_of_other_day(self._context, people, self._harmed[back], where)
                return where._replace(rule="place-carried")
        return None if people.scope != "incident" or people.names else self._past_others(people, last)

    def _past_others(self, people: Harmed, last: int) -> Where | None:
        """The place of the attack told before those in between, who are counted where they lie or over a longer time."""
        thread = self._context.threads
        for sentence in range(last - 1, max(-1, people.sentence - 1 - _BACK), -1):
            if thread[sentence] != thread[people.sentence]:
                return None
            if not self._is_of_violence(sentence):
                continue
            found = self._sites.best([sentence], 2, "place-before")
            if found is not None and not self._context.tells(sentence, "long-ago"):
                return found
        return None

    def _is_of_violence(self, sentence: int) -> bool:
        words = place_words()
        return not (words.incident | words.violent | STRUCK).isdisjoint(self._context.bag(sentence))

    def _is_at_a_building(self, sentence: int) -> bool:
        """ "He was greeted at the airport"."""
        match = self._context.tells(sentence, "anaphor")
        return match is not None and place_words().nouns.get(match.group(1).lower(), 0) > _QUARTER

    def _heads_what_follows(self, people: Harmed) -> bool:
        """Whether a heading within the text has a figure that the next sentences give again."""
        if people.names or not people.sentence or not self._context.is_headline(people.sentence):
            return False
        below = (other for other in self._harmed if 0 < other.sentence - people.sentence <= _BELOW)
        return any(are_as_many(people, other) for other in below)
