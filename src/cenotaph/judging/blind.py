"""A second reading is worth something only if the first one is not seen: claims as they were found, with one's own
judgements on them and nobody else's."""

from collections.abc import Sequence
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from cenotaph.judging.fold import as_judged
from cenotaph.model import Claim, Handling, Judgement

Found = TypeVar("Found", bound=Claim | Handling)


def as_found(one: Found) -> Found:
    """What the finder found, before anybody judged it."""
    if not one.changes:
        return replace(one, verdict=None)
    fields = msgspec.to_builtins(one) | {
        change.field: msgspec.json.decode(change.found)
        for change in one.changes
        if change.by.startswith("judgement:")
    }
    return msgspec.convert(fields | {"changes": [], "verdict": None}, type(one))


def seen_by(items: Sequence[Found], judgements: Sequence[Judgement], by: str) -> list[Found]:
    """The claims or handlings as that reader would have them; what others added is not there."""
    own: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        if judgement.by == by:
            own.setdefault(judgement.one, []).append(judgement)
    added = {judgement.one for judgement in judgements if judgement.verdict == "add" and judgement.by != by}
    return [_own(one, own.get(one.id, ())) for one in items if one.id not in added]


def _own(one: Found, judgements: Sequence[Judgement]) -> Found:
    if any(judgement.verdict == "add" for judgement in judgements):
        return one
    return as_judged(as_found(one), judgements)
