"""The evidence as a web archive collection (WACZ 1.1.1): the raw pages as WARC records, and the list of them."""

import zipfile
from collections.abc import Iterator, Sequence
from gzip import compress
from hashlib import sha256
from io import BytesIO
from typing import BinaryIO
from urllib.parse import quote

import msgspec
from msgspec import Struct
from warcio.warcwriter import WARCWriter

from cenotaph.export.dossier import Dossier, Json, Page
from cenotaph.export.notes import counted
from cenotaph.problems import Problem

_WARC = "archive/evidence.warc.gz"


class _Written(Struct, frozen=True):
    """A page that is in the archive, where its record begins and how many bytes it takes."""

    page: Page
    url: str
    start: int
    length: int


def write_wacz(dossier: Dossier, out: BinaryIO) -> Sequence[Problem]:
    """Every report's raw bytes as a resource record, but for those that hold protected words."""
    kept = [page for page in dossier.pages.values() if not page.withheld]
    archive = BytesIO()
    written = list(_records(dossier, kept, archive))
    files = {
        _WARC: archive.getvalue(),
        "indexes/index.cdx.gz": compress(
            "".join(sorted(_cdx(dossier, one) for one in written)).encode(), mtime=0
        ),
        "pages/pages.jsonl": b"".join(msgspec.json.encode(line) + b"\n" for line in _pages(dossier, written)),
    }
    package = _package(dossier, files)
    digest = {"path": "datapackage.json", "hash": f"sha256:{sha256(package).hexdigest()}"}
    files |= {"datapackage.json": package, "datapackage-digest.json": msgspec.json.encode(digest)}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as collection:
        for name, data in files.items():
            # Archives are packed already, and readers seek in them (WACZ 1.1.1, 5.2).
            collection.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data)
    return counted(len(dossier.pages) - len(kept), "pages", "protected words stand in them")


def _records(dossier: Dossier, pages: Sequence[Page], archive: BytesIO) -> Iterator[_Written]:
    writer = WARCWriter(archive, gzip=True, warc_version="1.1")
    writer.write_record(
        writer.create_warcinfo_record("evidence.warc.gz", {"software": f"Cenotaph {dossier.version}"})
    )
    for page in pages:
        start, url = archive.tell(), page.url or f"urn:cenotaph:report:{quote(page.report)}"
        told = {"WARC-Date": _moment(dossier)}
        record = writer.create_warc_record(
            url, "resource", payload=BytesIO(page.raw), warc_content_type=_type(page), warc_headers_dict=told
        )
        writer.write_record(record)
        yield _Written(page, url, start, archive.tell() - start)


def _type(page: Page) -> str:
    return f"{page.media_type}; charset={page.encoding}" if page.encoding else page.media_type


def _moment(dossier: Dossier) -> str:
    """The moment of the export: when a page was fetched is told by the archive that it was read from."""
    return f"{dossier.made[:19]}Z"


def _cdx(dossier: Dossier, one: _Written) -> str:
    stamp = "".join(letter for letter in _moment(dossier) if letter.isdigit())
    told = {"url": one.url, "mime": one.page.media_type, "digest": f"sha-256:{one.page.sha256}",
            "length": str(one.length), "offset": str(one.start), "filename": "evidence.warc.gz"}  # fmt: skip
    return f"{one.url} {stamp} {msgspec.json.encode(told).decode()}\n"


def _pages(dossier: Dossier, written: Sequence[_Written]) -> Iterator[Json]:
    yield {"format": "json-pages-1.0", "id": "pages", "title": dossier.name}
    for one in written:
        title = {"title": one.page.title} if one.page.title else {}
        yield {
            "id": one.page.report,
            "url": one.url,
            "ts": one.page.published or _moment(dossier),
            **title,
            "text": one.page.text,
        }


def _package(dossier: Dossier, files: dict[str, bytes]) -> bytes:
    resources = [
        {
            "name": name.rpartition("/")[2],
            "path": name,
            "hash": f"sha256:{sha256(data).hexdigest()}",
            "bytes": len(data),
        }
        for name, data in files.items()
    ]
    about = {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "title": dossier.name,
        "created": _moment(dossier),
        "software": f"Cenotaph {dossier.version}",
        "resources": resources,
    }
    return msgspec.json.format(msgspec.json.encode(about))
