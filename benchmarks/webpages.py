"""Reading web archives, side by side: pages a second of Cenotaph and of what else gives the text of a page's article.

usage: python benchmarks/webpages.py [--pages FOLDER] [--number N] [--rounds N]

One core, one archive with a packed record a page, read from the first byte to the article's text by each contender in turn, round by
round; the medians are told. `cenotaph` gives a report with its date, outlet and address, keeps and hashes the page's bytes, checks lengths and
digests, and maps every character of the text to its byte. `fastwarc + trafilatura` and `fastwarc + resiliparse` give the text of the article and nothing else;
`fastwarc` alone unpacks the records. Without --pages the pages are made here as news sites build theirs, from 60 to 200 kB;
with it they are the .html files of a folder. The others come with the dependency group `bench`.
"""

import argparse
import io
import json
import tempfile
from collections.abc import Callable, Iterator
from html import escape
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median
from time import process_time

from news import MIXES, Newsroom

from cenotaph.read import Document, read_paths

_SMALLEST = 500
"""Bytes of a page worth reading."""

Reader = Callable[[Path], int]
"""Reads an archive; how many characters of articles it found."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=Path, metavar="FOLDER")
    parser.add_argument("--number", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    found = files_of(options.pages) if options.pages else made_pages()
    pages = list(islice((page for page in found if len(page) >= _SMALLEST), options.number))
    with tempfile.TemporaryDirectory() as scratch:
        archive = Path(scratch) / "pages.warc.gz"
        write_archive(archive, pages)
        print(f"{len(pages)} pages, {sum(map(len, pages)) / len(pages) / 1000:.0f} kB each")
        measure(archive, len(pages), options.rounds)


def measure(archive: Path, pages: int, rounds: int) -> None:
    """Print each contender's rate, and how fast Cenotaph is beside it."""
    readers = dict(contenders())
    characters = {name: reader(archive) for name, reader in readers.items()}
    times = [{name: seconds(reader, archive) for name, reader in readers.items()} for _ in range(rounds)]
    for name, found in characters.items():
        rate = pages / median(one[name] for one in times)
        ratio = median(one[name] / one["cenotaph"] for one in times)
        print(f"  {name:22} {rate:7,.0f} pages a second, {found / pages:6,.0f} characters a page", end="")
        print("" if name == "cenotaph" else f"; cenotaph is {ratio:.2f} times as fast")


def seconds(reader: Reader, archive: Path) -> float:
    """Processor time of one run."""
    start = process_time()
    reader(archive)
    return process_time() - start


def contenders() -> Iterator[tuple[str, Reader]]:
    """What reads archives, those left out that are not installed."""
    yield "cenotaph", read_reports
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        return

    def bodies(archive: Path) -> Iterator[bytes]:
        with archive.open("rb") as stream:
            for record in ArchiveIterator(stream, record_types=WarcRecordType.response):
                yield record.reader.read()

    yield "fastwarc", lambda archive: sum(map(len, bodies(archive)))
    for name, extract in (("trafilatura", trafilatura_text()), ("resiliparse", resiliparse_text())):
        if extract is not None:
            yield f"fastwarc + {name}", _reader(bodies, extract)


def _reader(bodies: Callable[[Path], Iterator[bytes]], extract: Callable[[bytes], str | None]) -> Reader:
    return lambda archive: sum(len(extract(body) or "") for body in bodies(archive))


def read_reports(archive: Path) -> int:
    """What Cenotaph reads."""
    found = (one for one in read_paths([str(archive)]) if isinstance(one, Document))
    return sum(len(one.report.text) for one in found)


def trafilatura_text() -> Callable[[bytes], str | None] | None:
    """The article's text, in the library's quickest way."""
    try:
        from trafilatura import extract
    except ImportError:
        return None
    return lambda body: extract(body, fast=True, include_comments=False)


