"""One sentence as tagged words."""

from typing import NamedTuple


class Words(NamedTuple):
    """The words of one sentence: their spans in the report, their lower-case forms, and a tag each."""

    spans: list[tuple[int, int]]
    lower: list[str]
    tags: str
    upper: bool
