"""The verb that finds once more in the texts a ledger keeps."""

import click

from cenotaph.cli.options import format_option, jobs_option, ledger_option
from cenotaph.cli.verbs.group import cenotaph


@cenotaph.command
@ledger_option
@click.option("--dry-run", is_flag=True, help="Only show what would change.")
@format_option
@jobs_option
def refind(ledger: str, dry_run: bool, format_: str, jobs: int) -> None:
    """Find once more, by the rules of today, in the texts that the ledger keeps, and show what changed.

    Claims gained, lost and changed stand with their sentences, old and new field by field. What people judged holds where
    the words are the same; `cenotaph problems --code judge` asks where they are not. Texts whose reader changed are read
    again from their bytes. What was found before stays in the ledger, superseded.

    \b
    Examples:
      cenotaph refind --dry-run
      cenotaph refind --ledger march.sqlite --jobs 4
      cenotaph refind --dry-run --format jsonl > changes.jsonl
    """
    from cenotaph.cli.refound import print_refound

    print_refound(ledger, dry_run=dry_run, format_=format_, jobs=jobs)
