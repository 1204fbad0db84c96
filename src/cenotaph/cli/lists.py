"""What `cenotaph claims`, `handlings`, `reports` and `problems` do: list what stands in the ledger."""

from collections.abc import Iterator
from itertools import islice

import msgspec

from cenotaph.cli.output import print_rows
from cenotaph.cli.words import CLAIM_COLUMNS, HANDLING_COLUMNS, PROBLEM_COLUMNS, REPORT_COLUMNS
from cenotaph.ledger import ClaimFilter, HandlingFilter, Ledger, LedgerName, report_row
from cenotaph.problems import CenotaphError
from cenotaph.rows import Row, claim_row, handling_row

_NOTHING = "Nothing in the ledger meets these conditions."


def print_claims(
    ledger: LedgerName, wanted: dict[str, str | None], *, limit: int | None, format_: str
) -> None:
    """The claims that stand and meet what is wanted."""
    condition = _with_other_names(msgspec.convert(wanted, ClaimFilter))
    if condition.from_ and condition.until and condition.from_[: len(condition.until)] > condition.until:
        raise CenotaphError(f"--from {condition.from_} is later than --until {condition.until}; swap them.")
    with Ledger(ledger) as book:
        rows: Iterator[Row] = (
            claim_row(claim, report, book.place(claim.place_key))
            for claim, report in islice(book.claims(condition), limit)
        )
        print_rows(rows, format_=format_, columns=CLAIM_COLUMNS, empty=_NOTHING)


def _with_other_names(condition: ClaimFilter) -> ClaimFilter:
    """The condition with all that goes by the names of its side and its place."""
    if condition.side is None and condition.place is None:
        return condition
    from cenotaph.run import keys_of, sides_of

    return msgspec.structs.replace(
        condition,
        sides=sides_of(condition.side) if condition.side else (),
        place_keys=keys_of(condition.place) if condition.place else (),
    )


def print_handlings(
    ledger: LedgerName, wanted: dict[str, str | None], *, limit: int | None, format_: str
) -> None:
    """The handlings that stand and meet what is wanted."""
    with Ledger(ledger) as book:
        found = islice(book.handlings(msgspec.convert(wanted, HandlingFilter)), limit)
        rows: Iterator[Row] = (handling_row(*one) for one in found)
        print_rows(rows, format_=format_, columns=HANDLING_COLUMNS, empty=_NOTHING)


def print_reports(ledger: LedgerName, *, limit: int | None, format_: str) -> None:
    """The reports that stand."""
    with Ledger(ledger) as book:
        rows: Iterator[Row] = (report_row(*found) for found in islice(book.reports(), limit))
        print_rows(rows, format_=format_, columns=REPORT_COLUMNS, empty="There are no reports in the ledger.")


def print_problems(
    ledger: LedgerName, *, code: str | None, lost: bool, limit: int | None, format_: str
) -> None:
    """The problems that stand: of all codes or of one (or of a stage: "read"), all or those that cost input."""
    from cenotaph.run import row_of_problem

    with Ledger(ledger) as book:
        rows: Iterator[Row] = (
            row_of_problem(problem)
            for problem in book.problems()
            if code is None or f"{problem.code}.".startswith(f"{code}.")
        )
        chosen = islice((row for row in rows if row["lost"] or not lost), limit)
        print_rows(chosen, format_=format_, columns=PROBLEM_COLUMNS, empty="No such problem stands.")
