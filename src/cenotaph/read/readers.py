"""The table of formats. The first reader that recognises a source reads it; a new format is a row here, or in
`pages.PAGES` if one file of it is one report."""

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from cenotaph.problems import Problem
from cenotaph.read.codes import trouble
from cenotaph.read.document import Document
from cenotaph.read.feed import looks_like_feed, read_feed
from cenotaph.read.mail import looks_like_mail, read_mail
from cenotaph.read.office.parquet import looks_like_parquet, read_parquet
from cenotaph.read.office.sheets import looks_like_workbook, read_workbook
from cenotaph.read.office.tables import looks_like_table, read_table
from cenotaph.read.pages import PAGES, Reader, read_with
from cenotaph.read.records import read_records
from cenotaph.read.sniff import looks_like_json
from cenotaph.read.source import STREAM_ERRORS, open_source
from cenotaph.read.warc.archive import looks_like_warc, read_warc
from cenotaph.read.warc.collection import looks_like_wacz, read_wacz

_MANY = (
    Reader(("application/warc",), (".warc",), looks_like_warc, read_warc),
    Reader(("application/wacz",), (".wacz",), looks_like_wacz, read_wacz),
    Reader(
        ("application/json", "application/x-ndjson", "application/jsonl"),
        (".json", ".jsonl", ".ndjson"),
        looks_like_json,
        read_records,
    ),
    Reader(
        ("application/rss+xml", "application/atom+xml", "application/rdf+xml"),
        (".rss", ".atom", ".rdf", ".xml"),
        looks_like_feed,
        read_feed,
    ),
    Reader(("message/rfc822",), (".eml",), looks_like_mail, read_mail),
    Reader(
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",),
        (".xlsx",),
        looks_like_workbook,
        read_workbook,
    ),
    Reader(("application/vnd.apache.parquet",), (".parquet",), looks_like_parquet, read_parquet),
    Reader(("text/csv", "text/tab-separated-values"), (".csv", ".tsv"), looks_like_table, read_table),
)
"""Formats of which one file holds many reports."""

READERS = (*_MANY, *PAGES)
EXTENSIONS = frozenset(extension for reader in READERS for extension in reader.extensions)


def read_stream(
    stream: BinaryIO,
    where: str,
    ident: str,
    media_type: str | None = None,
    columns: Mapping[str, str] | None = None,
) -> Iterator[Document | Problem]:
    """The reports of one stream; `columns` names the columns of a table by what they hold.

    Whatever goes wrong in it is a problem; this is the one place that catches all.
    """
    try:
        yield from read_with(READERS, open_source(stream, where, ident, media_type, columns))
    except STREAM_ERRORS as error:
        yield trouble("read.broken-stream", where, reason=_reason(error))
    except Exception as error:  # noqa: BLE001
        yield trouble("read.failed", where, reason=_reason(error))


def _reason(error: BaseException) -> str:
    return (str(error).partition("\n")[0] or type(error).__name__).rstrip(".")
