"""Whose word a sentence is that no credit covers: its neighbour's, its list's, or a stretch that one speaker has to himself."""

import re
from functools import cached_property

from cenotaph.find.credit.chains import Chains, Link
from cenotaph.find.credit.credited_sentences import CreditedSentences
from cenotaph.find.credit.forms.scopes import is_clause
from cenotaph.find.credit.mouthpieces import Mouthpiece, mouthpieces
from cenotaph.find.credit.naming.hearers import heard_in
from cenotaph.find.credit.naming.journals import journal_behind
from cenotaph.find.credit.naming.outlets import is_outlet
from cenotaph.find.credit.naming.speakers import Speaker, right_of, speaker
from cenotaph.find.credit.tagging.speech_tags import tag_words
from cenotaph.find.credit.tagging.word_table import word_sets
from cenotaph.find.credit.told_behind import (
    brings_out,
    is_made,
    is_near,
    may_bring_out,
    points_back,
    says_where,
    source_of_figure,
    tells_source,
)
from cenotaph.language import load_pack
from cenotaph.model import Span

# What somebody told at another time: "his previous estimate in May, when he told X".
_ONCE = re.compile(r"\b(?:previous|earlier|last (?:month|year|week)|in [A-Z][a-z]+ \d{4}|in \d{4})\b")
_OF_PRESS = frozenset(("news", "media", "press"))
_AND = re.compile(r",? and |, ")
_STUDY = re.compile("D[xCN]{0,2}d")


