"""Where reports come from: chains joined across reports, back to the origin.

The origin of a credit is the first source of its chain that has a name. People without a name are known only to whoever
heard them, so the outlet that heard them stands for them: the outlet that the sentence credits, else the one whose
words another report shows these to be, else the only one that the report credits at all, else the report's own.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from cenotaph.model import Report, Span
from cenotaph.problems import Problem
from cenotaph.trace.credits import Credit, Credits
from cenotaph.trace.naming import folded_name
from cenotaph.trace.neighbours import Neighbours, Shared
from cenotaph.trace.reading import is_later
from cenotaph.trace.register import house_of
from cenotaph.trace.source import SourceRef

_SHARE = 2
"""A report's origins are those to whom more than half as many of its credits lead as to the strongest one."""


class Path(Struct, frozen=True):
    """The way from a report to an origin: the sources nearest first, the origin last, and a sentence that says why."""

    sources: tuple[SourceRef, ...]
    why: str

    @property
    def origin(self) -> SourceRef:
        """The source that the way leads to."""
        return self.sources[-1]


class ReportOrigins(Struct, frozen=True):
    """Where one report comes from: the ways to its origins, the strongest first, and a way for each of its credits.

    `paths` holds the ways of the credits in their order (None where nobody with a name is behind one).
    """

    report: str
    ways: tuple[Path, ...]
    paths: tuple[tuple[Path, ...], ...]


