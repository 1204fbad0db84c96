"""Verbs that list what a ledger holds, and show one row with all that stands behind it."""

import click

from cenotaph.cli.options import (
    FORMATS,
    LISTED,
    claim_filters,
    filter_options,
    format_option,
    ledger_option,
    limit_option,
)
from cenotaph.cli.verbs.group import cenotaph
from cenotaph.model import Action, Cargo, Means, Stance


@cenotaph.command
@ledger_option
@claim_filters
@filter_options(("--verdict", "What people made of it; without this, all but what was rejected.", LISTED))
@limit_option
@format_option
def claims(ledger: str, limit: int | None, format_: str, **wanted: str | None) -> None:
    """List the claims that stand in the ledger.

    A claim with no dates of its own is placed at its report's date (in brackets in the table); one with neither is left
    out by --from and --until. Names are found in any case, with and without accents.

    \b
    Examples:
      cenotaph claims --side Russia --harm killed
      cenotaph claims --place Gomel --from 2022-03-01 --until 2022-03-31
      cenotaph claims --source "Ministry of Defence" --stance denied --format csv
    """
    from cenotaph.cli.lists import print_claims

    print_claims(ledger, wanted, limit=limit, format_=format_)


@cenotaph.command
@ledger_option
@filter_options(
    ("--cargo", "The dead, the wounded, or both.", Cargo),
    ("--action", "What was done with them.", Action),
    ("--means", "How they were moved.", Means),
    ("--stance", "How the figure is put forward.", Stance),
    ("--place", "Part of the name of a place or facility."),
    ("--source", "Words of the sources' names, in any order."),
    ("--text", "Words of the clause."),
    ("--report", "The id of a report."),
    ("--verdict", "What people made of it; without this, all but what was rejected.", LISTED),
)
@limit_option
@format_option
def handlings(ledger: str, limit: int | None, format_: str, **wanted: str | None) -> None:
    """List how the dead and wounded are said to be held, moved or buried.

    \b
    Examples:
      cenotaph handlings --action moved --means train
      cenotaph handlings --place Mazyr --format jsonl
    """
    from cenotaph.cli.lists import print_handlings

    print_handlings(ledger, wanted, limit=limit, format_=format_)


@cenotaph.command
@ledger_option
@limit_option
@format_option
def reports(ledger: str, limit: int | None, format_: str) -> None:
    """List the reports in the ledger, with where their bytes came from.

    \b
    Examples:
      cenotaph reports
      cenotaph reports --format csv > reports.csv
    """
    from cenotaph.cli.lists import print_reports

    print_reports(ledger, limit=limit, format_=format_)


@cenotaph.command
@ledger_option
@click.option("--code", help="Only problems of this code or this stage (read.empty, read).")
@click.option("--lost", is_flag=True, help="Only those that cost input.")
@limit_option
@format_option
def problems(ledger: str, code: str | None, lost: bool, limit: int | None, format_: str) -> None:
    """List what could not be read or decided.

    A problem with "lost" cost a report; the others left a doubt.

    A problem of reading stands until its source is read without it.

    \b
    Examples:
      cenotaph problems --lost
      cenotaph problems --code report.no-date --format jsonl
    """
    from cenotaph.cli.lists import print_problems

    print_problems(ledger, code=code, lost=lost, limit=limit, format_=format_)


@cenotaph.command
@click.argument("identity", metavar="ID")
@ledger_option
@click.option("--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True,
              help="A page for people; json, jsonl or csv for machines.")  # fmt: skip
def show(identity: str, ledger: str, format_: str) -> None:
    """Show one claim or handling with all that stands behind it.

    ID is the beginning of its id. The page has its sentence in context, its fields, rules and evidence, its place and
    dates, its report and the SHA-256 of the raw bytes.

    \b
    Examples:
      cenotaph show 3f2a91c4
      cenotaph show 3f2a91c4 --ledger march.sqlite --format json
    """
    from cenotaph.cli.show import print_one

    print_one(ledger, identity, format_=format_)
