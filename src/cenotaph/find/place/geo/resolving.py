"""Which of the places of one name a report means: decided for all names of the report together.

The evidence, in points that add up (see `WEIGHTS`): how well known the place is; the countries that the report names or
whose people it speaks of; a larger place named right after it ("Tripoli, Lebanon"); its division named elsewhere in
the report; other places of the report nearby. Two rounds, so that the second one knows what the first one chose.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import log10

from msgspec import Struct

from cenotaph.find.place.geo.candidates import Candidate
from cenotaph.find.place.geo.distance import distance_km
from cenotaph.find.place.geo.entry import Entry, Kind


class Weights(Struct, frozen=True):
    """Points of each kind of evidence."""

    country: float = 3.5
    holder: float = 6.0
    division: float = 1.0
    near: float = 1.5


WEIGHTS = Weights()
_ROUNDS = 2
_CLEAR_LEAD = 1.5
_CLOSE_KM = 50.0
_FAR_KM = 1000.0
# How far from its middle a place of a kind still holds other places, where the table does not say what it holds.
_REACH_KM: Mapping[Kind, float] = {
    "city": 40.0,
    "site": 5.0,
    "district": 120.0,
    "area": 500.0,
    "region": 400.0,
}
_OWN_KM = 45.0
_DIVISIONS: frozenset[Kind] = frozenset({"country", "region"})
_POINT_LIKE = frozenset({"city", "site", "district", "region", "area"})


class Asked(Struct, frozen=True):
    """A name of the report with what it may mean; `holder` is the position, among the names asked, of the larger
    place that the text says it lies in; `times` is how often the report says the name."""

    candidates: Sequence[Candidate]
    holder: int | None = None
    times: int = 1


def choose(
    asked: Sequence[Asked], countries: Mapping[str, float], weights: Weights = WEIGHTS
) -> list[Candidate | None]:
    """One candidate for each name, or None where it has none; `countries` weighs the ISO codes the report speaks of."""
    chosen: list[Candidate | None] = [if_clear(name) for name in asked]
    for _ in range(_ROUNDS):
        evidence = _Evidence(asked, chosen, countries, weights)
        chosen = [evidence.best(at) for at in range(len(asked))]
    return chosen


def holds(outer: Entry, outer_position: int, inner: Entry) -> bool:
    """True where `inner` lies in `outer`, by the divisions of the table or, where those do not say, by distance."""
    if outer.kind == "country":
        return outer.country == inner.country
    if inner.parent == outer_position:
        return True
    if outer.country and inner.country and outer.country != inner.country:
        return False
    if outer.kind == "region" and inner.kind == "city" and inner.parent is not None:
        own = not inner.number  # Of our packs, which give a town its country alone.
        return own and distance_km(outer.lat, outer.lon, inner.lat, inner.lon) <= _OWN_KM
    reach = _REACH_KM.get(outer.kind)
    return reach is not None and distance_km(outer.lat, outer.lon, inner.lat, inner.lon) <= reach


def if_clear(name: Asked) -> Candidate | None:
    """The first candidate where the next one in another country is far less likely."""
    if not name.candidates or not name.candidates[0].sure:
        return None
    first = name.candidates[0]
    rivals = (other for other in name.candidates[1:] if other.entry.country != first.entry.country)
    rival = next(rivals, None)
    return first if rival is None or first.points - rival.points >= _CLEAR_LEAD else None


class _Evidence:
    """What one round knows."""

    def __init__(
        self,
        asked: Sequence[Asked],
        chosen: Sequence[Candidate | None],
        countries: Mapping[str, float],
        weights: Weights,
    ) -> None:
        self._asked, self._chosen, self._weights = asked, chosen, weights
        self._shares = _shares(asked, chosen, countries)

    def best(self, at: int) -> Candidate | None:
        """The candidate with most points for the name at a position."""
        spoken_of = [
            one for one in self._asked[at].candidates if one.sure or one.entry.country in self._shares
        ]
        if len(spoken_of) < 2:
            return spoken_of[0] if spoken_of else None
        return max(spoken_of, key=lambda candidate: self._points(at, candidate))

    def _points(self, at: int, candidate: Candidate) -> float:
        entry, weights = candidate.entry, self._weights
        points = candidate.points
        points += weights.country * self._shares.get(entry.country or "", 0.0)
        points += weights.holder * (self._is_held(at, candidate) or self._holds_the_last(at, candidate))
        others = [
            other
            for place, other in enumerate(self._chosen)
            if other and place != at and other.entry.kind in _POINT_LIKE
        ]
        points += weights.division * any(_shares_division(entry, other) for other in others)
        return points + weights.near * self._nearness(entry, others)

    def _is_held(self, at: int, candidate: Candidate) -> bool:
        """True where the name said to hold this one may mean a place that holds the candidate."""
        holder = self._asked[at].holder
        if holder is None or self._is_listed(at, holder):
            return False
        return any(
            holds(outer.entry, outer.position, candidate.entry)
            for outer in self._asked[holder].candidates[:3]
            if outer.position != candidate.position
        )

    def _holds_the_last(self, at: int, candidate: Candidate) -> bool:
        """True where the name before this one, said to lie in it, was found to mean a place in the candidate."""
        inner = self._chosen[at - 1] if at else None
        if inner is None or self._asked[at - 1].holder != at or self._is_listed(at - 1, at):
            return False
        return holds(candidate.entry, candidate.position, inner.entry)

    def _is_listed(self, at: int, holder: int) -> bool:
        """True for "Iowa, Nevada" and "Chad, Niger": two divisions or countries in a row, neither in the other."""
        pair = [self._asked[place].candidates[:1] for place in (at, holder)]
        if not all(pair):
            return True
        inner, outer = pair[0][0], pair[1][0]
        both = {inner.entry.kind, outer.entry.kind} <= _DIVISIONS
        return both and not holds(outer.entry, outer.position, inner.entry)

    @staticmethod
    def _nearness(entry: Entry, others: Sequence[Candidate]) -> float:
        """1 where another place of the report is within 50 km, falling to 0 at 1,000 km."""
        if not others or entry.kind not in _POINT_LIKE:
            return 0.0
        reach = _REACH_KM[entry.kind]
        nearest = min(
            distance_km(entry.lat, entry.lon, other.entry.lat, other.entry.lon) - reach for other in others
        )
        span = log10(_FAR_KM / _CLOSE_KM)
        return min(1.0, max(0.0, log10(_FAR_KM / max(nearest, _CLOSE_KM)) / span))


def _shares_division(entry: Entry, other: Candidate) -> bool:
    """True for a place in a division that the report names, and for divisions of one country."""
    if entry.kind in _DIVISIONS:
        return entry.kind == other.entry.kind and entry.parent == other.entry.parent
    return entry.parent == other.position


def _shares(
    asked: Sequence[Asked], chosen: Sequence[Candidate | None], countries: Mapping[str, float]
) -> dict[str, float]:
    """The share of each country in what the report speaks of, the most spoken of getting 1."""
    weight: defaultdict[str, float] = defaultdict(float, countries)
    for name, candidate in zip(asked, chosen, strict=True):
        if candidate and candidate.entry.country:
            weight[candidate.entry.country] += (
                name.times if candidate.entry.kind == "country" else name.times * 0.5
            )
    top = max(weight.values(), default=0.0)
    return {code: log10(1 + 9 * times / top) for code, times in weight.items()}
