"""What stops a command on a ledger, each as one sentence that says what to do."""

import sqlite3
from pathlib import Path

from cenotaph.problems import CenotaphError


class LedgerError(CenotaphError):
    """A ledger cannot be opened, read or written."""


def no_ledger(path: str) -> LedgerError:
    """There is no file at all, or nothing in the database."""
    return LedgerError(
        f"There is no ledger at {path}; make one with `cenotaph read REPORTS --ledger {path}`."
    )


def other_file(path: Path) -> LedgerError:
    """The file is something else: text, a picture, another program's database."""
    return LedgerError(
        f"{path} is not a Cenotaph ledger and was left as it is; name another file with --ledger."
    )


def other_database(name: str) -> LedgerError:
    """The schema holds tables of another program."""
    return LedgerError(
        f"{name} holds tables that are no Cenotaph ledger and was left as it is; name an empty database or schema."
    )


def no_driver() -> LedgerError:
    """A ledger is named by a URL, and psycopg is not installed."""
    return LedgerError(
        "A ledger in PostgreSQL needs psycopg; install it with `pip install 'cenotaph[postgres]'`."
    )


def unreachable(error: Exception, name: str) -> LedgerError:
    """The server does not answer, or does not know the database or its user."""
    reason = " ".join(str(error).split()).rstrip(".")
    return LedgerError(
        f"The database {name} cannot be reached ({reason}); check its address, user and password."
    )


def newer_ledger(path: str, version: int, ours: int) -> LedgerError:
    """A later release wrote it."""
    return LedgerError(
        f"{path} is a ledger of version {version}, and this program knows versions up to {ours}; update Cenotaph."
    )


def older_ledger(path: str, version: int, ours: int) -> LedgerError:
    """An earlier release wrote it, and it was opened for reading only."""
    return LedgerError(
        f"{path} is a ledger of version {version}; any `cenotaph read` on it brings it to version {ours}, then try again."
    )


def of_sqlite(error: sqlite3.Error, path: str) -> LedgerError:
    """SQLite's own complaint in a sentence that says what to do."""
    name = getattr(error, "sqlite_errorname", "") or ""
    for prefix, sentence in _SENTENCES.items():
        if name.startswith(prefix):
            return LedgerError(sentence.format(path=path))
    return LedgerError(f"The ledger {path} could not be used ({error}); check the file and its disk.")


def of_postgresql(error: Exception, name: str) -> LedgerError:
    """PostgreSQL's own complaint in a sentence that says what to do. Its codes: Appendix A of its manual."""
    code = getattr(error, "sqlstate", None) or "08"
    for prefix, sentence in _POSTGRESQL_SENTENCES.items():
        if code.startswith(prefix):
            return LedgerError(sentence.format(path=name))
    reason = str(error).partition("\n")[0].rstrip(".")
    return LedgerError(f"The ledger {name} could not be used ({reason}); check the database and its server.")


_SENTENCES = {
    "SQLITE_FULL": "The disk that holds {path} is full; what was filed so far stands, so free some space and run "
    "the same command again.",
    "SQLITE_IOERR": "The ledger {path} could not be written (the disk may be full or failing); what was filed so far "
    "stands, so free some space and run the same command again.",
    "SQLITE_READONLY": "The ledger {path} cannot be written; check the permissions of the file and of its folder.",
    "SQLITE_CANTOPEN": "The ledger {path} cannot be opened; check that its folder exists and may be written to.",
    "SQLITE_PERM": "The ledger {path} cannot be opened; check the permissions of the file and of its folder.",
    "SQLITE_BUSY": "Another program has held the ledger {path} for half a minute; let it finish, then try again.",
    "SQLITE_NOTADB": "{path} is not a Cenotaph ledger and was left as it is; name another file with --ledger.",
    "SQLITE_CORRUPT": "The ledger {path} is damaged; restore it from a copy, or read the reports into a new one.",
}

_POSTGRESQL_SENTENCES = {
    "08": "The connection to {path} was lost; what was filed so far stands, so run the same command again.",
    "57P": "The server of {path} was shut down; what was filed so far stands, so run the same command again when it is back.",
    "53100": "The disk of the server of {path} is full; what was filed so far stands, so free some space and run the "
    "same command again.",
    "53": "The server of {path} has no room for more (connections or memory); try again later.",
    "42501": "The ledger {path} cannot be written; ask for the right to write its tables.",
    "25006": "The ledger {path} cannot be written; the server takes no changes.",
    "55P03": "Another program has held the ledger {path} for five minutes; let it finish, then try again.",
}
