"""Small cascades of reports for tests, made by hand: texts, whom they credit, what they claim, what they share."""

import re
from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from cenotaph.model import Citation, Claim, Report, Span
from cenotaph.trace import Echo, Reading, Trace, trace
from cenotaph.trace.echo import Kind
from cenotaph.trace.naming import folded_tokens
from cenotaph.trace.shipped import shipped

_SENTENCE = re.compile(r"[^.]+\.")


def report(
    id_: str,
    text: str,
    *,
    credits: Sequence[str] = (),
    claims: Sequence[Claim] = (),
    outlet: str | None = None,
    published: str | None = None,
) -> Reading:
    """A report whose text credits each of `credits` where it stands, in that order."""
    spans = tuple(Span(*match.span()) for match in _SENTENCE.finditer(text))
    found: list[Citation] = []
    after = 0
    for name in credits:
        start = text.index(name, after)
        after = start + len(name)
        sentence = next(number for number, span in enumerate(spans) if span.start <= start < span.end)
        found.append(Citation(name, Span(start, after), sentence, _is_outlet(name)))
    own = tuple(
        replace(claim, id=f"{id_}-{n}", report=id_, **_where(claim, text, spans))
        for n, claim in enumerate(claims)
    )
    return Reading(Report(id_, text, published, outlet), own, tuple(found), spans)


def claim(quantity: str, low: int | None, high: int | None, **fields: Any) -> Claim:
    """A claim whose quantity the report's text has; `report` gives it its place."""
    values: dict[str, Any] = {
        "id": "", "report": "", "quantity_text": quantity, "start": 0, "end": 0, "harm": "killed", "low": low,
        "high": high, "approx": False, "side": None, "role": "unknown", "victims_text": None, "names": (),
        "place": None, "scope": "cumulative", "from_": None, "until": None, "sources": (), "stance": "asserted",
    }  # fmt: skip
    return Claim(**(values | fields))


def shared(one: Reading, words: str, other: Reading, same: str, kind: Kind = "quote") -> Echo:
    """Both reports have the same words, or the like."""
    where = (_found(one.report, words), _found(other.report, same))
    return Echo(one.report.id, other.report.id, "same-origin", kind, where[0], where[1], 0.8, "Both have it.")


def ways(found: Trace) -> dict[str, list[str]]:
    """Each report's ways, nearest first, as "A > B"."""
    return {
        one.report: [" > ".join(source.name for source in way.sources) for way in one.ways]
        for one in found.reports
    }


def codes(found: Trace) -> list[tuple[str, str]]:
    """The problems by code and report."""
    return [(problem.code, problem.where) for problem in found.problems]


def traced(*readings: Reading, echoes: Sequence[Echo] = ()) -> Trace:
    """Trace the reports."""
    return trace(readings, echoes)


def _found(report_: Report, words: str) -> Span:
    start = report_.text.index(words)
    return Span(start, start + len(words))


def _is_outlet(name: str) -> bool:
    known = shipped(folded_tokens(name))
    return known is not None and known.carries


def _where(claim: Claim, text: str, spans: Sequence[Span]) -> dict[str, Any]:
    start = text.index(claim.quantity_text)
    sentence = next(span for span in spans if span.start <= start < span.end)
    return {"start": start, "end": start + len(claim.quantity_text), "sentence": sentence}
