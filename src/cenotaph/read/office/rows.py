"""A row of a table to its report, a cell to text."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from cenotaph.model import Report
from cenotaph.problems import Problem
from cenotaph.read.codes import shortened, trouble
from cenotaph.read.dates import iso_date
from cenotaph.read.document import Document, Raw
from cenotaph.read.offsets import identity


def report_of_row(
    values: Mapping[str, str], raw: Raw, where: str, ident: str
) -> Iterator[Document | Problem]:
    """The report that a row's fields make; a row without a text is a problem, and says what to do with its link."""
    text = values.get("text", "")
    if not text.strip():
        url = values.get("url")
        yield trouble("read.link-only", where, url=url) if url else trouble("read.no-text", where)
        return
    given = values.get("published")
    published = iso_date(given) if given else None
    name = values.get("id", ident)
    report = Report(name, text, published, values.get("outlet"), values.get("title"), values.get("url"))
    yield Document(report, raw, identity("field", len(text)))
    if given and not published:
        yield trouble("read.date", where, report=name, value=shortened(given))


def cell_text(cell: object) -> str:
    """A cell as text; a date as ISO 8601, a whole number without a point, bytes as UTF-8."""
    if cell is None:
        return ""
    if isinstance(cell, bytes):
        return cell.decode("utf-8", "replace")
    if isinstance(cell, datetime):
        return (cell.date() if (cell.hour, cell.minute, cell.second) == (0, 0, 0) else cell).isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
