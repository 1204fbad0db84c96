"""One source under several names in reports of one story: "Lee" and "Bob Lee", "Chad" and "Chad's health ministry".

What a report's own words put first stays first; only what it is called may come from the reports that share something with it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from cenotaph.trace.credits import Credits
from cenotaph.trace.independence import broad_voice
from cenotaph.trace.naming import folded_tokens
from cenotaph.trace.neighbours import Neighbours
from cenotaph.trace.shipped import is_listed
from cenotaph.trace.source import SourceRef
from cenotaph.trace.spellings import sounded
from cenotaph.trace.ways import Path, ReportOrigins, is_authorities

_HALF = 2
"""More than half of the others must go back to an office for it to be that of a report which names only its state."""

_UN = "United Nations"
_SMALL_WORDS = frozenset(("of", "and", "for", "in", "on", "at"))


def under_one_name(
    report: str,
    ways: tuple[Path, ...],
    neighbours: Neighbours,
    credits: Mapping[str, Credits],
    known: Mapping[str, ReportOrigins],
) -> tuple[Path, ...]:
    """The `ways` of a report, the first to its source by the name that tells most of those that its neighbours have for it.

    `credits` says whom it and its neighbours credit, `known` where their own words lead.
    """
    others = [one for one in neighbours.nearest(report) if known[one].ways and credits[one].opening]
    if not ways or not others:
        return ways
    mine, origins = ways[0].origin, [known[one].ways[0].origin for one in others]
    if _is_whole(mine):
        figures = credits[report].known_by()
        told = {key for one in others for key in credits[one].vouching_for(figures)}
        return _renamed(ways, _office(mine, [one for one in origins if one.key in told], len(others)))
    return _renamed(ways, _telling_most(mine, origins))


def are_one(one: SourceRef, other: SourceRef) -> bool:
    """Whether two reports of one story mean the same by two names, one of which has all words of the other: "Lee" and "Bob Lee",
    "the Peace Desk" and "Ayr University's Peace Desk". Of two that the register lists each is its own, and nobody of a state, of the UN
    or of an outlet is all of it."""
    if one == other:
        return True
    learned = one.named and other.named and not (is_listed(one) and is_listed(other))
    if not learned or _is_whole(one) or _is_whole(other) or one.carries != other.carries:
        return False
    words, others = (frozenset(sounded(folded_tokens(source.name))) - _SMALL_WORDS for source in (one, other))
    return bool(words and others) and (words <= others or others <= words)


def _telling_most(mine: SourceRef, origins: Iterable[SourceRef]) -> SourceRef:
    """The name of a source that tells most: one that the register lists, no surname alone, else what most reports call it."""
    names = Counter((mine, *(one for one in origins if are_one(one, mine))))
    return max(names, key=lambda one: (is_listed(one), " " in one.name, names[one], len(one.name), one.name))


def _office(whole: SourceRef, origins: Iterable[SourceRef], others: int) -> SourceRef:
    """The one office of a state or of the UN that more than half of the others go back to, else the whole itself."""
    offices = Counter(
        one for one in origins if one.named and not _is_whole(one) and broad_voice(one) == broad_voice(whole)
    )
    return next((one for one, count in offices.items() if count * _HALF > others), whole)


def _renamed(ways: Sequence[Path], name: SourceRef) -> tuple[Path, ...]:
    """The ways, the first to its source under the name that other reports have for it."""
    if ways[0].origin == name:
        return tuple(ways)
    why = f"{ways[0].why} Others that tell of the same know it as {name.name}."
    rest = (way for way in ways[1:] if way.origin != name)
    return (Path((*ways[0].sources[:-1], name), why), *rest)


def _is_whole(source: SourceRef) -> bool:
    """Whether a source is all of a state or of the UN, of which others may name the office that spoke."""
    return source.kind == "party" or source.name == _UN or is_authorities(source)
