"""HTML for a notebook's cell. All text is escaped; colours are the notebook's own, but for the mark."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from cenotaph.model import Claim, Report, Span
from cenotaph.rows import ClaimRow, as_of, bounds, chain, in_words

_AROUND = 240
_SHOWN = 50
_STYLE = "border-left:3px solid #888;margin:.3em 0;padding-left:.8em"


def claim_page(claim: Claim, report: Report, row: ClaimRow) -> str:
    """A claim in its sentence and what stands around that: the quantity marked, the words of other fields underlined."""
    sentence = claim.sentence or Span(claim.start, claim.end)
    start = max(0, sentence.start - _AROUND)
    end = min(len(report.text), sentence.end + _AROUND)
    said = _marked(report.text, Span(start, end), Span(claim.start, claim.end), claim.evidence)
    facts = (
        (
            "says",
            f"{bounds(claim.low, claim.high, approx=claim.approx)} {claim.harm}, {claim.scope}, {claim.stance}",
        ),
        ("of whom", ", ".join(filter(None, (claim.side, claim.role, ", ".join(claim.names))))),
        ("where, as of", ", ".join(filter(None, (claim.place, as_of(row))))),
        ("on whose word", chain(list(claim.sources))),
        ("in", ", ".join(filter(None, (report.title or report.id, report.outlet, report.published)))),
        ("id", claim.id),
    )
    listed = "".join(
        f"<tr><th style='text-align:left'>{name}</th><td>{escape(value)}</td></tr>" for name, value in facts
    )
    return f"<blockquote style='{_STYLE}'>{said}</blockquote><table>{listed}</table>"


def _marked(text: str, shown: Span, quantity: Span, evidence: Iterable[tuple[str, Span]]) -> str:
    """The stretch of a text with marks; marks that would cross each other give way to the quantity's."""
    marks = [("mark", "", quantity)]
    for field, span in evidence:
        inside = shown.start <= span.start < span.end <= shown.end
        if inside and all(span.end <= other.start or other.end <= span.start for _, _, other in marks):
            marks.append(("u", f" title='{escape(field)}'", span))
    pieces, at = [], shown.start
    for tag, about, span in sorted(marks, key=lambda mark: mark[2]):
        pieces += [
            escape(text[at : span.start]),
            f"<{tag}{about}>",
            escape(text[span.start : span.end]),
            f"</{tag}>",
        ]
        at = span.end
    return "".join([*pieces, escape(text[at : shown.end])])


def table_page(rows: Sequence[Mapping[str, Any]], problems: int = 0) -> str:
    """The first rows as a table: of claims what a person wants to read, of others every field."""
    are_claims = bool(rows) and "quantity_text" in rows[0]
    shown = [_claim_cells(row) if are_claims else _cells(row) for row in rows[:_SHOWN]]
    head = "".join(f"<th>{escape(name)}</th>" for name in (shown[0] if shown else ()))
    body = "".join(f"<tr>{''.join(f'<td>{value}</td>' for value in row.values())}</tr>" for row in shown)
    more = f"{len(rows):,} rows" + (f", the first {_SHOWN} shown" if len(rows) > _SHOWN else "")
    told = f", {problems:,} problems (see .problems)" if problems else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table><p>{more}{told}</p>"


def _claim_cells(row: Mapping[str, Any]) -> dict[str, str]:
    quantity = escape(row["quantity_text"])
    words = escape(in_words(row)).replace(quantity, f"<mark>{quantity}</mark>", 1)
    return {
        "how many": escape(bounds(row["low"], row["high"], approx=row["approx"])),
        "harm": escape(row["harm"]),
        "of whom": escape(", ".join(filter(None, (row["side"], row["role"])))),
        "where": escape(row["place"] or "–"),
        "as of": escape(as_of(row)),
        "on whose word": escape(chain(row["sources"])),
        "in these words": words,
        "id": escape(row["id"][:8]),
    }


def _cells(row: Mapping[str, Any]) -> dict[str, str]:
    return {name: "" if value is None else escape(str(value)) for name, value in row.items()}
