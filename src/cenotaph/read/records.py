"""JSON records to reports: lines, an array, or one object. The text of a record is its JSON string, unchanged."""

from collections.abc import Iterator
from typing import Any

import msgspec

from cenotaph.model import Report
from cenotaph.problems import Problem
from cenotaph.read.codes import shortened, trouble
from cenotaph.read.dates import iso_date
from cenotaph.read.decode import Decoded, decode, wide_encoding
from cenotaph.read.document import Document, raw_of
from cenotaph.read.entities import record_of_entity
from cenotaph.read.offsets import identity
from cenotaph.read.source import MAX_TEXT, MIB, Source, recoded

MAX_ARRAY = 256 * MIB
_FIELDS = ("published", "outlet", "title", "url")
_NAMES = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
# RecursionError: records nested thousands deep.
_JSON_ERRORS = (msgspec.MsgspecError, RecursionError, UnicodeDecodeError)


class _Record(msgspec.Struct):
    text: str
    id: str | int | None = None
    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None


class RecordReader:
    """Reads the records of one source, keeping the compiled decoder between them."""

    def __init__(self, ident: str) -> None:
        self._ident = ident
        self._typed = msgspec.json.Decoder(_Record)
        self._loose = msgspec.json.Decoder()

    def read(self, data: bytes, where: str, ident: str) -> Iterator[Document | Problem]:
        """The report of one record; `ident` is its id if it has none."""
        try:
            record = self._typed.decode(data)
        except _JSON_ERRORS:
            yield from self._repair(data, where, ident)
            return
        yield from self._document(record, data, where, ident, "utf-8")

    def _document(
        self, record: _Record, data: bytes, where: str, ident: str, encoding: str, reader: str = "json/1"
    ) -> Iterator[Document | Problem]:
        text = record.text
        if not text or text.isspace():
            yield trouble("read.no-text", where)
            return
        name = ident if record.id is None or record.id == "" else str(record.id)
        published = record.published and iso_date(record.published)
        report = Report(name, text, published or None, record.outlet, record.title, record.url)
        raw = raw_of(data, media_type="application/json", source=where, encoding=encoding, reader=reader)
        yield Document(report, raw, identity("field", len(text)))
        if record.published and not published:
            yield trouble("read.date", where, report=name, value=shortened(record.published))

    def _repair(self, data: bytes, where: str, ident: str) -> Iterator[Document | Problem]:
        """A record that is not UTF-8, or has a field of a wrong type, is read as far as it goes."""
        decoded = decode(data)
        try:
            record = self._loose.decode(decoded.text)
        except _JSON_ERRORS as error:
            yield trouble("read.json", where, reason=_reason(error))
            return
        if not isinstance(record, dict):
            yield trouble("read.record", where, kind=_kind(record))
            return
        entity = record_of_entity(record)
        fields = entity or record
        if isinstance(fields.get("text"), str):
            reader = "entity/1" if entity else "json/1"
            yield from self._loosely(fields, decoded, data, where, ident, reader)
        elif isinstance(url := fields.get("url"), str) and url:
            yield trouble("read.link-only", where, url=url)
        else:
            yield trouble("read.no-text", where)

    def _loosely(
        self, record: dict[str, Any], decoded: Decoded, data: bytes, where: str, ident: str, reader: str
    ) -> Iterator[Document | Problem]:
        wrong = [field for field in _FIELDS if not isinstance(record.get(field), str | None)]
        given = record.get("id")
        if isinstance(given, bool) or not isinstance(given, str | int | None):
            wrong.insert(0, "id")
        kept = {
            field: record[field]
            for field in (*_FIELDS, "id", "text")
            if field in record and field not in wrong
        }
        for found in self._document(_Record(**kept), data, where, ident, decoded.encoding, reader):
            yield found
            if isinstance(found, Document):
                name = found.report.id
                yield from decoded.problems(where, name)
                for field in wrong:
                    yield trouble("read.field", where, report=name, kind=_kind(record[field]), field=field)


def read_records(source: Source) -> Iterator[Document | Problem]:
    """JSON lines if the first line is a record (or the name says so), else an array or a single object."""
    wide = wide_encoding(source.head)
    if wide:
        source = recoded(source, wide)
    if source.where.lower().removesuffix(".gz").endswith((".jsonl", ".ndjson")) or _first_line_is_whole(
        source.head
    ):
        return read_lines(source)
    return _read_whole(source)


def _first_line_is_whole(head: bytes) -> bool:
    """Whether the first line is a JSON object by itself, and not all there is."""
    first, newline, _ = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    first = first.strip()
    return bool(newline) and first.startswith(b"{") and first.endswith(b"}")


def read_lines(source: Source, first: int = 1) -> Iterator[Document | Problem]:
    """The records of a stream of JSON lines, whose first line is the `first` of its file."""
    reader = RecordReader(source.ident)
    for number, line in _lines(source, first):
        where = f"{source.where}:{number}"
        if line is None:
            yield trouble("read.too-large", where, limit=f"{MAX_TEXT // MIB} MiB")
        elif line and not line.isspace():
            yield from reader.read(line, where, f"{source.ident}:{number}")


def _lines(source: Source, first: int) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number, without its end; None for one that is too long, of which nothing is kept."""
    stream, number = source.stream, first - 1
    while line := stream.readline(MAX_TEXT + 1):
        number += 1
        if len(line) <= MAX_TEXT:
            yield (
                number,
                line.removeprefix(b"\xef\xbb\xbf").rstrip(b"\r\n") if number == 1 else line.rstrip(b"\r\n"),
            )
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(MIB)
        yield number, None


def _read_whole(source: Source) -> Iterator[Document | Problem]:
    data = source.take(MAX_ARRAY)
    if isinstance(data, Problem):
        yield data
        return
    reader = RecordReader(source.ident)
    data = _articles(data) or data
    if not data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"["):
        yield from reader.read(data.removeprefix(b"\xef\xbb\xbf").strip(), source.where, source.ident)
        return
    try:
        items = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=list[msgspec.Raw])
    except _JSON_ERRORS as error:
        yield trouble("read.json", source.where, reason=_reason(error))
        return
    for number, item in enumerate(items, 1):
        yield from reader.read(bytes(item), f"{source.where}[{number}]", f"{source.ident}:{number}")


class _Articles(msgspec.Struct):
    articles: msgspec.Raw


def _articles(data: bytes) -> bytes | None:
    """The array within {"articles": [...]}, as news services answer (GDELT's article lists, NewsAPI)."""
    try:
        return bytes(msgspec.json.decode(data, type=_Articles).articles)
    except _JSON_ERRORS:
        return None


def _kind(value: object) -> str:
    return _NAMES.get(type(value), "a number")


def _reason(error: BaseException) -> str:
    return str(error).partition("\n")[0].rstrip(".") or type(error).__name__