class Origins:
    """Works out where the reports come from. Each report is done once, those it retells before it."""

    def __init__(
        self, reports: Mapping[str, Report], credits: Mapping[str, Credits], neighbours: Neighbours
    ) -> None:
        self._reports = reports
        self._credits = credits
        self._neighbours = neighbours
        self._order = {report: number for number, report in enumerate(reports)}
        self._published = _by_outlet(credits.values())
        self._done: dict[str, ReportOrigins] = {}
        self._under_way: list[str] = []
        self._problems: dict[Problem, None] = {}

    def of(self, report: str) -> ReportOrigins:
        """Where a report comes from."""
        if report not in self._done:
            self._under_way.append(report)
            found = self._work_out(report)
            self._under_way.pop()
            self._done[report] = found
        return self._done[report]

    def of_credit(self, report: str, credit: Credit) -> tuple[Path, ...]:
        """The ways that one credit of a report, or of a claim in it, leads to."""
        stated = self._stated(report, credit)
        return stated or self._unnamed(report, credit.span, has_people=bool(credit.described))

    def retold(self, report: str, carrier: SourceRef) -> str | None:
        """The report of the outlet `carrier` that `report` retells, as far as it is at hand."""
        own = self._neighbours.of(report)
        candidates = {shared.other for shared in own} & self._published[house_of(carrier).key]
        earlier = [one for one in candidates if not is_later(self._reports[one], self._reports[report])]
        if not earlier:
            return None
        ranked = sorted(earlier, key=lambda one: (-self._neighbours.strength(report, one), one))
        best, *others = ranked
        if others and self._neighbours.strength(report, others[0]) == self._neighbours.strength(report, best):
            self._tie(report, carrier, ranked)
        return best

    def _work_out(self, report: str) -> ReportOrigins:
        credits = self._credits[report].credits
        paths = tuple(self.of_credit(report, credit) for credit in credits)
        counts: Counter[SourceRef] = Counter()
        for credit, ways in zip(credits, paths, strict=True):
            for path in ways:
                counts[path.origin] += self._weight(report, credit, path)
        if not counts:
            inherited = self._unnamed(report, Span(0, len(self._reports[report].text)), has_people=False)
            return ReportOrigins(report, inherited, paths)
        most = max(counts.values())
        chosen = [origin for origin, count in counts.most_common() if count * _SHARE > most]
        ways = tuple(
            _best([path for group in paths for path in group if path.origin == one]) for one in chosen
        )
        return ReportOrigins(report, ways, paths)

    def _weight(self, report: str, credit: Credit, path: Path) -> int:
        """How much a credit says of where the report comes from: more with a claim in its sentence, less where it only
        falls to the report's own outlet, since outlets leave out whom they have unnamed people from."""
        own = self._credits[report].outlet
        fallen = own is not None and own.kind != "agency" and path.origin == house_of(own)
        return (2 if credit.of_claim else 1) * (1 if fallen else 2)

    def _stated(self, report: str, credit: Credit) -> tuple[Path, ...]:
        """The ways that the words of the credit state, the last outlet's own report followed where it is at hand."""
        if credit.named:
            return tuple(
                Path((*credit.carriers, self._known(report, credit, source)), _why(source))
                for source in credit.named
            )
        if not credit.carriers:
            return ()
        return self._through(report, credit.carriers)

    def _known(self, report: str, credit: Credit, source: SourceRef) -> SourceRef:
        """The source itself, or its house. "Police" are those of the first report that has the same words from police."""
        if source.named:
            return house_of(source)
        same = {report: source}
        for shared in self._neighbours.at(report, credit.span):
            theirs = self._credits[shared.other].around(shared.there)
            for other in theirs.named if theirs is not None else ():
                if not other.named and folded_name(other.name) == folded_name(source.name):
                    same[shared.other] = other
        return same[min(same, key=self._order.__getitem__)]

    def _through(self, report: str, carriers: Sequence[SourceRef]) -> tuple[Path, ...]:
        """The ways through outlets: on to the origins of the last one's own report, where that is among the reports."""
        last = carriers[-1]
        stated = Path((*carriers[:-1], house_of(last)), f"The report credits {last.name}.")
        before = self.retold(report, last)
        if before is None:
            return (stated,)
        if before in self._under_way:
            if self._credits[before].credits_outlet_of(self._credits[report]):
                self._loop(report, before)
            return (stated,)
        further = [way for way in self.of(before).ways if way.origin != house_of(last)]
        return tuple(
            Path(
                (*carriers, *way.sources),
                f"The report credits {last.name}, whose report {before} goes back to it.",
            )
            for way in further
        ) or (stated,)

    def _unnamed(self, report: str, span: Span, *, has_people: bool) -> tuple[Path, ...]:
        """The ways for words whose sources have no name: to the one outlet that is credited elsewhere in the report, else
        by what other reports say of the same words, else to the report's own outlet."""
        sole = self._credits[report].sole
        if sole is not None:
            why = f"The report names nobody here, and {sole.name} is the only outlet that it credits."
            return tuple(Path(way.sources, f"{why}{_onward(way)}") for way in self._through(report, (sole,)))
        shared = [one for one in self._neighbours.at(report, span) if one.other not in self._under_way]
        stated = [(one, path) for one in shared for path in self._of_words(one)]
        if stated:
            return self._agreed(report, stated)
        heard = self._heard_first(report, shared)
        if heard:
            return heard
        own = self._credits[report].outlet
        if own is not None and has_people:
            return (Path((house_of(own),), f"{own.name} reports it itself and names nobody else."),)
        return ()

    def _of_words(self, shared: Shared) -> tuple[Path, ...]:
        """What the other report says of the words that both have: the sources it credits, if any."""
        theirs = self._credits[shared.other]
        credit = theirs.around(shared.there)
        stated = self._stated(shared.other, credit) if credit is not None else ()
        if not stated and theirs.sole is not None:
            return self._through(shared.other, (theirs.sole,))
        return stated

    def _heard_first(self, report: str, shared: Sequence[Shared]) -> tuple[Path, ...]:
        """The outlet that had the same words, where nobody credits another one for them: the only one, or the first."""
        mine = self._reports[report]
        texts = {one.other: self._reports[one.other] for one in shared if self._tells(one)}
        earlier = [text for text in texts.values() if not is_later(text, mine)]
        houses = {
            house_of(outlet) for text in earlier if (outlet := self._credits[text.id].outlet) is not None
        }
        own = self._credits[report].outlet
        if own is not None and not any(is_later(mine, text) for text in earlier):
            return ()
        first = [text for text in earlier if all(text is other or is_later(other, text) for other in earlier)]
        if len(houses) > 1 and not first:
            self._disagree(report, sorted(f"{house.name}" for house in houses))
            return ()
        outlet = self._credits[(first or earlier)[0].id].outlet if earlier else None
        if outlet is None:
            return ()
        why = f"The report credits nobody with a name; {outlet.name} has the same words in {(first or earlier)[0].id}."
        return (Path((house_of(outlet),), why),)

    def _tells(self, shared: Shared) -> bool:
        """Whether the other report has an outlet, and people whose words these are."""
        theirs = self._credits[shared.other]
        return theirs.outlet is not None and (
            theirs.around(shared.there) is not None or shared.kind == "copy"
        )

    def _agreed(self, report: str, found: Sequence[tuple[Shared, Path]]) -> tuple[Path, ...]:
        """The way that more than half of the other reports give for the same words, or none."""
        counts = Counter(path.origin.key for _, path in found)
        key, count = counts.most_common(1)[0]
        if count * 2 <= len(found):
            self._disagree(report, [f"{path.origin.name} ({shared.other})" for shared, path in found])
            return ()
        shared, path = next(one for one in found if one[1].origin.key == key)
        why = f"The report credits nobody with a name; report {shared.other} has the same words from {path.origin.name}."
        return (Path((path.origin,), why),)

    def _tie(self, report: str, carrier: SourceRef, candidates: Sequence[str]) -> None:
        names = ", ".join(candidates[:3])
        self._problem(
            "trace.tie",
            report,
            f"{report} credits {carrier.name}, and several of its reports share as much with it ({names}); "
            "say which one it retells.",
        )

    def _loop(self, report: str, before: str) -> None:
        self._problem(
            "trace.loop",
            report,
            f"{report} and {before} credit each other and no date tells which came first; give them their dates.",
        )

    def _disagree(self, report: str, said: Sequence[str]) -> None:
        self._problem(
            "trace.tie",
            report,
            f"{report} credits nobody for words that other reports have from different sources: "
            f"{', '.join(list(dict.fromkeys(said))[:3])}; check which one it retells.",
        )

    def _problem(self, code: str, report: str, message: str) -> None:
        problem = Problem(code, message, report, report)
        self._problems[problem] = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the reports leave open, each once."""
        return tuple(self._problems)


def _onward(way: Path) -> str:
    return f" {way.why}" if len(way.sources) > 1 else ""


def _why(source: SourceRef) -> str:
    if source.named:
        return f"The report names {source.name}."
    return f"The report credits {source.name} and no outlet."


def _best(paths: Sequence[Path]) -> Path:
    """The way that most credits take to one origin; among equals the longer one, which tells more."""
    counts = Counter(path.sources for path in paths)
    sources = max(counts, key=lambda one: (counts[one], len(one)))
    return next(path for path in paths if path.sources == sources)


def _by_outlet(credits: Iterable[Credits]) -> dict[str, set[str]]:
    """The reports that each house published."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in credits:
        if one.outlet is not None:
            found[house_of(one.outlet).key].add(one.report)
    return found
