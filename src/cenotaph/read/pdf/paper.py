"""A PDF to its report."""

from collections.abc import Iterator

from cenotaph.model import Report
from cenotaph.problems import Problem
from cenotaph.read.codes import trouble
from cenotaph.read.document import Document, raw_of
from cenotaph.read.source import MIB, Source

MAX_PDF = 256 * MIB
_END_WITHIN = 2048


def read_pdf(source: Source) -> Iterator[Document | Problem]:
    """One report a file. Its date is not taken from the file, which knows when it was printed and not published."""
    # The library takes as long to import as all the rest of the program: only who reads PDFs pays for it.
    from cenotaph.read.pdf.glyphs import Unreadable, read_sheets
    from cenotaph.read.pdf.layout import text_of_sheets

    data = source.take(MAX_PDF)
    if isinstance(data, Problem):
        yield data
        return
    sheets = read_sheets(data)
    cut_off = b"%%EOF" not in data[-_END_WITHIN:]
    if isinstance(sheets, Unreadable):
        yield trouble("read.pdf-encrypted" if sheets.encrypted else "read.pdf-broken", source.where)
        return
    text, offsets = text_of_sheets(sheets)
    if not text:
        yield trouble("read.pdf-broken" if cut_off else "read.pdf-no-text", source.where)
        return
    raw = raw_of(data, media_type="application/pdf", source=source.where, encoding=None, reader="pdf/1")
    yield Document(Report(source.ident, text, title=sheets.title), raw, offsets)
    if cut_off:
        yield trouble("read.pdf-cut-off", source.where, report=source.ident)
    if sheets.failed:
        facts = {"count": len(sheets.failed), "page": sheets.failed[0]}
        yield trouble("read.pdf-page", source.where, report=source.ident, **facts)
