"""Deeds that a denial takes for granted: "denied responsibility for the murder of nine", "denied any part in Roe's death"."""

import re
from functools import cache

from cenotaph.language import load_pack

_BEHIND = 24  # Characters.


def presupposes(text: str, denied: int, start: int, end: int) -> bool:
    """Whether the denial that ends at `denied` takes the deed for granted of which the figure at `start:end` tells."""
    between, behind = " ".join(text[denied:start].split()), text[end : end + _BEHIND]
    if _pattern("of").search(between) is not None or _pattern("that").search(between) is not None:
        return True
    return _pattern("owned").match(behind) is not None


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(load_pack("stance")["presupposed"][name], re.IGNORECASE)
