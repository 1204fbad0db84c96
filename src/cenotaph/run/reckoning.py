"""Reckoning: reports or a ledger → statements → incidents, series, disputes, tallies."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct

from cenotaph.ledger import ClaimFilter, Ledger, LedgerName
from cenotaph.model import Claim, Report
from cenotaph.problems import Problem
from cenotaph.reconcile import (
    POLICIES,
    Dispute,
    Incident,
    Options,
    Profile,
    Series,
    Statement,
    Tallies,
    disputes,
    incidents,
    series,
    tally,
)
from cenotaph.run.local import Outcome
from cenotaph.run.profiles import GENERIC, named_profile, options_of, profile_of
from cenotaph.run.standing import claims_by_ids, explained, keep_standing, standing, ties
from cenotaph.run.statements import statements_of
from cenotaph.run.tracing import Tracing, trace_outcomes
from cenotaph.run.wanted import is_wanted

ALL = ClaimFilter()


class Reckoning(Struct, frozen=True):
    """The statements that were asked for, the attacks of which they tell, and what could not be decided.

    `quoted` gives the sentences that claims stand in, by their ids; `explained` gives attacks with all their claims and
    why each belongs there.
    """

    statements: tuple[Statement, ...]
    incidents: tuple[Incident, ...]
    quoted: Callable[[Iterable[str]], Mapping[str, str]]
    explained: Callable[[Sequence[Incident]], Sequence[Incident]]
    problems: tuple[Problem, ...]
    profile: Profile

    def tally(self, policy: str | None = None, options: Options | None = None) -> Tallies:
        """The figures by a policy; without one, by that of the dossier's profile and as it is set there."""
        if policy is None:
            policy, options = self.profile.policy, options or options_of(self.profile)
        return tally(self.statements, POLICIES[policy], options or Options(), self.incidents)

    def series(self) -> tuple[Series, ...]:
        """The running totals of each claimant over time."""
        return series(self.statements)

    def disputes(self) -> tuple[Dispute, ...]:
        """The figures that cannot all hold."""
        return disputes(self.statements, self.incidents)


def reckon_outcomes(
    outcomes: Iterable[Outcome], wanted: ClaimFilter = ALL, profile: str = GENERIC
) -> Reckoning:
    """Reckon the reports among the outcomes of `find_reports`, as a profile understands them; nothing is kept."""
    return _of_tracing(trace_outcomes(outcomes), wanted, named_profile(profile))


def reckon_ledger(ledger: LedgerName, wanted: ClaimFilter = ALL) -> Reckoning:
    """Reckon what stands in a ledger. What was read or judged since the last time is worked out first and kept.
    LedgerError where it cannot be read, or is not up to date and cannot be written."""
    keep_standing(ledger)
    return _of_ledger(ledger, wanted)


def _of_ledger(ledger: LedgerName, wanted: ClaimFilter) -> Reckoning:
    with Ledger(ledger) as book:
        statements, attacks = standing(book, wanted)
        problems = ties(book, attacks, statements)
        profile = profile_of(book)

    def quoted(ids: Iterable[str]) -> dict[str, str]:
        with Ledger(ledger) as book:
            return {claim.id: quote(claim, report) for claim, report in claims_by_ids(book, ids)}

    def explain(attacks: Sequence[Incident]) -> Sequence[Incident]:
        with Ledger(ledger) as book:
            return explained(book, attacks)

    return Reckoning(tuple(statements), tuple(attacks), quoted, explain, tuple(problems), profile)


def _of_tracing(tracing: Tracing, wanted: ClaimFilter, profile: Profile) -> Reckoning:
    """Attacks are made of all claims, so that what is asked for does not change them."""
    told = statements_of(tracing, profile)
    attacks = incidents(told)
    meant = [one for one in told if is_wanted(one.claim, tracing.reports[one.claim.report], wanted)]
    ids = {one.claim.id for one in meant}
    seen = tuple(one for one in attacks.incidents if not ids.isdisjoint(one.claims))
    claims = {one.claim.id: one.claim for one in told}

    def quoted(ids: Iterable[str]) -> dict[str, str]:
        return {id_: quote(claims[id_], tracing.reports[claims[id_].report]) for id_ in ids}

    return Reckoning(tuple(meant), seen, quoted, lambda attacks: attacks, attacks.problems, profile)


def quote(claim: Claim, report: Report) -> str:
    """The sentence that a claim stands in, or its quantity where it stands in none."""
    span = claim.sentence or claim
    return report.text[span.start : span.end]
