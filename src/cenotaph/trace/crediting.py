"""From a reading to whom the report credits: names to sources, sources to who carried and who is named."""

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import groupby, repeat

from msgspec.structs import replace

from cenotaph.model import Citation, Claim, Span
from cenotaph.trace.around_names import (
    bearer,
    credits_own_people,
    denies,
    is_compared,
    is_own_address,
    is_place,
    only_reacts,
    only_signs,
    outlet_of_reporter,
    told_before,
)
from cenotaph.trace.bylines import byline
from cenotaph.trace.credits import Credit, Credits, Sources
from cenotaph.trace.documents import is_document
from cenotaph.trace.figures import Figures
from cenotaph.trace.footage import shown_by, shows
from cenotaph.trace.handing_on import Relays, handed_on, uncited
from cenotaph.trace.hearers import Hearers
from cenotaph.trace.institutions import is_institution
from cenotaph.trace.joint_names import parts_of
from cenotaph.trace.made import Made
from cenotaph.trace.mentions import opens_with
from cenotaph.trace.outlets_told import only_mentioned, sole_outlet, told_apart
from cenotaph.trace.plain_names import is_platform
from cenotaph.trace.proper_names import proper_names
from cenotaph.trace.reading import Reading
from cenotaph.trace.register import Register
from cenotaph.trace.source import SourceRef
from cenotaph.trace.source_kinds import head_noun, is_one_outlet, is_somebody
from cenotaph.trace.stand_ins import StandIns
from cenotaph.trace.states import names_nation
from cenotaph.trace.vouching import claimants, may_vouch

_INSTITUTIONS = frozenset(("party", "military", "official", "UN"))
_BEGINNING = 3
"""So many sentences, a headline among them, tell the figure that a report opens with."""
_PARAGRAPH = 6
"""Whoever "said this" may have said so many sentences before."""
_ANONYMOUS = frozenset(("source", "sources"))
_PEOPLE = frozenset(("officials", "official", "officers", "workers"))
_NO_VOICE = frozenset(("footage", "document"))


def credits_of(reading: Reading, register: Register, order: int = 0) -> Credits:
    """The credits of one report, the `order`th; names are resolved with all others that the report credits.

    Of a text that is an agency's by its own words every credit went through that agency.
    """
    return _Crediting(reading, register).done(order)


