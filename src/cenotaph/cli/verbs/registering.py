"""The verb that lists the source register."""

from typing import get_args

import click

from cenotaph.cli.options import format_option, ledger_option, limit_option
from cenotaph.cli.verbs.group import cenotaph
from cenotaph.trace import SourceKind


@cenotaph.command
@ledger_option
@click.option("--kind", type=click.Choice(get_args(SourceKind)), help="What the source is.")
@click.option("--side", help="The party to the war that it belongs to, as claims write it.")
@click.option("--name", help="A part of any of its names.")
@click.option("--named/--unnamed", default=None, help="Only those with a name, or only those without.")
@click.option("--protected/--not-protected", default=None,
              help="Only people who could come to harm if they were told apart, or all but those.")  # fmt: skip
@limit_option
@format_option
def sources(
    ledger: str,
    kind: SourceKind | None,
    side: str | None,
    name: str | None,
    named: bool | None,
    protected: bool | None,
    limit: int | None,
    format_: str,
) -> int:
    """List the source register: whom the reports credit, under which names, for how many claims.

    All names of one source lead to one entry. A sister outlet and a spokesman keep an entry of their own, with the
    house they belong to. What is wrong here is put right with `cenotaph judge --subject source`.

    \b
    Examples:
      cenotaph sources
      cenotaph sources --kind military --side Ukraine
      cenotaph sources --unnamed --protected --format csv
    """
    from cenotaph.cli.sources import print_sources

    return print_sources(
        ledger,
        kind=kind,
        side=side,
        name=name,
        named=named,
        protected=protected,
        limit=limit,
        format_=format_,
    )
