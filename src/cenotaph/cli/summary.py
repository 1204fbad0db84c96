"""The summary at the end of `read`: the ledger's claims by group and claimant, and its problems."""

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from cenotaph.cli.output import print_rows
from cenotaph.cli.tables import Column, add_row, console, new_table
from cenotaph.cli.words import bounds
from cenotaph.ledger import ClaimFilter, Group, Ledger, summarise
from cenotaph.rows import Row
from cenotaph.run import Count

if TYPE_CHECKING:
    from rich.console import Console

_GROUPS_SHOWN = 12
_CLAIMANTS_SHOWN = 8

_COLUMNS = (
    Column("who", lambda row: _people(row) if row["first"] else "", ratio=3),
    Column("harm", lambda row: f"{row['harm']}, {row['scope']}" if row["first"] else "", ratio=3),
    Column("claimant", lambda row: row["claimant"], ratio=5),
    Column("low–high", lambda row: _range(row), right=True),
    Column("claims", lambda row: f"{row['claims']:,}", right=True),
    Column("reports", lambda row: f"{row['reports']:,}", right=True),
    Column("", lambda row: f"{row['denied']} denied" if row["denied"] else "", least=100),
)


def print_summary(path: Path, count: Count, *, format_: str) -> None:
    """Print the groups of the whole ledger; as a table, only the largest, and the counts of this run."""
    with Ledger(path) as ledger:
        groups = summarise(claim for claim, _ in ledger.claims(ClaimFilter()))
        standing = sum(1 for _ in ledger.problems())
    if format_ != "table":
        rows = map(msgspec.structs.asdict, groups)
        print_rows(rows, format_=format_, columns=(), empty="")
        return
    out = console()
    _print_groups(groups, out)
    out.print(f"Read {count}." + (f" {count.repeats:,} were in the ledger before." if count.repeats else ""))
    if standing:
        out.print(f"{standing:,} problems stand: `cenotaph problems --ledger {path}` lists them.")
    out.print(f"The ledger is {path}; `cenotaph claims --ledger {path}` lists every claim with its source.")


def _print_groups(groups: list[Group], out: "Console") -> None:
    """The largest groups, each with its claimants; what is left out is counted, not hidden."""
    columns = [column for column in _COLUMNS if out.width >= column.least]
    table = new_table(columns, title="Who says what of whom")
    kinds = [list(members) for _, members in groupby(groups, key=_kind)]
    for members in kinds[:_GROUPS_SHOWN]:
        for group in members[:_CLAIMANTS_SHOWN]:
            add_row(table, columns, msgspec.structs.asdict(group) | {"first": group is members[0]})
        if len(members) > _CLAIMANTS_SHOWN:
            table.add_row("", "", f"… and {len(members) - _CLAIMANTS_SHOWN:,} more")
        table.add_section()
    if groups:
        out.print(table)
    if len(kinds) > _GROUPS_SHOWN:
        out.print(f"… and {len(kinds) - _GROUPS_SHOWN:,} smaller groups (--format csv has all).")


def _kind(group: Group) -> tuple[str | None, str, str, str]:
    return group.side, group.role, group.harm, group.scope


def _people(row: Row) -> str:
    role = {"unknown": "people", "mixed": "people of all roles"}.get(row["role"], row["role"])
    return f"{row['side']}: {role}" if row["side"] else f"side not said: {role}"


def _range(row: Row) -> str:
    """Bounds with a plus where some claim of the group names a high end and some leave it open."""
    also_open = row["open"] and row["low"] is not None and row["high"] is not None
    return bounds(row["low"], row["high"]) + ("+" if also_open else "")
