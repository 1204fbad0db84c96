"""Whether people of whom no noun tells were civilians, by what the rest of the report tells of the same attack."""

from collections.abc import Sequence
from functools import cached_property

from cenotaph.find.answers import Side, Told, Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.whose.nouns import NounKind, role_words
from cenotaph.find.whose.parties import country_names

_AROUND = 5  # Sentences on either side in which an attack is told.
_NAMED_ENEMY = ("Palestine", "Lebanon")  # Of whose dead the counts tell fighters and others together.


class Incidents:
    """Reads what one report tells of its attacks; `said` are the roles that the noun phrases of all its claims say."""

    def __init__(
        self,
        context: ClaimContext,
        harmed: Sequence[Harmed],
        sides: Sequence[Side],
        where: Sequence[Where],
        kinds: Sequence[NounKind | None],
        said: Sequence[Told | None],
    ) -> None:
        self._context, self._harmed, self._sides, self._where = context, harmed, sides, where
        self._kinds, self._said = kinds, said

    def of_civilians(self, at: int) -> Told | None:
        """ "Six people were killed in X" of an attack on whose village, houses or residents the report tells more."""
        people = self._harmed[at]
        side = self._sides[at].side
        if people.scope != "incident" or people.names or side is None or side in _NAMED_ENEMY:
            return None
        tells = self._context.tells
        bombed = bool(tells(people.sentence, "bomb")) and not tells(people.sentence, "gunmen")
        if bombed and not self._is_among_people(at):
            return None
        if people.harm == "captured" or self._context.tells(people.sentence, "fought"):
            return None
        if people.harm == "bodies" and not self._is_after_attack(people.sentence):
            return None  # Of a mass grave or of the dumped nobody knows.
        if self._has_soldiers(at) or self._context.tells(people.sentence, "military-target"):
            return None
        return Told("civilians", None, "role-incident") if bombed or self._is_of_homes(at) else None

    def _is_among_people(self, at: int) -> bool:
        """Whether a bomb went off in a street, a quarter, a cafe or several towns, with no soldiers or their posts near."""
        people, where = self._harmed[at], self._where[at]
        if any(self._context.tells(i, "posts-near") for i in self._beside(people.sentence)):
            return False
        towns = " and " in (where.name or "") and self._context.tells(people.sentence, "several-bombs")
        return bool(towns or self._context.tells(people.sentence, "in-the-streets"))

    def _beside(self, sentence: int) -> list[int]:
        """A sentence and those right before and behind it in its paragraph."""
        spans, text = self._context.sentences, self._context.text
        near = [sentence]
        if sentence and "\n\n" not in text[spans[sentence - 1].start : spans[sentence].start]:
            near.append(sentence - 1)
        if (
            sentence + 1 < len(spans)
            and "\n\n" not in text[spans[sentence].start : spans[sentence + 1].start]
        ):
            near.append(sentence + 1)
        return near

    def captives(self, at: int) -> Told | None:
        """ "He put the captives at a thousand", of a side whose other captives the report tells to be soldiers."""
        people, side = self._harmed[at], self._sides[at].side
        plain = self._kinds[at] in (None, "people") and not people.names
        if people.harm != "captured" or side is None or not plain:
            return None
        if self._context.tells(people.sentence, "kidnapped") or "hostage" in self._context.bag(
            people.sentence
        ):
            return None
        others = [
            said.role
            for i, said in enumerate(self._said)
            if said is not None
            and (self._harmed[i].harm, self._sides[i].side) == ("captured", side)
            and role_words().by_sex.isdisjoint((self._harmed[i].victims or "").lower().split())
        ]
        soldiers = bool(others) and set(others) == {"combatants"}
        return Told("combatants", None, "role-captives") if soldiers else None

    def of_soldiers(self, at: int) -> Told | None:
        """ "Troops found six more bodies", "the toll is nine dead and five wounded": of those whom the report tells of as
        soldiers or fighters and nothing else."""
        people = self._harmed[at]
        if people.names or people.harm == "captured" or self._speaks_of_civilians(at):
            return None
        bodies = people.harm == "bodies"
        nation = people.victims is not None and self._sides[at].rule in ("side-said", "side-from")
        land = country_names().get(self._where[at].country or self._context.dateline_country or "")
        abroad = land is not None and land != self._sides[at].side
        if nation and abroad and self._kinds[at] is None and people.sentence in self._told_of_soldiers:
            return Told("combatants", None, "role-incident")
        if self._is_found(at) if bodies else people.scope == "cumulative":
            return None
        fellows = range(len(self._harmed)) if bodies else self._fellows(at)
        roles = {said.role for i in fellows if i != at and (said := self._said[i]) is not None}
        like = [
            i
            for i in fellows
            if (said := self._said[i]) is not None
            and said.role == "combatants"
            and i != at
            and (self._sides[i].side == self._sides[at].side or self._sides[at].rule == "side-several")
        ]
        if roles != {"combatants"} or len(like) < (1 if bodies or people.victims is None else 2):
            return None
        return Told("combatants", None, "role-incident")

    @cached_property
    def _told_of_soldiers(self) -> frozenset[int]:
        """The sentences that count soldiers and nobody else by their noun, and those right behind."""
        found = set[int]()
        for people, said in zip(self._harmed, self._said, strict=True):
            if said is not None and said.role == "combatants":
                found |= {people.sentence, people.sentence + 1, people.sentence + 2}
        others = {
            p.sentence
            for p, said in zip(self._harmed, self._said, strict=True)
            if said and said.role != "combatants"
        }
        return frozenset(found - others)

    def _is_found(self, at: int) -> bool:
        """Whether the report tells of bodies in graves, dumped or unknown: whose these are nobody says."""
        told = {other.sentence for other in self._harmed if other.harm == "bodies"}
        return any(self._context.tells(sentence, "grave") for sentence in told)

    def _speaks_of_civilians(self, at: int) -> bool:
        sentence = self._harmed[at].sentence
        near = range(max(0, sentence - 1), min(len(self._context.sentences), sentence + 2))
        return any(self._context.tells(i, "at-home") for i in near)

    def _is_after_attack(self, sentence: int) -> bool:
        before = range(max(0, sentence - 1), sentence + 1)
        if any(self._context.tells(i, "grave") for i in before):
            return False
        return any(self._context.tells(i, "attack-told") for i in before)

    def _has_soldiers(self, at: int) -> bool:
        """Whether soldiers of the same side are told to be harmed in the same attack."""
        for i in self._fellows(at):
            said = self._said[i]
            if said is not None and said.role != "civilians" and self._sides[i].side == self._sides[at].side:
                return True
        return False

    def _is_of_homes(self, at: int) -> bool:
        if any((said := self._said[i]) is not None and said.role == "civilians" for i in self._fellows(at)):
            return True
        thread, sentence = self._context.threads, self._harmed[at].sentence
        near = range(max(0, sentence - _AROUND), min(len(self._context.sentences), sentence + _AROUND + 1))
        return any(
            thread[i] == thread[sentence]
            and (self._context.tells(i, "at-home") or self._context.tells(i, "robbed"))
            for i in near
        )

    def _fellows(self, at: int) -> list[int]:
        """The other claims of the same attack: of one thread, told near."""
        people, threads = self._harmed[at], self._context.threads
        return [
            i
            for i, other in enumerate(self._harmed)
            if i != at
            and other.scope == "incident"
            and threads[other.sentence] == threads[people.sentence]
            and abs(other.sentence - people.sentence) <= _AROUND
        ]
