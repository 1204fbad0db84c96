"""The migrations: numbered files of SQL, each applied once, that bring a ledger to this program's version.

They are written as SQLite takes them; `postgres.translated` gives what PostgreSQL takes. One kind of statement is our
own: `KEEP table;` makes triggers by which the database itself refuses to change or delete rows of the table.
`KEEP table SET ONCE column;` lets the column be filled where it is null, `KEEP table SET column;` lets it change.
"""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from msgspec import Struct

_KEEP = re.compile(r"KEEP (?P<table>\w+)(?: SET (?P<once>ONCE )?(?P<column>\w+))?;")


class Keep(Struct, frozen=True):
    """A table whose rows are kept; `column` may still change, with `once` only from null."""

    table: str
    column: str | None
    once: bool

    def refused(self, columns: Sequence[str]) -> dict[str, tuple[str, str]]:
        """What is refused of a table with those columns: a name, the deed, and the condition ("" for always)."""
        fixed = ", ".join(f'"{name}"' for name in columns if name != self.column)
        deeds = {"delete": ("DELETE", ""), "update": (f"UPDATE OF {fixed}", "")}
        if self.once:
            deeds["once"] = (f"UPDATE OF {self.column}", f"OLD.{self.column} IS NOT NULL")
        return deeds


@cache
def migrations() -> tuple[str, ...]:
    """The SQL of each migration in order; the version of a ledger is how many were applied."""
    folder = files("cenotaph.ledger").joinpath("migrations")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return tuple(folder.joinpath(name).read_text("utf-8") for name in names)


def statements(script: str) -> Iterator[str]:
    """The statements of a migration one by one, but for what is to be kept."""
    statement = ""
    for line in _KEEP.sub("", script).splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def keeps(version: int) -> list[Keep]:
    """What a ledger of that version keeps; of two statements on one table the later one holds."""
    found: dict[str, Keep] = {}
    for script in migrations()[:version]:
        for one in _KEEP.finditer(script):
            found[one["table"]] = Keep(one["table"], one["column"], one["once"] is not None)
    return list(found.values())
