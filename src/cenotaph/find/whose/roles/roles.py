"""Whether the victims bore arms: by their noun, their title, what was hit, and the people told of beside them."""

import re
from collections.abc import Sequence

from cenotaph.find.answers import Side, Told, Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.nouns import COMBATANT, kind_of, role_words
from cenotaph.find.whose.parties import country_names, group_sides
from cenotaph.find.whose.persons.persons import Persons
from cenotaph.find.whose.phrases import whole_phrases
from cenotaph.find.whose.roles.retold import retold
from cenotaph.find.whose.roles.role_armies import Armies
from cenotaph.find.whose.roles.role_incidents import Incidents
from cenotaph.find.whose.roles.role_parts import CARRIED, Wholes, is_followed_by, of_phrase
from cenotaph.find.whose.roles.role_scenes import Scenes
from cenotaph.find.whose.roles.role_shares import Shares
from cenotaph.find.whose.roles.role_tolls import Tolls

__all__ = ["Told", "roles"]

_OF_A_NATION = ("side-said", "side-possessive", "side-suffered")
_OF_ANOTHER = ("side-said", "side-from", "side-foreigners")
_OF_ATTACKS = ("role-bomb", "role-target", "role-murder", "role-homes", "role-posted")
_BARE = ("side-said", "side-several")  # "Five Finns", "nine from other nations".
_BEHIND = 40  # Characters.
_CLOSE = 2  # Sentences.
_TITLED = ("role-title", "role-noun", "role-listed")
_LISTED = re.compile(
    r",? (?:and )?(?:Mullah |Haji )?|, (?:\d\d, )?(?:and )?(?:Mullah |Haji )?", re.IGNORECASE
)
_PLURAL = re.compile(r"[^s]s$")  # "Danes", which needs no noun; "Swiss" does.


def roles(
    context: ClaimContext, harmed: Sequence[Harmed], sides: Sequence[Side], where: Sequence[Where]
) -> list[Told]:
    """The roles of all claims of a report, in the order of `harmed`, which is that of the text."""
    reader, out = _Reader(context, whole_phrases(context, harmed), sides, where), list[Told]()
    for at in range(len(harmed)):
        out.append(reader.role(at, out))
    return retold(context, harmed, sides, out)


