"""The summary at the end of `read`: who says how many, in which words, and the problems that stand."""

import sys
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

import msgspec

from cenotaph.cli.output import print_rows
from cenotaph.cli.tables import Column, Layout, clean, styled, width_of
from cenotaph.cli.wrapping import wrapped
from cenotaph.ledger import ClaimFilter, Group, Ledger, LedgerName, summarise
from cenotaph.problems import Problem
from cenotaph.rows import Row, bounds, in_words
from cenotaph.run import Count, is_lost

_GROUPS_SHOWN = 12
_CLAIMANTS_SHOWN = 6

_COLUMNS = (
    Column("claimant", lambda row: row["claimant"], ratio=2, lines=2),
    Column("how many", lambda row: _range(row), right=True, most=16),
    Column("reports", lambda row: f"{row['reports']:,}", right=True, least=76),
    Column("in these words", in_words, ratio=3, least=76, lines=2),
    Column("id", lambda row: row["id"][:8], style="dim"),
)


def print_summary(name: LedgerName, count: Count, *, format_: str) -> None:
    """Print the groups of the whole ledger; as a table, only the largest, and the counts of this run."""
    with Ledger(name) as ledger:
        groups = summarise(ledger.claims(ClaimFilter()))
        standing = list(ledger.problems())
    if format_ != "table":
        rows = map(msgspec.structs.asdict, groups)
        print_rows(rows, format_=format_, columns=(), empty="")
        return
    for line in _group_lines(groups):
        print(line)
    for line in _closing_lines(ledger.name, count, standing):
        print("\n".join(wrapped(line, width_of(sys.stdout))))


def _closing_lines(ledger: str, count: Count, standing: list[Problem]) -> Iterator[str]:
    """What this run did, and how to ask the ledger for more."""
    yield f"Read {count}." + (f" {count.repeats:,} were in the ledger before." if count.repeats else "")
    if standing:
        yield f"{_problems_in_words(standing)}; `cenotaph problems --ledger {ledger}` lists them."
    yield f"The ledger is {ledger}."
    yield f"`cenotaph claims --ledger {ledger}` lists every claim, `cenotaph show ID --ledger {ledger}` all behind one."


def _group_lines(groups: list[Group]) -> Iterator[str]:
    """The largest groups, each with its claimants; what is left out is counted, not hidden."""
    if not groups:
        return
    kinds = [list(members) for _, members in groupby(groups, key=_kind)]
    width = width_of(sys.stdout)
    columns = [column for column in _COLUMNS if width >= column.least]
    shown = [_row(group) for members in kinds[:_GROUPS_SHOWN] for group in members[:_CLAIMANTS_SHOWN]]
    layout = Layout(columns, shown, width, indent=2)
    yield styled("Who says how many, of whom, where\n", "bold")
    yield layout.head()
    for members in kinds[:_GROUPS_SHOWN]:
        yield styled(_heading(members[0]), "bold")
        for group in members[:_CLAIMANTS_SHOWN]:
            yield layout.row(_row(group))
        if len(members) > _CLAIMANTS_SHOWN:
            yield f"  … and {len(members) - _CLAIMANTS_SHOWN:,} more claimants"
    yield ""
    if len(kinds) > _GROUPS_SHOWN:
        yield f"… and {len(kinds) - _GROUPS_SHOWN:,} smaller groups (--format csv has all)."


def _kind(group: Group) -> tuple[str | None, ...]:
    place = group.place_key or (group.place and group.place.casefold().partition(" (")[0])
    return group.side, group.role, group.harm, group.scope, place


def _heading(group: Group) -> str:
    """ "Russia: combatants, killed, cumulative, in Kherson": the words by which `cenotaph claims` filters."""
    role = {"unknown": "people", "mixed": "people of all roles"}.get(group.role, group.role)
    nowhere = ", place not said" if group.scope == "incident" else ""
    where = f", in {clean(group.place)}" if group.place else nowhere
    return f"{group.side or 'side not said'}: {role}, {group.harm}, {group.scope}{where}"


def _row(group: Group) -> Row:
    row = msgspec.structs.asdict(group)
    return row | {"quantity_text": group.words, "id": group.latest}


def _range(row: Row) -> str:
    """Bounds with a plus where some claim of the group names a high end and some leave it open."""
    also_open = row["open"] and row["low"] is not None and row["high"] is not None
    figure = bounds(row["low"], row["high"], approx=row["approx"]) + ("+" if also_open else "")
    return f"{figure} (denied)" if row["denied"] == row["claims"] else figure


def _problems_in_words(problems: list[Problem]) -> str:
    """ "3 problems stand (1 × read.empty, 2 × report.no-date), 1 cost a report"."""
    kinds = ", ".join(
        f"{number:,} × {code}" for code, number in Counter(p.code for p in problems).most_common()
    )
    lost = sum(map(is_lost, problems))
    stand = "1 problem stands" if len(problems) == 1 else f"{len(problems):,} problems stand"
    return f"{stand} ({kinds}), {f'{lost:,} cost' if lost else 'none cost'} input"
