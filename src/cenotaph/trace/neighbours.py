"""Which reports share something with which: the echoes of each report, seen from either side, and those akin to it."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from msgspec import Struct

from cenotaph.model import Span
from cenotaph.trace.echo import Echo, Kind

_NEAREST = 30
"""So many reports, those that share most with one, are asked whom they credit."""


class Shared(Struct, frozen=True):
    """One echo seen from one of its reports: its own stretch, the other report, and that one's stretch."""

    here: Span
    other: str
    there: Span
    kind: Kind
    score: float
    why: str


class Neighbours:
    """The echoes of each report, asked for when they are needed and then remembered."""

    def __init__(self, of: Callable[[str], Iterable[Shared]], akin: Callable[[str], Iterable[str]]) -> None:
        self._ask = of
        self._akin = akin
        self._shared: dict[str, tuple[Shared, ...]] = {}
        self._strength: dict[str, dict[str, float]] = {}

    def of(self, report: str) -> tuple[Shared, ...]:
        """What a report shares with others, in the order in which the echoes were found."""
        if report not in self._shared:
            self._shared[report] = tuple(self._ask(report))
        return self._shared[report]

    def at(self, report: str, span: Span) -> tuple[Shared, ...]:
        """What a report shares within a stretch of its text, the surest first."""
        touching = [one for one in self.of(report) if one.here.start < span.end and one.here.end > span.start]
        return tuple(sorted(touching, key=lambda one: (-one.score, one.other)))

    def strength(self, report: str, other: str) -> float:
        """How much two reports share: the sum of their echoes' scores."""
        return self._strengths(report).get(other, 0.0)

    def others(self, report: str) -> tuple[str, ...]:
        """The reports that share something with a report."""
        return tuple(self._strengths(report))

    def nearest(self, report: str) -> tuple[str, ...]:
        """The reports that share most with a report, the one that shares most first; then those only akin to it."""
        strengths = self._strengths(report)
        sharing = sorted(strengths, key=lambda one: (-strengths[one], one))
        return tuple(dict.fromkeys((*sharing, *self._akin(report))))[:_NEAREST]

    def forget(self, report: str) -> None:
        """Ask again for what a report shares, when next it is needed."""
        self._shared.pop(report, None)
        self._strength.pop(report, None)

    def _strengths(self, report: str) -> dict[str, float]:
        if report not in self._strength:
            found = self._strength[report] = {}
            for one in self.of(report):
                found[one.other] = found.get(one.other, 0.0) + one.score
        return self._strength[report]


def both_sides(echoes: Iterable[Echo]) -> dict[str, list[Shared]]:
    """The echoes under each of their two reports, seen from it."""
    found: dict[str, list[Shared]] = defaultdict(list)
    for echo in echoes:
        rest = (echo.kind, echo.score, echo.why)
        found[echo.a].append(Shared(echo.a_span, echo.b, echo.b_span, *rest))
        found[echo.b].append(Shared(echo.b_span, echo.a, echo.a_span, *rest))
    return found
