"""Where reports come from: chains joined across reports, back to the origin.

The origin of a credit is the first source of its chain that has a name. People without a name are known only to whoever
heard them, so the outlet that heard them stands for them: the outlet that the sentence credits, else the only one that
the report credits at all, else the one that other reports credit for the same words, else the report's own.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, MutableMapping, Sequence

from msgspec import Struct

from cenotaph.model import Span
from cenotaph.problems import Problem
from cenotaph.trace.credits import Credit, Credits
from cenotaph.trace.naming import folded_name
from cenotaph.trace.neighbours import Neighbours, Shared
from cenotaph.trace.reading import is_later
from cenotaph.trace.register import house_of
from cenotaph.trace.source import SourceRef

_SHARE = 2
"""A report's origins are those to whom more than half as many of its credits lead as to the strongest one."""

_LEAD = 2
"""The first credit with a claim counts so much more: a report begins with what it is about."""

_WHOLE = Span(0, 1 << 40)


class Path(Struct, frozen=True):
    """The way from a report to an origin: the sources nearest first, the origin last, and a sentence that says why."""

    sources: tuple[SourceRef, ...]
    why: str

    @property
    def origin(self) -> SourceRef:
        """The source that the way leads to."""
        return self.sources[-1]


class ReportOrigins(Struct, frozen=True):
    """Where one report comes from: the ways to its origins, the strongest first, and a way for each of its claims.

    `retold` names the reports on which that rests, `problems` what it leaves open.
    """

    report: str
    ways: tuple[Path, ...] = ()
    of_claims: dict[str, tuple[Path, ...]] = {}
    retold: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


class Origins:
    """Works out where reports come from, those they retell before them.

    What is known of a report depends on its own words, on those of the reports that share something with it, and on
    where the reports that it retells come from; so it does not matter in which order reports are asked for. `known`
    holds what was worked out before, and takes what is worked out now.
    """

    def __init__(
        self,
        credits: Mapping[str, Credits],
        neighbours: Neighbours,
        known: MutableMapping[str, ReportOrigins],
    ) -> None:
        self._credits = credits
        self._neighbours = neighbours
        self._known = known
        self._retold: dict[str, tuple[str, ...]] = {}

    def of(self, report: str) -> ReportOrigins:
        """Where a report comes from. A stack and no recursion: chains may be as long as the news is old."""
        waiting = [report]
        while waiting:
            one = waiting[-1]
            missing = [two for two in self._followed(one) if two not in self._known]
            if one in self._known or not missing:
                waiting.pop()
                self._settle(one)
            else:
                waiting += missing
        return self._known[report]

    def _settle(self, report: str) -> None:
        if report not in self._known:
            work = _Work(report, self._credits, self._neighbours, self._followed(report), self._known)
            self._known[report] = work.done()

    def _retold_by(self, report: str) -> tuple[str, ...]:
        """The reports that a report's words lead to, in circles or not."""
        if report not in self._retold:
            known = self._known.get(report)
            if known is None:
                known = _Work(report, self._credits, self._neighbours, (), {}).done()
                if not known.retold:
                    self._known[report] = known
            self._retold[report] = known.retold
        return self._retold[report]

    def _followed(self, report: str) -> tuple[str, ...]:
        """The reports that a report's ways go on through: not those that lead back to it."""
        return tuple(one for one in self._retold_by(report) if not self._leads_to(one, report))

    def _leads_to(self, one: str, report: str) -> bool:
        waiting, seen = [one], {one}
        while waiting:
            for other in self._retold_by(waiting.pop()):
                if other == report:
                    return True
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        return False


