"""How a ledger is named: the path of an SQLite file, or the URL of a PostgreSQL database."""

import os
import re

LedgerName = str | os.PathLike[str]
"""A path, or a URL that begins with postgresql:// (a schema of its own: `?options=-csearch_path%3Dmarch`)."""

_PREFIXES = ("postgresql://", "postgres://")
_PASSWORD = re.compile(r"(?<=://)([^/@:]*):[^@/]*(?=@)|(?<=[?&]password=)[^&]*")


def is_url(ledger: LedgerName) -> bool:
    """Whether the name is the URL of a database and not a path."""
    return isinstance(ledger, str) and ledger.startswith(_PREFIXES)


def shown(ledger: LedgerName) -> str:
    """The name as it may be printed: a password is left out."""
    return _PASSWORD.sub(lambda found: found[1] or "", str(ledger)) if is_url(ledger) else os.fspath(ledger)
