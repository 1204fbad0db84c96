"""Credits that stand beside those of a figure: the outlet that handed it on, and whom only the figure's own chain names."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from msgspec.structs import replace

from cenotaph.trace.credits import Credit
from cenotaph.trace.naming import folded_tokens
from cenotaph.trace.reading import Reading
from cenotaph.trace.source import SourceRef
from cenotaph.trace.source_kinds import head_noun

_BRIEFED = re.compile(
    r"\b(?:brief(?:ed|ings?) (?:by|from)|based on (?:\w+ )?(?:data|figures|estimates|reports|reporting|information|numbers) (?:from|by|of)) (?:the )?([^,.;]{3,80})"
)
_BOTH = 2
_OF_STATES = frozenset(("military", "official", "party"))
_NEXT = 3
"""Characters between two sentences that follow each other."""
_AT_END = 40
"""An outlet named so near to a sentence's end only handed on what the sentence says: "..., Bild reports"."""


def uncited(reading: Reading, of_claims: Mapping[str, Credit]) -> Iterator[Credit]:
    """The credits of figures to people whom no sentence cites: "The toll came from Ann Roe"."""
    cited = {citation.name for citation in reading.citations}
    told = (one.id for one in reading.claims if one.sources and cited.isdisjoint(one.sources))
    for credit in dict.fromkeys(of_claims[id_] for id_ in told):
        if credit.named:
            yield replace(credit, of_claim=True)


class Relays:
    """Who only hands on what another body told, wherever the report credits them: deputies whom a service has briefed, whoever
    bases an update on its data, a third state that cites a belligerent's count of the other's dead."""

    def __init__(
        self, text: str, found: Sequence[Credit], of_claims: Mapping[str, Credit], victims: str | None
    ) -> None:
        self._behind: dict[str, SourceRef] = {}
        for credit in found:
            self._add_briefed(text, credit)
        for credit in of_claims.values():
            self._add_third(credit, victims)

    def _add_briefed(self, text: str, credit: Credit) -> None:
        """ "Deputies said nine died. ... The deputies had been briefed by the spy agency"."""
        voices = (*credit.named, *credit.described)
        told = _BRIEFED.search(text, credit.span.start, credit.span.end) if len(voices) > 1 else None
        if told is None:
            return
        words = set(folded_tokens(told[1]))
        who = next((one for one in credit.named if words >= set(folded_tokens(one.name)[:2])), None)
        for one in voices if who is not None else ():
            if one != who and who is not None:
                self._behind.update(dict.fromkeys((one.key, *_by_noun(one)), who))

    def _add_third(self, credit: Credit, victims: str | None) -> None:
        """ "The losses were 900 in May, London says, citing Chad's army": of the same war all are Chad's figures."""
        if not credit.chained or len(credit.named) != _BOTH:
            return
        teller, origin = credit.named
        sides = {teller.side, origin.side, victims}
        apart = None not in sides and len(sides) == len(("teller", "origin", "victims"))
        if apart and {teller.kind, origin.kind} <= _OF_STATES:
            self._behind[teller.key] = origin

    def behind(self, credit: Credit) -> Credit:
        """The credit with the body behind the one that only hands its figures on."""
        voices = (*credit.named, *credit.described)
        if len(voices) != 1 or not self._behind:
            return credit
        keys = (voices[0].key, *_by_noun(voices[0]))
        who = next((self._behind[key] for key in keys if key in self._behind), None)
        if who is None:
            return credit
        return replace(credit, named=(*credit.named, who), chained=bool(credit.named))


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
