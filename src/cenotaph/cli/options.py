"""Options that several verbs share."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args

import click

from cenotaph.model import Harm, Role, Scope, Stance

Verb = TypeVar("Verb", bound=Callable[..., Any])

FORMATS = ("table", "json", "jsonl", "csv")
WHAT = ("claims", "handling")
REPORT_FIELDS = ("id", "text", "published", "outlet", "title", "url")
TRACED = ("reports", "echoes", "claims")
POLICIES = ("range", "ucdp", "ibc", "airwars", "acled", "every-casualty")
"""The names of `cenotaph.reconcile.POLICIES`, which is not loaded to print a help."""
LISTED = Literal["accepted", "corrected", "added", "rejected", "unjudged", "any"]
FILE = click.Path(dir_okay=False, path_type=Path)

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
    default="cenotaph.sqlite",
    show_default=True,
    envvar="CENOTAPH_LEDGER",
    show_envvar=True,
    metavar="LEDGER",
    help="The ledger: a file, or the postgresql:// URL of a database.",
)

jobs_option = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    default=1,
    show_default=True,
    help="How many processes find claims at once; the output is the same.",
)


class _Columns(click.ParamType[dict[str, str]]):
    """Fields of a report and the columns that hold them."""

    name = "FIELD=NAME,..."

    def convert(
        self, value: str | dict[str, str], param: click.Parameter | None, ctx: click.Context | None
    ) -> dict[str, str]:
        """The pairs, if each names a field."""
        if isinstance(value, dict):
            return value
        pairs = dict(pair.partition("=")[::2] for pair in value.split(","))
        wrong = [field for field, name in pairs.items() if field not in REPORT_FIELDS or not name]
        if wrong:
            fields = ", ".join(REPORT_FIELDS)
            self.fail(
                f"{wrong[0]!r} names no column of a field; write FIELD=NAME with a field of {fields}.",
                param,
                ctx,
            )
        return pairs


columns_option = click.option(
    "--columns",
    type=_Columns(),
    help="Which columns of CSV files and workbooks hold what, where their names do not tell: text=Story,published=Day.",
)

limit_option = click.option(
    "--limit", type=click.IntRange(min=1), metavar="N", help="Stop after so many rows."
)

policy_option = click.option(
    "--policy",
    type=click.Choice(POLICIES),
    help="Whose published rules the figures follow.  [default: the ledger's own, else range]",
)

profile_option = click.option(
    "--profile",
    metavar="PROFILE",
    help="With REPORTS: the profile of their war, shipped or a TOML file. A ledger has its own.",
)

reports_argument = click.argument("paths", metavar="REPORTS...", nargs=-1, required=True)


class _Date(click.ParamType[str]):
    """A day, a month or a year, as its digits."""

    name = "YYYY[-MM[-DD]]"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The date as it was given, if it is one."""
        if not _DATE.fullmatch(value):
            self.fail(f"{value!r} is not a date; write it as 2022-03-13, 2022-03 or 2022.", param, ctx)
        return value


DATE = _Date()
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def filter_options(*options: tuple[str, str] | tuple[str, str, Any]) -> Callable[[Verb], Verb]:
    """An option for each name and help, in the order given; a third part is its type, or a Literal of its choices."""

    def add(verb: Verb) -> Verb:
        for name, help_, *kind in reversed(options):
            verb = click.option(name, help=help_, type=_type(*kind))(verb)
        return verb

    return add


def _type(kind: Any = str) -> Any:
    choices = get_args(kind)
    return click.Choice(choices, case_sensitive=False) if choices else kind


claim_filters = filter_options(
    ("--side", "Whose people the victims are, under any name: Russia, Russian, Moscow."),
    ("--harm", "What befell them.", Harm),
    ("--role", "Who the victims are.", Role),
    ("--scope", "One attack, a running total, a number held, a number moved.", Scope),
    ("--stance", "How the figure is put forward.", Stance),
    ("--place", "A place, under any of its spellings."),
    ("--source", "Words of the sources' names, in any order."),
    ("--from", "Claims as of this date or later.", DATE),
    ("--until", "Claims as of this date or earlier.", DATE),
    ("--text", "Words of the claim's sentence."),
    ("--report", "The id of a report."),
)
"""Which claims are meant, as for `cenotaph claims`."""
