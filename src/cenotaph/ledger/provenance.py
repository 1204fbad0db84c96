"""Where a report came from, and its flat row."""

from typing import TypedDict

from msgspec import Struct

from cenotaph.model import Report


class Provenance(Struct, frozen=True):
    """Where a report came from. `claims` and `handlings` count what the standing finding holds."""

    raw: str
    size: int
    source: str
    media_type: str
    encoding: str | None
    reader: str
    finder: str | None
    claims: int
    handlings: int


class ReportRow(TypedDict):
    """A report as a flat row, without its text: what it says of itself, what was found, where its bytes came from."""

    report: str
    published: str | None
    outlet: str | None
    title: str | None
    url: str | None
    characters: int
    claims: int
    handlings: int
    source: str
    media_type: str
    encoding: str | None
    reader: str
    finder: str | None
    raw_sha256: str
    raw_size: int


def report_row(report: Report, provenance: Provenance) -> ReportRow:
    """The row of a report."""
    return {
        "report": report.id,
        "published": report.published,
        "outlet": report.outlet,
        "title": report.title,
        "url": report.url,
        "characters": len(report.text),
        "claims": provenance.claims,
        "handlings": provenance.handlings,
        "source": provenance.source,
        "media_type": provenance.media_type,
        "encoding": provenance.encoding,
        "reader": provenance.reader,
        "finder": provenance.finder,
        "raw_sha256": provenance.raw,
        "raw_size": provenance.size,
    }
