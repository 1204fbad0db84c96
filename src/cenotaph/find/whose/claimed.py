"""What every reader of one report's sides goes by."""

from collections.abc import Sequence
from typing import NamedTuple

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.whose.countries.theatre import Theatre
from cenotaph.find.whose.nouns import NounKind


class Claimed(NamedTuple):
    """The claims of one report, in the order of its text: their people, the kinds of their nouns, their places, and the
    lands of which the report speaks."""

    context: ClaimContext
    harmed: Sequence[Harmed]
    kinds: Sequence[NounKind | None]
    where: Sequence[Where]
    theatre: Theatre
