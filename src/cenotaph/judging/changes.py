"""A value with some of its fields changed, and the record of what they were."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

import msgspec

from cenotaph.model import Change, Claim, Handling

Found = TypeVar("Found", bound=Claim | Handling)


def changed(found: Found, new: Mapping[str, str], *, by: str, why: str) -> Found:
    """The claim or handling with new values (as JSON) in some fields. A field that gets back what was found is no
    change, and the words that a field was read from are no longer its evidence."""
    if not new:
        return found
    fields = msgspec.to_builtins(found) | {name: msgspec.json.decode(value) for name, value in new.items()}
    if "evidence" in fields:
        fields["evidence"] = [pair for pair in fields["evidence"] if pair[0] not in new]
    kept = (change for change in found.changes if change.field not in new)
    fields["changes"] = [*kept, *_new(found, new, by, why)]
    return msgspec.convert(fields, type(found))


def value(found: Claim | Handling, field: str) -> str:
    """The field's value as JSON."""
    name = "from_" if field == "from" else field
    return msgspec.json.encode(getattr(found, name)).decode()


def _new(found: Found, new: Mapping[str, str], by: str, why: str) -> Iterator[Change]:
    before = {change.field: change.found for change in found.changes}
    for field, after in new.items():
        first = before.get(field, value(found, field))
        if first != after:
            yield Change(field, first, by, why)
