"""What `cenotaph read` does: reports into the ledger, then a summary of what it holds."""

import sys
from collections.abc import Mapping, Sequence

from cenotaph.cli.progress import tracing_bar, watched
from cenotaph.cli.summary import print_summary
from cenotaph.ledger import LedgerName
from cenotaph.run import Count, read_into
from cenotaph.run.catching_up import catch_up
from cenotaph.run.standing import keep_standing


def file_and_summarise(
    paths: Sequence[str],
    ledger: LedgerName,
    *,
    columns: Mapping[str, str] | None,
    format_: str,
    jobs: int,
    trace: bool,
) -> int:
    """File every report, trace them, and print the summary; the exit code is 1 if some input was lost."""
    count = Count()
    for _ in watched(
        read_into(ledger, paths, stdin=sys.stdin.buffer, columns=columns, jobs=jobs), paths, count
    ):
        pass
    if trace:
        with tracing_bar() as told:
            catch_up(ledger, told)
        keep_standing(ledger)
    print_summary(ledger, count, format_=format_)
    return 1 if count.lost else 0
