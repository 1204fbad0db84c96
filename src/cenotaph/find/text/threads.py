"""Which sentences of a report tell of one incident: "In another attack, ..." opens a thread that the sentences behind go on."""

import re
from functools import cache

from cenotaph.find.text.small import small
from cenotaph.language import load_pack
from cenotaph.model import Span

_OPENING = 28  # Characters.
# A section's heading that lost its line: "Homs In the neighbouring province", "Deir Ezzor The army hit".
_HEADED = re.compile(r"(?:[A-Z][\w’'-]+ ){1,2}(?:Countryside )?(?:In the|An?|The) [a-z]")
# A paragraph's heading that stands in its first line: "Prisoners. Both sides returned 150", "Kursk region: The governor".
_HEADING = re.compile(r"[A-Z][a-z][\w’'-]*(?: [\w’'-]+){0,2}[.:]")
_QUOTES = "\"“”'‘’ "


def threads(text: str, sentences: list[Span], *, places: bool) -> list[int]:
    """The number of each sentence's thread; the report's first words open thread 0. With `places` an attack of the same day
    elsewhere is a thread of its own."""
    out, thread, low, openings = list[int](), 0, small(text), _openings(places=places)
    for span in sentences:
        at, end = span.start, span.start + _OPENING
        while low[at : at + 1] in _QUOTES and at < min(end, len(low)):
            at += 1
        headed = places and span.start > 0 and _HEADED.match(text, at, end + _OPENING) is not None
        headed = headed or (places and _heads_a_paragraph(text, span))
        thread += headed or low.startswith(openings, at, end)
        out.append(thread)
    return out


def _heads_a_paragraph(text: str, span: Span) -> bool:
    opens = text[max(0, span.start - 1) : span.start] == "\n"
    return (
        opens
        and text[span.end : span.end + 1] == " "
        and _HEADING.fullmatch(text, span.start, span.end) is not None
    )


@cache
def _openings(*, places: bool) -> tuple[str, ...]:
    words = load_pack("times")["words"]
    return (*words["another"], *(words["other-place"] if places else ()))
