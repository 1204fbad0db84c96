"""What tracing found as flat rows."""

from collections.abc import Iterator
from typing import Any

from cenotaph.model import Span
from cenotaph.rows import Row, claim_row
from cenotaph.run.places import place_of
from cenotaph.run.tracing import Tracing
from cenotaph.trace import Drift


def report_rows(tracing: Tracing) -> Iterator[Row]:
    """One row a report: whom it goes back to (nearest first), its origins, and the reports it echoes."""
    for one in tracing.trace.reports:
        yield {
            "report": one.report,
            "cites": [source.name for source in one.cites],
            "origins": [source.name for source in one.origins],
            "echo_of": list(one.echo_of),
        }


def echo_rows(tracing: Tracing) -> Iterator[Row]:
    """The codebook's echo rows, with a score from 0 to 1 and the reason."""
    for echo in tracing.trace.echoes:
        yield {
            "a": echo.a,
            "b": echo.b,
            "relation": echo.relation,
            "kind": echo.kind,
            "a_span": _ends(echo.a_span),
            "b_span": _ends(echo.b_span),
            "score": echo.score,
            "why": echo.why,
        }


def traced_claim_rows(tracing: Tracing) -> Iterator[Row]:
    """The claim rows, each with its origin, the testimony it belongs to, and what changed on the way."""
    for one in tracing.trace.claims:
        row: dict[str, Any] = dict(
            claim_row(one.claim, tracing.reports[one.claim.report], place_of(one.claim))
        )
        yield {
            **row,
            "origin": one.origin.name,
            "testimony": one.testimony,
            "drift": [_drift_row(change) for change in one.drift],
        }


def _drift_row(change: Drift) -> dict[str, str | None]:
    return {"field": change.field, "from": change.from_, "to": change.to, "via": change.via}


def _ends(span: Span) -> list[int]:
    return [span.start, span.end]
