"""One chunk of people read as harmed."""

from cenotaph.find.value import Value
from cenotaph.model import Harm


class Reading(Value, frozen=True):
    """One chunk of people read as harmed: `trigger` is the chunk that says so, `whole` that of the people they are part of."""

    cost: int
    harm: Harm
    rule: str
    trigger: int
    doubt: bool
    whole: int | None = None
