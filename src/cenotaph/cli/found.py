"""What `cenotaph find` does: rows straight to standard output, no ledger."""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence

from cenotaph.cli.output import print_rows
from cenotaph.cli.progress import watched
from cenotaph.cli.words import CLAIM_COLUMNS, HANDLING_COLUMNS
from cenotaph.rows import Row
from cenotaph.run import Count, Outcome, Result, find_reports

_COLUMNS = {"claims": CLAIM_COLUMNS, "handling": HANDLING_COLUMNS}


def print_found(
    paths: Sequence[str], *, what: str, columns: Mapping[str, str] | None, format_: str, jobs: int
) -> int:
    """Print the rows as they are found; the exit code is 1 if some input was lost."""
    count = Count()
    outcomes = watched(find_reports(paths, stdin=sys.stdin.buffer, columns=columns, jobs=jobs), paths, count)
    print_rows(_rows(outcomes, what), format_=format_, columns=_COLUMNS[what], empty=f"No {what} found.")
    return 1 if count.lost else 0


def _rows(outcomes: Iterable[Outcome], what: str) -> Iterator[Row]:
    for outcome in outcomes:
        if isinstance(outcome, Result):
            yield from outcome.claim_rows() if what == "claims" else outcome.handling_rows()
