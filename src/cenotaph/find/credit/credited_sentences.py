"""The sentences of a report with their words and credits, each read once and only where asked."""

from bisect import bisect_right

from cenotaph.find.credit.forms.credits import Anchor
from cenotaph.find.credit.forms.headlines import may_be_headline
from cenotaph.find.credit.forms.labels import names_source
from cenotaph.find.credit.forms.reporting import read_sentence
from cenotaph.find.credit.tagging.speech_tags import may_credit, tag_words
from cenotaph.find.credit.tagging.words import Words
from cenotaph.find.text.small import small
from cenotaph.model import Span

_LONGEST = 3000


class CreditedSentences:
    """Words and credits by sentence number; over-long sentences are cut up and count as several."""

    def __init__(self, text: str, sentence_spans: list[Span]) -> None:
        self._text = text
        self.spans = _pieces(sentence_spans)
        self._read: dict[int, tuple[Words | None, tuple[Anchor, ...]]] = {}

    def credits(self, index: int) -> tuple[Anchor, ...]:
        """The credits of a sentence, left to right; one without any word for it is not looked into."""
        found = self._read.get(index)
        if found is None:
            span = self.spans[index]
            if (
                may_credit(self._text, span)
                or may_be_headline(self._text, span)
                or names_source(self._text, span)
            ):
                found = read_sentence(self._text, span)
            else:
                found = (None, ())
            self._read[index] = found
        return found[1]

    def words(self, index: int) -> Words:
        """The tagged words of a sentence."""
        credits = self.credits(index)
        words = self._read[index][0]
        if words is None:
            words = tag_words(self._text, self.spans[index])
            self._read[index] = (words, credits)
        return words

    def holds(self, index: int, words: frozenset[str]) -> bool:
        """Whether a sentence has the letters of all the words, which are in lower case."""
        if not words:
            return True
        span, low = self.spans[index], small(self._text)
        return all(low.find(word, span.start, span.end) >= 0 for word in words)

    def index_of(self, offset: int) -> int:
        """The number of the sentence that holds an offset of the text."""
        return max(0, bisect_right(self.spans, Span(offset, len(self._text))) - 1)


def _pieces(spans: list[Span]) -> list[Span]:
    """The sentences, over-long ones (text without full stops) cut up, so that reading one costs little."""
    if all(span.end - span.start <= _LONGEST for span in spans):
        return spans
    return [
        Span(start, min(start + _LONGEST, span.end))
        for span in spans
        for start in range(span.start, span.end, _LONGEST)
    ]
