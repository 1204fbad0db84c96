"""Whose the fighters and soldiers are that their noun phrase does not tell: the group fought, or the state whose they are."""

from collections.abc import Sequence
from itertools import pairwise

from cenotaph.find.answers import NOBODY, Side
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.text.scan import PartyMention
from cenotaph.find.whose.assaults import is_tied
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.nouns import NounKind, kind_of, nouns
from cenotaph.find.whose.parties import catch_alls, group_sides, unnamed_groups
from cenotaph.find.whose.theatre import Theatre
from cenotaph.model import Span

ARMED: tuple[NounKind, ...] = ("rebels", "attackers", "fighters")
_DESCRIBED = 90  # Characters behind a count in which its people are described.
_LOSSES = 60  # Characters before a count in which its losses are told.
_NEAR = 3  # Sentences.
_OPENING = 14  # Characters of a sentence in which its subject begins.
_BODIES_OF_MEN = frozenset(("group", "organisation", "organization", "movement", "militia"))
_OUTLAWS = frozenset(("bandit", "bandits", "criminals"))
_CLAIMED = 3  # Sentences from an attack to its claim.
_REACH = 4  # Claims back to one that may be of the same people.


def side_kind(context: ClaimContext, people: Harmed) -> NounKind | None:
    """The kind of people as it bears on their side: a state's militia counts as the state's, "rebel losses" as rebels."""
    kind = kind_of(people.victims)
    if kind in (None, "people") and not people.names:
        described = context.says(people.sentence, "described-as", people.end, people.end + _DESCRIBED)
        kind = (kind_of(described.group(1)) if described else None) or kind
    if kind in (None, "people", "fighters") and not people.names:
        start = max(context.sentences[people.sentence].start, people.start - _LOSSES)
        match = context.says(people.sentence, "losses", start, people.start)
        if match is not None:
            whose = next(group for group in match.groups() if group)
            return "rebels" if kind_of(whose.lower()) == "rebels" or whose.lower() in _BODIES_OF_MEN else "state"
        behind = context.says(people.sentence, "losses-behind", people.end, people.end + _LOSSES)
        if behind is not None:
            return "state" if kind_of(behind.group(1)) == "state" else "rebels"
        if people.victims and cue("of-a-group").found(people.victims):
            return "rebels"
        counted = context.says(people.sentence, "number-of", start, people.start) if kind is None else None
        kind = (kind_of(counted.group(1)) if counted else None) or kind
    if kind in ARMED and people.victims and _is_of_state(people.victims):
        return "state"
    return kind


def _is_of_state(victims: str) -> bool:
    """ "Pro-government gunmen", "soldiers and allied militiamen"."""
    kinds = {noun.kind for noun in nouns(victims)}
    return cue("loyal").found(victims) is not None or ("state" in kinds and "rebels" not in kinds)


