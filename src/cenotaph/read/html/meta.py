"""What a page says of itself: title, outlet, publication date with its zone, address; from JSON-LD, meta tags, <time>."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import msgspec

from cenotaph.read.dates import iso_date
from cenotaph.read.html.markup import Markup

_ARTICLE = re.compile(r"article|posting|report|webpage", re.IGNORECASE)
_WRAPPING = re.compile(
    r"^\s*(?:<!--|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|/\*\s*\]\]>\s*\*/|\]\]>)\s*$"
)
_NODES = 2000
_TITLES = ("og:title", "twitter:title", "dc.title", "title")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "twitter:site")
_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date",
    "publication_date", "parsely-pub-date", "sailthru.date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date",
    "article.published", "published_time_telegram", "cxenseparse:recs:publishtime",
)  # fmt: skip


class Metadata(msgspec.Struct, frozen=True):
    """What was said, None where nothing was; `published` is ISO 8601, `doubtful_date` a date that could not be read."""

    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    doubtful_date: str | None


def read_metadata(markup: Markup) -> Metadata:
    """The first good answer of each kind: JSON-LD, then meta tags, then the page's own elements."""
    told, linked = _meta_tags(markup)
    articles = [node for node in _json_ld(markup) if _ARTICLE.search(str(node.get("@type", "")))]
    articles.sort(key=lambda node: "datePublished" not in node)
    dates = [
        *(_string(node.get("datePublished")) for node in articles),
        *(told.get(name) for name in _DATES),
        *_times(markup),
    ]
    given = [date for date in dates if date and date.strip()]
    published = next((date for date in map(iso_date, given) if date), None)
    title = _first(_string(node.get("headline")) for node in articles) or _first(
        told.get(name) for name in _TITLES
    )
    outlet = _first(told.get(name) for name in _OUTLETS) or _first(
        _name(node.get("publisher")) for node in articles
    )
    url = _first((linked, told.get("og:url"), *(_address(node) for node in articles)))
    return Metadata(
        title or _title_element(markup),
        outlet,
        published,
        url if url and url.startswith(("http://", "https://")) else None,
        given[0] if given and not published else None,
    )


def _first(values: Iterator[str | None] | tuple[str | None, ...]) -> str | None:
    for value in values:
        if value and (line := " ".join(value.split())):
            return line
    return None


def _meta_tags(markup: Markup) -> tuple[dict[str, str], str | None]:
    """The contents of <meta> by name, and the canonical address."""
    told: dict[str, str] = {}
    canonical = None
    for element, tag in enumerate(markup.tags):
        if tag == "meta":
            attributes = markup.attribute(element)
            name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
            if name and attributes.get("content"):
                told.setdefault(name.lower(), attributes["content"])
        elif tag == "link" and canonical is None and "canonical" in markup.attributes[element]:
            canonical = markup.attribute(element).get("href")
    return told, canonical


def _times(markup: Markup) -> Iterator[str | None]:
    """The dates of elements marked as the page's publication, then of any <time>."""
    plain = []
    for element, written in enumerate(markup.attributes):
        if "datePublished" in written or (markup.tags[element] == "time" and "datetime" in written):
            attributes = markup.attribute(element)
            value = attributes.get("datetime") or attributes.get("content")
            if "datePublished" in written or "pubdate" in attributes:
                yield value
            else:
                plain.append(value)
    yield from plain


def _title_element(markup: Markup) -> str | None:
    for element, (start, end) in markup.raw_texts.items():
        if markup.tags[element] == "title":
            return _first((unescape(markup.page[start:end]),))
    return None


def _json_ld(markup: Markup) -> Iterator[dict[str, Any]]:
    """Every object of the page's linked data, outer ones first."""
    for element, (start, end) in markup.raw_texts.items():
        if "ld+json" not in markup.attributes[element]:
            continue
        written = _WRAPPING.sub("", markup.page[start:end]).strip().rstrip(";")
        try:
            data = msgspec.json.decode(written)
        except (msgspec.MsgspecError, RecursionError, UnicodeError):
            # Scripts of pages are often broken; the meta tags say the same.
            continue
        yield from _objects(data)


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    waiting = [data]
    done = 0
    while done < len(waiting) and done < _NODES:
        node = waiting[done]
        done += 1
        if isinstance(node, dict):
            yield node
            waiting.extend(value for value in node.values() if isinstance(value, dict | list))
        elif isinstance(node, list):
            waiting.extend(value for value in node if isinstance(value, dict | list))


def _string(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return unescape(value) if isinstance(value, str) else None


def _address(node: dict[str, Any]) -> str | None:
    main = node.get("mainEntityOfPage")
    return _string(node.get("url")) or _string(main.get("@id") if isinstance(main, dict) else main)


def _name(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return _string(value.get("name")) if isinstance(value, dict) else _string(value)
