"""Who speaks a quotation: named right behind or before it, by a label, or by the quotation before."""

from functools import cached_property

from cenotaph.find.credit.chains import Chains, Link
from cenotaph.find.credit.credited_sentences import CreditedSentences
from cenotaph.find.credit.forms.credits import Anchor
from cenotaph.find.credit.forms.labels import (
    opens_quote,
    quoted_from,
    signed_behind,
    signed_below,
    source_named,
)
from cenotaph.find.credit.naming.speakers import speaker
from cenotaph.find.credit.quotations import Quotation, holding, quotations
from cenotaph.find.credit.tagging.speech_tags import tag_words
from cenotaph.model import Span

_LOOK_BACK = 12
_FEW = 4  # Words.


class Spoken:
    """The speakers of a report's quotations."""

    def __init__(self, text: str, read: CreditedSentences, chains: Chains) -> None:
        self._text, self._read, self._chains = text, read, chains

    def speaker(self, start: int, end: int, covering: list[Anchor]) -> list[Link]:
        """The chain of the quotation that holds `start:end`; none where it is in none, or `covering` credits name its speaker."""
        number = holding(self._quotations, start, end)
        return [] if number is None or self._spoken(number, covering) else self._speaker_of(number)

    def signer(self, start: int) -> list[Link]:
        """Who signs the line that holds `start`, in words of his own without marks."""
        named = signed_below(self._text, start)
        return self._named(named) if named is not None else []

    def _named(self, where: Span) -> list[Link]:
        words = tag_words(self._text, where)
        return [Link(speaker(words, self._text, 0, len(words.tags)), "label")] if words.tags else []

    @cached_property
    def _quotations(self) -> list[Quotation]:
        return quotations(self._text)

    def _spoken(self, number: int, covering: list[Anchor]) -> bool:
        """Whether one of the covering credits stands outside the quotation, and so names its speaker."""
        quotation = self._quotations[number]
        return any(not quotation.start <= a.who.span.start < quotation.end for a in covering)

    def _speaker_of(self, number: int, turns: int = 0) -> list[Link]:
        """Who speaks a quotation: named right behind or before it, else the speaker of the quotation before."""
        found = self._quotations
        quotation = found[number]
        if opens_quote(self._text[max(0, quotation.start - 12) : quotation.start]):
            return self._labelled(quotation.start)
        if (named := quoted_from(self._text, quotation.start)) is not None:
            return self._named(named)
        if (named := signed_behind(self._text, quotation.end)) is not None:
            return self._named(named)
        for at in (quotation.end, quotation.start):
            sentence = self._read.index_of(at)
            for anchor in self._read.credits(sentence):
                if not quotation.start <= anchor.who.span.start < quotation.end:
                    return [Link(link.speaker, "quotation") for link in self._chains.of(sentence, anchor)]
        sentence = self._read.index_of(quotation.start)
        if len(self._text[self._read.spans[sentence].start : quotation.start].split()) > _FEW:
            return []  # Words quoted inside a sentence of the report's own.
        before = sentence - 1
        if number and turns < _LOOK_BACK and found[number - 1].end > quotation.start - 400:
            return self._speaker_of(number - 1, turns + 1)
        if before >= 0 and self._read.credits(before):
            anchor = self._read.credits(before)[-1]
            return [Link(link.speaker, "quotation") for link in self._chains.of(before, anchor)]
        return []

    def _labelled(self, start: int) -> list[Link]:
        """Who speaks behind the label "Quote:": whoever was credited last, or the "Source:" of the report."""
        index = self._read.index_of(start)
        for number in range(index - 1, max(-1, index - _LOOK_BACK), -1):
            who = source_named(self._read.words(number), self._text)
            if who is not None:
                return [Link(who, "label")]
            if self._read.credits(number):
                chain = self._chains.of(number, self._read.credits(number)[-1])
                return [Link(link.speaker, "label") for link in chain]
        return []