class ArmedSides:
    """Finds the sides of one report's fighters; `kinds` are those of all its claims."""

    def __init__(
        self,
        context: ClaimContext,
        harmed: Sequence[Harmed],
        kinds: Sequence[NounKind | None],
        theatre: Theatre,
    ) -> None:
        self._context, self._harmed, self._kinds, self._theatre = context, harmed, kinds, theatre

    def against_state(self, at: int, told: Sequence[Side]) -> Side | None:
        """Rebels, militants, gunmen: the group that the sentence names, or that told of before, or the report's."""
        here = self._groups(at, self._harmed[at].sentence)
        phrase = (self._harmed[at].victims or "").lower().split()
        if "combatants" in phrase and self._context.tells(self._harmed[at].sentence, "fighting-between"):
            return Side(None, None, "side-both")
        if len({side.side for side in here}) > 1 or self._is_infighting(at):
            return Side(None, None, "side-several")
        if here:
            return here[-1]
        if self._is_unascertained(at) or "suspected" in phrase[:-1]:
            return NOBODY
        like, kind = self._like_before(at, told, _REACH, ARMED), self._kinds[at]
        if kind == "attackers" and not (_OUTLAWS & set(phrase) and self._theatre.leading_group):
            return like or self._claiming(at) or self._assaulting(at)
        found = like or (self._of_report(at) if kind == "fighters" else self._rebels(at))
        return None if found and self._is_doer(at, found.side) else found

    def of_state(self, at: int, told: Sequence[Side]) -> Side | None:
        """Soldiers, policemen: of those told shortly before, or of the nation whose troops the sentences speak of."""
        people = self._harmed[at]
        near = sum(other.sentence >= people.sentence - 6 for other in self._harmed[:at])
        return (
            self._counted_by_own(people)
            or self._announced(people)
            or self._reported(at)
            or self._of_losses(people)
            or self._like_before(at, told, near, ("state",))
            or self._near_troops(people)
            or self._bodies(people)
        )

    def _claiming(self, at: int) -> Side | None:
        """The attackers are of the group that claims the attack near the sentence that tells of them."""
        sentence, text = self._harmed[at].sentence, self._context.text
        for near in range(sentence, min(len(self._context.sentences), sentence + _CLAIMED + 1)):
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
            return self._of_report(at)
        phrase = self._harmed[at].victims
        if phrase is not None and "rebel" not in phrase.lower():
            before = self._groups(at, self._harmed[at].sentence - 1)
            group = before[-1].side if before else self._theatre.leading_group
            if group is not None:
                return Side(group, None, "side-report-group")
        return Side(catch_all, None, "side-rebels")

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
            here = [m for m in here if not self._did_it(at, m)]
        return [self._theatre.side_of(m, "side-group", at, armed=True) for m in self._foremost(at, here)]

    def _is_infighting(self, at: int) -> bool:
        """Whether groups are told to fight each other, so that their dead are of either."""
        people, text = self._harmed[at], self._context.text
        if self._context.tells(people.sentence, "infighting"):
            return True
        span = self._context.sentences[people.sentence]
        here = [m for m in self._context.parties(people.sentence) if m.party.kind == "group"]
        fought = [m for m in here if cue("group-against-group").found(text, span.start, m.start)]
        return len({m.party.side for m in fought}) > 1

    def _is_unascertained(self, at: int) -> bool:
        """ "Their identity and group affiliation was being ascertained"."""
        sentence = self._harmed[at].sentence
        near = range(max(0, sentence - _NEAR), min(len(self._context.sentences), sentence + _NEAR + 1))
        return any(self._context.tells(i, "affiliation-unknown") for i in near)

    def _is_doer(self, at: int, side: str | None) -> bool:
        mentions = self._context.parties(self._harmed[at].sentence)
        return any(m.party.side == side and self._is_group(m) and self._did_it(at, m) for m in mentions)

    def _did_it(self, at: int, mention: PartyMention) -> bool:
        """Whether a group is told to have harmed these: "tribesmen were killed by the militia", "the militia shot nine"."""
        text, people = self._context.text, self._harmed[at]
        if mention.start > people.start:
            return cue("done-by").found(text, people.end, mention.start) is not None
        span = self._context.sentences[people.sentence]
        opens = mention.start - span.start < _OPENING
        return bool(
            cue("killing").found(text, mention.end, people.start)
            or (opens and self._context.says(people.sentence, "killing-behind", mention.end, people.start))
        )

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
        return kind == "group" and not (mistaken or is_tied(self._context, mention))

    def _of_report(self, at: int) -> Side | None:
        """The report's group; of mere "terrorists" only one that the report is about."""
        told = "terrorist" in (self._harmed[at].victims or "").lower()
        group = self._theatre.leading_group if told else self._theatre.group
        return Side(group, None, "side-report-group") if group else None

    def _like_before(
        self, at: int, told: Sequence[Side], reach: int, kinds: Sequence[NounKind]
    ) -> Side | None:
        """The side told before of others of these kinds; a group's fighters and a state's soldiers are not mixed up."""
        for back in range(min(at, len(told)) - 1, max(-1, at - 1 - reach), -1):
            side = told[back].side
            if side and self._kinds[back] in kinds and (side in group_sides()) == ("rebels" in kinds):
                if self._theatre.is_of_other_land(at, back, side):
                    continue
                return told[back]._replace(rule="side-carried")
        return None

    def _near_troops(self, people: Harmed) -> Side | None:
        """ "An army commander was killed ... amongst Russian troops"."""
        for sentence in range(people.sentence, max(-1, people.sentence - 9), -1):
            if sentence != people.sentence and not self._context.tells(sentence, "deadly"):
                continue
            for mention in self._context.parties(sentence):
                troops = cue("troops").found(self._context.text, mention.end, mention.end + 24)
                if mention.party.kind == "demonym" and not mention.glued and troops:
                    return Side(mention.party.side, Span(mention.start, mention.end), "side-near")
        return None

    def _of_losses(self, people: Harmed) -> Side | None:
        """ "Russia’s casualty numbers are a secret. More than 9,000 soldiers were killed": of the state whose losses are spoken of."""
        for sentence in range(people.sentence, max(-1, people.sentence - 2), -1):
            for mention in self._context.parties(sentence):
                if mention.party.iso is None or mention.glued or mention.end > people.start:
                    continue
                if cue("losses-of").found(self._context.text, mention.end, mention.end + 40):
                    return Side(mention.party.side, Span(mention.start, mention.end), "side-losses")
        return None

    def _counted_by_own(self, people: Harmed) -> Side | None:
        """ "Moscow broke its silence: its Defence Ministry said that 98 servicemen had died"."""
        span = self._context.sentences[people.sentence]
        own = self._context.says(people.sentence, "own-ministry", span.start, people.start)
        states = [
            m
            for m in self._context.parties(people.sentence)
            if own
            and m.party.kind in ("country", "capital")
            and m.end <= span.start + own.start()
            and not m.glued
        ]
        return (
            Side(states[-1].party.side, Span(states[-1].start, states[-1].end), "side-own")
            if states
            else None
        )

    def _announced(self, people: Harmed) -> Side | None:
        """ "The Israeli military said that two soldiers were killed in Lebanon": an army tells of its own dead."""
        text = self._context.text
        for mention in self._context.parties(people.sentence):
            if mention.end > people.start or mention.glued or mention.party.iso is None:
                continue
            speaks = "own-army-tells" if mention.party.kind in ("force", "metonym") else "own-officials-tell"
            told = mention.party.kind != "group" and cue(speaks).found(text, mention.end, people.start)
            if told and not cue("own-deed").found(text, mention.end, people.start):
                return Side(mention.party.side, Span(mention.start, mention.end), "side-announced")
        return None

    def _reported(self, at: int) -> Side | None:
        """ "Syria says strikes hit an army base, killing 60 soldiers": a state that tells of soldiers' deaths and names no
        other land struck tells of its own."""
        people, text = self._harmed[at], self._context.text
        if people.harm == "captured":
            return None
        for mention in self._context.parties(people.sentence):
            state = mention.party.kind in ("country", "capital") and not mention.glued
            if not state or mention.end > people.start:
                continue
            told = cue("state-tells").found(text, mention.end, people.start)
            struck = self._theatre.struck(at) in (None, mention.party.iso)
            if told and struck and not cue("own-deed").found(text, mention.end, people.start):
                return Side(mention.party.side, Span(mention.start, mention.end), "side-announced")
        return None

    def _bodies(self, people: Harmed) -> Side | None:
        """ "Russia left the bodies of 30 soldiers behind"."""
        states = [
            m
            for m in self._context.parties(people.sentence)
            if m.party.kind == "country" and m.end <= people.start and not m.glued
        ]
        return (
            Side(states[0].party.side, Span(states[0].start, states[0].end), "side-near")
            if states and people.harm == "bodies"
            else None
        )
