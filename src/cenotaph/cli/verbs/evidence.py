"""Verbs on a ledger as evidence: whether it holds, where its chain stands, a copy of it in another database."""

from pathlib import Path

import click

from cenotaph.cli.options import FILE, FORMATS, ledger_option
from cenotaph.cli.verbs.group import cenotaph


@cenotaph.command
@ledger_option
@click.option("--checkpoint", type=FILE, help="Also hold the ledger against this checkpoint.")
@click.option("--public-key", type=FILE, help="The key by which the checkpoint must be signed.")
@click.option("--quick", is_flag=True, help="Do not read the texts again from their bytes.")
@click.option("--format", "format_", type=click.Choice(FORMATS[:2]), default="table", show_default=True,
              help="Sentences for people or json for machines.")  # fmt: skip
def verify(ledger: str, checkpoint: Path | None, public_key: Path | None, quick: bool, format_: str) -> int:
    """Verify that the ledger holds what was filed, and name the first entry that does not hold.

    The chain of the journal, every row that it vouches for, all raw bytes and their hashes, each text once more from its
    bytes, and each claim's words in their place. Exit code 1 if anything does not hold.

    \b
    Examples:
      cenotaph verify --ledger march.sqlite
      cenotaph verify --checkpoint march.json --public-key ours.pub
      cenotaph verify --quick --format json
    """
    from cenotaph.cli.verified import print_verified

    return print_verified(ledger, checkpoint, public_key, reread=not quick, format_=format_)


@cenotaph.command
@ledger_option
@click.option("--out", type=FILE, help="The file to write; otherwise standard output.")
@click.option("--key", type=FILE, help="Sign with this ed25519 private key (PEM or OpenSSH).")
def checkpoint(ledger: str, out: Path | None, key: Path | None) -> None:
    """Write where the ledger's chain stands: a small file for others to keep.

    Whoever has it can later see whether the ledger was rewritten (`cenotaph verify --checkpoint`).

    \b
    Examples:
      cenotaph checkpoint --out march.json
      openssl genpkey -algorithm ed25519 -out ours.pem && openssl pkey -in ours.pem -pubout -out ours.pub
      cenotaph checkpoint --out march.json --key ours.pem
    """
    from cenotaph.cli.verified import print_checkpoint

    print_checkpoint(ledger, out, key)


@cenotaph.command
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
def copy(source: str, target: str) -> None:
    """Copy a ledger with its whole chain, from one file or database to another.

    FROM and TO are files or postgresql:// URLs. Stopped, it goes on where it was when run again; run again later, it
    copies what came since.

    \b
    Examples:
      cenotaph copy march.sqlite postgresql://recorder@db.example/war
      cenotaph copy postgresql://recorder@db.example/war backup.sqlite
    """
    from cenotaph.cli.verified import copy_and_tell

    copy_and_tell(source, target)
