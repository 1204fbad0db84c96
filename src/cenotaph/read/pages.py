"""Formats of which one file is one report; what stands inside an archive, a mail or a feed is read by them too."""

from collections.abc import Callable, Iterator
from io import BytesIO

from msgspec import Struct
from msgspec.structs import replace

from cenotaph.problems import Problem
from cenotaph.read.codes import trouble
from cenotaph.read.document import Document
from cenotaph.read.html.page import read_page
from cenotaph.read.office.word import looks_like_word, read_word
from cenotaph.read.pdf.paper import read_pdf
from cenotaph.read.plain import read_plain
from cenotaph.read.sniff import binary_kind, looks_like_html, looks_like_pdf
from cenotaph.read.source import Source, open_source


class Reader(Struct, frozen=True):
    """A format: the media types and extensions it goes by, how its beginning looks, and how it is read."""

    media_types: tuple[str, ...]
    extensions: tuple[str, ...]
    sniff: Callable[[bytes, str], bool]
    read: Callable[[Source], Iterator[Document | Problem]]


PAGES = (
    Reader(("application/pdf",), (".pdf",), looks_like_pdf, read_pdf),
    Reader(
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
        (".docx",),
        looks_like_word,
        read_word,
    ),
    Reader(("text/html", "application/xhtml+xml"), (".html", ".htm", ".xhtml"), looks_like_html, read_page),
    Reader(("text/plain", "text/markdown"), (".txt", ".text", ".md"), lambda head, name: True, read_plain),
)


class Inner(Struct, frozen=True):
    """A page that stands inside something else, and what that says of it where the page itself is silent."""

    data: bytes
    media_type: str
    where: str
    ident: str
    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None


def read_inner(inner: Inner) -> Iterator[Document | Problem]:
    """The report of a page inside something else. Raises one of `STREAM_ERRORS` if its bytes are a broken gzip."""
    source = open_source(BytesIO(inner.data), inner.where, inner.ident, inner.media_type)
    for found in read_with(PAGES, source):
        yield found if isinstance(found, Problem) else _told(found, inner)


def read_with(readers: tuple[Reader, ...], source: Source) -> Iterator[Document | Problem]:
    """Read a source by the first of the readers that recognises it; the last of them takes what looks like text."""
    if not source.head:
        yield trouble("read.empty", source.where)
        return
    reader = _reader_for(readers, source)
    kind = binary_kind(source.head)
    if reader is readers[-1] and kind is not None:
        yield trouble("read.binary", source.where, kind=kind)
        return
    yield from reader.read(source)


def _reader_for(readers: tuple[Reader, ...], source: Source) -> Reader:
    for reader in readers:
        if source.media_type in reader.media_types:
            return reader
    return next(reader for reader in readers if reader.sniff(source.head, source.where))


def _told(document: Document, inner: Inner) -> Document:
    report = document.report
    told = replace(
        report,
        published=report.published or inner.published,
        outlet=report.outlet or inner.outlet,
        title=report.title or inner.title,
        url=report.url or inner.url,
    )
    return replace(document, report=told)
