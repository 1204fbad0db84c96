"""Whose the fighters and soldiers are that their noun phrase does not tell: the group fought, or the state whose they are."""

from collections.abc import Sequence
from itertools import pairwise

from cenotaph.find.answers import NOBODY, Side
from cenotaph.find.context import Harmed
from cenotaph.find.whose.antecedents import antecedent
from cenotaph.find.whose.armed.armed_groups import Groups
from cenotaph.find.whose.armed.fighting import are_of_either_side, is_infighting, is_repelled
from cenotaph.find.whose.armed.soldiers import POLICE
from cenotaph.find.whose.claimed import Claimed
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.kinds import ARMED, are_rebels, armed_nouns
from cenotaph.find.whose.nouns import NounKind, kind_of
from cenotaph.find.whose.parties import (
    catch_alls,
    country_names,
    fighters_of_peoples,
    group_sides,
    holders,
    unnamed_groups,
)

_NEAR = 3  # Sentences.
_NAMELESS = frozenset(
    ("terrorist", "terrorists", "militant", "militants", "takfiri", "takfiris", "gunmen", "extremists")
)
_JIHADISTS = frozenset(("extremists", "jihadists", "terrorists", "jihadis"))
_AT_LARGE = frozenset(("insurgents", "opposition", "moderate", "anti-government", "anti-regime", "dissident"))
_OUTLAWS = frozenset(("bandit", "bandits", "criminals"))
_MEN = 30  # Characters behind a nation's name in which "gunmen" stands.
_CLAIMED = 3  # Sentences from an attack to its claim.
_REACH = 4  # Claims back to one that may be of the same people.


