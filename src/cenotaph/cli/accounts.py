"""What `cenotaph accounts` does: who may log in to a workbench."""

import sys
from pathlib import Path
from typing import cast

import click

from cenotaph.problems import CenotaphError
from cenotaph.web.team import Accounts, Role


def print_accounts(path: Path) -> None:
    """Everybody who has an account, with their role."""
    everybody = Accounts(path).all() if path.exists() else []
    for one in everybody:
        click.echo(f"{one.name}\t{one.role}\tsince {one.made[:10]}")
    if not everybody:
        click.echo(f"There is no account in {path}; make one with `cenotaph accounts NAME --role editor`.")


def change_account(path: Path, name: str, *, role: str | None, remove: bool) -> None:
    """Add, change or take away an account."""
    accounts = Accounts(path)
    if remove:
        accounts.remove(name)
        click.echo(f"{name} has no account any more.")
        return
    if role is None:
        raise CenotaphError(f"Say what {name} may do with --role reader, recorder or editor.")
    accounts.put(name, cast(Role, role), _password(name))
    click.echo(f"{name} is now {role} in {path}.")


def _password(name: str) -> str:
    if sys.stdin.isatty():
        asked: str = click.prompt(f"Password for {name}", hide_input=True, confirmation_prompt=True)
        return asked
    return sys.stdin.readline().rstrip("\n")
