"""The table of formats. The first reader that recognises a source reads it; a new format is a row here."""

from collections.abc import Callable, Iterator
from typing import BinaryIO

from msgspec import Struct

from cenotaph.problems import Problem
from cenotaph.read.codes import trouble
from cenotaph.read.document import Document
from cenotaph.read.html.page import read_page
from cenotaph.read.pdf.paper import read_pdf
from cenotaph.read.plain import read_plain
from cenotaph.read.records import read_records
from cenotaph.read.sniff import binary_kind, looks_like_html, looks_like_json, looks_like_pdf
from cenotaph.read.source import STREAM_ERRORS, Source, open_source


class Reader(Struct, frozen=True):
    """A format: the media types and extensions it goes by, how its beginning looks, and how it is read."""

    media_types: tuple[str, ...]
    extensions: tuple[str, ...]
    sniff: Callable[[bytes, str], bool]
    read: Callable[[Source], Iterator[Document | Problem]]


READERS = (
    Reader(("application/pdf",), (".pdf",), looks_like_pdf, read_pdf),
    Reader(
        ("application/json", "application/x-ndjson", "application/jsonl"),
        (".json", ".jsonl", ".ndjson"),
        looks_like_json,
        read_records,
    ),
    Reader(("text/html", "application/xhtml+xml"), (".html", ".htm", ".xhtml"), looks_like_html, read_page),
    Reader(("text/plain", "text/markdown"), (".txt", ".text", ".md"), lambda head, name: True, read_plain),
)
EXTENSIONS = frozenset(extension for reader in READERS for extension in reader.extensions)


def read_stream(
    stream: BinaryIO, where: str, ident: str, media_type: str | None = None
) -> Iterator[Document | Problem]:
    """The reports of one stream. Whatever goes wrong in it is a problem; this is the one place that catches all."""
    try:
        yield from _read_source(open_source(stream, where, ident, media_type))
    except STREAM_ERRORS as error:
        yield trouble("read.broken-stream", where, reason=_reason(error))
    except Exception as error:  # noqa: BLE001
        yield trouble("read.failed", where, reason=_reason(error))


def _read_source(source: Source) -> Iterator[Document | Problem]:
    if not source.head:
        yield trouble("read.empty", source.where)
        return
    reader = _reader_for(source)
    kind = binary_kind(source.head)
    if reader is READERS[-1] and kind is not None:
        yield trouble("read.binary", source.where, kind=kind)
        return
    yield from reader.read(source)


def _reader_for(source: Source) -> Reader:
    for reader in READERS:
        if source.media_type in reader.media_types:
            return reader
    return next(reader for reader in READERS if reader.sniff(source.head, source.where))


def _reason(error: BaseException) -> str:
    return (str(error).partition("\n")[0] or type(error).__name__).rstrip(".")
