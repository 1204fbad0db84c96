"""What those who read roles go by: the claims of one report, whose their people are, and what their noun phrases say."""

from collections.abc import Sequence

from cenotaph.find.answers import Side
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.whose.nouns import NounKind


class RoleReader:
    """Holds what is known of one report's people; `kinds` are what their noun phrases say."""

    def __init__(
        self,
        context: ClaimContext,
        harmed: Sequence[Harmed],
        sides: Sequence[Side],
        kinds: Sequence[NounKind | None],
    ) -> None:
        self._context, self._harmed, self._sides, self._kinds = context, harmed, sides, kinds
