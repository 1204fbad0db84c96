"""The roles of people of whom the words right beside their number tell: what most of them were, whom they are a share of,
who was carried or gathered where they were struck, whose own bomb went off."""

import re
from collections.abc import Sequence

from cenotaph.find.answers import Told
from cenotaph.find.context import Harmed
from cenotaph.find.whose.counts.struck import target
from cenotaph.find.whose.nouns import COMBATANT, is_mixed, kind_of
from cenotaph.find.whose.roles.role_reader import RoleReader

_WORD = re.compile(r"[\w'’-]+")
_MANY = frozenset(("people", "police", "men", "women", "children", "policemen", "gunmen", "servicemen"))
_OF_A_NATION = ("side-said", "side-possessive", "side-suffered")
_CAPTURED = re.compile(r"\bcaptur\w+|\bsurrender\w*|\btook \w+ prisoners?|\btaken prisoner", re.IGNORECASE)
_BACK = 160  # Characters in which "of them" looks for whom it means.
_NOUN_RULES = frozenset(("role-noun", "role-force", "role-group"))


class Shares(RoleReader):
    """Reads what stands right beside the numbers of one report; `kinds` are what the noun phrases of its claims are."""

    def role(self, at: int) -> Told | None:
        """The role that the words beside a number tell of people who have no noun of their own."""
        people = self._harmed[at]
        if self._kinds[at] not in (None, "people") or people.names:
            return None
        return (
            self._all(people)
            or self._mostly(people)
            or self._out_of(people)
            or self._of_them(at)
            or self._leader_and_men(people)
            or self._among_ranks(people)
            or self._own_bomb(people)
            or self._aboard(people)
            or self._struck(people)
            or self._gathered(people)
            or self._prisoners(at)
        )

    def _all(self, people: Harmed) -> Told | None:
        """ "Five died, all of them soldiers", "none of them fighters"; behind it "The army said all were militants"."""
        context, end = self._context, self._context.sentences[people.sentence].end
        match = context.says(people.sentence, "all-of-them-are", people.end, end)
        kind = kind_of(match.group(2)) if match else None
        if match is not None and kind not in (None, "people"):
            armed = (kind in COMBATANT) != (match.group(1).lower() == "none")
            return Told("combatants" if armed else "civilians", None, "role-all")
        behind = people.sentence + 1 < len(context.sentences) and people.harm in ("killed", "bodies")
        match = context.tells(people.sentence + 1, "all-were") if behind else None
        if match is None:
            return None
        armed = kind_of(match.group(1) or match.group(2)) in COMBATANT
        return Told("combatants" if armed else "civilians", None, "role-all")

    def _prisoners(self, at: int) -> Told | None:
        """ "Nine Russians were captured, Ukraine's army said": whom an army captures of its enemy's nation are soldiers."""
        people, side = self._harmed[at], self._sides[at]
        nation = side.rule in _OF_A_NATION and side.side not in (None, "Palestine")
        if people.harm != "captured" or not nation or self._context.tells(people.sentence, "kidnapped"):
            return None
        war = _CAPTURED.search(self._context.quote(self._context.sentences[people.sentence]))
        taken = war is not None and self._context.tells(people.sentence, "captured-in-war")
        return Told("combatants", None, "role-prisoners") if taken else None

    def _mostly(self, people: Harmed) -> Told | None:
        """ "3,800 people, mostly militants" are others too; "61, most of them children" are civilians."""
        end = self._context.sentences[people.sentence].end
        if self._context.says(people.sentence, "civilians-too", people.end, end):
            return Told("mixed", None, "role-parts")
        both = self._context.says(people.sentence, "both-kinds", people.end, end)
        if both is not None and is_mixed(both.group(1)):
            return Told("mixed", None, "role-mixed")
        others = self._context.says(people.sentence, "fighters-too", people.end, end)
        if others is not None and kind_of(others.group(1)) in COMBATANT:
            return Told("mixed", None, "role-parts")
        match = self._context.says(people.sentence, "mostly", people.end, end)
        kind = kind_of(match.group(1)) if match else None
        if kind in (None, "people"):
            return None
        return Told("mixed" if kind in COMBATANT else "civilians", None, "role-mostly")

    def _out_of(self, people: Harmed) -> Told | None:
        """ "300 out of 400 soldiers"."""
        end = self._context.sentences[people.sentence].end
        return _of_kind(self._context.says(people.sentence, "out-of", people.end, end))

    def _of_them(self, at: int) -> Told | None:
        """ "Repelled the attackers and killed 46 of them": of the last people that a plural noun names."""
        people, context = self._harmed[at], self._context
        span = context.sentences[people.sentence]
        if self._kinds[at] is not None or not context.says(
            people.sentence, "share-of-them", people.end, span.end
        ):
            return None
        last = self._harmed[at - 1] if at else None
        if last is not None and people.sentence - last.sentence <= 1 and (last.low or 0) > (people.low or 0):
            return None  # Some of those counted before, whose role is carried.
        start = max(context.sentences[max(0, people.sentence - 1)].start, people.start - _BACK)
        words = _WORD.findall(context.text[start : people.start].lower())
        for word in reversed(words):
            kind = kind_of(word) if word.endswith("s") or word in _MANY else None
            if kind == "people":
                return None
            if kind is not None:
                return Told("combatants" if kind in COMBATANT else "civilians", None, "role-share")
        return None

    def _leader_and_men(self, people: Harmed) -> Told | None:
        """ "The gang's leader and four of his men"."""
        end = self._context.sentences[people.sentence].end
        own = self._context.says(people.sentence, "of-his-men", people.end, end)
        return Told("combatants", None, "role-men") if own else None

    def _among_ranks(self, people: Harmed) -> Told | None:
        """ "44 killed among its troops"."""
        end = self._context.sentences[people.sentence].end
        own = self._context.says(people.sentence, "among-ranks", people.end, end)
        return Told("combatants", None, "role-army") if own else None

    def _own_bomb(self, people: Harmed) -> Told | None:
        """ "A bomb that they were making exploded"."""
        own = people.harm != "captured" and self._context.tells(people.sentence, "own-bomb")
        return Told("combatants", None, "role-own-bomb") if own else None

    def _aboard(self, people: Harmed) -> Told | None:
        """Those in a military helicopter that was shot down."""
        own = people.harm in ("killed", "bodies") and self._context.tells(people.sentence, "military-craft")
        return Told("combatants", None, "role-crew") if own else None

    def _struck(self, people: Harmed) -> Told | None:
        """ "Opened fire on teachers, wounding two": what those are who were struck."""
        struck = target(self._context, people)
        if struck is None:
            return None
        return Told("combatants" if struck.kind in COMBATANT else "civilians", None, "role-struck")

    def _gathered(self, people: Harmed) -> Told | None:
        """ "Drove into a crowd of recruits", "a bus carrying soldiers": who is hit together."""
        if people.harm == "captured":
            return None
        start = self._context.sentences[people.sentence].start
        end = self._context.sentences[people.sentence].end
        before = self._context.says(people.sentence, "gathered", start, people.start)
        told = _of_kind(before or self._context.says(people.sentence, "gathered", people.end, end))
        return told if told is None or before or told.role == "combatants" else None

    def of_last(self, at: int, told: Sequence[Told]) -> Told | None:
        """ "Wounded seven soldiers. The army said five were in a serious condition": some of those told of right before."""
        people, last = self._harmed[at], self._harmed[at - 1] if at else None
        if (
            last is None
            or people.sentence != last.sentence + 1
            or people.names
            or self._kinds[at] is not None
        ):
            return None
        fewer = people.low is not None and last.low is not None and people.low < last.low
        alike = people.harm == last.harm and people.scope == last.scope and people.victims is None
        if not (fewer and alike) or told[at - 1].rule not in _NOUN_RULES or self.is_new_blow(people.sentence):
            return None
        return told[at - 1]._replace(rule="role-carried")

    def is_new_blow(self, sentence: int) -> bool:
        """Whether a sentence tells of an attack that the one before does not ("another blast", "a roadside bomb")."""
        return bool(self._context.tells(sentence, "new-blow"))


def _of_kind(match: re.Match[str] | None) -> Told | None:
    kind = kind_of(match.group(1)) if match else None
    if kind in (None, "people", "attackers"):
        return None
    return Told("combatants" if kind in COMBATANT else "civilians", None, "role-share")
