"""Whom a credit means: the chain behind it, with what a pronoun or "the source" stands for."""

import re
from functools import cached_property

from msgspec import Struct

from cenotaph.find.credit.antecedents import (
    fitting,
    is_pronoun,
    is_study,
    leads_on,
    means_outlet,
    opens_as_agency,
    words_needed,
)
from cenotaph.find.credit.credited_sentences import CreditedSentences
from cenotaph.find.credit.forms.carriers import issuer
from cenotaph.find.credit.forms.credits import Anchor
from cenotaph.find.credit.naming.fuller_names import group_before, opening_speaker, subject_of
from cenotaph.find.credit.naming.hearers import asked_before
from cenotaph.find.credit.naming.nouns import is_office, is_person
from cenotaph.find.credit.naming.outlets import is_outlet, outlet_nouns, same_outlet
from cenotaph.find.credit.naming.speakers import Speaker, speaker, untitled
from cenotaph.find.credit.on_air import means_station, stations

_LOOK_BACK = 12
_FAR_BACK = 40  # For one who is named by the words of his office or kind.
_ISSUED_BACK = 3
# "The analysis appeared in the Port Journal. | The researchers | estimate": what they say, the journal brought out.
_WHO_STUDIES = frozenset(("researchers", "authors", "academics", "scientists"))
# A source that is cited is nobody who cites it in the same sentence.
_CITED = ("citing", "quoted")
_NAME = re.compile("N?C{1,5}")
_TITLED_NAME = re.compile("L*C{1,4}")
_NAMED_LAST = {
    "he": re.compile("L+C{1,4}"),
    "it": re.compile("D[xC]{0,3}N(?![CNL])"),
    "they": re.compile("D?[xC]{0,3}N{1,2}(?![CNL])"),
}
_SELF_NAMED = frozenset(("self as",))
_MADE_BY = re.compile(r"[DRKx]{0,3}d[yP](?P<by>D?[xCN]{0,3}N(?:[oP]D?[CxN]{1,4}){0,2})")
_BREAK = re.compile(r"\n\s*\n")
_SELF_AS = re.compile(r"^.*?\b(?:identified|named|called|introduced) (?:him|her)self as\b")


class Link(Struct, frozen=True):
    """One source of a chain with the rule that found it."""

    speaker: Speaker
    rule: str


