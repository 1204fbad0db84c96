"""A Word document to its report: paragraphs, lists and tables in their order, footnotes behind."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from cenotaph.model import Report
from cenotaph.problems import Problem
from cenotaph.read.codes import trouble
from cenotaph.read.document import Document, raw_of
from cenotaph.read.offsets import identity
from cenotaph.read.packed import BROKEN, looks_like_zip, unpacked_size
from cenotaph.read.source import MIB, Source

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.table import Table

MAX_OFFICE = 64 * MIB
MAX_UNPACKED = 256 * MIB
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def looks_like_word(head: bytes, name: str) -> bool:
    """A ZIP file by that name, or with a Word document near its beginning."""
    return looks_like_zip(head, name, ".docx", (b"word/document.xml",))


def read_word(source: Source) -> Iterator[Document | Problem]:
    """One report a file. Its date is not taken from the file, which knows when it was saved and not published."""
    data = source.take(MAX_OFFICE)
    if isinstance(data, Problem):
        yield data
        return
    if not fits(data):
        yield trouble("read.zip-broken", source.where)
        return
    word = _opened(data)
    text = "\n\n".join(filter(None, _blocks(word))) if word else ""
    if word is None or not text:
        yield trouble("read.no-words" if word else "read.zip-broken", source.where)
        return
    title = " ".join((word.core_properties.title or "").split()) or None
    raw = raw_of(data, media_type=_TYPE, source=source.where, encoding=None, reader="word/1")
    yield Document(Report(source.ident, text, title=title), raw, identity("field", len(text)))


def fits(data: bytes) -> bool:
    """Whether it is a whole ZIP file whose files unpack to a size that memory holds."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return unpacked_size(archive) <= MAX_UNPACKED
    except BROKEN:
        return False


def _opened(data: bytes) -> "Word | None":
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        return docx.Document(BytesIO(data))
    except (*BROKEN, OpcError, LxmlError, ValueError, AttributeError):
        return None


def _blocks(word: "Word") -> Iterator[str]:
    """Each paragraph, and each table with its rows on lines and tabs between its cells."""
    from docx.table import Table

    for block in word.iter_inner_content():
        yield _rows(block) if isinstance(block, Table) else block.text.strip()


def _rows(table: "Table") -> str:
    return "\n".join("\t".join(_cells(row.cells)) for row in table.rows)


def _cells(cells: object) -> Iterator[str]:
    """A cell that spans several columns is told once; the library repeats it."""
    last = None
    for cell in cells:  # type: ignore[attr-defined]
        if cell._tc is not last:
            yield " ".join(cell.text.split())
        last = cell._tc