class _Work:
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
        self._problems: dict[Problem, None] = {}

    def done(self) -> ReportOrigins:
        """All of it."""
        ways = self._ways()
        of_claims = {id_: self._of_credit(credit) for id_, credit in self._mine.of_claims.items()}
        return ReportOrigins(self.report, ways, of_claims, tuple(self.met), tuple(self._problems))

    def _ways(self) -> tuple[Path, ...]:
        credits = self._mine.credits
        lead = next((credit for credit in credits if credit.of_claim), None)
        paths: list[Path] = []
        counts: Counter[SourceRef] = Counter()
        for credit in credits:
            found = self._of_credit(credit)
            paths += found
            for path in found:
                counts[path.origin] += self._weight(credit, path, is_lead=credit is lead)
        if not counts:
            return self._unnamed(_WHOLE, has_people=False)
        _leave_unnamed(counts)
        _join_parties(counts)
        most = max(counts.values())
        chosen = [origin for origin, count in counts.most_common() if count * _SHARE > most]
        return tuple(_best([path for path in paths if path.origin == one]) for one in chosen)

    def _of_credit(self, credit: Credit) -> tuple[Path, ...]:
        """The ways that one credit of the report, or of a claim in it, leads to."""
        return self._stated(credit) or self._unnamed(credit.span, has_people=bool(credit.described))

    def _weight(self, credit: Credit, path: Path, *, is_lead: bool) -> int:
        """How much a credit says of where the report comes from: more with a claim in its sentence, most if it is the
        first such; less where it only falls to the report's own outlet or the agency it is from, since these leave out
        whom they have unnamed people from, or where other reports must tell whose words they are."""
        own, wire = self._mine.outlet, self._mine.wire
        is_own = own is not None and own.kind != "agency" and path.origin == house_of(own)
        if (
            is_own
            or (wire is not None and path.origin == house_of(wire))
            or not (credit.named or credit.carriers)
        ):
            return 2 if credit.of_claim else 1
        return (4 if credit.of_claim else 2) * (_LEAD if is_lead else 1)

    def _stated(self, credit: Credit) -> tuple[Path, ...]:
        """The ways that the words of the credit state, the last outlet's own report followed where it is at hand."""
        if credit.named:
            return tuple(
                Path((*credit.carriers, self._body(credit, source)), _why(source)) for source in credit.named
            )
        return self._through(credit.carriers) if credit.carriers else ()

    def _body(self, credit: Credit, source: SourceRef) -> SourceRef:
        """The source itself, or its house. "Police" are those of the first report that has the same words from police."""
        if source.named:
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
        stated = Path((*carriers[:-1], house_of(last)), f"The report credits {last.name}.")
        before = self._report_of(last)
        if before is None:
            return (stated,)
        self.met[before] = None
        if before not in self._followed:
            self._loop(before)
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
            self._tie(carrier, ranked)
        return ranked[0] if ranked else None

    def _may_be_of(self, other: str, house: SourceRef) -> bool:
        theirs = self._credits[other]
        of_house = theirs.outlet is not None and house_of(theirs.outlet).key == house.key
        return of_house and not is_later(theirs.published, self._mine.published)

    def _unnamed(self, span: Span, *, has_people: bool) -> tuple[Path, ...]:
        """The ways for words whose sources have no name: to the one outlet that is credited elsewhere in the report, else
        by what other reports say of the same words, else to the report's own outlet."""
        sole = self._mine.sole
        if sole is not None:
            why = f"The report names nobody here, and {sole.name} is the only outlet that it credits."
            return tuple(Path(way.sources, f"{why}{_onward(way)}") for way in self._through((sole,)))
        shared = self._neighbours.at(self.report, span)
        stated = [(one, source) for one in shared for source in self._sources_of_words(one)]
        if stated:
            return self._agreed(stated)
        heard = self._heard_first(shared)
        if heard:
            return heard
        own = self._mine.outlet
        if own is not None and has_people:
            return (Path((house_of(own),), f"{own.name} reports it itself and names nobody else."),)
        return ()

    def _sources_of_words(self, shared: Shared) -> Iterable[SourceRef]:
        """Whom the other report credits for the words that both have, if anybody with a name."""
        theirs = self._credits[shared.other]
        credit = theirs.around(shared.there)
        if credit is not None and credit.named:
            return map(house_of, credit.named)
        last = credit.carriers[-1] if credit is not None and credit.carriers else theirs.sole
        return () if last is None else (house_of(last),)

    def _agreed(self, found: Sequence[tuple[Shared, SourceRef]]) -> tuple[Path, ...]:
        """The way that more than half of the other reports give for the same words, or none."""
        counts = Counter(source.key for _, source in found)
        key, count = counts.most_common(1)[0]
        if count * 2 <= len(found):
            self._disagree([f"{source.name} ({shared.other})" for shared, source in found])
            return ()
        shared, source = next(one for one in found if one[1].key == key)
        why = f"The report credits nobody with a name; report {shared.other} has the same words from {source.name}."
        if not source.carries:
            return (Path((source,), why),)
        return tuple(Path(way.sources, f"{why}{_onward(way)}") for way in self._through((source,)))

    def _heard_first(self, shared: Sequence[Shared]) -> tuple[Path, ...]:
        """The outlet that had the same words, where nobody credits another one for them: the only one, or the first."""
        mine, own = self._mine.published, self._mine.outlet
        texts = {one.other: self._credits[one.other] for one in shared if self._tells(one)}
        earlier = [text for text in texts.values() if not is_later(text.published, mine)]
        houses = {house_of(text.outlet) for text in earlier if text.outlet is not None}
        if own is not None and not any(is_later(mine, text.published) for text in earlier):
            return ()
        first = [
            text
            for text in earlier
            if all(text is other or is_later(other.published, text.published) for other in earlier)
        ]
        if len(houses) > 1 and not first:
            self._disagree(sorted(house.name for house in houses))
            return ()
        chosen = next(iter(first or earlier), None)
        if chosen is None or chosen.outlet is None:
            return ()
        why = f"The report credits nobody with a name; {chosen.outlet.name} has the same words in {chosen.report}."
        return (Path((house_of(chosen.outlet),), why),)

    def _tells(self, shared: Shared) -> bool:
        """Whether the other report has an outlet, and people whose words these are."""
        theirs = self._credits[shared.other]
        return theirs.outlet is not None and (
            theirs.around(shared.there) is not None or shared.kind == "copy"
        )

    def _tie(self, carrier: SourceRef, candidates: Sequence[str]) -> None:
        names = ", ".join(candidates[:3])
        self._problem(
            "trace.tie",
            f"{self.report} credits {carrier.name}, and several of its reports share as much with it ({names}); "
            "say which one it retells.",
        )

    def _loop(self, before: str) -> None:
        self._problem(
            "trace.loop",
            f"{self.report} and {before} go back to each other and no date tells which came first; give them their dates.",
        )

    def _disagree(self, said: Sequence[str]) -> None:
        self._problem(
            "trace.tie",
            f"{self.report} credits nobody for words that other reports have from different sources: "
            f"{', '.join(list(dict.fromkeys(said))[:3])}; check which one it retells.",
        )

    def _problem(self, code: str, message: str) -> None:
        self._problems[Problem(code, message, self.report, self.report)] = None


