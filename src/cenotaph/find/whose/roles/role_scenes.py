"""Whether people of whom no noun tells were civilians, by what was struck: a market, a village, a house, a crowd."""

from cenotaph.find.answers import Told
from cenotaph.find.context import Harmed
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.nouns import role_words
from cenotaph.find.whose.roles.role_parts import is_followed_by
from cenotaph.find.whose.roles.role_reader import RoleReader

_AROUND = 60  # Characters on either side of a count in which a word of murder speaks of it.


class Scenes(RoleReader):
    """Reads what was struck where one report's people were harmed; `kinds` are what their noun phrases say."""

    def murdered(self, at: int) -> Told | None:
        """Who is murdered or massacred bears no arms."""
        people = self._harmed[at]
        if people.harm == "captured":
            return None
        span = self._context.sentences[people.sentence]
        start, end = max(span.start, people.start - _AROUND), min(span.end, people.end + _AROUND)
        return (
            Told("civilians", None, "role-murder")
            if cue("murder").found(self._context.text, start, end)
            else None
        )

    def hit(self, at: int) -> Told | None:
        """Whether the sentence or the one before says that a place full of civilians was hit, or who hit it."""
        people, tells = self._harmed[at], self._context.tells
        if self.is_of_fought_land(at) or people.harm in ("bodies", "captured"):
            return None
        if tells(people.sentence, "with-police") or tells(people.sentence, "fired-on-crowd"):
            return Told("civilians", None, "role-protest")
        bombed = bool(tells(people.sentence, "bomb")) and not tells(people.sentence, "military-target")
        if people.scope != "incident" and not bombed:
            return None
        alone = people.sentence == 0 or tells(people.sentence, "new-blow") is not None
        alone = alone or self._context.threads[people.sentence] != self._context.threads[people.sentence - 1]
        near = range(people.sentence if alone else people.sentence - 1, people.sentence + 1)
        targets = role_words().targets & frozenset().union(*map(self._context.bag, near))
        if tells(people.sentence, "treated") or tells(people.sentence, "hospital-tells"):
            targets -= {"hospital", "clinic", "hospitals"}
        if targets:
            return Told("civilians", None, "role-target")
        shot = self._kinds[at] == "people" and bombed and bool(tells(people.sentence, "gunmen"))
        struck = shot or (self._kinds[at] in (None, "people") and self._is_bombarded(people))
        return Told("civilians", None, "role-bomb") if struck or tells(people.sentence, "rampage") else None

    def is_of_fought_land(self, at: int) -> bool:
        """Gaza's dead, and Lebanon's in its wars with Israel, are fighters and others told together."""
        side = self._sides[at].side
        return side == "Palestine" or (
            side == "Lebanon" and any(m.party.side == "Israel" for m in self._context.named)
        )

    def posted(self, at: int) -> Told | None:
        """ "Dozens killed in an attack on an army camp": who is counted without a noun is of those struck."""
        people = self._harmed[at]
        if self._kinds[at] is not None or people.harm == "captured":
            return None
        struck = self._context.tells(people.sentence, "army-hit") or (
            people.victims is None
            and people.sentence > 0
            and self._context.tells(people.sentence - 1, "army-hit")
        )
        return Told("combatants", None, "role-posted") if struck else None

    def at_home(self, at: int) -> Told | None:
        """ "Shells hit the town", "raided a village", "bandits killed nine", "from under the rubble"."""
        people, tells = self._harmed[at], self._context.tells
        if self._kinds[at] not in (None, "people") or people.harm == "captured" or people.scope != "incident":
            return None
        if self.is_of_fought_land(at) or tells(people.sentence, "military-target"):
            return None
        homes = people.harm != "bodies" and tells(people.sentence, "homes-hit")
        homes = homes if not tells(people.sentence, "exchanged-fire") else None
        if homes or tells(people.sentence, "robbed") or tells(people.sentence, "in-rubble"):
            return Told("civilians", None, "role-homes")
        return None

    def held(self, at: int) -> Told | None:
        """Hostages and the kidnapped."""
        people = self._harmed[at]
        taken = people.harm == "captured" and self._context.tells(people.sentence, "kidnapped")
        words = set((people.victims or "").lower().split())
        captive = taken or words & {"hostage", "hostages"} or is_followed_by(self._context, people, "captive")
        return Told("civilians", None, "role-captive") if captive else None

    def _is_bombarded(self, people: Harmed) -> bool:
        """ "An air strike killed nine people", "died when shells hit Rubavu"."""
        tells = self._context.tells
        if people.scope != "incident" or tells(people.sentence, "military-target"):
            return False
        return tells(people.sentence, "bombarded") is not None and not tells(people.sentence, "fought")
