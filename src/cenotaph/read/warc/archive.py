"""A WARC file (ISO 28500) to the reports of the pages in it. Records, lengths and digests are counted and checked, so that
an archive that was cut off is never silently short."""

import logging
import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from cenotaph.problems import Problem
from cenotaph.read.codes import trouble
from cenotaph.read.document import Document
from cenotaph.read.pages import Inner, read_inner
from cenotaph.read.source import MAX_TEXT, MIB, STREAM_ERRORS, Source
from cenotaph.read.warc.framing import MAX_RECORD, Broken, framed

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_PAGES = re.compile(r"text/html|application/xhtml\+xml|text/plain|application/pdf", re.IGNORECASE)
_GOOD = re.compile(r"2\d\d")


def looks_like_warc(head: bytes, name: str) -> bool:
    """By the version that every record begins with."""
    return head.startswith(b"WARC/")


def read_warc(source: Source) -> Iterator[Document | Problem]:
    """One report for each page that was fetched with success; what else the archive holds is counted in one problem."""
    tally = Tally()
    yield from read_records_of(source.stream, source.where, source.ident, tally)
    yield from tally.told(source.where)


class Tally:
    """What was met in an archive: all records, those that were pages, and the others by kind."""

    def __init__(self) -> None:
        self.records = self.pages = 0
        self.others: Counter[str] = Counter()

    def told(self, where: str) -> Iterator[Problem]:
        """One problem that counts what was left unread, if anything that may have been a report was."""
        if self.others or not self.pages:
            kinds = ", ".join(f"{kind} ({count})" for kind, count in self.others.most_common(5)) or "none"
            yield trouble("read.archive-others", where, count=self.records, pages=self.pages, kinds=kinds)


def read_records_of(stream: BinaryIO, where: str, ident: str, tally: Tally) -> Iterator[Document | Problem]:
    """The reports of one WARC stream; records are numbered from what the tally has counted before."""
    for record in framed(stream):
        if isinstance(record, Broken):
            yield _broken(record, where, tally)
            return
        tally.records += 1
        at = f"{where}[{tally.records}]"
        if record.data:
            yield from _read(record.data, at, f"{ident}:{tally.records}", tally)
        else:
            yield trouble("read.too-large", at, limit=f"{MAX_RECORD // MIB} MiB")


def _broken(end: Broken, where: str, tally: Tally) -> Problem:
    if end.cut_off:
        return trouble("read.archive-cut-off", where, count=tally.records)
    return trouble("read.archive-broken", where, count=tally.records, reason=end.reason)


def _read(data: bytes, where: str, ident: str, tally: Tally) -> Iterator[Document | Problem]:
    from warcio.bufferedreaders import ChunkedDataException
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.recordloader import ArcWarcRecordLoader
    from warcio.statusandheaders import StatusAndHeadersParserException

    broken = (ArchiveLoadFailed, ChunkedDataException, StatusAndHeadersParserException)
    try:
        # The library would tell standard error of addresses with spaces in them, which are read all the same.
        logging.getLogger("warcio").setLevel(logging.ERROR)
        record = ArcWarcRecordLoader().parse_record_stream(
            BytesIO(data), known_format="warc", check_digests=True
        )
        body = record.content_stream().read(MAX_TEXT + 1)
        # Digests are told once all is read.
        while record.raw_stream.read(MIB):
            pass
    except (*broken, *STREAM_ERRORS, ValueError, TypeError, AttributeError) as error:
        reason = str(error).partition("\n")[0].strip().rstrip(".") or type(error).__name__
        yield trouble("read.archive-record", where, reason=reason)
        return
    if record.digest_checker.passed is False:
        yield trouble("read.archive-digest", where)
    yield from _record(record, body, where, ident, tally)


def _record(
    record: "ArcWarcRecord", data: bytes, where: str, ident: str, tally: Tally
) -> Iterator[Document | Problem]:
    headers, http = record.rec_headers, record.http_headers
    media_type = (http.get_header("Content-Type") if http else record.content_type) or ""
    kind = _kind(record, media_type)
    if kind is not None:
        if kind:
            tally.others[kind] += 1
        return
    tally.pages += 1
    if len(data) > MAX_TEXT:
        yield trouble("read.too-large", where, limit=f"{MAX_TEXT // MIB} MiB")
        return
    url = headers.get_header("WARC-Target-URI")
    yield from read_inner(Inner(data, media_type, where, ident, url=url.strip("<>") if url else None))


def _kind(record: "ArcWarcRecord", media_type: str) -> str | None:
    """None for a page; else what was left unread, "" for what never holds one (warcinfo, request, metadata)."""
    if record.rec_type in ("warcinfo", "request", "metadata"):
        return ""
    if record.rec_type not in ("response", "resource", "conversion"):
        return f"{record.rec_type} records"
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if not _GOOD.fullmatch(status or ""):
        return f"answers of HTTP {status}"
    if not _PAGES.match(media_type.strip()):
        return f"files of {media_type.partition(';')[0].strip() or 'no type'}"
    return None
