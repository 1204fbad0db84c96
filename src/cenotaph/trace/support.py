"""Which of a report's sources comes first, where the reports that share something with it credit one far more than the others."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from cenotaph.trace.credits import Credits
from cenotaph.trace.source import SourceRef
from cenotaph.trace.ways import Path, best

_SUPPORT = 1.0
"""So much, in times the weight of the strongest source, whoever is credited by all the other reports is worth more."""

_VOUCHING = 2.0
"""So much more whoever is credited by all of them with the figure that this report opens with."""

_BY_WORDS = 0.3
"""So much more the source is worth that the report's own words put first."""

_FEW = 2
"""A single other report counts half."""


def supported(
    ways: tuple[Path, ...],
    paths: Sequence[Path],
    weights: Mapping[SourceRef, int],
    others: Sequence[Credits],
    figure: Collection[int],
) -> tuple[Path, ...]:
    """The ways, and before them that to another source of the report, if far more of the `others` credit that one by name.

    `ways` are those that the report's own words lead to, the strongest first; `paths` all of its ways, and `weights` how much
    leads to each of its sources. The others tell of the same, and each may have named its source better.
    """
    if not others:
        return ways
    credited = Counter(key for one in others for key in one.credited())
    vouching = Counter(key for one in others for key in one.vouching_for(figure))
    most, by_words = max(weights.values()), ways[0].origin.key
    worth = {
        origin: weight / most
        + (_SUPPORT * credited[origin.key] + _VOUCHING * vouching[origin.key])
        * origin.named
        / max(_FEW, len(others))
        + _BY_WORDS * (origin.key == by_words)
        for origin, weight in weights.items()
    }
    first = max(worth, key=lambda one: worth[one])
    if first.key == by_words or not credited[first.key]:
        return ways
    way = best([path for path in paths if path.origin.key == first.key])
    why = (
        f"{way.why} {credited[first.key]} of the {len(others)} reports that share most with it credit {first.name} too, "
        f"{vouching[first.key]} with its figure."
    )
    return (Path(way.sources, why), *(one for one in ways if one.origin.key != first.key))
