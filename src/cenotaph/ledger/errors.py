"""What stops a command on a ledger, each as one sentence that says what to do."""

import sqlite3
from pathlib import Path

from cenotaph.problems import CenotaphError


class LedgerError(CenotaphError):
    """A ledger cannot be opened, read or written."""


def no_ledger(path: Path) -> LedgerError:
    """There is no file at all."""
    return LedgerError(
        f"There is no ledger at {path}; make one with `cenotaph read REPORTS --ledger {path}`."
    )


def other_file(path: Path) -> LedgerError:
    """The file is something else: text, a picture, another program's database."""
    return LedgerError(
        f"{path} is not a Cenotaph ledger and was left as it is; name another file with --ledger."
    )


def newer_ledger(path: Path, version: int, ours: int) -> LedgerError:
    """A later release wrote it."""
    return LedgerError(
        f"{path} is a ledger of version {version}, and this program knows versions up to {ours}; update Cenotaph."
    )


def older_ledger(path: Path, version: int, ours: int) -> LedgerError:
    """An earlier release wrote it, and it was opened for reading only."""
    return LedgerError(
        f"{path} is a ledger of version {version}; any `cenotaph read` on it brings it to version {ours}, then try again."
    )


def of_sqlite(error: sqlite3.Error, path: Path) -> LedgerError:
    """SQLite's own complaint in a sentence that says what to do."""
    name = getattr(error, "sqlite_errorname", "") or ""
    for prefix, sentence in _SENTENCES.items():
        if name.startswith(prefix):
            return LedgerError(sentence.format(path=path))
    return LedgerError(f"The ledger {path} could not be used ({error}); check the file and its disk.")


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
