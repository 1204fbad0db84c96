"""The sources that a report may come from, each with the signs of that in the report's own words."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from cenotaph.trace import source_words
from cenotaph.trace.credits import Credit, Credits
from cenotaph.trace.naming import folded_tokens
from cenotaph.trace.shipped import house_of
from cenotaph.trace.source import SourceRef
from cenotaph.trace.ways import Candidate, Path, best

WaysOf = Callable[[Credit], Iterable[Path]]

_OFTEN = 4
_MANY_CREDITS = 3
_SOME = re.compile(r"(?:an?|one|some|several|two|three) ", re.IGNORECASE)
_FULL_NAME = 2


def candidates_of(mine: Credits, ways_of: WaysOf, ways: Sequence[Path]) -> tuple[Candidate, ...]:
    """Every source that a report may come from by its own words, those that its `ways` lead to first; `ways_of` has the
    ways of a credit."""
    words = _Words(mine, ways_of, ways)
    return tuple(Candidate(words.path(key), _signs(Seen(words, key))) for key in words.keys())


def named_only(source: SourceRef, why: str) -> Candidate:
    """A source that a report names and credits with nothing, which others credit."""
    signs = ("named only", "no figure", *_of_source(source))
    return Candidate(Path((source,), why), signs)


class _Words:
    """A report's credits, with the sources that each goes back to and those that only carry it."""

    def __init__(self, mine: Credits, ways_of: WaysOf, ways: Sequence[Path]) -> None:
        self.mine, self.ways = mine, ways
        self.credits = sorted(mine.credits, key=lambda one: one.span.start)
        self.own = _key(mine.outlet)
        self.wire = _key(mine.wire)
        self._paths: dict[str, list[Path]] = defaultdict(list)
        self.behind: dict[str, list[int]] = defaultdict(list)
        for path in ways:
            self._paths[path.origin.key].append(path)
        for place, credit in enumerate(self.credits):
            for key in dict.fromkeys(self._origins(credit, ways_of)):
                self.behind[key].append(place)
        self.of_claims: Mapping[str, Sequence[str]] = {
            id_: tuple(dict.fromkeys(self._of_claim(credit, ways_of)))
            for id_, credit in mine.of_claims.items()
        }
        self.carried: dict[str, list[int]] = defaultdict(list)
        for place, credit in enumerate(self.credits):
            for source in (*credit.carriers, *(one for one in credit.named if one.named)):
                house = house_of(source)
                self._paths[house.key].append(Path((house,), f"The report credits {source.name}."))
                if source in credit.carriers:
                    self.carried[house.key].append(place)
        if mine.outlet is not None:
            house = house_of(mine.outlet)
            self._paths[house.key].append(Path((house,), f"{mine.outlet.name} says it in its own voice."))

    def keys(self) -> Iterable[str]:
        """The keys of all candidates."""
        return self._paths

    def path(self, key: str) -> Path:
        """The way to a candidate: that of the report's ways, else the best of its credits' ways."""
        leading = next((way for way in self.ways if way.origin.key == key), None)
        return leading or best(self._paths[key])

    @cached_property
    def most(self) -> int:
        """How many credits go back to whoever most go back to."""
        return max(map(len, self.behind.values()), default=0)

    def _origins(self, credit: Credit, ways_of: WaysOf) -> Iterator[str]:
        for path in ways_of(credit):
            self._paths[path.origin.key].append(path)
            yield path.origin.key
        for one in credit.described:
            house = house_of(one)
            self._paths[house.key].append(Path((house,), f"The report only says: {one.name}."))
            yield house.key

    def _of_claim(self, credit: Credit, ways_of: WaysOf) -> Iterator[str]:
        for path in ways_of(credit):
            self._paths[path.origin.key].append(path)
            yield path.origin.key


