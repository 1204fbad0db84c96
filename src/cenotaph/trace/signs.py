"""The sources that a report may come from, each with the signs of that in the report's own words.

No sign asks whose side a source is on, or whether it is an army, a ministry or a monitor: only how the report speaks of it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from cenotaph.trace.credits import Credit, Credits
from cenotaph.trace.proper_names import first_named
from cenotaph.trace.shipped import house_of
from cenotaph.trace.source import SourceRef
from cenotaph.trace.ways import Candidate, Path, best

WaysOf = Callable[[Credit], Iterable[Path]]

_EARLY = 400
"""A source named within so many characters is named in the headline or the lead."""


def candidates_of(mine: Credits, ways_of: WaysOf, ways: Sequence[Path]) -> tuple[Candidate, ...]:
    """Every source that a report may come from by its own words, those that its `ways` lead to first; `ways_of` has the
    ways of a credit."""
    words = _Words(mine, ways_of, ways)
    return tuple(Candidate(words.path(key), tuple(_signs(Seen(words, key)))) for key in words)


def named_only(source: SourceRef, mine: Credits) -> Candidate:
    """A source that a report names and credits with nothing, which others credit."""
    early = ("named early",) if _is_early(mine, source) else ()
    path = Path((source,), f"The report names {source.name}.")
    return Candidate(path, ("named only", "no figure", *early, *_of_outlet(source)))


class _Words:
    """A report's credits, in the order of its text, with the keys of the sources that each goes back to."""

    def __init__(self, mine: Credits, ways_of: WaysOf, ways: Sequence[Path]) -> None:
        self.mine, self.ways, self._ways_of = mine, ways, ways_of
        self._paths: dict[str, list[Path]] = defaultdict(list)
        for path in ways:
            self._paths[path.origin.key].append(path)
        self.credits = sorted(mine.credits, key=lambda one: one.span.start)
        self.origins = [frozenset(self._origins(one)) for one in self.credits]
        self.of_claims = {id_: frozenset(self._origins(one)) for id_, one in mine.of_claims.items()}
        for credit in self.credits:
            for source in (*credit.carriers, *(one for one in credit.named if one.named)):
                self._add(source, f"The report credits {source.name}.")
        if mine.outlet is not None:
            self._add(mine.outlet, f"{mine.outlet.name} says it in its own voice.")

    def __iter__(self) -> Iterator[str]:
        """The keys of all candidates."""
        return iter(self._paths)

    def path(self, key: str) -> Path:
        """The way to a candidate: that of the report's ways, else the best of its credits' ways."""
        leading = next((way for way in self.ways if way.origin.key == key), None)
        return leading or best(self._paths[key])

    def _origins(self, credit: Credit) -> Iterator[str]:
        for path in self._ways_of(credit):
            self._paths[path.origin.key].append(path)
            yield path.origin.key
        for one in credit.described:
            yield self._add(one, f"The report only says: {one.name}.")

    def _add(self, source: SourceRef, why: str) -> str:
        house = house_of(source)
        self._paths[house.key].append(Path((house,), why))
        return house.key


class Seen:
    """What a report's words show of one candidate."""

    def __init__(self, words: _Words, key: str) -> None:
        self.words, self.key, self.source = words, key, words.path(key).origin
        credits = zip(words.credits, words.origins, strict=True)
        self.cited = [credit for credit, origins in credits if key in origins]
        opening = (id_ for id_ in words.mine.opening if key in words.of_claims[id_])
        self.opening = [words.mine.of_claims[id_] for id_ in opening]

    def is_cited(self, place: int) -> bool:
        """Whether the credit at a place is the first one that goes back to it."""
        return bool(self.cited) and self.words.credits[place : place + 1] == self.cited[:1]

    def is_own(self) -> bool:
        """Whether it is the report's own outlet."""
        own = self.words.mine.outlet
        return own is not None and house_of(own).key == self.key

    def leads(self) -> bool:
        """Whether it vouches by name for the figure that the report opens with on nobody's word."""
        lead = self.words.mine.lead
        return lead is not None and self.key in self.words.of_claims[lead]


_SIGNS: Mapping[str, Callable[[Seen], bool]] = {
    "first by words": lambda one: [way.origin.key for way in one.words.ways[:1]] == [one.key],
    "goes back": lambda one: bool(one.cited),
    "cited first": lambda one: one.is_cited(0),
    "cited second": lambda one: one.is_cited(1),
    "with figures": lambda one: sum(credit.of_claim for credit in one.cited) > 1,
    "opens": lambda one: bool(one.opening),
    "opens by name": lambda one: any(credit.named or credit.carriers for credit in one.opening),
    "leads": Seen.leads,
    "in the headline": lambda one: any(credit.span.start == 0 for credit in one.cited),
    "named early": lambda one: _is_early(one.words.mine, one.source),
    "no figure": lambda one: not one.opening and not any(credit.of_claim for credit in one.cited),
    "own": Seen.is_own,
}


def _signs(seen: Seen) -> Iterator[str]:
    yield from (name for name, shows in _SIGNS.items() if shows(seen))
    yield from _of_outlet(seen.source)


def _of_outlet(source: SourceRef) -> tuple[str, ...]:
    return ("outlet",) if source.kind == "outlet" else ()


def _is_early(mine: Credits, source: SourceRef) -> bool:
    at = first_named(mine.names, source)
    return at is not None and at < _EARLY
