"""On whose word a claim stands: the chain of sources from the origin outward, across sentences and quotations."""

import re
from bisect import bisect_right

from msgspec import Struct

from cenotaph.find.credit.antecedents import fitting, is_pronoun, leads_on
from cenotaph.find.credit.carriers import carriers, may_carry
from cenotaph.find.credit.credited_sentences import CreditedSentences
from cenotaph.find.credit.credits import Anchor
from cenotaph.find.credit.fuller_names import fuller, group_before, subject_of
from cenotaph.find.credit.hearers import looks_like_outlet
from cenotaph.find.credit.labels import opens_quote, quoted_from, source_named
from cenotaph.find.credit.mouthpieces import Mouthpiece, mouthpieces
from cenotaph.find.credit.own_voice import own_names
from cenotaph.find.credit.quotations import Quotation, holding, quotations
from cenotaph.find.credit.scopes import is_clause
from cenotaph.find.credit.speakers import (
    Speaker,
    is_outlet,
    is_preliminary,
    outlet_nouns,
    same_outlet,
    speaker,
    untitled,
)
from cenotaph.find.credit.speech_tags import tag_words
from cenotaph.find.credit.told_behind import is_near, points_back
from cenotaph.find.text.lists import lead_of
from cenotaph.model import Citation, Report, Span

_LOOK_BACK = 12
_NAME = re.compile("C{1,5}")
_FEW = 4  # Words.
# "Our correspondent" is the outlet itself.
_OURS = frozenset(("our",))


class Attribution(Struct, frozen=True):
    """The chain of sources, origin first, each with the span it was read from, and the rules that found them."""

    sources: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    rules: tuple[str, ...] = ()


_NOBODY = Attribution()


class Link(Struct, frozen=True):
    """One source of a chain with the rule that found it."""

    speaker: Speaker
    rule: str


