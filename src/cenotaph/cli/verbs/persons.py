"""The verb that lists the people whom reports name."""

from typing import Any

import click

from cenotaph.cli.options import claim_filters, format_option, jobs_option, ledger_option, limit_option
from cenotaph.cli.verbs.group import cenotaph


@cenotaph.command
@click.argument("paths", metavar="[REPORTS...]", nargs=-1)
@click.option("--what", type=click.Choice(("persons", "matches")), default="persons", show_default=True,
              help="The people, or who of them may be one person, and why.")  # fmt: skip
@ledger_option
@claim_filters
@limit_option
@format_option
@jobs_option
def persons(
    paths: tuple[str, ...],
    what: str,
    ledger: str,
    limit: int | None,
    format_: str,
    jobs: int,
    **wanted: Any,
) -> int:
    """List the named dead, wounded, missing and captured of REPORTS, or of a ledger.

    Each has all spellings of the name, rank, unit, age, side, and the claims that name the person. People who may be one
    under several spellings are proposed as matches, with reasons; they become one record only by a person's judgement.

    \b
    Examples:
      cenotaph persons reports/
      cenotaph persons --side Russia --harm killed --format csv > named.csv
      cenotaph persons --what matches
      cenotaph judge 3f2a91c4 accept --subject person --other 77aa01b2 --reason "same unit and day" --by "A. Lenz"
    """
    from cenotaph.cli.people import print_persons

    return print_persons(paths, ledger, wanted, what=what, limit=limit, format_=format_, jobs=jobs)
