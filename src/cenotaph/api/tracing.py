"""Where reports come from."""

from cenotaph.api.rows import Paths, Rows, Traced, strings
from cenotaph.ledger import (
    LedgerName,
)
from cenotaph.problems import Problem
from cenotaph.rows import Row
from cenotaph.run import (
    Count,
    find_reports,
)
from cenotaph.run import sources as list_sources
from cenotaph.run.sources import SourceRow
from cenotaph.run.trace_rows import echo_rows, report_rows, traced_claim_rows
from cenotaph.run.tracing import Tracing, trace_ledger, trace_outcomes
from cenotaph.trace import SourceKind


def trace(
    ledger: LedgerName,
    what: Traced = "claims",
    *,
    report: str | None = None,
    testimony: str | None = None,
) -> Rows[Row]:
    """Where the reports of a ledger come from (`what` is "reports"), what they share ("echoes"), or their claims with
    origin, testimony and drift ("claims"); of one report or testimony, if such is given.

    What was filed since the ledger was traced last is traced first. Ties, loops and orphan numbers are `.problems`.
    """
    return _traced(trace_ledger(ledger, report=report, testimony=testimony), what)


def trace_files(paths: Paths, what: Traced = "claims", *, jobs: int = 1) -> Rows[Row]:
    """The same of the reports in files and folders, without a ledger."""
    problems: list[Problem] = []
    count = Count()
    found = []
    for outcome in find_reports(strings(paths), jobs=jobs):
        problems += count.add(outcome)
        found.append(outcome)
    rows = _traced(trace_outcomes(found), what)
    rows.problems[:0] = problems
    return rows


def _traced(tracing: Tracing, what: Traced) -> Rows[Row]:
    rows = {"reports": report_rows, "echoes": echo_rows, "claims": traced_claim_rows}[what](tracing)
    return Rows(rows, tracing.trace.problems)


def sources(
    ledger: LedgerName,
    *,
    kind: SourceKind | None = None,
    side: str | None = None,
    name: str | None = None,
    named: bool | None = None,
    protected: bool | None = None,
) -> list[SourceRow]:
    """The source register of a ledger, as far as it meets every condition given; see `run.sources.sources`."""
    return list_sources.sources(ledger, kind=kind, side=side, name=name, named=named, protected=protected)
