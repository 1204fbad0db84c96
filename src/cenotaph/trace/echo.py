"""An echo: two reports that tell the same words or the same claim."""

from typing import Literal

from msgspec import Struct

from cenotaph.model import Span

Relation = Literal["same-origin", "derived"]
Kind = Literal["quote", "retold quote", "claim", "copy"]


class Echo(Struct, frozen=True):
    """Reports `a` and `b` tell the same in `a_span` and `b_span` (codebook, "Echo rows").

    `a` came first into the index. `score` goes from 0 to 1, 0.5 being just enough; `why` explains it in a sentence.
    """

    a: str
    b: str
    relation: Relation
    kind: Kind
    a_span: Span
    b_span: Span
    score: float
    why: str


def score_of(strength: float) -> float:
    """The score for evidence that is `strength` times what is just enough: 1 gives 0.5, 3 gives 0.75."""
    return round(strength / (strength + 1.0), 3)