class _Reader:
    """Reads the roles of one report's claims, each knowing the answers (`told`) on those before it."""

    def __init__(
        self, context: ClaimContext, harmed: Sequence[Harmed], sides: Sequence[Side], where: Sequence[Where]
    ) -> None:
        self._context, self._harmed, self._sides, self._where = context, harmed, sides, where
        self._persons = Persons(context)
        self._kinds = [kind_of(people.victims) for people in harmed]
        self._said = [self._of_phrase(at) for at in range(len(harmed))]
        self._wholes = Wholes(context, harmed, sides, self._kinds, self._said)
        self._incidents = Incidents(context, harmed, sides, where, self._kinds, self._said)
        self._armies = Armies(context, harmed, sides, self._kinds)
        self._scenes = Scenes(context, harmed, sides, self._kinds)
        self._shares = Shares(context, harmed, sides, self._kinds)
        self._tolls = Tolls(context, harmed, sides, where, self._kinds)

    def _of_phrase(self, at: int) -> Told | None:
        """What the noun phrase says; "her son Carl, a conscript" is no civilian for being somebody's son."""
        people = self._harmed[at]
        said = of_phrase(people, self._kinds[at])
        kin = bool(people.names) and not role_words().kin.isdisjoint((people.victims or "").lower().split())
        armed = self._persons.bears_arms(people.names[0]) if kin else None
        return Told("combatants", armed, "role-title") if armed else said

    def role(self, at: int, told: Sequence[Told]) -> Told:
        """The role of one claim: the first of the readings, from the surest on, that finds one."""
        return (
            self._wholes.mixed(at, told)
            or self._wholes.among_fighters(at)
            or self._identified(at)
            or self._leader(at)
            or self._armies.crew(at)
            or self._attacker(at)
            or self._armies.fighting(at)
            or self._armies.of_ministry(at)
            or self._armies.enlisted(at)
            or self._said[at]
            or self._armies.belonging(at)
            or self._shares.role(at)
            or self._untold(at)
            or self._are_civilians(at)
            or self._member(at)
            or self._armies.in_battle(at)
            or self._listed(at, told)
            or self._person(at)
            or self._attacking(at)
            or self._predicated(at)
            or self._armies.of_an_army(at)
            or self._tolls.role(at, told)
            or self._incidents.captives(at)
            or self._wholes.parts(at)
            or self._wholes.again(at)
            or self._like_next(at)
            or self._like_last(at, told)
            or self._carried(at, told)
            or self._shares.of_last(at, told)
            or self._armies.losses(at)
            or self._armies.taken_back(at)
            or self._near(at)
            or self._scenes.murdered(at)
            or self._scenes.posted(at)
            or self._scenes.hit(at)
            or self._scenes.at_home(at)
            or self._scenes.held(at)
            or self._as_before(at, told)
            or self._toll_before(at, told)
            or self._of_incident(at)
            or Told("unknown", None, "role-none")
        )

    def _of_incident(self, at: int) -> Told | None:
        if self._kinds[at] not in (None, "people"):
            return None
        return self._incidents.of_soldiers(at) or self._incidents.of_civilians(at)

    def _identified(self, at: int) -> Told | None:
        """ "The soldiers were identified as X and Y": a name told so is of what the noun before says."""
        people = self._harmed[at]
        if not people.names or self._persons.bears_arms(people.names[0]) is not None:
            return None
        start = self._context.sentences[people.sentence].start
        match = self._context.says(people.sentence, "noun-identified", start, people.start)
        match = match or self._context.says(people.sentence, "noun-apposed", start, people.start)
        kind = kind_of(match.group(1)) if match else None
        if kind is None or kind in ("people", "attackers"):
            return None
        return Told("combatants" if kind in COMBATANT else "civilians", None, "role-identified")

    def _attacker(self, at: int) -> Told | None:
        names, said = self._harmed[at].names, self._said[at]
        attacked = self._sides[at].rule == "side-attacker" or (
            bool(names)
            and said is not None
            and said.rule == "role-retired"
            and self._persons.attacked(names[0])
        )
        return Told("combatants", None, "role-attacker") if attacked else None

    def _toll_before(self, at: int, told: Sequence[Told]) -> Told | None:
        """ "The army had first put the toll at ten people": of the soldiers told of right before."""
        people, last = self._harmed[at], self._harmed[at - 1] if at else None
        if last is None or self._kinds[at] not in (None, "people") or last.harm != people.harm or last.names:
            return None
        near = people.sentence - last.sentence <= 1 and last.scope == people.scope
        again = near and self._context.tells(people.sentence, "revised-toll")
        return told[at - 1]._replace(rule="role-toll") if again else None

    def _untold(self, at: int) -> Told | None:
        """Suspects, and those of whom the text says that nobody knows."""
        people, rule = self._harmed[at], self._sides[at].rule
        end = self._context.sentences[people.sentence].end
        unknown = self._context.says(people.sentence, "unidentified", people.end, end)
        if unknown or rule in ("side-suspect", "side-unspecified"):
            return Told("unknown", None, "role-untold")
        return None

    def _leader(self, at: int) -> Told | None:
        """An armed group's political leader counts with its fighters."""
        words = set((self._harmed[at].victims or "").lower().split())
        return self._member(at) if self._harmed[at].names and words & role_words().leaders else None

    def _member(self, at: int) -> Told | None:
        """People of an armed group bear arms, unless the noun says otherwise."""
        side = self._sides[at]
        return Told("combatants", side.span, "role-group") if side.side in group_sides() else None

    def _listed(self, at: int, told: Sequence[Told]) -> Told | None:
        """ "Corporals X and Y": a rank in the plural is that of all the names behind it."""
        people, last = self._harmed[at], self._harmed[at - 1] if at else None
        if last is None or not (people.names and last.names) or told[at - 1].rule not in _TITLED:
            return None
        if _LISTED.fullmatch(self._context.text[last.end : people.start]) is None:
            return None
        if told[at - 1].rule == "role-listed":
            return told[at - 1]
        ahead = self._context.text[max(0, last.start - 24) : last.start].lower().split()[-1:]
        ranks = {*ahead, (last.victims or last.names[0]).lower().split()[0]}
        plural = any(rank.endswith(("s", "men")) and _is_rank(rank) for rank in ranks)
        return told[at - 1]._replace(rule="role-listed") if plural else None

    def _person(self, at: int) -> Told | None:
        """A named person's, by rank or by what stands beside the name anywhere in the report."""
        people = self._harmed[at]
        if not people.names:
            return None
        span = self._persons.bears_arms(people.names[0])
        if span is not None or _holds_rank(people.names[0]):
            return Told("combatants", span, "role-title")
        if people.harm == "captured" and self._context.tells(people.sentence, "arrested"):
            return Told("unknown", None, "role-arrested")
        return Told("civilians", None, "role-person")

    def _attacking(self, at: int) -> Told | None:
        """ "Two men who opened fire at them"."""
        return (
            Told("combatants", None, "role-attacking")
            if is_followed_by(self._context, self._harmed[at], "attacking")
            else None
        )

    def _are_civilians(self, at: int) -> Told | None:
        """ "The two others were “civilians”"."""
        people = self._harmed[at]
        alone = self._kinds[at] in (None, "people") and not people.names
        said = (
            cue("are-civilians").found(self._context.text, people.end, people.end + _BEHIND)
            if alone
            else None
        )
        return Told("civilians", None, "role-predicate") if said else None

    def _predicated(self, at: int) -> Told | None:
        """ "Nine of whom were policemen", "one of them was a girl"."""
        people = self._harmed[at]
        end = self._context.sentences[people.sentence].end
        start = self._context.sentences[people.sentence].start
        match = cue("predicate").found(self._context.text, people.end, end)
        if match is None and self._kinds[at] is None:
            match = self._context.says(people.sentence, "including-before", start, people.start)
        match = match or self._context.says(people.sentence, "described-as", people.end, end)
        if match is None and self._kinds[at] is None:
            match = self._context.says(people.sentence, "is-noun", people.end, end)
        kind = kind_of(match.group(1)) if match else None
        if kind is None or kind == "people":
            return None
        return Told("combatants" if kind in COMBATANT else "civilians", None, "role-predicate")

    def _like_next(self, at: int) -> Told | None:
        """ "120 French and 80 German soldiers": the noun stands with the second alone; "120 Danes" is a noun itself."""
        if at + 1 >= len(self._harmed) or self._kinds[at] is not None or self._harmed[at].victims is None:
            return None
        people, other = self._harmed[at], self._harmed[at + 1]
        if _PLURAL.search(people.victims or ""):
            return None
        between = self._context.text[people.end : other.start]
        listed = other.sentence == people.sentence and len(between) < 30 and between.rstrip().endswith(" and")
        return self._said[at + 1] if listed else None

    def _like_last(self, at: int, told: Sequence[Told]) -> Told | None:
        """ "45 Danish soldiers and five Finns": a bare nation's name behind soldiers."""
        people, last = self._harmed[at], self._harmed[at - 1] if at else None
        if last is None or self._kinds[at] is not None or people.names or self._sides[at].rule not in _BARE:
            return None
        if (last.sentence, last.harm) != (people.sentence, people.harm) or self._kinds[
            at - 1
        ] not in COMBATANT:
            return None
        if (
            self._sides[at].side
            == country_names().get(self._where[at].country or "")
            != self._sides[at - 1].side
        ):
            return None  # "13 Danish soldiers and 170 Afghans" in Kabul.
        end = max(last.end, last.victims_span.end if last.victims_span else 0)
        joined = cue("side-list").found(self._context.text, end, people.start)
        return told[at - 1]._replace(rule="role-carried") if joined else None

    def _carried(self, at: int, told: Sequence[Told]) -> Told | None:
        """The role of those whose side these people share by what the sentence says."""
        return told[at - 1]._replace(rule="role-carried") if at and self._sides[at].rule in CARRIED else None

    def _near(self, at: int) -> Told | None:
        if self._scenes.is_of_fought_land(at) and self._kinds[at] in (None, "people"):
            return None
        return self._like_near(at)

    def _like_near(self, at: int) -> Told | None:
        """The role of other victims told near by: civilians of the same attack, or soldiers of the same nation."""
        people = self._harmed[at]
        for i in sorted(range(len(self._harmed)), key=lambda i: abs(i - at)):
            said, other = self._said[i], self._harmed[i]
            captive = (people.harm == "captured") != (other.harm == "captured")
            if i == at or said is None or other.scope != people.scope or captive:
                continue
            soldiers = said.role == "combatants" and i < at and self._is_abroad(at, self._sides[i].side)
            close = abs(other.sentence - people.sentence) <= 4
            struck = said.role == "civilians" and not self._context.tells(people.sentence, "military-target")
            if soldiers or (struck and close and self._is_one_attack(at, i)):
                return said._replace(rule="role-near")
        return None

    def _is_abroad(self, at: int, side: str | None) -> bool:
        """Whether these are said to be of that nation and were harmed outside it."""
        own = self._sides[at]
        if own.side != side or own.rule not in _OF_A_NATION:
            return False
        return country_names().get(self._where[at].country or "") != side

    def _is_one_attack(self, at: int, other: int) -> bool:
        """Whether two claims are of one attack: the same place, and the same side or one said by its nation."""
        if self._where[at].name != self._where[other].name:
            return False
        own = self._sides[at]
        return own.side in (None, self._sides[other].side) or own.rule in _OF_ANOTHER

    def _as_before(self, at: int, told: Sequence[Told]) -> Told | None:
        """The role of those told just before of the same attack: dead of the same place and harm."""
        people = self._harmed[at]
        for i in range(at - 1, max(-1, at - 3), -1):
            other = self._harmed[i]
            close = people.sentence - other.sentence <= _CLOSE and other.harm == people.harm
            if other.sentence < people.sentence and self._shares.is_new_blow(people.sentence):
                return None
            if close and told[i].rule in _OF_ATTACKS and self._is_one_attack(at, i):
                return told[i]._replace(rule="role-carried")
        return None


def _is_rank(word: str) -> bool:
    """Whether a word is a rank or a noun of those who bear arms: "corporals", "policemen"."""
    return word in role_words().titles or kind_of(word) in COMBATANT


def _holds_rank(name: str) -> bool:
    """Whether a name as it is written opens with a rank ("First Lt. Ann Roe")."""
    words = [word.strip(".") for word in name.lower().split()]
    return not role_words().titles.isdisjoint(words[:-1])
