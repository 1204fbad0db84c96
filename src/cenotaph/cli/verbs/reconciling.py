"""Verbs that say what stands: figures by a policy, attacks, running totals, disputes."""

from typing import Any

import click

from cenotaph.cli.options import (
    claim_filters,
    format_option,
    jobs_option,
    ledger_option,
    limit_option,
    policy_option,
    profile_option,
)
from cenotaph.cli.verbs.group import cenotaph

_reports = click.argument("paths", metavar="[REPORTS...]", nargs=-1)


@cenotaph.command
@_reports
@ledger_option
@profile_option
@policy_option
@click.option("--set", "settings", multiple=True, metavar="NAME=VALUE",
              help="An option of the policy: prefer=UN,medic or treatment=defer; may be given again.")  # fmt: skip
@click.option(
    "--without", multiple=True, metavar="RULE", help="Switch a rule of the policy off: common.echo."
)
@click.option("--total", is_flag=True, help="Add up the figures, or say why they must not be added.")
@click.option(
    "--why", is_flag=True, help="Under each figure the rules, and every claim with its reason and sentence."
)
@claim_filters
@limit_option
@format_option
@jobs_option
def tally(
    paths: tuple[str, ...],
    ledger: str,
    profile: str | None,
    policy: str | None,
    settings: tuple[str, ...],
    without: tuple[str, ...],
    total: bool,
    why: bool,
    limit: int | None,
    format_: str,
    jobs: int,
    **wanted: Any,
) -> int:
    """Say what figures stand, by a published policy: low, best, high, label, and how many independent origins at most.

    Of REPORTS, or of a ledger. Each figure is of one side's people in one role, one harm, place and sense of "how many";
    nothing is added together. Under it stand its claimants. --why gives the reason for every claim used or left out.

    \b
    Examples:
      cenotaph tally --side Russia --harm killed            from the lowest to the highest figure
      cenotaph tally --policy ucdp --why                    best, low and high as UCDP codes them, with reasons
      cenotaph tally reports/ --policy airwars --format jsonl
      cenotaph tally --policy every-casualty --set treatment=prioritise --set prefer=UN,medic
    """
    from cenotaph.cli.reckoned import print_tally

    return print_tally(
        paths,
        ledger,
        wanted,
        profile=profile,
        policy=policy,
        settings=settings,
        without=without,
        total=total,
        why=why,
        limit=limit,
        format_=format_,
        jobs=jobs,
    )


@cenotaph.command
@_reports
@ledger_option
@profile_option
@click.option("--why", is_flag=True, help="Under each attack why each claim belongs to it.")
@claim_filters
@limit_option
@format_option
@jobs_option
def incidents(
    paths: tuple[str, ...],
    ledger: str,
    profile: str | None,
    why: bool,
    limit: int | None,
    format_: str,
    jobs: int,
    **wanted: Any,
) -> int:
    """List the attacks of which claims tell, with the claims that meet in each.

    Of REPORTS, or of a ledger. Claims meet by place, time, numbers, names, testimony and who is blamed; each has a score
    and a sentence that says why it belongs there (--why). What fits several attacks equally well is a problem.

    \b
    Examples:
      cenotaph incidents --place Kharkiv --from 2024-05-01 --until 2024-05-31
      cenotaph incidents reports/ --why
    """
    from cenotaph.cli.reckoned import print_incidents

    return print_incidents(
        paths, ledger, wanted, profile=profile, why=why, limit=limit, format_=format_, jobs=jobs
    )


@cenotaph.command
@_reports
@ledger_option
@profile_option
@click.option("--flagged", is_flag=True, help="Only falls and restarts.")
@claim_filters
@limit_option
@format_option
@jobs_option
def series(
    paths: tuple[str, ...],
    ledger: str,
    profile: str | None,
    flagged: bool,
    limit: int | None,
    format_: str,
    jobs: int,
    **wanted: Any,
) -> int:
    """List each claimant's running totals over time, and flag those that fall or begin anew.

    Of REPORTS, or of a ledger. All voices of one side are one claimant.

    \b
    Examples:
      cenotaph series --side Russia --harm killed
      cenotaph series --flagged --format csv
    """
    from cenotaph.cli.reckoned import print_series

    return print_series(
        paths, ledger, wanted, profile=profile, flagged=flagged, limit=limit, format_=format_, jobs=jobs
    )


@cenotaph.command
@_reports
@ledger_option
@profile_option
@claim_filters
@limit_option
@format_option
@jobs_option
def disputes(
    paths: tuple[str, ...],
    ledger: str,
    profile: str | None,
    limit: int | None,
    format_: str,
    jobs: int,
    **wanted: Any,
) -> int:
    """List figures on the same people, harm and time that cannot all hold, claimant beside claimant.

    Of REPORTS, or of a ledger. A running total that came later may be higher without contradicting anything.

    \b
    Examples:
      cenotaph disputes --harm killed
      cenotaph disputes reports/ --format jsonl
    """
    from cenotaph.cli.reckoned import print_disputes

    return print_disputes(paths, ledger, wanted, profile=profile, limit=limit, format_=format_, jobs=jobs)
