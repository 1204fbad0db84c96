"""Which sentences of a report tell of one incident: "In another attack, ..." opens a thread that the sentences behind go on."""

import re
from functools import cache

from cenotaph.find.text.headings import heads_a_paragraph
from cenotaph.find.text.small import small
from cenotaph.language import load_pack
from cenotaph.model import Span

_OPENING = 28  # Characters.
# A section's heading that lost its line: "Homs In the neighbouring province", "Deir Ezzor The army hit".
_HEADED = re.compile(r"(?:[A-Z][\w’'-]+ ){1,2}(?:Countryside )?(?:In the|An?|The) [a-z]")
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
        headed = headed or (places and span.start > 0 and heads_a_paragraph(text, span.start, span.end))
        thread += headed or low.startswith(openings, at, end)
        out.append(thread)
    return out


@cache
def _openings(*, places: bool) -> tuple[str, ...]:
    words = load_pack("times")["words"]
    return (*words["another"], *(words["other-place"] if places else ()))
