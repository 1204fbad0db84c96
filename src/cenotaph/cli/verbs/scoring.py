"""The verb that measures found rows against rows marked by hand."""

from pathlib import Path

import click

from cenotaph.cli.options import FILE, FORMATS, WHAT
from cenotaph.cli.verbs.group import cenotaph


@cenotaph.command
@click.argument("gold", type=FILE)
@click.argument("predicted", type=FILE)
@click.option("--what", type=click.Choice(WHAT), default="claims", show_default=True,
              help="Which rows the two files hold.")  # fmt: skip
@click.option("--errors", type=click.IntRange(min=0), default=0, metavar="N",
              help="Also list up to N misses, false alarms and wrong values of each field.")  # fmt: skip
@click.option("--format", "format_", type=click.Choice(FORMATS[:2]), default="table", show_default=True,
              help="A table for people or json for machines.")  # fmt: skip
@click.option("--json", "format_", flag_value="json", help="The same as --format json.")
def score(gold: Path, predicted: Path, what: str, errors: int, format_: str) -> None:
    """Score found rows against rows marked by hand.

    GOLD and PREDICTED hold JSON lines as the codebook describes. A predicted claim matches a gold one of its report if
    their quantities overlap and their harm is the same; a handling, if the clauses share half of the shorter one and the
    action is the same. Fields are scored on matched rows. strict_f1 counts a claim only if its bounds, side and origin
    are all right.

    \b
    Examples:
      cenotaph find reports/ --format jsonl > found.jsonl
      cenotaph score by-hand.jsonl found.jsonl
      cenotaph score by-hand.jsonl found.jsonl --errors 5
      cenotaph score handling.jsonl found-handling.jsonl --what handling --json
    """
    from cenotaph.cli.score import print_score

    print_score(gold, predicted, what=what, errors=errors, format_=format_)
