"""What `cenotaph trace` does: reports or a ledger traced, and one of three views printed."""

import sys
from collections.abc import Callable, Iterator, Sequence

from cenotaph.cli.output import print_rows
from cenotaph.cli.progress import Speaker, tracing_bar, watched
from cenotaph.cli.tables import Column
from cenotaph.cli.trace_trees import TREES
from cenotaph.ledger import LedgerName
from cenotaph.rows import Row, chain
from cenotaph.run import Count, find_reports
from cenotaph.run.catching_up import catch_up
from cenotaph.run.trace_rows import echo_rows, report_rows, traced_claim_rows
from cenotaph.run.tracing import Tracing, trace_ledger, trace_outcomes

_ROWS: dict[str, Callable[[Tracing], Iterator[Row]]] = {
    "reports": report_rows,
    "echoes": echo_rows,
    "claims": traced_claim_rows,
}
_COLUMNS: dict[str, tuple[Column, ...]] = {
    "reports": (
        Column("report", lambda row: row["report"], ratio=2),
        Column("goes back to", lambda row: " ← ".join(row["cites"]) or "–", ratio=4),
        Column("origins", lambda row: "; ".join(row["origins"]) or "–", ratio=4),
        Column("echo of", lambda row: ", ".join(row["echo_of"]), ratio=3, least=100),
    ),
    "echoes": (
        Column("a", lambda row: row["a"], ratio=2),
        Column("b", lambda row: row["b"], ratio=2),
        Column("relation", lambda row: row["relation"]),
        Column("kind", lambda row: row["kind"]),
        Column("score", lambda row: f"{row['score']:.2f}", right=True),
        Column("why", lambda row: row["why"], ratio=7, least=100),
    ),
    "claims": (
        Column("testimony", lambda row: row["testimony"][:8], style="dim"),
        Column("report", lambda row: row["report"], ratio=2),
        Column("harm", lambda row: row["harm"]),
        Column("how many", lambda row: row["quantity_text"], ratio=2),
        Column("on whose word", lambda row: chain(row["sources"]), ratio=4, least=120),
        Column("origin", lambda row: row["origin"], ratio=3),
        Column("drift", lambda row: "; ".join(map(drift_text, row["drift"])), ratio=5, least=100),
    ),
}


def print_trace(
    paths: Sequence[str],
    ledger: LedgerName,
    *,
    what: str,
    format_: str,
    jobs: int,
    report: str | None,
    testimony: str | None,
) -> int:
    """Trace the reports, or the ledger where none are given, and print; the exit code is 1 if some input was lost."""
    count = Count()
    if paths:
        outcomes = find_reports(paths, stdin=sys.stdin.buffer, jobs=jobs)
        tracing = trace_outcomes(watched(outcomes, paths, count))
    else:
        with tracing_bar() as told:
            catch_up(ledger, told)
        tracing = trace_ledger(ledger, report=report, testimony=testimony)
    speaker = Speaker()
    speaker.name(tracing.trace.problems)
    speaker.finish()
    if format_ == "tree":
        TREES[what](tracing)
    else:
        rows = _ROWS[what](tracing)
        rows = map(_flat, rows) if format_ == "csv" else rows
        print_rows(rows, format_=format_, columns=_COLUMNS[what], empty=f"There are no {what} to trace.")
    return 1 if count.lost else 0


def drift_text(change: Row) -> str:
    """One change in words: `bound: "more than 2,500" → "around 2,500" (001)`."""
    before, after = (f"“{change[side]}”" if change[side] else "nothing" for side in ("from", "to"))
    return f"{change['field']}: {before} → {after} ({change['via']})"


def _flat(row: Row) -> Row:
    """A row for a table cell by cell: each change of a claim as a line of words."""
    return {**row, "drift": list(map(drift_text, row["drift"]))} if "drift" in row else row
