"""Plain text: the decoded file is the report's text, no character changed, added or left out."""

from collections.abc import Iterator

from cenotaph.model import Report
from cenotaph.problems import Problem
from cenotaph.read.codes import trouble
from cenotaph.read.decode import decode
from cenotaph.read.document import Document, raw_of
from cenotaph.read.source import MAX_TEXT, Source


def read_plain(source: Source) -> Iterator[Document | Problem]:
    """One report a file."""
    data = source.take(MAX_TEXT)
    if isinstance(data, Problem):
        yield data
        return
    decoded = decode(data, source.charset)
    if not decoded.text.strip():
        yield trouble("read.no-text", source.where)
        return
    raw = raw_of(
        data, media_type="text/plain", source=source.where, encoding=decoded.encoding, reader="text/1"
    )
    yield Document(Report(source.ident, decoded.text), raw, decoded.offsets)
    yield from decoded.problems(source.where, source.ident)
