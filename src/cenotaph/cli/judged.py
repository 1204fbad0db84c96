"""What `cenotaph judge` does: a judgement or a sheet of them filed, or the history of what was judged."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import get_args

import msgspec

from cenotaph.cli.output import print_rows
from cenotaph.cli.tables import Column
from cenotaph.ledger import Ledger, LedgerName
from cenotaph.model import Verdict
from cenotaph.problems import CenotaphError
from cenotaph.rows import Row, judgement_row
from cenotaph.run import Draft, history, judge_one, judge_sheet

_COLUMNS = (
    Column("judgement", lambda row: row["id"][:8], style="dim"),
    Column("at", lambda row: row["at"][:16].replace("T", " "), least=90),
    Column("by", lambda row: row["by"], most=18),
    Column("verdict", lambda row: row["verdict"] if row["in_force"] else f"({row['verdict']})"),
    Column("on", lambda row: _target(row), ratio=2),
    Column("what", lambda row: _what(row), ratio=4),
    Column("why", lambda row: row["reason"], ratio=4),
)


def file_one(
    ledger: LedgerName,
    identity: str,
    verdict: str,
    *,
    reason: str,
    by: str,
    given: Mapping[str, str | None],
    format_: str,
) -> int:
    """File one judgement and print it as a row."""
    if verdict not in get_args(Verdict):
        raise CenotaphError(f"{verdict!r} is no verdict; say {', '.join(get_args(Verdict))}.")
    fields = {name: value for name, value in given.items() if value is not None}
    apart = {name: fields.pop(name, None) for name in ("subject", "other", "seen")}
    draft = {"id": identity, "verdict": verdict, "reason": reason, "by": by, "fields": fields, **apart}
    filed = judge_one(ledger, msgspec.convert(draft, Draft))
    _print([judgement_row(filed, in_force=True)], format_)
    return 0


def file_sheet(ledger: LedgerName, sheet: Path, *, by: str | None, format_: str) -> int:
    """File every judgement of a sheet that can be filed; the exit code is 1 if one could not."""
    done = judge_sheet(ledger, sheet, by=by)
    for problem in done.problems:
        print(f"cenotaph: {problem.message}", file=sys.stderr)
    _print([judgement_row(one, in_force=True) for one in done.filed], format_)
    return 1 if done.problems else 0


def print_history(ledger: LedgerName, identity: str | None, *, format_: str) -> int:
    """What was judged, oldest first; what was undone stands in brackets."""
    with Ledger(ledger) as book:
        found = history(book, identity)
    _print([judgement_row(one, in_force=holds) for one, holds in found], format_)
    return 0


def _print(rows: Iterable[Row], format_: str) -> None:
    print_rows(rows, format_=format_, columns=_COLUMNS, empty="Nobody has judged anything here.")


def _target(row: Row) -> str:
    other = f" – {row['other']}" if row["other"] else ""
    return f"{row['subject']} {row['one']}{other}"


def _what(row: Row) -> str:
    """The new values; of an undoing, what it undoes."""
    if row["undoes"]:
        return f"undoes {row['undoes'][:8]}"
    shown = (name for name in row["fields"] if name not in _HIDDEN and row["fields"][name] not in (None, []))
    emptied = (name for name in row["fields"] if row["verdict"] == "correct" and row["fields"][name] is None)
    parts = [f"{name} {_text(row['fields'][name])}" for name in shown]
    return ", ".join((*parts, *(f"{name} emptied" for name in emptied if name not in _HIDDEN)))


def _text(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)


_HIDDEN = {"place_key", "sentence", "start", "end"}
