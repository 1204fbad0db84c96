"""`cenotaph read`: reports into the ledger, and a summary of what it holds."""

import sys
from pathlib import Path

import click

from cenotaph.cli.options import format_option, jobs_option, ledger_option, reports_argument
from cenotaph.cli.progress import Count, watched
from cenotaph.cli.summary import print_summary
from cenotaph.run import read_into


@click.command
@reports_argument
@ledger_option
@jobs_option
@format_option
def read(paths: tuple[str, ...], ledger: Path, jobs: int, format_: str) -> int:
    """Read REPORTS into the ledger and print who says what of whom.

    REPORTS are files, folders or - for standard input: plain text, HTML, PDF or JSON lines. Reports that the ledger
    has are not done again, so a run that was stopped goes on where it was when the same command is run again.

    \b
    Examples:
      cenotaph read reports/
      cenotaph read monday.jsonl tuesday.jsonl --ledger march.sqlite
      cenotaph read archive/ --jobs 8
      zcat dump.jsonl.gz | cenotaph read - --format json
    """
    count = Count()
    for _ in watched(read_into(ledger, paths, stdin=sys.stdin.buffer, jobs=jobs), paths, count):
        pass
    print_summary(ledger, count, format_=format_)
    return 1 if count.lost else 0
