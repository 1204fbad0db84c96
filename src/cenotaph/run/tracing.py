"""Tracing: reports or a ledger → readings and echoes → chains, origins, testimonies."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cenotaph.find.credit.attribution import citations
from cenotaph.find.text.sentences import sentences
from cenotaph.ledger import ClaimFilter, Ledger, LedgerName
from cenotaph.model import Claim, Report
from cenotaph.run.finder import finder_version
from cenotaph.run.local import Outcome, Result
from cenotaph.run.trace_memory import TraceMemory
from cenotaph.trace import Echo, Reading, Trace, echoes, trace


class Tracing(Struct, frozen=True):
    """The reports that were traced, by id in the order of reading, and what came of it."""

    reports: Mapping[str, Report]
    trace: Trace


def trace_outcomes(outcomes: Iterable[Outcome]) -> Tracing:
    """Trace the reports among the outcomes of `find_reports` with each other; nothing is kept."""
    found = [item for item in outcomes if isinstance(item, Result)]
    readings = [reading_of(one.document.report, one.found.claims) for one in found]
    return _traced(readings, echoes([reading.report for reading in readings]))


def trace_ledger(ledger: LedgerName) -> Tracing:
    """Trace all reports of a ledger with each other.

    Echoes and credits are kept beside the ledger, so that only reports it did not have before are compared and read for
    whom they credit; chains and testimonies are worked out anew. LedgerError where the ledger cannot be read.
    """
    with Ledger(ledger) as book:
        reports = [report for report, _ in book.reports()]
        claims: dict[str, list[Claim]] = {report.id: [] for report in reports}
        for claim, report in book.claims(ClaimFilter()):
            claims[report.id].append(claim)
    with TraceMemory(ledger, finder_version()) as memory:
        new = memory.unknown(reports)
        memory.add([reading_of(report, ()) for report in new])
        readings = memory.readings(reports, claims)
        return _traced(readings, memory.echoes())


def reading_of(report: Report, claims: Sequence[Claim]) -> Reading:
    """What tracing needs to know of a report."""
    spans = sentences(report.text)
    return Reading(report, tuple(claims), citations(report, spans), tuple(spans))


def _traced(readings: Sequence[Reading], shared: Iterable[Echo]) -> Tracing:
    reports = {reading.report.id: reading.report for reading in readings}
    found = trace(readings, list(shared))
    order = {id_: number for number, id_ in enumerate(reports)}
    echoes = sorted(found.echoes, key=lambda echo: (order[echo.a], order[echo.b], echo.a_span))
    return Tracing(reports, replace(found, echoes=tuple(echoes)))
