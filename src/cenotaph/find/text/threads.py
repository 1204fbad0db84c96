"""Which sentences of a report tell of one incident: "In another attack, ..." opens a thread that the sentences behind go on."""

from functools import cache

from cenotaph.find.counts.numerals import lowered
from cenotaph.language import load_pack
from cenotaph.model import Span

_OPENING = 28  # Characters.
_QUOTES = "\"“”'‘’ "


def threads(text: str, sentences: list[Span]) -> list[int]:
    """The number of each sentence's thread; the report's first words open thread 0."""
    out, thread = list[int](), 0
    for span in sentences:
        opening = lowered(text[span.start : span.start + _OPENING]).lstrip(_QUOTES)
        thread += opening.startswith(_openings())
        out.append(thread)
    return out


@cache
def _openings() -> tuple[str, ...]:
    return tuple(load_pack("times")["words"]["another"])
