"""The picture of a ledger at one moment: traces, figures, series, disputes, attacks, the path of the dead."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from time import monotonic
from typing import Any, TypeVar, cast

from cenotaph.ledger import ClaimFilter, HandlingFilter, Ledger, LedgerName
from cenotaph.model import Claim, Report
from cenotaph.reconcile import Dispute, Flow, Incident, Options, People, Profile, Series, Statement, Tally
from cenotaph.run.flowing import flow_of_ledger
from cenotaph.run.persons import people_of_ledger
from cenotaph.run.profiles import options_of
from cenotaph.run.reckoning import Reckoning, quote, reckon_ledger
from cenotaph.run.sources import SourceRow, sources
from cenotaph.run.tracing import Tracing, trace_ledger
from cenotaph.trace import Independence, Traced
from cenotaph.web.standing.version import Version

Made = TypeVar("Made")

_PATIENCE = 2.0
"""Seconds that a page waits for the figures by a policy."""

_JUDGED = "SELECT c.id FROM claim AS c WHERE c.superseded_by IS NULL AND c.verdict IS NOT NULL"


class Picture:
    """Everything that pages tell beyond single rows. `version` is that of the ledger it was made from."""

    def __init__(self, ledger: LedgerName, version: Version, profile: Profile) -> None:
        self.version = version
        self.profile = profile
        self.tracing: Tracing = trace_ledger(ledger)
        self.reckoning: Reckoning = reckon_ledger(ledger)
        self.flow: Flow = flow_of_ledger(ledger, ClaimFilter(), HandlingFilter())
        with Ledger(ledger) as book:
            self.judged = frozenset(id_ for (id_,) in book.select(_JUDGED))
        self.people: People = people_of_ledger(ledger)
        self.sources: list[SourceRow] = sources(ledger)
        self._tallies: dict[str, tuple[Tally, ...]] = {}
        self._kept: dict[str, Any] = {}
        began = monotonic()
        self.tallies(profile.policy)
        self._pace = monotonic() - began
        # Worked out now, so that the first page does not wait for them.
        _ = (self.statements, self.traced, self.series, self.disputes, self.incident_of, self.tally_of)

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        """The statements by the ids of their claims."""
        return {one.claim.id: one for one in self.reckoning.statements}

    @cached_property
    def traced(self) -> Mapping[str, Traced]:
        """What tracing found of each claim."""
        return {one.claim.id: one for one in self.tracing.trace.claims}

    @cached_property
    def testimonies(self) -> Mapping[str, list[Traced]]:
        """The claims of each testimony."""
        found: dict[str, list[Traced]] = {}
        for one in self.tracing.trace.claims:
            found.setdefault(one.testimony, []).append(one)
        return found

    @cached_property
    def things(self) -> Mapping[str, list[Traced]]:
        """The claims that tell the same, whatever their testimony."""
        found: dict[str, list[Traced]] = {}
        for one in self.tracing.trace.claims:
            found.setdefault(one.thing, []).append(one)
        return found

    @cached_property
    def independence(self) -> Independence:
        """How many independent origins the reports have at the most."""
        return self.tracing.trace.independence()

    @cached_property
    def series(self) -> tuple[Series, ...]:
        """The running totals of each claimant."""
        return self.reckoning.series()

    @cached_property
    def disputes(self) -> tuple[Dispute, ...]:
        """The figures that cannot all hold."""
        return self.reckoning.disputes()

    @property
    def incidents(self) -> tuple[Incident, ...]:
        """The attacks of which claims tell."""
        return self.reckoning.incidents

    @cached_property
    def incident_of(self) -> Mapping[str, Incident]:
        """The attack of each claim that tells of one."""
        return {claim: one for one in self.incidents for claim in one.claims}

    @cached_property
    def tally_of(self) -> Mapping[str, Tally]:
        """The figure, by the dossier's own policy, that each claim is used in."""
        return {reason.claim: one for one in self.tallies(self.profile.policy) for reason in one.used}

    @cached_property
    def disputed(self) -> frozenset[str]:
        """The claims that stand in a dispute."""
        return frozenset(id_ for one in self.disputes for side in one.positions for id_ in side.claims)

    def soon(self, policy: str) -> bool:
        """Whether the figures by a policy are there, or come so quickly that a page can wait for them."""
        return policy in self._tallies or self._pace < _PATIENCE

    def tallies(self, policy: str) -> tuple[Tally, ...]:
        """The figures by a policy, each policy worked out once."""
        if policy not in self._tallies:
            options = options_of(self.profile) if policy == self.profile.policy else Options()
            self._tallies[policy] = self.reckoning.tally(policy, options).tallies
        return self._tallies[policy]

    def kept(self, name: str, make: Callable[["Picture"], Made]) -> Made:
        """What pages make of the whole picture, such as its map, made once under that name."""
        if name not in self._kept:
            self._kept[name] = make(self)
        return cast(Made, self._kept[name])

    def claims(self, ids: Iterable[str]) -> list[tuple[Claim, Report]]:
        """The claims of those ids with their reports."""
        found = (self.statements[id_].claim for id_ in ids if id_ in self.statements)
        return [(claim, self.tracing.reports[claim.report]) for claim in found]

    def sentence(self, id_: str) -> str:
        """The sentence that a claim stands in."""
        one = self.traced.get(id_)
        return quote(one.claim, self.tracing.reports[one.claim.report]) if one else ""

    def report(self, id_: str) -> Report | None:
        """The report that a claim stands in."""
        one = self.traced.get(id_)
        return self.tracing.reports[one.claim.report] if one else None

    def same_testimony(self, id_: str) -> Sequence[Traced]:
        """The claims of the testimony that a claim belongs to, itself among them."""
        return self.testimonies[self.traced[id_].testimony] if id_ in self.traced else ()
