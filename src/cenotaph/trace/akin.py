"""Reports that tell the same figure of what may be the same dead: too little for an echo, enough to ask whom they credit."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping

from cenotaph.trace.credits import SMALL, Credits
from cenotaph.trace.naming import common_words
from cenotaph.trace.same_claims import Likeness, Likenesses
from cenotaph.trace.sameness import figure, is_vague

Akin = MutableMapping[str, tuple[str, ...]]
"""By report those that are akin to it, on either side."""

_NAMES, _LONG = 2, 4
"""Two reports must share so many words of names that have so many letters and are no common words."""
_MOST = 30
"""So many reports akin to one are remembered."""


def akin_to(mine: Credits, found: Likenesses, credits: Mapping[str, Credits]) -> Iterator[str]:
    """The reports before one that tell the figure which either opens with, and name what it names."""
    alike: dict[str, list[Likeness]] = defaultdict(list)
    for (other, _), likeness in found.items():
        alike[other].append(likeness)
    words = _words(mine)
    for other, told in alike.items():
        theirs = credits[other]
        opening = {*mine.opening, *theirs.opening}
        if any(_is_of(one, opening) for one in told) and len(words & _every_word(theirs)) >= _NAMES:
            yield other


def join(report: str, others: Iterable[str], akin: Akin) -> None:
    """Put a report down as akin to others, and them as akin to it: to the last ones, on both sides alike."""
    akin[report] = ()
    for other in tuple(others)[-_MOST:]:
        for one, two in ((report, other), (other, report)):
            akin[one] = (*akin.get(one, ()), two)
        for first in akin[other][:-_MOST]:
            _part(other, first, akin)


def part(report: str, akin: Akin) -> None:
    """Take a report out again."""
    for other in akin.get(report, ()):
        _part(report, other, akin)
    akin.pop(report, None)


def _part(one: str, two: str, akin: Akin) -> None:
    for mine, other in ((one, two), (two, one)):
        akin[mine] = tuple(report for report in akin.get(mine, ()) if report != other)


def _is_of(likeness: Likeness, opening: Collection[str]) -> bool:
    """Whether two claims tell one figure, no small or vague one, that one of their reports opens with."""
    one, two = likeness.here, likeness.there
    is_rare = not is_vague(one) and (figure(one) or 0) >= SMALL
    return is_rare and (one.id in opening or two.id in opening)


def _words(credits: Credits) -> set[str]:
    """The longer words of the names in a report that are no common words."""
    return {word for word in _every_word(credits) if len(word) >= _LONG and word not in common_words()}


def _every_word(credits: Credits) -> set[str]:
    return {word for name in credits.names for word in name.split()}
