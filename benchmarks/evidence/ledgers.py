"""Ledgers in both databases, and the command line run on them in processes that can be killed."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.postgresql import new_schema, programs, server

from cenotaph import cli
from cenotaph.ledger import LedgerName

SENTENCE = "{0} soldiers were killed near Kharkiv on Friday, the governor said."
PADDING = "The market opened late and closed early. " * 6


@contextmanager
def databases() -> Iterator[dict[str, Callable[[str], LedgerName]]]:
    """What makes a new ledger's name, by database."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        made: dict[str, Callable[[str], LedgerName]] = {"SQLite": lambda name: folder / f"{name}.sqlite"}
        if programs() is not None:
            url = stack.enter_context(server())
            made["PostgreSQL"] = lambda name: new_schema(url)
        yield made


def start(arguments: list[str]) -> int:
    """The command line in a child that has loaded all modules already."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    sys.argv = ["cenotaph", *arguments]
    try:
        cli.main()
    except SystemExit as exit_:
        os._exit(int(exit_.code or 0))
    os._exit(99)
