"""Whom a report credits, sentence by sentence: who carried it, who is named, who is only described."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from cenotaph.language import load_pack
from cenotaph.model import Citation, Claim, Span
from cenotaph.trace.bylines import byline
from cenotaph.trace.mentions import mentioned
from cenotaph.trace.naming import folded_tokens
from cenotaph.trace.reading import Reading
from cenotaph.trace.register import Register, parts_of
from cenotaph.trace.shipped import house_of, shipped
from cenotaph.trace.source import SourceKind, SourceRef
from cenotaph.trace.source_kinds import is_anyone, is_stand_in, person_in

Sources = tuple[SourceRef, ...]


class Credit(Struct, frozen=True):
    """The sources of one sentence or claim, each group nearest first.

    `carriers` are named outlets and agencies; `named` whoever else has a name, and authorities that are only described
    ("police"), since reports know no other name for them; `described` are people without a name. `of_claim` marks
    sentences that have a claim, `behind_claim` those right behind one with a claim that nobody is credited for.
    """

    span: Span
    carriers: Sources = ()
    named: Sources = ()
    described: Sources = ()
    of_claim: bool = False
    behind_claim: bool = False


class Credits(Struct, frozen=True):
    """The credits of one report in the order of its text, the outlet that published it, and those of each claim by id.

    `published` is its date; `order` numbers the reports as they came; `wire` is the agency that the text is from by its own words.
    `sole` is the one house whose outlets are all that the report credits, at least once with nobody named behind it;
    None where there is none, or more than one.
    """

    report: str
    outlet: SourceRef | None
    credits: tuple[Credit, ...]
    of_claims: dict[str, Credit]
    sole: SourceRef | None = None
    published: str | None = None
    order: int = 0
    wire: SourceRef | None = None

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
_NEAR = 40
_INSTITUTIONS = frozenset(("party", "military", "official", "UN"))
_NO_VOICE = frozenset(("footage", "document", "outlet", "agency"))


def credits_of(reading: Reading, register: Register, order: int = 0) -> Credits:
    """The credits of one report, the `order`th; names are resolved with all others that the report credits.

    Of a text that is an agency's by its own words every credit went through that agency.
    """
    report = reading.report
    names = tuple(
        dict.fromkeys(part for one in reading.citations for part in (one.name, *parts_of(one.name)))
    )
    own = register.outlet(report.outlet) if report.outlet else None
    wire = byline(report.text)
    agency = wire[0] if wire is not None and (own is None or wire[0].key != own.key) else None
    found: list[Credit] = []
    claimed = {claim.sentence for claim in reading.claims}
    citations = [one for one in reading.citations if not _is_place(report.text, one)]
    credited = {citation.sentence for citation in citations}
    open_claims = {
        number for number, span in enumerate(reading.sentences) if span in claimed and number not in credited
    }
    for number, members in groupby(citations, key=lambda citation: citation.sentence):
        span = reading.sentences[number]
        for sources in _told_apart([_sources(citation, reading, register, names) for citation in members]):
            credit = replace(
                _sorted(span, sources, own, agency),
                of_claim=span in claimed,
                behind_claim=number - 1 in open_claims,
            )
            if credit.carriers or credit.named or credit.described:
                found.append(credit)
    if not found and wire is not None and agency is not None:
        found.append(Credit(wire[1], (agency,)))
    stand_ins = _Bodies(found, report.text)
    found = [_resolved(credit, stand_ins) for credit in found]
    of_claims = {
        claim.id: _resolved(_of_claim(claim, reading, register, names, own, agency), stand_ins)
        for claim in reading.claims
    }
    sole = agency or _sole(found) or _only_mentioned(found, report.text, own)
    return Credits(report.id, own, tuple(found), of_claims, sole, report.published, order, agency)


def _told_apart(cited: Iterable[Sources]) -> list[list[SourceRef]]:
    """The sources of a sentence; as often as one name gives several outlets ("the BBC and Mediazona"), of which none had it
    from the other, once with each of them."""
    every: list[list[SourceRef]] = [[]]
    for sources in cited:
        outlets = [source for source in sources if source.carries]
        if len(outlets) > 1:
            rest = [source for source in sources if not source.carries]
            every = [[*known, *rest, outlet] for known in every for outlet in outlets]
        else:
            every = [[*known, *sources] for known in every]
    return every


def _is_place(text: str, citation: Citation) -> bool:
    """Whether a name only says where: "two doctors in the regional capital, Mekele, told ..."."""
    start, end = citation.span.start, citation.span.end
    return (
        text[end : end + 1] == "," and _place_before().search(text[max(0, start - _NEAR) : start]) is not None
    )


def _outlet_of_reporter(before: str) -> SourceRef | None:
    """The listed outlet that the words before a name say it reports for."""
    found = _reporter_of().search(before)
    words = found[1].split() if found is not None else []
    stretches = (" ".join(words[at:end]) for at in range(len(words)) for end in range(len(words), at, -1))
    outlets = map(shipped, map(folded_tokens, stretches))
    return next((outlet for outlet in outlets if outlet is not None and outlet.carries), None)


@cache
def _reporter_of() -> re.Pattern[str]:
    """ "Haaretz reporter", "the BBC's Cairo correspondent" before the name of whoever speaks for the outlet."""
    nouns = "|".join(load_pack("sources")["words"]["reporters"])
    return re.compile(rf"([A-Z][\w&/.'’-]*(?: [A-Z][\w&/.'’-]*){{0,4}}) (?:[a-z-]+ ){{0,2}}(?:{nouns}),? $")


@cache
def _place_before() -> re.Pattern[str]:
    nouns = "|".join(map(re.escape, load_pack("sources")["words"]["places"]))
    return re.compile(rf"\b(?:{nouns})(?: of)?,? $")


def _names(citations: Iterable[Citation]) -> tuple[str, ...]:
    """The names that a report credits, each whole, in its parts, and without what a person is."""
    parts = (part for one in citations for part in (one.name, *parts_of(one.name)))
    return tuple(dict.fromkeys(name for part in parts for name in (part, person_in(part))))


def _sole(credits: Iterable[Credit]) -> SourceRef | None:
    carrying = [credit for credit in credits if credit.carriers]
    houses = {house_of(carrier) for credit in carrying for carrier in credit.carriers}
    return houses.pop() if len(houses) == 1 and any(not credit.named for credit in carrying) else None


def _only_mentioned(credits: Sequence[Credit], text: str, own: SourceRef | None) -> SourceRef | None:
    """The only outlet that a report names at all, where it credits neither an outlet nor anybody by name."""
    if any(credit.carriers or any(source.named for source in credit.named) for credit in credits):
        return None
    found = mentioned(text)
    return None if found is None or (own is not None and found == house_of(own)) else found


class _Bodies:
    """Which body "the group", "a monitor" means: the one of its kind with a name that the report credits, else the only
    listed one that its text names."""

    def __init__(self, credits: Iterable[Credit], text: str) -> None:
        self._text = text
        self._credited: dict[str, set[SourceRef]] = {}
        for credit in credits:
            for source in (*credit.named, *credit.carriers):
                if source.named:
                    self._credited.setdefault(source.kind, set()).add(house_of(source))

    def meant(self, described: SourceRef) -> SourceRef | None:
        """The body that a description stands for: "the commission" for the one credited body whose name ends so."""
        words = folded_tokens(described.name)
        ending = {
            source
            for sources in self._credited.values()
            for source in sources
            if len(words) == 1 and folded_tokens(source.name)[-1:] == words
        }
        if len(ending) == 1:
            return ending.pop()
        if not is_stand_in(described.name):
            return None
        credited = self._credited.get(described.kind, set())
        if len(credited) > 1:
            return None
        kinds: tuple[SourceKind, ...] = ("NGO", "UN") if described.kind == "unknown" else (described.kind,)
        mentions = (mentioned(self._text, kind) for kind in kinds)
        return next(iter(credited), None) or next((one for one in mentions if one is not None), None)


def _resolved(credit: Credit, bodies: _Bodies) -> Credit:
    """The credit with the monitor or agency that a description stands for."""
    meant = [(source, bodies.meant(source)) for source in credit.described]
    named = {source.key: other for source, other in meant if other is not None and not other.carries}
    if not named:
        return credit
    described = tuple(source for source in credit.described if source.key not in named)
    return replace(credit, named=tuple(dict.fromkeys((*credit.named, *named.values()))), described=described)


def _sources(citation: Citation, reading: Reading, register: Register, names: tuple[str, ...]) -> Sources:
    start = citation.span.start
    outlet = _outlet_of_reporter(reading.report.text[max(0, start - _NEAR) : start])
    if outlet is not None:
        return (outlet,)
    return register.identify_all(
        citation.name, reading.report, at=start, others=names, carries=citation.outlet
    )


def _of_claim(
    claim: Claim,
    reading: Reading,
    register: Register,
    names: tuple[str, ...],
    own: SourceRef | None,
    agency: SourceRef | None,
) -> Credit:
    """The credit of a claim by its own chain, which runs from the origin outward."""
    outlets = {citation.name for citation in reading.citations if citation.outlet}
    sources = _told_apart(
        register.identify_all(name, reading.report, at=claim.start, others=names, carries=name in outlets)
        for name in reversed(claim.sources)
    )[0]
    return _sorted(claim.sentence or Span(claim.start, claim.end), sources, own, agency if sources else None)


def _sorted(
    span: Span, sources: Sequence[SourceRef], own: SourceRef | None, agency: SourceRef | None
) -> Credit:
    """The sources by what they are, the agency nearest; the report's own outlet is nobody it credits."""
    through = (*sources, agency) if agency is not None else sources
    nearest = sorted(dict.fromkeys(through), key=lambda source: source != agency)
    others = [source for source in nearest if own is None or source.key != own.key]
    carriers = tuple(source for source in others if source.named and source.carries)
    voices = [source for source in others if source.named or source.kind not in _NO_VOICE]
    named = tuple(source for source in voices if not source.carries and _has_name(source, carriers))
    described = tuple(source for source in voices if not source.named and source not in named)
    return Credit(span, carriers, named, described)


def _has_name(source: SourceRef, carriers: Sources) -> bool:
    """Whether a source is one that others can know: "officials" told an outlet something are known to that outlet, and one
    official to whoever heard him."""
    return source.named or (not carriers and source.kind in _INSTITUTIONS and not is_anyone(source.name))
