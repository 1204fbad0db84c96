"""Credits that stand beside those of a figure: the outlet that handed it on, and whom only the figure's own chain names."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from msgspec.structs import replace

from cenotaph.language import load_pack
from cenotaph.trace.credits import Credit, Sources
from cenotaph.trace.naming import folded_tokens
from cenotaph.trace.reading import Reading
from cenotaph.trace.source import SourceRef
from cenotaph.trace.source_kinds import head_noun
from cenotaph.trace.states import seats, side_in

_BRIEFED = re.compile(
    r"\b(?:brief(?:ed|ings?) (?:by|from)|based on (?:\w+ )?(?:data|figures|estimates|reports|reporting|information|numbers) (?:from|by|of)) (?:the )?([^,.;]{3,80})"
)
_BOTH = 2
_NEXT = 3
"""Characters between two sentences that follow each other."""
_NEXT_BUT_ONE = 160
"""Characters between a sentence and one that tells more of the same, a short one between them."""
_AT_END = 40
"""An outlet named so near to a sentence's end only handed on what the sentence says: "..., Bild reports"."""


def uncited(reading: Reading, of_claims: Mapping[str, Credit]) -> Iterator[Credit]:
    """The credits of figures to people whom no sentence cites: "The toll came from Ann Roe"."""
    cited = {citation.name for citation in reading.citations}
    told = (one.id for one in reading.claims if one.sources and cited.isdisjoint(one.sources))
    for credit in dict.fromkeys(of_claims[id_] for id_ in told):
        if credit.named:
            yield replace(credit, of_claim=True)


def heard(found: Sequence[Credit]) -> Callable[[Credit], Credit]:
    """Puts the outlet that heard people without a name before them wherever the report credits them: "activists said nine died. ... activists told
    Bild"."""
    hearers: dict[str, set[Sources]] = {}
    told: list[tuple[int, SourceRef, Sources]] = []
    for credit in found:
        if credit.carriers and not credit.named:
            for one in credit.described:
                hearers.setdefault(head_noun(one.name), set()).add(credit.carriers)
                hearers.setdefault(one.key, set()).add(credit.carriers)
                told.append((credit.span.start, one, credit.carriers))

    def told_next(credit: Credit) -> Sources | None:
        """The outlet that people of the same noun tell in the next sentence: "health officials said ... Two officials told Bild"."""
        near = (
            carriers
            for start, other, carriers in told
            if 0 < start - credit.span.start
            and start - credit.span.end < _NEXT_BUT_ONE
            and any(_may_be_same(one, other) for one in credit.named)
        )
        return next(near, None)

    def told_elsewhere(credit: Credit) -> Sources | None:
        """The one outlet that people who may be the same told: "officials in Washington" are "US officials"."""
        first = credit.named[0]
        ways = {
            carriers for _, one, carriers in told if _may_be_same(first, one) and _side(first) and _side(one)
        }
        return ways.pop() if len(ways) == 1 and len(credit.named) == 1 else None

    def through(credit: Credit) -> Credit:
        if credit.named and not credit.carriers and not any(one.named for one in credit.named):
            by = [hearers.get(one.key, set()) for one in credit.named]
            known = len(set().union(*by)) == 1 and all(
                by
            )  # "An army source told Bild" of it before or behind.
            unnamed = (*credit.named, *credit.described)
            carriers = next(iter(by[0])) if known else told_next(credit) or told_elsewhere(credit)
            return replace(credit, carriers=carriers, named=(), described=unnamed) if carriers else credit
        ways = [hearers.get(head_noun(one.name), set()) for one in credit.described]
        if credit.carriers or credit.named or not ways or any(len(way) != 1 for way in ways):
            return credit
        return replace(credit, carriers=next(iter(ways[0])))

    return through


def _may_be_same(one: SourceRef, other: SourceRef) -> bool:
    """Whether two descriptions of people without a name can be of the same: one noun, no two states, and the words of the one
    among those of the other."""
    if head_noun(one.name) != head_noun(other.name) or "police" in one.name.lower():
        return False
    words, others = _telling(one.name), _telling(other.name)
    sides = {_side(one), _side(other)} - {None}
    return len(sides) < _BOTH and (words <= others or others <= words)


def _side(one: SourceRef) -> str | None:
    """The state that people without a name are of, or in whose capital they speak."""
    tokens = folded_tokens(one.name)
    return one.side or side_in(tokens) or next((seats()[word] for word in tokens if word in seats()), None)


def _telling(name: str) -> set[str]:
    """The words of a description that tell its people apart, without its noun, its state and words for how many and how high."""
    plain = {*load_pack("sources")["words"]["plain"], head_noun(name)}
    tokens = (word for word in folded_tokens(name) if word not in plain and word not in seats())
    return {word for word in tokens if side_in((word,)) is None}


def briefed(text: str, found: Sequence[Credit]) -> Callable[[Credit], Credit]:
    """Puts whoever briefed them behind those who only hand it on, wherever the report credits them: "deputies said nine died. ... The
    deputies had been briefed by the spy agency"."""
    by: dict[str, SourceRef] = {}
    for credit in found:
        told = _BRIEFED.search(text, credit.span.start, credit.span.end)
        voices = (*credit.named, *credit.described)
        if told is None or len(voices) < _BOTH:
            continue
        words = set(folded_tokens(told[1]))
        who = next((one for one in credit.named if words >= set(folded_tokens(one.name)[:2])), None)
        for one in voices if who is not None else ():
            if one != who and who is not None:
                by.update(dict.fromkeys((one.key, *_by_noun(one)), who))

    def behind(credit: Credit) -> Credit:
        voices = (*credit.named, *credit.described)
        if len(voices) != 1 or not by:
            return credit
        who = next((by[key] for key in (voices[0].key, *_by_noun(voices[0])) if key in by), None)
        if who is None:
            return credit
        return replace(credit, named=(*credit.named, who), chained=bool(credit.named))

    return behind


def _by_noun(one: SourceRef) -> tuple[str, ...]:
    """The noun of people without a name: "the deputies" are "deputies in Chad"."""
    return () if one.named else (head_noun(one.name),)


def handed_on(
    reading: Reading,
    found: Sequence[Credit],
    sole: SourceRef | None,
    opening: Collection[str],
    of_claims: Mapping[str, Credit],
) -> Callable[[Credit], Credit]:
    """Puts the one outlet of a report (`sole`) before those whom it credits for the figure that it opens with, where the next sentence ends in
    that outlet alone: "The army said nine died. That was at a briefing, Bild reports."."""
    by_name = [of_claims[id_] for id_ in opening if any(one.named for one in of_claims[id_].named)]
    told = {credit.span for credit in by_name if not credit.carriers}
    direct = any(of_claims[id_].carriers for id_ in opening)
    ends = {span.end for span in told}
    near = [
        one
        for one in found
        if one.by_name
        and not (one.named or one.described or one.of_claim)
        and any(0 <= one.span.start - end < _NEXT for end in ends)
        and _ends_in_outlet(reading, one)
    ]
    if sole is None or direct or not near:
        return lambda credit: credit
    carriers = near[0].carriers
    return lambda credit: (
        replace(credit, carriers=carriers) if credit.span in told and credit.named else credit
    )


def _ends_in_outlet(reading: Reading, credit: Credit) -> bool:
    return any(
        citation.outlet
        and credit.span.start <= citation.span.start < credit.span.end
        and credit.span.end - citation.span.end < _AT_END
        for citation in reading.citations
    )
