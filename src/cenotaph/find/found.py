"""What a finder returns for one report."""

from msgspec import Struct

from cenotaph.model import Claim, Handling
from cenotaph.problems import Problem


class Found(Struct, frozen=True):
    """The claims and handlings of one report, in the order of its text, and what could not be decided."""

    claims: tuple[Claim, ...] = ()
    handlings: tuple[Handling, ...] = ()
    problems: tuple[Problem, ...] = ()
