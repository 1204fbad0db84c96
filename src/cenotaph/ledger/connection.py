"""Opening a ledger by its name, whichever database it lies in."""

from pathlib import Path

from cenotaph.ledger.database import Connection
from cenotaph.ledger.name import LedgerName, is_url
from cenotaph.ledger.sqlite import read_sqlite, write_sqlite


def open_to_write(ledger: LedgerName) -> Connection:
    """The ledger of that name, made if there is none and migrated if it is old. LedgerError if it cannot be."""
    if is_url(ledger):
        from cenotaph.ledger.postgres import write_postgresql

        return write_postgresql(str(ledger))
    return write_sqlite(Path(ledger))


def open_to_read(ledger: LedgerName) -> Connection:
    """The ledger of that name, which is not changed. LedgerError if there is none or it cannot be read."""
    if is_url(ledger):
        from cenotaph.ledger.postgres import read_postgresql

        return read_postgresql(str(ledger))
    return read_sqlite(Path(ledger))
