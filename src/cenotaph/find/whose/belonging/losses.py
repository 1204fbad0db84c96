"""Who lost the victims by the words around them: who suffered the losses, was beaten, or confirms its own men's deaths."""

from cenotaph.find.answers import Side
from cenotaph.find.text.scan import PartyMention
from cenotaph.find.whose.belonging.sufferers import sufferer
from cenotaph.find.whose.claimed import Claimed
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.kinds import ARMED
from cenotaph.find.whose.parties import member_nouns

_LOST = ("killed", "wounded", "casualties", "captured")
_ENDS = 40  # Characters.
_TAKEN = (" taken ", " taken the ")
_ENEMY = frozenset(("enemy", "enemy's"))


def is_inside(text: str, mention: PartyMention) -> bool:
    """ "In rural Damascus": a land or capital as a place."""
    before = text[max(0, mention.start - 30) : mention.start]
    return mention.party.kind in ("country", "capital") and cue("inside-place").found(before) is not None


class Losses:
    """Finds who lost one report's victims."""

    def __init__(self, claimed: Claimed) -> None:
        self._context, self._harmed, self._kinds, _, self._theatre = claimed

    def of_figure(self, at: int) -> Side | None:
        """ "Denmark's casualties in May came to 300", "its costliest month, with 300 dead"."""
        people = self._harmed[at]
        if (
            self._kinds[at] == "civilians"
            or people.names
            or people.low == 1
            or people.harm in ("bodies", "captured")
        ):
            return None
        mention = sufferer(self._context, people)
        if mention is not None:
            return self._side(at, mention, "side-suffered")
        part = people.whole is not None and people.whole < at and people.victims is None
        return self.of_figure(people.whole or 0) if part else None  # "400 casualties, including 100 dead".

    def of(self, at: int) -> Side | None:
        """The party that a claim's sentence tells to have lost its people."""
        return (
            self._suffered(at)
            or self._gapped(at)
            or self._confirmed(at)
            or self._beaten(at)
            or self._in_ranks(at)
            or self._beaten_off(at)
            or self._reported(at)
        )

    def _suffered(self, at: int) -> Side | None:
        """ "Russia has lost 300", "the number of Russian casualties reached 300"."""
        people = self._harmed[at]
        ahead = self._before(at)
        ahead = [m for m in ahead if not is_inside(self._context.text, m)] or ahead
        for mention in reversed(ahead):
            if _ENEMY & set(self._context.text[mention.end : people.start].lower().split()):
                continue  # "(Radio Venceremos) -- the enemy suffered".
            if self._kinds[at] == "state" and mention.party.kind == "group":
                continue  # "Troops killed 30 of the Front's men and lost four soldiers".
            if people.harm == "captured" and self._context.text[: people.start].endswith(_TAKEN):
                continue  # "The Front has taken 200 girls hostage".
            if cue("by-before").found(self._context.text, max(0, mention.start - 16), mention.start):
                continue  # "A patrol ambushed by the Front lost nine men".
            counted = cue("toll-behind").found(self._context.text, mention.end, people.start)
            if counted and cue("toll-of").found(
                self._context.text, max(0, mention.start - 24), mention.start
            ):
                return self._side(at, mention, "side-suffered")
            if cue("suffered").found(self._context.text, mention.end, people.start):
                return self._side(at, mention, "side-suffered")
            if cue("side-behind").found(self._context.text, mention.end, people.start) and cue(
                "on-the"
            ).found(self._context.text, max(0, mention.start - 8), mention.start):
                return self._side(at, mention, "side-suffered")
            before = cue("on-their-side").found(self._context.text, max(0, mention.start - 16), mention.start)
            if before and self._context.text[mention.end : people.start].strip(" ,:") == "":
                return self._side(at, mention, "side-suffered")
        return None

    def _confirmed(self, at: int) -> Side | None:
        """ "The Front confirmed that three members were killed"."""
        people, text = self._harmed[at], self._context.text
        if (people.victims or "").lower().split()[-1:] and (people.victims or "").lower().split()[
            -1
        ] in member_nouns():
            for mention in self._before(at):
                if mention.party.kind == "group" and cue("confirms-own").found(
                    text, mention.end, people.start
                ):
                    return self._side(at, mention, "side-possessive")
        return None

    def _gapped(self, at: int) -> Side | None:
        """ "Malawi lost three soldiers, Uruguay one", "and Uruguay one"."""
        people, text = self._harmed[at], self._context.text
        if not at or people.victims is not None or people.names:
            return None
        for mention in self._context.parties(people.sentence):
            ahead = mention.end <= people.start and not mention.glued
            bare = ahead and text[mention.end : people.start].strip() == ""
            if bare and cue("gap-ahead").found(text, self._harmed[at - 1].end, mention.start):
                return self._side(at, mention, "side-suffered")
        return None

    def _beaten(self, at: int) -> Side | None:
        """ "The Front had been pushed back, with 40 killed": a bare count is of those who are told to have been beaten."""
        people, text = self._harmed[at], self._context.text
        left = self._left_behind(at)
        if left is not None or people.victims is not None or people.harm not in _LOST:
            return left
        if cue("beaten-behind").needs.isdisjoint(self._context.bag(people.sentence)):
            return None
        for mention in reversed(self._before(at)):
            if self._kinds[at] == "rebels" and mention.party.kind != "group":
                continue  # "In Denmark the rebels have been hit hard".
            if cue("beaten-behind").found(text, mention.end, people.start):
                return self._side(at, mention, "side-beaten")
        return None

    def _left_behind(self, at: int) -> Side | None:
        """ "Danish troops fled the field, leaving 200 men dead"."""
        people = self._harmed[at]
        for mention in reversed(self._before(at)):
            if cue("fled-leaving").found(self._context.text, mention.end, people.start):
                return self._side(at, mention, "side-suffered")
        return None

    def _reported(self, at: int) -> Side | None:
        """ "Armenia lost 105 men; Azerbaijan reported 50 dead": a state reports its own dead."""
        people = self._harmed[at]
        last = self._harmed[at - 1] if at else None
        if people.victims is not None or last is None or last.sentence != people.sentence:
            return None
        for mention in reversed(self._before(at)):
            state = mention.party.kind == "country" and mention.start > last.end
            if state and cue("reports-dead").found(self._context.text, mention.end, people.start):
                return self._side(at, mention, "side-suffered")
        return None

    def _beaten_off(self, at: int) -> Side | None:
        """ "Beat back a Danish assault, killing 60 of the attackers": of the nation whose attack it was."""
        people, text = self._harmed[at], self._context.text
        start = self._context.sentences[people.sentence].start
        theirs = self._context.says(people.sentence, "on-the-attackers", people.end, people.end + _ENDS)
        if self._kinds[at] != "attackers" and theirs is None:
            return None
        for mention in reversed(self._before(at)):
            behind = cue("assault-behind").found(text, mention.end, people.start)
            if behind and cue("beating-off").found(text, max(start, mention.start - _ENDS), mention.start):
                return self._side(at, mention, "side-suffered")
        return None

    def _in_ranks(self, at: int) -> Side | None:
        """ "15 dead among the ranks of the Front"."""
        people = self._harmed[at]
        bag, text = self._context.bag(people.sentence), self._context.text
        if bag.isdisjoint(("ranks", "casualties", "losses")):
            return None
        for mention in self._context.parties(people.sentence):
            if mention.start <= people.end or mention.party.kind not in ("group", "force", "demonym"):
                continue
            if cue("in-their-ranks").found(text, people.end, mention.start) or cue("losses-on").found(
                text, people.end, mention.start
            ):
                return self._side(at, mention, "side-suffered")
        return None

    def _before(self, at: int) -> list[PartyMention]:
        people = self._harmed[at]
        return [m for m in self._context.parties(people.sentence) if m.end <= people.start and not m.glued]

    def _side(self, at: int, mention: PartyMention, rule: str) -> Side:
        return self._theatre.side_of(mention, rule, at, armed=self._kinds[at] in ARMED)
