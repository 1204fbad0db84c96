"""Whose people the words beside a count tell them to be: "from France", "were Danes", "the victims were Danes"."""

import re
from itertools import pairwise

from cenotaph.find.answers import Side
from cenotaph.find.context import Harmed
from cenotaph.find.text.scan import PartyMention
from cenotaph.find.whose.belonging.owners import Owners
from cenotaph.find.whose.claimed import Claimed
from cenotaph.find.whose.countries.foreigners import PLAIN
from cenotaph.find.whose.counts.together import MISSIONS, goes_on
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.kinds import ARMED
from cenotaph.find.whose.nouns import kind_of
from cenotaph.find.whose.parties import catch_alls
from cenotaph.find.whose.persons.descriptors import is_adjective

_OF_THE = " of the "
_SERVING = (" for ", " in ", " with ", " within ")
_SERVANTS = frozenset(
    (
        "officer",
        "officers",
        "leader",
        "leaders",
        "commander",
        "commanders",
        "operative",
        "operatives",
        "recruiter",
    )
    + (
        "recruiters",
        "spokesman",
        "financier",
        "figure",
        "figures",
        "fighter",
        "fighters",
        "official",
        "officials",
    )
)
_FOUGHT = 80  # Characters.
_FROM = re.compile(r"(?: of (?:them|whom|these|those))? from (?:the )?", re.IGNORECASE)


