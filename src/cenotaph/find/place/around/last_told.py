"""Where an attack was of which nothing says where: the place that the report told last, or the land that it speaks of."""

from collections.abc import Iterable, Sequence

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.around.apart import is_of_other_day, is_set_apart, is_suspect, opens_item
from cenotaph.find.place.around.company import Company
from cenotaph.find.place.around.land_spoken_of import land_spoken_of
from cenotaph.find.place.around.own_days import is_of_older_day
from cenotaph.find.place.around.told_sites import narrowest_told, of_local_office
from cenotaph.find.place.capitals import Capitals
from cenotaph.find.place.names.place_words import place_words
from cenotaph.find.place.pointers import Pointers
from cenotaph.find.place.war_tolls import is_of_groups_past, is_of_the_land
from cenotaph.find.place.whereabouts import is_avenged, is_looked_back_on, whereabouts

_BACK, _NEXT, _AHEAD = 6, 2, 2  # Sentences.
_LAND, _REGION, _DISTRICT, _TOWN, _SITE = 1, 2, 3, 4, 6  # Ranks, as in the pack `places`.
_MANY = 1_000  # Dead, whom no town's office counts.
_TAKEN = ("captured", "missing")
_SPOKEN_OF = ("other-attack", "unsaid-where", "in-such-attacks", "in-some-region")
_OF_LONG = ("other-time", "long-ago", "running")
_WARS = ("war", "invasion", "conflict")
_Stage = tuple[Iterable[int], int]


