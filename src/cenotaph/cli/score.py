"""What `cenotaph score` does: found rows against rows marked by hand."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click
import msgspec

from cenotaph.cli.tables import Column, print_table
from cenotaph.rows import Row
from cenotaph.scoring import (
    ClaimMark,
    Comparison,
    HandlingMark,
    Score,
    compare_claims,
    compare_handlings,
    measured,
    read_marks,
)

_COLUMNS = (
    Column("measure", lambda row: row["measure"]),
    Column("value", lambda row: row["value"], right=True),
    Column("of the matched rows", lambda row: row["note"]),
)


def print_score(gold: Path, predicted: Path, *, what: str, errors: int, format_: str) -> None:
    """Compare the rows of the two files and print the figures, then some of what is wrong."""
    if what == "claims":
        comparison = compare_claims(read_marks(gold, ClaimMark), read_marks(predicted, ClaimMark))
        _print(measured(comparison), _errors(comparison, errors), format_=format_)
    else:
        marks = compare_handlings(read_marks(gold, HandlingMark), read_marks(predicted, HandlingMark))
        _print(measured(marks), _errors(marks, errors), format_=format_)


def _print(result: Score, errors: Iterator[str], *, format_: str) -> None:
    if format_ == "json":
        sys.stdout.write(msgspec.json.encode(result).decode() + "\n")
    else:
        print_table(_lines(result), columns=_COLUMNS)
    for line in errors:
        click.echo(line)


def _lines(result: Score) -> Iterator[Row]:
    for name, value in msgspec.structs.asdict(result).items():
        if name != "fields" and value is not None:
            yield {"measure": name, "value": f"{value}", "note": ""}
    for name, share in result.fields.items():
        right = "–" if share is None else f"{share:.3f}"
        yield {
            "measure": f"  {name}",
            "value": right,
            "note": f"{round((share or 0) * result.matched)} right",
        }


def _errors(comparison: Comparison[ClaimMark] | Comparison[HandlingMark], most: int) -> Iterator[str]:
    for label, rows in (("missed", comparison.missed), ("false alarm", comparison.spurious)):
        for row in rows[:most]:
            yield f"{label:12} {row.report} [{row.start}:{row.end}] {_words(row)}"
    for field in comparison.fields:
        wrong = [match for match in comparison.matches if field in match.wrong]
        for match in wrong[:most]:
            expected, got = _value(match.gold, field), _value(match.found, field)
            yield f"wrong {field:10} {match.gold.report} {_words(match.gold)}: gold {expected}, got {got}"


def _words(row: ClaimMark | HandlingMark) -> str:
    if isinstance(row, HandlingMark):
        return f"{row.action} {row.quote!r}"
    return f"{row.quantity_text!r} {row.harm}"


def _value(row: ClaimMark | HandlingMark, field: str) -> object:
    """The value that was compared: bounds and chains are made of several fields."""
    if field == "low_high" and isinstance(row, ClaimMark):
        return f"{row.low}–{row.high}"
    return getattr(row, {"origin": "sources", "chain": "sources"}.get(field, field))
