"""Places of claims that the claims above them tell: of the same figure, or of the attack that a sentence takes up."""

from collections.abc import Sequence

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.around.apart import is_of_other_time
from cenotaph.find.place.around.same_attack import FEW, SameAttack, are_as_many
from cenotaph.find.place.nested.nesting import TOWN, Nesting
from cenotaph.find.place.war_tolls import is_of_the_land

EVERYWHERE = frozenset(("across", "throughout"))
_SURE = 8  # Dead, whose figure is hardly that of others.


class ToldAbove:
    """Looks above the claims of one report."""

    def __init__(
        self, context: ClaimContext, harmed: Sequence[Harmed], nesting: Nesting, same: SameAttack
    ) -> None:
        self._context, self._harmed = context, harmed
        self._nesting, self._same = nesting, same

    def place(self, at: int, told: Sequence[Where]) -> Where | None:
        """The place that was told for the same figure above, where that is narrower: "a town in northern Syria"."""
        people, where = self._harmed[at], told[at]
        if people.scope != "incident" or people.names:
            return None
        if where.name is None:
            return self._of_the_same(at, told)
        if self._nesting.rank(where) > 1 or EVERYWHERE & self._context.bag(people.sentence):
            return None
        before = zip(self._harmed[:at], told[:at], strict=True)
        inside = [(other, place) for other, place in before if self._nesting.holds(where, place)]
        if (people.low or 0) >= FEW:
            again = (place for other, place in inside if is_told_again(self._context, other, people))
            if (place := next(again, None)) is not None:
                return place._replace(rule=f"{where.rule}, same figure")
        return self._taken_up(people, where, inside)

    def _of_the_same(self, at: int, told: Sequence[Where]) -> Where | None:
        """The place of the same figure told above, for one of no place: "12 patrons slain in Tellin", and "guilty of killing 12"."""
        people = self._harmed[at]
        other = self._context.tells(people.sentence, "other-attack")
        if (
            people.harm != "killed"
            or (people.low or 0) < _SURE
            or other
            or is_of_the_land(self._context, people)
        ):
            return None
        before = zip(self._harmed[:at], told[:at], strict=True)
        again = (where for other, where in before if where.rank > 1 and are_as_many(people, other))
        place = next(again, None)
        return place._replace(rule="place-none, same figure") if place is not None else None

    def _taken_up(self, people: Harmed, where: Where, inside: Sequence[tuple[Harmed, Where]]) -> Where | None:
        """The town told last for an attack that the sentence takes up: "a strike in Beirut", and below "the strike in Lebanon"."""
        context, thread = self._context, self._context.threads
        if people.harm == "bodies" or not inside or context.tells(people.sentence, "this-event") is None:
            return None
        other, place = inside[-1]
        alike = other.scope == people.scope and thread[other.sentence] == thread[people.sentence]
        if not alike or place.rank < TOWN or self._same.are_several(people):
            return None
        if is_of_other_time(context, people.sentence):
            return None
        return place._replace(rule=f"{where.rule}, taken up")


def is_told_again(context: ClaimContext, people: Harmed, other: Harmed) -> bool:
    """Whether a count below is that of the same people."""
    return (
        context.threads[other.sentence] == context.threads[people.sentence]
        and other.sentence >= people.sentence
        and other.scope == people.scope
        and are_as_many(people, other)
    )
