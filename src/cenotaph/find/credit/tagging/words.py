"""One sentence as tagged words."""

from cenotaph.find.value import Value


class Words(Value, frozen=True):
    """The words of one sentence: their spans in the report, their lower-case forms, and a tag each."""

    spans: list[tuple[int, int]]
    lower: list[str]
    tags: str
    upper: bool
