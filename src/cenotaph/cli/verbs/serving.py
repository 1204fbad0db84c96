"""The verbs of the workbench: serving it, and who may log in to it."""

from pathlib import Path

import click

from cenotaph.cli.options import ledger_option
from cenotaph.cli.verbs.group import cenotaph


@cenotaph.command
@ledger_option
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS",
              help="The address to answer on; any but this machine's own needs --accounts.")  # fmt: skip
@click.option("--port", type=click.IntRange(1, 65535), default=8471, show_default=True, help="The port.")
@click.option("--as", "person", default="local", show_default=True, metavar="NAME",
              help="Who judges, where nobody logs in.")  # fmt: skip
@click.option("--accounts", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Let those in who have an account in this file, and nobody else.")  # fmt: skip
@click.option("--open", "browse", is_flag=True, help="Open the workbench in the browser.")
def serve(ledger: str, host: str, port: int, person: str, accounts: Path | None, browse: bool) -> None:
    """Serve the workbench: pages for reading reports, judging claims and telling where each figure comes from.

    It answers on this machine alone, works without a network and makes the ledger if there is none. Ctrl-C stops it.

    \b
    Examples:
      cenotaph serve
      cenotaph serve --ledger march.sqlite --open
      cenotaph serve --as anna --port 8500
      cenotaph serve --host 192.0.2.7 --accounts team.sqlite
    """
    from cenotaph.web import Settings, serve

    serve(Settings(ledger, host, port, accounts, person), browse=browse)


@cenotaph.command
@click.argument("name", required=False)
@click.option("--accounts", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              default=Path("cenotaph-accounts.sqlite"), show_default=True, help="The file of accounts.")  # fmt: skip
@click.option("--role", type=click.Choice(("reader", "recorder", "editor")),
              help="What they may do: read; judge and add reports; decide for all.")  # fmt: skip
@click.option("--remove", is_flag=True, help="Take the account away; what was judged under it stays.")
def accounts(name: str | None, accounts: Path, role: str | None, remove: bool) -> None:
    """List the accounts of a workbench, or add, change or remove the one called NAME.

    The password is asked for twice; where standard input is no terminal, its first line is the password.

    \b
    Examples:
      cenotaph accounts
      cenotaph accounts anna --role editor
      cenotaph accounts boris --remove
    """
    from cenotaph.cli.accounts import change_account, print_accounts

    if name is None:
        print_accounts(accounts)
    else:
        change_account(accounts, name, role=role, remove=remove)
