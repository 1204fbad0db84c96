"""The rows of a table that a person wrote: CSV, an Excel workbook's first sheet, or JSON lines."""

import csv
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import msgspec

from cenotaph.problems import CenotaphError

Row = Mapping[str, Any]


def rows_of(path: Path) -> Iterator[tuple[int, Row]]:
    """Each row with the number of its line, under the names of the first one. CenotaphError where the file is no table."""
    if path.suffix.lower() == ".xlsx":
        yield from _of_workbook(path)
        return
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path, error) from None
    yield from (
        _of_json_lines(path, text) if path.suffix.lower() in (".jsonl", ".json", ".ndjson") else _of_csv(text)
    )


def _of_csv(text: str) -> Iterator[tuple[int, Row]]:
    """Spreadsheets of many countries write ; between cells."""
    lines = text.splitlines(keepends=True)
    head = lines[0] if lines else ""
    reader = csv.DictReader(lines, delimiter=";" if head.count(";") > head.count(",") else ",")
    for row in reader:
        yield reader.line_num, {name: cell or "" for name, cell in row.items() if name}


def _of_workbook(path: Path) -> Iterator[tuple[int, Row]]:
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        sheet = openpyxl.load_workbook(path, read_only=True, data_only=True).worksheets[0]
        rows = sheet.iter_rows(values_only=True)
        names = [_cell(value) for value in next(rows, ())]
        for number, values in enumerate(rows, start=2):
            row = {name: _cell(value) for name, value in zip(names, values, strict=False) if name}
            if any(row.values()):
                yield number, row
    except (OSError, InvalidFileException, BadZipFile, KeyError) as error:
        raise _unreadable(path, error) from None


def _cell(value: object) -> str:
    """What stands in a cell, as a person sees it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


def _of_json_lines(path: Path, text: str) -> Iterator[tuple[int, Row]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = msgspec.json.decode(line, type=dict[str, Any])
        except msgspec.DecodeError as error:
            raise CenotaphError(
                f"Line {number} of {path} is no JSON object ({error}); mend it and run again."
            ) from None
        fields = row.pop("fields", None) or {}
        yield number, {**row, **fields}


def _unreadable(path: Path, error: Exception) -> CenotaphError:
    return CenotaphError(
        f"The judgements in {path} cannot be read ({error}); save it as CSV in UTF-8, as .xlsx or as JSON lines."
    )
