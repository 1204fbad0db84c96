"""One sentence as tagged words."""

from collections.abc import Container

from cenotaph.find.value import Value


class Words(Value, frozen=True):
    """The words of one sentence: their spans in the report, their lower-case forms, and a tag each."""

    spans: list[tuple[int, int]]
    lower: list[str]
    tags: str
    upper: bool

    def without(self, dropped: Container[int]) -> "Words":
        """The words but for those at some places."""
        kept = [at for at in range(len(self.tags)) if at not in dropped]
        return Words(
            [self.spans[at] for at in kept],
            [self.lower[at] for at in kept],
            "".join(self.tags[at] for at in kept),
            self.upper,
        )
