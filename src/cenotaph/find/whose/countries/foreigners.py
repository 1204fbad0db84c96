"""Whether people of several nations are counted together: foreigners told apart, parts told by nation."""

from collections.abc import Callable, Sequence

from cenotaph.find.answers import Side
from cenotaph.find.whose.claimed import Claimed
from cenotaph.find.whose.counts.together import is_told_foreign
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.nouns import COMBATANT, NounKind
from cenotaph.find.whose.parties import group_sides

PLAIN: tuple[NounKind | None, ...] = (None, "people")
SAID = ("side-said", "side-from", "side-possessive", "side-title")
"""Rules by which words tell whose people somebody is."""
_NEAR = 6  # Sentences within which others are told to be of the same attack.
_CLOSE = 2  # Sentences within which others harmed in the same place are of the same attack.
_COUNTRY = 1  # A rank.
_LISTED = 10  # Counts behind a whole among which its nations are told.
_HOSTAGES = frozenset(("hostages", "captives"))
_DEATHS = frozenset(("killed", "bodies"))


class Foreigners:
    """Finds the foreigners among one report's people; `said` answers what a claim's own words tell."""

    def __init__(self, claimed: Claimed, said: Callable[[int, Sequence[Side]], Side | None]) -> None:
        self._context, self._harmed, self._kinds, self._where, self._theatre = claimed
        self._own = said

    def are_among(self, at: int, local: str, told: Sequence[Side]) -> bool:
        """Whether people of other nations than `local` are counted in a claim."""
        people = self._harmed[at]
        whole = self._kinds[at] in PLAIN or (
            self._kinds[at] == "civilians" and self._is_counted_apart(at, local, told)
        )
        if not people.names and (self._are_those_foreigners(at) or self._is_contrasted(at, local)):
            return True
        foreign = self._has_foreigners(at, local, told) if whole and not people.names else False
        foreign = foreign or (whole and self._is_told_by_nation(at, local))
        return foreign or (self._kinds[at] in PLAIN and self._has_fighters(at))

    def _has_fighters(self, at: int) -> bool:
        """ "Raids killed 70 people. Nine children and 11 rebels were among the dead", "... the rest were rebels"."""
        people = self._harmed[at]
        part = people.whole is not None or self._context.plain.startswith(" of the ", people.end)
        if part or people.names or people.harm == "captured":
            return False
        last = min(people.sentence + 1, len(self._context.sentences) - 1)
        if any(self._context.tells(sentence, "rest-armed") for sentence in (people.sentence, last)):
            return True
        kinds = {self._kinds[i] for i in range(len(self._harmed)) if i != at and self._is_part_of(at, i)}
        return "civilians" in kinds and not kinds.isdisjoint(("rebels", "fighters"))

    def _is_part_of(self, at: int, i: int) -> bool:
        """Whether a claim is told to be a part of another."""
        other = self._harmed[i]
        behind = other.sentence >= self._harmed[at].sentence
        among = other.whole == at or (behind and self._context.tells(other.sentence, "among") is not None)
        return among and self._is_of_same_attack(at, i)

    def _are_those_foreigners(self, at: int) -> bool:
        """ "The seven hostages" of a report that tells of seven foreign workers, "three children" of nine foreigners."""
        people = self._harmed[at]
        words = set((people.victims or "").lower().split())
        if people.whole is not None and people.whole < at and self._is_phrase_foreign(people.whole):
            return True
        held = _HOSTAGES & words
        return bool(held) and any(self._is_phrase_foreign(i) for i in range(len(self._harmed)) if i != at)

    def _is_contrasted(self, at: int, local: str) -> bool:
        """ "224 people, including 12 Americans": the others are none."""
        if self._kinds[at] not in PLAIN:
            return False
        parts = (i for i, other in enumerate(self._harmed) if other.whole == at and self._kinds[i] is None)
        own = (self._own(i, ()) for i in parts if not self._harmed[i].names)
        return any(one is not None and one.rule == "side-said" and one.side == local for one in own)

    def _is_phrase_foreign(self, i: int) -> bool:
        victims = (self._harmed[i].victims or "").lower()
        return ("foreign" in victims or "expat" in victims) and cue("both").found(victims) is not None

    def _is_counted_apart(self, at: int, local: str, told: Sequence[Side]) -> bool:
        """ "Six teachers (four Danes and two Finns)", "nine nurses, including two foreigners"."""
        people = self._harmed[at]
        end = people.victims_span.end if people.victims_span else people.end
        if self._context.text[end : end + 3].lstrip().startswith("("):
            return True
        parts = (i for i, other in enumerate(self._harmed) if other.whole == at)
        return any(self._is_of_another_nation(i, local, told) for i in parts)

    def _is_told_by_nation(self, at: int, local: str) -> bool:
        """ "Twenty people", and below "nine Italians, seven Japanese and an American": of several other nations."""
        people, nations = self._harmed[at], dict[int, set[str | None]]()
        if people.names or people.scope != "incident":
            return False
        for i, other in enumerate(self._harmed[at + 1 : at + 1 + _LISTED], at + 1):
            fewer = (other.low or 0) < (people.low or 0) and other.sentence - people.sentence <= 2 * _NEAR
            alike = other.harm == people.harm and self._kinds[i] not in COMBATANT and not other.names
            if alike and fewer and not self._is_elsewhere(at, i):
                own = self._own(i, ())
                if own is not None and own.rule in SAID and own.side not in (None, local):
                    nations.setdefault(other.sentence, set()).add(own.side)
        return any(len(named) > 1 for named in nations.values())

    def _is_foreign(self, at: int) -> bool:
        """ "Nine foreigners", "nine of the wounded were foreigners"."""
        people = self._harmed[at]
        if people.victims and cue("foreign").found(people.victims):
            return True
        return is_told_foreign(self._context, people)

    def _has_foreigners(self, at: int, local: str, told: Sequence[Side]) -> bool:
        return any(
            i != at and self._is_of_same_attack(at, i) and self._is_of_another_nation(i, local, told)
            for i in range(len(self._harmed))
        )

    def _is_in_one_place(self, at: int, i: int) -> bool:
        """Whether two claims told close to each other are of one place."""
        close = abs(self._harmed[i].sentence - self._harmed[at].sentence) <= _CLOSE
        here, there = self._where[at], self._where[i]
        return close and here.rank > _COUNTRY and here.name == there.name

    def _is_of_same_attack(self, at: int, i: int) -> bool:
        people, other = self._harmed[at], self._harmed[i]
        if other.whole == at:
            return True
        if other.whole is not None and self._are_elsewhere_named(at, other.whole):
            return False  # A part of those told of another attack.
        if other.harm != people.harm and {other.harm, people.harm} != _DEATHS:
            return False
        if self._is_elsewhere(at, i):
            return False
        near = other.scope == people.scope and abs(other.sentence - people.sentence) <= _NEAR
        in_place = self._is_in_one_place(at, i)
        if not (near or in_place) or not self._may_be_part(at, i):
            return False
        apart = self._context.text[other.start - 1 : other.start] == "("
        apart = apart or self._context.plain[other.end : people.start] == " of the "
        return in_place or apart or self._context.tells(other.sentence, "among") is not None

    def _are_elsewhere_named(self, at: int, i: int) -> bool:
        """Whether two claims are told of two places by name."""
        here, there = self._where[at].name, self._where[i].name
        return None not in (here, there) and here != there and self._harmed[i].scope == "incident"

    def _is_elsewhere(self, at: int, i: int) -> bool:
        """Whether a sentence says of another claim that it happened in another country than this one."""
        here, there = self._theatre.country(at), self._theatre.country(i)
        said = self._where[i].rule.startswith("place-sentence")
        return said and None not in (here, there) and here != there

    def _may_be_part(self, at: int, i: int) -> bool:
        """Whether a claim counts fewer than another; foreigners may be as many."""
        people, other = self._harmed[at].low, self._harmed[i].low
        if people is None or other is None or other <= (people or 1) - 1:
            return True
        return other <= people and self._is_foreign(i)

    def _is_of_another_nation(self, i: int, local: str, told: Sequence[Side]) -> bool:
        """Whether a claim is told to be of foreigners, or in words of belonging of another nation's people."""
        if self._is_foreign(i):
            return True
        if self._kinds[i] in COMBATANT:
            return False
        found = told[i] if i < len(told) else self._own(i, told)
        if found is not None and found.side in group_sides():
            return False
        return found is not None and found.side not in (None, local) and found.rule in SAID
