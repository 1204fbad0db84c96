"""The armed groups that a claim's sentence names, less those that did the harm or are named aside."""

from itertools import pairwise

from cenotaph.find.answers import Side
from cenotaph.find.text.scan import PartyMention
from cenotaph.find.whose.assaults import is_tied
from cenotaph.find.whose.claimed import Claimed
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.kinds import ARMED, are_rebels
from cenotaph.find.whose.nouns import kind_of
from cenotaph.find.whose.parties import apart_from_rebels, catch_alls, fighters_of_peoples

_JIHADISTS = frozenset(("extremists", "jihadists", "terrorists", "jihadis"))
_DESCRIBED = 90  # Characters behind a group in which its deed is told.
_OPENING = 14  # Characters of a sentence in which its subject begins.


class Groups:
    """Reads the groups named around one report's claims."""

    def __init__(self, claimed: Claimed) -> None:
        self._context, self._harmed, self._kinds, _, self._theatre = claimed

    def here(self, at: int) -> list[Side]:
        """The groups that the claim's own sentence names and that did not do the harm."""
        return self.of(at, self._harmed[at].sentence)

    def of(self, at: int, sentence: int) -> list[Side]:
        """The armed groups of a sentence that the victims may be of: of two that are not named in one breath, the one
        that does not open the sentence and act ("The Kurds foiled an attack by the jihadists")."""
        if sentence < 0:
            return []
        here = [m for m in self._context.parties(sentence) if self.is_group(m)]
        if sentence == self._harmed[at].sentence:
            others = self.others(at) | self.no_rebels(at)
            here = [m for m in here if m.party.side not in others]
            if _JIHADISTS & set((self._harmed[at].victims or "").lower().split()):
                # "Fighting of the Kurds and Islamic State left nine extremists dead".
                jihadist = [
                    m for m in here if not (m.party.kind == "people" or m.party.side in fighters_of_peoples())
                ]
                here = jihadist or here
        return [self._theatre.side_of(m, "side-group", at, armed=True) for m in self._foremost(at, here)]

    def is_doer(self, at: int, side: str | None) -> bool:
        mentions, people = self._context.parties(self._harmed[at].sentence), self._harmed[at]
        start = self._context.sentences[people.sentence].start
        if self._context.says(people.sentence, "group-did", start, people.start):
            return True
        return any(m.party.side == side and self.is_group(m) and self._did_it(at, m) for m in mentions)

    def no_rebels(self, at: int) -> frozenset[str]:
        """The groups whose people nobody calls rebels in a country where rebels are counted together."""
        if not are_rebels(self._context, self._harmed[at]):
            return frozenset()
        return apart_from_rebels() if self._theatre.country(at) in catch_alls() else frozenset()

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

    def others(self, at: int) -> set[str]:
        """The groups of the claim's sentence whose people these are not: those that did it, or that are named aside."""
        here = [m for m in self._context.parties(self._harmed[at].sentence) if self.is_group(m)]
        return {m.party.side for m in here if self._did_it(at, m) or self._is_told_aside(at, m)}

    def struck_too(self, at: int) -> set[str]:
        """The groups that a claim's sentence tells to be struck besides, in another place."""
        here = self._context.parties(self._harmed[at].sentence)
        return {m.party.side for m in here if self.is_group(m) and self._is_struck_too(at, m)}

    def _is_struck_too(self, at: int, mention: PartyMention) -> bool:
        """The Front in "killed nine rebels in Gao and targeted posts of the Front in Kidal"."""
        people = self._harmed[at]
        behind = mention.start > people.end
        return behind and bool(self._context.says(people.sentence, "also-struck", people.end, mention.start))

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
        if self._is_struck_too(at, mention):
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

    def is_group(self, mention: PartyMention) -> bool:
        """Whether a group is named, or a people's fighters, and not as what they were mistaken for."""
        text, kind = self._context.text, mention.party.kind
        if kind == "people":
            behind = text[mention.end : mention.end + 24].split()[:1]
            return bool(behind) and kind_of(behind[0].strip(",.")) in ARMED
        mistaken = cue("not-them").found(text, max(0, mention.start - 40), mention.start)
        linked = mention.glued and cue("linked-behind").found(text, mention.end, mention.end + 14)
        return kind == "group" and not (mistaken or linked or is_tied(self._context, mention))
