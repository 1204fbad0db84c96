"""Whom a report credits, sentence by sentence: who carried it, who is named, who is only described."""

from collections.abc import Collection

from msgspec import Struct

from cenotaph.model import Span
from cenotaph.trace.shipped import house_of
from cenotaph.trace.source import SourceRef

Sources = tuple[SourceRef, ...]


class Credit(Struct, frozen=True):
    """The sources of one sentence or claim, each group nearest first.

    `carriers` are named outlets and agencies; `named` whoever else has a name, and authorities that are only described
    ("police"), since reports know no other name for them; `described` are people without a name. `of_claim` marks
    sentences that have a claim, `behind_claim` those right behind one with a claim that nobody is credited for; `by_name`
    those that name an outlet, and do not only come through the agency that the text is from. `chained` says that each of
    those named has it from the next ("British officials, citing Chad").
    """

    span: Span
    carriers: Sources = ()
    named: Sources = ()
    described: Sources = ()
    of_claim: bool = False
    behind_claim: bool = False
    by_name: bool = False
    chained: bool = False

    def is_its_own(self) -> bool:
        """Whether it names an outlet, and nobody is left of it but the report's own."""
        return self.by_name and not (self.carriers or self.named or self.described)


class Credits(Struct, frozen=True):
    """The credits of one report in the order of its text, the outlet that published it, and those of each claim by id.

    `published` is its date; `order` numbers the reports as they came; `wire` is the agency that the text is from by its own words.
    `sole` is the one house whose outlets are all that the report credits, at least once with nobody named behind it;
    None where there is none, or more than one. `lead` is the claim that has a source with a name for the figure that the report opens with.
    `background` are the claims of a whole war or year in a report on one attack; `heard_itself` says that the report credits its own outlet with the figure that it
    opens with ("according to our correspondent"). `numbers` are the least and the most of each claim by its id;
    `names` are the proper names in its text, folded, with where each stands first; `failed` says why its credits could not be read.
    """

    report: str
    outlet: SourceRef | None
    credits: tuple[Credit, ...]
    of_claims: dict[str, Credit]
    sole: SourceRef | None = None
    published: str | None = None
    order: int = 0
    wire: SourceRef | None = None
    lead: str | None = None
    opening: tuple[str, ...] = ()
    background: frozenset[str] = frozenset()
    heard_itself: bool = False
    numbers: dict[str, tuple[int, ...]] = {}
    names: dict[str, int] = {}
    failed: str | None = None

    def of_its_matter(self) -> tuple[Credit, ...]:
        """The credits of the claims that are no background."""
        return tuple(credit for id_, credit in self.of_claims.items() if id_ not in self.background)

    def credited(self) -> frozenset[str]:
        """The keys of all whom the report credits by name, each under its house."""
        return frozenset(
            house_of(one).key
            for credit in self.credits
            for one in (*credit.carriers, *credit.named)
            if one.named
        )

    def figure(self) -> frozenset[int]:
        """The numbers of the figure that the report opens with."""
        return frozenset(number for id_ in self.opening for number in self.numbers.get(id_, ()))

    def known_by(self) -> frozenset[int]:
        """The figures by which the report's story is known: those it opens with, and all that are not small."""
        told = {number for numbers in self.numbers.values() for number in numbers if number >= SMALL}
        return self.figure() | told

    def tells(self, figure: Collection[int]) -> bool:
        """Whether the report tells one of the numbers of a figure."""
        return any(
            _is_as_many(one, other)
            for numbers in self.numbers.values()
            for one in numbers
            for other in figure
        )

    def vouching_for(self, figure: Collection[int]) -> frozenset[str]:
        """The keys of all whom the report credits by name with one of the numbers of a figure, each under its house."""
        told = (
            self.of_claims[id_]
            for id_, numbers in self.numbers.items()
            if any(_is_as_many(one, other) for one in numbers for other in figure)
        )
        return frozenset(
            house_of(one).key for credit in told for one in (credit.named or credit.carriers) if one.named
        )

    def opens_with_news(self) -> bool:
        """Whether somebody with a name, or an office, is credited before the first figure: a report begins with its news, and the dead that it
        tells of below are known."""
        first = next((one for one in self.credits if any(map(_may_have_news, one.named))), None)
        figures = [self.of_claims[id_].span.start for id_ in self.opening]
        return first is not None and first.span.start < min(figures, default=0)

    def credits_outlet_of(self, other: "Credits") -> bool:
        """Whether this report credits the outlet of another one."""
        if other.outlet is None:
            return False
        house = house_of(other.outlet)
        return any(house_of(carrier) == house for credit in self.credits for carrier in credit.carriers)

    def around(self, span: Span) -> Credit | None:
        """The credit of the sentence that a stretch of text has most of; else of the last credited one shortly before."""
        touching = [one for one in self.credits if one.span.start < span.end and one.span.end > span.start]
        touching.sort(key=lambda one: max(one.span.start, span.start) - min(one.span.end, span.end))
        before = [one for one in self.credits if 0 <= span.start - one.span.end < _SHORTLY]
        behind = [one for one in self.credits if 0 <= one.span.start - span.end < _SHORTLY // 2]
        return next(iter((*touching, *before[-1:], *behind[:1])), None)


def _is_as_many(one: int, other: int) -> bool:
    """Whether two numbers are one, or all but one where they are large."""
    return one == other or abs(one - other) * _NEARLY < min(one, other)


def _may_have_news(source: SourceRef) -> bool:
    return source.named or source.kind in ("official", "military")


SMALL = 20
"""A smaller figure may be anybody's, if it is not what a report opens with."""
_SHORTLY = 400
_NEARLY = 50
"""Numbers that differ by less than a fiftieth are one figure, rounded."""
