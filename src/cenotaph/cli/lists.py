"""What `cenotaph claims`, `handlings`, `reports` and `problems` do: list what stands in the ledger."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import msgspec

from cenotaph.cli.output import print_rows
from cenotaph.cli.words import CLAIM_COLUMNS, HANDLING_COLUMNS, PROBLEM_COLUMNS, REPORT_COLUMNS
from cenotaph.ledger import ClaimFilter, HandlingFilter, Ledger, report_row
from cenotaph.rows import Row, claim_row, handling_row

_NOTHING = "Nothing in the ledger meets these conditions."


def print_claims(ledger: Path, wanted: dict[str, str | None], *, limit: int | None, format_: str) -> None:
    """The claims that stand and meet what is wanted."""
    condition = msgspec.convert(wanted, ClaimFilter)
    if condition.place is not None:
        from cenotaph.run import keys_of

        condition = msgspec.structs.replace(condition, place_keys=keys_of(condition.place))
    with Ledger(ledger) as book:
        rows: Iterator[Row] = (
            claim_row(claim, report, book.place(claim.place_key))
            for claim, report in islice(book.claims(condition), limit)
        )
        print_rows(rows, format_=format_, columns=CLAIM_COLUMNS, empty=_NOTHING)


def print_handlings(ledger: Path, wanted: dict[str, str | None], *, limit: int | None, format_: str) -> None:
    """The handlings that stand and meet what is wanted."""
    with Ledger(ledger) as book:
        found = islice(book.handlings(msgspec.convert(wanted, HandlingFilter)), limit)
        rows: Iterator[Row] = (handling_row(*one) for one in found)
        print_rows(rows, format_=format_, columns=HANDLING_COLUMNS, empty=_NOTHING)


def print_reports(ledger: Path, *, limit: int | None, format_: str) -> None:
    """The reports that stand."""
    with Ledger(ledger) as book:
        rows: Iterator[Row] = (report_row(*found) for found in islice(book.reports(), limit))
        print_rows(rows, format_=format_, columns=REPORT_COLUMNS, empty="There are no reports in the ledger.")


def print_problems(ledger: Path, *, limit: int | None, format_: str) -> None:
    """The problems that stand."""
    from cenotaph.run import row_of_problem

    with Ledger(ledger) as book:
        rows: Iterator[Row] = (row_of_problem(problem) for problem in islice(book.problems(), limit))
        print_rows(rows, format_=format_, columns=PROBLEM_COLUMNS, empty="No problem stands.")
