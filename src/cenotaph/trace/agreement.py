"""Where a report comes from when those that tell of the same agree, and it credits whom they go back to as well.

A report may open with the figures of somebody else, or word its credit so oddly that no rule reads it. What its own words
lead to then gives way to the one source that clearly more of its neighbours go back to, if it credits that one by name too,
and they credit it with a figure that it has. And one source may have several names among them.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from cenotaph.trace.credits import Credits
from cenotaph.trace.independence import broad_voice
from cenotaph.trace.naming import folded_tokens
from cenotaph.trace.neighbours import Neighbours
from cenotaph.trace.shipped import house_of
from cenotaph.trace.source import SourceRef
from cenotaph.trace.spellings import sounded
from cenotaph.trace.ways import Path, ReportOrigins, is_authorities

_FEWEST = 3
"""Fewer reports that share something with one, and have a figure, have no say."""

_AHEAD = 0.4
"""By such a share of them more must go back to a source than to the one that the report's own words lead to; at least two."""

_TWO = 2

_SMALL = 20
"""A smaller figure may be anybody's, if it is not what a report opens with."""

_LEARNED = "name:"
_UN = "United Nations"
_SMALL_WORDS = frozenset(("of", "and", "for", "in", "on", "at"))


def agreed(
    report: str,
    neighbours: Neighbours,
    credits: Mapping[str, Credits],
    known: Mapping[str, ReportOrigins],
) -> tuple[Path, ...]:
    """The ways of a report, that to the source on which its neighbours agree before the others.

    `credits` says whom it and its neighbours credit, `known` where their own words lead.
    """
    ways = known[report].ways
    others = [one for one in neighbours.nearest(report) if known[one].ways and credits[one].opening]
    if not others:
        return ways
    origins = [known[one].ways[0].origin for one in others]
    mine = ways[0].origin if ways else None
    first, most = _most(origins, mine)
    if mine is not None and are_one(first, mine):
        return _renamed(ways, first)
    figures = _figures(credits[report])
    if not first.named or not any(first.key in credits[one].vouching_for(figures) for one in others):
        return ways
    if mine is not None and broad_voice(first) == broad_voice(mine):
        return _renamed(ways, first) if _is_whole(mine) and not _is_whole(first) else ways
    own = sum(are_one(one, mine) for one in origins) if mine is not None else 0
    way = next(_ways_to(first, known[report], credits[report]), None)
    if way is None or not _outweighs(most, own, len(others)):
        return ways
    why = f"{most} of the {len(others)} reports that share most with it go back to {first.name}, whom it credits too."
    return (Path(way, why), *_other(ways, first))


def are_one(one: SourceRef, other: SourceRef) -> bool:
    """Whether two reports of one story mean the same by two names, one of which has all words of the other: "Lee" and "Bob Lee",
    "the Peace Desk" and "Ayr University's Peace Desk". Of two that the register lists each is its own."""
    if one == other:
        return True
    if not (one.named and other.named and {one.key[:5], other.key[:5]} & {_LEARNED}):
        return False
    words, others = (frozenset(sounded(folded_tokens(source.name))) - _SMALL_WORDS for source in (one, other))
    return bool(words and others) and (words <= others or others <= words)


def _figures(credits: Credits) -> set[int]:
    """The figures of a report by which its story is known: those it opens with, and all that are not small."""
    told = {number for numbers in credits.numbers.values() for number in numbers if number >= _SMALL}
    return told | credits.figure()


def _most(others: Sequence[SourceRef], mine: SourceRef | None) -> tuple[SourceRef, int]:
    """The source that most go back to, by the name that tells most or that most of them have for it, and how many do."""
    names = Counter(others if mine is None else (*others, mine))
    votes = {one: sum(are_one(one, other) for other in others) for one in names}
    first = max(votes, key=lambda one: (votes[one], *_telling(one), names[one], len(one.name), one.name))
    return first, votes[first]


def _telling(source: SourceRef) -> tuple[bool, bool]:
    """How much a name tells: one that the register lists the most, a surname alone the least."""
    return source.key[:5] != _LEARNED, " " in source.name


def _renamed(ways: Sequence[Path], name: SourceRef) -> tuple[Path, ...]:
    """The ways, the first to its source under the name that other reports have for it."""
    if ways[0].origin == name:
        return tuple(ways)
    why = f"{ways[0].why} Others that tell of the same know it as {name.name}."
    return (Path((*ways[0].sources[:-1], name), why), *_other(ways[1:], name))


def _is_whole(source: SourceRef) -> bool:
    """Whether a source is all of a state or of the UN, of which others may name the office that spoke."""
    return source.kind == "party" or source.name == _UN or is_authorities(source)


def _outweighs(most: int, own: int, others: int) -> bool:
    """Whether so many of the other reports are enough against those that go back to the report's own first origin."""
    return others >= _FEWEST and most >= _TWO and most - own >= _AHEAD * others


def _other(ways: Sequence[Path], origin: SourceRef) -> tuple[Path, ...]:
    return tuple(way for way in ways if way.origin != origin)


def _ways_to(source: SourceRef, origins: ReportOrigins, credits: Credits) -> Iterator[tuple[SourceRef, ...]]:
    """The ways of a report on which a source stands, each up to it."""
    paths = [*origins.ways, *(path for found in origins.of_claims.values() for path in found)]
    for path in paths:
        if source in path.sources:
            yield path.sources[: path.sources.index(source) + 1]
    for credit in (*credits.credits, *credits.of_claims.values()):
        if source in map(house_of, credit.named):
            yield (*credit.carriers, source)
        if source in map(house_of, credit.carriers):
            yield (source,)