class _Crediting:
    """The reading of one report's credits. `own` is its outlet, `agency` another one that the text is from by its own words."""

    def __init__(self, reading: Reading, register: Register) -> None:
        report = reading.report
        self._reading, self._register = reading, register
        self._figures = Figures(reading.claims, reading.sentences, report.text)
        self._names = tuple(dict.fromkeys(part for one in reading.citations for part in parts_of(one.name)))
        self._outlets = {citation.name for citation in reading.citations if citation.outlet}
        self._own = register.outlet(report.outlet) if report.outlet else None
        self._wire = byline(report.text, self._own)
        from_wire = self._wire is not None and (self._own is None or self._wire[0].key != self._own.key)
        self._agency = self._wire[0] if from_wire and self._wire is not None else None

    def done(self, order: int) -> Credits:
        """All of it."""
        report = self._reading.report
        found = list(self._of_sentences())
        found += self._of_maker(found)
        if not found and self._wire is not None and self._agency is not None:
            found.append(Credit(self._wire[1], (self._agency,)))
        stand_ins = StandIns(found, report.text, lambda name: self._identified(name, 0, carries=False)[0])
        found = [stand_ins.resolved(credit) for credit in found]
        of_claims = {
            claim.id: stand_ins.resolved(self._of_claim(claim, found)) for claim in self._reading.claims
        }
        found += uncited(self._reading, of_claims)
        hearers = Hearers(found)
        found = [hearers.through(credit) for credit in found]
        of_claims = {id_: hearers.through(credit) for id_, credit in of_claims.items()}
        relays = Relays(report.text, found, of_claims, self._figures.victims)
        found = [relays.behind(credit) for credit in found]
        of_claims = {id_: relays.behind(credit) for id_, credit in of_claims.items()}
        sole = self._agency or sole_outlet(found) or only_mentioned(found, report.text, self._own)
        through = handed_on(self._reading, found, sole, self._figures.opening, of_claims)
        found = [through(credit) for credit in found]
        of_claims = {id_: through(credit) for id_, credit in of_claims.items()}
        lead = self._figures.lead(of_claims)
        return Credits(
            report.id,
            self._own,
            tuple(found),
            of_claims,
            sole,
            report.published,
            order,
            self._agency,
            lead,
            self._figures.opening,
            self._figures.background,
            self._heard_itself or any(of_claims[id_].is_its_own() for id_ in self._figures.opening),
            self._figures.numbers,
            proper_names(report.text),
        )

    def _of_sentences(self) -> Iterator[Credit]:
        """The credits of each sentence; what only signs a headline with an office ("- Army") says no more than the text below
        it, if that credits anybody."""
        text, sentences = self._reading.report.text, self._reading.sentences
        citations = [
            one
            for one in self._reading.citations
            if not is_place(text, one)
            and not self._is_mute(one.name)
            and not is_own_address(self._reading.report, one)
            and not is_compared(text, one)
            and not (one.sentence in self._claimants and denies(text, one))
        ]
        below = [one for one in citations if not only_signs(text, self._reading.sentences[0], one)]
        if all(only_reacts(text, citation) for citation in below):
            below = citations
        credited = {citation.sentence for citation in below if is_somebody(citation.name)}
        open_figures = self._figures.untold - credited
        tellers = self._figures.tellers
        for number, group in self._by_chain(below or citations):
            span = sentences[number]
            if number in self._figures.only_background:
                continue
            chain = self._figures.handed_on(number, [one.name for one in group])
            voices = bool(chain) and not any(one.outlet for one in group)
            nearest = sorted(
                group, key=lambda one: chain.index(one.name) if voices else is_document(one.name)
            )  # The study that an outlet tells of comes behind it.
            for sources in told_apart([self._sources(citation) for citation in nearest]):
                credit = self._sorted(span, sources, self._agency)
                if len(credit.named) == len({one.name for one in group if not one.outlet}):
                    credit = replace(credit, chained=len(credit.named) > 1 and bool(chain))
                if credit.carriers or credit.named or credit.described:
                    by_name = any(one.named for one in credit.named)
                    told = tellers.get(number, frozenset()) | tellers.get(number - 1, frozenset())
                    told |= self._claimants.get(number, frozenset())
                    of_claim = any(one.name in told for one in group) or (
                        by_name and shows(self._reading, number, group)
                    )
                    only_credits = any(told_before(text, one) for one in group)
                    near = self._reached(number, credited) if only_credits else range(number - 1, number)
                    only_reacting = all(map(only_reacts, repeat(text), group))
                    open_ = open_figures | self._figures.told_by_states if only_credits else open_figures
                    beside = not open_.isdisjoint(near) and not self._is_of_others(credit)
                    behind = (beside or (by_name and self._figures.leads_in(number))) and not only_reacting
                    behind = behind and (
                        only_credits or may_vouch(text, span, group, of_world=_is_of_world(credit))
                    )
                    if of_claim or not all(map(denies, repeat(text), group)):
                        yield replace(credit, of_claim=of_claim, behind_claim=behind)

    @cached_property
    def _claimants(self) -> dict[int, frozenset[str]]:
        return claimants(self._reading.report.text, self._reading.citations, self._figures.tellers)

    def _is_mute(self, name: str) -> bool:
        """Whether a name is a network's or a thing's, and stands for nobody whom the text calls so for short."""
        return is_platform(name) and f"({name})" not in self._reading.report.text

    def _reached(self, number: int, credited: Collection[int]) -> range:
        """The sentences that one which only says who told it may mean: those before it, and those behind it up to the next that credits somebody ("This was
        reported by the governor. ...")."""
        behind = range(number + 1, min(number + _PARAGRAPH, len(self._reading.sentences)))
        end = next((one for one in behind if one in credited), behind.stop)
        return range(number - _PARAGRAPH, end)

    def _by_chain(self, citations: Sequence[Citation]) -> Iterator[tuple[int, list[Citation]]]:
        """The citations of each sentence, by its number; apart where its figures are from different people."""
        for number, members in groupby(citations, key=lambda citation: citation.sentence):
            group = list(members)
            chains = self._figures.chains.get(number, ())
            parts = [[one for one in group if one.name in chain] for chain in chains]
            told = self._figures.tellers.get(number, frozenset())
            voices = [one for one in group if not one.outlet and one.name not in told]
            if len(parts) > 1 and all(parts):
                yield from ((number, part) for part in parts)
            elif voices and any(one.name in told for one in group):
                yield number, [one for one in group if one not in voices]
                yield number, voices  # Who says something else in the sentence of a figure.
            else:
                yield number, group

    def _is_of_others(self, credit: Credit) -> bool:
        """Whether everybody named is of another side than the dead: the enemy, or a state that takes a stand."""
        victims = self._figures.victims
        sides = {one.side for one in credit.named}
        return victims is not None and bool(sides) and sides.isdisjoint((victims, None))

    @cached_property
    def _heard_itself(self) -> bool:
        """Whether the sentence of the figure that the report opens with, if nobody else has that, or one right behind credits its own outlet's people."""
        first = self._figures.opens_untold
        if self._own is None or first is None:
            return False
        text, own = self._reading.report.text, self._own.name
        spans = (
            span for number, span in enumerate(self._reading.sentences) if 0 <= number - first < _BEGINNING
        )
        told = (
            span
            for span in spans
            if any(one.sentence == span and not one.sources for one in self._reading.claims)
        )
        return any(credits_own_people(text[span.start : span.end], own) for span in told)

    def _of_maker(self, found: Sequence[Credit]) -> Iterator[Credit]:
        """A credit to the maker of the one study or report that the text tells from, if it credits him nowhere; with the figure
        that the text opens with, if that is credited to nobody and stands beside."""
        if self._made.told is None or self._made.is_credited(found):
            return
        span, sources = self._made.told
        for way in told_apart([sources]):
            yield replace(self._sorted(span, way, self._agency), of_claim=self._made.has_figure())

    def _sources(self, citation: Citation) -> Sources:
        report, start = self._reading.report, citation.span.start
        outlet = outlet_of_reporter(report.text, citation)
        if outlet is not None:
            return (outlet,)
        found = self._identified(citation.name, start, carries=citation.outlet)
        person = bearer(report.text, citation) if len(found) == 1 and not found[0].named else None
        return found if person is None else self._identified(person, start, carries=False)

    @cached_property
    def _made(self) -> Made:
        return Made(self._reading, self._figures, lambda name, at: self._identified(name, at, carries=False))

    def _of_claim(self, claim: Claim, found: Sequence[Credit]) -> Credit:
        """The credit of a claim by its own chain, which runs from the origin outward; of a study's figure, its maker; of what is
        only shown, whoever brought out the footage."""
        by = shown_by(claim, found)
        if by is not None:
            return by
        made = self._made.told
        if made is not None and claim.id in self._figures.opening and self._made.tells_opening:
            return self._sorted(made[0], told_apart([made[1]])[0], self._agency)
        names = self._told_by(claim)
        sources = told_apart(
            self._identified(name, claim.start, carries=name in self._outlets)
            for name in reversed(names)
            if not self._is_mute(name)
        )[0]
        where = claim.sentence or Span(claim.start, claim.end)
        credit = self._sorted(where, sources, self._agency if sources else None)
        voices = [name for name in names if name not in self._outlets]
        return replace(credit, chained=1 < len(credit.named) == len(voices))

    def _told_by(self, claim: Claim) -> Sequence[str]:
        """The names that a claim stands on: its sources, or whose claim it is that they deny."""
        at = next((n for n, span in enumerate(self._reading.sentences) if span == claim.sentence), None)
        return tuple(self._claimants[at]) if at in self._claimants else claim.sources

    def _identified(self, name: str, at: int, *, carries: bool) -> Sources:
        if is_document(name) and self._made.maker is not None:
            name = self._made.maker
        outlet = self._named_behind(name) if is_one_outlet(name) else None
        if outlet is not None:
            return (outlet,)
        return self._register.identify_all(
            name,
            self._reading.report,
            at=at,
            others=self._names,
            carries=carries,
            victims=self._figures.victims,
        )

    def _named_behind(self, description: str) -> SourceRef | None:
        """The outlet that a text describes first, and names at the beginning of its next sentence: "A pro-government tabloid
        said ... | The article in the Valley Post said ..."."""
        text = self._reading.report.text
        at = text.find(description)
        sentence = next((one for one in self._reading.sentences if one.start <= at < one.end), None)
        found = opens_with(text[sentence.end :]) if sentence is not None else None
        return found if found != self._own else None

    def _sorted(self, span: Span, sources: Sequence[SourceRef], agency: SourceRef | None) -> Credit:
        """The sources by what they are, the agency nearest; the report's own outlet is nobody it credits."""
        through = (*sources, agency) if agency is not None else sources
        nearest = sorted(dict.fromkeys(through), key=lambda source: source != agency)
        others = [source for source in nearest if self._own is None or source.key != self._own.key]
        carriers = tuple(source for source in others if source.named and source.carries)
        hearers = tuple(source for source in carriers if source in sources)
        voices = [source for source in others if source.named or source.kind not in _NO_VOICE]
        named = tuple(
            source
            for source in voices
            if not source.carries
            and _has_name(source, hearers)
            and not (agency is not None and _is_anybody(source))
        )
        described = tuple(source for source in voices if not source.named and source not in named)
        by_name = any(source.carries and source.named for source in sources)
        return Credit(span, carriers, named, described, by_name=by_name)


def _is_of_world(credit: Credit) -> bool:
    """Whether only the UN is named."""
    return bool(credit.named) and all(one.kind == "UN" for one in credit.named)


def _is_anybody(source: SourceRef) -> bool:
    """Whether "officials" of no state and no body are meant: those of an agency's text are known to that agency alone."""
    return not source.named and source.side is source.house is None and head_noun(source.name) in _PEOPLE


def _has_name(source: SourceRef, carriers: Sources) -> bool:
    """Whether a source is one that others can know: an office, a body, somebody of a listed one or of an armed group. "Officials" who
    told an outlet something are known to that outlet alone."""
    if not source.named and head_noun(source.name) in _ANONYMOUS:
        return False  # "An army source" is somebody whom nobody else may know.
    of_group = source.side is not None and not names_nation(source.side) and not source.protected
    speaks_for_many = source.kind in _INSTITUTIONS or source.house is not None or of_group
    is_known = source.named or is_institution(source.name)
    return is_known or (not carriers and speaks_for_many)
