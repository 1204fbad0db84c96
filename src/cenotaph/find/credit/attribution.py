"""On whose word a claim stands: the chain of sources from the origin outward, across sentences and quotations."""

import re
from bisect import bisect_right
from functools import cached_property

from msgspec import Struct

from cenotaph.find.credit.beyond import Beyond
from cenotaph.find.credit.chains import Chains, Link
from cenotaph.find.credit.credited_sentences import CreditedSentences
from cenotaph.find.credit.forms.background import tells_apart
from cenotaph.find.credit.forms.carriers import carriers, may_carry
from cenotaph.find.credit.forms.credits import Anchor
from cenotaph.find.credit.naming.fuller_names import fuller, whole_outlet
from cenotaph.find.credit.naming.hearers import looks_like_outlet
from cenotaph.find.credit.naming.outlets import is_outlet, same_outlet
from cenotaph.find.credit.naming.speakers import Speaker, is_preliminary
from cenotaph.find.credit.own_voice import is_ours, own_names
from cenotaph.find.credit.presupposed import presupposes
from cenotaph.find.credit.spoken import Spoken
from cenotaph.find.text.lists import lead_of
from cenotaph.model import Citation, Report, Span


class Attribution(Struct, frozen=True):
    """The chain of sources, origin first, each with the span it was read from, and the rules that found them."""

    sources: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    rules: tuple[str, ...] = ()


_NOBODY = Attribution()


class Attributor:
    """Reads who says what in one report, sentence by sentence and only where asked."""

    def __init__(self, report: Report, sentence_spans: list[Span]) -> None:
        self._report = report
        self._text = report.text
        self._sentences = sentence_spans
        self._read = CreditedSentences(report.text, sentence_spans)
        self._spans = self._read.spans

    @cached_property
    def _chains(self) -> Chains:
        return Chains(self._text, self._read, self._own)

    @cached_property
    def _spoken(self) -> Spoken:
        return Spoken(self._text, self._read, self._chains)

    @cached_property
    def _beyond(self) -> Beyond:
        return Beyond(self._text, self._read, self._chains)

    @cached_property
    def _own(self) -> tuple[str, ...]:
        return own_names(self._report)

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
                chain = self._attribution(self._chains.of(index, anchor))
                where = {anchor.who.span, anchor.via.span if anchor.via else anchor.who.span}
                spans = [span if span in where else anchor.who.span for span in chain.spans]
                first = min((span.start for span in spans), default=0)
                heard |= {
                    name for name, span in zip(chain.sources, spans, strict=True) if _hears(anchor, span)
                }
                for depth, name in enumerate(chain.sources):
                    found.setdefault((index, spans[depth], name), (first, -depth))
            credited = [span for number, span, _ in found if number == index]
            for who in self._carriers(index):
                inside = any(span.start <= who.span.start < span.end for span in credited)
                if not inside and not any(same_outlet(who.name, own) for own in self._own):
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
        if outright := self._beyond.told_outright(index):
            return outright
        links = self._chains.of_all(index, covering) + self._spoken.speaker(start, end, covering)
        if links:
            links = self._beyond.maker(index, links)
            return links + (
                self._beyond.interviewer(index, links)
                or self._beyond.carrier(index, links)
                or self._beyond.teller(start, links)
            )
        return (
            self._beyond.fragment(index)
            or self._list_lead(index)
            or self._spoken.signer(start)
            or self._beyond.mouthpiece(start)
            or self._beyond.told_behind(index)
        )

    def _list_lead(self, index: int) -> list[Link]:
        """Who told a list of which this sentence is a line: whoever its lead credits ("According to X, the dead include:")."""
        lead = lead_of(self._text, self._spans, index)
        if lead is None:
            return []
        colon = self._spans[lead].end - 1
        return [
            Link(link.speaker, "list")
            for link in self._chains.of_all(lead, self._covering(lead, colon, colon + 1))
        ]

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
            and (a.forward or not tells_apart(words, at))
        ]
        granted = [
            a for a in hits if a.denies and presupposes(self._text, words.spans[a.end - 1][1], start, end)
        ]
        first = min((a.start for a in granted), default=len(words.tags))
        deniers = {link.speaker.name for link in self._chains.of_all(index, granted)}
        hits = [a for a in hits if a.start < first and a.who.name not in deniers]
        mouths = {a.via.name for a in hits if a.rule == "quoted" and a.via is not None}
        hits = [a for a in hits if a.via is not None or a.who.name not in mouths]
        reported = [a for a in hits if a.rule != "accused"]
        hits = (
            reported or hits
        )  # "Rebels accused troops of a raid that killed nine, as reported by the clinic".
        denials = [
            anchor
            for anchor in hits
            if anchor.denies
            and not any(other.rule == "adding" and anchor.end <= other.start for other in hits)
        ]
        return denials[:1] or sorted(
            hits,
            key=lambda a: (
                a.rule != "citing",
                a.rule == "headline" and a.forward,
                not a.forward,
                at - a.end if a.forward else a.start - at,
            ),
        )

    def _is_own(self, index: int, anchor: Anchor) -> bool:
        """Whether a credit is to the outlet's own evidence ("video obtained by" itself), and so to nobody."""
        if anchor.who.kind != "document" or not anchor.forward:
            return False
        spans = self._read.words(index).spans
        piece = self._text[spans[anchor.start][0] : spans[anchor.end - 1][1]]
        return any(re.search(rf"\b(?:by|to|of) {re.escape(own)}\b", piece) for own in self._own)

    def _attribution(self, links: list[Link]) -> Attribution:
        if not links:
            return _NOBODY
        own = self._own
        if len(links) > 1 and is_preliminary(links[0].speaker):
            links = links[1:]
        kept: list[Link] = []
        for link in links:
            who = whole_outlet(self._text, fuller(self._text, link.speaker))
            link = link if who is link.speaker else Link(who, "resolved")
            name = who.name
            if (
                is_ours(who)
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
