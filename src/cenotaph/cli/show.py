"""What `cenotaph show` does: one claim or handling in its sentence, with all that stands behind it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from cenotaph.cli.output import print_rows
from cenotaph.cli.tables import console
from cenotaph.cli.words import bounds, chain
from cenotaph.ledger import Ledger, report_row
from cenotaph.model import Claim, Handling, Report
from cenotaph.problems import CenotaphError
from cenotaph.rows import Row, claim_row, handling_row

if TYPE_CHECKING:
    from rich.text import Text

_AROUND = 240
"""Characters of the report shown on either side of the sentence."""

_SHOWN_ELSEWHERE = {"report", "start", "end", "published", "outlet", "title", "url", "sentence", "quote"}
"""Fields of a row that the headline, the context or the report's lines show."""


def print_one(ledger: Path, identity: str, *, format_: str) -> None:
    """The claim or handling whose id begins so, as a page or a row."""
    with Ledger(ledger) as book:
        one, report = _the_one(book, identity)
        row = _row(one, report, book)
        provenance = next(p for r, p in book.reports(report.id) if r == report)
    origin = report_row(report, provenance)
    if format_ == "table":
        _print_page(one, report, row, origin)
    else:
        print_rows([{**origin, **row}], format_=format_, columns=(), empty="")


def _the_one(book: Ledger, identity: str) -> tuple[Claim | Handling, Report]:
    found: list[tuple[Claim | Handling, Report]] = [
        *book.claims_by_id(identity),
        *book.handlings_by_id(identity),
    ]
    if not found:
        raise CenotaphError(
            f"No claim or handling in {book.path} has an id that begins with {identity}; see `cenotaph claims`."
        )
    if len(found) > 1:
        some = ", ".join(one.id[: len(identity) + 6] for one, _ in found[:5])
        raise CenotaphError(f"{len(found)} ids begin with {identity} ({some}); give more of its letters.")
    return found[0]


def _row(one: Claim | Handling, report: Report, book: Ledger) -> Row:
    if isinstance(one, Claim):
        return claim_row(one, report, book.place(one.place_key))
    return handling_row(one, report)


def _print_page(one: Claim | Handling, report: Report, row: Row, origin: Row) -> None:
    from rich.table import Table
    from rich.text import Text

    out = console()
    out.print(_headline(one), style="bold")
    out.print()
    out.print(_in_context(one, report))
    out.print()
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    own = {name: value for name, value in row.items() if name not in _SHOWN_ELSEWHERE}
    for name, value in [*_filled(own), *_evidence(one, report), *_filled(origin)]:
        table.add_row(name, Text(value))
    out.print(table)


def _headline(one: Claim | Handling) -> str:
    if isinstance(one, Handling):
        return f"{one.cargo} {one.action}, on the word of {chain(list(one.sources))}"
    figure = bounds(one.low, one.high, approx=one.approx)
    whose = f" ({one.side})" if one.side else ""
    return f"{figure} {one.harm}{whose}, on the word of {chain(list(one.sources))}"


def _in_context(one: Claim | Handling, report: Report) -> "Text":
    """The sentence with its words marked, and what stands around it."""
    from rich.text import Text

    start, end = (one.sentence.start, one.sentence.end) if one.sentence else (one.start, one.end)
    first, last = max(0, start - _AROUND), min(len(report.text), end + _AROUND)
    context = Text(report.text[first:last], style="dim")
    context.stylize("not dim", start - first, end - first)
    context.stylize("not dim bold reverse", one.start - first, one.end - first)
    return Text("… " if first else "").append_text(context).append(" …" if last < len(report.text) else "")


def _filled(row: Row) -> Iterator[tuple[str, str]]:
    for name, value in row.items():
        if value not in (None, []):
            yield name, "; ".join(value) if isinstance(value, list) else str(value)


def _evidence(one: Claim | Handling, report: Report) -> Iterator[tuple[str, str]]:
    """Each field with the words it was read from."""
    if isinstance(one, Claim):
        for field, span in one.evidence:
            yield f"{field} read from", report.text[span.start : span.end]
