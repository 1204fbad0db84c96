"""Which outlet heard people without a name, wherever the report credits them."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from cenotaph.language import load_pack
from cenotaph.trace.credits import Credit, Sources
from cenotaph.trace.institutions import is_institution
from cenotaph.trace.naming import folded_tokens
from cenotaph.trace.source import SourceRef
from cenotaph.trace.source_kinds import head_noun
from cenotaph.trace.states import seats, side_in

_NEXT_BUT_ONE = 160
"""Characters between a sentence and one that tells more of the same, a short one between them."""


class Hearers:
    """The outlets that people without a name are said to have told something: "activists said nine died. ... activists told Bild"."""

    def __init__(self, found: Sequence[Credit]) -> None:
        self._by_name: dict[str, set[Sources]] = {}
        self._told: list[tuple[int, SourceRef, Sources]] = []
        for credit in found:
            for one in credit.described if credit.carriers and not credit.named else ():
                self._by_name.setdefault(head_noun(one.name), set()).add(credit.carriers)
                self._by_name.setdefault(one.key, set()).add(credit.carriers)
                self._told.append((credit.span.start, one, credit.carriers))

    def through(self, credit: Credit) -> Credit:
        """The credit with the outlet that heard its people, if it names none itself."""
        if credit.carriers:
            return credit
        if credit.named:
            unnamed = not any(one.named or is_institution(one.name) for one in credit.named)
            carriers = self._of_bodies(credit) if unnamed else None
            everybody = (*credit.named, *credit.described)
            return replace(credit, carriers=carriers, named=(), described=everybody) if carriers else credit
        ways = [self._by_name.get(head_noun(one.name), set()) for one in credit.described]
        alone = bool(ways) and all(len(way) == 1 for way in ways)
        return replace(credit, carriers=next(iter(ways[0]))) if alone else credit

    def _of_bodies(self, credit: Credit) -> Sources | None:
        """The outlet of an office's people: "an army source told Bild" of it before or behind."""
        by = [self._by_name.get(one.key, set()) for one in credit.named]
        if all(by) and len(set().union(*by)) == 1:
            return next(iter(by[0]))
        return next(self._next(credit), None) or self._elsewhere(credit)

    def _next(self, credit: Credit) -> Iterator[Sources]:
        """The outlet that they tell in the next sentence: "health officials said ... Two officials told Bild"."""
        for start, other, carriers in self._told:
            near = credit.span.start < start < credit.span.end + _NEXT_BUT_ONE
            if near and any(_may_be_same(one, other) for one in credit.named):
                yield carriers

    def _elsewhere(self, credit: Credit) -> Sources | None:
        """The one outlet that people who may be the same told: "officials in Washington" are "US officials"."""
        first, ways = credit.named[0], set[Sources]()
        if len(credit.named) == 1 and _side(first):
            ways = {by for _, one, by in self._told if _side(one) and _may_be_same(first, one)}
        return ways.pop() if len(ways) == 1 else None


def _may_be_same(one: SourceRef, other: SourceRef) -> bool:
    """Whether two descriptions of people without a name can be of the same: one noun, no two states, and the words of the one
    among those of the other."""
    if head_noun(one.name) != head_noun(other.name) or head_noun(one.name) == "police":
        return False
    words, others = _telling(one.name), _telling(other.name)
    sides = {_side(one), _side(other)} - {None}
    return len(sides) <= 1 and (words <= others or others <= words)


def _side(one: SourceRef) -> str | None:
    """The state that people without a name are of, or in whose capital they speak."""
    tokens = folded_tokens(one.name)
    return one.side or side_in(tokens) or next((seats()[word] for word in tokens if word in seats()), None)


def _telling(name: str) -> set[str]:
    """The words of a description that tell its people apart, without its noun, its state and words for how many and how high."""
    plain = {*load_pack("sources")["words"]["plain"], head_noun(name)}
    tokens = (word for word in folded_tokens(name) if word not in plain and word not in seats())
    return {word for word in tokens if side_in((word,)) is None}
