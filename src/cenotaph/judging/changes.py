"""A value with some of its fields changed, and the record of what they were."""

from collections.abc import Iterator
from typing import TypeVar

import msgspec

from cenotaph.model import Change, Claim, Handling, Judgement

Found = TypeVar("Found", bound=Claim | Handling)


def changed(found: Found, judgement: Judgement) -> Found:
    """The claim or handling with the fields of the judgement. A field that gets back what was found is no change."""
    new = dict(judgement.fields)
    if not new:
        return found
    fields = msgspec.to_builtins(found) | {name: msgspec.json.decode(value) for name, value in new.items()}
    if "evidence" in fields:
        fields["evidence"] = [pair for pair in fields["evidence"] if pair[0] not in new]
    fields["changes"] = [*_kept(found, new), *_new(found, new, judgement)]
    return msgspec.convert(fields, type(found))


def value(found: Claim | Handling, field: str) -> str:
    """The field's value as JSON."""
    name = "from_" if field == "from" else field
    return msgspec.json.encode(getattr(found, name)).decode()


def _kept(found: Found, new: dict[str, str]) -> Iterator[Change]:
    return (change for change in found.changes if change.field not in new)


def _new(found: Found, new: dict[str, str], judgement: Judgement) -> Iterator[Change]:
    before = {change.field: change.found for change in found.changes}
    for field, after in new.items():
        first = before.get(field, value(found, field))
        if first != after:
            yield Change(field, first, f"judgement:{judgement.id}", judgement.reason)
