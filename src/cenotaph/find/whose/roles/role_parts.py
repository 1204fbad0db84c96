"""The roles of people counted as a whole: what the parts told beside them, or the same people told again, say of them."""

import re
from collections.abc import Sequence

from cenotaph.find.answers import Side, Told
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.whose.counts.together import headed, summed_below
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.nouns import COMBATANT, NounKind, is_mixed, kind_of, role_words
from cenotaph.find.whose.parties import group_sides

CARRIED = ("side-carried", "side-whole", "side-part", "side-kin")
_DEATHS = frozenset(("killed", "bodies"))
_OF_OWN = (" of its", " of our", " of his", " of thei")
_HONOURED = frozenset(("mullah", "sheikh", "maulvi", "maulana", "imam", "haji", "qari"))
_RETIRED = frozenset(("retired", "former", "ex-soldier", "ex-soldiers", "ex-policeman", "ex-policemen"))
_OF_A_PARTY = re.compile(r"\b(?:party|union|student|political) (?:militant|cadre)s?$", re.IGNORECASE)
_TELLING = 5  # From here on two counts of one report with the same figure are of the same people.


class Wholes:
    """Reads the wholes of one report; `kinds` and `told` are what the noun phrases of all its claims are and say."""

    def __init__(
        self,
        context: ClaimContext,
        harmed: Sequence[Harmed],
        sides: Sequence[Side],
        kinds: Sequence[NounKind | None],
        said: Sequence[Told | None],
    ) -> None:
        self._context, self._harmed, self._sides = context, harmed, sides
        self._kinds, self._said = kinds, said

    def mixed(self, at: int, told: Sequence[Told]) -> Told | None:
        """ "Eight people (three soldiers and five civilians)", "54 were wounded. The wounded included two soldiers"."""
        people = self._harmed[at]
        if self._kinds[at] not in (None, "people") or people.names or people.harm == "captured":
            return None
        if self._are(at) is not None:
            return None
        found = {part.role for i in self._later_parts(at) if (part := self._of_part(i)) is not None}
        if self._is_armed_side(at, told) or self._are_someones_men(people):
            return None
        if self._lists_both(people) or self._adds_up(at) or self._sums_up(at):
            return Told("mixed", None, "role-parts")
        if "combatants" not in found:
            return None
        phrase = " ".join((people.victims or "").lower().split())
        elliptic = not phrase or phrase in role_words().elliptic
        alone = people.harm == "casualties" and found == {"combatants"} and elliptic
        all_told = found == {"combatants"} and self._is_their_sum(at)
        return Told("combatants" if alone or all_told else "mixed", None, "role-parts")

    def among_fighters(self, at: int) -> Told | None:
        """ "Thirty-five rebels, including ten women": by sex or age alone nobody is a civilian among fighters."""
        people = self._harmed[at]
        above = people.whole if people.whole is not None else self._listed_above(at)
        whole = self._said[above] if above is not None else None
        if whole is None or whole.role != "combatants" or not people.victims:
            return None
        words = set(people.victims.lower().split())
        among = self._kinds[at] == "civilians" and words & role_words().by_sex
        return Told("combatants", None, "role-among") if among else None

    def _listed_above(self, at: int) -> int | None:
        """The last people of the sentence before, where this one opens on some of them ("Among them were ten women")."""
        people = self._harmed[at]
        above = next((i for i in range(at - 1, -1, -1) if self._harmed[i].sentence < people.sentence), None)
        if above is None or self._harmed[above].harm != people.harm:
            return None
        near = self._harmed[above].sentence == people.sentence - 1
        return above if near and self._context.tells(people.sentence, "opens-on-some") else None

    def _of_part(self, at: int) -> Told | None:
        """What is said of a part: its noun, what is told of it, or that it is of an armed group."""
        group = self._sides[at].side in group_sides()
        told = self._said[at] or self._are(at)
        return told or (Told("combatants", None, "role-group") if group else None)

    def _are_someones_men(self, people: Harmed) -> bool:
        """ "Twenty of its men, among them a colonel", an army says."""
        words = (people.victims or "").lower().split()
        own = self._context.text[people.end : people.end + len(" of its ")].lower()
        return words[-1:] == ["men"] and (words[0] in role_words().possessives or own.startswith(_OF_OWN))

    def _are(self, at: int) -> Told | None:
        """ "At least three of the dead were policemen"."""
        people = self._harmed[at]
        end = self._context.sentences[people.sentence].end
        match = cue("predicate").found(self._context.text, people.end, end)
        kind = kind_of(match.group(1)) if match else None
        if kind is None or kind == "people":
            return None
        return Told("combatants" if kind in COMBATANT else "civilians", None, "role-predicate")

    def _is_their_sum(self, at: int) -> bool:
        """ "Twelve people died, including seven marines and five gunmen": the parts leave nobody else."""
        low = self._harmed[at].low
        parts = [
            self._harmed[i].low or 0
            for i in self._later_parts(at)
            if self._harmed[i].whole == at or self._harmed[i].sentence > self._harmed[at].sentence
        ]
        return low is not None and len(parts) > 1 and sum(parts) == low

    def _lists_both(self, people: Harmed) -> bool:
        """ "Nineteen bodies, including nurses, guards and a clerk"."""
        end = self._context.sentences[people.sentence].end
        listed = self._context.says(people.sentence, "including-list", people.end, end)
        return listed is not None and is_mixed(listed.group(1))

    def _adds_up(self, at: int) -> bool:
        """Whether civilians and combatants told right below are together no more than these."""
        people, parts = self._harmed[at], list[int]()
        for i in range(at + 1, min(at + 5, len(self._harmed))):
            other = self._harmed[i]
            near = people.sentence < other.sentence <= people.sentence + 2 and other.harm == people.harm
            if near and other.low is not None and self._sides[i].side == self._sides[at].side:
                parts.append(i)
        total = sum(self._harmed[i].low or 0 for i in parts)
        found = {said.role for i in parts if (said := self._said[i]) is not None}
        return people.low is not None and total <= people.low and {"civilians", "combatants"} <= found

    def _sums_up(self, at: int) -> bool:
        """A headline's three dead of whom the text tells "two fighters and one civilian"."""
        people = self._harmed[at]
        parts = summed_below(self._context, self._harmed, at)
        found = {told.role for i in parts if (told := self._of_part(i)) is not None}
        return bool(people.low) and {"civilians", "combatants"} <= found

    def _is_armed_side(self, at: int, told: Sequence[Told]) -> bool:
        if self._sides[at].side in group_sides():
            return True
        return 0 < at <= len(told) and told[at - 1].role == "combatants" and self._sides[at].rule in CARRIED

    def _later_parts(self, at: int) -> list[int]:
        """The claims behind that count a part of these people."""
        people, found = self._harmed[at], []
        for i in range(at + 1, min(at + 5, len(self._harmed))):
            other = self._harmed[i]
            if other.harm != people.harm or other.sentence > people.sentence + 2:
                continue
            between = self._context.text[people.end : other.start]
            bracketed = other.sentence == people.sentence and "(" in between and ")" not in between
            if (
                bracketed
                or other.whole == at
                or (other.sentence > people.sentence and self._context.tells(other.sentence, "some-of"))
            ):
                found.append(i)
        return found

    def parts(self, at: int) -> Told | None:
        """ "Seven people including five children": the parts tell of the whole."""
        people = self._harmed[at]
        near = range(people.sentence, min(people.sentence + 4, len(self._context.sentences)))
        all_of_them = people.harm == "killed" and any(self._context.tells(i, "all-civilians") for i in near)
        if is_followed_by(self._context, people, "some-civilians") or self._counts_civilians(at):
            return Told("mixed", None, "role-parts")
        listed = all_of_them or is_followed_by(self._context, people, "including-civilians")
        if listed or self._includes_civilians(at) or self._is_of_civilians(at):
            return Told("civilians", None, "role-parts")
        return None

    def _counts_civilians(self, at: int) -> bool:
        """ "657 people, including 124 civilians": the others are none."""
        people = self._harmed[at]
        for part in self._harmed[at + 1 : at + 3]:
            between = self._context.text[people.end : part.start].lower()
            alike = (part.sentence, part.harm) == (people.sentence, people.harm)
            if (
                alike
                and (part.victims or "").lower().split()[-1:] == ["civilians"]
                and (part.low or 0) <= (people.low or 0)
            ):
                return re.search(r"\b(?:including|among (?:them|whom))\W*$", between) is not None
        return False

    def _is_of_civilians(self, at: int) -> bool:
        """ "Killed four people. One of them was a girl"."""
        part = self._harmed[at + 1] if at + 1 < len(self._harmed) else None
        if (
            part is None
            or part.sentence != self._harmed[at].sentence + 1
            or part.harm != self._harmed[at].harm
        ):
            return False
        match = cue("predicate").found(
            self._context.text, part.end, self._context.sentences[part.sentence].end
        )
        return match is not None and kind_of(match.group(1)) == "civilians"

    def _includes_civilians(self, at: int) -> bool:
        people = self._harmed[at]
        for i in range(at + 1, len(self._harmed)):
            other, part = self._harmed[i], self._said[i]
            if (other.sentence, other.harm) == (people.sentence, people.harm):
                between = self._context.text[people.end : other.start]
                return part is not None and part.role == "civilians" and "includ" in between
        return False

    def again(self, at: int) -> Told | None:
        """The role of people of the same figure: a headline's of those below it, or any large one told in full."""
        people, head = self._harmed[at], headed(self._context, self._harmed, at)
        if head is not None:
            return self.mixed(head, ()) or self._said[head] or self.parts(head)
        if people.low is None or people.low < _TELLING:
            return None
        for i, other in enumerate(self._harmed):
            deaths = {people.harm, other.harm} <= _DEATHS or people.harm == other.harm
            if i == at or not deaths or other.low != people.low or other.scope != people.scope:
                continue
            told = self.mixed(i, ()) if i < at else None
            if self._lists_both(other) or (told is not None and told.role == "mixed"):
                return Told("mixed", None, "role-again")
        return None


def is_followed_by(context: ClaimContext, people: Harmed, name: str) -> bool:
    """Whether the rest of the sentence behind a count has the cue of that name."""
    end = context.sentences[people.sentence].end
    return context.says(people.sentence, name, people.end, end) is not None


def of_phrase(people: Harmed, kind: NounKind | None) -> Told | None:
    """The role that the noun phrase says."""
    if not people.victims:
        return None
    if is_mixed(people.victims):
        return Told("mixed", people.victims_span, "role-mixed")
    if kind == "civilians" and people.names and people.victims.lower().split()[0] in _HONOURED:
        return None  # "Commander Mullah X": so a fighter may be called.
    if kind == "civilians":
        return Told("civilians", people.victims_span, "role-noun")
    words = set(people.victims.lower().split())
    if kind == "state" and words & _RETIRED:
        return Told("civilians", people.victims_span, "role-retired")
    if _OF_A_PARTY.search(people.victims):
        return Told("civilians", people.victims_span, "role-noun")
    armed = kind in COMBATANT or words & role_words().armed_words
    return Told("combatants", people.victims_span, "role-noun") if armed else None
