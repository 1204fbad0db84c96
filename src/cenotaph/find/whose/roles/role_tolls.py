"""The roles of people counted in running totals: all a war's dead, the soldiers of a state that fights abroad, two parts of
a total told before."""

from collections.abc import Sequence
from functools import cached_property

from cenotaph.find.answers import Side, Told, Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.text.scan import PartyMention
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.nouns import NounKind, role_words
from cenotaph.find.whose.parties import country_names
from cenotaph.find.whose.roles.role_reader import RoleReader

_OF_ALL = ("side-war", "side-both")
_OF_A_STATE = ("side-said", "side-possessive", "side-suffered", "side-carried", "side-whole")
_LOST_IN_WAR = ("killed", "wounded", "casualties", "missing")
_MANY, _OF_A_WAR = 100, 50_000  # Dead: fewer are those of a day, so many only a war has.
_GAZA = "Palestine"
_NAMED_WITH_TROOPS = 40  # Characters.
_NEAR, _FAR = 2, 12  # Sentences between two parts, and from their whole.


class Tolls(RoleReader):
    """Reads the totals of one report."""

    def __init__(
        self,
        context: ClaimContext,
        harmed: Sequence[Harmed],
        sides: Sequence[Side],
        where: Sequence[Where],
        kinds: Sequence[NounKind | None],
    ) -> None:
        super().__init__(context, harmed, sides, kinds)
        self._where = where

    def role(self, at: int, told: Sequence[Told]) -> Told | None:
        """The role of people counted in a total, of whom no noun tells it."""
        if self._kinds[at] not in (None, "people") or self._harmed[at].names:
            return None
        return self._of_sum(at, told) or self._of_war(at) or self._of_troops(at)

    def _of_war(self, at: int) -> Told | None:
        """ "The civil war has killed 250,000 people": soldiers, rebels and others."""
        people = self._harmed[at]
        low, bag = people.low or 0, self._context.bag(people.sentence)
        if people.scope != "cumulative" or people.harm == "captured" or low < _MANY:
            return None
        if (
            self._sides[at].rule not in _OF_ALL
            or bag & role_words().not_of_war
            or self._is_by_attacks(people)
        ):
            return None
        told = self._context.tells(people.sentence, "war-dead") or self._is_since(people.sentence)
        return Told("mixed", None, "role-war") if told or low >= _OF_A_WAR else None

    def _is_by_attacks(self, people: Harmed) -> bool:
        """ "Attacks on clinics that have left hundreds dead" in a war, and who was murdered in it."""
        start = self._context.sentences[people.sentence].start
        attacked = self._context.says(people.sentence, "by-attacks", start, people.start)
        return attacked is not None or self._context.tells(people.sentence, "murder") is not None

    def _is_since(self, sentence: int) -> bool:
        """ "The war began in 2011. Since then 9,000 people have died"."""
        if not sentence or self._context.tells(sentence, "since-it-began") is None:
            return False
        return self._context.tells(sentence - 1, "war-dead") is not None

    def _of_troops(self, at: int) -> Told | None:
        """ "An analyst puts Danish deaths at 7,000" of a war that Denmark's army fights in another land."""
        people, side = self._harmed[at], self._sides[at]
        if people.scope != "cumulative" or people.harm not in _LOST_IN_WAR or side.side in (None, _GAZA):
            return None
        if side.rule not in _OF_A_STATE or self._context.bag(people.sentence) & role_words().not_soldiers:
            return None
        return Told("combatants", None, "role-abroad") if side.side in self._abroad else None

    @cached_property
    def _abroad(self) -> frozenset[str]:
        """The states whose soldiers the report tells of, and who are harmed in no place of their own land."""
        states = {m.party.side for m in self._context.named if self._is_of_troops(m)}
        home = {country_names().get(where.country or "") for where in self._where}
        return frozenset(state for state in states if state not in home and self._fights_elsewhere(state))

    def _is_of_troops(self, mention: PartyMention) -> bool:
        end = mention.end + _NAMED_WITH_TROOPS
        return cue("its-troops").found(self._context.text, mention.end, end) is not None

    def _fights_elsewhere(self, state: str) -> bool:
        """Whether the report tells of the state's invasion, or places anybody's harm in another land."""
        if any(where.country is not None for where in self._where):
            return True
        named = (m for m in self._context.named if m.party.side == state)
        return any(cue("its-invasion").found(self._context.text, m.end, m.end + 40) for m in named)

    def _of_sum(self, at: int, told: Sequence[Told]) -> Told | None:
        """ "1,417 civilians were killed", and below "468 in the east; in the west 949": what the whole says of all."""
        people = self._harmed[at]
        for i, other in enumerate(self._harmed):
            near = i != at and abs(other.sentence - people.sentence) <= _NEAR
            if near and self._is_part(people, other):
                whole = self._whole_of(min(at, i), (people.low or 0) + (other.low or 0))
                if whole is not None and told[whole].role in ("civilians", "combatants"):
                    return told[whole]._replace(rule="role-sum")
        return None

    def _is_part(self, one: Harmed, other: Harmed) -> bool:
        alike = (one.harm, one.scope) == (other.harm, other.scope) and not other.names
        return alike and (one.low or 0) > 1 and (other.low or 0) > 1

    def _whole_of(self, first: int, total: int) -> int | None:
        """The last claim above that counts exactly so many, harmed alike."""
        people = self._harmed[first]
        for i in range(first - 1, -1, -1):
            other = self._harmed[i]
            alike = (other.harm, other.scope, other.low) == (people.harm, people.scope, total)
            if alike and people.sentence - other.sentence <= _FAR:
                return i
        return None
