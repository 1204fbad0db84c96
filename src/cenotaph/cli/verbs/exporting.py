"""Verbs that carry a ledger to other tools."""

from pathlib import Path

import click

from cenotaph.cli.options import FILE, claim_filters, ledger_option
from cenotaph.cli.verbs.group import cenotaph

EXPORTED = (
    "csv",
    "jsonl",
    "xlsx",
    "parquet",
    "html",
    "hxl",
    "ucdp",
    "acled",
    "gdelt",
    "geojson",
    "ftm",
    "annotations",
    "schema-org",
    "prov",
    "wacz",
)
LEVELS = ("region", "country", "none")


@cenotaph.command
@click.argument("to", metavar="FORMAT", type=click.Choice(EXPORTED))
@click.option("--to", "file", type=FILE, help="The file to write; standard output if not given.")
@ledger_option
@claim_filters
@click.option(
    "--policy", help="The policy of the figures; the profile's if not given. ucdp and acled have their own."
)
@click.option("--places", "level", type=click.Choice(LEVELS), default="region", show_default=True,
              help="How exactly to tell places of claims about or from somebody protected.")  # fmt: skip
@click.option(
    "--unprotected",
    is_flag=True,
    help="Withhold nothing: names of private persons and protected sources too.",
)
def export(
    to: str,
    file: Path | None,
    ledger: str,
    policy: str | None,
    level: str,
    unprotected: bool,
    **wanted: str | None,
) -> int:
    """Write the ledger as FORMAT, for other tools.

    Names of private persons and of protected sources are withheld, their places told coarsely and their words masked,
    unless --unprotected is given. What a format cannot carry is counted on standard error.

    \b
    Examples:
      cenotaph export xlsx --to march.xlsx
      cenotaph export html --to dossier.html --policy airwars
      cenotaph export hxl --side Ukraine --harm killed > ukraine.csv
      cenotaph export wacz --to evidence.wacz --unprotected
    """
    from cenotaph.cli.exported import write_export

    return write_export(to, file, ledger, wanted, policy=policy, level=None if unprotected else level)


@cenotaph.command
@click.argument("pseudonym")
@ledger_option
def unmask(pseudonym: str, ledger: str) -> int:
    """Print the name that PSEUDONYM, from an export of this ledger, stands for.

    \b
    Examples:
      cenotaph unmask "Person 3f2a91c4d0" --ledger march.sqlite
    """
    from cenotaph.cli.exported import print_name

    return print_name(pseudonym, ledger)
