"""What a workbench is started with."""

from pathlib import Path

from msgspec import Struct

from cenotaph.ledger import LedgerName


class Settings(Struct, frozen=True):
    """`ledger` is the ledger that is worked on; `host` and `port` the address. With `accounts`, a file, people log in;
    without, whoever sits at this machine is the editor called `person`."""

    ledger: LedgerName
    host: str = "127.0.0.1"
    port: int = 8471
    accounts: Path | None = None
    person: str = "local"
