"""`cenotaph claims`, `handlings`, `reports`, `problems`: what stands in the ledger, filtered."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import click
import msgspec

from cenotaph.cli.options import filter_options, format_option, ledger_option, limit_option
from cenotaph.cli.output import print_rows
from cenotaph.cli.words import CLAIM_COLUMNS, HANDLING_COLUMNS, PROBLEM_COLUMNS, REPORT_COLUMNS
from cenotaph.ledger import ClaimFilter, HandlingFilter, Ledger, row_of_report
from cenotaph.rows import Row, claim_row, handling_row
from cenotaph.run import row_of_problem

_NOTHING = "Nothing in the ledger meets these conditions."


@click.command
@ledger_option
@filter_options(
    ("--side", "Whose people the victims are."),
    ("--harm", "killed, wounded, missing, captured, bodies or casualties."),
    ("--role", "combatants, civilians, mixed or unknown."),
    ("--scope", "incident, cumulative, holding or flow."),
    ("--stance", "asserted, doubted or denied."),
    ("--place", "A place, under any of its spellings that the ledger has."),
    ("--source", "Part of the name of a source anywhere in the chain."),
    ("--from", "Claims as of this date (YYYY, YYYY-MM or YYYY-MM-DD) or later."),
    ("--until", "Claims as of this date or earlier."),
    ("--text", "Words of the claim's sentence."),
    ("--report", "The id of a report."),
)
@limit_option
@format_option
def claims(ledger: Path, limit: int | None, format_: str, **wanted: str | None) -> None:
    """List the claims that stand in the ledger.

    A claim with no dates of its own is placed at its report's date; one with neither is left out by --from and
    --until.

    \b
    Examples:
      cenotaph claims --side Russia --harm killed
      cenotaph claims --place Gomel --from 2022-03-01 --until 2022-03-31
      cenotaph claims --source "Ministry of Defence" --stance denied --format csv
    """
    condition = msgspec.convert(wanted, ClaimFilter)
    with Ledger(ledger) as book:
        rows: Iterator[Row] = (claim_row(*found) for found in islice(book.claims(condition), limit))
        print_rows(rows, format_=format_, columns=CLAIM_COLUMNS, empty=_NOTHING)


@click.command
@ledger_option
@filter_options(
    ("--cargo", "dead, wounded or both."),
    ("--action", "held, moved, returned, refused, abandoned, buried, cremated or overflowing."),
    ("--means", "train, plane, truck, bus, ambulance, helicopter, ship or other."),
    ("--stance", "asserted, doubted or denied."),
    ("--place", "Part of the name of a place or facility."),
    ("--source", "Part of the name of a source anywhere in the chain."),
    ("--text", "Words of the clause."),
    ("--report", "The id of a report."),
)
@limit_option
@format_option
def handlings(ledger: Path, limit: int | None, format_: str, **wanted: str | None) -> None:
    """List where the dead and wounded are said to be held, moved, returned or buried.

    \b
    Examples:
      cenotaph handlings --action moved --means train
      cenotaph handlings --place Mazyr --format jsonl
    """
    with Ledger(ledger) as book:
        found = islice(book.handlings(HandlingFilter(**wanted)), limit)
        rows: Iterator[Row] = (handling_row(*one) for one in found)
        print_rows(rows, format_=format_, columns=HANDLING_COLUMNS, empty=_NOTHING)


@click.command
@ledger_option
@limit_option
@format_option
def reports(ledger: Path, limit: int | None, format_: str) -> None:
    """List the reports in the ledger: date, outlet, counts, where the bytes came from and their SHA-256.

    \b
    Examples:
      cenotaph reports
      cenotaph reports --format csv > reports.csv
    """
    with Ledger(ledger) as book:
        rows: Iterator[Row] = (row_of_report(*found) for found in islice(book.reports(), limit))
        print_rows(rows, format_=format_, columns=REPORT_COLUMNS, empty="There are no reports in the ledger.")


@click.command
@ledger_option
@limit_option
@format_option
def problems(ledger: Path, limit: int | None, format_: str) -> None:
    """List what could not be read or decided, and whether a report was lost by it.

    A problem of reading stands until its source is read without it.

    \b
    Examples:
      cenotaph problems
      cenotaph problems --format jsonl
    """
    with Ledger(ledger) as book:
        rows: Iterator[Row] = (row_of_problem(problem) for problem in islice(book.problems(), limit))
        print_rows(rows, format_=format_, columns=PROBLEM_COLUMNS, empty="No problem stands.")
