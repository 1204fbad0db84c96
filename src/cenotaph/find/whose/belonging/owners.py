"""To whom victims belong by the words around them: who lost them, whose they are said to be, whom they had joined."""

from collections.abc import Sequence
from itertools import pairwise

from cenotaph.find.answers import Side
from cenotaph.find.context import Harmed
from cenotaph.find.text.scan import PartyMention
from cenotaph.find.whose.belonging.losses import is_inside
from cenotaph.find.whose.claimed import Claimed
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.kinds import ARMED
from cenotaph.find.whose.nouns import role_words
from cenotaph.find.whose.parties import group_sides

_JOINERS = frozenset(
    ("supporters", "sympathisers", "sympathizers", "followers", "members", "fighters", "militants")
)
_FIGHT = frozenset(("fight", "fighting", "fought", "serving"))
_SUBJECTS = ("country", "group", "people")
_BACKED = 20  # Characters behind "fighters" in which their backers are named.
_JOINED = 40  # Characters before a group's name in which it is said to have been joined.


class Owners:
    """Finds the owners of one report's victims; `kinds` are those of all its claims."""

    def __init__(self, claimed: Claimed) -> None:
        self._context, self._harmed, self._kinds, _, self._theatre = claimed

    def joined(self, at: int) -> Side | None:
        """ "Arrested four people who they suspect were recruited by the Tigers", "... joined them, 27 of whom died"."""
        people, text = self._harmed[at], self._context.text
        pointing = cue("of-whom").found(text, people.end, people.end + 12) is not None
        if people.names or not (people.harm == "captured" or pointing):
            return None
        for mention in self._context.parties(people.sentence):
            ahead = mention.start > people.end and people.harm == "captured"
            if mention.party.kind != "group" or not (ahead or (pointing and mention.end < people.start)):
                continue
            if cue("joined-group").found(text, max(0, mention.start - 2 * _JOINED), mention.start):
                return self._side(at, mention, "side-joined")
        return None

    def fights_for(self, at: int) -> Side | None:
        """ "A Zambian student recruited to fight for Denmark": of those for whom he fought."""
        people, text = self._harmed[at], self._context.text
        if "for" not in (bag := self._context.bag(people.sentence)) or bag.isdisjoint(_FIGHT):
            return None
        end = max(people.end, people.victims_span.end if people.victims_span else 0)
        for mention in self._context.parties(people.sentence):
            if mention.start > end and cue("fights-for").found(text, end, mention.start):
                return self._theatre.side_of(mention, "side-joined", at, armed=True)
        return None

    def taken_back(self, at: int) -> Side | None:
        """ "Moscow refused to take back 3,000 bodies"."""
        people = self._harmed[at]
        if people.harm != "bodies":
            return None
        if self._context.says(
            people.sentence, "they-left", self._context.sentences[people.sentence].start, people.start
        ):
            groups = [m for m in self._context.named if m.end <= people.start and m.party.kind == "group"]
            return self._side(at, groups[-1], "side-taken-back") if groups else None
        for mention in reversed(self._before(people, people.sentence)):
            state = mention.party.kind in ("country", "capital", "metonym") and not mention.glued
            if state and cue("taken-back").found(self._context.text, mention.end, people.start):
                return self._side(at, mention, "side-taken-back")
        return None

    def handed(self, at: int) -> Side | None:
        """ "Baku handed over to Armenia the bodies of 20 soldiers": of those who get them."""
        people, text = self._harmed[at], self._context.text
        span = self._context.sentences[people.sentence]
        given = self._context.says(people.sentence, "handed-over", span.start, people.start)
        if people.harm != "bodies":
            return None
        for mention in self._context.parties(people.sentence):
            if mention.start > people.end and cue("given-to").found(text, people.end, mention.start):
                return self._side(at, mention, "side-handed")
        if given is None:
            return None
        for mention in self._context.parties(people.sentence):
            to = text[max(span.start, mention.start - 7) : mention.start].lower().endswith(("to ", "to the "))
            if to and mention.party.kind in ("country", "capital", "metonym", "group") and not mention.glued:
                return self._side(at, mention, "side-handed")
        return None

    def possessed(self, at: int, told: Sequence[Side]) -> Side | None:
        """ "Its citizens", "three of their troops", "one of our own": those of the last party named before."""
        people, words = self._harmed[at], role_words()
        phrase = [word.strip(",") for word in (people.victims or "").lower().split()]
        own = cue("of-own").found(self._context.text, people.end, people.end + 28)
        start = self._context.sentences[people.sentence].start
        ahead = self._context.text[max(start, people.start - len("their ")) : people.start].lower()
        if ahead.endswith((" its ", " their ")) or ahead in ("its ", "their "):
            phrase = [
                ahead.split()[-1],
                *phrase,
            ]  # "Lost its 20 soldiers", "wept for their thousands of dead".
        ours = self._context.says(people.sentence, "our-own", max(0, people.start - 80), people.start)
        ours = ours or self._context.says(
            people.sentence, "own-dead", max(start, people.start - 80), people.start
        )
        if not (own or ours or (phrase and phrase[0] in words.possessives)):
            return None
        if set(phrase) & words.kin:
            last = told[at - 1] if 0 < at <= len(told) else None
            kin = last is not None and last.side not in group_sides()  # A fighter's sons are no fighters.
            return last._replace(rule="side-kin") if last and kin else None
        if self._context.says(people.sentence, "each-of-two", start, people.start):
            return Side(None, None, "side-several")
        its_men = self._kinds[at] == "state" and phrase[:1] == ["its"]  # "The bodies of 69 of its soldiers".
        if people.harm == "bodies" and 0 < at <= len(told) and not its_men:
            return told[at - 1]._replace(rule="side-possessive")
        person = 0 < at <= len(told) and self._harmed[at - 1].names
        if person and phrase[:1] in (["his"], ["her"]) and self._harmed[at - 1].sentence == people.sentence:
            return told[at - 1]._replace(rule="side-possessive")  # "Roe and six of his guards".
        if self._are_theirs(at, phrase, told):
            return told[at - 1]._replace(rule="side-possessive")  # "Nine priests and one of their cooks".
        if "groups" in phrase[1:2] or {"group", "group's", "group’s"} & {*phrase[1:2]}:
            group = (
                self._theatre.groups.leading
            )  # "A Libyan leader of the jihadists and five of his group's members".
            return Side(group, None, "side-report-group") if group else None
        if {"his", "her"} & {*phrase[:1], *(own.group().lower().split() if own else ())}:
            led = self._led(people)
            if led is not None:
                return self._side(at, led, "side-possessive")
        hired = self._kinds[at] == "civilians" and self._context.says(
            people.sentence, "hired-by", start, people.start
        )
        officers = self._kinds[at] == "state" and phrase[:1] in (["my"], ["our"])
        back = 1 if self._context.says(people.sentence, "its-subject", start, people.start) else 3
        for sentence in range(people.sentence, max(-1, people.sentence - back), -1):
            found = self._before(people, sentence)
            its = phrase[:1] == ["its"] or (own is not None and own.group().lower().endswith(" its"))
            if its and self._kinds[at] == "state" and sentence < people.sentence:
                found = [m for m in found if self._is_of_troops(m)] or found
            elif not (own and "own" in own.group().lower().split()):
                found = [m for m in found if not self._attacks(m, people.start)] or found
            if hired and sentence == people.sentence:  # "An aid group said three of its workers died".
                found = [m for m in found if m.party.kind == "demonym"]
            found = [
                m for m in found if not (is_inside(self._context.text, m) or self._is_fought(m))
            ] or found
            if (
                own and "own" in own.group().lower().split()
            ):  # "Rebels said they killed nine Danes. Two of their own died".
                found = [
                    m
                    for m in found
                    if not (self._is_harmed(m, sentence) or self._context.is_in_dateline(m.start))
                ]
            if (
                self._kinds[at] == "rebels"
            ):  # "The rebels in eastern Ukraine said that nine of their fighters fell".
                found = [m for m in found if m.party.kind in ("group", "force", "people")]
            if officers:  # "Five of my soldiers were killed", the general said.
                found = [m for m in found if m.party.kind != "group"]
            if found and self._is_of_unnamed(found, people):
                return Side(self._theatre.groups.leading, None, "side-report-group")
            if found:
                joiners = set(phrase) & _JOINERS and found[-1].party.kind == "group"
                first = own and not joiners and found[0].party.kind in _SUBJECTS
                tells = first and cue("state-tells").found(self._context.text, found[-1].end, people.start)
                # "Kyiv admitted 1,300 dead of its own", "and Moscow reported 40 dead among its troops".
                meant = found[0] if first and not (tells and found[-1].party.kind in _SUBJECTS) else found[-1]
                return self._side(at, meant, "side-possessive")
        return None

    def _are_theirs(self, at: int, phrase: Sequence[str], told: Sequence[Side]) -> bool:
        """Whether a count is of people of those whom the count before it has: "nine priests and one of their cooks"."""
        last = self._harmed[at - 1] if 0 < at <= len(told) else None
        if last is None or phrase[:1] != ["their"] or self._kinds[at] not in ("civilians", None):
            return False
        end = max(last.end, last.victims_span.end if last.victims_span else 0)
        joined = cue("side-list").found(self._context.text, end, self._harmed[at].start)
        return (
            last.harm == self._harmed[at].harm
            and joined is not None
            and told[at - 1].side not in group_sides()
        )

    def _attacks(self, mention: PartyMention, start: int) -> bool:
        """The Danes in "the Front said that a Danish drone killed three of its men"."""
        return (
            cue("attack-of").found(self._context.text, mention.end, min(mention.end + 40, start)) is not None
        )

    def _is_of_unnamed(self, named: Sequence[PartyMention], people: Harmed) -> bool:
        """ "The army ambushed a terrorist group, killing 12 of its members"."""
        mention = next((m for m in reversed(named) if not is_inside(self._context.text, m)), None)
        if mention is None or mention.party.kind == "group":
            start = self._context.sentences[people.sentence].start
            return (
                mention is None
                and self._context.says(people.sentence, "group-unnamed", start, people.start) is not None
            )
        return cue("group-unnamed").found(self._context.text, mention.end, people.start) is not None

    def _is_harmed(self, mention: PartyMention, sentence: int) -> bool:
        """Whether a party names the victims of a claim on others, whom the sentence tells somebody to have killed."""
        if not self._context.says(
            sentence, "they-killed", self._context.sentences[sentence].start, mention.start
        ):
            return False
        return any(
            one.victims_span is not None and one.victims_span.start <= mention.start < one.victims_span.end
            for one in self._harmed
            if one.sentence == sentence
        )

    def _is_fought(self, mention: PartyMention) -> bool:
        """The Front in "forces fighting the Front said that nine of their men fell"."""
        before = self._context.text[max(0, mention.start - 30) : mention.start].rstrip('"“‘')
        return cue("fought-object").found(before) is not None

    def _is_of_troops(self, mention: PartyMention) -> bool:
        behind = self._context.text[mention.end : mention.end + 24].lower().split()[:1]
        return mention.party.kind == "force" or bool(set(behind) & role_words().state_nouns)

    def backed(self, at: int) -> Side | None:
        """ "Dead among the U.S.-backed forces": those of the group that the report says the U.S. backs."""
        people, text = self._harmed[at], self._context.text
        limit = self._context.sentences[people.sentence].end
        phrase = people.victims_span
        for one, other in pairwise(self._context.parties(people.sentence)) if phrase else ():
            near = phrase is not None and phrase.start <= one.start < phrase.end and one.glued
            if near and other.party.kind == "group" and cue("backed-group").found(text, one.end, other.start):
                return self._side(at, other, "side-backed")  # "Members of the Danish-backed Front".
        for mention in self._context.parties(people.sentence) if phrase else ():
            inside = phrase is not None and phrase.start <= mention.start < phrase.end + _BACKED
            here = inside and mention.glued and mention.party.iso == self._theatre.country(at)
            if here and cue("backed").found(text, mention.end, mention.end + 40):
                return self._side(at, mention, "side-backed")  # "Fighters from the GNA-backed brigades".
        for mention in self._context.parties(people.sentence):
            if not (mention.glued and people.start <= mention.start and mention.end < limit):
                continue
            if cue("among-the").found(text, people.end, mention.start) and cue("backed").found(
                text, mention.end, mention.end + 40
            ):
                return self._backed_by(at, mention)
        return None

    def _backed_by(self, at: int, backer: PartyMention) -> Side | None:
        named = self._context.named
        for one, other in pairwise(named):
            backs = one.glued and one.party.side == backer.party.side and other.party.kind == "group"
            if backs and cue("backed-by").found(self._context.text, one.end, other.start):
                return self._side(at, other, "side-backed")
        return None

    def _led(self, people: Harmed) -> PartyMention | None:
        """The group in "the founder of the Army of the North ... his fighters"."""
        start = self._context.sentences[people.sentence].start
        for mention in self._before(people, people.sentence):
            before = self._context.text[max(start, mention.start - 70) : mention.start]
            if mention.party.kind == "group" and cue("group-leader").found(before):
                return mention
        return None

    def _before(self, people: Harmed, sentence: int) -> list[PartyMention]:
        return [m for m in self._context.parties(sentence) if m.end <= people.start and not m.glued]

    def _side(self, at: int, mention: PartyMention, rule: str) -> Side:
        return self._theatre.side_of(mention, rule, at, armed=self._kinds[at] in ARMED)
