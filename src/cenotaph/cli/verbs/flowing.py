"""The verb that draws the path of the dead."""

import click

from cenotaph.cli.options import FORMATS, filter_options, jobs_option, ledger_option
from cenotaph.cli.verbs.group import cenotaph
from cenotaph.model import Action, Cargo, Means


@cenotaph.command
@click.argument("paths", metavar="[REPORTS...]", nargs=-1)
@ledger_option
@filter_options(
    ("--cargo", "Of a ledger: the dead, the wounded, or both.", Cargo),
    ("--action", "Of a ledger: what was done with them.", Action),
    ("--means", "Of a ledger: how they were moved.", Means),
    ("--place", "Of a ledger: part of the name of a place or facility."),
    ("--report", "Of a ledger: the id of a report."),
)
@click.option("--format", "format_", type=click.Choice(("text", *FORMATS, "dot", "geojson")), default="text",
              show_default=True, help="A drawing or a table for people; json, jsonl, csv, a graph for Graphviz (dot) or a map (geojson).")  # fmt: skip
@jobs_option
def flow(paths: tuple[str, ...], ledger: str, format_: str, jobs: int, **wanted: str | None) -> int:
    """Draw the path of the dead and wounded in REPORTS, or in those of a ledger.

    Places and their facilities are stations; between them go the moves, with means, figures in their words, and how many
    independent origins they have at the most. Figures are never added.

    \b
    Examples:
      cenotaph flow reports/
      cenotaph flow --ledger march.sqlite --cargo dead
      cenotaph flow reports/ --format dot | dot -Tsvg > flow.svg
    """
    from cenotaph.cli.flows import print_flow

    return print_flow(paths, ledger, wanted, format_=format_, jobs=jobs)
