"""The value that reading one sentence gives: a credit, with the words it vouches for."""

from cenotaph.find.credit.naming.speakers import Speaker
from cenotaph.find.value import Value


class Anchor(Value, frozen=True):
    """One credit in a sentence: who, by which rule, and the words (by number) it stands in and vouches for.

    `low:high` is what it covers; `start:end` the credit itself, never covered; `via` is the outlet it was told to; `denies` where what it covers is denied.
    """

    rule: str
    who: Speaker
    start: int
    end: int
    low: int
    high: int
    via: Speaker | None = None
    forward: bool = True
    denies: bool = False
