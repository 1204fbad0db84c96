"""Whether people of whom no noun tells were soldiers, by what is said of them: whose losses they are, where they fell."""

import re

from cenotaph.find.answers import Told
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.nouns import COMBATANT, kind_of, role_words
from cenotaph.find.whose.parties import group_sides
from cenotaph.find.whose.roles.role_parts import is_followed_by
from cenotaph.find.whose.roles.role_reader import RoleReader

_RETURNED = ("side-taken-back", "side-handed")
_SAILORS = frozenset(("sailor", "sailors", "seaman", "seamen", "crewman", "crewmen", "captain", "captains"))
_HELD = frozenset(("hostage", "hostages", "civilian", "civilians", "families", "relatives", "captives"))
_TROOPS = frozenset(("troops", "soldiers", "servicemen", "forces", "army"))
_ENLISTED = frozenset(
    ("members", "member", "volunteers", "volunteer", "men", "elements", "leaders", "leader")
)
_AROUND = 60  # Characters behind a count in which a ministry speaks of it.


class Armies(RoleReader):
    """Reads what makes one report's people soldiers; `kinds` are what their noun phrases say."""

    def crew(self, at: int) -> Told | None:
        """The crew of a tank or a warplane, and sailors of a tanker or a trawler, who are none."""
        people = self._harmed[at]
        if _SAILORS.intersection((people.victims or "").lower().split()[-1:]):
            merchant = self._context.tells(people.sentence, "merchant-ship")
            return Told("civilians", people.victims_span, "role-crew") if merchant else None
        if "crew" not in (people.victims or "").lower():
            return None
        armed = self._context.tells(people.sentence, "crewed")
        return Told("combatants", people.victims_span, "role-crew") if armed else None

    def fighting(self, at: int) -> Told | None:
        """ "Five Danish volunteers fighting for Kyiv": whoever fights in a war."""
        people = self._harmed[at]
        end = people.victims_span.end if people.victims_span else people.end
        limit = self._context.sentences[people.sentence].end
        told = self._kinds[at] in (None, "people", "civilians") and self._context.says(
            people.sentence, "fighting-for", end, limit
        )
        return Told("combatants", people.victims_span, "role-fighting") if told else None

    def of_ministry(self, at: int) -> Told | None:
        """People of a ministry of defence or the interior: soldiers and police."""
        people = self._harmed[at]
        alone = self._kinds[at] in (None, "people", "civilians") and not people.names
        of_it = alone and cue("of-ministry").found(self._context.text, people.end, people.end + _AROUND)
        return Told("combatants", None, "role-ministry") if of_it else None

    def enlisted(self, at: int) -> Told | None:
        """ "Ten members of the Revolutionary Guards", "volunteers of the VDP": people of an armed force."""
        people = self._harmed[at]
        words = set((people.victims or "").lower().split())
        if people.victims_span is None or not words & _ENLISTED:
            return None
        end = people.victims_span.end
        if cue("of-armed-body").found(self._context.text, end, end + _AROUND) is not None:
            return Told("combatants", people.victims_span, "role-force")
        for mention in self._context.parties(people.sentence):
            inside = people.victims_span.start <= mention.start < people.victims_span.end + 1
            behind = cue("of-a-force").found(self._context.text, people.victims_span.end, mention.start)
            if mention.party.kind in ("force", "group") and (inside or behind):
                return Told("combatants", people.victims_span, "role-force")
        return None

    def belonging(self, at: int) -> Told | None:
        """Bodies that belong to an armed group, or to a nation's soldiers."""
        people = self._harmed[at]
        if people.harm != "bodies":
            return None
        end = self._context.sentences[people.sentence].end
        match = self._context.says(people.sentence, "belonging", people.end, end)
        if match is None:
            return None
        behind = self._context.text[people.end + match.end() : end]
        kind = kind_of(" ".join(re.findall(r"[\w-]+", behind)[:3]))
        group = self._sides[at].rule == "side-from" and self._sides[at].side in group_sides()
        return Told("combatants", None, "role-belonging") if group or kind in COMBATANT else None

    def in_battle(self, at: int) -> Told | None:
        """ "Killed in action", "fell in battle": soldiers do."""
        people = self._harmed[at]
        alone = self._kinds[at] in (None, "people") and is_followed_by(self._context, people, "in-battle")
        return Told("combatants", None, "role-battle") if alone else None

    def taken_back(self, at: int) -> Told | None:
        """ "Moscow took back 300 bodies": what a state has returned by its enemy are its soldiers."""
        people = self._harmed[at]
        start = self._context.sentences[people.sentence].start
        traded = self._sides[at].rule == "side-said" and (
            self._context.says(people.sentence, "handed-over", start, people.start)
            or self._context.says(people.sentence, "taken-back", start, people.start)
        )
        if people.harm != "bodies" or not (traded or self._sides[at].rule in _RETURNED):
            return None
        others = self._context.bag(people.sentence) & (_HELD | role_words().by_sex)
        return None if others else Told("combatants", None, "role-returned")

    def of_an_army(self, at: int) -> Told | None:
        """ "The army suffered nine dead", "nine dead on the rebel side"."""
        people, text = self._harmed[at], self._context.text
        span = self._context.sentences[people.sentence]
        suffered = cue("army-suffered").found(text, max(span.start, people.start - 60), people.start)
        ours = (people.victims or "").lower().split()[-1:] == ["men"] and (
            "our" in (people.victims or "").lower().split()
            or cue("we-lost").found(text, max(span.start, people.start - 30), people.start)
        )
        counted = (
            self._context.says(people.sentence, "number-of", span.start, people.start)
            if self._kinds[at] is None
            else None
        )
        behind = self._context.says(people.sentence, "number-behind", people.end, span.end)
        if behind is not None and kind_of(behind.group(1)) in COMBATANT:
            return Told("combatants", None, "role-army")
        sided = cue("on-a-side").found(text, people.end, min(span.end, people.end + 60))
        soldiers = counted is not None and kind_of(counted.group(1)) in COMBATANT
        return Told("combatants", None, "role-army") if suffered or sided or ours or soldiers else None

    def losses(self, at: int) -> Told | None:
        """ "Inflicted 300 casualties", "Russian losses": soldiers'."""
        people = self._harmed[at]
        if self._is_lost(at):
            return Told("combatants", None, "role-losses")
        if people.harm != "casualties" or self._sides[at].side is None:
            return None
        soldierly = self._context.bag(people.sentence) & role_words().soldierly
        if (people.victims or "").lower().endswith(("casualties", "losses")):
            before = self._context.bag(people.sentence - 1) if people.sentence else frozenset()
            soldierly = soldierly or (self._context.bag(people.sentence) | before) & _TROOPS
        suffered = self._sides[at].rule == "side-suffered"
        return Told("combatants", None, "role-losses") if soldierly or suffered else None

    def _is_lost(self, at: int) -> bool:
        """ "Baku said it lost seven", "Moscow put its dead at 498": what a state at war tells of losing are soldiers."""
        people, side = self._harmed[at], self._sides[at]
        if side.side is None or self._kinds[at] not in (None, "people") or people.harm == "bodies":
            return False
        start = max(self._context.sentences[people.sentence].start, people.start - _AROUND)
        lost = self._context.says(people.sentence, "side-lost", start, people.start)
        civilians = self._context.bag(people.sentence) & (role_words().by_sex | _HELD)
        return side.rule in ("side-suffered", "side-possessive") and lost is not None and not civilians