class Seen:
    """What a report's words show of one candidate."""

    def __init__(self, words: _Words, key: str) -> None:
        self.key = key
        self.words = words
        self.source = words.path(key).origin
        mine = words.mine
        self.places = words.behind.get(key, [])
        self.cited = [words.credits[place] for place in self.places]
        self.carried = [words.credits[place] for place in words.carried.get(key, ())]
        self.opening = [mine.of_claims[id_] for id_ in mine.opening if key in words.of_claims[id_]]
        self.other = [id_ for id_, keys in words.of_claims.items() if key in keys and id_ not in mine.opening]
        self.is_own = key == words.own
        self.is_wire = key == words.wire

    def opens_first(self) -> bool:
        """Whether the first of the opening figures goes back to it."""
        opening = self.words.mine.opening
        return bool(opening) and self.key in self.words.of_claims[opening[0]]

    def leads(self) -> bool:
        """Whether it is who vouches by name for the figure that the report opens with."""
        lead = self.words.mine.lead
        return lead is not None and self.key in self.words.of_claims[lead]

    def has_figure(self) -> bool:
        """Whether it is credited in a sentence with a figure, or for one."""
        return bool(self.opening) or any(one.of_claim for one in self.cited)

    def nobody_opens(self) -> bool:
        """Whether the report credits nobody for the figure that it opens with."""
        mine = self.words.mine
        opening = [mine.of_claims[id_] for id_ in mine.opening]
        return bool(opening) and not any(one.named or one.carriers or one.described for one in opening)

    def people_open(self) -> bool:
        """Whether people without a name, and nobody else, have a figure that the report opens with."""
        mine = self.words.mine
        return any(one.described and not one.named for one in map(mine.of_claims.__getitem__, mine.opening))


_SIGNS: Mapping[str, Callable[[Seen], bool]] = {
    "first by words": lambda one: one.words.ways[:1] != () and one.words.ways[0].origin.key == one.key,
    "by words": lambda one: any(way.origin.key == one.key for way in one.words.ways[1:]),
    "goes back": lambda one: bool(one.cited),
    "cited twice": lambda one: len(one.cited) > 1,
    "cited often": lambda one: len(one.cited) >= _OFTEN,
    "cited most": lambda one: 1 < len(one.cited) == one.words.most,
    "with a figure": lambda one: any(credit.of_claim for credit in one.cited),
    "with figures": lambda one: sum(credit.of_claim for credit in one.cited) > 1,
    "behind a figure": lambda one: any(credit.behind_claim for credit in one.cited),
    "cited first": lambda one: one.places[:1] == [0],
    "cited second": lambda one: one.places[:1] == [1],
    "opens": lambda one: bool(one.opening),
    "opens twice": lambda one: len(one.opening) > 1,
    "opens by name": lambda one: any(credit.named or credit.carriers for credit in one.opening),
    "opens first": Seen.opens_first,
    "leads": Seen.leads,
    "in the headline": lambda one: any(credit.span.start == 0 for credit in one.cited),
    "carries somebody": lambda one: any(credit.named for credit in one.carried),
    "only carries": lambda one: bool(one.carried) and not one.cited,
    "carries alone": lambda one: any(not credit.named for credit in one.carried),
    "carries the unnamed": lambda one: any(credit.described and not credit.named for credit in one.carried),
    "carried": lambda one: any(credit.carriers and one.source in credit.named for credit in one.cited),
    "other figures": lambda one: bool(one.other),
    "only other figures": lambda one: bool(one.other) and not one.opening,
    "no figure": lambda one: not one.has_figure(),
    "own": lambda one: one.is_own,
    "own, nobody opens": lambda one: one.is_own and one.nobody_opens(),
    "own, people open": lambda one: one.is_own and one.people_open(),
    "own, many credits": lambda one: one.is_own and len(one.words.credits) >= _MANY_CREDITS,
    "own, no credits": lambda one: one.is_own and not one.words.credits,
    "own opens": lambda one: one.is_own and bool(one.opening),
    "wire": lambda one: one.is_wire,
    "wire opens": lambda one: one.is_wire and bool(one.opening),
}


def _signs(seen: Seen) -> tuple[str, ...]:
    return (*(name for name, shows in _SIGNS.items() if shows(seen)), *_of_source(seen.source))


def _of_source(source: SourceRef) -> Iterator[str]:
    """The signs of what a source is."""
    yield f"is {source.kind}"
    if source.key.startswith("name:"):
        yield "learned"
    if not source.named:
        yield "unnamed"
        yield from (sign for sign, shows in _OF_UNNAMED.items() if shows(source))
    elif source.kind in ("official", "military", "unknown") and len(source.name.split()) == _FULL_NAME:
        yield "person"


_OF_UNNAMED: Mapping[str, Callable[[SourceRef], bool]] = {
    "some": lambda one: _SOME.match(one.name) is not None,
    "several": lambda one: one.name.endswith("s"),
    "some body": lambda one: not source_words.bodies().isdisjoint(folded_tokens(one.name)),
}


def _key(source: SourceRef | None) -> str | None:
    return house_of(source).key if source is not None else None
