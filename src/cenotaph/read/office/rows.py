"""A row of a table to its report."""

from collections.abc import Iterator, Mapping

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
