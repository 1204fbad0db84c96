"""What is answered about the people of a claim: where they were harmed, whose they are, and whether they bore arms."""

from typing import NamedTuple

from cenotaph.find.value import Value
from cenotaph.model import Role, Span


class Where(Value, frozen=True):
    """A claim's place: the verbatim name, its span, its gazetteer key and country where known, its rank, the rule.

    `rank` says how narrow the place is, as in the pack `places`: 6 a building, 4 a town, 1 a country, 0 none. `within` is the
    wider name of the claim's own sentence where the place is told below it.
    """

    name: str | None
    span: Span | None
    key: str | None
    country: str | None
    rank: int
    rule: str
    within: str | None = None


class Side(NamedTuple):
    """The side of a claim's victims (None where nothing tells, or several are counted together), where it is read, why."""

    side: str | None
    span: Span | None
    rule: str


class Told(NamedTuple):
    """A claim's role, where it is read, and why."""

    role: Role
    span: Span | None
    rule: str


NOWHERE = Where(None, None, None, None, 0, "place-none")
NOBODY = Side(None, None, "side-none")
