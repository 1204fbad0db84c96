"""Which reports share something with which: the echoes of each report, seen from either side."""

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from cenotaph.model import Span
from cenotaph.trace.echo import Echo, Kind


class Shared(Struct, frozen=True):
    """One echo seen from one of its reports: its own stretch, the other report, and that one's stretch."""

    here: Span
    other: str
    there: Span
    kind: Kind
    score: float
    why: str


class Neighbours:
    """The echoes of each report."""

    def __init__(self, echoes: Iterable[Echo]) -> None:
        self._shared: dict[str, list[Shared]] = defaultdict(list)
        self._strength: dict[str, dict[str, float]] = defaultdict(dict)
        for echo in echoes:
            self.add(echo)

    def add(self, echo: Echo) -> None:
        """Add one echo."""
        rest = (echo.kind, echo.score, echo.why)
        self._shared[echo.a].append(Shared(echo.a_span, echo.b, echo.b_span, *rest))
        self._shared[echo.b].append(Shared(echo.b_span, echo.a, echo.a_span, *rest))
        for one, other in ((echo.a, echo.b), (echo.b, echo.a)):
            self._strength[one][other] = self._strength[one].get(other, 0.0) + echo.score

    def of(self, report: str) -> tuple[Shared, ...]:
        """What a report shares with others, in the order in which the echoes were found."""
        return tuple(self._shared.get(report, ()))

    def at(self, report: str, span: Span) -> tuple[Shared, ...]:
        """What a report shares within a stretch of its text, the surest first."""
        touching = [one for one in self.of(report) if one.here.start < span.end and one.here.end > span.start]
        return tuple(sorted(touching, key=lambda one: (-one.score, one.other)))

    def strength(self, report: str, other: str) -> float:
        """How much two reports share: the sum of their echoes' scores."""
        return self._strength.get(report, {}).get(other, 0.0)

    def others(self, report: str) -> tuple[str, ...]:
        """The reports that share something with a report."""
        return tuple(self._strength.get(report, ()))
