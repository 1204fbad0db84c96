"""What one rule of a profile makes of a claim."""

from typing import NamedTuple

import msgspec


class Resolution(NamedTuple):
    """A rule's name, the new values as JSON, and why in a sentence."""

    rule: str
    fields: dict[str, str]
    why: str


def as_json(value: str | list[str]) -> str:
    """A value as a field of a resolution."""
    return msgspec.json.encode(value).decode()
