"""Whether what a report tells of the place of some goes for others: told in one breath, or of one attack."""

from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.whose.cues import cue

_NEXT = 2  # Sentences in which a count may go on about an attack.
_LINE, _ROW = 60, 110  # Characters between two names of a list.
_MANY = 1_000  # Harmed, whom no attack has.
_LASTING = frozenset(
    (
        "war",
        "conflict",
        "since",
        "years",
        "months",
        "weeks",
        "days",
        "campaign",
        "crackdown",
        "uprising",
        "unrest",
        "protests",
    )
)


class Company:
    """Compares the people of one report's claims, by how they are told."""

    def __init__(self, context: ClaimContext) -> None:
        self._context = context

    def is_compared(self, people: Harmed, other: Harmed) -> bool:
        """ "Nine died, which surpassed the four of ...": another attack."""
        return cue("surpasses").found(self._context.text, people.end, other.start) is not None

    def are_counted_together(self, people: Harmed, other: Harmed) -> bool:
        """Whether the people are told in one breath with those before, or as some of them ("Among them were")."""
        if not self.are_of_one_kind(people, other):
            return False
        if people.names:
            rows = "\n" in self._context.text[other.end : people.start]
            near = 0 < people.start - other.end < (_ROW if rows else _LINE)
            also = self._context.tells(people.sentence, "also-harmed") is not None
            return bool(other.names) and (near or also)
        if people.sentence == other.sentence:
            return not self.is_compared(other, people)
        return self._context.tells(people.sentence, "of-them") is not None

    def are_alike(self, people: Harmed, other: Harmed) -> bool:
        """Whether what is told of others can go for these: one scope, captives apart, and no two named persons."""
        if people.names and other.names:
            return False
        if people.scope != other.scope and not self._goes_on(people, other):
            return False
        return people.sentence == other.sentence or self.are_of_one_kind(people, other)

    def is_that_attack(self, people: Harmed, last: Harmed) -> bool:
        """ "In March 21 were shot in Tellin. One policeman died in that attack"."""
        next_to = people.sentence - last.sentence == 1
        return next_to and self._context.tells(people.sentence, "that-attack") is not None

    def _goes_on(self, people: Harmed, other: Harmed) -> bool:
        """ "Blasts in Tellin killed 40. More than 240 were wounded": many, and no total of a war."""
        near = 0 < people.sentence - other.sentence <= _NEXT
        one_attack = people.scope == "cumulative" and other.scope == "incident" and (people.low or 0) < _MANY
        if not near or not one_attack:
            return False
        words = self._context.bag(people.sentence)
        return _LASTING.isdisjoint(words) and self._context.tells(people.sentence, "period") is None

    def are_of_one_kind(self, people: Harmed, other: Harmed) -> bool:
        """False for the arrested and the dead: they need not be of one place."""
        one_captive = (people.harm == "captured") != (other.harm == "captured")
        return not (
            one_captive
            and self._context.tells(people.sentence, "seized")
            and not self._context.tells(people.sentence, "raid")
        )
