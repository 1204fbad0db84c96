"""The place of a figure that a report gives twice: where one telling says where, the other was there too."""

from collections.abc import Sequence

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.around.same_attack import FEW, are_as_many

_FAR, _BELOW = 8, 2  # Sentences.
_TWO = 2
_VAGUE = ("dozens", "scores", "hundreds", "thousands")
_SURELY_ONE = 11  # Dead: so many told twice are the same.


class Retold:
    """Compares the counts of one report; `here` holds the places that the claims' own sentences say."""

    def __init__(self, context: ClaimContext, harmed: Sequence[Harmed], here: Sequence[Where | None]) -> None:
        self._context, self._harmed, self._here = context, harmed, here

    def below(self, at: int) -> Where | None:
        """The place of a figure where that is given again with one: "15 die as raid hits market", and 15 in Tellin."""
        people = self._harmed[at]
        few = (people.low or 0) < FEW
        if people.names or (few and not self._heads_two(people)):
            return None
        sure = (people.low or 0) >= _SURELY_ONE and self._context.tells(people.sentence, "a-village")
        if people.sentence and not sure:
            return None
        for other, here in zip(self._harmed[at + 1 :], self._here[at + 1 :], strict=True):
            near = other.sentence - people.sentence <= (_BELOW if few else _FAR)
            if here is not None and near and are_as_many(people, other):
                return here._replace(rule="place-figure")
        return None

    def _heads_two(self, people: Harmed) -> bool:
        """ "Gunmen kill two", a headline: the next sentences tell of the same two."""
        return people.low == _TWO and people.sentence == 0 and self._context.is_headline(0)

    def above(self, at: int, told: Sequence[Where]) -> Where | None:
        """The place told for as many above, where nothing near by tells one."""
        people = self._harmed[at]
        if people.names or (people.low or 0) < _SURELY_ONE or self._vaguely(people):
            return None
        for other, where in zip(self._harmed[:at], told, strict=False):
            if where.name and are_as_many(people, other):
                return where._replace(rule="place-figure")
        return None

    def of_known(self, at: int, told: Sequence[Where]) -> Where | None:
        """The place told for as many above or below, where a deed is taken for known: "the killing of the 12 judges"."""
        people = self._harmed[at]
        if (people.low or 0) < FEW or self._vaguely(people):
            return None
        others = zip(self._harmed, (*told, *self._here[len(told) :]), strict=True)
        alike = (
            here
            for other, here in others
            if other is not people and other.scope == people.scope and are_as_many(people, other)
        )
        found = next((here for here in alike if here is not None and here.name), None)
        return found._replace(rule="place-figure") if found is not None else None

    def _vaguely(self, people: Harmed) -> bool:
        return self._context.text[people.start : people.end].lower().endswith(_VAGUE)
