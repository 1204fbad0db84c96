"""Reports that tell the same figure of what may be the same dead: too little for an echo, enough to ask whom they credit."""

from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping

from cenotaph.trace.credits import Credits
from cenotaph.trace.naming import common_words
from cenotaph.trace.sameness import figure, is_vague
from cenotaph.trace.same_claims import Likeness, Likenesses

Akin = MutableMapping[str, tuple[str, ...]]
"""By report those that are akin to it, on either side."""

_ENOUGH = 0.0
_NAMES = 2
_SMALL, _LONG = 20, 4
_MOST = 30
"""So many reports akin to one are remembered."""


def akin_to(mine: Credits, found: Likenesses, credits: Mapping[str, Credits]) -> Iterator[str]:
    """The reports before one that tell the figure which either opens with, and name what it names."""
    for other in dict.fromkeys(other for other, _ in found):
        theirs = credits[other]
        opening = {*mine.opening, *theirs.opening}
        told = (one for (report, _), one in found.items() if report == other)
        if any(_is_of(one, opening) for one in told) and len(_words(mine) & _words(theirs)) >= _NAMES:
            yield other


def join(report: str, others: Iterable[str], akin: Akin) -> None:
    """Put a report down as akin to others, and them as akin to it."""
    found = tuple(others)[-_MOST:]
    akin[report] = found
    for other in found:
        akin[other] = (*akin.get(other, ()), report)[-_MOST:]


def part(report: str, akin: Akin) -> None:
    """Take a report out again."""
    for other in akin.pop(report, ()):
        akin[other] = tuple(one for one in akin.get(other, ()) if one != report)


def _is_of(likeness: Likeness, opening: Collection[str]) -> bool:
    """Whether two claims are alike enough, and one of them is of a figure that its report opens with."""
    one, two = likeness.here, likeness.there
    is_rare = likeness.points >= _ENOUGH and not is_vague(one) and (figure(one) or 0) >= _SMALL
    return is_rare and (one.id in opening or two.id in opening)


def _words(credits: Credits) -> set[str]:
    """The longer words of the names in a report that are no common words."""
    words = (word for name in credits.names for word in name.split() if len(word) >= _LONG)
    return {word for word in words if word not in common_words()}
