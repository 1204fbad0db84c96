"""What reading yields: a report, the raw bytes it came from, and the map between them."""

from hashlib import sha256

from msgspec import Struct

from cenotaph.model import Report
from cenotaph.read.offsets import OffsetMap


class Raw(Struct, frozen=True):
    """The bytes of one report as they were found, and how they were read.

    `source` is the path ("-" for standard input), with ":17" for line 17 of JSON lines and "[3]" for the third record
    of a JSON array. `encoding` is the one the text was decoded with, None for a PDF. `reader` is the reader's name
    and version ("html/1"). Of a compressed file the bytes are those inside.
    """

    sha256: str
    size: int
    media_type: str
    source: str
    encoding: str | None
    reader: str
    data: bytes


class Document(Struct, frozen=True):
    """A report, its raw bytes, and the map from its characters to them."""

    report: Report
    raw: Raw
    offsets: OffsetMap


def raw_of(data: bytes, *, media_type: str, source: str, encoding: str | None, reader: str) -> Raw:
    """The raw bytes with their SHA-256 and size."""
    return Raw(sha256(data).hexdigest(), len(data), media_type, source, encoding, reader, data)
