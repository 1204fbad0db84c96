"""Mentions of persons, persons, and matches among them."""

from msgspec import Struct

from cenotaph.model import Harm
from cenotaph.reconcile.person_words import Described
from cenotaph.reconcile.values import Statement


class Mention(Struct, frozen=True):
    """One name in one claim. `id` is the claim's id, with `#` and a number behind it where the claim names several."""

    id: str
    name: str
    statement: Statement
    words: Described
    published: str | None


class Person(Struct, frozen=True):
    """One person as far as is known. `id` is that of the first mention and stays; `name` the fullest spelling. What reports
    say differently stands side by side. `private` marks whoever holds no office or high rank: exports may withhold the
    name. `origins` is how many independent origins tell of the person, at the most."""

    id: str
    name: str
    spellings: tuple[str, ...]
    rank: str | None
    ranks: tuple[str, ...]
    units: tuple[str, ...]
    ages: tuple[int, ...]
    sex: str | None
    descriptions: tuple[str, ...]
    sides: tuple[str, ...]
    roles: tuple[str, ...]
    harms: tuple[Harm, ...]
    places: tuple[str, ...]
    place_keys: tuple[str, ...]
    dates: tuple[str, ...]
    claims: tuple[str, ...]
    mentions: tuple[str, ...]
    reports: tuple[str, ...]
    claimants: tuple[str, ...]
    origins: int
    private: bool


class Point(Struct, frozen=True):
    """A reason for or against a match: points, and a sentence."""

    points: float
    why: str


class Match(Struct, frozen=True):
    """Two persons (by id) that may be one: a score from 0 to 1, and the reasons of which it is the sum."""

    one: str
    other: str
    score: float
    reasons: tuple[Point, ...]


class People(Struct, frozen=True):
    """The persons in the order of reading, and the matches proposed, the surest first."""

    persons: tuple[Person, ...]
    matches: tuple[Match, ...]
