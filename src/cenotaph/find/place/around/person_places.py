"""Where a named person was harmed, when a report tells it anywhere."""

from collections.abc import Sequence

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.names.place_words import place_words
from cenotaph.find.place.sentence.referring import is_of_destination
from cenotaph.find.place.whereabouts import whereabouts
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.persons.names import may_be_one, surnames

_VIOLENCE = 14  # Words.
_NEAR = 5  # Sentences.
_OFFICE = 70  # Characters from an office to its place.
_LEADERS = frozenset(
    ("commander", "leader", "chief", "head", "deputy", "official", "figure", "journalist", "politician")
)
_TAKEN = ("captured", "missing")  # Who was seized in one place may have died in another.
_HELD = frozenset(("captive", "hostage"))
_FOUND = frozenset(("body", "bodies", "corpse", "remains", "dead"))
_SEIZED = frozenset(("captured", "abducted", "kidnapped", "seized", "detained", "arrested", "prisoner"))
_NAMED = frozenset(("identified", "named", "identifies", "names"))
_SLAIN = frozenset(("killed", "killing", "assassinated", "assassination", "killings", "kills"))


class PersonPlaces:
    """Looks for the places of one report's named people; `here` holds what their claims' sentences say."""

    def __init__(self, context: ClaimContext, harmed: Sequence[Harmed], here: Sequence[Where | None]) -> None:
        self._context, self._harmed, self._here = context, harmed, here
        self._named: dict[int, list[str]] = {}
        for people in harmed:
            if people.names:
                self._named.setdefault(people.sentence, []).append(people.names[0])

    def place(self, at: int, told: Sequence[Where]) -> Where | None:
        """The narrowest place told for a person of the same name anywhere in the report."""
        names = self._harmed[at].names
        if not names:
            return None
        captive = self._harmed[at].harm in _TAKEN
        places = self._told(names[0], told)
        found = [where for other, where in places if (other.harm in _TAKEN) == captive]
        if captive and found:
            return max(found, key=lambda here: here.rank)._replace(rule="place-person")
        words, parts = names[0].split(), surnames(names[0])
        for sentence in self._context.sentences_with(*words[-2 if len(words) > 2 else -1 :]):
            bag = self._context.bag(sentence)
            if any(not may_be_one(names[0], other) for other in self._named.get(sentence, ())):
                continue
            if sentence != self._harmed[at].sentence and parts & bag and bag & place_words().violent:
                near = self._violent(sentence) if captive or not self._tells_taking(sentence) else []
                found += [one for one in near if not self._is_of_others(sentence, one)]
        found = [*found, *self._of_own_office(self._harmed[at])] if found else found
        found = found or self._before_the_name(at, told) or self._held(names[0])
        return max(found, key=lambda here: here.rank)._replace(rule="place-person") if found else None

    def _of_own_office(self, people: Harmed) -> list[Where]:
        """ "The mayor of Tellin, Y": where a person holds office, which a wider place told of him elsewhere does not outdo."""
        context = self._context
        start = context.sentences[people.sentence].start
        return [
            whereabouts(context, site, "place-person")
            for site in context.sites(people.sentence)
            if context.text[site.end : people.start] == ", "
            and cue("local-office").found(context.text, max(start, site.start - _OFFICE), site.start)
        ]

    def _tells_taking(self, sentence: int) -> bool:
        """Whether a sentence tells where somebody was seized, who may have been killed elsewhere."""
        bag = self._context.bag(sentence)
        told = bag & (place_words().violent | place_words().incident)
        return told <= _SEIZED and _FOUND.isdisjoint(bag)

    def _told(self, name: str, told: Sequence[Where]) -> list[tuple[Harmed, Where]]:
        """What sentences say of a person, and what the claims before were given."""
        here = [(other, place) for other, place in zip(self._harmed, self._here, strict=True) if place]
        before = [(other, where) for other, where in zip(self._harmed, told, strict=False) if where.name]
        return [pair for pair in here + before if any(may_be_one(name, other) for other in pair[0].names)]

    def _before_the_name(self, at: int, told: Sequence[Where]) -> list[Where]:
        """ "A strike in Tellin killed the group's commander. The death of Y": the place of one told without a name."""
        people, context = self._harmed[at], self._context
        first = min(context.sentences_with(people.names[0].split()[-1]), default=people.sentence)
        for back in range(at - 1, -1, -1):
            other = self._harmed[back]
            if people.sentence - other.sentence > _NEAR or other.names:
                break
            who = set((other.victims or "").lower().split())
            identified = people.sentence - other.sentence <= 1 and _NAMED & context.bag(people.sentence)
            alone = (
                other.low == 1
                and (identified or not _LEADERS.isdisjoint(who))
                and other.harm == people.harm
                and other.sentence <= first
            )
            if alone and told[back].name:
                return [told[back]]
        before = first - 1
        if first != people.sentence or before < 0 or _LEADERS.isdisjoint(context.bag(before)):
            return []
        return self._violent(before) if context.bag(before) & _SLAIN else []

    def _held(self, name: str) -> list[Where]:
        """ "X, held captive by militants in Yemen, was killed in a rescue attempt": the land of those who held a person."""
        found = list[Where]()
        for sentence in self._context.sentences_with(name.split()[-1]):
            if surnames(name) & self._context.bag(sentence):
                held = self._context.tells(sentence, "held-captive")
                found += self._violent(sentence) if held is not None else []
        return found[:1]

    def _is_of_others(self, sentence: int, where: Where) -> bool:
        """ "Hours after the hanging of Ali a bomb killed 31 in Tellin": where others of the sentence were harmed."""
        told = zip(self._harmed, self._here, strict=True)
        here = (place for one, place in told if one.sentence == sentence and (one.low or 0) > 1)
        return any(place is not None and place.span == where.span for place in here)

    def _violent(self, sentence: int) -> list[Where]:
        """The places of a sentence that stand close behind a word of violence."""
        pack, found = place_words(), []
        for site in self._context.sites(sentence):
            before = set(self._context.words_before(sentence, site.start)[-_VIOLENCE:])
            if (
                site.lead in pack.leads
                and not self._context.is_in_dateline(site.start)
                and not is_of_destination(self._context, site)
                and before & (pack.violent | pack.incident | _HELD)
            ):
                found.append(whereabouts(self._context, site, "place-person"))
        return found
