"""Reckoning: reports or a ledger → statements → incidents, series, disputes, tallies."""

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from cenotaph.ledger import ClaimFilter, LedgerName
from cenotaph.model import Claim, Report
from cenotaph.problems import Problem
from cenotaph.reconcile import (
    POLICIES,
    Dispute,
    Incident,
    Options,
    Series,
    Statement,
    Tallies,
    disputes,
    incidents,
    series,
    tally,
)
from cenotaph.run.local import Outcome
from cenotaph.run.statements import statements_of
from cenotaph.run.tracing import Tracing, trace_ledger, trace_outcomes
from cenotaph.run.wanted import is_wanted

ALL = ClaimFilter()


class Reckoning(Struct, frozen=True):
    """The statements that were asked for, the attacks of which they tell, and what could not be decided.

    `quoted` gives the sentences that claims stand in, by their ids.
    """

    statements: tuple[Statement, ...]
    incidents: tuple[Incident, ...]
    quoted: Callable[[Iterable[str]], Mapping[str, str]]
    problems: tuple[Problem, ...] = ()

    def tally(self, policy: str = "range", options: Options | None = None) -> Tallies:
        """The figures by a policy."""
        return tally(self.statements, POLICIES[policy], options or Options(), self.incidents)

    def series(self) -> tuple[Series, ...]:
        """The running totals of each claimant over time."""
        return series(self.statements)

    def disputes(self) -> tuple[Dispute, ...]:
        """The figures that cannot all hold."""
        return disputes(self.statements, self.incidents)


def reckon_outcomes(outcomes: Iterable[Outcome], wanted: ClaimFilter = ALL) -> Reckoning:
    """Reckon the reports among the outcomes of `find_reports`; nothing is kept."""
    return reckoned(trace_outcomes(outcomes), wanted)


def reckon_ledger(ledger: LedgerName, wanted: ClaimFilter = ALL) -> Reckoning:
    """Reckon what stands in a ledger. LedgerError where it cannot be read."""
    return reckoned(trace_ledger(ledger), wanted)


def reckoned(tracing: Tracing, wanted: ClaimFilter) -> Reckoning:
    """The same of what was traced. Attacks are made of all claims, so that what is asked for does not change them."""
    told = statements_of(tracing)
    attacks = incidents(told)
    meant = [one for one in told if is_wanted(one.claim, tracing.reports[one.claim.report], wanted)]
    ids = {one.claim.id for one in meant}
    seen = tuple(one for one in attacks.incidents if not ids.isdisjoint(one.claims))
    claims = {one.claim.id: one.claim for one in told}

    def quoted(wanted: Iterable[str]) -> dict[str, str]:
        return {id_: quote(claims[id_], tracing.reports[claims[id_].report]) for id_ in wanted}

    return Reckoning(tuple(meant), seen, quoted, attacks.problems)


def quote(claim: Claim, report: Report) -> str:
    """The sentence that a claim stands in, or its quantity where it stands in none."""
    span = claim.sentence or claim
    return report.text[span.start : span.end]
