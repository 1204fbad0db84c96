"""What tracing knows of the reports it traced, and asks for again when others are added: in memory here; a ledger can
stand in its place."""

from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from typing import Literal, Protocol

from msgspec import Struct

from cenotaph.model import Claim
from cenotaph.problems import Problem
from cenotaph.trace.credits import Credits
from cenotaph.trace.echo import Echo
from cenotaph.trace.neighbours import Shared, both_sides
from cenotaph.trace.ways import Path, ReportOrigins

Grouping = Literal["testimony", "thing"]
"""Claims that tell the same: on the word of one origin, or on anybody's."""

Order = tuple[int, int]
"""The report's number and the claim's place in it: which claim came first."""


class Telling(Struct, frozen=True):
    """One claim as it is traced: the way to its origin, and the groups that it was put in ("" for not yet)."""

    claim: str
    report: str
    order: Order
    path: Path
    testimony: str = ""
    thing: str = ""


class Group(Struct, frozen=True):
    """Claims that tell the same. `key` is the origin's, or "" for whatever origin; `first` the order of the first claim.

    `faces` are claims that stand for all: one for each way in which the figure is told, as far as there are few.
    """

    id: str
    key: str
    first: Order
    size: int
    faces: tuple[Claim, ...]


class Alike(Struct, frozen=True):
    """The last reports with a claim of one number and harm, each with those claims, and how many there have been."""

    reports: int = 0
    last: tuple[tuple[str, tuple[Claim, ...]], ...] = ()


class World(Protocol):
    """All that was traced, by report; a group or a cell by its name."""

    @property
    def credits(self) -> MutableMapping[str, Credits]:
        """Whom each report credits."""
        ...

    @property
    def origins(self) -> MutableMapping[str, ReportOrigins]:
        """Where each report comes from."""
        ...

    @property
    def claims(self) -> Mapping[str, Sequence[Claim]]:
        """The claims of each report."""
        ...

    @property
    def orphans(self) -> MutableMapping[str, tuple[Problem, ...]]:
        """The figures of each report that the source it credits does not have."""
        ...

    @property
    def groups(self) -> MutableMapping[str, Group]:
        """Testimonies and things by id."""
        ...

    @property
    def cells(self) -> MutableMapping[str, tuple[str, ...]]:
        """The groups to look at for a claim of some number, place and origin."""
        ...

    @property
    def numbers(self) -> MutableMapping[str, Alike]:
        """The claims of one number and harm."""
        ...

    @property
    def entered(self) -> MutableMapping[str, tuple[str, ...]]:
        """Under which `numbers` the claims of each report stand."""
        ...

    @property
    def akin(self) -> MutableMapping[str, tuple[str, ...]]:
        """The reports that are akin to each one."""
        ...

    def akin_to(self, report: str) -> Iterable[str]:
        """The reports that are akin to one."""
        ...

    def shared(self, report: str) -> Iterable[Shared]:
        """What a report shares with others, in the order of finding."""
        ...

    def add_echoes(self, echoes: Iterable[Echo]) -> None:
        """Remember echoes."""
        ...

    def drop_claim_echoes(self, report: str) -> None:
        """Forget the echoes that rest on a report's claims."""
        ...

    def told(self, report: str) -> Mapping[str, Telling]:
        """The claims of a report by id, as they were traced."""
        ...

    def tell(self, telling: Telling) -> None:
        """Remember how a claim is traced now."""
        ...

    def untell(self, telling: Telling) -> None:
        """Forget a claim, which its report does not have any more."""
        ...

    def members(self, grouping: Grouping, group: str) -> Sequence[Telling]:
        """The claims of a group, the first first."""
        ...


class Memory:
    """A world that lasts as long as the program."""

    def __init__(self, claims: Mapping[str, Sequence[Claim]]) -> None:
        self.credits: dict[str, Credits] = {}
        self.origins: dict[str, ReportOrigins] = {}
        self.claims = claims
        self.orphans: dict[str, tuple[Problem, ...]] = {}
        self.groups: dict[str, Group] = {}
        self.cells: dict[str, tuple[str, ...]] = {}
        self.numbers: dict[str, Alike] = {}
        self.entered: dict[str, tuple[str, ...]] = {}
        self.akin: dict[str, tuple[str, ...]] = {}
        self.echoes: list[Echo] = []
        self._shared: dict[str, list[Shared]] = {}
        self._told: dict[str, dict[str, Telling]] = {}
        self._members: dict[str, dict[str, str]] = {}

    def akin_to(self, report: str) -> Iterable[str]:
        """See World."""
        return self.akin.get(report, ())

    def shared(self, report: str) -> Iterable[Shared]:
        """See World."""
        return self._shared.get(report, ())

    def add_echoes(self, echoes: Iterable[Echo]) -> None:
        """See World."""
        found = list(echoes)
        self.echoes += found
        for report, shared in both_sides(found).items():
            self._shared.setdefault(report, []).extend(shared)

    def drop_claim_echoes(self, report: str) -> None:
        """See World."""
        self.echoes = [echo for echo in self.echoes if echo.kind != "claim" or report not in (echo.a, echo.b)]
        self._shared = both_sides(self.echoes)

    def told(self, report: str) -> Mapping[str, Telling]:
        """See World."""
        return self._told.get(report, {})

    def tell(self, telling: Telling) -> None:
        """See World."""
        self.untell(telling)
        self._told.setdefault(telling.report, {})[telling.claim] = telling
        for group in (telling.testimony, telling.thing):
            self._members.setdefault(group, {})[telling.claim] = telling.report

    def untell(self, telling: Telling) -> None:
        """See World."""
        before = self.told(telling.report).get(telling.claim)
        if before is not None:
            del self._told[telling.report][telling.claim]
            for group in (before.testimony, before.thing):
                self._members[group].pop(telling.claim, None)

    def members(self, grouping: Grouping, group: str) -> Sequence[Telling]:
        """See World."""
        found = self._members.get(group, {})
        return sorted(
            (self._told[report][claim] for claim, report in found.items()), key=lambda one: one.order
        )