def resiliparse_text() -> Callable[[bytes], str | None] | None:
    """The page's main content."""
    try:
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.encoding import bytes_to_str, detect_encoding
        from resiliparse.parse.html import HTMLTree
    except ImportError:
        return None

    def extract(body: bytes) -> str:
        tree = HTMLTree.parse(bytes_to_str(body, detect_encoding(body)))
        return str(extract_plain_text(tree, main_content=True))

    return extract


def write_archive(archive: Path, pages: list[bytes]) -> None:
    """A WARC file with an answer for each page, every record packed by itself as archives of the web are."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with archive.open("wb") as out:
        writer = WARCWriter(out, gzip=True)
        for number, page in enumerate(pages):
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
            address = f"https://wire.example/{number}"
            writer.write_record(
                writer.create_warc_record(address, "response", payload=io.BytesIO(page), http_headers=headers)
            )


def files_of(folder: Path) -> Iterator[bytes]:
    """The pages of a folder, in order of name."""
    return (path.read_bytes() for path in sorted(folder.rglob("*.html")))


def made_pages() -> Iterator[bytes]:
    """Pages as news sites build them: an article among menus, teasers, scripts, linked data and pictures in many sizes."""
    random = Random(5)
    for article in Newsroom(5).articles(1 << 30, MIXES["war"]):
        yield _page(random, article.text).encode()


def _page(random: Random, text: str) -> str:
    title, links = text[:60], [f"{text[at : at + 40]}" for at in range(0, len(text) - 40, 97)]
    menu = "".join(
        f'<li class="nav__item"><a class="nav__link" href="/topic/{number}" data-track="nav.{number}">{escape(link[:18])}</a></li>'
        for number, link in enumerate(links * 2)
    )
    teasers = "".join(_teaser(random, link) for link in links * 2)
    script = "window.__STATE__=" + str([random.randrange(10**9) for _ in range(random.randrange(1000, 8000))])
    style = "".join(
        f".c{random.randrange(10**6)}{{margin:0;padding:{number}px}}"
        for number in range(random.randrange(200, 900))
    )
    linked = {"@type": "NewsArticle", "datePublished": "2024-03-05T10:00:00Z", "headline": title}
    body = "".join(_paragraph(random, line) for line in text.split(". "))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title><style>{style}</style>'
        f'<meta property="og:site_name" content="Hill Weekly"><script type="application/ld+json">{json.dumps(linked)}</script>'
        f"<script>{script}</script></head><body><header><nav><ul>{menu}</ul></nav></header><main><article>"
        f'<h1 class="headline">{escape(title)}</h1>{_picture(random)}<div class="article__body">{body}</div></article>'
        f'<aside class="related">{teasers}</aside></main><footer><ul>{menu}</ul></footer><script>{script[:2000]}</script></body></html>'
    )


def _paragraph(random: Random, line: str) -> str:
    words = line.split(" ")
    at = random.randrange(len(words))
    words[at] = f'<a href="/tag/{at}" rel="tag">{escape(words[at])}</a>'
    between = '<div class="ad-slot" id="ad-{0}"><script>ads.push({0})</script></div>'.format(
        random.randrange(99)
    )
    return (
        f'<p class="p-{random.randrange(9)}">{" ".join(words)}.&nbsp;</p>{between * (random.random() < 0.2)}'
    )


def _teaser(random: Random, link: str) -> str:
    return (
        f'<div class="card card--small"><a class="card__link" href="/a/{random.randrange(10**6)}">{_picture(random)}'
        f'<h3 class="card__title"><span>{escape(link)}</span></h3></a><time datetime="2024-03-05">5 March</time></div>'
    )


def _picture(random: Random) -> str:
    name = f"https://img.wire.example/{random.randrange(10**9)}"
    sizes = ", ".join(f"{name}-{width}.jpg {width}w" for width in (240, 320, 480, 640))
    return f'<figure><picture><source srcset="{sizes}"><img src="{name}.jpg" alt="" width="640" height="360"></picture></figure>'


if __name__ == "__main__":
    main()
