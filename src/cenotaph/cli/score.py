"""`cenotaph score`: found rows against rows marked by hand."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click
import msgspec

from cenotaph.cli.options import FORMATS
from cenotaph.cli.tables import Column, add_row, console, new_table
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
_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command
@click.argument("gold", type=_FILE)
@click.argument("predicted", type=_FILE)
@click.option("--what", type=click.Choice(["claims", "handling"]), default="claims", show_default=True,
              help="Which rows the two files hold.")  # fmt: skip
@click.option("--errors", type=click.IntRange(min=0), default=0, metavar="N",
              help="Also list up to N misses, false alarms and wrong values of each field.")  # fmt: skip
@click.option("--format", "format_", type=click.Choice(FORMATS[:2]), default="table", show_default=True,
              help="A table for people or json for machines.")  # fmt: skip
@click.option("--json", "format_", flag_value="json", help="The same as --format json.")
def score(gold: Path, predicted: Path, what: str, errors: int, format_: str) -> None:
    """Score the rows of PREDICTED against those of GOLD, both JSON lines as the codebook describes.

    A predicted claim matches a gold one of its report if their quantities overlap and their harm is the same; a
    handling, if the clauses share half of the shorter one and the action is the same. Fields are scored on matched
    rows. strict_f1 counts a claim only if its bounds, side and origin are all right.

    \b
    Examples:
      cenotaph find reports/ --format jsonl > found.jsonl
      cenotaph score by-hand.jsonl found.jsonl
      cenotaph score by-hand.jsonl found.jsonl --errors 5
      cenotaph score handling.jsonl found-handling.jsonl --what handling --json
    """
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
        table = new_table(_COLUMNS)
        for row in _lines(result):
            add_row(table, _COLUMNS, row)
        console().print(table)
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
