"""The verb that shows where reports come from."""

import click

from cenotaph.cli.options import FORMATS, TRACED, jobs_option, ledger_option
from cenotaph.cli.verbs.group import cenotaph


@cenotaph.command
@click.argument("paths", metavar="[REPORTS...]", nargs=-1)
@ledger_option
@click.option("--what", type=click.Choice(TRACED), default="reports", show_default=True,
              help="Where reports come from, what they share, or what became of each claim.")  # fmt: skip
@click.option("--format", "format_", type=click.Choice(("tree", *FORMATS)), default="tree", show_default=True,
              help="A tree or a table for people; json, jsonl (one row a line) or csv for machines.")  # fmt: skip
@click.option("--report", metavar="ID", help="Of a ledger only this report.")
@click.option("--testimony", metavar="ID", help="Of a ledger only the claims of this testimony.")
@jobs_option
def trace(
    paths: tuple[str, ...],
    ledger: str,
    what: str,
    format_: str,
    report: str | None,
    testimony: str | None,
    jobs: int,
) -> int:
    """Show where REPORTS, or the reports of a ledger, come from and what changed on the way.

    Reports that retell one source have one origin, however many there are. Without REPORTS the ledger is traced:
    reports that it got since it was traced last are added to what it has, and nothing is done again.

    \b
    Examples:
      cenotaph trace reports/                  each origin, the reports that go back to it, and how
      cenotaph trace reports/ --what echoes    the words and claims that reports share
      cenotaph trace reports/ --what claims    testimonies, and their drift from report to report
      cenotaph trace --ledger march.sqlite --format jsonl
      cenotaph trace --ledger march.sqlite --report 0417 --what claims
    """
    from cenotaph.cli.traced import print_trace

    return print_trace(
        paths, ledger, what=what, format_=format_, jobs=jobs, report=report, testimony=testimony
    )
