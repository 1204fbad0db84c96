"""Names that mean a source only where the text tells which one: "MIT" in a report on Turkey."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from cenotaph.language import load_pack
from cenotaph.trace.naming import Tokens, folded_name, folded_tokens
from cenotaph.trace.shipped import shipped, stretches
from cenotaph.trace.source import SourceRef


def meant_here(tokens: Tokens, text: str) -> SourceRef | None:
    """The source that a name means in a text that names the lands it is known in, and none of those where it is another."""
    rows = (row for words in stretches(tokens) for row in _rows().get(" ".join(words), ()))
    meant = (row for row in rows if _names(text, row["where"]) and not _names(text, row.get("unless", ())))
    row = next(meant, None)
    return None if row is None else shipped(folded_tokens(row["source"]))


def _names(text: str, words: Sequence[str]) -> bool:
    """Whether a text has one of the words."""
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) for word in words)


@cache
def _rows() -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in load_pack("sources")["in_context"]:
        for name in row["names"]:
            found.setdefault(folded_name(name), []).append(row)
    return found