def _is_same_body(one: SourceRef, other: SourceRef) -> bool:
    return not one.named and folded_name(one.name) == folded_name(other.name)


def _onward(way: Path) -> str:
    return f" {way.why}" if len(way.sources) > 1 else ""


def _why(source: SourceRef) -> str:
    if source.named:
        return f"The report names {source.name}."
    return f"The report credits {source.name} and no outlet."


def _leave_unnamed(counts: Counter[SourceRef]) -> None:
    """ "Officials" are no origin where a report also names somebody: most often they are those it names further on."""
    if any(origin.named for origin in counts):
        for origin in [one for one in counts if not one.named]:
            del counts[origin]


def _join_parties(counts: Counter[SourceRef]) -> None:
    """ "Moscow said" where the report also credits the one office of that side that it names: they are one voice."""
    for party in [origin for origin in counts if origin.kind == "party"]:
        offices = [one for one in counts if one.side == party.side and one.kind in _OFFICES and one.named]
        if len(offices) == 1:
            counts[offices[0]] += counts.pop(party)


_OFFICES = frozenset(("military", "official"))


def _best(paths: Sequence[Path]) -> Path:
    """The longest way to one origin, since "he said" leaves out whom he told; among equals the one taken most."""
    counts = Counter(path.sources for path in paths)
    sources = max(counts, key=lambda one: (len(one), counts[one]))
    return next(path for path in paths if path.sources == sources)
