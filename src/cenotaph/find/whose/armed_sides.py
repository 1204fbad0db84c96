"""Whose the fighters and soldiers are that their noun phrase does not tell: the group fought, or the state whose they are."""

from collections.abc import Sequence
from itertools import pairwise

from cenotaph.find.answers import NOBODY, Side
from cenotaph.find.text.scan import PartyMention
from cenotaph.find.whose.assaults import is_tied
from cenotaph.find.whose.claimed import Claimed
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.fighting import are_of_either_side, is_infighting, is_repelled
from cenotaph.find.whose.kinds import ARMED, are_rebels
from cenotaph.find.whose.nouns import NounKind, kind_of
from cenotaph.find.whose.parties import (
    apart_from_rebels,
    catch_alls,
    country_names,
    fighters_of_peoples,
    group_sides,
    holders,
    unnamed_groups,
)

_DESCRIBED = 90  # Characters behind a count in which its people are described.
_NEAR = 3  # Sentences.
_OPENING = 14  # Characters of a sentence in which its subject begins.
_NAMELESS = frozenset(
    ("terrorist", "terrorists", "militant", "militants", "takfiri", "takfiris", "gunmen", "extremists")
)
_JIHADISTS = frozenset(("extremists", "jihadists", "terrorists", "jihadis"))
_AT_LARGE = frozenset(("insurgents", "opposition", "moderate", "anti-government", "anti-regime", "dissident"))
_OUTLAWS = frozenset(("bandit", "bandits", "criminals"))
_CLAIMED = 3  # Sentences from an attack to its claim.
_REACH = 4  # Claims back to one that may be of the same people.


