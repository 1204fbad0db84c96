"""What `cenotaph export` and `cenotaph unmask` do."""

import sys
from pathlib import Path
from typing import Any, BinaryIO

import click

from cenotaph.cli.progress import Speaker
from cenotaph.ledger import LedgerName
from cenotaph.problems import CenotaphError
from cenotaph.run.exporting import Wanted, export, unmasked
from cenotaph.run.wanted import filter_of


def write_export(
    format_: str,
    file: Path | None,
    ledger: LedgerName,
    wanted: dict[str, Any],
    *,
    policy: str | None,
    level: Any,
) -> int:
    """Write the file, or standard output, and say what the format could not carry."""
    what = Wanted(filter_of(wanted), policy, level)
    if file is None:
        problems = export(ledger, format_, _standard_output(format_), what)
    else:
        try:
            with file.open("wb") as out:
                problems = export(ledger, format_, out, what)
        except OSError as error:
            raise CenotaphError(
                f"{file} could not be written ({error.strerror}); name another file."
            ) from error
    Speaker().name(problems)
    return 0


def print_name(name: str, ledger: LedgerName) -> int:
    """The names behind a pseudonym; the exit code is 1 if there is none."""
    found = unmasked(ledger, name)
    for one in found:
        click.echo(one)
    if not found:
        click.echo(
            f"cenotaph: {name} stands for nobody in {ledger}; check that the export came from it.", err=True
        )
    return 0 if found else 1


def _standard_output(format_: str) -> BinaryIO:
    """Standard output, unless it is a terminal and the format is one of bytes."""
    if sys.stdout.isatty() and format_ in ("xlsx", "parquet", "wacz"):
        raise CenotaphError(f"{format_} is no text for a terminal; name a file with --to, or send it to one.")
    return sys.stdout.buffer
