"""Verbs that say what stands: figures by a policy, attacks, running totals, disputes."""

from collections.abc import Callable
from functools import reduce, wraps
from inspect import signature
from typing import TYPE_CHECKING, Any

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

if TYPE_CHECKING:
    from cenotaph.cli.reckoned import Asked

_SHARED = (
    jobs_option,
    format_option,
    limit_option,
    claim_filters,
    profile_option,
    ledger_option,
    click.argument("paths", metavar="[REPORTS...]", nargs=-1),
)


def _asking(verb: Callable[..., int]) -> Callable[..., int]:
    """The options that all of these verbs have; the verb gets what they say as one value, and its own as they are."""
    own = signature(verb).parameters

    @wraps(verb)
    def asking(
        *,
        paths: tuple[str, ...],
        ledger: str,
        profile: str | None,
        limit: int | None,
        format_: str,
        jobs: int,
        **rest: Any,
    ) -> int:
        from cenotaph.cli.reckoned import Asked

        wanted = {name: value for name, value in rest.items() if name not in own}
        asked = Asked(paths, ledger, wanted, profile, limit, format_, jobs)
        return verb(asked, **{name: value for name, value in rest.items() if name in own})

    return reduce(lambda made, option: option(made), _SHARED, asking)


@cenotaph.command
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
@_asking
def tally(
    asked: "Asked",
    *,
    policy: str | None,
    settings: tuple[str, ...],
    without: tuple[str, ...],
    total: bool,
    why: bool,
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

    return print_tally(asked, policy=policy, settings=settings, without=without, total=total, why=why)


@cenotaph.command
@click.option("--why", is_flag=True, help="Under each attack why each claim belongs to it.")
@_asking
def incidents(
    asked: "Asked",
    *,
    why: bool,
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

    return print_incidents(asked, why=why)


@cenotaph.command
@click.option("--flagged", is_flag=True, help="Only falls and restarts.")
@_asking
def series(
    asked: "Asked",
    *,
    flagged: bool,
) -> int:
    """List each claimant's running totals over time, and flag those that fall or begin anew.

    Of REPORTS, or of a ledger. All voices of one side are one claimant.

    \b
    Examples:
      cenotaph series --side Russia --harm killed
      cenotaph series --flagged --format csv
    """
    from cenotaph.cli.reckoned import print_series

    return print_series(asked, flagged=flagged)


@cenotaph.command
@_asking
def disputes(asked: "Asked") -> int:
    """List figures on the same people, harm and time that cannot all hold, claimant beside claimant.

    Of REPORTS, or of a ledger. A running total that came later may be higher without contradicting anything.

    \b
    Examples:
      cenotaph disputes --harm killed
      cenotaph disputes reports/ --format jsonl
    """
    from cenotaph.cli.reckoned import print_disputes

    return print_disputes(asked)
