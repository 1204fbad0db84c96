"""What people judged of the names of sources, as corrections of the register."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from cenotaph.judging import in_force
from cenotaph.model import Judgement
from cenotaph.trace import SourceCorrection, shipped_name
from cenotaph.trace.naming import folded_name


def corrections_of(judgements: Sequence[Judgement]) -> tuple[SourceCorrection, ...]:
    """The corrections that the judgements on sources make, in their order.

    Two names accepted as the same lead to the one that is the main name of a shipped source, else to the second; of two
    rejected the other one becomes a source of its own.
    """
    found: dict[str, dict[str, Any]] = {}
    for one in in_force([one for one in judgements if one.subject == "source"]):
        for name, changes in _said(one):
            found.setdefault(name, {}).update(changes)
    return tuple(
        msgspec.convert({"name": name, **changes}, SourceCorrection) for name, changes in found.items()
    )


def _said(judgement: Judgement) -> Iterable[tuple[str, dict[str, Any]]]:
    if judgement.other is None:
        fields = {name: msgspec.json.decode(value) for name, value in judgement.fields}
        yield judgement.one, {name: new for name, new in fields.items() if name in _FIELDS}
        return
    kept, other = judgement.other, judgement.one
    if _rank(other) > _rank(kept):
        kept, other = other, kept
    yield other, {"same_as": kept} if judgement.verdict == "accept" else {"apart": True}


def _rank(name: str) -> int:
    """How much a name is a source's main one."""
    shown = shipped_name(name)
    return 0 if shown is None else 2 if folded_name(shown) == folded_name(name) else 1


_FIELDS = frozenset(("belongs_to", "kind", "side", "protected"))
