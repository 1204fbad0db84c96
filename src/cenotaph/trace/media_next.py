"""Which outlet words for media stand for: "state media", "local media" and the one named behind."""

import re
from collections.abc import Sequence

from cenotaph.model import Span
from cenotaph.trace.credits import Credit
from cenotaph.trace.source import SourceRef

_ON_AIR = re.compile(r"\b(?:TV|[Tt]elevision|[Rr]adio|[Bb]roadcaster)\b")
_NEAR = 120


def agency_of(source: SourceRef, where: Span, credits: Sequence[Credit], text: str) -> SourceRef | None:
    """The one agency of a state that a report credits, of "state media": "state media said ... SANA reported". Its television is no agency."""
    is_media = source.key.startswith("source:state media of ")
    if not is_media or _ON_AIR.search(text, where.start, where.end) is not None:
        return None
    credited = (one for credit in credits for one in credit.carriers)
    agencies = {one for one in credited if one.named and one.kind == "agency" and one.side == source.side}
    return agencies.pop() if len(agencies) == 1 else None


def outlet_next(described: SourceRef, where: Span, credits: Sequence[Credit]) -> SourceRef | None:
    """The one outlet that is named right behind words for media: "local media said ... The Valley Post reported"."""
    if not described.carries:
        return None
    behind = (one for one in credits if one.span.start > where.start and (one.named or one.carriers))
    credit = next(behind, None)
    near = credit is not None and credit.span.start - where.end <= _NEAR
    return credit.carriers[-1] if near and credit and credit.by_name and len(credit.carriers) == 1 else None
