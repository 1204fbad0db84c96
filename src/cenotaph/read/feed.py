"""An RSS or Atom feed to reports: one of each item, from the fullest text it holds."""

import re
from collections.abc import Iterator
from html import escape
from typing import Any

from msgspec.structs import replace

from cenotaph.problems import Problem
from cenotaph.read.codes import trouble
from cenotaph.read.dates import iso_date
from cenotaph.read.decode import decode
from cenotaph.read.document import Document, raw_of
from cenotaph.read.html.page import declared_charset
from cenotaph.read.pages import Inner, read_inner
from cenotaph.read.sniff import glimpse
from cenotaph.read.source import MIB, Source

MAX_FEED = 64 * MIB
# What was taken for a comment is not taken again as more of one: pages open with dozens of them.
_ROOT = re.compile(
    r"\s*+(?>(?:<\?[^>]*+>|<!--.{0,4000}?-->|<!DOCTYPE[^>]*+>)\s*+)*+<(?:rss|feed|rdf:RDF|item|entry)[\s>]",
    re.DOTALL,
)
_ITEM = re.compile(r"<(item|entry)(?:\s[^>]*)?>.*?</\1\s*>", re.DOTALL)
_OPEN = re.compile(r"<(?:item|entry)[\s>]")
_SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:media="http://search.yahoo.com/mrss/" xmlns:dcterms="http://purl.org/dc/terms/"'
)
_AROUND = {
    "item": (f'<rss version="2.0" {_SPACES}><channel>', "</channel></rss>"),
    "entry": (f'<feed xmlns="http://www.w3.org/2005/Atom" {_SPACES}>', "</feed>"),
}


def looks_like_feed(head: bytes, name: str) -> bool:
    """By its first element."""
    return bool(_ROOT.match(glimpse(head)))


def read_feed(source: Source) -> Iterator[Document | Problem]:
    """One report an item, named by its number where it has no id of its own. Its raw bytes are the item's."""
    data = source.take(MAX_FEED)
    if isinstance(data, Problem):
        yield data
        return
    decoded = decode(data, source.charset or declared_charset(data))
    yield from decoded.problems(source.where, None)
    outlet = _outlet(decoded.text)
    number, end = 0, 0
    for number, item in enumerate(_ITEM.finditer(decoded.text), start=1):
        end = item.end()
        yield from _item(item[0], item[1], source, number, outlet)
    if not number:
        yield trouble("read.feed-empty", source.where)
    elif _OPEN.search(decoded.text, end):
        yield trouble("read.archive-cut-off", source.where, count=number)


def _outlet(page: str) -> str | None:
    first = _OPEN.search(page)
    head = page[: first.start()] if first else page
    closing = "</feed>" if "<feed" in head else "</channel></rss>"
    parsed = _parsed(head + closing)
    title = parsed.feed.get("title") if parsed else None
    return " ".join(str(title).split()) if title else None


def _item(
    item: str, kind: str, source: Source, number: int, outlet: str | None
) -> Iterator[Document | Problem]:
    before, after = _AROUND[kind]
    parsed = _parsed(f"{before}{item}{after}")
    entries = parsed.entries if parsed else []
    where, ident = f"{source.where}[{number}]", f"{source.ident}:{number}"
    page = _page(entries[0]) if entries else ""
    if not page:
        yield trouble("read.no-words", where)
        return
    entry = entries[0]
    given = entry.get("published") or entry.get("updated") or ""
    origin = (entry.get("source") or {}).get("title")
    told = Inner(page.encode(), "text/html; charset=utf-8", where, ident, iso_date(given), origin or outlet,
                 entry.get("title"), entry.get("link"))  # fmt: skip
    raw = raw_of(
        item.encode("utf-8", "surrogatepass"),
        media_type="application/atom+xml" if kind == "entry" else "application/rss+xml",
        source=where,
        encoding="utf-8",
        reader="feed/1+html/1",
    )
    for found in read_inner(told):
        if isinstance(found, Document):
            yield replace(found, raw=raw, offsets=replace(found.offsets, unit="part"))
        else:
            yield found


def _page(entry: Any) -> str:
    """The item's title and its fullest text as one page; nothing where it has only a title."""
    bodies = [content.get("value") or "" for content in entry.get("content", ())] + [
        entry.get("summary") or ""
    ]
    body = max(bodies, key=len)
    title = f"<h1>{escape(entry['title'])}</h1>" if entry.get("title") else ""
    if not body.strip():
        return ""
    return f"<html><body><article>{title}{body if '<' in body else f'<p>{body}</p>'}</article></body></html>"


def _parsed(text: str) -> Any:
    """The library's own reading, markup left as it is: pages show text, never markup, so nothing needs cleaning. None
    where the library breaks on what it is given."""
    import feedparser

    try:
        return feedparser.parse(
            text.encode("utf-8", "replace"), sanitize_html=False, resolve_relative_uris=False
        )
    except (ValueError, TypeError, AttributeError, LookupError, AssertionError, RecursionError):
        return None
