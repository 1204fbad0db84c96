"""Whom a report credits, sentence by sentence: who carried it, who is named, who is only described."""

from collections.abc import Iterable
from itertools import groupby

from msgspec import Struct

from cenotaph.model import Citation, Claim, Span
from cenotaph.trace.reading import Reading
from cenotaph.trace.register import Register, as_outlet, house_of, outlet_of
from cenotaph.trace.source import SourceRef

Sources = tuple[SourceRef, ...]


class Credit(Struct, frozen=True):
    """The sources of one sentence or claim, each group nearest first.

    `carriers` are named outlets and agencies; `named` whoever else has a name, and authorities that are only described
    ("police"), since reports know no other name for them; `described` are people without a name.
    """

    span: Span
    carriers: Sources = ()
    named: Sources = ()
    described: Sources = ()


class Credits(Struct, frozen=True):
    """The credits of one report in the order of its text, the outlet that published it, and those of each claim by id.

    `sole` is the one house whose outlets are all that the report credits, at least once with nobody named behind it;
    None where there is none, or more than one.
    """

    report: str
    outlet: SourceRef | None
    credits: tuple[Credit, ...]
    of_claims: dict[str, Credit]
    sole: SourceRef | None = None

    def credits_outlet_of(self, other: "Credits") -> bool:
        """Whether this report credits the outlet of another one."""
        if other.outlet is None:
            return False
        house = house_of(other.outlet)
        return any(house_of(carrier) == house for credit in self.credits for carrier in credit.carriers)

    def around(self, span: Span) -> Credit | None:
        """The credit of the sentence that a stretch of text begins in; else of the last credited one shortly before."""
        touching = [one for one in self.credits if one.span.start < span.end and one.span.end > span.start]
        before = [one for one in self.credits if 0 <= span.start - one.span.end < _SHORTLY]
        behind = [one for one in self.credits if 0 <= one.span.start - span.end < _SHORTLY // 2]
        return next(iter((*touching, *before[-1:], *behind[:1])), None)


_SHORTLY = 400
_INSTITUTIONS = frozenset(("party", "military", "official", "UN"))
_NO_VOICE = frozenset(("footage", "document", "outlet", "agency"))


def credits_of(reading: Reading, register: Register) -> Credits:
    """The credits of one report; names are resolved with all others that the report credits."""
    report = reading.report
    names = tuple(dict.fromkeys(citation.name for citation in reading.citations))
    own = outlet_of(report.outlet) if report.outlet else None
    found: list[Credit] = []
    for number, members in groupby(reading.citations, key=lambda citation: citation.sentence):
        sources = (source for citation in members for source in _sources(citation, reading, register, names))
        credit = _sorted(reading.sentences[number], sources, own)
        if credit.carriers or credit.named or credit.described:
            found.append(credit)
    of_claims = {claim.id: _of_claim(claim, reading, register, names, own) for claim in reading.claims}
    return Credits(report.id, own, tuple(found), of_claims, _sole(found))


def _sole(credits: Iterable[Credit]) -> SourceRef | None:
    carrying = [credit for credit in credits if credit.carriers]
    houses = {house_of(carrier) for credit in carrying for carrier in credit.carriers}
    return houses.pop() if len(houses) == 1 and any(not credit.named for credit in carrying) else None


def _sources(
    citation: Citation, reading: Reading, register: Register, names: tuple[str, ...]
) -> Iterable[SourceRef]:
    found = register.identify_all(citation.name, reading.report, at=citation.span.start, others=names)
    return map(as_outlet, found) if citation.outlet else found


def _of_claim(
    claim: Claim, reading: Reading, register: Register, names: tuple[str, ...], own: SourceRef | None
) -> Credit:
    """The credit of a claim by its own chain, which runs from the origin outward."""
    outlets = {citation.name for citation in reading.citations if citation.outlet}
    sources: list[SourceRef] = []
    for name in reversed(claim.sources):
        found = register.identify_all(name, reading.report, at=claim.start, others=names)
        sources += map(as_outlet, found) if name in outlets else found
    return _sorted(claim.sentence or Span(claim.start, claim.end), sources, own)


def _sorted(span: Span, sources: Iterable[SourceRef], own: SourceRef | None) -> Credit:
    """The sources by what they are; the report's own outlet is nobody it credits."""
    others = [source for source in dict.fromkeys(sources) if own is None or source.key != own.key]
    carriers = tuple(source for source in others if source.named and source.carries)
    voices = [source for source in others if source.named or source.kind not in _NO_VOICE]
    named = tuple(source for source in voices if not source.carries and _has_name(source, carriers))
    described = tuple(source for source in voices if not source.named and source not in named)
    return Credit(span, carriers, named, described)


def _has_name(source: SourceRef, carriers: Sources) -> bool:
    """Whether a source is one that others can know: "officials" told an outlet something are known to that outlet."""
    return source.named or (not carriers and source.kind in _INSTITUTIONS)
