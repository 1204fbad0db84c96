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
@jobs_option
def trace(paths: tuple[str, ...], ledger: str, what: str, format_: str, jobs: int) -> int:
    """Show where REPORTS, or the reports of a ledger, come from and what changed on the way.

    Reports that retell one source have one origin, however many there are. Without REPORTS the ledger is traced; what
    its reports share is remembered in a folder beside it, so that only new reports are compared.

    \b
    Examples:
      cenotaph trace reports/                  each origin, the reports that go back to it, and how
      cenotaph trace reports/ --what echoes    the words and claims that reports share
      cenotaph trace reports/ --what claims    testimonies, and their drift from report to report
      cenotaph trace --ledger march.sqlite --format jsonl
    """
    from cenotaph.cli.traced import print_trace

    return print_trace(paths, ledger, what=what, format_=format_, jobs=jobs)
