"""What stands: figures, attacks, the path of the dead, the people named."""

from typing import Unpack

from cenotaph.api.rows import Paths, PolicyName, Rows, Wanted, strings
from cenotaph.export.reckoning_rows import dispute_rows, incident_row, series_rows, tally_row
from cenotaph.ledger import (
    ClaimFilter,
    HandlingFilter,
    LedgerName,
)
from cenotaph.model import (
    Cargo,
)
from cenotaph.reconcile import Options, People
from cenotaph.rows import Row
from cenotaph.run import (
    find_reports,
)
from cenotaph.run.flow_rows import flow_rows
from cenotaph.run.flowing import flow_of_ledger, flow_of_outcomes
from cenotaph.run.persons import match_rows, people_of_ledger, people_of_outcomes, person_rows
from cenotaph.run.profiles import GENERIC
from cenotaph.run.reckoning import Reckoning, reckon_ledger, reckon_outcomes
from cenotaph.run.statements import by_claim
from cenotaph.run.wanted import filter_of


def flow(ledger: LedgerName | None = None, *, reports: Paths = (), cargo: Cargo | None = None) -> list[Row]:
    """The path of the dead and wounded that a ledger, or files and folders, tell: a row for each move and each stop.

    `cargo` is a condition on a ledger's handlings.
    """
    paths = strings(reports)
    if ledger is not None and not paths:
        return list(flow_rows(flow_of_ledger(ledger, ClaimFilter(), HandlingFilter(cargo=cargo))))
    return list(flow_rows(flow_of_outcomes(find_reports(paths))))


def persons(ledger: LedgerName | None = None, *, reports: Paths = (), **wanted: Unpack[Wanted]) -> list[Row]:
    """The people whom claims of a ledger, or of files and folders, name (docs/persons.md)."""
    return list(person_rows(_people(ledger, reports, wanted)))


def matches(ledger: LedgerName | None = None, *, reports: Paths = (), **wanted: Unpack[Wanted]) -> list[Row]:
    """Who of the people named may be one person, and why; only a judgement makes them one."""
    return list(match_rows(_people(ledger, reports, wanted)))


def _people(ledger: LedgerName | None, reports: Paths, wanted: Wanted) -> People:
    condition = filter_of({name.rstrip("_"): value for name, value in wanted.items()})
    paths = strings(reports)
    if ledger is not None and not paths:
        return people_of_ledger(ledger, condition)
    return people_of_outcomes(find_reports(paths), condition)


def tally(
    ledger: LedgerName | None = None,
    *,
    reports: Paths = (),
    profile: str = GENERIC,
    policy: PolicyName | None = None,
    options: Options | None = None,
    **wanted: Unpack[Wanted],
) -> Rows[Row]:
    """The figures that stand in a ledger, or in files and folders, by a published policy (docs/reconcile.md).

    `profile` is that of the reports' war; a ledger has its own. Without a policy it is the profile's. Each row has every claim that was used or left out, with the
    reason. Nothing is added together.
    """
    reckoning = _reckoned(ledger, reports, profile, wanted)
    found = reckoning.tally(policy, options)
    return Rows(map(tally_row, found.tallies), (*reckoning.problems, *found.problems))


def incidents(
    ledger: LedgerName | None = None, *, reports: Paths = (), profile: str = GENERIC, **wanted: Unpack[Wanted]
) -> Rows[Row]:
    """The attacks of which claims tell, each with its claims and why they belong there."""
    reckoning = _reckoned(ledger, reports, profile, wanted)
    told = by_claim(reckoning.statements)
    found = reckoning.explained(reckoning.incidents)
    return Rows((incident_row(one, told) for one in found), reckoning.problems)


def series(
    ledger: LedgerName | None = None, *, reports: Paths = (), profile: str = GENERIC, **wanted: Unpack[Wanted]
) -> Rows[Row]:
    """The running totals of each claimant, a row for each figure, falls and restarts marked in `turn`."""
    reckoning = _reckoned(ledger, reports, profile, wanted)
    return Rows(series_rows(reckoning.series()), reckoning.problems)


def disputes(
    ledger: LedgerName | None = None, *, reports: Paths = (), profile: str = GENERIC, **wanted: Unpack[Wanted]
) -> Rows[Row]:
    """The figures that cannot all hold, a row for each claimant's position."""
    reckoning = _reckoned(ledger, reports, profile, wanted)
    return Rows(dispute_rows(reckoning.disputes()), reckoning.problems)


def _reckoned(ledger: LedgerName | None, reports: Paths, profile: str, wanted: Wanted) -> Reckoning:
    condition = filter_of({name.rstrip("_"): value for name, value in wanted.items()})
    paths = strings(reports)
    if ledger is not None and not paths:
        return reckon_ledger(ledger, condition)
    return reckon_outcomes(find_reports(paths), condition, profile)
