"""What `cenotaph show` does: one claim or handling in its sentence, with all that stands behind it."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from cenotaph.cli.output import print_rows
from cenotaph.ledger import Ledger, LedgerName, report_row
from cenotaph.model import Claim, Handling, Report
from cenotaph.problems import CenotaphError
from cenotaph.rows import Row, bounds, chain, claim_row, handling_row


class Shown(Struct, frozen=True):
    """A claim or handling with what the ledger knows around it.

    `whole` is the claim that it is a part of, `parts` are its own parts; `spellings` are the names under which the
    ledger's claims mention its place.
    """

    one: Claim | Handling
    report: Report
    row: Row
    origin: Row
    whole: Claim | None = None
    parts: Sequence[Claim] = ()
    spellings: Sequence[str] = ()


def print_one(ledger: LedgerName, identity: str, *, format_: str) -> None:
    """The claim or handling whose id begins so, as a page or a row."""
    with Ledger(ledger) as book:
        shown = _shown(book, *_the_one(book, identity))
    if format_ == "table":
        from cenotaph.cli.page import print_page

        print_page(shown)
    else:
        print_rows([_full_row(shown)], format_=format_, columns=(), empty="")


def headline(one: Claim | Handling) -> str:
    """What is claimed, in a line."""
    what = f"{one.cargo} {one.action}" if isinstance(one, Handling) else figure(one)
    denied = "" if one.stance == "asserted" else f" ({one.stance})"
    word = f"on the word of {chain(list(one.sources))}" if one.sources else "in the report's own voice"
    return f"{what}{denied}, {word}"


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


def _the_one(book: Ledger, identity: str) -> tuple[Claim | Handling, Report]:
    found: list[tuple[Claim | Handling, Report]] = [
        *book.claims_by_id(identity),
        *book.handlings_by_id(identity),
    ]
    if not found:
        raise CenotaphError(
            f"No claim or handling in {book.name} has an id that begins with {identity}; see `cenotaph claims`."
        )
    if len(found) > 1:
        some = ", ".join(one.id[: len(identity) + 6] for one, _ in found[:5])
        raise CenotaphError(f"{len(found)} ids begin with {identity} ({some}); give more of its letters.")
    return found[0]


def _shown(book: Ledger, one: Claim | Handling, report: Report) -> Shown:
    origin = report_row(report, next(p for r, p in book.reports(report.id) if r == report))
    if isinstance(one, Handling):
        return Shown(one, report, handling_row(one, report), origin)
    row = claim_row(one, report, book.place(one.place_key))
    whole = next((claim for claim, _ in book.claims_by_id(one.part_of)), None) if one.part_of else None
    return Shown(one, report, row, origin, whole, book.parts_of(one), book.spellings(one.place_key))


def _full_row(shown: Shown) -> Row:
    more = {"evidence": list(evidence(shown)), "parts": [part.id for part in shown.parts]}
    return {**shown.origin, **shown.row, **(more if isinstance(shown.one, Claim) else {})}