class Beyond:
    """What reaches a sentence of a report from beyond it."""

    def __init__(self, text: str, read: CreditedSentences, chains: Chains) -> None:
        self._text, self._read, self._chains = text, read, chains
        self._spans = read.spans
        self._points_back = dict[int, bool]()

    def fragment(self, index: int) -> list[Link]:
        """The chain of a sentence before that is no more than "According to X.", and so belongs to this one."""
        return self._alone(index - 1) if index else []

    def _alone(self, number: int) -> list[Link]:
        """The chain of a sentence that is no more than "According to X." or "According to X, citing Y."."""
        if not self._opens_alone(number):
            return []
        anchors = self._read.credits(number)
        if not anchors or anchors[0].rule != "according to" or anchors[0].start:
            return []
        if any(anchor.rule != "citing" for anchor in anchors[1:]):
            return []
        words = self._read.words(number)
        return [] if is_clause(words, anchors[-1].end) else self._chains.of_all(number, [*reversed(anchors)])

    def _opens_alone(self, number: int) -> bool:
        return self._text.startswith(("According", "As per"), self._spans[number].start)

    def told_behind(self, index: int) -> list[Link]:
        """The chain of a sentence close behind that says of this one who told it ("This was reported by X")."""
        near = range(index + 1, min(index + 4, len(self._spans)))
        if not any(
            self._tells_behind(number) or self._says_whose(number) or self._opens_alone(number)
            for number in near
        ):
            return []  # Before the words of any of them are read.
        for number in near:
            span = self._spans[number]
            if not is_near(self._text[self._spans[index].end : span.start]):
                return []
            if number == index + 1 and (alone := self._alone(number)):
                return [Link(link.speaker, "told behind") for link in alone]
            anchors = self._read.credits(number)
            if anchors and self._tells_behind(number):
                links = self._chains.of_all(number, list(anchors))
                return [Link(link.speaker, "told behind") for link in links]
            if (said := self._of_figure(number)) or anchors:
                return said
        return []

    def told_outright(self, index: int) -> list[Link]:
        """Whose figure it is by the sentence behind, whoever is credited before: "The toll came from the clinic, which ..."."""
        if index + 1 == len(self._spans) or not tells_source(self._sentence(index + 1)):
            return []
        between = self._text[self._spans[index].end : self._spans[index + 1].start]
        return self._of_figure(index + 1) if is_near(between) else []

    def _of_figure(self, number: int) -> list[Link]:
        """Whom a sentence without a verb of saying names for the figure before: "UNICEF, in announcing this", "It comes from X"."""
        span = self._spans[number]
        sentence = self._text[span.start : span.end]
        behind = source_of_figure(sentence)
        if behind is None:
            return self._bringer(number)
        words = self._read.words(number)
        at = (
            0
            if behind == 0
            else next(i for i, where in enumerate(words.spans) if where[0] >= span.start + behind)
        )
        found = right_of(words, at, self._text)
        if found is None or (not at and words.tags[found[1] : found[1] + 1] != ","):
            return []
        plain = (
            words.lower[number]
            for number in range(at, found[1])
            if self._text[words.spans[number][0]].islower()
        )  # No word of a name: "the Costs of War project".
        if not word_sets()["mute"].isdisjoint(plain):
            return []  # "The toll comes from two raids on the mill".
        who, after = found
        links = [Link(who, "told behind")]
        if words.lower[after + 1 : after + 3] == ["spoke", "to"] and (
            heard := right_of(words, after + 3, self._text)
        ):
            links.append(Link(heard[0], "told"))
        return links

    def _bringer(self, number: int) -> list[Link]:
        """Who opens a sentence as the one whose study or figure was told of before: "The port | put out the study on Monday"."""
        if not may_bring_out(self._sentence(number)):
            return []
        found = right_of(self._read.words(number), 0, self._text)
        if found is None:
            return []
        who, after = found
        end = self._read.words(number).spans[after - 1][1]
        brings = brings_out(self._text[end : self._spans[number].end])
        return [Link(who, "told behind")] if brings else []

    def carrier(self, index: int, links: list[Link]) -> list[Link]:
        """The outlet that a sentence close behind says all this is from ("CNN writes about it")."""
        if any(is_outlet(link.speaker.name) for link in links) or not self._carried(index):
            return []
        for number in range(index + 1, min(index + 4, len(self._spans))):
            span = self._spans[number]
            if not is_near(self._text[self._spans[number - 1].end : span.start]):
                return []
            if self._says_where(number):
                heard = heard_in(self._read.words(number), self._text)
                return [Link(heard, "told")] if heard is not None else []
            anchors = self._read.credits(number)
            if len(anchors) == 1 and is_outlet(anchors[0].who.name) and self._tells_behind(number):
                return [Link(anchors[0].who, "told")]
            if any(anchor.who.name.lower() not in ("he", "she", "it", "they") for anchor in anchors):
                return []
        return []

    def _carried(self, index: int) -> bool:
        """Whether one of the next sentences has the turns of phrase for it at all; a quick look before they are read."""
        near = range(index + 1, min(index + 4, len(self._spans)))
        return any(self._tells_behind(number) or self._says_where(number) for number in near)

    def _tells_behind(self, number: int) -> bool:
        """Whether a sentence credits the one before it; every claim of the sentences before asks."""
        if number not in self._points_back:
            self._points_back[number] = points_back(self._sentence(number))
        return self._points_back[number]

    def _says_whose(self, number: int) -> bool:
        sentence = self._sentence(number)
        return source_of_figure(sentence) is not None or may_bring_out(sentence)

    def _says_where(self, number: int) -> bool:
        return says_where(self._sentence(number))

    def _sentence(self, number: int) -> str:
        span = self._spans[number]
        return self._text[span.start : span.end]

    def maker(self, index: int, links: list[Link]) -> list[Link]:
        """Who made the study that a claim is from, where one of the next sentences says so ("The study, conducted by X")."""
        if len(links) != 1 or not _is_of_study(links[0].speaker):
            return links
        if links[0].speaker.head == "reports" and not _OF_PRESS.isdisjoint(links[0].speaker.about):
            return self._reporters(index) or links
        for number in range(index + 1, min(index + 3, len(self._spans))):
            for anchor in self._read.credits(number)[:1]:
                opens = is_made(self._text[self._spans[number].start : self._spans[number].end])
                if anchor.rule == "named by" and opens and anchor.who.kind != "document":
                    return [Link(link.speaker, "resolved") for link in self._chains.of(number, anchor)]
            if told := self._of_figure(number) or self._journal(number):
                return [Link(link.speaker, "resolved") for link in told]
        return links

    def _journal(self, number: int) -> list[Link]:
        """The journal in which the study told of before came out: "The study was published on Friday in | The Lancet"."""
        words = self._read.words(number)
        study = _STUDY.match(words.tags)
        came_out = journal_behind(words, self._text, study.end()) if study is not None else None
        return [Link(came_out[0], "resolved")] if came_out is not None else []

    def _reporters(self, index: int) -> list[Link]:
        """The outlets whose "local news reports" a figure is from, where the next sentence that credits anybody names them."""
        for number in range(index + 1, min(index + 3, len(self._spans))):
            for anchor in self._read.credits(number)[:1]:
                outlets = _AND.split(anchor.who.name)
                named = (
                    all(is_outlet(name) for name in outlets)
                    and anchor.who.head not in word_sets()["audiences"]
                )
                return [Link(anchor.who, "resolved")] if named else []
        return []

    def interviewer(self, index: int, links: list[Link]) -> list[Link]:
        """The outlet that carried a person's words, where the sentence behind says "he told Y"."""
        if len(links) > 1 or links[0].speaker.kind not in ("person", "name") or links[0].rule != "said":
            return []
        if links[0].speaker.name.isupper() and not self._read.words(index).upper:
            return []  # The initials of a body, whom "he" never means.
        for number in range(index + 1, min(index + 3, len(self._spans))):
            for anchor in self._read.credits(number)[:1]:
                if anchor.via is None or anchor.who.name.lower() not in ("he", "she"):
                    continue
                if _ONCE.search(self._sentence(number)) is not None:
                    continue  # Another interview, long ago.
                via = self._chains.heard(number, anchor, anchor.via)
                if is_outlet(via.name):
                    return [Link(via, "told")]
        return []

    @cached_property
    def _mouthpieces(self) -> list[Mouthpiece]:
        return mouthpieces(self._text)

    def mouthpiece(self, start: int) -> list[Link]:
        """Whoever has the stretch of the report to himself that the figure stands in."""
        before = [piece for piece in self._mouthpieces if piece.start <= start]
        for piece in reversed(before):
            if piece.speaker is None:
                return []
            if (piece is before[-1] or piece.named) and (held := self._holder(piece, piece.speaker)):
                return held
        return []  # A lead-in that credits nobody ("we hit the following:") goes on with who is named before.

    def teller(self, start: int, links: list[Link]) -> list[Link]:
        """Whoever speaks in a transcript that the figure stands in, behind those by whom he goes."""
        piece = next((piece for piece in reversed(self._mouthpieces) if piece.start <= start), None)
        if piece is None or piece.speaker is None or not piece.named:
            return []
        held = self._holder(piece, piece.speaker)
        return [link for link in held if not any(self._same(link, other) for other in links)]

    def _same(self, link: Link, other: Link) -> bool:
        """Whether two names share a word, or one is in brackets behind words of the other, as its initials."""
        names = link.speaker.name, other.speaker.name
        told = [set(name.lower().split()) for name in names]
        if not told[0].isdisjoint(told[1]):
            return True
        return any(
            len(told[1 - at] & _spelt_out(self._text, name)) > 1
            for at, name in enumerate(names)
            if name.isupper() and name.isalpha()
        )

    def _holder(self, piece: Mouthpiece, where: Span) -> list[Link]:
        if piece.named:
            words = tag_words(self._text, where)
            who = speaker(words, self._text, 0, len(words.tags))
            return [Link(who, "transcript")]
        index = self._read.index_of(where.start)
        anchors = self._read.credits(index)
        return (
            [Link(link.speaker, "statement") for link in self._chains.of(index, anchors[-1])]
            if anchors
            else []
        )


def _is_of_study(who: Speaker) -> bool:
    """Whether a source is a document, or those who have made one and have no name: "a new study", "researchers"."""
    return who.kind == "document" or (
        who.name.islower() and who.head in load_pack("sources")["documents"]["authors"]
    )


def _spelt_out(text: str, initials: str) -> set[str]:
    """The words before initials in brackets: "THE NATIONAL LIBERATION FRONT (FLN)"."""
    told = re.search(rf"((?:[\w'-]+\s+){{2,7}})[\[(]{initials}[\])]", text)
    return set(told[1].lower().split()) if told is not None else set()
