"""Ways from a report to where it comes from: the values, and which of many ways are the report's."""

from collections import Counter
from collections.abc import Collection, Sequence

from msgspec import Struct

from cenotaph.problems import Problem
from cenotaph.trace.source import SourceRef

_SHARE = 2
"""A report's origins are those to whom more than half as many of its credits lead as to the strongest one."""

_RARE = 5
"""A way counts among those to an origin if at least one in so many of its credits takes it."""

_OFFICES = frozenset(("military", "official"))


class Path(Struct, frozen=True):
    """The way from a report to an origin: the sources nearest first, the origin last, and a sentence that says why."""

    sources: tuple[SourceRef, ...]
    why: str

    @property
    def origin(self) -> SourceRef:
        """The source that the way leads to."""
        return self.sources[-1]


class Candidate(Struct, frozen=True):
    """A source that a report may come from: the way to it, and the signs of that in the report's own words, by name."""

    path: Path
    signs: tuple[str, ...] = ()

    def said(self) -> bool:
        """Whether a credit goes back to it."""
        return "goes back" in self.signs

    def may_be_first(self) -> bool:
        """Whether other reports may put it first: not people without a name, nor the report's own outlet."""
        return "first by words" in self.signs or (self.path.origin.named and "own" not in self.signs)


class ReportOrigins(Struct, frozen=True):
    """Where one report comes from: the ways to its origins, the strongest first, and a way for each of its claims.

    `candidates` are all sources that it may come from; `retold` names the reports on which that rests, `problems` what it
    leaves open.
    """

    report: str
    ways: tuple[Path, ...] = ()
    of_claims: dict[str, tuple[Path, ...]] = {}
    candidates: tuple[Candidate, ...] = ()
    retold: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def chosen(
    paths: Sequence[Path],
    counts: Counter[SourceRef],
    vouching: Collection[str],
    opening: Collection[str],
    behind: Collection[str] = (),
) -> tuple[Path, ...]:
    """Of the ways of a report's credits those to its origins; `counts` says how much leads to each, `vouching` has the keys
    of those whom it credits with a figure, `opening` of those with the figure that it opens with, `behind` of those credited
    right behind a figure that is on nobody's word or only a state's."""
    _leave_unnamed(counts, vouching, opening)
    _join_parties(counts, opening, behind)
    most = max(counts.values())
    origins = [origin for origin, count in counts.most_common() if count * _SHARE > most]
    return tuple(best([path for path in paths if path.origin.key == one.key]) for one in origins)


def _leave_unnamed(counts: Counter[SourceRef], vouching: Collection[str], opening: Collection[str]) -> None:
    """ "Officials" are no origin where a report also names somebody for the figure that it opens with: most often they are those
    it names further on. Where nobody has a figure, whoever is named comes before them."""
    named = {one.key for one in counts if one.named and (not vouching or _may_be_an_office(one))}
    if not named.isdisjoint(opening if vouching else named):
        heirs = [one for one in counts if one.key in named and (one.key in opening or not vouching)]
        heir = max(heirs, key=lambda one: counts[one])
        for origin in [one for one in counts if not one.named]:
            weight = counts.pop(origin)
            counts[heir] += weight if origin.key in opening else 0


def _may_be_an_office(origin: SourceRef) -> bool:
    """Whether "police" may turn out to be this source: no outlet, armed group, NGO or UN body is."""
    return origin.kind not in ("NGO", "UN", "outlet", "agency") and not origin.key.startswith("group:")


def _join_parties(counts: Counter[SourceRef], opening: Collection[str], behind: Collection[str]) -> None:
    """ "Moscow said" where the report also credits an office of that side: the one office that it names, or the one that most
    leads to of those with the figure that it opens with. They are one voice."""
    for party in [origin for origin in counts if origin.kind == "party" or is_authorities(origin)]:
        offices = [
            one
            for one in counts
            if one.named
            and one != party
            and (one.side == party.side or (one.side is None and {one.key, party.key} <= set(opening)))
            and (one.kind in _OFFICES or (one.side is not None and one.key.startswith("source:")))
        ]
        has_opening = [one for one in offices if one.key in opening]
        if party.key in opening and not has_opening:
            has_opening = [one for one in offices if one.key in behind]
        told = any(one.key in opening for one in counts)
        known = offices if len(offices) == 1 and not told else has_opening
        if known:
            counts[max(known, key=lambda one: counts[one])] += counts.pop(party)


def is_authorities(origin: SourceRef) -> bool:
    """Whether a state's authorities are meant, and none of its offices."""
    return origin.side is not None and origin.name == f"Government of {origin.side}"


def best(paths: Sequence[Path]) -> Path:
    """The longest way to one origin, since "he said" leaves out whom he told, but none taken once among many; among equals
    the one taken most."""
    counts = Counter(path.sources for path in paths)
    often = [one for one in counts if counts[one] * _RARE >= len(paths)]
    sources = max(often or counts, key=lambda one: (len(one), counts[one]))
    return next(path for path in paths if path.sources == sources)
