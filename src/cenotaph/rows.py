"""Flat rows for people and machines: a claim or a handling beside what is known of its report.

A row is a plain dict that goes straight into a data frame. The codebook's fields come first and under its names
(`from`, not `from_`); then the id, the sentence, the report's date, outlet, title and address. How values are put to a
person (bounds, dates, chains of sources) stands at the end.
"""

from collections.abc import Mapping
from typing import Any, TypedDict

import msgspec

from cenotaph.judging import digest
from cenotaph.model import Change, Claim, Handling, Judgement, Place, Report, Span


class ChangeRow(TypedDict):
    """One field that no longer holds what was found: what that was, who or what changed it, and why."""

    field: str
    found: Any
    by: str
    why: str


ClaimRow = TypedDict(
    "ClaimRow",
    {
        "report": str,
        "quantity_text": str,
        "start": int,
        "end": int,
        "harm": str,
        "low": int | None,
        "high": int | None,
        "approx": bool,
        "side": str | None,
        "role": str,
        "victims_text": str | None,
        "names": list[str],
        "place": str | None,
        "scope": str,
        "from": str | None,
        "until": str | None,
        "sources": list[str],
        "stance": str,
        "id": str,
        "sentence": str | None,
        "part_of": str | None,
        "place_key": str | None,
        "place_name": str | None,
        "country": str | None,
        "lat": float | None,
        "lon": float | None,
        "rules": list[str],
        "published": str | None,
        "outlet": str | None,
        "title": str | None,
        "url": str | None,
        "verdict": str | None,
        "changes": list[ChangeRow],
        "digest": str,
    },
)
"""A claim as the codebook describes it, then what leads back to its words and its report."""


class HandlingRow(TypedDict):
    """A handling as the codebook describes it, then what leads back to its words and its report."""

    report: str
    quote: str
    start: int
    end: int
    cargo: str
    action: str
    facility: str | None
    place: str | None
    from_place: str | None
    to_place: str | None
    means: list[str]
    sources: list[str]
    stance: str
    id: str
    sentence: str | None
    rules: list[str]
    published: str | None
    outlet: str | None
    title: str | None
    url: str | None
    verdict: str | None
    changes: list[ChangeRow]
    digest: str


JudgementRow = TypedDict(
    "JudgementRow",
    {
        "id": str,
        "at": str,
        "by": str,
        "subject": str,
        "one": str,
        "other": str | None,
        "verdict": str,
        "fields": dict[str, Any],
        "reason": str,
        "undoes": str | None,
        "in_force": bool,
        "report": str | None,
        "seen": str | None,
    },
)
"""A judgement; `fields` are the new values, `in_force` says that it was not undone."""


Row = Mapping[str, Any]
"""Any row that is about to be printed: a claim, a handling, a report, a problem, a line of a summary."""


def claim_row(claim: Claim, report: Report, place: Place | None) -> ClaimRow:
    """The row of one claim of `report`; `place` is the gazetteer's place behind `claim.place_key`."""
    return {
        "report": claim.report,
        "quantity_text": claim.quantity_text,
        "start": claim.start,
        "end": claim.end,
        "harm": claim.harm,
        "low": claim.low,
        "high": claim.high,
        "approx": claim.approx,
        "side": claim.side,
        "role": claim.role,
        "victims_text": claim.victims_text,
        "names": list(claim.names),
        "place": claim.place,
        "scope": claim.scope,
        "from": claim.from_,
        "until": claim.until,
        "sources": list(claim.sources),
        "stance": claim.stance,
        "id": claim.id,
        "sentence": _quote(report, claim.sentence),
        "part_of": claim.part_of,
        "place_key": claim.place_key,
        "place_name": place.name if place else None,
        "country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "rules": list(claim.rules),
        "published": report.published,
        "outlet": report.outlet,
        "title": report.title,
        "url": report.url,
        "verdict": claim.verdict,
        "changes": list(map(_change_row, claim.changes)),
        "digest": digest(claim),
    }


def handling_row(handling: Handling, report: Report) -> HandlingRow:
    """The row of one handling of `report`."""
    return {
        "report": handling.report,
        "quote": handling.quote,
        "start": handling.start,
        "end": handling.end,
        "cargo": handling.cargo,
        "action": handling.action,
        "facility": handling.facility,
        "place": handling.place,
        "from_place": handling.from_place,
        "to_place": handling.to_place,
        "means": list(handling.means),
        "sources": list(handling.sources),
        "stance": handling.stance,
        "id": handling.id,
        "sentence": _quote(report, handling.sentence),
        "rules": list(handling.rules),
        "published": report.published,
        "outlet": report.outlet,
        "title": report.title,
        "url": report.url,
        "verdict": handling.verdict,
        "changes": list(map(_change_row, handling.changes)),
        "digest": digest(handling),
    }


def judgement_row(judgement: Judgement, *, in_force: bool) -> JudgementRow:
    """The row of one judgement."""
    return {
        "id": judgement.id,
        "at": judgement.at,
        "by": judgement.by,
        "subject": judgement.subject,
        "one": judgement.one,
        "other": judgement.other,
        "verdict": judgement.verdict,
        "fields": {name: msgspec.json.decode(value) for name, value in judgement.fields},
        "reason": judgement.reason,
        "undoes": judgement.undoes,
        "in_force": in_force,
        "report": judgement.report,
        "seen": judgement.seen,
    }


def _change_row(change: Change) -> ChangeRow:
    return {
        "field": change.field,
        "found": msgspec.json.decode(change.found),
        "by": change.by,
        "why": change.why,
    }


def _quote(report: Report, span: Span | None) -> str | None:
    return None if span is None else report.text[span.start : span.end]


def bounds(low: int | None, high: int | None, *, approx: bool = False) -> str:
    """Bounds as people write them: "2,500+", "up to 40", "7,000–15,000", "~2,500"; "?" where nothing bounds them."""
    about = "~" if approx else ""
    if low is None:
        return "?" if high is None else f"up to {about}{high:,}"
    if high is None:
        return f"{about}{low:,}+"
    return f"{about}{low:,}" if low == high else f"{about}{low:,}–{high:,}"


def chain(sources: list[str]) -> str:
    """The sources from the origin outward; a dash where the report speaks in its own voice."""
    return " → ".join(sources) or "–"


def as_of(row: Row) -> str:
    """The claim's date; the last day of a stretch after a dash; its report's date in brackets where it has none."""
    start, end = row["from"], row["until"]
    if start and end and start != end:
        return f"–{end}"
    return end or start or (f"({row['published'][:10]})" if row["published"] else "")


def in_words(row: Row) -> str:
    """The claim's sentence, or of a long one what stands around the figure."""
    quantity: str = row["quantity_text"]
    sentence: str | None = row["sentence"]
    if not sentence or len(sentence) <= _WORDS:
        return sentence or quantity
    at = max(sentence.find(quantity), 0)
    start = max(0, min(at - _BEFORE, len(sentence) - _WORDS))
    start = sentence.rfind(" ", 0, start) + 1 if start else 0
    end = start + _WORDS
    end = len(sentence) if end >= len(sentence) else max(sentence.rfind(" ", 0, end), at + len(quantity))
    return f"{'…' if start else ''}{sentence[start:end]}{'…' if end < len(sentence) else ''}"


_WORDS = 120
_BEFORE = 40
"""Characters of a sentence that stand for it in a table, and how many of them before the figure."""