class LastTold:
    """Looks for it in one report; `harmed` are the people of its claims."""

    def __init__(self, context: ClaimContext, harmed: Sequence[Harmed]) -> None:
        self._context, self._harmed = context, harmed
        self._pointers, self._company = Pointers(context), Company(context, harmed)
        self._capitals = Capitals(context)

    def place(self, at: int, told: Sequence[Where]) -> Where | None:
        """The place told last for people of one attack whom nothing else places; `told` are those of the claims before."""
        people = self._harmed[at]
        found = self._told_last(at, told)
        if found is not None or people.names or self._is_of_the_past(people):
            return found
        return land_spoken_of(self._context, people)

    def _told_last(self, at: int, told: Sequence[Where]) -> Where | None:
        people = self._harmed[at]
        if people.scope != "incident" or self._is_spoken_of(people):
            return None
        office = of_local_office(self._context, people)
        if office is not None and (people.low or 0) < _MANY:
            return whereabouts(self._context, office, "place-office")
        if (town := self._pointers.of_mayor(people)) is not None:
            return town
        narrowest = self._narrowest(people)
        found = self._in_sentences(self._before(people), narrowest)
        if found is None and not people.names:
            found = self._of_claims(at, told, narrowest) or self._in_sentences(
                self._further(people), narrowest
            )
        return found or self._of_only_attack(people, narrowest)

    def _of_only_attack(self, people: Harmed, narrowest: int) -> Where | None:
        """The one town of violence of which a report in capitals has told by then, however far above: wire copy keeps to one story."""
        if not self._context.caps or people.harm in _TAKEN or narrowest < _SITE:
            return None
        violent = filter(self._is_violent, self._told_of(people, range(people.sentence)))
        told = [narrowest_told(self._context, one, range(_TOWN, narrowest + 1)) for one in violent]
        sites = [site for site in told if site is not None]
        names = {self._context.text[site.start : site.end].lower() for site in sites}
        return whereabouts(self._context, sites[0], "place-only") if len(names) == 1 else None

    def _is_of_the_past(self, people: Harmed) -> bool:
        readers = (is_looked_back_on, is_avenged, is_of_groups_past, is_suspect)
        return any(reader(self._context, people) for reader in readers)

    def _is_spoken_of(self, people: Harmed) -> bool:
        """Whether the people are told of besides, or are of another attack than what the report tells."""
        apart = is_set_apart(self._context, people) or opens_item(self._context, people)
        if apart or self._is_of_the_past(people):
            return True
        seized = self._context.tells(people.sentence, "seized") and not self._context.tells(
            people.sentence, "raid"
        )
        if people.harm in _TAKEN and (people.names or seized or self._narrowest(people) < _SITE):
            return True  # Who is named among the arrested, or was seized years ago, may have been taken anywhere.
        return any(self._context.tells(people.sentence, name) for name in _SPOKEN_OF)

    def _narrowest(self, people: Harmed) -> int:
        """The rank of the narrowest place that goes for them: of another day or of many, the town of the news does not."""
        if any(self._context.tells(people.sentence, name) for name in _OF_LONG) or self._is_in_a_period(
            people
        ):
            return _DISTRICT
        if is_of_the_land(self._context, people):
            return _LAND
        return _DISTRICT if is_of_older_day(self._context, people) else _SITE

    def _widest(self, people: Harmed) -> int:
        """The rank of the widest: a day's dead of a war are of no land, and a named person's land is where the deed was."""
        daily = self._context.tells(people.sentence, "running") is not None
        return _REGION if daily or people.names else _LAND

    def _is_in_a_period(self, people: Harmed) -> bool:
        """ "This month", and not the "veteran of the Orbian war"."""
        period = self._context.tells(people.sentence, "period")
        return period is not None and period.group().lower() not in _WARS

    def _before(self, people: Harmed) -> Iterable[_Stage]:
        """The sentences before to read one by one, with the least rank of a place: those of violence before others."""
        before = self._told_of(people, range(people.sentence - 1, -1, -1))[:_BACK]
        yield filter(self._is_violent, before), self._widest(people)
        if not people.names:
            yield before[:_NEXT], _REGION

    def _further(self, people: Harmed) -> Iterable[_Stage]:
        """The sentences behind that count nobody, and those before again for the land that they tell of."""
        at, last = people.sentence, len(self._context.sentences)
        behind = self._told_of(people, range(at + 1, min(last, at + 1 + _AHEAD)))
        if self._context.tells(at, "told-apart") is None and not is_of_the_land(self._context, people):
            yield [one for one in behind if self._is_violent(one) and self._goes_on(one)], _REGION
        yield self._told_of(people, range(at - 1, -1, -1))[:_BACK], self._widest(people)

    def _goes_on(self, sentence: int) -> bool:
        """Whether a sentence behind goes on about an attack: it tells of no other and counts nobody itself."""
        apart = self._context.tells(sentence, "told-apart") or self._context.tells(sentence, "came-as")
        return apart is None and all(other.sentence != sentence for other in self._harmed)

    def _told_of(self, people: Harmed, sentences: Iterable[int]) -> list[int]:
        """Those of the sentences that tell of the same incident."""
        threads, of_old = self._context.threads, self._company.is_of_old
        named = bool(people.names) and people.harm not in _TAKEN
        return [
            one
            for one in sentences
            if threads[one] == threads[people.sentence]
            and not is_of_other_day(self._context, people, one)
            and not of_old(people, people._replace(sentence=one))
            and not (named and self._is_of_arrests(one))
        ]

    def _is_of_arrests(self, sentence: int) -> bool:
        """Whether a sentence counts people who were taken there, and nobody else: the named dead need not be of that place."""
        told = {other.harm for other in self._harmed if other.sentence == sentence}
        return bool(told) and told.issubset(_TAKEN)

    def _is_violent(self, sentence: int) -> bool:
        words = place_words()
        return not (words.incident | words.violent).isdisjoint(self._context.bag(sentence))

    def _in_sentences(self, stages: Iterable[_Stage], narrowest: int) -> Where | None:
        for sentences, rank in stages:
            for sentence in sentences:
                site = narrowest_told(self._context, sentence, range(rank, narrowest + 1))
                if site is not None:
                    return whereabouts(self._context, site, "place-last")
                if (capital := self._capitals.of_land(sentence)) is not None:
                    return capital
        return None

    def _of_claims(self, at: int, told: Sequence[Where], narrowest: int) -> Where | None:
        """The place of the claims before, in whatever scope they are told."""
        for other, where in zip(reversed(self._harmed[:at]), reversed(told[:at]), strict=True):
            near = self._harmed[at].sentence - other.sentence <= _NEXT
            if not near or not self._told_of(self._harmed[at], [other.sentence]):
                return None
            if where.name and self._widest(self._harmed[at]) <= where.rank <= narrowest:
                return where._replace(rule="place-last")
        return None
