"""What people judged of the names of sources, as corrections of the register."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from cenotaph.judging import in_force
from cenotaph.model import Judgement
from cenotaph.trace import SourceCorrection, is_shipped


def corrections_of(judgements: Sequence[Judgement]) -> tuple[SourceCorrection, ...]:
    """The corrections that the judgements on sources make, in their order.

    Two names accepted as the same lead to the one that the program ships, else to the second one; of two rejected the
    one that the program does not ship becomes a source of its own.
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
    if is_shipped(other) and not is_shipped(kept):
        kept, other = other, kept
    yield other, {"same_as": kept} if judgement.verdict == "accept" else {"apart": True}


_FIELDS = frozenset(("belongs_to", "kind", "side", "protected"))
