"""What `cenotaph refind` does: each changed claim in its sentence, and a line that counts."""

import sys
from collections import Counter
from collections.abc import Iterator

import msgspec

from cenotaph.cli.counting import counted
from cenotaph.cli.output import print_rows
from cenotaph.cli.tables import Column
from cenotaph.ledger import Ledger, LedgerName
from cenotaph.rows import Row, bounds
from cenotaph.run.catching_up import catch_up
from cenotaph.run.claim_changes import change_row
from cenotaph.run.refinding import refind

_COLUMNS = (
    Column("change", lambda row: row["change"]),
    Column("report", lambda row: row["report"], ratio=2, lines=2),
    Column("how many", lambda row: f"{bounds(row['low'], row['high'])} {row['harm']}", most=24),
    Column("old → new", lambda row: "; ".join(map(_field, row["fields"])), ratio=4, lines=3),
    Column("sentence", lambda row: row["sentence"] or "", ratio=5, least=90, lines=3),
    Column("id", lambda row: row["id"][:8], style="dim"),
)


def print_refound(ledger: LedgerName, *, dry_run: bool, format_: str, jobs: int) -> None:
    """Find once more and print the changes; the counts go to standard error."""
    count: Counter[str] = Counter()
    rows = _rows(ledger, count, dry_run=dry_run, jobs=jobs)
    print_rows(
        map(_flat, rows) if format_ == "csv" else rows,
        format_=format_,
        columns=_COLUMNS,
        empty="No claim changed.",
    )
    if not dry_run:
        catch_up(ledger)
    for line in _lines(count, dry_run=dry_run):
        print(f"cenotaph: {line}", file=sys.stderr)


def _rows(ledger: LedgerName, count: Counter[str], *, dry_run: bool, jobs: int) -> Iterator[Row]:
    with Ledger(ledger) as book:
        of = int(book.select("SELECT count(*) FROM report WHERE superseded_by IS NULL")[0][0])
    with counted("finding once more") as advance:
        for at, one in enumerate(refind(ledger, dry_run=dry_run, jobs=jobs), start=1):
            count["up to date" if one.fresh else "done"] += 1
            count["texts"] += one.text_changed
            count["asks"] += len(one.asks)
            for change in one.changes:
                count[change.kind] += 1
                count["judged"] += change.judged
                yield change_row(change, one.before, one.after)
            advance(at, of)


def _lines(count: Counter[str], *, dry_run: bool) -> Iterator[str]:
    done = "would be found in anew" if dry_run else "were found in anew"
    yield f"{count['done']:,} reports {done}, {count['up to date']:,} were up to date."
    if count["texts"]:
        yield f"{count['texts']:,} texts are read otherwise by a newer reader."
    yield f"Claims: {count['gained']:,} gained, {count['lost']:,} lost, {count['changed']:,} changed."
    if count["judged"]:
        yield f"{count['judged']:,} of them had been judged; `cenotaph problems --code judge` asks about them."


def _field(change: Row) -> str:
    return f"{change['field']}: {_value(change['old'])} → {_value(change['new'])}"


def _value(value: object) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def _flat(row: Row) -> Row:
    return {**row, "fields": list(map(_field, row["fields"]))}
