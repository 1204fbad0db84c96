"""Whose people the persons are whom claims name."""

from collections.abc import Sequence

from cenotaph.find.answers import Side
from cenotaph.find.context import Harmed
from cenotaph.find.whose.claimed import Claimed
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.kinds import ARMED
from cenotaph.find.whose.nouns import COMBATANT
from cenotaph.find.whose.parties import country_names, group_sides
from cenotaph.find.whose.persons.companions import of_companion, of_follower
from cenotaph.find.whose.persons.names import led_by, surnames
from cenotaph.find.whose.persons.persons import Persons
from cenotaph.model import Span

_FEW = 3  # Foreigners told of whose names may follow.
_INTRODUCED = 8  # Sentences.


class Named:
    """Reads what one report tells of the persons it names."""

    def __init__(self, claimed: Claimed) -> None:
        self._context, self._harmed, self._kinds, _, self._theatre = claimed
        self._persons = Persons(claimed.context)

    def led(self, at: int) -> Side | None:
        """Those around the leader of an armed group, or loyal to one: the group's."""
        people = self._harmed[at]
        return of_follower(self._context, people) or of_companion(self._context, people, self._persons)

    def of(self, at: int) -> Side | None:
        """The group or the nation of a person named."""
        people = self._harmed[at]
        if not people.names:
            return None
        name = people.names[0]
        found = self._persons.side(name) or self._persons.home(name) or self._mourned(people)
        if found is None:
            found = self._persons.member(name, people.sentence)
            group = None if found else led_by(name)
            found = Side(group, None, "side-member") if group else found
        if found is not None and found.rule == "side-member" and self.has_left(at):
            return None
        span = self._context.sentences[people.sentence]
        held = found is None and people.harm == "captured"
        if held and self._context.says(people.sentence, "suspects-named", span.start, people.start):
            return Side(None, None, "side-attacker")
        if found is None and self._context.says(
            people.sentence, "terrorist-named", people.end, people.end + 60
        ):
            return Side(None, None, "side-attacker")
        if (found is None or found.rule != "side-member") and self._persons.attacked(name):
            return Side(None, None, "side-attacker")
        return found

    def has_left(self, at: int) -> bool:
        """Whether a person of an armed group is told to have left it for politics."""
        names = self._harmed[at].names
        return bool(names) and self._persons.is_politician(names[0])

    def _mourned(self, people: Harmed) -> Side | None:
        """ "Denmark mourned the killing of X": a land mourns its own."""
        for mention in self._context.parties(people.sentence):
            land = mention.party.kind == "country" and not mention.glued and mention.end < people.start
            if land and cue("land-mourns").found(self._context.text, mention.end, people.start):
                return Side(mention.party.side, Span(mention.start, mention.end), "side-title")
        return None

    def introduced(self, at: int, told: Sequence[Side]) -> Side | None:
        """ "A Danish hostage was killed ... Carl Roe had been held since May": the one foreigner told of before, by name."""
        people = self._harmed[at]
        if not people.names or self._kinds[at] in COMBATANT:
            return None
        local = country_names().get(self._theatre.country(at) or "")
        foreign = [
            i
            for i in range(at)
            if (self._harmed[i].low or _FEW + 1) <= _FEW
            and not self._harmed[i].names
            and not (self._kinds[i] in ARMED and self._harmed[i].low != 1)
            and told[i].rule in ("side-said", "side-from")
            and told[i].side not in (None, local)
        ]
        nations, last = {told[i].side for i in foreign}, foreign[-1] if foreign else None
        if last is None or len(nations) > 1 or nations & group_sides():
            return None
        near = people.sentence - self._harmed[last].sentence <= _INTRODUCED
        named = [told[i].rule for i in range(last, at) if self._harmed[i].names]
        left = named.count("side-introduced") < (self._harmed[last].low or 0) and "side-place" not in named
        return told[last]._replace(rule="side-introduced") if near and left else None

    def again(self, at: int, told: Sequence[Side]) -> Side | None:
        """The side told before for a person of one of these names, or for the one that these are believed to be."""
        people = self._harmed[at]
        own = set().union(*map(surnames, people.names)) if people.names else set()
        believed = self._context.says(people.sentence, "believed-to-be", people.end, people.end + 60)
        if believed is not None and not own:
            behind = people.end + believed.end()
            own = surnames(" ".join(self._context.text[behind : behind + 40].split()[:2]).strip(".,"))
        for back in range(at - 1, -1, -1):
            if told[back].side and any(own & surnames(name) for name in self._harmed[back].names):
                return told[back]._replace(rule="side-same-person")
        return None