class ArmedSides:
    """Finds the sides of one report's fighters."""

    def __init__(self, claimed: Claimed) -> None:
        self._context, self._harmed, self._kinds, _, self._theatre = claimed
        self._groups = Groups(claimed)

    def against_state(self, at: int, told: Sequence[Side]) -> Side | None:
        """Rebels, militants, gunmen: the group that the sentence names, or that told of before, or the report's."""
        people = self._harmed[at]
        start = self._context.sentences[people.sentence].start
        if self._kinds[at] == "fighters" and self._context.says(
            people.sentence, "we-harmed", start, people.start
        ):
            return None  # "We took four prisoners of war".
        if are_of_either_side(self._context, people):
            return Side(None, None, "side-both")
        before = antecedent(self._context, people)
        if before is not None and before.group is not None:
            return self._theatre.side_of(before.group, "side-antecedent", at, armed=True)
        here = self._groups.of(at, people.sentence)
        phrase = (self._harmed[at].victims or "").lower().split()
        if here and "foreign" in phrase:
            return NOBODY  # "60 foreign mercenaries".
        if "combatants" in phrase and self._context.tells(self._harmed[at].sentence, "fighting-between"):
            return Side(None, None, "side-both")
        named = {m.party.side for m in self._context.parties(people.sentence)}.union(
            side.side for side in here
        )
        beside = _JIHADISTS & set(phrase) and not fighters_of_peoples().isdisjoint(named)
        if len({side.side for side in here}) > 1 or (
            is_infighting(self._context, people) and not (beside and here)
        ):
            return Side(None, None, "side-several")
        if here:
            return here[-1]
        held = self._of_held_land(at) if "of the" in " ".join(phrase) or self._is_of_the(people) else None
        if held is not None:
            return held
        if self._is_unascertained(at) or (
            ("suspected" in phrase[:-1] or phrase[-1:] in (["suspect"], ["suspects"]))
            and self._harmed[at].scope == "incident"
        ):
            return NOBODY
        like, kind = self.like_before(at, told, _REACH, ARMED), self._kinds[at]
        if like is not None and like.side in self._groups.struck_too(at):
            like = None
        nearer = self._told_since(at, told, like) if like is not None and kind == "rebels" else None
        if nearer is not None:
            return nearer
        if kind == "attackers" and not (_OUTLAWS & set(phrase) and self._theatre.groups.leading):
            return like or self._repelled(at) or self._claiming(at) or self._assaulting(at)
        found = like or (self._of_report(at) if kind == "fighters" else self._rebels(at))
        return None if found and self._groups.is_doer(at, found.side) else found

    def _is_of_the(self, people: Harmed) -> bool:
        return self._context.plain.startswith((" of the ", " of those "), people.end)

    def _of_held_land(self, at: int) -> Side | None:
        """ "Palestinian gunmen opened fire ... two of the gunmen": of the land without an army whose men they were told to be."""
        sentence = self._harmed[at].sentence
        for near in range(sentence, max(-1, sentence - _REACH), -1):
            for mention in self._context.parties(near):
                its = mention.party.kind == "demonym" and mention.party.side in holders()
                if its and cue("armed-noun-behind").found(
                    self._context.text, mention.end, mention.end + _MEN
                ):
                    return self._theatre.side_of(mention, "side-said", at)
        return None

    def _repelled(self, at: int) -> Side | None:
        group = catch_alls().get(self._theatre.country(at) or "")
        told = group is not None and is_repelled(self._context, self._harmed[at])
        return Side(group, None, "side-rebels") if told else None

    def _told_since(self, at: int, told: Sequence[Side], like: Side) -> Side | None:
        """The one group that the sentence before names as attacked, behind those told of before: "jets hit posts of the
        Army. Seven terrorists were killed"."""
        sentence = self._harmed[at].sentence
        last = next(i for i in range(min(at, len(told)) - 1, -1, -1) if told[i].side == like.side)
        if self._harmed[last].sentence >= sentence - 1:
            return None
        text, start = self._context.text, self._context.sentences[sentence - 1].start
        struck = [
            m
            for m in self._context.parties(sentence - 1)
            if self._groups.is_group(m)
            and cue("striking-ahead").found(text, max(start, m.start - 60), m.start)
        ]
        sides = {m.party.side for m in struck}
        return self._theatre.side_of(struck[0], "side-group", at, armed=True) if len(sides) == 1 else None

    def of_groups(self, at: int, told: Sequence[Side]) -> Side | None:
        """The group that a claim's sentence tells, nobody's where it tells of two."""
        found = self.against_state(at, told)
        return found if found and found.rule in ("side-several", "side-group") else None

    def _claiming(self, at: int) -> Side | None:
        """The attackers are of the group that claims the attack near the sentence that tells of them."""
        sentence, text = self._harmed[at].sentence, self._context.text
        first, last = max(0, sentence - _CLAIMED), min(len(self._context.sentences), sentence + _CLAIMED + 1)
        for near in (*range(sentence, last), *range(first, sentence)):
            end = self._context.sentences[near].end
            for mention in self._context.parties(near):
                if self._groups.is_group(mention) and cue("claims-attack").found(text, mention.end, end):
                    return self._theatre.side_of(mention, "side-claimed", at, armed=True)
        return None

    def _assaulting(self, at: int) -> Side | None:
        """ "The assailants": of the group that the report is about, where it tells of an attack by it."""
        group = self._theatre.groups.leading
        sentence = self._harmed[at].sentence
        near = range(max(0, sentence - 1), min(len(self._context.sentences), sentence + _CLAIMED))
        if group is None or any(self._context.tells(i, "unclaimed") for i in near):
            return None
        for mention in self._context.named:
            if mention.party.side == group and self._context.tells(
                self._context.sentence_at(mention.start), "assault-of"
            ):
                return Side(group, None, "side-report-group")
        return None

    def _rebels(self, at: int) -> Side | None:
        """Unnamed rebels: of the group of the sentence before, of the report's if that is about one, else those that
        their country's are counted with."""
        country = self._theatre.country(at) or ""
        words = (self._harmed[at].victims or "").lower().split()
        meant = next((group for word in words if (group := unnamed_groups().get((country, word)))), None)
        meant = meant or self._meant_before(at, country)
        if meant is not None:
            return Side(meant, None, "side-rebels")
        catch_all = catch_alls().get(country)
        if catch_all is None:
            held = country_names().get(country)
            here = Side(held, None, "side-rebels") if held in holders() else None
            return self._of_report(at) or here
        phrase = self._harmed[at].victims
        if phrase is not None and not (are_rebels(self._context, self._harmed[at]) or _AT_LARGE & set(words)):
            before = self._groups.of(at, self._harmed[at].sentence - 1)
            if len({side.side for side in before}) > 1:
                return Side(None, None, "side-several")
            group = before[-1].side if before else self._theatre.groups.leading or self._told_next(at, words)
            if group is not None and group not in self._groups.others(at):
                return Side(group, None, "side-report-group")
        words = armed_nouns(self._context, self._harmed[at])
        if not catch_all.isupper() and phrase is not None and _NAMELESS & set(words):
            sole = self._theatre.groups.sole if {"militant", "militants"} & set(words) else None
            return Side(sole, None, "side-report-group") if sole else None
        if catch_all.isupper() and all(m.party.side != catch_all for m in self._context.named):
            return NOBODY  # "A guerrilla was killed", in a report that names no group.
        return Side(catch_all, None, "side-rebels")

    def _told_next(self, at: int, words: Sequence[str]) -> str | None:
        """ "Killing 16 jihadists. The Front has held the town": the one group of the sentence behind, if it is not the doer."""
        sentence = self._harmed[at].sentence
        if list(words) in (["terrorist"], ["terrorists"], ["them"]):
            return None  # Who calls all rebels so means none by the next sentence.
        if sentence + 1 >= len(self._context.sentences) or "also" in self._context.bag(sentence + 1):
            return None  # "The army also struck a group of the Front".
        here = {m.party.side for m in self._context.parties(sentence)}
        groups = {
            m.party.side for m in self._context.parties(sentence + 1) if self._groups.is_group(m)
        } - here
        return next(iter(groups)) if len(groups) == 1 else None

    def _meant_before(self, at: int, country: str) -> str | None:
        """ "Two rebels" behind "communist guerrillas"."""
        meant = {word for iso, word in unnamed_groups() if iso == country}
        if not meant:
            return None
        for sentence in range(self._harmed[at].sentence, max(-1, self._harmed[at].sentence - _REACH), -1):
            if meant.isdisjoint(self._context.bag(sentence)):
                continue
            words = self._context.words(sentence).lows
            for word, noun in pairwise(words):
                group = unnamed_groups().get((country, word))
                if group in group_sides() and kind_of(noun) in ARMED:
                    return group
        return None

    def _is_unascertained(self, at: int) -> bool:
        """ "Their identity and group affiliation was being ascertained"."""
        sentence = self._harmed[at].sentence
        near = range(max(0, sentence - _NEAR), min(len(self._context.sentences), sentence + _NEAR + 1))
        return any(self._context.tells(i, "affiliation-unknown") for i in near)

    def _of_report(self, at: int) -> Side | None:
        """The report's group; of mere "terrorists" only one that the report is about."""
        told = "terrorist" in (self._harmed[at].victims or "").lower()
        group = self._theatre.groups.leading if told else self._theatre.groups.most_named
        return Side(group, None, "side-report-group") if group else None

    def _is_of_land_police(self, at: int, back: int, side: str) -> bool:
        """Policemen and bodyguards behind foreign soldiers: those of the land, whoever fights there."""
        here = country_names().get(self._theatre.country(at) or "")
        words, before = ((self._harmed[i].victims or "").lower().split() for i in (at, back))
        local = not POLICE.isdisjoint(words) and POLICE.isdisjoint(before)
        return here != side and ((here is not None and local) or words[:1] == ["government"])

    def like_before(
        self, at: int, told: Sequence[Side], reach: int, kinds: Sequence[NounKind]
    ) -> Side | None:
        """The side told before of others of these kinds; a group's fighters and a state's soldiers are not mixed up."""
        apart = self._groups.no_rebels(at)
        for back in range(min(at, len(told)) - 1, max(-1, at - 1 - reach), -1):
            side = told[back].side
            if told[back].rule == "side-several" and self._kinds[back] in kinds and "rebels" in kinds:
                return told[back]
            if (
                side
                and side not in apart
                and self._kinds[back] in kinds
                and (side in group_sides()) == ("rebels" in kinds)
            ):
                if self._theatre.is_of_other_land(at, back, side) or self._is_of_land_police(at, back, side):
                    continue
                return told[back]._replace(rule="side-carried")
        return None
