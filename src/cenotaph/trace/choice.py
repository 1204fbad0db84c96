"""Which of the sources that a report may come from comes first: by the signs in its own words, and by whom the reports
that tell the same credit.

Each sign has a weight, and so has each way in which other reports agree; whoever has the highest sum comes first. The
weights are fitted to reports whose origin people marked (`tools/fit_origins.py`).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from math import exp

from cenotaph.language import load_pack
from cenotaph.trace.credits import Credits
from cenotaph.trace.neighbours import Neighbours
from cenotaph.trace.other_names import are_one
from cenotaph.trace.proper_names import first_named
from cenotaph.trace.signs import named_only
from cenotaph.trace.source import SourceRef
from cenotaph.trace.ways import Candidate, Path, ReportOrigins

_FEW = 2
"""A single other report counts half."""

Signs = dict[str, float]
"""How much of each sign a candidate has: 1 for one in the report's words, a share of the other reports for theirs."""


class Choice:
    """The choice of one report's first origin among `candidates`: whoever its own words put first, and all with a name but its
    own outlet."""

    def __init__(
        self,
        report: str,
        neighbours: Neighbours,
        credits: Mapping[str, Credits],
        known: Mapping[str, ReportOrigins],
    ) -> None:
        self._mine, self._known = credits[report], known[report]
        figures = self._mine.known_by()
        self._others = [
            (credits[one], known[one])
            for one in neighbours.nearest(report)
            if not figures or credits[one].tells(figures)
        ]
        every = (*self._known.candidates, *self._named_only())
        self.candidates = tuple(one for one in every if one.may_be_first())
        self._agreement = _Agreement(self._mine, self._others)

    def has_others(self) -> bool:
        """Whether another report tells one of the figures by which this one's story is known."""
        return bool(self._others)

    def signs(self) -> list[Signs]:
        """The signs of each candidate."""
        return [dict.fromkeys(one.signs, 1.0) | self._agreement.of(one) for one in self.candidates]

    def ways(self) -> tuple[Path, ...]:
        """The report's ways, that to the likeliest origin first; as its own words have them where no other report is near."""
        told = self._known.ways or self._mine.figure()
        if not told or not self._others or not self.candidates:
            return self._known.ways
        worth = [sum(_weights().get(sign, 0.0) * much for sign, much in one.items()) for one in self.signs()]
        first = max(range(len(worth)), key=lambda place: worth[place])
        way = self.candidates[first].path
        if [way.origin.key] == [one.origin.key for one in self._known.ways[:1]]:
            return self._known.ways
        sure = 1 / sum(exp(one - worth[first]) for one in worth)
        why = f"{way.why} {self._told_by_others(way.origin)}It is the likeliest origin, {sure:.0%} by all signs."
        return (
            Path(way.sources, why),
            *(one for one in self._known.ways if one.origin.key != way.origin.key),
        )

    def _named_only(self) -> Iterator[Candidate]:
        """The sources of the others that the report names and does not credit."""
        seen = [one.path.origin for one in self._known.candidates]
        for _, theirs in self._others:
            for one in theirs.candidates:
                origin = one.path.origin
                if not one.said() or any(are_one(origin, other) for other in seen):
                    continue
                if first_named(self._mine.names, origin) is not None:
                    seen.append(origin)
                    yield named_only(origin, self._mine)

    def _told_by_others(self, origin: SourceRef) -> str:
        """How many of the others credit a source, and how many of them with the figure that the report opens with."""
        found = self._agreement.votes(origin)
        count, told = found["others credit"], found["others credit with the figure"]
        nearest = f"{count} of the {len(self._others)} reports nearest to it credit {origin.name}"
        return f"{nearest}, {told} with its figure. " if count else ""


class _Agreement:
    """How many of the reports that tell the same agree on a candidate, as shares of them, under whatever name they have it."""

    def __init__(self, mine: Credits, others: Sequence[tuple[Credits, ReportOrigins]]) -> None:
        figure = mine.figure()
        self._count = max(_FEW, len(others))
        self._sources = {
            one.path.origin.key: one.path.origin for _, known in others for one in known.candidates
        }
        self._of_named: Mapping[str, list[frozenset[str]]] = {
            "others credit": [theirs.credited() for theirs, _ in others],
            "others credit with the figure": [theirs.vouching_for(figure) for theirs, _ in others],
            "others go back to": [frozenset(one.origin.key for one in known.ways[:1]) for _, known in others],
            "others open with": [_opening(known) for _, known in others],
        }
        self._most = max(Counter(chain(*self._of_named["others go back to"])).values(), default=0)

    def of(self, candidate: Candidate) -> Signs:
        """The shares for one candidate. "Officials" of two reports are hardly the same."""
        origin = candidate.path.origin
        found = {sign: count * origin.named for sign, count in self.votes(origin).items()}
        found["own, others agree"] = self._most * ("own" in candidate.signs)
        return {sign: count / self._count for sign, count in found.items() if count}

    def votes(self, origin: SourceRef) -> dict[str, int]:
        """How many of the others have a source in each way."""
        names = {key for key, one in self._sources.items() if are_one(one, origin)} | {origin.key}
        return {
            sign: sum(not names.isdisjoint(keys) for keys in told) for sign, told in self._of_named.items()
        }


def _opening(known: ReportOrigins) -> frozenset[str]:
    return frozenset(one.path.origin.key for one in known.candidates if "opens" in one.signs)


@cache
def _weights() -> Mapping[str, float]:
    return {sign: float(weight) for sign, weight in load_pack("origins")["weights"].items()}
