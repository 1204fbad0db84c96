"""What `cenotaph show` does: one claim or handling in its sentence, with all that stands behind it."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from cenotaph.cli.output import print_rows
from cenotaph.ledger import Ledger, LedgerName, report_row, the_one
from cenotaph.model import Claim, Handling, Report
from cenotaph.rows import JudgementRow, Row, bounds, chain, claim_row, handling_row, judgement_row


class Shown(Struct, frozen=True):
    """A claim or handling with what the ledger knows around it.

    `whole` is the claim that it is a part of, `parts` are its own parts; `spellings` are the names under which the
    ledger's claims mention its place; `judgements` are what people made of it, oldest first.
    """

    one: Claim | Handling
    report: Report
    row: Row
    origin: Row
    whole: Claim | None = None
    parts: Sequence[Claim] = ()
    spellings: Sequence[str] = ()
    judgements: Sequence[JudgementRow] = ()


def print_one(ledger: LedgerName, identity: str, *, format_: str) -> None:
    """The claim or handling whose id begins so, as a page or a row."""
    with Ledger(ledger) as book:
        shown = _shown(book, *the_one(book, identity))
    if format_ == "table":
        from cenotaph.cli.page import print_page

        print_page(shown)
    else:
        print_rows([_full_row(shown)], format_=format_, columns=(), empty="")


def headline(one: Claim | Handling) -> str:
    """What is claimed, in a line."""
    what = f"{one.cargo} {one.action}" if isinstance(one, Handling) else figure(one)
    denied = "" if one.stance == "asserted" else f" ({one.stance})"
    judged = f" – {one.verdict}" if one.verdict else ""
    word = f"on the word of {chain(list(one.sources))}" if one.sources else "in the report's own voice"
    return f"{what}{denied}, {word}{judged}"


def figure(claim: Claim) -> str:
    """How many of whom: "~2,500 killed (Russia)"."""
    whose = f" ({claim.side})" if claim.side else ""
    return f"{bounds(claim.low, claim.high, approx=claim.approx)} {claim.harm}{whose}"


def evidence(shown: Shown) -> Iterator[Row]:
    """Each field of a claim with the words it was read from, and where they stand."""
    if isinstance(shown.one, Claim):
        for field, span in shown.one.evidence:
            words = shown.report.text[span.start : span.end]
            yield {"field": field, "words": words, "start": span.start, "end": span.end}


def _shown(book: Ledger, one: Claim | Handling, report: Report) -> Shown:
    origin = report_row(report, next(p for r, p in book.reports(report.id) if r == report))
    from cenotaph.run import history

    judged = [judgement_row(judgement, in_force=holds) for judgement, holds in history(book, one.id)]
    if isinstance(one, Handling):
        return Shown(one, report, handling_row(one, report), origin, judgements=judged)
    row = claim_row(one, report, book.place(one.place_key))
    whole = next((claim for claim, _ in book.claims_by_id(one.part_of)), None) if one.part_of else None
    return Shown(one, report, row, origin, whole, book.parts_of(one), book.spellings(one.place_key), judged)


def _full_row(shown: Shown) -> Row:
    more = {"evidence": list(evidence(shown)), "parts": [part.id for part in shown.parts]}
    judged = {"judgements": list(shown.judgements)}
    return {**shown.origin, **shown.row, **(more if isinstance(shown.one, Claim) else {}), **judged}