class Chains:
    """The chains of a report's credits; `own` are the names of its outlet, which never stand for another source."""

    def __init__(self, text: str, read: CreditedSentences, own: tuple[str, ...]) -> None:
        self._text, self._read, self._own = text, read, own

    def of_all(self, index: int, anchors: list[Anchor]) -> list[Link]:
        """The chains of several credits of sentence `index`, one behind the other."""
        return [link for anchor in anchors for link in self.of(index, anchor)]

    def of(self, index: int, anchor: Anchor) -> list[Link]:
        """The sources of one credit: what it points back to, and the outlet it was told to."""
        if (station := self._station(index, anchor.who)) is not None:
            links = [Link(station, "resolved")]
        elif anchor.who.definite:
            links = self._antecedent(index, anchor)
        else:
            links = [Link(anchor.who, anchor.rule)]
        if links and (alias := self._alias(index, links[0].speaker)) is not None:
            links = [Link(alias, "resolved"), *links[1:]]
        if anchor.via is not None and (
            is_pronoun(anchor.via) or (anchor.via.kind == "document" and anchor.via.definite)
        ):
            links = [*links, *self._antecedent(index, anchor._replace(who=anchor.via, via=None))]
        elif anchor.via is not None:
            links = [*links, Link(self.heard(index, anchor, anchor.via), "told")]
        return links

    def heard(self, index: int, anchor: Anchor, via: Speaker) -> Speaker:
        """The outlet that a credit was told to, by its name where the text says "the channel"."""
        points = via.definite and via.head in outlet_nouns()
        return self._station(index, via) or (self._outlet_before(index, anchor) if points else None) or via

    def _alias(self, index: int, who: Speaker) -> Speaker | None:
        """The name that "the caller" gave himself in a sentence before: "The caller identified himself as Ann Roe"."""
        if who.kind != "person" or not is_person(who.head):
            return None
        for number in range(index - 1, max(-1, index - _LOOK_BACK), -1):
            if not self._read.holds(number, _SELF_NAMED):
                continue
            words = self._read.words(number)
            told = _SELF_AS.search(" ".join(words.lower))
            at = len(told.group().split()) if told is not None else 0
            named = _TITLED_NAME.match(words.tags, at) if at and who.head in words.lower[:at] else None
            if named is not None:
                return speaker(words, self._text, *named.span())
        return None

    def _station(self, index: int, who: Speaker) -> Speaker | None:
        """The station that "the announcer", "another report" mean in a report of what was on the air."""
        before = [station for number, station in self._stations if number <= index]
        return before[-1] if before and means_station(who) else None

    @cached_property
    def _stations(self) -> list[tuple[int, Speaker]]:
        return stations(self._text, self._read)

    def _antecedent(self, index: int, anchor: Anchor) -> list[Link]:
        """The chain of the source that a pronoun or "the source" stands for; the words themselves where none is found."""
        who = anchor.who
        if anchor.rule in ("relative clause", "gap") and is_pronoun(
            who
        ):  # "Roe claimed the attack, which he said killed 20".
            opens = subject_of(self._text, self._read.words(index), who.name.lower())
            if (
                opens is not None
                and opens.span.end <= who.span.start
                and not self._named_between(index, opens, anchor)
            ):
                return [Link(opens, "resolved")]
        if is_pronoun(who) and (opens := self._subordinate(index, anchor)) is not None:
            return [Link(opens, "resolved")]
        if who.name.lower() == "they" and (makers := self._makers(index, anchor)) is not None:
            return [Link(makers, "resolved")]
        if anchor.rule == "relative clause" and who.kind == "plural" and not is_pronoun(who):
            opens = opening_speaker(self._text, self._read.words(index), "they")
            if opens is not None and opens.head == who.head and opens.span.end <= who.span.start:
                return [Link(opens, "resolved")]  # "U.S. officials fear an attack, which the officials said".
        before = index - 1
        if is_pronoun(who) and index and not self._read.credits(before):
            asked = asked_before(self._read.words(before), self._text, who.name.lower())
            if asked is not None:
                return [Link(asked[0], "resolved"), Link(asked[1], "told")]
        if who.kind == "document" and (told := self._issued_in(index, who)) is not None:
            return [Link(link.speaker, "resolved") for link in told]
        if (named := self._group_just_named(index, anchor)) is not None:
            return [Link(named, "resolved")]
        for fits in fitting(who):
            needed = words_needed(fits, who)
            opened = who.kind == "document" and self._read.words(index).tags.startswith("S")
            nearest = index - (opened or is_study(who))
            for number in range(nearest, max(-1, index - (_FAR_BACK if needed else _LOOK_BACK)), -1):
                if not self._read.holds(number, needed):
                    continue
                for other in reversed(self._read.credits(number)):
                    earlier = number < index or (other.start < anchor.start and anchor.rule not in _CITED)
                    if other.rule == "headline" and other.who.head == who.head:
                        continue  # Of a headline's "Monitor group" the story tells more.
                    if not (earlier and leads_on(who, other.who) and fits(who, other.who)):
                        continue
                    if not any(same_outlet(other.who.name, name) for name in self._own):
                        return [Link(untitled(link.speaker), "resolved") for link in self.of(number, other)]
                if (
                    index - _ISSUED_BACK <= number < index
                    and (issued := self._issuer(number, who)) is not None
                ):
                    return [Link(issued, "resolved")]
        found = (
            self._by_text(index, anchor)
            or self._named_next(index, anchor)
            or self._only_bearer(index, who)
            or self._study_of(index, who)
        )
        if found is not None:
            return [Link(found, "resolved")]
        return [] if is_pronoun(who) else [Link(who, anchor.rule)]

    def _group_just_named(self, index: int, anchor: Anchor) -> Speaker | None:
        """The armed group that "the group" is in a paragraph that names one right before, and credits nobody since:
        "Roe is the second leader of the Front to die. In May, the group said"."""
        bare = anchor.who.about <= {"the", anchor.who.head}
        if not index or not bare or _BREAK.search(self._text, *self._between(index)) is not None:
            return None
        if self._read.credits(index - 1) or self._read.credits(index)[0] is not anchor:
            return None
        words = self._read.words(index - 1)
        return group_before(self._text, words, anchor.who.head, len(words.tags))

    def _between(self, index: int) -> tuple[int, int]:
        """The stretch between a sentence and the one before it."""
        return self._read.spans[index - 1].end, self._read.spans[index].start

    def _subordinate(self, index: int, anchor: Anchor) -> Speaker | None:
        """Whom "he" or "it" of a clause means that hangs on words which name him: "Roe's remarks when he said", "the army, although it has admitted"."""
        words = self._read.words(index)
        who = _NAMED_LAST.get(anchor.who.name.lower())
        joint = words.tags[max(0, anchor.start - 2) : anchor.start]
        hangs = joint[-1:] == "S" or (joint == ",&" and anchor.who.head == "they")
        if who is None or not hangs or words.lower[anchor.start - 1] in ("if", "unless"):
            return None
        named = list(who.finditer(words.tags, 0, anchor.start))
        found = speaker(words, self._text, *named[-1].span()) if named else None
        return (
            found
            if found is not None and any(fits(anchor.who, found) for fits in fitting(anchor.who))
            else None
        )

    def _makers(self, index: int, anchor: Anchor) -> Speaker | None:
        """Whose estimates a sentence opens with, where "they" say something in it: "Estimates by researchers of Ayr came near: they say"."""
        words = self._read.words(index)
        made = _MADE_BY.match(words.tags, 0, anchor.start)
        who = speaker(words, self._text, *made.span("by")) if made is not None else None
        return who if who is not None and who.kind == "plural" else None

    def _named_between(self, index: int, opens: Speaker, anchor: Anchor) -> bool:
        """Whether somebody credited nearer can be meant: "Roe has a letter signed by Carl Dunn, in which he denies"."""
        return any(
            opens.span.end <= other.who.span.start
            and other.start < anchor.start
            and fits(anchor.who, other.who)
            for other in self._read.credits(index)
            for fits in fitting(anchor.who)
        )

    def _issued_in(self, index: int, who: Speaker) -> list[Link] | None:
        """Whoever said something shortly before "in a daily bulletin", where "the bulletin" tells more."""
        for number in range(index - 1, max(-1, index - _ISSUED_BACK - 1), -1):
            words = self._read.words(number)
            for other in reversed(self._read.credits(number)):
                behind = words.lower[other.end : other.end + 6]
                inside = other.rule in ("said", "said after", "said by") and "in" in behind
                if inside and who.head in behind[behind.index("in") + 1 :] and other.who.kind != "document":
                    return self.of(number, other)
        return None

    def _issuer(self, number: int, who: Speaker) -> Speaker | None:
        """The body that brought out "the report" in a sentence before, or that "it" or "the group" is by that sentence."""
        if who.kind not in ("document", "body") or (is_pronoun(who) and who.name.lower() != "it"):
            return None
        found = issuer(self._read.words(number), self._text)
        if found is None or any(same_outlet(found.name, own) for own in self._own):
            return None
        if is_pronoun(who) and found.head.endswith("s") and found.name.split()[-1].islower():
            return None  # "The rebels released a film. It added".
        return found if who.kind == "document" or is_pronoun(who) or fitting(who)[-1](who, found) else None

    def _by_text(self, index: int, anchor: Anchor) -> Speaker | None:
        """Whom a pronoun or "the group" means where nobody who spoke before fits: a subject or a group named before."""
        pronoun = anchor.who.name.lower()
        for number in range(index, max(-1, index - 4), -1):
            words = self._read.words(number)
            if not is_pronoun(anchor.who):
                found = group_before(
                    self._text, words, anchor.who.head, anchor.start if number == index else len(words.tags)
                ) or self._opened(number, index, anchor.who)
            else:
                found = subject_of(self._text, words, pronoun) if number < index else None
            if found is not None:
                return found
        return self._outlet_before(index, anchor) if means_outlet(anchor.who) else None

    def _opened(self, number: int, index: int, who: Speaker) -> Speaker | None:
        """The body that a sentence before opens with, where "the network", "the group" can mean it."""
        if number >= index or who.kind != "body":
            return None
        found = opening_speaker(self._text, self._read.words(number), "it")
        if found is None or found.name.lower() == who.name.lower():
            return None
        may_mean = any(fits(who, found) for fits in fitting(who)) or opens_as_agency(who, found)
        return found if may_mean else None

    def _only_bearer(self, index: int, who: Speaker) -> Speaker | None:
        """Whom "the regional governor" means under another word for his office: the only person credited so far, by one."""
        if who.kind != "person" or is_pronoun(who):
            return None
        found, last = dict[str, Speaker](), None
        for number in range(max(0, index - _LOOK_BACK), index):
            for other in self._read.credits(number):
                if (
                    other.who.kind in ("person", "name")
                    and not other.who.definite
                    and not is_outlet(other.who.name)
                ):
                    last = other.who
                    found.setdefault(last.name.split()[-1], last)
        only = next(iter(found.values())) if len(found) == 1 else None
        bears = only is not None and (
            any(map(is_office, only.about)) or not only.about.isdisjoint((who.head, who.head + "s"))
        )
        return untitled(last) if bears and last is not None and last.name[:1].isupper() else None

    def _study_of(self, index: int, who: Speaker) -> Speaker | None:
        """Whose study "the researchers" made: whoever brought one out in a sentence shortly before."""
        if who.head not in _WHO_STUDIES:
            return None
        before = range(index - 1, max(-1, index - _ISSUED_BACK - 1), -1)
        found = (issuer(self._read.words(number), self._text) for number in before)
        return next((one for one in found if one is not None), None)

    def _outlet_before(self, index: int, anchor: Anchor) -> Speaker | None:
        """The outlet that "the network" means though it has not spoken before: the last one named."""
        for number in range(index, max(-1, index - 4), -1):
            words = self._read.words(number)
            end = anchor.start if number == index else len(words.tags)
            for match in reversed(list(_NAME.finditer(words.tags, 0, end))):
                who = speaker(words, self._text, *match.span())
                if is_outlet(who.name):
                    return who
        return None

    def _named_next(self, index: int, anchor: Anchor) -> Speaker | None:
        """Whom "he" means in a lead that describes him: the next sentence opens with his name."""
        pronoun = anchor.who.name.lower()
        if pronoun not in ("he", "she") or index + 1 >= len(self._read.spans):
            return None
        return subject_of(self._text, self._read.words(index + 1), pronoun)
