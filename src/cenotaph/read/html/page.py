"""An HTML page to its report."""

import re
from collections.abc import Iterator

from cenotaph.model import Report
from cenotaph.problems import Problem
from cenotaph.read.codes import shortened, trouble
from cenotaph.read.decode import decode
from cenotaph.read.document import Document, raw_of
from cenotaph.read.html.choose import choose_blocks
from cenotaph.read.html.markup import parse
from cenotaph.read.html.meta import read_metadata
from cenotaph.read.html.text import text_of
from cenotaph.read.offsets import compose
from cenotaph.read.source import MAX_TEXT, Source

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w:.-]{2,40})|<\?xml[^>]{0,100}?encoding\s?=\s?[\"']([\w:.-]{2,40})",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 8192


def read_page(source: Source) -> Iterator[Document | Problem]:
    """One report a page."""
    data = source.take(MAX_TEXT)
    if isinstance(data, Problem):
        yield data
        return
    decoded = decode(data, source.charset or declared_charset(data))
    markup = parse(decoded.text)
    meta = read_metadata(markup)
    text, to_page = text_of(markup, choose_blocks(markup, meta.title))
    if not text:
        yield trouble("read.html-no-text", source.where)
        return
    report = Report(source.ident, text, meta.published, meta.outlet, meta.title, meta.url)
    raw = raw_of(
        data, media_type="text/html", source=source.where, encoding=decoded.encoding, reader="html/1"
    )
    yield Document(report, raw, compose(to_page, decoded.offsets))
    yield from decoded.problems(source.where, source.ident)
    if meta.doubtful_date:
        yield trouble("read.date", source.where, report=source.ident, value=shortened(meta.doubtful_date))


def declared_charset(data: bytes) -> str | None:
    """The encoding that a page's <meta> or XML declaration names."""
    found = _CHARSET.search(data[:_DECLARED_WITHIN])
    return (found[1] or found[2]).decode("ascii") if found else None