class ArmedSides:
    """Finds the sides of one report's fighters."""

    def __init__(self, claimed: Claimed) -> None:
        self._context, self._harmed, self._kinds, _, self._theatre = claimed

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
        here = self._groups(at, people.sentence)
        phrase = (self._harmed[at].victims or "").lower().split()
        if here and "foreign" in phrase:
            return NOBODY  # "60 foreign mercenaries".
        if "combatants" in phrase and self._context.tells(self._harmed[at].sentence, "fighting-between"):
            return Side(None, None, "side-both")
        named = (m.party.side for m in self._context.parties(people.sentence))
        beside = _JIHADISTS & set(phrase) and not fighters_of_peoples().isdisjoint(named)
        if beside:  # "Fighting of the Kurds and Islamic State left nine extremists dead".
            here = [side for side in here if side.side not in fighters_of_peoples()] or here
        if len({side.side for side in here}) > 1 or (
            is_infighting(self._context, people) and not (beside and here)
        ):
            return Side(None, None, "side-several")
        if here:
            return here[-1]
        if self._is_unascertained(at) or (
            "suspected" in phrase[:-1] and self._harmed[at].scope == "incident"
        ):
            return NOBODY
        like, kind = self.like_before(at, told, _REACH, ARMED), self._kinds[at]
        nearer = self._told_since(at, told, like) if like is not None and kind == "rebels" else None
        if nearer is not None:
            return nearer
        if kind == "attackers" and not (_OUTLAWS & set(phrase) and self._theatre.leading_group):
            return like or self._repelled(at) or self._claiming(at) or self._assaulting(at)
        found = like or (self._of_report(at) if kind == "fighters" else self._rebels(at))
        return None if found and self._is_doer(at, found.side) else found

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
            if self._is_group(m) and cue("striking-ahead").found(text, max(start, m.start - 60), m.start)
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
                if self._is_group(mention) and cue("claims-attack").found(text, mention.end, end):
                    return self._theatre.side_of(mention, "side-claimed", at, armed=True)
        return None

    def _assaulting(self, at: int) -> Side | None:
        """ "The assailants": of the group that the report is about, where it tells of an attack by it."""
        group = self._theatre.leading_group
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
            before = self._groups(at, self._harmed[at].sentence - 1)
            if len({side.side for side in before}) > 1:
                return Side(None, None, "side-several")
            group = before[-1].side if before else self._theatre.leading_group or self._told_next(at)
            if group is not None and group not in self._others(at):
                return Side(group, None, "side-report-group")
        if not catch_all.isupper() and phrase is not None and _NAMELESS & set(phrase.lower().split()):
            return None
        return Side(catch_all, None, "side-rebels")

    def _no_rebels(self, at: int) -> frozenset[str]:
        """The groups whose people nobody calls rebels in a country where rebels are counted together."""
        if not are_rebels(self._context, self._harmed[at]):
            return frozenset()
        return apart_from_rebels() if self._theatre.country(at) in catch_alls() else frozenset()

    def _told_next(self, at: int) -> str | None:
        """ "Killing 16 jihadists. The Front has held the town": the one group of the sentence behind, if it is not the doer."""
        sentence = self._harmed[at].sentence
        if sentence + 1 >= len(self._context.sentences):
            return None
        here = {m.party.side for m in self._context.parties(sentence)}
        groups = {m.party.side for m in self._context.parties(sentence + 1) if self._is_group(m)} - here
        return next(iter(groups)) if len(groups) == 1 else None

    def here(self, at: int) -> list[Side]:
        """The groups that the claim's own sentence names and that did not do the harm."""
        return self._groups(at, self._harmed[at].sentence)

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

    def _groups(self, at: int, sentence: int) -> list[Side]:
        """The armed groups of a sentence that the victims may be of: of two that are not named in one breath, the one
        that does not open the sentence and act ("The Kurds foiled an attack by the jihadists")."""
        if sentence < 0:
            return []
        here = [m for m in self._context.parties(sentence) if self._is_group(m)]
        if sentence == self._harmed[at].sentence:
            others = self._others(at) | self._no_rebels(at)
            here = [m for m in here if m.party.side not in others]
        return [self._theatre.side_of(m, "side-group", at, armed=True) for m in self._foremost(at, here)]

    def _is_unascertained(self, at: int) -> bool:
        """ "Their identity and group affiliation was being ascertained"."""
        sentence = self._harmed[at].sentence
        near = range(max(0, sentence - _NEAR), min(len(self._context.sentences), sentence + _NEAR + 1))
        return any(self._context.tells(i, "affiliation-unknown") for i in near)

    def _is_doer(self, at: int, side: str | None) -> bool:
        mentions, people = self._context.parties(self._harmed[at].sentence), self._harmed[at]
        start = self._context.sentences[people.sentence].start
        if self._context.says(people.sentence, "group-did", start, people.start):
            return True
        return any(m.party.side == side and self._is_group(m) and self._did_it(at, m) for m in mentions)

    def _did_it(self, at: int, mention: PartyMention) -> bool:
        """Whether a group is told to have harmed these: "tribesmen were killed by the militia", "the militia shot nine"."""
        text, people = self._context.text, self._harmed[at]
        if mention.start > people.start:
            if cue("done-by").found(text, people.end, mention.start):
                return True
            attacks = cue("attack-verb").found(text, mention.end, mention.end + _DESCRIBED)
            when = attacks and cue("when-they").found(text, people.end, mention.start)
            return bool(when) and not self._are_both_told(at)
        span = self._context.sentences[people.sentence]
        opens = mention.start - span.start < _OPENING and not (
            cue("striking-ahead").found(
                text, span.start, mention.start
            )  # "It hit a camp of the Front, killing nine".
        )
        return bool(
            cue("killing").found(text, mention.end, people.start)
            or (opens and self._context.says(people.sentence, "killing-behind", mention.end, people.start))
        )

    def _are_both_told(self, at: int) -> bool:
        """ "Twelve soldiers and 15 militants were killed when the Front attacked": the militants are those who attacked."""
        last = self._harmed[at - 1] if at else None
        same = last is not None and last.sentence == self._harmed[at].sentence
        return same and self._kinds[at] == "rebels" and self._kinds[at - 1] in ("state", "civilians")

    def _others(self, at: int) -> set[str]:
        """The groups of the claim's sentence whose people these are not: those that did it, or that are named aside."""
        here = [m for m in self._context.parties(self._harmed[at].sentence) if self._is_group(m)]
        return {m.party.side for m in here if self._did_it(at, m) or self._is_told_aside(at, m)}

    def _is_told_aside(self, at: int, mention: PartyMention) -> bool:
        """The Front in "116 rebels including a commander of the Front", "killed two militants, a day after the Front's attack"."""
        people = self._harmed[at]
        if mention.start < people.end:
            start = self._context.sentences[people.sentence].start
            return "against" in self._context.bag(people.sentence) and bool(
                cue("killed-against").found(self._context.text, start, mention.start)
            )
        if self._context.says(people.sentence, "including-ahead", people.end, mention.start):
            return True
        if cue("fought-against").found(self._context.text, people.end, mention.start):
            return True  # "Fighters killed in battles against the Front".
        return self._context.says(people.sentence, "aftermath", people.end, mention.start) is not None

    def _foremost(self, at: int, here: list[PartyMention]) -> list[PartyMention]:
        text, first = self._context.text, here[0].party.side if here else None
        for one, other in pairwise(here):
            if other.party.side != one.party.side and cue("in-one-breath").found(text, one.end, other.start):
                return here
        later = [m for m in here if m.party.side != first and m.start < self._harmed[at].start]
        return later[-1:] or [m for m in here if m.party.side == first]

    def _is_group(self, mention: PartyMention) -> bool:
        """Whether a group is named, or a people's fighters, and not as what they were mistaken for."""
        text, kind = self._context.text, mention.party.kind
        if kind == "people":
            behind = text[mention.end : mention.end + 24].split()[:1]
            return bool(behind) and kind_of(behind[0].strip(",.")) in ARMED
        mistaken = cue("not-them").found(text, max(0, mention.start - 40), mention.start)
        linked = mention.glued and cue("linked-behind").found(text, mention.end, mention.end + 14)
        return kind == "group" and not (mistaken or linked or is_tied(self._context, mention))

    def _of_report(self, at: int) -> Side | None:
        """The report's group; of mere "terrorists" only one that the report is about."""
        told = "terrorist" in (self._harmed[at].victims or "").lower()
        group = self._theatre.leading_group if told else self._theatre.group
        return Side(group, None, "side-report-group") if group else None

    def like_before(
        self, at: int, told: Sequence[Side], reach: int, kinds: Sequence[NounKind]
    ) -> Side | None:
        """The side told before of others of these kinds; a group's fighters and a state's soldiers are not mixed up."""
        apart = self._no_rebels(at)
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
                if self._theatre.is_of_other_land(at, back, side):
                    continue
                return told[back]._replace(rule="side-carried")
        return None
