"""An Excel workbook to reports: a report a row, of each sheet that has a column of texts."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

import msgspec

from cenotaph.problems import Problem
from cenotaph.read.codes import trouble
from cenotaph.read.document import Document, raw_of
from cenotaph.read.office.columns import columns_of
from cenotaph.read.office.rows import cell_text, report_of_row
from cenotaph.read.office.word import MAX_OFFICE, fits
from cenotaph.read.packed import BROKEN, looks_like_zip
from cenotaph.read.source import Source

if TYPE_CHECKING:
    from openpyxl import Workbook


def looks_like_workbook(head: bytes, name: str) -> bool:
    """A ZIP file by that name, or with a workbook near its beginning."""
    return looks_like_zip(head, name, ".xlsx", (b"xl/workbook.xml",))


def read_workbook(source: Source) -> Iterator[Document | Problem]:
    """One report a row, named by sheet and row where it has no id. Its raw bytes are its cells as a JSON record, since
    the cells themselves lie packed and scattered in the file."""
    data = source.take(MAX_OFFICE)
    if isinstance(data, Problem):
        yield data
        return
    book = _opened(data) if fits(data) else None
    if book is None:
        yield trouble("read.zip-broken", source.where)
        return
    found = False
    for sheet in book.worksheets:
        for one in _sheet(sheet, source):
            found = True
            yield one
    if not found:
        yield trouble("read.columns", source.where, names="none that is known")


def _opened(data: bytes) -> "Workbook | None":
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        return openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
    except (*BROKEN, InvalidFileException, ValueError, TypeError, AttributeError, SyntaxError, IndexError):
        return None


def _sheet(sheet: Any, source: Source) -> Iterator[Document | Problem]:
    rows = (tuple(map(cell_text, row)) for row in sheet.iter_rows(values_only=True))
    columns = columns_of(next(rows, ()), source.columns)
    if "text" not in columns.of and "url" not in columns.of:
        return
    for number, row in enumerate(rows, start=2):
        values = columns.values(row)
        if values:
            name = f"{sheet.title}:{number}"
            where = f"{source.where}:{name}"
            raw = raw_of(msgspec.json.encode(values), media_type="application/json", source=where,
                         encoding="utf-8", reader="workbook/1")  # fmt: skip
            yield from report_of_row(values, raw, where, f"{source.ident}:{name}")
