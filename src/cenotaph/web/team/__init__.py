"""Team mode: accounts, sessions, and the log of who did what."""

from cenotaph.web.team.accounts import Account, Accounts
from cenotaph.web.team.roles import ROLES, Person, Role

__all__ = ["ROLES", "Account", "Accounts", "Person", "Role"]
