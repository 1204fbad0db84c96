"""Whether the victims bore arms: by their noun, their title, what was hit, and the people told of beside them."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.nouns import COMBATANT, NounKind, is_mixed, kind_of, role_words
from cenotaph.find.parties import armed_groups, nations
from cenotaph.find.answers import Where
from cenotaph.find.sides import Side, country_names
from cenotaph.model import Role, Span

_WORD = re.compile(r"[a-z]+")
_CARRIED = ("side-carried", "side-whole", "side-part", "side-kin")
_WEAK = r"(?:women|children|civilians|girls|boys|kids|toddlers|babies|students|passers-?by|passengers|tourists|schoolchildren)"
_INCLUDING = re.compile(
    r"^[^.;]{0,60}?\b(?:(?:thought|believed|said) to be civilians\b"
    rf"|(?:including|among them|(?:most|many|all|majority|some) of (?:them|whom)) (?:\w+ ){{0,2}}?{_WEAK}\b)",
    re.I,
)
_ALL_CIVILIANS = re.compile(r"\ball (?:of )?(?:those|the) (?:killed|dead|victims|wounded)\b.{0,30}\bcivilian", re.I)
_SOME_OF = re.compile(r"\b(?:wounded|dead|injured|victims|killed|casualties) includ|\b(?:among|of) the (?:dead|wounded|injured|victims|casualties|killed)\b", re.I)
_ARREST = re.compile(r"\barrest", re.I)
_ATTACKING = re.compile(r"^[^.;]{0,40}?\b(?:who (?:had )?(?:opened fire|fired|stabbed|attacked|shot|rammed|were throwing)|tr(?:ied|ying) to stab|attempted to stab|trying to infiltrate)\b", re.I)
_MURDER = re.compile(r"\b(?:murder(?:ed|s|ing)?|massacred?|executed|lynched|genocid\w+)\b", re.I)
_BOMB = re.compile(r"\b(?:suicide bomb\w*|(?:car|truck|bus|roadside) bombs?|bombings|explosives|explosions?|gunm[ae]n|mass shooting|terrorist (?:\w+ )?attacks?|terrorists (?:fired|targeted)|terrorist groups targeted)\b", re.I)
_TREATED = re.compile(r"\b(?:received|treated|treating|admitted|taken to|dealing with|certificates)\b", re.I)
_SOLDIERLY = frozenset(("inflicted", "losses", "military", "forces", "troops", "soldiers", "army", "fighters"))
_APPOSITION = re.compile(r"(?:\s*,\s*(?:\d+,\s*)?(?:an?|the|who (?:was|is) an?)|\s+(?:is|was) an?)\s+([^.;,]{3,60})", re.I)
_SAYING = frozenset(("said", "says", "told", "reported", "confirmed", "and", "by", "where", "that", "killed", "shot"))


class Told(NamedTuple):
    """A claim's role, where it is read, and why."""

    role: Role
    span: Span | None
    rule: str


def roles(
    context: ClaimContext, harmed: Sequence[Harmed], sides: Sequence[Side], where: Sequence[Where]
) -> list[Told]:
    """The roles of all claims of a report, in the order of `harmed`, which is that of the text."""
    return _Reader(context, harmed, sides, where).read()


