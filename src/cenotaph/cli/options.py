"""Options that several verbs share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Verb = TypeVar("Verb", bound=Callable[..., Any])

FORMATS = ("table", "json", "jsonl", "csv")

format_option = click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="A table for people; json, jsonl (one row a line) or csv for machines.",
)

ledger_option = click.option(
    "--ledger",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("cenotaph.sqlite"),
    show_default=True,
    envvar="CENOTAPH_LEDGER",
    show_envvar=True,
    help="The ledger file.",
)

jobs_option = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="How many processes find claims at once; the output is the same.",
)

limit_option = click.option("--limit", type=click.IntRange(min=1), help="Stop after so many rows.")

reports_argument = click.argument("paths", metavar="REPORTS...", nargs=-1, required=True)


def filter_options(*options: tuple[str, str]) -> Callable[[Verb], Verb]:
    """A text option for each name and help, in the order given."""

    def add(verb: Verb) -> Verb:
        for name, help_ in reversed(options):
            verb = click.option(name, help=help_)(verb)
        return verb

    return add