class Attributor:
    """Reads who says what in one report, sentence by sentence and only where asked."""

    def __init__(self, report: Report, sentence_spans: list[Span]) -> None:
        self._report = report
        self._text = report.text
        self._sentences = sentence_spans
        self._read = CreditedSentences(report.text, sentence_spans)
        self._spans = self._read.spans
        self._quotations: list[Quotation] | None = None
        self._mouthpieces: list[Mouthpiece] | None = None
        self._own: tuple[str, ...] | None = None

    def attribute(self, sentence_index: int, start: int, end: int) -> Attribution:
        """The chain for the figure at `start:end` of the report, which stands in sentence `sentence_index`."""
        whole = len(self._spans) == len(self._sentences)
        return self._attribution(
            self._links(sentence_index if whole else self._read.index_of(start), start, end)
        )

    def citations(self) -> tuple[Citation, ...]:
        """Every credit of the report in order, resolved, whether a claim hangs on it or not; its own outlet left out.
        Of one chain the nearest comes first: the outlet, then whoever told it.

        Outlets that only carry something ("a film published by Y") are among them.
        """
        found: dict[tuple[int, Span, str], tuple[int, int]] = {}
        heard: set[str] = set()
        for index in range(len(self._spans)):
            for anchor in self._read.credits(index):
                chain = self._attribution(self._chain(index, anchor))
                where = {anchor.who.span, anchor.via.span if anchor.via else anchor.who.span}
                spans = [span if span in where else anchor.who.span for span in chain.spans]
                first = min((span.start for span in spans), default=0)
                heard |= {
                    name for name, span in zip(chain.sources, spans, strict=True) if _hears(anchor, span)
                }
                for depth, name in enumerate(chain.sources):
                    found.setdefault((index, spans[depth], name), (first, -depth))
            for who in self._carriers(index):
                if not any(same_outlet(who.name, own) for own in self._own_names()):
                    found.setdefault((index, who.span, who.name), (who.span.start, 0))
        ordered = sorted(found, key=lambda one: (one[0], found[one], one[1:]))
        return tuple(
            Citation(name, span, self._sentence_of(index), is_outlet(name) or name in heard)
            for index, span, name in ordered
        )

    def _sentence_of(self, index: int) -> int:
        return bisect_right(self._sentences, Span(self._spans[index].start, len(self._text))) - 1

    def _carriers(self, index: int) -> list[Speaker]:
        span = self._spans[index]
        if not may_carry(self._text[span.start : span.end]):
            return []
        return carriers(self._read.words(index), self._text)

    def _links(self, index: int, start: int, end: int) -> list[Link]:
        covering = self._covering(index, start, end)
        links = self._resolved(index, covering)
        quotation = holding(self._all_quotations(), start, end)
        if quotation is not None and not self._spoken(quotation, covering):
            links += self._speaker_of(quotation)
        if not links:
            return (
                self._fragment(index)
                or self._list_lead(index)
                or self._mouthpiece(start)
                or self._told_behind(index)
            )
        return links + self._interviewer(index, links)

    def _fragment(self, index: int) -> list[Link]:
        """The chain of a sentence before that is no more than "According to X.", and so belongs to this one."""
        if not index or not self._text.startswith("According", self._spans[index - 1].start):
            return []
        anchors = self._read.credits(index - 1)
        if len(anchors) != 1 or anchors[0].rule != "according to" or anchors[0].start:
            return []
        words = self._read.words(index - 1)
        return [] if is_clause(words, anchors[0].end) else self._chain(index - 1, anchors[0])

    def _list_lead(self, index: int) -> list[Link]:
        """Who told a list of which this sentence is a line: whoever its lead credits ("According to X, the dead include:")."""
        lead = lead_of(self._text, self._spans, index)
        if lead is None:
            return []
        colon = self._spans[lead].end - 1
        return [
            Link(link.speaker, "list")
            for link in self._resolved(lead, self._covering(lead, colon, colon + 1))
        ]

    def _told_behind(self, index: int) -> list[Link]:
        """The chain of a sentence close behind that says of this one who told it ("This was reported by X")."""
        for number in range(index + 1, min(index + 4, len(self._spans))):
            span = self._spans[number]
            if not is_near(self._text[self._spans[index].end : span.start]):
                return []
            anchors = self._read.credits(number)
            if anchors and points_back(self._text[span.start : span.end]):
                links = self._resolved(number, list(anchors))
                return [Link(link.speaker, "told behind") for link in links]
            if anchors:
                return []
        return []

    def _interviewer(self, index: int, links: list[Link]) -> list[Link]:
        """The outlet that carried a person's words, where the sentence behind says "he told Y"."""
        if len(links) > 1 or links[0].speaker.kind not in ("person", "name") or links[0].rule != "said":
            return []
        for number in range(index + 1, min(index + 3, len(self._spans))):
            for anchor in self._read.credits(number)[:1]:
                if (
                    anchor.via is not None
                    and anchor.who.name.lower() in ("he", "she")
                    and is_outlet(anchor.via.name)
                ):
                    return [Link(anchor.via, "told")]
        return []

    def _covering(self, index: int, start: int, end: int) -> list[Anchor]:
        """The credits of a sentence that cover the figure, innermost first."""
        anchors = self._read.credits(index)
        if not anchors:
            return []
        words = self._read.words(index)
        first = bisect_right(words.spans, (start, len(self._text))) - 1
        at = max(first, 0)
        hits = [
            a
            for a in anchors
            if a.low <= at < a.high
            and not (a.start <= at < a.end and a.forward)
            and not _counts(a.who.span, start, end)
            and not self._is_own(index, a)
        ]
        denials = [anchor for anchor in hits if anchor.denies]
        return denials[:1] or sorted(
            hits, key=lambda a: (a.rule != "citing", not a.forward, at - a.end if a.forward else a.start - at)
        )

    def _is_own(self, index: int, anchor: Anchor) -> bool:
        """Whether a credit is to the outlet's own evidence ("video obtained by" itself), and so to nobody."""
        if anchor.who.kind != "document" or not anchor.forward:
            return False
        spans = self._read.words(index).spans
        piece = self._text[spans[anchor.start][0] : spans[anchor.end - 1][1]]
        return any(re.search(rf"\b(?:by|to|of) {re.escape(own)}\b", piece) for own in self._own_names())

    def _resolved(self, index: int, anchors: list[Anchor]) -> list[Link]:
        links: list[Link] = []
        for anchor in anchors:
            links += self._chain(index, anchor)
        return links

    def _chain(self, index: int, anchor: Anchor) -> list[Link]:
        """The sources of one credit: what it points back to, and the outlet it was told to."""
        if anchor.who.definite:
            links = self._antecedent(index, anchor)
        else:
            links = [Link(anchor.who, anchor.rule)]
        if anchor.via is not None:
            links = [*links, Link(anchor.via, "told")]
        return links

    def _antecedent(self, index: int, anchor: Anchor) -> list[Link]:
        """The chain of the source that a pronoun or "the source" stands for; the words themselves where none is found."""
        who = anchor.who
        if anchor.rule == "relative clause" and is_pronoun(
            who
        ):  # "Roe claimed the attack, which he said killed 20".
            opens = subject_of(self._text, self._read.words(index), who.name.lower())
            if opens is not None and opens.span.end <= who.span.start:
                return [Link(opens, "resolved")]
        for fits in fitting(who):
            for number in range(index, max(-1, index - _LOOK_BACK), -1):
                for other in reversed(self._read.credits(number)):
                    earlier = number < index or other.start < anchor.start
                    own = any(same_outlet(other.who.name, name) for name in self._own_names())
                    if earlier and not own and leads_on(who, other.who) and fits(who, other.who):
                        return [
                            Link(untitled(link.speaker), "resolved") for link in self._chain(number, other)
                        ]
        found = self._by_text(index, anchor) or self._named_next(index, anchor)
        if found is not None:
            return [Link(found, "resolved")]
        return [] if is_pronoun(who) else [Link(who, anchor.rule)]

    def _by_text(self, index: int, anchor: Anchor) -> Speaker | None:
        """Whom a pronoun or "the group" means where nobody who spoke before fits: a subject or a group named before."""
        pronoun = anchor.who.name.lower()
        for number in range(index, max(-1, index - 4), -1):
            words = self._read.words(number)
            if not is_pronoun(anchor.who):
                found = group_before(
                    self._text, words, anchor.who.head, anchor.start if number == index else len(words.tags)
                )
            else:
                found = subject_of(self._text, words, pronoun) if number < index else None
            if found is not None:
                return found
        return self._outlet_before(index, anchor) if anchor.who.head in outlet_nouns() else None

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
        if pronoun not in ("he", "she") or index + 1 >= len(self._spans):
            return None
        return subject_of(self._text, self._read.words(index + 1), pronoun)

    def _all_quotations(self) -> list[Quotation]:
        if self._quotations is None:
            self._quotations = quotations(self._text)
        return self._quotations

    def _spoken(self, number: int, covering: list[Anchor]) -> bool:
        """Whether one of the covering credits stands outside the quotation, and so names its speaker."""
        quotation = self._all_quotations()[number]
        return any(not quotation.start <= a.who.span.start < quotation.end for a in covering)

    def _speaker_of(self, number: int, turns: int = 0) -> list[Link]:
        """Who speaks a quotation: named right behind or before it, else the speaker of the quotation before."""
        found = self._all_quotations()
        quotation = found[number]
        if opens_quote(self._text[max(0, quotation.start - 12) : quotation.start]):
            return self._labelled(quotation.start)
        if (named := quoted_from(self._text, quotation.start)) is not None:
            words = tag_words(self._text, named)
            return [Link(speaker(words, self._text, 0, len(words.tags)), "label")] if words.tags else []
        for at in (quotation.end, quotation.start):
            sentence = self._read.index_of(at)
            for anchor in self._read.credits(sentence):
                if not quotation.start <= anchor.who.span.start < quotation.end:
                    return [Link(link.speaker, "quotation") for link in self._chain(sentence, anchor)]
        sentence = self._read.index_of(quotation.start)
        if len(self._text[self._spans[sentence].start : quotation.start].split()) > _FEW:
            return []  # Words quoted inside a sentence of the report's own.
        before = sentence - 1
        if number and turns < _LOOK_BACK and found[number - 1].end > quotation.start - 400:
            return self._speaker_of(number - 1, turns + 1)
        if before >= 0 and self._read.credits(before):
            anchor = self._read.credits(before)[-1]
            return [Link(link.speaker, "quotation") for link in self._chain(before, anchor)]
        return []

    def _labelled(self, start: int) -> list[Link]:
        """Who speaks behind the label "Quote:": whoever was credited last, or the "Source:" of the report."""
        index = self._read.index_of(start)
        for number in range(index - 1, max(-1, index - _LOOK_BACK), -1):
            who = source_named(self._read.words(number), self._text)
            if who is not None:
                return [Link(who, "label")]
            if self._read.credits(number):
                chain = self._chain(number, self._read.credits(number)[-1])
                return [Link(link.speaker, "label") for link in chain]
        return []

    def _mouthpiece(self, start: int) -> list[Link]:
        """Whoever has the stretch of the report to himself that the figure stands in."""
        if self._mouthpieces is None:
            self._mouthpieces = mouthpieces(self._text)
        for piece in self._mouthpieces:
            if piece.span.start <= start < piece.span.end and piece.speaker is not None:
                return self._holder(piece, piece.speaker)
        return []

    def _holder(self, piece: Mouthpiece, where: Span) -> list[Link]:
        if piece.named:
            words = tag_words(self._text, where)
            who = speaker(words, self._text, 0, len(words.tags))
            return [Link(who, "transcript")]
        index = self._read.index_of(where.start)
        anchors = self._read.credits(index)
        return (
            [Link(link.speaker, "statement") for link in self._chain(index, anchors[-1])] if anchors else []
        )

    def _attribution(self, links: list[Link]) -> Attribution:
        if not links:
            return _NOBODY
        own = self._own_names()
        if len(links) > 1 and is_preliminary(links[0].speaker):
            links = links[1:]
        kept: list[Link] = []
        for link in links:
            who = fuller(self._text, link.speaker)
            link = link if who is link.speaker else Link(who, "resolved")
            name = who.name
            if (
                who.about & _OURS
                or any(same_outlet(name, other) for other in own)
                or any(name == k.speaker.name for k in kept)
            ):
                continue
            kept.append(link)
        return Attribution(
            tuple(k.speaker.name for k in kept),
            tuple(k.speaker.span for k in kept),
            tuple(k.rule for k in kept),
        )

    def _own_names(self) -> tuple[str, ...]:
        if self._own is None:
            self._own = own_names(self._report)
        return self._own


def _hears(anchor: Anchor, span: Span) -> bool:
    """Whether the source at `span` is an outlet because somebody told it something."""
    via = anchor.via
    return via is not None and via.span == span and looks_like_outlet(via.name)


def _counts(who: Span, start: int, end: int) -> bool:
    """Whether a speaker is whom the figure at `start:end` counts: the dead of a figure are nobody's word for it."""
    return who.start < end and start < who.end and (who.start, who.end) != (start, end)


def citations(report: Report, sentence_spans: list[Span]) -> tuple[Citation, ...]:
    """Whom a report as a whole cites: "X reported", "told X", "according to X", with where each stands."""
    return Attributor(report, sentence_spans).citations()
