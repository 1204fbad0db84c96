"""The verb that shows and sets the profile of a dossier."""

import click

from cenotaph.cli.options import format_option, ledger_option
from cenotaph.cli.verbs.group import cenotaph


@cenotaph.command
@click.argument("name", metavar="[PROFILE]", required=False)
@click.option("--list", "listed", is_flag=True, help="The profiles that come with the program.")
@click.option("--toml", is_flag=True, help="Print the profile as TOML, to make one of your own from.")
@click.option("--set", "set_", is_flag=True, help="Make it the profile of the ledger's dossier.")
@click.option("--by", metavar="NAME", envvar="CENOTAPH_BY", show_envvar=True, help="With --set: who sets it.")
@click.option("--reason", help="With --set: why.")
@click.option("--history", is_flag=True, help="Every profile that the dossier was given, oldest first.")
@click.option(
    "--resolved", is_flag=True, help="The fields of claims that the profile gives another value, and why."
)
@ledger_option
@format_option
def profile(
    name: str | None,
    listed: bool,
    toml: bool,
    set_: bool,
    by: str | None,
    reason: str | None,
    history: bool,
    resolved: bool,
    ledger: str,
    format_: str,
) -> None:
    """Show a profile, or set the one of the ledger's dossier.

    PROFILE is the name of a shipped one or a TOML file; without it, the profile of the ledger is meant. A profile says
    when the war began, who the parties and claimants are and by which policy figures are made. It changes no claim: what
    it makes of one is shown as such.

    \b
    Examples:
      cenotaph profile --list
      cenotaph profile ukraine --set --by "A. Lenz" --reason "the dossier is on this war"
      cenotaph profile --resolved
      cenotaph profile sudan --toml > mine.toml
    """
    from cenotaph.cli import profiles

    if listed:
        profiles.print_shipped(format_=format_)
    elif history:
        profiles.print_history(ledger, format_=format_)
    elif set_:
        profiles.set_and_print(ledger, name, by=by or "", reason=reason or "", format_=format_)
    elif toml:
        profiles.print_toml(ledger, name)
    elif resolved:
        profiles.print_resolved(ledger, name, format_=format_)
    else:
        profiles.print_profile(ledger, name, format_=format_)
