"""What the ledger asks of a database. Two know it: SQLite, one file, and PostgreSQL, for teams.

SQL is written once, in the words both know: `?` for a value, ON CONFLICT DO NOTHING, `marks` for lists. Beside the
standard there are two functions: `plain(text)` gives small letters without accents, `instr(text, part)` the place of a
part, 0 where there is none.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

Columns = tuple[Any, ...]
"""The values of a row: str, int, float, bytes or None. True and False are filed as 1 and 0."""

CHUNK = 256
"""Rows that are fetched at once."""


class Connection(Protocol):
    """An open ledger. Whatever the database complains of is a LedgerError."""

    name: str
    """The ledger's name as it may be printed."""

    def execute(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Run one statement; how many rows it changed."""
        ...

    def many(self, sql: str, rows: Iterable[Columns]) -> None:
        """Run one statement for each row of values."""
        ...

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Columns]:
        """All rows of a query."""
        ...

    def select(self, sql: str, values: Sequence[Any] = ()) -> Iterator[Columns]:
        """The rows of a query by the chunk: few are held at a time, and one who stops early leaves nothing open."""
        ...

    def transaction(self) -> AbstractContextManager[None]:
        """All that is run inside stands or falls together. Of those who write, one is inside at a time."""
        ...

    def snapshot(self) -> AbstractContextManager[None]:
        """All that is read inside is of one moment, whoever writes meanwhile. Nothing is written inside."""
        ...

    def tables(self) -> list[str]:
        """The names of the tables, in order of name."""
        ...

    def columns(self, table: str) -> list[str]:
        """The names of a table's columns."""
        ...

    def close(self) -> None:
        """Let go of the database."""
        ...


def marks(number: int) -> str:
    """So many question marks, for `IN (...)`; the NULL of an empty list equals nothing."""
    return ", ".join("?" * number) or "NULL"
