"""A place name in a sentence."""

from cenotaph.find.value import Value


class Site(Value, frozen=True):
    """A place name at `start`–`end` (with its place noun). `rank`: how narrow it is, as in the pack `places`.

    `lead` is the word that leads to it ("in"), "" where none does; `actor` where it stands for a state that acts.
    """

    start: int
    end: int
    rank: int
    lead: str
    country: str | None
    key: str | None
    actor: bool
