"""The key of a ledger's pseudonyms."""

from secrets import token_bytes

from cenotaph.ledger.name import LedgerName
from cenotaph.ledger.query import Ledger
from cenotaph.ledger.store import Store

_KEY_BYTES = 32
_KEY = "SELECT key FROM protection WHERE seq = 1"


def protection_key(ledger: LedgerName) -> bytes:
    """The key, made when it is first asked for. LedgerError where there is no ledger, or none that can be written yet."""
    with Ledger(ledger) as book:
        found = book.select(_KEY)
    return bytes(found[0][0]) if found else _new_key(ledger)


def _new_key(ledger: LedgerName) -> bytes:
    with Store(ledger) as store:
        add = "INSERT INTO protection (seq, key) VALUES (1, ?) ON CONFLICT DO NOTHING"
        with store.connection.transaction():
            store.connection.execute(add, (token_bytes(_KEY_BYTES),))
            return bytes(store.connection.rows(_KEY)[0][0])
