"""Where one report comes from, by its own words, those of its neighbours, and the reports that it retells."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from cenotaph.model import Span
from cenotaph.trace.counted import Counted
from cenotaph.trace.credits import Credit, Credits, Sources
from cenotaph.trace.loose_ends import LooseEnds
from cenotaph.trace.naming import folded_name
from cenotaph.trace.neighbours import Neighbours
from cenotaph.trace.reading import is_later
from cenotaph.trace.shipped import house_of
from cenotaph.trace.signs import candidates_of
from cenotaph.trace.source import SourceRef
from cenotaph.trace.unnamed import SameWords
from cenotaph.trace.ways import Path, ReportOrigins, chosen

_LEAD = 2
"""The first credit with a claim counts so much more: a report begins with what it is about."""

_OPENING = 10
"""So much more for whoever vouches for the figure that the report opens with."""

_FIRST = 6
"""Where nobody vouches for any figure, whoever is credited first counts so much more: a report begins with its news."""

_TELLERS = frozenset(("outlet", "agency", "NGO"))

_FROM_OTHERS = 2
"""What other reports tell of the figure that the report opens with counts so much, where the report credits nobody for it."""

_WHOLE = Span(0, 1 << 40)


class OneReport:
    """The working out of one report. `met` collects the reports that its words lead to."""

    def __init__(
        self,
        report: str,
        credits: Mapping[str, Credits],
        neighbours: Neighbours,
        followed: Sequence[str],
        known: Mapping[str, ReportOrigins],
    ) -> None:
        self.report = report
        self._credits = credits
        self._mine = credits[report]
        self._neighbours = neighbours
        self._followed = followed
        self._known = known
        self.met: dict[str, None] = {}
        self._worked_out: dict[int, tuple[Path, ...]] = {}
        self._open_ends = LooseEnds(report)
        if self._mine.failed is not None:
            self._open_ends.unread(self._mine.failed)
        self._same_words = SameWords(report, credits, neighbours, self._through, self._open_ends)

    def done(self) -> ReportOrigins:
        """All of it."""
        ways = self._ways()
        of_claims = {id_: self._of_credit(credit) for id_, credit in self._mine.of_claims.items()}
        candidates = candidates_of(self._mine, self._of_credit, ways)
        return ReportOrigins(
            self.report, ways, of_claims, candidates, tuple(self.met), self._open_ends.problems
        )

    def _ways(self) -> tuple[Path, ...]:
        found = self._counted()
        own_key = house_of(self._mine.outlet).key if self._mine.outlet is not None else None
        if self._mine.heard_itself:
            return self._own()
        if not found.vouching - {own_key} and self._mine.opening:
            own = self._own_voice(found)
            if own is not None:
                return own
        if found.counts:
            opening = self._origins_of(self._mine.of_claims[id_] for id_ in self._mine.opening)
            self._leave_those_without_figures(found.counts, opening)
            return chosen(found.sure_paths(), found.counts, found.vouching, opening, self._behind())
        found_elsewhere = self._same_words.ways(_WHOLE)
        if found_elsewhere is None:
            return self._own() if self._mine.of_claims else ()
        return found_elsewhere

    def _counted(self) -> Counted:
        credits = self._mine.credits
        vouching = [credit for credit in credits if credit.of_claim or credit.behind_claim]
        opening = self._origins_of(self._mine.of_claims[id_] for id_ in self._mine.opening)
        leading = (one for one in vouching for path in self._of_credit(one) if _may_lead(path, opening))
        lead = next(leading, None)
        elsewhere = tuple(self._told_by_others())
        is_told = lead is not None or (elsewhere and self._mine.outlet is not None)
        first = None if is_told else next(iter(credits), None)
        found = Counted()
        for credit in sorted(credits, key=lambda one: not _is_explicit(one)):
            for path in self._of_credit(credit):
                is_lead = lead is not None and credit.span == lead.span and _may_lead(path, opening)
                found.add(
                    path,
                    self._weight(credit, path, is_lead=is_lead),
                    vouches=credit.of_claim or credit.behind_claim,
                )
                if credit is first:
                    found.add(path, _FIRST, vouches=False)
                if credit.carriers and len(credit.named) > 1:
                    found.unsure.add(path.sources)
        for path in elsewhere:
            found.add(path, _FROM_OTHERS, vouches=False)
        if self._mine.lead is not None:
            for path in self._of_credit(self._mine.of_claims[self._mine.lead]):
                found.add(path, _OPENING, vouches=True)
        return found

    def _own_voice(self, found: Counted) -> tuple[Path, ...] | None:
        """The way of a report that credits nobody with any figure: to the one outlet or NGO that it credits with
        anything, else to its own outlet, if that is known; None where neither is, or other reports tell of its figure."""
        told = any(_is_explicit(one) or one.described for one in self._mine.of_its_matter())
        if self._mine.wire is not None and not told and not self._mine.opens_with_news():
            return self._through((self._mine.wire,))
        if told or any(True for _ in self._told_by_others()):
            return None
        own = house_of(self._mine.outlet) if self._mine.outlet is not None else None
        tellers = Counter(
            house_of(one).key
            for credit in self._mine.credits
            for one in (*credit.carriers, *credit.named)
            if one.kind in _TELLERS and house_of(one) != own
        )
        most = tellers.most_common(2)
        if not most or most[0][1] == most[-1][1] and len(most) > 1:
            return (None if self._mine.opens_with_news() else self._own()) or None
        told_by = [
            path for path in found.paths if any(house_of(one).key == most[0][0] for one in path.sources)
        ]
        return tuple(sorted(told_by, key=lambda path: path.origin.key != most[0][0])[:1])

    def _told_by_others(self) -> Iterable[Path]:
        """The ways that other reports tell for the figure that the report opens with, if it credits nobody for that."""
        opening = [self._mine.of_claims[id_] for id_ in self._mine.opening]
        if any(_is_explicit(credit) or credit.described for credit in opening):
            return ()
        return dict.fromkeys(path for credit in opening for path in self._of_credit(credit))

    def _origins_of(self, credits: Iterable[Credit]) -> set[str]:
        return {path.origin.key for credit in credits for path in self._of_credit(credit)}

    def _leave_those_without_figures(self, counts: Counter[SourceRef], opening: Collection[str]) -> None:
        """Whoever is credited with no figure is no origin where somebody else than the report's own outlet has the one that it
        opens with."""
        told = [one for one in self._mine.of_its_matter() if _is_explicit(one) or one.described]
        figures = self._origins_of((*told, *(one for one in self._mine.credits if one.of_claim)))
        own = house_of(self._mine.outlet).key if self._mine.outlet is not None else None
        states = {one.side for one in counts if one.kind == "party" and one.key in opening}
        behind = self._behind()
        voices = {one.key for one in counts if one.side in states and one.key in behind}
        told_elsewhere = not (figures - {own}).isdisjoint(opening)
        without = [
            origin
            for origin in counts
            if origin.key not in figures | voices and (told_elsewhere or origin.key not in behind)
        ]
        if figures - {own} and len(without) < len(counts):
            for origin in without:
                del counts[origin]

    def _behind(self) -> set[str]:
        """Those credited right behind a figure that nobody with a name, or only a state, is credited for."""
        return self._origins_of(one for one in self._mine.credits if one.behind_claim)

    def _of_credit(self, credit: Credit) -> tuple[Path, ...]:
        """The ways that one credit of the report, or of a claim in it, leads to; each is worked out once."""
        if id(credit) not in self._worked_out:
            self._worked_out[id(credit)] = self._ways_of(credit)
        return self._worked_out[id(credit)]

    def _ways_of(self, credit: Credit) -> tuple[Path, ...]:
        """The ways that a credit states, else whatever tells of words that have nobody with a name, else to the report's own
        outlet, which has heard whoever is described."""
        found = self._stated(credit) or self._same_words.ways(credit.span)
        if found is not None or not credit.described:
            return found or ()
        return self._own() or (Path(credit.described[:1], _why(credit.described[0])),)

    def _own(self) -> tuple[Path, ...]:
        own = self._mine.outlet
        if own is None:
            return ()
        return (Path((house_of(own),), f"{own.name} reports it itself and names nobody else."),)

    def _weight(self, credit: Credit, path: Path, *, is_lead: bool) -> int:
        """How much a credit says of where the report comes from: more with a claim in its sentence or in the one before, most if it
        is the first such; less where it only falls to the report's own outlet or the agency it is from, since these leave out
        whom they have unnamed people from, or where other reports must tell whose words they are."""
        own, wire = self._mine.outlet, self._mine.wire
        is_own = own is not None and own.kind != "agency" and path.origin == house_of(own)
        if (
            is_own
            or (
                wire is not None
                and path.origin == house_of(wire)
                and not (credit.by_name or credit.described)
            )
            or not _is_explicit(credit)
        ):
            return (4 if is_lead and not _is_explicit(credit) else 2) if credit.of_claim else 1
        return (4 if credit.of_claim else 3 if credit.behind_claim else 2) * (_LEAD if is_lead else 1)

    def _stated(self, credit: Credit) -> tuple[Path, ...]:
        """The ways that the words of the credit state, the last outlet's own report followed where it is at hand."""
        if credit.chained:
            *way, last = credit.named
            return (Path((*credit.carriers, *way, *self._voice(credit, last)), _why(last)),)
        if credit.named:
            return tuple(
                Path((*credit.carriers, *self._voice(credit, source)), _why(source))
                for source in credit.named
            )
        return self._through(credit.carriers) if credit.carriers else ()

    def _voice(self, credit: Credit, source: SourceRef) -> Sources:
        """The source itself, behind whoever speaks for it by name: "Ann Roe, Amnesty's director", then Amnesty."""
        body = self._body(credit, source)
        return (body,) if body == source or not source.named else (source, body)

    def _body(self, credit: Credit, source: SourceRef) -> SourceRef:
        """The source itself, or its house, which an officer of NATO speaks for as well. "Police" are those of the first report that has the same words from police."""
        if source.named or source.house is not None:
            return house_of(source)
        first = min(self._same_body(credit.span, source), key=lambda one: one.order, default=None)
        if first is None:
            return source
        self.met[first.report] = None
        known = self._known.get(first.report) if first.report in self._followed else None
        paths = [*known.ways, *(p for found in known.of_claims.values() for p in found)] if known else []
        return next((path.origin for path in paths if _is_same_body(path.origin, source)), source)

    def _same_body(self, span: Span, source: SourceRef) -> Iterable[Credits]:
        """The reports before this one that have the same words from an unnamed body of that description."""
        for shared in self._neighbours.at(self.report, span):
            theirs = self._credits[shared.other]
            credit = theirs.around(shared.there) if theirs.order < self._mine.order else None
            if credit is not None and any(_is_same_body(other, source) for other in credit.named):
                yield theirs

    def _through(self, carriers: Sequence[SourceRef]) -> tuple[Path, ...]:
        """The ways through outlets: on to the origins of the last one's own report, where that is among the reports."""
        last = carriers[-1]
        before_last = tuple(one for one in carriers[:-1] if one != house_of(last))
        stated = Path((*before_last, house_of(last)), f"The report credits {last.name}.")
        before = self._report_of(last)
        if before is None:
            return (stated,)
        self.met[before] = None
        if before not in self._followed:
            self._open_ends.loop(before)
            return (stated,)
        further = [way for way in self._known[before].ways if way.origin != house_of(last)]
        why = f"The report credits {last.name}, whose report {before} goes back to it."
        return tuple(Path((*carriers, *way.sources), why) for way in further) or (stated,)

    def _report_of(self, carrier: SourceRef) -> str | None:
        """The report of the outlet `carrier` that this one retells, as far as it is at hand."""
        house, own = house_of(carrier), self._mine.outlet
        if own is not None and house_of(own) == house:
            return None
        earlier = [one for one in self._neighbours.others(self.report) if self._may_be_of(one, house)]
        ranked = sorted(earlier, key=lambda one: (-self._neighbours.strength(self.report, one), one))
        if len(ranked) > 1 and len({self._neighbours.strength(self.report, one) for one in ranked[:2]}) == 1:
            self._open_ends.tie(carrier.name, ranked)
        return ranked[0] if ranked else None

    def _may_be_of(self, other: str, house: SourceRef) -> bool:
        theirs = self._credits[other]
        of_house = theirs.outlet is not None and house_of(theirs.outlet).key == house.key
        return of_house and not is_later(theirs.published, self._mine.published)


def _may_lead(path: Path, opening: Collection[str]) -> bool:
    """Whether a report may begin with where a way leads: not with a party's other figure, where somebody has the one that it
    opens with."""
    return path.origin.kind != "party" or not opening or path.origin.key in opening


def _is_explicit(credit: Credit) -> bool:
    """Whether a credit names an outlet or somebody with a name."""
    return bool(credit.named or credit.carriers)


def _is_same_body(one: SourceRef, other: SourceRef) -> bool:
    return not one.named and folded_name(one.name) == folded_name(other.name)


def _why(source: SourceRef) -> str:
    if source.named:
        return f"The report names {source.name}."
    return f"The report credits {source.name} and no outlet."
