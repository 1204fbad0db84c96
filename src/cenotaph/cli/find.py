"""`cenotaph find`: rows straight to standard output, no ledger."""

import sys
from collections.abc import Iterable, Iterator

import click

from cenotaph.cli.options import format_option, jobs_option, reports_argument
from cenotaph.cli.output import print_rows
from cenotaph.cli.progress import Count, watched
from cenotaph.cli.words import CLAIM_COLUMNS, HANDLING_COLUMNS
from cenotaph.rows import Row, claim_rows, handling_rows
from cenotaph.run import Outcome, Result, find_reports

_COLUMNS = {"claims": CLAIM_COLUMNS, "handling": HANDLING_COLUMNS}


@click.command
@reports_argument
@click.option(
    "--what",
    type=click.Choice(list(_COLUMNS)),
    default="claims",
    show_default=True,
    help="Claims of how many, or handlings of the dead and wounded.",
)
@format_option
@jobs_option
def find(paths: tuple[str, ...], what: str, format_: str, jobs: int) -> int:
    """Print the claims found in REPORTS, with no ledger.

    REPORTS are files, folders or - for standard input: plain text, HTML, PDF or JSON lines.

    \b
    Examples:
      cenotaph find report.txt
      cenotaph find reports/ --format jsonl > claims.jsonl
      cenotaph find page.html --what handling
      curl -s https://example.org/news | cenotaph find - --format csv
    """
    count = Count()
    outcomes = watched(find_reports(paths, stdin=sys.stdin.buffer, jobs=jobs), paths, count)
    print_rows(_rows(outcomes, what), format_=format_, columns=_COLUMNS[what], empty=f"No {what} found.")
    return 1 if count.lost else 0


def _rows(outcomes: Iterable[Outcome], what: str) -> Iterator[Row]:
    for outcome in outcomes:
        if isinstance(outcome, Result):
            found, report = outcome.found, outcome.document.report
            yield from (
                claim_rows(found.claims, report)
                if what == "claims"
                else handling_rows(found.handlings, report)
            )