class Beside:
    """Reads what stands beside the counts of one report."""

    def __init__(self, claimed: Claimed, owners: Owners) -> None:
        self._context, self._harmed, self._kinds, self._where, self._theatre = claimed
        self._owners = owners

    def of(self, at: int) -> Side | None:
        """ "One soldier from France", "four of the dead were from Ukraine"."""
        people = self._harmed[at]
        end = max(people.end, people.victims_span.end if people.victims_span else 0)
        limit = min(self._context.sentences[people.sentence].end, end + 80)
        if self._context.says(people.sentence, "from-others", people.end, limit):
            return Side(None, None, "side-several")
        first = not at or self._harmed[at - 1].sentence != people.sentence
        if first and cue("of-whom").found(self._context.text, people.end, people.end + 12):
            found = self._of_those(people)
            if found is not None:
                return self._theatre.side_of(found, "side-from", at)
        led = self._of_alliance(at, people.end)
        if led is not None:
            return led
        described = not cue("told-to-be").needs.isdisjoint(self._context.bag(people.sentence))
        for mention in self._context.parties(people.sentence) if described else ():
            behind = mention.start > people.end and mention.party.kind in ("demonym", "force")
            if behind and cue("told-to-be").found(self._context.text, people.end, mention.start):
                return self._theatre.side_of(mention, "side-from", at)
        told = (self._apposed(at, end) if people.low == 1 else None) or self._of_fought(at)
        if told is not None:
            return told
        match = self._context.says(people.sentence, "from", end, limit)
        if match is not None and self._owners.taken_back(at):  # "Received 30 bodies from Azerbaijan".
            return None
        if match is None:
            return self._predicated(at, end, limit)
        if cue("especially").found(self._context.text, end, end + match.end()):
            return None  # "Terrorists, especially from Denmark".
        target = end + match.end()
        inside = [other for other in self._harmed[at + 1 :] if end <= other.start < target]
        if inside and ("," not in match.group() or self._is_of_part(inside[-1], target)):
            return None
        for mention in self._context.parties(people.sentence):
            armed = "belong" in match.group() or "number" in match.group()
            belongs = armed and mention.party.kind in ("group", "force")
            if mention.start == target and (
                belongs or mention.party.kind in ("country", "demonym", "capital")
            ):
                several = mention.party.kind == "country" and goes_on(self._context, people.sentence, mention)
                return (
                    Side(None, None, "side-several")
                    if several
                    else self._theatre.side_of(mention, "side-from", at)
                )
        return None

    def _is_of_part(self, part: Harmed, target: int) -> bool:
        """ "400 guards, 33 of them from Denmark", but "four, including a girl, were from Denmark"."""
        return part.whole is not None and _FROM.fullmatch(self._context.text, part.end, target) is not None

    def _of_alliance(self, at: int, start: int) -> Side | None:
        """ "A soldier from a NATO-led force": of the alliance."""
        text = self._context.text
        for mention in self._context.parties(self._harmed[at].sentence) if self._kinds[at] == "state" else ():
            near = mention.glued and 0 <= mention.start - start < _FOUGHT and mention.party.side in MISSIONS
            if (
                near
                and cue("serving-in").found(text, start, mention.start)
                and cue("led-force").found(text, mention.end, mention.end + 40)
            ):
                return Side(mention.party.side, None, "side-from")
        return None

    def _of_those(self, people: Harmed) -> PartyMention | None:
        """ "Eight American citizens are held, three of whom are dead": the nation of those whom the clause before tells of."""
        text = self._context.text
        for mention in reversed(self._context.parties(people.sentence)):
            if mention.end < people.start and mention.party.kind in ("demonym", "group"):
                behind = text[mention.end : mention.end + 30].lower().split()[:1]
                if kind_of(" ".join(behind).strip(",.")) is not None:
                    noun = mention.end + len(behind[0]) + 1
                    fought = cue("fighters-between").found(text, noun, people.start)
                    return None if fought else mention
        return None

    def _of_fought(self, at: int) -> Side | None:
        """ "Villagers attacked the terrorists and killed 19 of them": of the group, or the rebels, of the report."""
        people, text = self._harmed[at], self._context.text
        if not cue("of-whom").found(text, people.end, people.end + 12):
            return None
        start = self._context.sentences[people.sentence].start
        if self._context.says(people.sentence, "fought-them", start, people.start) is None:
            return None
        only = next(iter(self._context.countries), "") if len(self._context.countries) == 1 else ""
        land = self._theatre.country(at) or self._where[at].country or only
        rebels = "rebels" in text[max(start, people.start - _FOUGHT) : people.start].lower()
        group = self._theatre.groups.most_named or (catch_alls().get(land) if rebels else None)
        return Side(group, None, "side-from")

    def _apposed(self, at: int, end: int) -> Side | None:
        """ "Another hostage, South African aid worker X, was killed"."""
        text = self._context.text
        for mention in self._context.parties(self._harmed[at].sentence):
            if mention.party.kind == "demonym" and mention.start > end and not mention.glued:
                presumed = cue("presumed").found(text, end, mention.start)
                if presumed and cue("calling-behind").found(text, mention.end, mention.end + 50):
                    return self._theatre.side_of(mention, "side-presumed", at)
            apposed = self._context.plain[end : mention.start] in (", ", ", a ", ", an ", ", the ")
            apposed = apposed or cue("named-apposed").found(text, end, mention.start) is not None
            if apposed and mention.party.kind == "demonym" and not mention.glued:
                behind = cue("calling-behind").found(text, mention.end, mention.end + 50)
                return self._theatre.side_of(mention, "side-from", at) if behind else None
        return None

    def _predicated(self, at: int, start: int, limit: int) -> Side | None:
        """ "Eleven of the wounded were Danes"."""
        people = self._harmed[at]
        if self._context.plain.startswith(_OF_THE, people.end):
            start = people.end  # "Eleven of the 36 wounded": the phrase may reach up to the second count.
        for mention in self._context.parties(people.sentence):
            armed = mention.party.kind in ("group", "force") and start < mention.start < limit
            member = armed and cue("was-member").found(self._context.text, start, mention.start)
            men = self._kinds[at] in ARMED or people.victims in ("member", "members")
            if armed and self._serves(people, start, mention):
                return self._of_one_group(mention, at)
            if member or (armed and men and cue("member-of").found(self._context.text, start, mention.start)):
                return self._of_one_group(mention, at)
        match = self._context.says(people.sentence, "were-of", start, limit)
        if match is None or any(
            start <= other.start < start + match.end() and other.start != people.end + len(_OF_THE)
            for other in self._harmed[at + 1 :]
        ):
            return None  # But "eleven of the 36 wounded were Danes".
        for mention in self._context.parties(people.sentence):
            nation = is_adjective(self._context.text, mention) and not mention.glued
            if mention.start == start + match.end() and nation:
                behind = self._context.text[mention.end : mention.end + 30].split()[:1]
                found = self._theatre.side_of(mention, "side-from", at)
                if self._is_listed(people.sentence, mention):
                    return Side(None, None, "side-several")
                if kind_of("".join(behind)) != "rebels":
                    return found
                return found._replace(side=catch_alls().get(mention.party.iso or "", found.side))
        return None

    def _is_listed(self, sentence: int, mention: PartyMention) -> bool:
        """ "The two were Danish nurse X and Swedish nurse Y": whether another nation follows behind "and"."""
        text = self._context.plain
        return any(
            other.start > mention.end
            and other.party.side != mention.party.side
            and is_adjective(self._context.text, other)
            and text[mention.end : other.start].endswith((" and ", " and a "))
            for other in self._context.parties(sentence)
        )

    def _serves(self, people: Harmed, start: int, mention: PartyMention) -> bool:
        """ "An intelligence officer for the Front", "a local leader in the Front"."""
        noun = (people.victims or "").lower().split()[-1:]
        between = self._context.text[start : mention.start].replace(" the ", " ")
        return between in _SERVING and not mention.glued and not _SERVANTS.isdisjoint(noun)

    def _of_one_group(self, mention: PartyMention, at: int) -> Side:
        """The group of a mention; nobody's where another is named with it ("of the Front (FR) and the Danish Army")."""
        text = self._context.text
        same = [m for m in self._context.parties(self._harmed[at].sentence) if m.start >= mention.start]
        for one, other in pairwise(m for m in same if m.party.kind == "group"):
            if other.party.side != mention.party.side:
                joined = one.party.side == mention.party.side
                if joined and cue("and-group").found(text, one.end, other.start):
                    return Side(None, None, "side-several")
                break
        return self._theatre.side_of(mention, "side-from", at)

    def told_of(self, at: int) -> Side | None:
        """ "Fighters step among a dozen bodies. This time the victims were Danes": whose they are told to be right behind."""
        people = self._harmed[at]
        if self._kinds[at] not in (*PLAIN, "fighters", "rebels") or people.names:
            return None
        last = min(people.sentence + 2, len(self._context.sentences) - 1)
        for sentence in range(people.sentence, last + 1):
            start = self._context.sentences[sentence].start
            for mention in self._context.parties(sentence):
                if (
                    mention.start < people.end
                    or mention.glued
                    or mention.party.kind not in ("demonym", "group")
                ):
                    continue
                if self._context.says(sentence, "victims-were", start, mention.start) and not self._is_part(
                    sentence, start, mention.start
                ):
                    return self._theatre.side_of(mention, "side-told", at)
        return None

    def _is_part(self, sentence: int, start: int, end: int) -> bool:
        """ "Two of the dead were Danes" tells whose the two are alone."""
        return self._context.says(sentence, "part-of-the", start, end) is not None