class _Reader:
    """Reads the roles of one report's claims, first to last, each knowing those before it."""

    def __init__(
        self, context: ClaimContext, harmed: Sequence[Harmed], sides: Sequence[Side], where: Sequence[Where]
    ) -> None:
        self._context, self._harmed, self._sides, self._where = context, harmed, sides, where
        self._kinds = [kind_of(people.victims) for people in harmed]
        self._said = [_said(people, kind) for people, kind in zip(harmed, self._kinds, strict=True)]
        self._out: list[Told] = []

    def read(self) -> list[Told]:
        for at in range(len(self._harmed)):
            self._out.append(self._mixed(at) or self._said[at] or self._member(at) or self._person(at) or self._implied(at))
        return self._out

    def _member(self, at: int) -> Told | None:
        """People of an armed group bear arms, unless the noun says otherwise."""
        side = self._sides[at].side
        return Told("combatants", self._sides[at].span, "role-group") if side in _group_sides() else None

    def _mixed(self, at: int) -> Told | None:
        """ "Eight people (three soldiers and five civilians)", "54 were wounded. The wounded included two soldiers"."""
        people = self._harmed[at]
        if self._kinds[at] not in (None, "people") or people.names:
            return None
        told = [self._said[i] for i in self._parts(at)]
        found = {part.role for part in told if part is not None}
        if "combatants" not in found or self._armed_side(at):
            return None
        alone = found == {"combatants"} and people.victims is None
        return Told("combatants" if alone else "mixed", None, "role-parts")

    def _armed_side(self, at: int) -> bool:
        return self._sides[at].side in _group_sides() or (bool(self._out) and at > 0 and self._out[-1].role == "combatants" and self._sides[at].rule in _CARRIED)

    def _parts(self, at: int) -> list[int]:
        """The claims behind that count a part of these people."""
        people, found = self._harmed[at], []
        for i in range(at + 1, min(at + 5, len(self._harmed))):
            other = self._harmed[i]
            if other.harm != people.harm or other.sentence > people.sentence + 2:
                continue
            span = self._context.sentences[other.sentence]
            between = self._context.text[people.end : other.start]
            if other.sentence == people.sentence:
                if "(" in between and ")" not in between:
                    found.append(i)
            elif _SOME_OF.search(self._context.text, span.start, span.end):
                found.append(i)
        return found

    def _person(self, at: int) -> Told | None:
        """A named person's, by rank or by what stands beside the name anywhere in the report."""
        people = self._harmed[at]
        if not people.names:
            return None
        for match in re.finditer(r"\b" + re.escape(people.names[0].split()[-1]) + r"\b", self._context.text):
            if self._is_armed(match, people.names[0]):
                return Told("combatants", Span(match.start(), match.end()), "role-title")
        span = self._context.sentences[people.sentence]
        if people.harm == "captured" and _ARREST.search(self._context.text, span.start, span.end):
            return Told("unknown", None, "role-arrested")
        return Told("civilians", None, "role-person")

    def _is_armed(self, match: re.Match[str], name: str) -> bool:
        text = self._context.text
        clause = re.split(r"[.,;:()\[\]]", text[max(0, match.start() - 50) : match.start()].lower().replace("gen. ", "gen ").replace("col. ", "col "))[-1]
        before = [word for word in _WORD.findall(clause) if word not in name.lower().split()][-3:]
        if set(before) & role_words().titles and not set(before) & _SAYING:
            return True
        after = _APPOSITION.match(text[match.end() : match.end() + 90])
        return after is not None and kind_of(after.group(1)) in COMBATANT

    def _implied(self, at: int) -> Told:
        people = self._harmed[at]
        for read in (self._attacking, self._of_parts, self._like_next, self._carried, self._losses, self._near, self._of_target):
            found = read(at)
            if found is not None:
                return found
        if self._sides[at].rule == "side-war" and "war" in self._context.bag(people.sentence):
            return Told("mixed", None, "role-war")
        return Told("unknown", None, "role-none")

    def _attacking(self, at: int) -> Told | None:
        """ "Two men who opened fire at them"."""
        people = self._harmed[at]
        end = self._context.sentences[people.sentence].end
        return Told("combatants", None, "role-attacking") if _ATTACKING.match(self._context.text[people.end : end]) else None

    def _of_parts(self, at: int) -> Told | None:
        """ "Seven people including five children": the parts tell of the whole."""
        people, text = self._harmed[at], self._context.text
        end = self._context.sentences[people.sentence].end
        if _INCLUDING.match(text[people.end : end]):
            return Told("civilians", None, "role-parts")
        for sentence in range(people.sentence, min(people.sentence + 4, len(self._context.sentences))):
            span = self._context.sentences[sentence]
            if people.harm == "killed" and _ALL_CIVILIANS.search(text, span.start, span.end):
                return Told("civilians", None, "role-parts")
        mates = [i for i in range(at + 1, len(self._harmed)) if self._harmed[i].sentence == people.sentence and self._harmed[i].harm == people.harm]
        part = self._said[mates[0]] if mates else None
        if part is None or part.role != "civilians" or "includ" not in text[people.end : self._harmed[mates[0]].start]:
            return None
        return Told("civilians", None, "role-parts")

    def _like_next(self, at: int) -> Told | None:
        """ "120 French and 80 German soldiers": the noun stands with the second alone."""
        if at + 1 >= len(self._harmed) or self._kinds[at] is not None or self._harmed[at].victims is None:
            return None
        people, other = self._harmed[at], self._harmed[at + 1]
        between = self._context.text[people.end : other.start]
        return self._said[at + 1] if len(between) < 30 and between.rstrip().endswith(" and") and other.sentence == people.sentence else None

    def _carried(self, at: int) -> Told | None:
        """The role of those whose side these people share by what the sentence says."""
        if not at or self._sides[at].rule not in _CARRIED:
            return None
        return self._out[at - 1]._replace(rule="role-carried")

    def _losses(self, at: int) -> Told | None:
        """ "Inflicted 300 casualties", "Russian losses": soldiers'."""
        people = self._harmed[at]
        words = self._context.bag(people.sentence)
        armed = people.harm == "casualties" and self._sides[at].side is not None and words & _SOLDIERLY
        return Told("combatants", None, "role-losses") if armed else None

    def _near(self, at: int) -> Told | None:
        """The role of other victims told near by: civilians of the same attack, or soldiers of the same nation."""
        people = self._harmed[at]
        for i in sorted(range(len(self._harmed)), key=lambda i: abs(i - at)):
            told, other = self._said[i], self._harmed[i]
            if i == at or told is None or other.scope != people.scope:
                continue
            if told.role == "combatants" and i < at and self._of_nation(at, self._sides[i].side):
                return told._replace(rule="role-near")
            if told.role == "civilians" and abs(other.sentence - people.sentence) <= 4 and self._together(at, i):
                return told._replace(rule="role-near")
        return None

    def _of_nation(self, at: int, side: str | None) -> bool:
        """Whether these are said to be of that nation abroad, or its losses."""
        told = self._sides[at]
        if told.side != side or told.rule not in ("side-said", "side-possessive", "side-suffered"):
            return False
        return country_names().get(self._where[at].country or "") != side

    def _together(self, at: int, other: int) -> bool:
        """Whether two claims are of one attack: the same place, and the same side or one said by its nation."""
        if self._where[at].name != self._where[other].name:
            return False
        return self._sides[at].side in (None, self._sides[other].side) or self._sides[at].rule in ("side-said", "side-from", "side-foreigners")

    def _of_target(self, at: int) -> Told | None:
        """Whether the sentence or the one before says that a place full of civilians was hit."""
        people = self._harmed[at]
        span = self._context.sentences[people.sentence]
        sentence = self._context.quote(span)
        if _MURDER.search(self._context.text, max(span.start, people.start - 60), min(span.end, people.end + 60)):
            return Told("civilians", None, "role-murder")
        if self._sides[at].side == "Palestine" or people.scope != "incident" or people.harm == "bodies":
            return None
        words = self._context.bag(people.sentence)
        if people.sentence and people.scope == "incident":
            words |= self._context.bag(people.sentence - 1)
        targets = words & role_words().targets
        if _TREATED.search(sentence):
            targets -= {"hospital", "clinic", "hospitals"}
        if targets:
            return Told("civilians", None, "role-target")
        if self._kinds[at] == "people" and _BOMB.search(sentence):
            return Told("civilians", None, "role-bomb")
        return None


def _said(people: Harmed, kind: NounKind | None) -> Told | None:
    """The role that the noun phrase says."""
    if not people.victims:
        return None
    if is_mixed(people.victims):
        return Told("mixed", people.victims_span, "role-mixed")
    if kind in COMBATANT:
        return Told("combatants", people.victims_span, "role-noun")
    if kind == "civilians":
        return Told("civilians", people.victims_span, "role-noun")
    if set(_WORD.findall(people.victims.lower())) & role_words().armed:
        return Told("combatants", people.victims_span, "role-noun")
    return None


@cache
def _group_sides() -> frozenset[str]:
    states = {party.side for party in nations().values()}
    return frozenset(party.side for party in armed_groups().values() if party.kind == "group" and party.side not in states)
