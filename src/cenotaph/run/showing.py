"""What a page on one claim or handling shows of the report: the sentence in its context."""

from msgspec import Struct

from cenotaph.model import Claim, Handling, Report, Span

_AROUND = 260
"""Characters of the report shown on either side of the sentence."""


class Context(Struct, frozen=True):
    """A sentence with what stands before and after it, and the figure in it: five stretches of the report. `is_cut` says
    whether the report goes on before and after them."""

    before: str
    sentence_before: str
    figure: str
    sentence_after: str
    after: str
    is_cut: tuple[bool, bool]


def context_of(one: Claim | Handling, report: Report) -> Context:
    """The sentence of a claim or handling, with whole words around it."""
    text = report.text
    sentence = one.sentence or Span(one.start, one.end)
    first, last = _word_edge(text, sentence.start - _AROUND), _word_edge(text, sentence.end + _AROUND)
    return Context(
        text[min(first, sentence.start) : sentence.start],
        text[sentence.start : one.start],
        text[one.start : one.end],
        text[one.end : sentence.end],
        text[sentence.end : last],
        (first > 0, last < len(text)),
    )


def value_text(value: object) -> str:
    """A field's value for people; nothing where it holds nothing."""
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    if isinstance(value, list):
        return " → ".join(map(str, value))
    return f"{value:,}" if isinstance(value, int) else str(value)


def _word_edge(text: str, at: int) -> int:
    """The next beginning of a word from there on, within the text."""
    if at <= 0:
        return 0
    while at < len(text) and not text[at - 1].isspace():
        at += 1
    return min(at, len(text))
